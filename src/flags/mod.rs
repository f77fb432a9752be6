//! The flags view: flags in groups and explained, waivers, and the open questions.

mod accepted;
mod chosen;
mod commands;
mod line;
mod questions;
mod thresholds;
mod waive;

use crosslane_core::model::Workspace;
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::{
    Addressed, Evaluation, Flag, GroupBy, GroupKey, JourneyEvaluation, RULES, grouped,
};
use crosslane_words::flag as flag_words;
use crosslane_words::ui::{flags as words, handoffs as handoff_words, shell};
use std::sync::Arc;

use crate::app::{State, use_state};
use crate::handoffs;
use crate::reactive::prelude::*;
use crate::ui::{segments, severity_badge};
use crate::workspace::later::LaterPart;

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    view: |view| if view == View::Flags { flags().into_any() } else { handoffs::handoffs().into_any() },
    dialog: |_| waive(),
    ..LaterPart::NONE
};

pub use commands::COMMANDS;
use waive::waive;

/// How many lines of a group are shown at first, and are added at a time.
const PAGE: usize = 30;

/// The halves of the view, and what they rest on.
#[derive(Clone, Copy, Default, PartialEq)]
enum Tab {
    #[default]
    Flags,
    Questions,
    Thresholds,
}

/// What the view shows.
#[derive(Clone, Copy)]
struct Shown {
    all_journeys: RwSignal<bool>,
    tab: RwSignal<Tab>,
    by: RwSignal<GroupBy>,
    // The fingerprints of the flags to start an initiative from.
    chosen: RwSignal<Vec<String>>,
}

/// What the rules say of the journeys in scope.
fn scope(state: State, all: bool) -> Option<Evaluation> {
    let one = |journey: Arc<JourneyEvaluation>| Evaluation { journeys: vec![journey] };
    if all {
        state
            .document
            .with(|document| document.as_ref().map(|document| document.evaluation.0.as_ref().clone()))
    } else {
        state.evaluation().map(|journey| one(journey.0))
    }
}

/// The view.
fn flags() -> AnyView {
    let state = use_state();
    let tab = RwSignal::new(Tab::Flags);
    follow_address(state, tab);
    let shown = Shown {
        all_journeys: RwSignal::new(false),
        tab,
        by: RwSignal::new(GroupBy::Severity),
        chosen: RwSignal::new(Vec::new()),
    };
    view! {
        <div class="split">
            <div class="split-main flags">
                <div class="view-head">
                    <h1>{words::TITLE}</h1>
                    {segments(
                        words::TABS,
                        vec![
                            (Tab::Flags, words::FLAGS),
                            (Tab::Questions, words::QUESTIONS),
                            (Tab::Thresholds, words::THRESHOLDS),
                        ],
                        shown.tab,
                    )}
                    <Show when=move || shown.tab.get() != Tab::Thresholds>
                        {segments(
                            handoff_words::SCOPE,
                            vec![(false, handoff_words::THIS_JOURNEY), (true, handoff_words::ALL_JOURNEYS)],
                            shown.all_journeys,
                        )}
                    </Show>
                    <Show when=move || shown.tab.get() == Tab::Flags>
                        {segments(words::GROUP, GroupBy::ALL.into_iter().map(|by| (by, words::group(by))).collect(), shown.by)}
                    </Show>
                </div>
                {move || match shown.tab.get() {
                    Tab::Flags => list(state, shown),
                    Tab::Questions => questions::questions(state, shown),
                    Tab::Thresholds => thresholds::thresholds(state),
                }}
            </div>
            <crate::inspector::Inspector />
        </div>
    }
    .into_any()
}

/// Keeps the tab and the address together. What is chosen in a tab takes the place of its own address, and the tab stays.
fn follow_address(state: State, tab: RwSignal<Tab>) {
    Effect::new(move || match state.selection() {
        Selection::Questions => tab.set(Tab::Questions),
        Selection::Thresholds => tab.set(Tab::Thresholds),
        _ if tab.get_untracked() == Tab::Thresholds => tab.set(Tab::Flags),
        _ => {}
    });
    Effect::new(move |before: Option<Tab>| {
        let tab = tab.get();
        let own = match tab {
            Tab::Flags => Selection::None,
            Tab::Questions => Selection::Questions,
            Tab::Thresholds => Selection::Thresholds,
        };
        if before.is_some_and(|before| before != tab) && untrack(|| state.selection()) != own {
            state.select(own);
        }
        tab
    });
}

fn list(state: State, shown: Shown) -> AnyView {
    let content = move || {
        let (Some(workspace), Some(evaluation)) = (state.workspace(), scope(state, shown.all_journeys.get()))
        else {
            return ().into_any();
        };
        let by = shown.by.get();
        let groups = grouped(&workspace, &evaluation, by, Flag::is_open);
        let addressed = Addressed::of(&workspace);
        let sections = groups
            .iter()
            .map(|(key, lines)| {
                let rows: Vec<line::Row> =
                    lines.iter().map(|line| line::row(&workspace, line, &addressed)).collect();
                group(state, shown.chosen, heading(&workspace, *key), rows)
            })
            .collect_view();
        let nothing = groups.is_empty().then(|| view! { <p class="quiet view-note">{words::NONE}</p> });
        view! {
            {nothing}
            {sections}
            {accepted::accepted(state, &workspace, &evaluation)}
        }
        .into_any()
    };
    view! {
        {chosen::bar(state, shown.chosen)}
        {content}
    }
    .into_any()
}

/// What a group is called.
fn heading(workspace: &Workspace, key: GroupKey) -> AnyView {
    let text = match key {
        GroupKey::Severity(std::cmp::Reverse(severity)) => return severity_badge(severity),
        GroupKey::Rule(at) => RULES.get(at).map_or("", |rule| flag_words::title(rule.id)).to_owned(),
        GroupKey::Department(_, Some(id)) => shell::or_untitled(workspace.department_name(id)).to_owned(),
        GroupKey::Department(_, None) => words::NO_DEPARTMENT.to_owned(),
        GroupKey::Phase(_, _, None) => words::NO_PHASE.to_owned(),
        GroupKey::Phase(_, _, Some((journey, phase))) => {
            let name = workspace.journeys.get(&journey).and_then(|journey| journey.phases.get(&phase));
            shell::or_untitled(name.map_or("", |phase| &phase.name)).to_owned()
        }
    };
    view! { <span dir="auto">{text}</span> }.into_any()
}

fn group(state: State, chosen: RwSignal<Vec<String>>, heading: AnyView, rows: Vec<line::Row>) -> AnyView {
    let count = rows.len();
    let shown = RwSignal::new(PAGE);
    let rows = StoredValue::new(rows);
    view! {
        <section class="flag-group">
            <h2>{heading} " " <span class="quiet">{count}</span></h2>
            <ul class="flag-list">
                {move || {
                    rows.with_value(|rows| {
                        rows.iter().take(shown.get()).map(|row| line::view(state, chosen, row)).collect_view()
                    })
                }}
            </ul>
            <Show when=move || shown.get() < count>
                <button class="button" type="button" on:click=move |_| shown.update(|shown| *shown += PAGE)>
                    {words::MORE}
                </button>
            </Show>
        </section>
    }
    .into_any()
}
