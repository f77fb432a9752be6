//! The progress view: scores kept by hand, and what changed since.

mod chart;

use std::collections::HashSet;

use crosslane_core::edit::Edit;
use crosslane_core::model::{Id, JourneyScore, Percent, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::score::{Listed, snapshot, snapshots as list_of};
use crosslane_words::ui::{shell, snapshots as words};
use leptos::ev;

use crate::app::{State, new_id, today, use_state};
use crate::reactive::prelude::*;
use crate::storage::versions;
use crate::ui::{Icon, IconButton};

/// How many journeys of one snapshot are listed.
const MOST_JOURNEYS: usize = 200;

/// The view.
pub fn snapshots() -> AnyView {
    let state = use_state();
    view! {
        <div class="snapshots">
            <div class="view-head">
                <h1>{words::TITLE}</h1>
            </div>
            <p class="quiet view-note">{words::HINT}</p>
            {keep(state)}
            {chart::charts(state)}
            {move || list(state)}
        </div>
    }
    .into_any()
}

fn keep(state: State) -> AnyView {
    let note = RwSignal::new(String::new());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(document) = state.document.get_untracked() else { return };
        let text = note.get_untracked().trim().to_owned();
        let taken = snapshot(&document.evaluation, today(), (!text.is_empty()).then(|| text.clone()));
        let id = new_id();
        if state.edit(&Edit::PutSnapshot(id, Box::new(taken))) {
            versions::keep_scores(state, id, &text);
            note.set(String::new());
            state.toast(words::KEPT);
        }
    };
    view! {
        <form class="snapshots-keep" on:submit=submit>
            <label class="field">
                <span class="label">{words::NOTE}</span>
                <input
                    class="input"
                    dir="auto"
                    prop:value=move || note.get()
                    on:input:target=move |event| note.set(event.target().value())
                />
            </label>
            <button class="button button-main" type="submit">{words::TAKE}</button>
        </form>
    }
    .into_any()
}

fn list(state: State) -> AnyView {
    let Some(workspace) = state.workspace() else { return ().into_any() };
    let kept = list_of(&workspace);
    if kept.is_empty() {
        return view! { <p class="quiet view-note">{words::NONE}</p> }.into_any();
    }
    let versions = kept_versions(state);
    let entry = |listed: &Listed| entry(state, &workspace, listed, versions.contains(&listed.id));
    kept.iter().map(entry).collect_view().into_any()
}

fn entry(state: State, workspace: &Workspace, listed: &Listed, is_kept: bool) -> AnyView {
    let id = listed.id;
    let date = words::day(listed.snapshot.date);
    let ordered = workspace.journey_order.iter().filter(|id| listed.snapshot.journeys.contains_key(*id));
    let gone = listed.snapshot.journeys.keys().filter(|id| !workspace.journeys.contains_key(*id));
    let rows = ordered
        .copied()
        .chain(gone.copied())
        .take(MOST_JOURNEYS)
        .map(|journey| row(workspace, listed, journey))
        .collect_view();
    let label = format!("{} {date}", words::DELETE);
    let scores = format!("{} {date}", words::SCORES);
    view! {
        <section class="panel snapshot">
            <div class="snapshot-head">
                <h2><time datetime=listed.snapshot.date.map(|date| date.to_string())>{date}</time></h2>
                <span class="quiet" dir="auto">{listed.snapshot.note.clone()}</span>
                {is_kept.then(|| compare(state, id))}
                <IconButton
                    icon=Icon::Delete
                    label=label
                    on_click=move || {
                        if state.edit(&Edit::RemoveSnapshot(id)) {
                            state.toast(shell::UNDO_HINT);
                        }
                    }
                />
            </div>
            <div class="table-frame" role="group" tabindex="0" aria-label=scores>
                <table class="figures">
                    <thead>
                        <tr>
                            <th scope="col">{words::JOURNEY}</th>
                            <th scope="col">{words::CONNECTEDNESS}</th>
                            <th scope="col">{words::ASSESSED}</th>
                            <th scope="col">{words::HANDOFFS}</th>
                            <th scope="col">{words::ERRORS}</th>
                            <th scope="col">{words::WARNINGS}</th>
                            <th scope="col">{words::WORST}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// Leads to what moved the scores since.
fn compare(state: State, id: Id) -> AnyView {
    let href = move || state.route.get().to(View::Compare, Selection::Version(id)).hash();
    view! { <a class="button" href=href>{words::COMPARE}</a> }.into_any()
}

/// The versions that are still kept in this browser: of some, the scores were kept as well.
fn kept_versions(state: State) -> HashSet<Id> {
    let Route::Workspace { workspace, .. } = state.route.get() else { return HashSet::new() };
    versions::list(workspace).iter().map(|version| version.id).collect()
}

fn row(workspace: &Workspace, listed: &Listed, journey: Id) -> AnyView {
    let title = workspace
        .journeys
        .get(&journey)
        .map_or(words::GONE, |journey| shell::or_untitled(&journey.title))
        .to_owned();
    let score = listed.snapshot.journeys.get(&journey).map(AsRef::as_ref);
    let before = listed.before.as_ref().and_then(|before| before.journeys.get(&journey)).map(AsRef::as_ref);
    let percent = |of: fn(&JourneyScore) -> Option<Percent>| {
        let value = |score: Option<&JourneyScore>| score.and_then(of).map(Percent::value);
        figure(value(score), value(before))
    };
    // Counts of flags and handoffs are far below 2^52.
    #[allow(clippy::cast_precision_loss)]
    let count = |of: fn(&JourneyScore) -> Option<u64>| {
        let value = |score: Option<&JourneyScore>| score.and_then(of).map(|count| count as f64);
        figure(value(score), value(before))
    };
    view! {
        <tr>
            <th scope="row" dir="auto">{title}</th>
            <td>{range(score)} {percent(|score| score.connectedness)}</td>
            <td>{percent(|score| score.assessed)} </td>
            <td>{count(|score| score.handoffs)}</td>
            <td>{count(|score| score.errors)}</td>
            <td>{count(|score| score.warnings)}</td>
            <td>{percent(|score| score.worst_risk)}</td>
        </tr>
    }
    .into_any()
}

/// The low end of the range, before its high end.
fn range(score: Option<&JourneyScore>) -> Option<String> {
    let score = score?;
    let (low, high) = (score.connectedness_at_worst?, score.connectedness?);
    (low != high).then(|| format!("{} – ", low.value()))
}

fn figure(value: Option<f64>, before: Option<f64>) -> AnyView {
    let text = value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let change = value.zip(before).map(|(value, before)| {
        view! {
            <span class="quiet snapshot-change">
                {words::change(value - before)}
                <span class="unseen">" "{words::SINCE}</span>
            </span>
        }
    });
    view! { {text} " " {change} }.into_any()
}
