//! What the pages of the practices are built of: links, chips, the frame of an opened entry.

use crosslane_core::edit::form::{Place, name_of, named_entry};
use crosslane_core::edit::{Edit, Entry};
use crosslane_core::model::{Department, EntityKind, Id, Ref, Standard, StepKey, Touchpoint, Workspace};
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::Place as FlagPlace;
use crosslane_words::ui::act as words;
use crosslane_words::ui::act::standards as standard_words;
use crosslane_words::ui::shell;
use crosslane_words::{flag as flag_words, name};

use crate::app::{Dialog, State, new_id};
use crate::reactive::prelude::*;
use crate::ui::fields::{self, Bound};
use crate::ui::page::focus_soon;
use crate::ui::{Icon, IconView, department_chip, severity_badge};

/// An address in this view. Reactive.
pub fn href(state: State, selection: Selection) -> String {
    state.route.get().to(View::Act, selection).hash()
}

/// Opens an entry, wherever the person is.
pub fn open(state: State, kind: EntityKind, id: Id) {
    state.go(state.route.get_untracked().to(View::Act, Selection::Entry(kind, id)));
}

/// The field that holds what an entry of this kind is called; a standard is called by two of its fields.
pub fn title_field(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Goal => "outcome",
        EntityKind::Term => "concept",
        EntityKind::Decision => "text",
        EntityKind::Standard => "subject",
        _ => "title",
    }
}

/// Adds an entry and opens it with its name to be typed.
pub fn add(state: State, entry: Entry) {
    let (kind, id) = (entry.kind(), new_id());
    if state.edit(&Edit::PutEntry(id, Box::new(entry))) {
        open(state, kind, id);
        focus_soon(Place::Entry(kind, id).key(title_field(kind)));
    }
}

/// The button that begins an entry of a kind.
pub fn add_button(state: State, kind: EntityKind) -> AnyView {
    let begin = move |_| {
        let entry = named_entry(kind, "").unwrap_or(Entry::Standard(Standard::default()));
        add(state, entry);
    };
    view! {
        <button class="button act-add" type="button" disabled=move || state.read_only.get().is_some() on:click=begin>
            <IconView icon=Icon::Add />
            {words::add(kind)}
        </button>
    }
    .into_any()
}

/// An entry on its own page: the way back, its title, its body.
pub fn opened(state: State, kind: EntityKind, id: Id, body: fn(State, EntityKind, Id) -> AnyView) -> AnyView {
    let exists = Memo::new(move |_| state.workspace().is_some_and(|workspace| workspace.contains(kind, id)));
    let back = move || {
        let all = if kind == EntityKind::Initiative { Selection::None } else { Selection::Register(kind) };
        href(state, all)
    };
    let ask = move |dialog: Dialog| state.dialog.set(Some(dialog));
    // What is entered under a name may be there twice.
    let merges = matches!(kind, EntityKind::Goal | EntityKind::Standard | EntityKind::Term);
    let page = move || {
        if !exists.get() {
            return view! { <p class="view-note">{words::GONE}</p> }.into_any();
        }
        view! {
            {title(state, kind, id)}
            {body(state, kind, id)}
        }
        .into_any()
    };
    view! {
        <article class="act-page">
            <div class="act-page-head">
                <a class="link act-back" href=back>
                    <IconView icon=Icon::Left />
                    {words::all(kind)}
                </a>
                <Show when=move || exists.get() && state.read_only.get().is_none()>
                    <div class="act-actions">
                        {merges.then(|| view! {
                            <button
                                class="button"
                                type="button"
                                on:click=move |_| ask(Dialog::MergeEntry(kind, id, None))
                            >
                                {words::MERGE}
                            </button>
                        })}
                        <button
                            class="button button-danger"
                            type="button"
                            on:click=move |_| ask(Dialog::DeleteEntry(kind, id))
                        >
                            <IconView icon=Icon::Delete />
                            {words::DELETE}
                        </button>
                    </div>
                </Show>
            </div>
            {page}
        </article>
    }
    .into_any()
}

/// The title of an entry, to be typed over; that of a standard follows from what it says.
fn title(state: State, kind: EntityKind, id: Id) -> AnyView {
    let heading = Memo::new(move |_| state.workspace().map(|it| called(&it, kind, id)).unwrap_or_default());
    let field = Bound::new(state, Place::Entry(kind, id), title_field(kind))
        .filter(|_| kind != EntityKind::Standard)
        .map(|bound| fields::title(bound, words::add(kind)));
    let unseen = field.is_some();
    view! {
        <h2 class:unseen=unseen dir="auto">{move || heading.get()}</h2>
        {field}
    }
    .into_any()
}

