//! The agenda of the steering committee, and what can be done with an item of it.

use crosslane_core::act::{AgendaItem, agenda as items_of, decide as decided};
use crosslane_core::edit::Entry;
use crosslane_core::model::EntityKind;
use crosslane_core::rules::Evaluation;
use crosslane_words::flag as flag_words;
use crosslane_words::labels::Label;
use crosslane_words::ui::act::{committee as words, initiatives as initiative_words};
use crosslane_words::ui::handoffs as handoff_words;

use super::{initiative, parts};
use crate::app::{Document, State, today};
use crate::handoffs::level;
use crate::reactive::prelude::*;
use crate::ui::department_chip;

/// How many items a meeting can take.
const MOST: usize = 7;

/// The agenda.
pub fn agenda(state: State) -> AnyView {
    let list = move || {
        let document = state.document.get()?;
        let items = items_of(&document.workspace, &document.evaluation, MOST);
        if items.is_empty() {
            return Some(view! { <p class="quiet view-note">{words::AGENDA_EMPTY}</p> }.into_any());
        }
        let items = items.iter().map(|it| item(state, &document, it)).collect_view();
        Some(
            view! {
                <p class="quiet view-note">{words::AGENDA_HINT}</p>
                <ol class="act-list">{items}</ol>
            }
            .into_any(),
        )
    };
    view! { {list} }.into_any()
}

fn item(state: State, document: &Document, item: &AgendaItem) -> AnyView {
    let workspace = &document.workspace;
    let place = crosslane_core::rules::Place::Handoff(item.handoff);
    let name = flag_words::place(workspace, Some(item.journey), place);
    let found = found(&document.evaluation, item);
    let found = found.map(|title| view! { <li>{title}</li> }).collect_view();
    let practice = item.practice.map(Label::label);
    let (for_decision, for_initiative) = (item.clone(), item.fingerprints.clone());
    let (journey, handoff) = (item.journey, item.handoff);
    view! {
        <li class="panel act-card act-item">
            <p class="risk" data-level=level(item.risk)>
                <span class="risk-number">
                    <span class="unseen">{handoff_words::RISK}" "</span>
                    {item.risk.round()}
                </span>
            </p>
            <div class="act-item-main">
                <h3>{parts::handoff_link(state, journey, handoff, name)}</h3>
                <p class="act-chips">
                    {department_chip(workspace, item.from_department)}
                    <span aria-hidden="true">"→"</span>
                    {department_chip(workspace, item.to_department)}
                </p>
                <p class="act-line">{words::unaddressed(item.flags.len())}":"</p>
                <ul class="act-titles">{found}</ul>
                {practice.map(|practice| view! { <p class="quiet act-line">{words::PROPOSED}": "{practice}</p> })}
                <p class="act-actions">
                    <button class="button" type="button" on:click=move |_| decide(state, &for_decision)>
                        {words::DECIDE}
                    </button>
                    <button class="button" type="button" on:click=move |_| initiative::start(state, &for_initiative)>
                        {initiative_words::START}
                    </button>
                </p>
            </div>
        </li>
    }
    .into_any()
}

/// What was found there, each kind once.
fn found(evaluation: &Evaluation, item: &AgendaItem) -> impl Iterator<Item = &'static str> {
    let flags = evaluation.journey(item.journey).map(|journey| &journey.findings.flags);
    let rules = item.flags.iter().filter_map(|at| Some(flags?.get(*at)?.rule));
    let mut titles: Vec<&'static str> = Vec::new();
    for title in rules.map(flag_words::title) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.into_iter()
}

/// Adds a decision about an item, for the person to write down.
fn decide(state: State, item: &AgendaItem) {
    let Some(document) = state.document.get_untracked() else { return };
    let mut decision = decided(&document.workspace, &document.evaluation, &item.fingerprints, today());
    let name = |id| parts::called(&document.workspace, EntityKind::Touchpoint, id);
    decision.text = words::decision(&name(item.handoff.from), &name(item.handoff.to));
    parts::add(state, Entry::Decision(decision));
}
