//! The head of the inspector: what is shown, ways to its neighbours, and the way out.

use crosslane_core::edit::form::Place;
use crosslane_core::model::Id;
use crosslane_core::route::{Route, Selection, View};
use crosslane_words::ui::{inspector as words, shell};

use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::fields::{Bound, title};
use crate::ui::page::focus_first;
use crate::ui::{Icon, IconButton};

/// Closes the inspector: nothing is chosen any more. The focus goes back to what was.
pub fn close(state: State) -> AnyView {
    let close = move || {
        let chosen = untrack(|| state.selection());
        if on_map(state) {
            crate::map::focus(state, chosen);
        } else {
            focus_first(".handoff-chosen .handoff-name, .cell[data-here]");
        }
        state.select(Selection::None);
    };
    view! { <IconButton icon=Icon::Close label=shell::CLOSE on_click=close /> }.into_any()
}

/// Whether the map is the present view: there the panel as a whole is opened and closed.
pub fn on_map(state: State) -> bool {
    matches!(state.route.get_untracked(), Route::Workspace { view: View::Map, .. })
}

/// The head with the kind of thing shown, and `tools` at its end.
pub fn head(kind: &'static str, tools: AnyView) -> AnyView {
    view! {
        <div class="inspector-head">
            <h2 class="inspector-kind">{kind}</h2>
            <div class="inspector-tools">{tools}</div>
        </div>
    }
    .into_any()
}

/// The name of what is shown, to be typed over.
pub fn name(state: State, place: Place, field: &str) -> AnyView {
    let Some(bound) = Bound::new(state, place, field) else { return ().into_any() };
    title(bound, shell::or_untitled(""))
}

/// Ways to the touchpoints before and after.
pub fn neighbours(state: State, id: Id) -> AnyView {
    let go = move |forward: bool| {
        if let Some(next) = neighbour(state, id, forward) {
            state.select(Selection::Touchpoint(next));
        }
    };
    let has = move |forward: bool| {
        Signal::derive(move || {
            let _ = state.journey();
            neighbour(state, id, forward).is_none()
        })
    };
    view! {
        <IconButton icon=Icon::Left label=words::PREVIOUS disabled=has(false) on_click=move || go(false) />
        <IconButton icon=Icon::Right label=words::NEXT disabled=has(true) on_click=move || go(true) />
    }
    .into_any()
}

fn neighbour(state: State, id: Id, forward: bool) -> Option<Id> {
    let (_, journey) = state.journey_untracked()?;
    let (phase, position) = journey.place_of(id)?;
    let phases: Vec<Id> = journey.phase_order.clone();
    let at = phases.iter().position(|other| *other == phase)?;
    let touchpoints = |phase: &Id| journey.phases.get(phase).map(|phase| phase.touchpoints.clone());
    let here = touchpoints(&phase)?;
    if forward {
        let after = || phases[at + 1..].iter().filter_map(touchpoints).find_map(|ids| ids.first().copied());
        here.get(position + 1).copied().or_else(after)
    } else {
        let before = || phases[..at].iter().rev().filter_map(touchpoints).find_map(|ids| ids.last().copied());
        position.checked_sub(1).and_then(|at| here.get(at).copied()).or_else(before)
    }
}
