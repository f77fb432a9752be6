//! What makes this room act: edits, the address, the page going away, other tabs.

use crosslane_core::model::Id;
use crosslane_core::route::Route;
use crosslane_core::store::{Key, LoadError, Part, Program, load};
use crosslane_words::ui::storage as words;
use leptos::ev;

use super::keeper::{Keeper, with_sessions};
use super::place::with_store;
use super::session::{Aside, Failure, Session};
use super::unreadable::Unreadable;
use super::{autosave, beside, leaving, look};
use crate::app::{Document, State};
use crate::reactive::prelude::*;

/// Follows edits, the address, and the other tabs. Called once, at the start.
pub fn start(state: State) {
    let keeper = Keeper::start(state);
    Effect::new(move |_| {
        state.document.with(|document| {
            if let Some(document) = document {
                note(keeper, document);
            }
        });
    });
    let asked = Memo::new(move |_| match state.route.get() {
        Route::Workspace { workspace, .. } => Some(workspace),
        Route::Home => None,
    });
    Effect::new(move |_| {
        let id = asked.get();
        untrack(|| follow(keeper, id));
    });
    save_when_leaving(state);
    listen_by_name("crosslane-stopping", move |_| leaving::save_at_stop(keeper));
    listen_always(ev::storage, move |event| {
        hear(keeper, event.key().as_deref(), event.new_value().is_none());
    });
}

/// A version is shown: it is saved in a moment, if it is a new one.
fn note(keeper: Keeper, document: &Document) {
    keeper.take_over();
    if with_sessions(|sessions| sessions.get(&document.id).is_some_and(Session::is_pending)) {
        autosave::schedule();
    }
    keeper.tell();
}

/// Shows the workspace of the address.
pub fn follow(keeper: Keeper, id: Option<Id>) {
    let Some(id) = id else {
        autosave::flush();
        return;
    };
    if keeper.show_again(id) {
        return;
    }
    match with_store(|store| load(store, id)) {
        Ok(loaded) => {
            let aside = match loaded.damaged_newer {
                Some(damage) => Some(Aside::Last(loaded.saved_at, damage)),
                None => loaded.set_aside.then_some(Aside::Earlier),
            };
            let saver = loaded.newer_version.is_none().then_some(loaded.saver);
            let overtaken = saver.is_some() && loaded.program > Program::this();
            // What cannot be read is set aside by the first save: do that now.
            let is_stored = !matches!(aside, Some(Aside::Last(..)));
            let is_saved_here = saver.is_some();
            keeper.open(id, loaded.workspace, saver, is_stored, aside);
            if overtaken {
                keeper.fail(id, Failure::Newer(loaded.program));
            }
            // Another tab may have been closed before anybody had heard of what it saved.
            autosave::meet(id);
            if is_saved_here {
                beside::opened(id);
            }
        }
        Err(LoadError::Missing) if look::show(keeper, id) => {}
        Err(LoadError::Missing) => keeper.show_none(None),
        Err(LoadError::Unreadable { damage, .. }) => keeper.show_none(Some(Unreadable { id, damage })),
        Err(LoadError::Store(_)) => {
            keeper.show_none(None);
            keeper.state.toast(words::LOST_STORAGE);
        }
    }
}

fn save_when_leaving(state: State) {
    listen_by_name("visibilitychange", move |_| {
        if document().hidden() {
            leaving::save_all(state);
        } else {
            meet_all();
        }
    });
    listen_by_name("pagehide", move |_| leaving::save_all(state));
    // A page that was put away was told of nothing.
    listen_by_name("pageshow", |_| meet_all());
    listen_always(ev::blur, |_| autosave::flush());
    // What this page itself removed from the storage, no event tells it.
    listen_always(ev::focus, |_| meet_all());
    listen_always(ev::beforeunload, move |event| {
        leaving::save_all(state);
        if with_sessions(|sessions| sessions.values().any(Session::is_at_risk)) {
            event.prevent_default();
            // Some browsers ask only where there is a text; none shows it.
            event.set_return_value(words::NOT_SAVED);
        }
    });
}

/// Another tab changed a key, or removed it; `None` says all of them.
fn hear(keeper: Keeper, key: Option<&str>, removed: bool) {
    let Some(key) = key else {
        keeper.stored.notify();
        meet_all();
        return;
    };
    let Some(Key { id, part }) = Key::parse(key) else { return };
    if !removed {
        show_late(keeper, id);
    }
    if matches!(part, Part::Manifest(_) | Part::Version(_)) {
        keeper.stored.notify();
    } else if !removed {
        // Nothing of it counts before the manifest stands.
        return;
    }
    let concerns = |session: &Session| session.saver.as_ref().is_some_and(|saver| saver.needs(part));
    if with_sessions(|sessions| sessions.get(&id).is_some_and(concerns)) {
        autosave::meet(id);
    }
}

/// What another tab saved may arrive only after this one was sent to its address, and found nothing there.
fn show_late(keeper: Keeper, id: Id) {
    let is_asked =
        matches!(keeper.state.route.get_untracked(), Route::Workspace { workspace, .. } if workspace == id);
    if is_asked && keeper.state.document.with_untracked(Option::is_none) {
        follow(keeper, Some(id));
    }
}

fn meet_all() {
    let open: Vec<Id> = with_sessions(|sessions| sessions.keys().copied().collect());
    open.into_iter().for_each(autosave::meet);
}
