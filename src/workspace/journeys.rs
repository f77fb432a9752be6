//! The switcher between the journeys of a workspace, with how each one fares.

use crosslane_core::model::{Id, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::rules::JourneyEvaluation;
use crosslane_words::ui::{home::journeys as words, shell};
use leptos::ev;

use crate::app::{State, use_state};
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView, Modal};

/// One journey of the list, in words.
#[derive(Clone, PartialEq)]
struct Row {
    id: Id,
    title: String,
    connectedness: String,
    has_value: bool,
    worst: String,
    risk: Option<String>,
}

fn row(workspace: &Workspace, evaluation: &JourneyEvaluation) -> Row {
    let journey = workspace.journeys.get(&evaluation.id);
    let title = journey.map_or("", |journey| &journey.title);
    let name = |id: Id| {
        let touchpoint = journey.and_then(|journey| journey.touchpoints.get(&id));
        touchpoint.map_or("", |touchpoint| shell::or_untitled(&touchpoint.name))
    };
    let worst = evaluation.scores.handoffs.first().filter(|handoff| handoff.risk > 0.0);
    Row {
        id: evaluation.id,
        title: shell::or_untitled(title).to_owned(),
        has_value: evaluation.scores.connectedness.is_some(),
        connectedness: evaluation
            .scores
            .connectedness
            .map_or_else(|| words::NO_VALUE.to_owned(), |range| words::range(range.at_worst, range.known)),
        worst: worst.map_or_else(
            || words::NO_WORST.to_owned(),
            |handoff| format!("{} → {}", name(handoff.key.from), name(handoff.key.to)),
        ),
        risk: worst.map(|handoff| handoff.risk.round().to_string()),
    }
}

fn rows(state: State) -> Vec<Row> {
    state.document.with_untracked(|document| {
        let Some(document) = document else { return Vec::new() };
        document.evaluation.journeys.iter().map(|journey| row(&document.workspace, journey)).collect()
    })
}

fn show(state: State, journey: Id) {
    state.dialog.set(None);
    let view = match state.route.get_untracked() {
        Route::Workspace { view, .. } => view,
        Route::Home => View::Map,
    };
    state.jump(view, journey, Selection::None);
}

/// The switcher as a dialog.
pub fn journeys() -> AnyView {
    let state = use_state();
    let all = StoredValue::new(rows(state));
    let query = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let query = query.get().to_lowercase();
        let fits = |row: &&Row| query.split_whitespace().all(|word| row.title.to_lowercase().contains(word));
        all.with_value(|all| all.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            if let Some(first) = shown.with_untracked(|shown| shown.first().map(|row| row.id)) {
                show(state, first);
            }
        }
    };
    view! {
        <Modal title=words::TITLE class="journeys">
            <input
                class="input"
                type="search"
                autofocus
                autocomplete="off"
                aria-label=words::SEARCH
                placeholder=words::SEARCH
                prop:value=move || query.get()
                on:input:target=move |event| query.set(event.target().value())
                on:keydown=on_key
            />
            <div class="journeys-head quiet" aria-hidden="true">
                <span>{words::TITLE}</span>
                <span>{words::CONNECTEDNESS}</span>
                <span>{words::WORST}</span>
            </div>
            <ul class="journeys-list">
                <For each=move || shown.get() key=|row| row.id let:row>
                    {entry(state, &row)}
                </For>
            </ul>
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="quiet" role="status">{words::NONE}</p>
            </Show>
            <div class="modal-foot">
                <button
                    class="button"
                    type="button"
                    on:click=move |_| {
                        state.dialog.set(None);
                        super::add_journey(state);
                    }
                >
                    <IconView icon=Icon::Add />
                    {shell::ADD_JOURNEY}
                </button>
            </div>
        </Modal>
    }
    .into_any()
}

fn entry(state: State, row: &Row) -> AnyView {
    let id = row.id;
    let present = state.journey_id_untracked() == Some(id);
    view! {
        <li>
            <button
                class="journeys-entry"
                type="button"
                aria-current=present.then_some("true")
                on:click=move |_| show(state, id)
            >
                <span class="journeys-title" dir="auto">{row.title.clone()}</span>
                <span class="journeys-value" title=(!row.has_value).then_some(words::NO_VALUE_WHY)>
                    <span class="unseen">{words::CONNECTEDNESS}": "</span>
                    {row.connectedness.clone()}
                </span>
                <span class="journeys-worst quiet" dir="auto">
                    <span class="unseen">{words::WORST}": "</span>
                    {row.risk.clone().map(|risk| view! { <b class="journeys-risk">{risk}</b> })}
                    {row.worst.clone()}
                </span>
            </button>
        </li>
    }
    .into_any()
}
