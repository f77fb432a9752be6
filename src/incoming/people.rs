//! The people of a diagram: the customer, departments or systems.

use crosslane_core::format::mermaid::PersonKind;
use crosslane_words::ui::home::incoming as words;

use crate::reactive::prelude::*;
use crate::ui::segments;

/// A person of a diagram, and what a person in front of it takes that one for.
pub type Chosen = (String, RwSignal<PersonKind>);

/// Who they are.
pub fn choices(people: &[Chosen]) -> Option<AnyView> {
    if people.is_empty() {
        return None;
    }
    let rows = people
        .iter()
        .map(|(name, kind)| {
            let kinds = vec![
                (PersonKind::Customer, words::CUSTOMER),
                (PersonKind::Department, words::DEPARTMENT),
                (PersonKind::System, words::SYSTEM),
            ];
            view! {
                <li class="incoming-person">
                    <span dir="auto">{name.clone()}</span>
                    {segments(name.clone(), kinds, *kind)}
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
