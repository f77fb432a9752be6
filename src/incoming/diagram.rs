//! A Mermaid diagram on its way in: its people are the customer, departments or systems.

use std::sync::Arc;

use crosslane_core::format::mermaid::{self, ImportOptions, Person, PersonKind, Reading};
use crosslane_words::diagram as diagram_words;
use crosslane_words::ui::home::incoming as words;

use super::plan::{Destination, planned, preview as plan_preview, title_of};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::segments;

/// The preview of a diagram.
pub fn preview(state: State, name: &str, reading: Arc<Reading>) -> AnyView {
    let to = Destination::new(state);
    let title = title_of(name);
    let people: Vec<(Person, RwSignal<PersonKind>)> =
        mermaid::people(&reading.diagram, &to.workspace(state, &title))
            .into_iter()
            .map(|person| {
                let kind = RwSignal::new(person.kind);
                (person, kind)
            })
            .collect();
    let choices = choices(&people);
    let plan = Memo::new(move |_| {
        let chosen =
            people.iter().map(|(person, kind)| Person { kind: kind.get(), ..person.clone() }).collect();
        let workspace = to.workspace(state, &title);
        let options = ImportOptions { title: title.clone(), people: chosen, ..ImportOptions::default() };
        let import = mermaid::import(&reading, &workspace, &options);
        let notes = import.notes.list.iter().map(diagram_words::note).collect();
        planned(import.plan, notes, import.notes.unlisted)
    });
    view! {
        {choices}
        {plan_preview(state, to, plan)}
    }
    .into_any()
}

fn choices(people: &[(Person, RwSignal<PersonKind>)]) -> Option<AnyView> {
    if people.is_empty() {
        return None;
    }
    let rows = people
        .iter()
        .map(|(person, kind)| {
            let kinds = vec![
                (PersonKind::Customer, words::CUSTOMER),
                (PersonKind::Department, words::DEPARTMENT),
                (PersonKind::System, words::SYSTEM),
            ];
            view! {
                <li class="incoming-person">
                    <span dir="auto">{person.name.clone()}</span>
                    {segments(person.name.clone(), kinds, *kind)}
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <h3>{words::PEOPLE}</h3>
        <p class="quiet">{words::PEOPLE_HINT}</p>
        <ul class="incoming-people">{rows}</ul>
    };
    Some(view.into_any())
}
