//! The terms of the shared vocabulary in the texts of a touchpoint, marked where they stand.

use std::sync::Arc;

use crosslane_core::edit::form::name_of;
use crosslane_core::model::{EntityKind, Id, Term, TermLabel, Workspace};
use crosslane_core::route::{Selection, View};
use crosslane_core::vocabulary::{Matcher, Spoken, TextField, spoken};
use crosslane_words::field;
use crosslane_words::ui::{inspector as words, shell};

use super::group;
use super::panel::Panel;
use crate::app::{Shared, State};
use crate::reactive::prelude::*;
use crate::ui::settled;

/// How many letters of the text stand on either side of a term.
const AROUND: usize = 28;

/// A term as it is shown: the text it stands in, cut, and what others call it.
#[derive(Clone, PartialEq)]
struct Line {
    field: String,
    before: String,
    label: String,
    after: String,
    term: Id,
    concept: String,
    others: String,
    propose: Option<(Id, String)>,
}

/// The labels to look for, made anew only when a term has changed.
fn matcher(version: Signal<Option<Shared<Workspace>>>) -> Memo<Option<Shared<Matcher>>> {
    let terms = Memo::new_with_compare(
        move |_| version.get(),
        |before, now| match (before.and_then(Option::as_ref), now.and_then(Option::as_ref)) {
            (Some(before), Some(now)) => !before.terms.ptr_eq(&now.terms),
            _ => true,
        },
    );
    Memo::new(move |_| terms.get().map(|workspace| Shared(Arc::new(Matcher::of(&workspace)))))
}

fn lines(state: State, workspace: &Workspace, matcher: &Matcher, id: Id) -> Vec<Line> {
    let touchpoint =
        state.journey_id().and_then(|journey| workspace.journeys.get(&journey)?.touchpoints.get(&id));
    let Some(touchpoint) = touchpoint else { return Vec::new() };
    spoken(workspace, matcher, touchpoint).into_iter().map(|found| line(workspace, &found)).collect()
}

fn line(workspace: &Workspace, found: &Spoken) -> Line {
    let label = found.label().to_owned();
    let before: String = found.text.get(..found.range.start).unwrap_or_default().to_owned();
    let after: String = found.text.get(found.range.end..).unwrap_or_default().to_owned();
    let term = workspace.terms.get(&found.term).map(AsRef::as_ref);
    let propose = found
        .propose
        .map(|id| (id, shell::or_untitled(&name_of(workspace, EntityKind::Department, id)).to_owned()));
    Line {
        field: field::label("Touchpoint", field_name(found.field)),
        before: end_of(&before),
        after: beginning_of(&after),
        concept: shell::or_untitled(&name_of(workspace, EntityKind::Term, found.term)).to_owned(),
        others: term.map(|term| others(workspace, term)).unwrap_or_default(),
        term: found.term,
        label,
        propose,
    }
}

fn field_name(field: TextField) -> &'static str {
    match field {
        TextField::Name => "name",
        TextField::Action => "action",
        TextField::PainPoint(_) => "pain_points",
        TextField::Idea(_) => "ideas",
        TextField::Promise(_) => "promises",
        TextField::Notes => "notes",
    }
}

/// What departments call the term, in a sentence.
fn others(workspace: &Workspace, term: &Term) -> String {
    let label = |(id, entry): (&Id, &Arc<TermLabel>)| {
        let label = entry.label.as_deref().filter(|label| !label.is_empty())?;
        Some(words::says(workspace.department_name(*id), label))
    };
    let mut said: Vec<String> = term.labels.iter().filter_map(label).collect();
    if let Some(preferred) = term.preferred.as_deref().filter(|preferred| !preferred.is_empty()) {
        said.insert(0, words::agreed_word(preferred));
    }
    said.join("; ")
}

fn beginning_of(text: &str) -> String {
    match text.char_indices().nth(AROUND) {
        Some((at, _)) => [&text[..at], "…"].concat(),
        None => text.to_owned(),
    }
}

fn end_of(text: &str) -> String {
    match text.char_indices().rev().nth(AROUND) {
        Some((at, _)) => ["…", &text[at..]].concat(),
        None => text.to_owned(),
    }
}

/// The terms in the texts of a touchpoint, as a group that folds; nothing where there are none.
pub fn terms(state: State, panel: Panel, id: Id) -> AnyView {
    let version = settled(state);
    let matcher = matcher(version);
    let lines = Memo::new(move |_| match (version.get(), matcher.get()) {
        (Some(workspace), Some(matcher)) => lines(state, &workspace, &matcher, id),
        _ => Vec::new(),
    });
    let some = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let count = Signal::derive(move || lines.with(Vec::len).to_string());
    let title = Signal::stored(words::TERMS.to_owned());
    let list = move || lines.get().into_iter().map(|line| row(state, line)).collect_view();
    let shown = move || {
        some.get().then(|| {
            group::fold(panel, "terms", title, count, move || {
                view! { <ul class="terms">{list}</ul> }.into_any()
            })
        })
    };
    shown.into_any()
}

fn row(state: State, line: Line) -> AnyView {
    let Line { field, before, label, after, term, concept, others, propose } = line;
    let to_term = move || {
        let selection = Selection::Entry(EntityKind::Term, term);
        state.route.get().to(View::of_entries(EntityKind::Term), selection).hash()
    };
    let written = label.clone();
    let enter = propose.map(|(department, name)| {
        let told = words::enter_label(&name, &label);
        let enter = move |_| crate::act::enter_label(state, term, department, &label);
        view! {
            <Show when=move || state.read_only.with(Option::is_none)>
                <button class="link" type="button" on:click=enter.clone()>{told.clone()}</button>
            </Show>
        }
    });
    view! {
        <li class="term-line">
            <p>
                <span class="quiet">{field}": "</span>
                <span dir="auto">{before}<mark>{written}</mark>{after}</span>
            </p>
            <p class="term-of">
                "→ "
                <a href=to_term dir="auto">{concept}</a>
                " "
                <span class="quiet" dir="auto">{others}</span>
            </p>
            {enter}
        </li>
    }
    .into_any()
}
