//! The map: the customer's path across the lanes of the departments.
//!
//! `scene` derives what is shown, `canvas` shows it, `edits` changes the document, `keys` has the commands.
//! Where things stand is decided by `crosslane_core::layout`.

mod arrows;
mod aspects;
mod canvas;
mod card;
mod curve;
mod dom;
mod drag;
mod edits;
mod empty;
mod face;
mod feeling;
mod header;
mod keys;
mod lanes;
mod link;
mod marks;
mod menus;
mod name;
mod overlay;
mod owner;
mod picker;
mod scene;
mod session;
mod toolbar;
mod viewport;
mod walk;

use leptos::prelude::*;

use crate::app::{State, use_state};

pub use keys::COMMANDS;
pub use session::start;

/// What is there to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    NoJourney,
    NoPhase,
    Map,
}

/// The view.
pub fn map() -> impl IntoView {
    let state = use_state();
    let scene = scene::Scene::new(state);
    state.map().set_scene(Some(scene));
    on_cleanup(move || {
        drag::release(state);
        if let Some(journey) = state.journey_id_untracked() {
            state.map().keep_look(journey);
        }
        state.map().set_scene(None);
    });
    keep_looks(state, scene);
    name_what_is_asked(state);
    let content = Memo::new(move |_| {
        scene.journey.with(|journey| match journey {
            None => Content::NoJourney,
            Some((_, journey)) if journey.phases.is_empty() => Content::NoPhase,
            Some(_) => Content::Map,
        })
    });
    move || match content.get() {
        Content::NoJourney => empty::no_journey(state),
        Content::NoPhase => empty::no_phase(state),
        Content::Map => whole(state, scene),
    }
}

fn whole(state: State, scene: scene::Scene) -> AnyView {
    view! {
        <div class="map" >
            {toolbar::toolbar(state)}
            {canvas::canvas(state, scene)}
            {move || map_panel(state)}
            {drag::ghost(state, scene)}
            {overlay::overlay(state, scene)}
        </div>
    }
    .into_any()
}

/// Everything about what is chosen.
fn map_panel(state: State) -> Option<AnyView> {
    state.map().present_panel().get().then(|| view! { <crate::inspector::Inspector /> }.into_any())
}

/// Each journey is looked at again as it was left.
fn keep_looks(state: State, scene: scene::Scene) {
    let id = Memo::new(move |_| scene.journey.with(|journey| journey.as_ref().map(|(id, _)| *id)));
    Effect::new(move |before: Option<Option<crosslane_core::model::Id>>| {
        let now = id.get();
        if let Some(before) = before.flatten() {
            state.map().keep_look(before);
        }
        state.map().editing.set(None);
        let look = now.and_then(|now| state.map().look_of(now));
        if let Some(look) = look {
            state.map().laning.set(look.laning);
            state.map().zoom.set(look.zoom);
        }
        viewport::scroll_to(state, look.map(|look| look.scroll).unwrap_or_default());
        let chosen = scene.chosen_touchpoint().and_then(|chosen| untrack(|| scene.column_of(chosen)));
        if let Some(column) = chosen {
            viewport::measure(state);
            viewport::reveal(state, column);
        }
        now
    });
}

/// Another room may have asked for something to be named here.
fn name_what_is_asked(state: State) {
    Effect::new(move |_| {
        let Some(id) = state.focus_on.get() else { return };
        let journey = state.journey_untracked();
        if journey.is_some_and(|(_, journey)| journey.touchpoints.contains_key(&id)) {
            state.focus_on.set(None);
            edits::name(state, id, false);
        }
    });
}
