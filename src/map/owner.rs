//! Choosing the owner of a touchpoint: a department, the customer alone, or a department made on the spot.

use crosslane_core::layout::{LaneKind, Side};
use crosslane_core::model::{Id, Stage};
use crosslane_words::ui::map as words;

use super::picker::{By, Entry, Picked, Picker, picker};
use super::scene::Scene;
use super::{edits, name, overlay};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::DepartmentMark;

/// The choice of an owner. With `flow`, Enter goes on to a new touchpoint; Tab goes on to the next one.
pub fn owner(state: State, scene: Scene, id: Id, flow: bool) -> AnyView {
    let (lanes, entries) = untrack(|| choices(state));
    let present = untrack(|| scene.touchpoint(id)).and_then(|touchpoint| {
        let alone = touchpoint.stage == Some(Stage::Customer);
        let lane = match touchpoint.owner {
            Some(owner) => LaneKind::Department(owner.id()),
            None if alone => LaneKind::Customer,
            None => return None,
        };
        lanes.iter().position(|other| *other == lane)
    });
    let done = move |picked: Picked, by: By| {
        state.map().overlay.set(None);
        match picked {
            Picked::At(at) => {
                if let Some(lane) = lanes.get(at) {
                    edits::set_lane(state, id, *lane);
                }
            }
            Picked::New(name) => edits::give_to(state, id, &name),
            Picked::Nothing => {}
        }
        go_on(state, id, flow, by);
    };
    picker(Picker {
        label: words::OWNER,
        placeholder: words::OWNER_SEARCH,
        entries,
        present,
        creates: true,
        done: Box::new(done),
    })
}

/// All departments in the order of their lanes, then the customer alone and nobody.
fn choices(state: State) -> (Vec<LaneKind>, Vec<Entry>) {
    let mut lanes = Vec::new();
    let mut entries = Vec::new();
    if let Some(workspace) = state.workspace() {
        for (id, department) in workspace.ordered_departments() {
            lanes.push(LaneKind::Department(id));
            entries.push(Entry {
                name: department.name.clone(),
                note: String::new(),
                mark: Some(DepartmentMark::of(&workspace, id)),
            });
        }
    }
    for (lane, name) in [(LaneKind::Customer, words::ALONE), (LaneKind::Open, words::NO_OWNER)] {
        lanes.push(lane);
        entries.push(Entry { name: name.to_owned(), note: String::new(), mark: None });
    }
    (lanes, entries)
}

fn go_on(state: State, id: Id, flow: bool, by: By) {
    let next = || name::beside(state, id, Side::Right);
    match by {
        By::Enter | By::Tab if flow => edits::add_after(state, id, false),
        By::Tab => match next() {
            Some(next) => edits::name(state, next, false),
            None => edits::focus(state, id),
        },
        By::Enter => edits::go_to(state, id),
    }
}

/// Opens the choice beside a card.
pub fn open(state: State, id: Id) {
    let beside = ["owner-", id.as_str()].concat();
    overlay::open(state, overlay::Choice::Owner { id, flow: false }, &beside, edits::focus_id(state, id));
}
