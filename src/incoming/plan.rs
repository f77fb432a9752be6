//! What a table or diagram would bring: where it goes, what is new, what was changed on the way in.

use std::sync::Arc;

use crosslane_core::edit::Edit;
use crosslane_core::format::plan::{ImportPlan, State as PlanState};
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::store::VersionKind;
use crosslane_words::ui::home as home_words;
use crosslane_words::ui::home::incoming as words;
use crosslane_words::ui::shell;

use super::done;
use crate::app::{Shared, State, new_id};
use crate::reactive::prelude::*;
use crate::storage::{self, versions};
use crate::ui::segments;

/// How many names of one kind are listed.
const MOST_NAMES: usize = 60;
/// How many names are shown without asking.
const FEW_NAMES: usize = 12;
/// How many things to know are listed.
const MOST_NOTES: usize = 200;

/// A plan with what is to be known about it, in words.
#[derive(Clone, PartialEq)]
pub struct Planned {
    /// The plan.
    pub plan: Shared<ImportPlan>,
    /// What was changed or left out.
    pub notes: Vec<String>,
    /// How many more there are.
    pub unlisted: usize,
}

/// Where an import goes.
#[derive(Clone, Copy)]
pub struct Destination {
    /// Into the workspace that is open, rather than a new one.
    pub into_open: RwSignal<bool>,
    can_choose: bool,
    new_id: Id,
}

impl Destination {
    /// Into the open workspace where there is one in view, else into a new one.
    pub fn new(state: State) -> Self {
        let open = matches!(state.route.get_untracked(), Route::Workspace { .. })
            && state.document.with_untracked(Option::is_some)
            && state.read_only.with_untracked(Option::is_none);
        Self { into_open: RwSignal::new(open), can_choose: open, new_id: new_id() }
    }

    /// The workspace it goes into, as it is before. `title` is that of a new one.
    pub fn workspace(self, state: State, title: &str) -> Workspace {
        let open = state.workspace_untracked().filter(|_| self.into_open.get());
        open.map_or_else(
            || Workspace { id: Some(self.new_id), title: title.to_owned(), ..Workspace::default() },
            |open| open.0.as_ref().clone(),
        )
    }

    /// The choice between the two.
    pub fn choice(self) -> Option<AnyView> {
        self.can_choose.then(|| {
            segments(words::TITLE, vec![(false, words::INTO_NEW), (true, words::INTO_OPEN)], self.into_open)
        })
    }
}

/// The name of what came in without its ending: the title of what it becomes.
pub fn title_of(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    if stem.is_empty() { home_words::NEW_WORKSPACE.to_owned() } else { stem.to_owned() }
}

/// The plan and the buttons below it.
pub fn preview(state: State, to: Destination, planned: Memo<Planned>) -> AnyView {
    let nothing = move || planned.with(|planned| !changes_anything(&planned.plan));
    view! {
        {to.choice()}
        {move || planned.with(|planned| Some(summary(planned)))}
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
            <button
                class="button button-main"
                autofocus
                type="button"
                disabled=nothing
                on:click=move |_| {
                    if let Some(planned) = planned.try_get_untracked() {
                        take_in(state, to, &planned.plan);
                    }
                }
            >
                {words::TAKE_IN}
            </button>
        </div>
    }
    .into_any()
}

fn changes_anything(plan: &ImportPlan) -> bool {
    plan.journeys.iter().any(|journey| matches!(journey.state, PlanState::New | PlanState::Changed))
        || plan.entries.iter().any(|entry| entry.state == PlanState::New)
}

fn take_in(state: State, to: Destination, plan: &ImportPlan) {
    let into_open = to.into_open.get_untracked();
    let first = plan.journeys.first().map(|journey| journey.id);
    done(state);
    if into_open {
        versions::keep(state, VersionKind::BeforeImport, "");
        if state.edit(&Edit::Replace(Box::new(plan.workspace.clone())))
            && let Some(first) = first
        {
            state.jump(View::Map, first, Selection::None);
        }
    } else {
        storage::take_in(state, to.new_id, plan.workspace.clone());
    }
}

fn summary(planned: &Planned) -> AnyView {
    let plan = &planned.plan;
    let counts = [
        (PlanState::New, words::NEW),
        (PlanState::Changed, words::CHANGES),
        (PlanState::Missing, words::MISSING),
    ]
    .into_iter()
    .map(|(state, label)| (state, label, plan.touchpoints(state)))
    .filter(|(state, _, count)| *count > 0 || *state == PlanState::New)
    .map(|(_, label, count)| {
        let text = home_words::plural(count as u64, "touchpoint", "touchpoints");
        view! { <li><b>{label}</b> ": " {text}</li> }
    })
    .collect_view();
    let nothing = (!changes_anything(plan)).then(|| view! { <p role="status">{words::NOTHING_NEW}</p> });
    let journeys: Vec<String> =
        plan.journeys.iter().map(|journey| shell::or_untitled(&journey.title).to_owned()).collect();
    let departments: Vec<String> = plan
        .entries
        .iter()
        .filter(|entry| entry.kind == EntityKind::Department && entry.state != PlanState::Missing)
        .map(|entry| entry.name.clone())
        .collect();
    view! {
        {nothing}
        <ul class="incoming-counts">{counts}</ul>
        {names(words::JOURNEYS, &journeys)}
        {names(words::DEPARTMENTS, &departments)}
        {told(&planned.notes, planned.unlisted)}
    }
    .into_any()
}

fn names(label: &'static str, names: &[String]) -> Option<AnyView> {
    if names.is_empty() {
        return None;
    }
    let more = names.len().saturating_sub(MOST_NAMES);
    let mut listed = names[..names.len().min(MOST_NAMES)].join(" · ");
    if more > 0 {
        listed.push(' ');
        listed.push_str(&words::more(more));
    }
    let view = view! {
        <details class="incoming-names" open=names.len() <= FEW_NAMES>
            <summary><b>{label}</b> " " {names.len()}</summary>
            <p dir="auto">{listed}</p>
        </details>
    };
    Some(view.into_any())
}

/// What was changed or left out on the way in.
pub fn told(notes: &[String], unlisted: usize) -> Option<AnyView> {
    if notes.is_empty() {
        return None;
    }
    let more = notes.len().saturating_sub(MOST_NOTES) + unlisted;
    let list: Vec<AnyView> = notes
        .iter()
        .take(MOST_NOTES)
        .map(|note| view! { <li dir="auto">{note.clone()}</li> }.into_any())
        .collect();
    let view = view! {
        <h3>{words::CHANGED}</h3>
        <ul class="incoming-list" tabindex="0">
            {list}
            {(more > 0).then(|| view! { <li class="quiet">{words::more(more)}</li> })}
        </ul>
    };
    Some(view.into_any())
}

/// A plan ready to be shown.
pub fn planned(plan: ImportPlan, notes: Vec<String>, unlisted: usize) -> Planned {
    Planned { plan: Shared(Arc::new(plan)), notes, unlisted }
}
