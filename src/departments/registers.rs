//! The registers, to choose from, with how much each holds.

use crosslane_core::edit::Entry;
use crosslane_core::model::EntityKind;
use crosslane_core::route::{Selection, View};
use crosslane_words::ui::departments as words;

use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView};

/// The registers, those that other work refers to the most first; the last three are looked after in another view.
const REGISTERS: [EntityKind; 10] = [
    EntityKind::Department,
    EntityKind::System,
    EntityKind::Item,
    EntityKind::Subject,
    EntityKind::Measure,
    EntityKind::Persona,
    EntityKind::Channel,
    EntityKind::Goal,
    EntityKind::Standard,
    EntityKind::Term,
];

/// The address of something in the open workspace. Reactive.
pub fn address(state: State, view: View, selection: Selection) -> String {
    state.route.get().to(view, selection).hash()
}

/// The address of all entries of a kind. Reactive.
pub fn address_of(state: State, kind: EntityKind) -> String {
    address(state, View::of_entries(kind), Selection::Register(kind))
}

/// The address of an entry's page. Reactive.
pub fn address_of_entry(state: State, kind: EntityKind, id: crosslane_core::model::Id) -> String {
    address(state, View::of_entries(kind), Selection::Entry(kind, id))
}

/// Shows all entries of a kind.
pub fn go_to(state: State, kind: EntityKind) {
    state.go(state.route.get_untracked().to(View::of_entries(kind), Selection::Register(kind)));
}

/// The register that what is chosen belongs to.
fn chosen(selection: Selection) -> EntityKind {
    match selection {
        Selection::Register(kind) | Selection::Entry(kind, _) => kind,
        _ => EntityKind::Department,
    }
}

/// The registers.
pub fn registers(state: State, shown: Memo<Selection>) -> AnyView {
    let links = REGISTERS
        .into_iter()
        .map(|kind| {
            let count =
                Memo::new(move |_| state.workspace().map_or(0, |workspace| Entry::count(&workspace, kind)));
            let current = move || (chosen(shown.get()) == kind).then_some("page");
            let elsewhere = View::of_entries(kind) != View::Departments;
            view! {
                <li>
                    <a class="register-link" href=move || address_of(state, kind) aria-current=current>
                        <span>{words::register(kind)}</span>
                        {elsewhere.then(|| view! { <IconView icon=Icon::Act /> })}
                        <span class="quiet">{move || count.get()}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="registers print-hidden" aria-label=words::REGISTERS>
            <ul>{links}</ul>
        </nav>
    }
    .into_any()
}
