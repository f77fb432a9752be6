//! Co-creation sessions: who took part, what was worked on, and the cycles from findings to learning.

use crosslane_core::act::ordered_cycles;
use crosslane_core::edit::form::Place;
use crosslane_core::model::{EntityKind, Id, Session, Workspace};
use crosslane_core::sort::Sort;
use crosslane_words::ui::act::sessions as words;
use crosslane_words::values;

use super::{cycles, learning, parts};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::fields;

/// All sessions, the newest first.
pub fn all(state: State) -> AnyView {
    let list = move || {
        let workspace = state.workspace()?;
        if workspace.sessions.is_empty() {
            return Some(parts::none(EntityKind::Session));
        }
        let mut sessions: Vec<_> = workspace.sessions.iter().collect();
        sessions.arrange_by_key(|(id, session)| std::cmp::Reverse((session.date, **id)));
        let cards = sessions.into_iter().map(|(id, session)| card(state, &workspace, *id, session));
        Some(view! { <ul class="act-list">{cards.collect_view()}</ul> }.into_any())
    };
    view! { {list} }.into_any()
}

fn card(state: State, workspace: &Workspace, id: Id, session: &Session) -> AnyView {
    let people: Vec<String> = session.participants.values().map(|it| it.name.clone()).collect();
    let people: Vec<String> = people.into_iter().filter(|name| !name.trim().is_empty()).collect();
    let touchpoints = session.touchpoints.as_ref().map_or(0, Vec::len);
    let counted = [words::cycles(session.cycles.len()), words::touchpoints(touchpoints)].join(", ");
    let learned = ordered_cycles(session).into_iter().rev().find_map(|(_, cycle)| cycle.learning.clone());
    view! {
        <li class="panel act-card">
            <h2>{parts::entry_link(state, workspace, EntityKind::Session, id)}</h2>
            {session.date.map(|date| view! { <p class="quiet act-line">{values::date(date)}</p> })}
            {(!people.is_empty()).then(|| view! { <p class="act-line" dir="auto">{values::list(&people)}</p> })}
            <p class="quiet act-line">{counted}</p>
            {learned.map(|learned| view! { <p class="act-text" dir="auto">{learned}</p> })}
        </li>
    }
    .into_any()
}

/// The page of a session.
pub fn one(state: State, id: Id) -> AnyView {
    let place = Place::Entry(EntityKind::Session, id);
    view! {
        <div class="act-fields">{fields::fields(state, place, &["date", "touchpoints", "participants"])}</div>
        {parts::section(words::CYCLES, cycles::cycles(state, id))}
        {parts::section(words::LEARNED, learning::learning(state, id))}
    }
    .into_any()
}
