//! The steering committee: who it is, its agenda, what it decided, what proved good.

use crosslane_core::edit::form::Place;
use crosslane_core::model::{Decision, EntityKind, Id, Workspace};
use crosslane_core::sort::Sort;
use crosslane_words::ui::act::committee as words;
use crosslane_words::values;

use super::{addressed, agenda, become_standard, parts};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::fields;

/// The committee.
pub fn all(state: State) -> AnyView {
    let circle = fields::fields(state, Place::Committee, &["mandate", "rhythm", "members"]);
    let proved = fields::field(state, Place::Committee, "best_practices");
    view! {
        <div class="act-committee">
            <div class="act-column">
                {part(words::AGENDA, agenda::agenda(state))}
                {part(words::DECISIONS, decisions(state))}
            </div>
            <div class="act-column">
                {part(words::CIRCLE, view! { <div class="act-fields">{circle}</div> }.into_any())}
                {part(words::BEST_PRACTICES, view! { <div class="act-fields">{proved}</div> }.into_any())}
            </div>
        </div>
    }
    .into_any()
}

/// A part of the page.
fn part(title: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="act-section">
            <h2>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// What was decided, the newest first.
fn decisions(state: State) -> AnyView {
    let list = move || {
        let workspace = state.workspace()?;
        let decisions = workspace.committee.as_ref().map(|committee| &committee.decisions);
        let mut decisions: Vec<_> = decisions.into_iter().flatten().collect();
        if decisions.is_empty() {
            return Some(parts::none(EntityKind::Decision));
        }
        decisions.arrange_by_key(|(id, decision)| std::cmp::Reverse((decision.date, **id)));
        let rows = decisions.into_iter().map(|(id, decision)| row(state, &workspace, *id, decision));
        Some(view! { <ul class="act-list">{rows.collect_view()}</ul> }.into_any())
    };
    view! { {list} }.into_any()
}

fn row(state: State, workspace: &Workspace, id: Id, decision: &Decision) -> AnyView {
    let standard = decision.standard.map(|standard| {
        let link = parts::entry_link(state, workspace, EntityKind::Standard, standard.id());
        view! { <p class="act-line">{words::BECAME}": "{link}</p> }
    });
    view! {
        <li class="panel act-card">
            <h3>{parts::entry_link(state, workspace, EntityKind::Decision, id)}</h3>
            {decision.date.map(|date| view! { <p class="quiet act-line">{values::date(date)}</p> })}
            {parts::chips(workspace, decision.departments.as_deref())}
            {standard}
        </li>
    }
    .into_any()
}

/// The page of a decision.
pub fn one(state: State, id: Id) -> AnyView {
    let place = Place::Entry(EntityKind::Decision, id);
    view! {
        <div class="act-fields">{fields::fields(state, place, &["date", "departments"])}</div>
        {addressed::of_decision(state, id)}
        {become_standard::become_standard(state, id)}
    }
    .into_any()
}
