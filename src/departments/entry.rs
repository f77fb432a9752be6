//! The page of an entry: what it is, where it is used, and what can be done with it.

use crosslane_core::edit::form::{Place, creatable, name_of};
use crosslane_core::model::{EntityKind, Id};
use crosslane_words::ui::{departments as words, shell};

use super::registers::address_of;
use super::{access, uses};
use crate::app::{Dialog, State};
use crate::reactive::prelude::*;
use crate::ui::fields::{Bound, fields, title};
use crate::ui::{Icon, IconView, segments, settled};

/// The page. `meeting` says which half of a department's page is shown.
pub fn entry(state: State, kind: EntityKind, id: Id, meeting: RwSignal<bool>) -> AnyView {
    let there = Memo::new(move |_| state.workspace().is_some_and(|workspace| workspace.contains(kind, id)));
    let page = move || if there.get() { page(state, kind, id, meeting) } else { gone(state, kind) };
    page.into_any()
}

fn gone(state: State, kind: EntityKind) -> AnyView {
    view! {
        <h1>{words::register(kind)}</h1>
        <p>{words::GONE}</p>
        <p><a href=move || address_of(state, kind)>{words::register(kind)}</a></p>
    }
    .into_any()
}

fn page(state: State, kind: EntityKind, id: Id, meeting: RwSignal<bool>) -> AnyView {
    let is_department = kind == EntityKind::Department;
    let tabs = is_department.then(|| {
        segments(words::TABS, vec![(true, words::BEFORE_MEETING), (false, words::FACTS_AND_USES)], meeting)
    });
    let body = move || {
        if is_department && meeting.get() {
            crate::meeting::department(state, id)
        } else {
            facts(state, kind, id)
        }
    };
    view! {
        {head(state, kind, id)}
        <div class="print-hidden">{tabs}</div>
        {body}
    }
    .into_any()
}

/// The name to be typed over, and what can be done with the whole entry.
fn head(state: State, kind: EntityKind, id: Id) -> AnyView {
    let place = Place::Entry(kind, id);
    let name = Memo::new(move |_| {
        let workspace = state.workspace()?;
        Some(shell::or_untitled(&name_of(&workspace, kind, id)).to_owned())
    });
    let named = place.specs().next().filter(|_| creatable(kind));
    let typed = named.and_then(|spec| Bound::new(state, place, spec.name));
    let open = move |dialog: Dialog| state.dialog.set(Some(dialog));
    view! {
        <div class="entry-head print-hidden">
            <h1 class="unseen">{move || name.get()}</h1>
            <p class="entry-kind quiet">
                <a href=move || address_of(state, kind)>{words::register(kind)}</a>
            </p>
            <div class="entry-title">
                {typed.map(|bound| title(bound, words::NAME))}
                <Show when=move || state.read_only.with(Option::is_none)>
                    <button class="button" type="button" on:click=move |_| open(Dialog::MergeEntry(kind, id, None))>
                        {words::MERGE}
                    </button>
                    <button class="button button-danger" type="button" on:click=move |_| open(Dialog::DeleteEntry(kind, id))>
                        <IconView icon=Icon::Delete />
                        {words::DELETE}
                    </button>
                </Show>
            </div>
        </div>
    }
    .into_any()
}

/// The fields of an entry that stand on its page; its name is the title, and access has a matrix of its own.
fn field_names(place: Place) -> Vec<&'static str> {
    let specs = place.specs().skip(1);
    specs.map(|spec| spec.name).filter(|name| *name != "access").collect()
}

fn facts(state: State, kind: EntityKind, id: Id) -> AnyView {
    let place = Place::Entry(kind, id);
    let version = settled(state);
    view! {
        <div class="entry-body">
            <div class="entry-facts">
                <section class="entry-part">
                    <h2>{words::FACTS}</h2>
                    <div class="entry-fields">{fields(state, place, &field_names(place))}</div>
                </section>
                {(kind == EntityKind::System).then(|| access::matrix(state, id))}
            </div>
            {uses::list(state, kind, id, version)}
        </div>
    }
    .into_any()
}