/// What an entry is called, never empty.
pub fn called(workspace: &Workspace, kind: EntityKind, id: Id) -> String {
    let name = name_of(workspace, kind, id);
    if kind == EntityKind::Standard && name::is_blank(&name) {
        return standard_words::UNNAMED.to_owned();
    }
    shell::or_untitled(&name).to_owned()
}

/// A link to the page of an entry.
pub fn entry_link(state: State, workspace: &Workspace, kind: EntityKind, id: Id) -> AnyView {
    let name = called(workspace, kind, id);
    view! {
        <a id=link_id(id) dir="auto" href=move || href(state, Selection::Entry(kind, id))>{name}</a>
    }
    .into_any()
}

/// The identifier of the link to an entry on the page of its practice.
pub fn link_id(id: Id) -> String {
    format!("act-{id}")
}

/// The marks and names of departments.
pub fn chips(workspace: &Workspace, departments: Option<&[Ref<Department>]>) -> AnyView {
    let ids = departments.unwrap_or_default();
    if ids.is_empty() {
        return view! { <p class="quiet act-line">{words::NO_DEPARTMENTS}</p> }.into_any();
    }
    let chips = ids.iter().map(|id| view! { <li>{department_chip(workspace, id.id())}</li> }).collect_view();
    view! { <ul class="act-chips">{chips}</ul> }.into_any()
}

/// The journey a touchpoint is in.
pub fn journey_of(workspace: &Workspace, touchpoint: Id) -> Option<Id> {
    let mut journeys = workspace.journeys.iter();
    journeys.find(|(_, journey)| journey.touchpoints.contains_key(&touchpoint)).map(|(id, _)| *id)
}

/// A link to a touchpoint on the map.
pub fn touchpoint_link(state: State, workspace: &Workspace, id: Id) -> AnyView {
    let name = called(workspace, EntityKind::Touchpoint, id);
    let journey = journey_of(workspace, id);
    let show = move |_| {
        if let Some(journey) = journey {
            crate::map::show(state, journey, Selection::Touchpoint(id));
        }
    };
    view! { <button class="link" type="button" dir="auto" on:click=show>{name}</button> }.into_any()
}

/// Links to touchpoints.
pub fn touchpoint_links(
    state: State,
    workspace: &Workspace,
    touchpoints: Option<&[Ref<Touchpoint>]>,
) -> AnyView {
    let links = touchpoints.unwrap_or_default().iter();
    let links = links.map(|id| view! { <li>{touchpoint_link(state, workspace, id.id())}</li> });
    view! { <ul class="act-links">{links.collect_view()}</ul> }.into_any()
}

/// A link to a handoff: its card, beside the list of handoffs.
pub fn handoff_link(state: State, journey: Id, key: StepKey, text: String) -> AnyView {
    let show = move |_| state.jump(View::Handoffs, journey, Selection::Step(key));
    view! { <button class="link" type="button" dir="auto" on:click=show>{text}</button> }.into_any()
}

/// The open flags at a place of the registers, such as a term, in words.
pub fn flags_at(state: State, place: FlagPlace) -> AnyView {
    let lines = move || {
        let document = state.document.get()?;
        let mut said: Vec<(crosslane_core::rules::Severity, String)> = Vec::new();
        for journey in &document.evaluation.journeys {
            for flag in journey.findings.flags.iter().filter(|flag| flag.place == place && flag.is_open()) {
                let line = (flag.severity, flag_words::why(&document.workspace, flag));
                if !said.contains(&line) {
                    said.push(line);
                }
            }
        }
        Some(said.into_iter().map(|(severity, why)| flag_line(severity, why)).collect_view())
    };
    view! { <div class="act-flags">{lines}</div> }.into_any()
}

fn flag_line(severity: crosslane_core::rules::Severity, why: String) -> AnyView {
    view! {
        <p class="act-flag">
            {severity_badge(severity)}
            <span dir="auto">{why}</span>
        </p>
    }
    .into_any()
}

/// A section of a page.
pub fn section(title: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="act-section">
            <h3>{title}</h3>
            {content}
        </section>
    }
    .into_any()
}

/// There is none of this kind yet.
pub fn none(kind: EntityKind) -> AnyView {
    view! { <p class="quiet view-note act-none">{words::none(kind)}</p> }.into_any()
}
