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

use crosslane_core::model::{Id, StepKey};
use crosslane_core::route::{Selection, View};
use crosslane_words::ui::map as words;

use crate::app::{State, use_state};
use crate::reactive::prelude::*;
use crate::ui::page::{focus_soon, focus_when_shown};

pub use keys::COMMANDS;
pub use session::start;
pub use viewport::on_a_phone;

/// What is there to be shown.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Content {
    #[default]
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
    follow_chosen(state, scene);
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
        <div class="map">
            <h1 class="unseen" dir="auto">{move || title(scene)}</h1>
            {toolbar::toolbar(state)}
            {canvas::canvas(state, scene)}
            {move || map_panel(state)}
            {drag::ghost(state, scene)}
            {overlay::overlay(state, scene)}
        </div>
    }
    .into_any()
}

fn title(scene: scene::Scene) -> String {
    scene.journey.with(|journey| words::title(journey.as_ref().map_or("", |(_, journey)| &journey.title)))
}

/// Shows something of a journey on the map: it is chosen, brought into sight and has the focus.
pub fn show(state: State, journey: Id, selection: Selection) {
    state.jump(View::Map, journey, selection);
    focus_when_shown(dom::CANVAS.to_owned(), move || {
        if matches!(selection, Selection::Step(_)) {
            toolbar::set_laning(state, session::Laning::Department);
        }
        match selection {
            Selection::Touchpoint(id) => edits::reveal(state, id),
            Selection::Phase(id) => edits::reveal_phase(state, id),
            _ => {}
        }
        focus(state, selection);
    });
}

/// Gives the focus to what is, or was, chosen.
pub fn focus(state: State, selection: Selection) {
    focus_soon(element_of(state, selection));
}

/// Closes the panel beside the map.
pub fn close_panel(state: State) {
    untrack(|| state.map().present_panel()).set(false);
    focus_soon(toolbar::PANEL.to_owned());
}

/// The element of what can be chosen.
fn element_of(state: State, selection: Selection) -> String {
    match selection {
        Selection::Touchpoint(id) => edits::focus_id(state, id),
        Selection::Phase(id) => dom::phase_id(id),
        Selection::Step(key) => {
            let step = state.map().scene().and_then(|scene| untrack(|| arrows::wearing(scene, key)));
            dom::step_id(step.unwrap_or(key))
        }
        _ => dom::CANVAS.to_owned(),
    }
}

/// Everything about what is chosen.
fn map_panel(state: State) -> Option<AnyView> {
    state.map().present_panel().get().then(|| view! { <crate::inspector::Inspector /> }.into_any())
}

/// Each journey is looked at again as it was left.
fn keep_looks(state: State, scene: scene::Scene) {
    let id = Memo::new(move |_| scene.journey.with(|journey| journey.as_ref().map(|(id, _)| *id)));
    Effect::new(move |before: Option<Option<Id>>| {
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
        viewport::measure(state);
        match scene.selection.get_untracked() {
            Selection::Touchpoint(id) | Selection::Step(StepKey { from: id, .. }) => edits::reveal(state, id),
            Selection::Phase(id) => edits::reveal_phase(state, id),
            _ => {}
        }
        now
    });
}

/// What is chosen from elsewhere, such as the palette, the panel or the address, comes into sight.
fn follow_chosen(state: State, scene: scene::Scene) {
    Effect::new(move |before: Option<Selection>| {
        let chosen = scene.selection.get();
        if let Selection::Touchpoint(id) | Selection::Step(StepKey { from: id, .. }) = chosen
            && before.is_some_and(|before| before != chosen)
            && let Some(column) = untrack(|| scene.column_of(id))
        {
            viewport::reveal_hidden(state, column);
        }
        chosen
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
