//! Choosing where a touchpoint leads to.

use crosslane_core::model::{Id, StepKey};
use crosslane_words::ui::map as words;
use crosslane_words::ui::shell::or_untitled;

use super::picker::{By, Entry, Picked, Picker, picker};
use super::scene::Scene;
use super::{dom, edits, overlay};
use crate::app::State;
use crate::reactive::prelude::*;

/// The choice of a touchpoint to link to.
pub fn link(state: State, scene: Scene, from: Id) -> AnyView {
    let (ids, entries) = untrack(|| choices(scene, from));
    let done = move |picked: Picked, _: By| {
        state.map().overlay.set(None);
        match picked {
            Picked::At(at) => {
                if let Some(to) = ids.get(at) {
                    edits::link(state, StepKey::new(from, *to));
                }
            }
            Picked::New(_) | Picked::Nothing => edits::focus(state, from),
        }
    };
    picker(Picker {
        label: words::LINK_SEARCH,
        placeholder: words::LINK_SEARCH,
        entries,
        present: None,
        creates: false,
        done: Box::new(done),
    })
}

/// All other touchpoints of the journey, each with its phase.
fn choices(scene: Scene, from: Id) -> (Vec<Id>, Vec<Entry>) {
    let Some((_, journey)) = scene.journey.get() else { return (Vec::new(), Vec::new()) };
    let mut ids = Vec::new();
    let mut entries = Vec::new();
    for (_, phase) in journey.ordered_phases() {
        for id in phase.touchpoints.iter().filter(|id| **id != from) {
            let Some(touchpoint) = journey.touchpoints.get(id) else { continue };
            ids.push(*id);
            let name = or_untitled(&touchpoint.name).to_owned();
            entries.push(Entry { name, note: phase.name.clone(), mark: None });
        }
    }
    (ids, entries)
}

/// Opens the choice beside a card.
pub fn open(state: State, id: Id) {
    overlay::open(state, overlay::Choice::Link(id), &dom::card_id(id), edits::focus_id(state, id));
}
