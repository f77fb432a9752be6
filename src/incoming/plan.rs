//! What a table or diagram would bring: where it goes, what is new, what was changed on the way in.

use std::rc::Rc;
use std::sync::Arc;

use crosslane_core::edit::Edit;
use crosslane_core::format::plan::{Names, Summary};
use crosslane_core::merge::sharing;
use crosslane_core::model::{Id, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::store::VersionKind;
use crosslane_words::ui::home as home_words;
use crosslane_words::ui::home::incoming as words;
use crosslane_words::ui::shell;

use super::people::{Chosen, choices};
use super::table::{Brings, Planned, Table, Told, Wish, fresh};
use super::{done, waiting};
use crate::apart::{Answer, Apart, Ask};
use crate::app::{Shared, State, new_id};
use crate::reactive::prelude::*;
use crate::storage::{self, Begun, versions};
use crate::ui::segments;

/// How many names are shown without asking.
const FEW_NAMES: usize = 12;

/// Who has what was read.
#[derive(Clone)]
pub enum Source {
    /// This page.
    Here(Rc<Table>),
    /// The program apart from it.
    Apart(Apart),
}

/// Where an import goes.
#[derive(Clone, Copy)]
pub struct Destination {
    /// Whether it can go into the workspace that is open.
    pub can_choose: bool,
    new_id: Id,
}

impl Destination {
    /// Into the open workspace where there is one in view, else into a new one.
    pub fn new(state: State) -> Self {
        let can_choose = matches!(state.route.get_untracked(), Route::Workspace { .. })
            && state.document.with_untracked(Option::is_some)
            && state.read_only.with_untracked(Option::is_none);
        Self { can_choose, new_id: new_id() }
    }

    /// The workspace it goes into, as it is before. `title` is that of a new one.
    pub fn workspace(self, state: State, title: &str, into_open: bool) -> Shared<Workspace> {
        let open = state.workspace_untracked().filter(|_| into_open);
        open.unwrap_or_else(|| Shared(Arc::new(fresh(self.new_id, title))))
    }
}

impl Source {
    /// What it would bring, where this page has it.
    pub fn plan_here(&self, before: &Shared<Workspace>, title: &str, wish: &Wish) -> Option<Planned> {
        let Self::Here(table) = self else { return None };
        let (workspace, brings) = table.plan(before, title, &wish.kinds);
        Some(Planned { before: before.clone(), workspace: Shared(Arc::new(workspace)), brings })
    }

    /// Works out what it would bring, and does something with that; an error says why that is not to be had.
    pub fn plan(
        &self,
        state: State,
        to: Destination,
        title: &str,
        wish: Wish,
        then: impl FnOnce(Result<Planned, String>) + 'static,
    ) {
        let before = to.workspace(state, title, wish.into_open);
        match self {
            Self::Here(_) => then(self.plan_here(&before, title, &wish).ok_or_else(String::new)),
            Self::Apart(reader) => {
                let before = if wish.into_open { reader.open(before) } else { before };
                let new_id = to.new_id.to_string();
                let ask = Ask { number: 0, new_id, title: title.to_owned(), wish };
                let answered = move |answer, workspace| match answer {
                    Answer::Planned(_, brings) => {
                        let workspace = Shared(Arc::new(sharing(&before, &workspace)));
                        then(Ok(Planned { before, workspace, brings }));
                    }
                    Answer::Refused(why) => then(Err(why)),
                    _ => then(Err(words::STOPPED.to_owned())),
                };
                reader.plan(ask, Box::new(answered));
            }
        }
    }
}

/// The name of what came in without its ending: the title of what it becomes.
pub fn title_of(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    if stem.is_empty() { home_words::NEW_WORKSPACE.to_owned() } else { stem.to_owned() }
}

/// What a table or diagram would bring, and the buttons below it. `first` is shown until the person chooses otherwise.
pub fn preview(state: State, name: &str, source: Source, to: Destination, first: Planned) -> AnyView {
    let title = title_of(name);
    let into_open = RwSignal::new(to.can_choose);
    let chosen = |(name, kind): &(String, _)| (name.clone(), RwSignal::new(*kind));
    let people: Vec<Chosen> = first.brings.people.iter().map(chosen).collect();
    let who = choices(&people);
    let planned = RwSignal::new_local(Some(Ok::<_, String>(first)));
    Effect::new(move |last: Option<Wish>| {
        let kinds = people.iter().map(|(_, kind)| kind.get()).collect();
        let wish = Wish { into_open: into_open.get(), kinds };
        if last.is_some_and(|last| last != wish) {
            planned.set(None);
            source.plan(state, to, &title, wish.clone(), move |result| planned.set(Some(result)));
        }
        wish
    });
    let choice = to
        .can_choose
        .then(|| segments(words::TITLE, vec![(false, words::INTO_NEW), (true, words::INTO_OPEN)], into_open));
    let nothing = move || {
        planned
            .with(|planned| !matches!(planned, Some(Ok(planned)) if planned.brings.summary.changes_anything))
    };
    view! {
        {who}
        {choice}
        {move || planned.with(|planned| Some(shown(planned.as_ref())))}
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
            <button
                class="button button-main"
                autofocus
                type="button"
                disabled=nothing
                on:click=move |_| {
                    if let Some(Ok(planned)) = planned.get_untracked() {
                        take_in(state, to, into_open.get_untracked(), &planned);
                    }
                }
            >
                {words::TAKE_IN}
            </button>
        </div>
    }
    .into_any()
}

fn shown(planned: Option<&Result<Planned, String>>) -> AnyView {
    match planned {
        None => waiting::busy(words::READING),
        Some(Ok(planned)) => brings(&planned.brings),
        Some(Err(why)) => view! { <p role="alert">{why.clone()}</p> }.into_any(),
    }
}

fn take_in(state: State, to: Destination, into_open: bool, planned: &Planned) {
    let workspace = Workspace::clone(&planned.workspace);
    let first = planned.brings.summary.first.as_deref().and_then(Id::new);
    done(state);
    if !into_open {
        storage::take_in(state, to.new_id, workspace);
        return;
    }
    versions::keep(state, VersionKind::BeforeImport, "");
    // What another tab changed while it was looked at stays.
    Begun::at(planned.before.clone())
        .edit(state, None, &mut |_| Some(Edit::Replace(Box::new(workspace.clone()))));
    let has = |id: &Id| state.workspace_untracked().is_some_and(|shown| shown.journeys.contains_key(id));
    if let Some(first) = first.filter(has) {
        state.jump(View::Map, first, Selection::None);
    }
}

fn brings(Brings { summary, told: notes, .. }: &Brings) -> AnyView {
    let Summary { new, changed, missing, journeys, departments, changes_anything, .. } = summary;
    let counts =
        [(words::NEW, *new, true), (words::CHANGES, *changed, false), (words::MISSING, *missing, false)]
            .into_iter()
            .filter(|(_, count, always)| *always || *count > 0)
            .map(|(label, count, _)| {
                let text = home_words::plural(count as u64, "touchpoint", "touchpoints");
                view! { <li><b>{label}</b> ": " {text}</li> }
            })
            .collect_view();
    let nothing = (!changes_anything).then(|| view! { <p role="status">{words::NOTHING_NEW}</p> });
    view! {
        {nothing}
        <ul class="incoming-counts">{counts}</ul>
        {names(words::JOURNEYS, journeys)}
        {names(words::DEPARTMENTS, departments)}
        {told(notes)}
    }
    .into_any()
}

fn names(label: &'static str, Names { listed, count }: &Names) -> Option<AnyView> {
    if *count == 0 {
        return None;
    }
    let more = count - listed.len();
    let mut text = listed.iter().map(|name| shell::or_untitled(name)).collect::<Vec<_>>().join(" · ");
    if more > 0 {
        text.push(' ');
        text.push_str(&words::more(more));
    }
    let view = view! {
        <details class="incoming-names" open=*count <= FEW_NAMES>
            <summary><b>{label}</b> " " {*count}</summary>
            <p dir="auto">{text}</p>
        </details>
    };
    Some(view.into_any())
}

/// What was changed or left out on the way in.
pub fn told(Told { words: notes, unlisted }: &Told) -> Option<AnyView> {
    if notes.is_empty() {
        return None;
    }
    let list: Vec<AnyView> =
        notes.iter().map(|note| view! { <li dir="auto">{note.clone()}</li> }.into_any()).collect();
    let view = view! {
        <h3>{words::CHANGED}</h3>
        <ul class="incoming-list" tabindex="0">
            {list}
            {(*unlisted > 0).then(|| view! { <li class="quiet">{words::more(*unlisted)}</li> })}
        </ul>
    };
    Some(view.into_any())
}
