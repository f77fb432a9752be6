//! Shared goals: how far they are, and each department's part.

use crosslane_core::act::{departments_without_part, give_part, progress};
use crosslane_core::edit::form::Place;
use crosslane_core::model::{EntityKind, Goal, Id, Workspace};
use crosslane_words::ui::act::goals as words;

use super::parts;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::page::focus_soon;
use crate::ui::{Icon, IconView, department_chip, fields};

/// All goals.
pub fn all(state: State) -> AnyView {
    let list = move || {
        let workspace = state.workspace()?;
        if workspace.goals.is_empty() {
            return Some(parts::none(EntityKind::Goal));
        }
        let cards = workspace.goals.iter().map(|(id, goal)| card(state, &workspace, *id, goal));
        Some(view! { <ul class="act-list">{cards.collect_view()}</ul> }.into_any())
    };
    view! { {list} }.into_any()
}

fn card(state: State, workspace: &Workspace, id: Id, goal: &Goal) -> AnyView {
    let measure = goal.measure.clone();
    view! {
        <li class="panel act-card">
            <h2>{parts::entry_link(state, workspace, EntityKind::Goal, id)}</h2>
            {measure.map(|measure| view! { <p class="quiet act-line" dir="auto">{measure}</p> })}
            {bar(goal)}
            {contributions(workspace, goal)}
            {without(state, workspace, id, goal)}
        </li>
    }
    .into_any()
}

/// How far the goal is: a bar, and the same in words.
fn bar(goal: &Goal) -> AnyView {
    let figures = words::figures(goal);
    let bar = progress(goal).map(|gone| {
        let way = words::way(gone);
        view! {
            <progress class="act-progress" aria-label=words::PROGRESS max="1" value=gone.to_string()>{way.clone()}</progress>
            <span>{way}</span>
        }
    });
    let figures = (!figures.is_empty()).then(|| view! { <span class="quiet">{figures}</span> });
    view! { <p class="act-way">{bar} {figures}</p> }.into_any()
}

/// Your part: what each department does for it.
fn contributions(workspace: &Workspace, goal: &Goal) -> AnyView {
    let part = |(id, of): (&Id, &std::sync::Arc<crosslane_core::model::Contribution>)| {
        let text = of.part.clone().filter(|text| !text.trim().is_empty());
        let quiet = text.is_none();
        view! {
            <li>
                {department_chip(workspace, *id)}
                <span dir="auto" class:quiet=quiet>{text.unwrap_or_else(|| words::PART_UNKNOWN.to_owned())}</span>
            </li>
        }
    };
    view! { <ul class="act-parts">{goal.contributions.iter().map(part).collect_view()}</ul> }.into_any()
}

/// The departments that own touchpoints in its journeys and have no part.
fn without(state: State, workspace: &Workspace, id: Id, goal: &Goal) -> AnyView {
    if goal.journeys.is_none() {
        return view! { <p class="quiet act-line">{words::NO_JOURNEYS}</p> }.into_any();
    }
    let missing = departments_without_part(workspace, goal);
    if missing.is_empty() {
        return ().into_any();
    }
    let row = |department: &Id| {
        let department = *department;
        let label = words::give(workspace.department_name(department));
        view! {
            <li>
                {department_chip(workspace, department)}
                <button class="button" type="button" aria-label=label on:click=move |_| give(state, id, department)>
                    {words::GIVE}
                </button>
            </li>
        }
    };
    view! {
        <div class="act-without">
            <p>
                <span class="badge" data-severity="warning">
                    <IconView icon=Icon::Warning />
                    {words::WITHOUT}
                </span>
            </p>
            <ul class="act-parts">{missing.iter().map(row).collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// Gives a department a part, and lets the person say which.
fn give(state: State, goal: Id, department: Id) {
    let Some(workspace) = state.workspace_untracked() else { return };
    if give_part(&workspace, goal, department).is_some_and(|edit| state.edit(&edit)) {
        parts::open(state, EntityKind::Goal, goal);
        focus_soon(Place::Contribution(goal, department).key("part"));
    }
}

/// The page of a goal.
pub fn one(state: State, id: Id) -> AnyView {
    let place = Place::Entry(EntityKind::Goal, id);
    let now = move || {
        let workspace = state.workspace()?;
        let goal = workspace.goals.get(&id)?;
        Some(view! {
            {bar(goal)}
            {without(state, &workspace, id, goal)}
        })
    };
    let figures = ["measure", "baseline", "current", "target", "journeys"];
    view! {
        <div class="act-now">{now}</div>
        <div class="act-fields">
            {fields::fields(state, place, &figures)}
            {fields::field(state, place, "contributions")}
        </div>
    }
    .into_any()
}
