//! The phases above the columns: named, moved and filled in place. They stay in sight while the map scrolls.

use crosslane_core::layout::LaneKind;
use crosslane_core::model::Id;
use crosslane_core::route::Selection;
use crosslane_words::ui::map as words;

use super::overlay::{self, Choice};
use super::scene::Scene;
use super::session::{Editing, Laning};
use super::{aspects, dom, edits, name};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView};

/// The phases in sight, and the place to add the next one.
pub fn header(state: State, scene: Scene) -> AnyView {
    let shown = move || {
        let sight = scene.sight.get();
        scene.with_columns(|columns| {
            let end = sight.end_phase.min(columns.phases.len());
            let seen = columns.phases.get(sight.first_phase..end).unwrap_or_default();
            seen.iter().map(|phase| phase.id).collect::<Vec<_>>()
        })
    };
    let end = move || scene.with_columns(|columns| columns.width) * state.map().zoom.get();
    view! {
        <div class="map-head" role="group" aria-label=words::PHASES>
            <For each=shown key=|id| *id let:id>
                {phase(state, scene, id)}
            </For>
            {move || (state.map().laning.get() == Laning::Aspect).then(|| names(state, scene))}
            <button
                class="map-add-phase"
                type="button"
                style:left=move || format!("{:.0}px", end() + 8.0)
                on:click=move |_| start_phase(state, None)
            >
                <IconView icon=Icon::Add />
                <span>{words::ADD_PHASE}</span>
            </button>
        </div>
    }
    .into_any()
}

/// The names of the touchpoints in sight, above the rows by aspect.
fn names(state: State, scene: Scene) -> AnyView {
    let ids = move || scene.columns_in_sight().into_iter().map(|(_, id)| id).collect::<Vec<_>>();
    view! {
        <For each=ids key=|id| *id let:id>
            {aspects::head(state, scene, id)}
        </For>
    }
    .into_any()
}

/// Adds a phase and starts typing its name.
pub fn start_phase(state: State, after: Option<Id>) {
    if let Some(id) = edits::add_phase(state, after, "") {
        state.map().remember_fresh(state);
        state.map().editing.set(Some(Editing::Phase(id)));
    }
}

fn phase(state: State, scene: Scene, id: Id) -> AnyView {
    let place = Memo::new(move |_| {
        let zoom = state.map().zoom.get();
        scene.with_columns(|columns| {
            let phase = columns.phases.iter().find(|phase| phase.id == id)?;
            Some((phase.x * zoom, phase.width * zoom, phase.count))
        })
    });
    let texts = Memo::new(move |_| {
        scene.journey.with(|journey| {
            let phase = journey.as_ref()?.1.phases.get(&id)?;
            Some((phase.name.clone(), phase.goal.clone().unwrap_or_default()))
        })
    });
    let text = move |goal: bool| {
        texts.get().map(|(name, goal_text)| if goal { goal_text } else { name }).unwrap_or_default()
    };
    let chosen = Memo::new(move |_| scene.selection.get() == Selection::Phase(id));
    let choose = move |event: leptos::ev::MouseEvent| {
        if dom::closest(&event, "button, input").is_some() {
            return;
        }
        let goal = dom::closest(&event, ".map-phase-goal").is_some();
        if chosen.get_untracked() {
            state.map().editing.set(Some(if goal { Editing::Goal(id) } else { Editing::Phase(id) }));
        } else {
            state.select(Selection::Phase(id));
            dom::focus_now(&dom::phase_id(id));
        }
    };
    view! {
        <div
            id=dom::phase_id(id)
            class="map-phase"
            class:chosen=move || chosen.get()
            role="group"
            aria-label=move || words::phase(&text(false), place.get().map_or(0, |(_, _, count)| count))
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            style:left=move || place.get().map(|(x, ..)| format!("{x:.1}px")).unwrap_or_default()
            style:width=move || place.get().map(|(_, width, _)| format!("{width:.1}px")).unwrap_or_default()
            on:click=choose
            on:dblclick=move |_| state.map().editing.set(Some(Editing::Phase(id)))
        >
            <div class="map-phase-texts">
                {line(state, id, false, move || text(false))}
                {line(state, id, true, move || text(true))}
            </div>
            {tools(state, scene, id)}
        </div>
    }
    .into_any()
}

/// The name or the goal, or the field to type it into.
fn line(
    state: State,
    id: Id,
    goal: bool,
    text: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let editing = Memo::new(move |_| match state.map().editing.get() {
        Some(Editing::Phase(edited)) => edited == id && !goal,
        Some(Editing::Goal(edited)) => edited == id && goal,
        _ => false,
    });
    let nothing = if goal { words::NO_GOAL } else { words::touchpoint("") };
    let class = if goal { "map-phase-goal" } else { "map-phase-name" };
    (move || {
        if editing.get() {
            return name::phase(state, id, goal, untrack(text));
        }
        view! {
            <span class=class class:quiet=move || text().is_empty() dir="auto" title=text>
                {move || Some(text()).filter(|text| !text.is_empty()).unwrap_or_else(|| nothing.to_owned())}
            </span>
        }
        .into_any()
    })
    .into_any()
}

fn tools(state: State, scene: Scene, id: Id) -> AnyView {
    let more_id = StoredValue::new(["phase-more-", id.as_str()].concat());
    let tab = move || if scene.selection.get() == Selection::Phase(id) { "0" } else { "-1" };
    let open = move |_| {
        state.select(Selection::Phase(id));
        more_id.with_value(|beside| overlay::open(state, Choice::Phase(id), beside, dom::phase_id(id)));
    };
    view! {
        <div class="map-phase-tools">
            <button
                class="icon-button"
                type="button"
                tabindex=tab
                title=words::ADD_TOUCHPOINT
                aria-label=words::ADD_TOUCHPOINT
                on:click=move |_| edits::add_touchpoint(state, id, None, LaneKind::Open)
            >
                <IconView icon=Icon::Add />
            </button>
            <button
                id=more_id.get_value()
                class="icon-button"
                type="button"
                tabindex=tab
                aria-haspopup="menu"
                title=words::MORE
                aria-label=words::MORE
                on:click=open
            >
                <IconView icon=Icon::More />
            </button>
        </div>
    }
    .into_any()
}
