//! Where an entry is used, and the way there.

use crosslane_core::compare::Change;
use crosslane_core::edit::{is_use, uses};
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::route::{Selection, View, shown_at};
use crosslane_words::ui::{departments as words, shell};

use super::registers::address;
use crate::app::{Shared, State};
use crate::reactive::prelude::*;

/// How many places of a journey are shown at first.
const PAGE: usize = 30;

/// A place that names the entry.
#[derive(Clone, PartialEq)]
struct Use {
    text: String,
    selection: Option<Selection>,
}

/// The places in one journey, or beside the journeys.
#[derive(Clone, PartialEq)]
struct Group {
    journey: Option<Id>,
    title: String,
    uses: Vec<Use>,
}

/// The places that name an entry: those in journeys by journey, in their order, then the others.
fn groups(workspace: &Workspace, kind: EntityKind, id: Id) -> Vec<Group> {
    let changes: Vec<Change> = uses(workspace, kind, id).unwrap_or_default();
    let mut groups: Vec<Group> = workspace
        .ordered_journeys()
        .map(|(id, journey)| Group {
            journey: Some(id),
            title: shell::or_untitled(&journey.title).to_owned(),
            uses: Vec::new(),
        })
        .collect();
    groups.push(Group { journey: None, title: words::ELSEWHERE.to_owned(), uses: Vec::new() });
    for change in changes.iter().filter(|change| is_use(change)) {
        let shown = shown_at(&change.path);
        let journey = shown.and_then(|(journey, _)| journey);
        if let Some(group) = groups.iter_mut().find(|group| group.journey == journey) {
            let text = words::place(workspace, change, journey.is_some());
            group.uses.push(Use { text, selection: shown.map(|(_, selection)| selection) });
        }
    }
    groups.retain(|group| !group.uses.is_empty());
    groups
}

/// The places.
pub fn list(state: State, kind: EntityKind, id: Id, version: Signal<Option<Shared<Workspace>>>) -> AnyView {
    let groups =
        Memo::new(move |_| version.get().map(|workspace| groups(&workspace, kind, id)).unwrap_or_default());
    let shown = move || {
        let groups = groups.get();
        if groups.is_empty() {
            return view! { <p class="quiet">{words::USED_NOWHERE}</p> }.into_any();
        }
        groups.into_iter().map(|group| section(state, group)).collect_view().into_any()
    };
    view! {
        <section class="entry-part uses">
            <h2>{words::USES}</h2>
            {shown}
        </section>
    }
    .into_any()
}

fn section(state: State, group: Group) -> AnyView {
    let Group { journey, title, uses } = group;
    let total = uses.len();
    let all = RwSignal::new(total <= PAGE);
    let uses = StoredValue::new(uses);
    let rows = move || {
        let most = if all.get() { total } else { PAGE };
        uses.with_value(|uses| uses.iter().take(most).map(|place| row(state, journey, place)).collect_view())
    };
    view! {
        <h3 dir="auto">{title}" "<span class="quiet">{total}</span></h3>
        <ul class="link-list">{rows}</ul>
        <Show when=move || !all.get()>
            <button class="button" type="button" on:click=move |_| all.set(true)>{words::show_all(total)}</button>
        </Show>
    }
    .into_any()
}

fn row(state: State, journey: Option<Id>, place: &Use) -> AnyView {
    let text = place.text.clone();
    let link = match (journey, place.selection) {
        (Some(journey), selection) => {
            let go = move |_| crate::map::show(state, journey, selection.unwrap_or_default());
            view! { <button class="link" type="button" dir="auto" on:click=go>{text}</button> }.into_any()
        }
        (None, Some(selection)) => {
            let view = match selection {
                Selection::Register(kind) | Selection::Entry(kind, _) => View::of_entries(kind),
                _ => View::Departments,
            };
            view! { <a dir="auto" href=move || address(state, view, selection)>{text}</a> }.into_any()
        }
        (None, None) => view! { <span dir="auto">{text}</span> }.into_any(),
    };
    view! { <li>{link}</li> }.into_any()
}
