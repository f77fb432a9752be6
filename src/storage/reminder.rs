//! Reminds of a download when much was changed since the last one: what is in the browser alone can be lost with it.

use std::cell::Cell;
use std::collections::BTreeMap;

use crosslane_core::model::Id;
use js_sys::Reflect;

use super::keeper::{keeper, with_sessions};
use super::place;
use crate::reactive::prelude::window;
use crate::ui::remember;

/// How many saves without a download are much. A save holds what was changed within about half a second.
const MUCH: u64 = 100;

/// Where it is remembered which save was downloaded last: `id number` of each workspace.
const KEY: &str = "crosslane-downloaded";

fn noted() -> BTreeMap<Id, u64> {
    let text = remember::recall(KEY);
    let entry = |entry: &str| {
        let (id, save) = entry.split_once(' ')?;
        Some((Id::new(id)?, save.parse().ok()?))
    };
    text.split(';').filter_map(entry).collect()
}

/// Notes that the person has this workspace as a file, or does not want to be reminded for now.
pub fn note(id: Id) {
    let Some(keeper) = keeper() else { return };
    let saves = with_sessions(|sessions| {
        let session = sessions.get_mut(&id)?;
        session.unsent_from = session.saver.as_ref()?.generation();
        Some(session.unsent_from)
    });
    if let Some(saves) = saves {
        let mut noted = noted();
        noted.insert(id, saves);
        let kept: Vec<Id> = super::listed().iter().map(|kept| kept.id).collect();
        let entries: Vec<String> = noted
            .iter()
            .filter(|(id, _)| kept.contains(id))
            .map(|(id, save)| format!("{id} {save}"))
            .collect();
        remember::keep(KEY, &entries.join(";"));
    }
    keeper.tell();
}

/// The save from which on nothing was downloaded.
pub fn last_download(id: Id) -> u64 {
    noted().get(&id).copied().unwrap_or_default()
}

/// Whether so much was saved since that a person should be reminded; in a browser that forgets, the first save is.
pub fn is_due(saves: u64, unsent_from: u64) -> bool {
    let due = saves.saturating_sub(unsent_from) >= MUCH || unsent_from == 0 && saves > 0 && is_forgetful();
    due && !place::is_memory()
}

thread_local! {
    static IS_FORGETFUL: Cell<bool> = const { Cell::new(false) };
}

/// Whether this browser has not promised to keep what is stored, and is one that deletes it after days without a visit.
pub fn is_forgetful() -> bool {
    IS_FORGETFUL.get()
}

/// The browser has not promised to keep what is stored. Safari alone deletes it by the day.
pub fn note_refused() {
    let vendor = Reflect::get(&window().navigator(), &"vendor".into()).ok().and_then(|name| name.as_string());
    IS_FORGETFUL.set(vendor.is_some_and(|name| name.starts_with("Apple")));
}
