//! A file of a workspace that is here: merged with it, kept beside it, or put in its place.

mod bar;
mod brings;
mod conflicts;
mod join;
mod session;

use std::sync::Arc;

use crosslane_core::format::crosslane::stamped;
use crosslane_core::merge::Side;
use crosslane_core::model::{Id, Workspace};
use crosslane_core::route::{Route, place_in};
use crosslane_core::store::VersionKind;
use crosslane_words::ui::home as home_words;
use crosslane_words::ui::home::incoming as incoming_words;
use crosslane_words::ui::merging as words;

pub use bar::bar;
pub use session::is_marked;

use self::join::Joining;
use super::done;
use crate::app::{Dialog, State, new_id};
use crate::reactive::prelude::*;
use crate::storage::{self, versions};
use crate::ui::segments;

/// What can be done with the file.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Way {
    #[default]
    Merge,
    KeepBoth,
    Replace,
}

/// A merge on the screen. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
struct Screen {
    state: State,
    joining: StoredValue<Arc<Joining>>,
    choices: RwSignal<join::Choices>,
}

impl Screen {
    fn joining(self) -> Option<Arc<Joining>> {
        self.joining.try_get_value()
    }

    fn choose(self, at: usize, side: Side) {
        self.choices.update(|choices| {
            if let Some(choice) = choices.get_mut(at) {
                *choice = Some(side);
            }
        });
        self.remember();
    }

    fn choose_all(self, side: Side) {
        self.choices.update(|choices| choices.fill(Some(side)));
        self.remember();
    }

    fn remember(self) {
        if let Some(joining) = self.joining() {
            session::remember(&joining, self.choices.get_untracked());
        }
    }

    /// Leaves the screen for a look at a place; it can be gone back to.
    fn show(self, route: Route) {
        self.remember();
        let Some(joining) = self.joining() else { return };
        session::mark(joining.id, joining.touched(), true);
        self.state.dialog.set(None);
        self.state.go(route);
    }
}

/// The screen.
pub fn screen(state: State, id: Id, here: &Workspace, file: &Arc<Workspace>) -> AnyView {
    let (joining, choices) = session::joining(id, here, file);
    let way = RwSignal::new(Way::Merge);
    let screen = Screen { state, joining: StoredValue::new(joining), choices: RwSignal::new(choices) };
    let ways =
        vec![(Way::Merge, words::MERGE), (Way::KeepBoth, words::KEEP_BOTH), (Way::Replace, words::REPLACE)];
    let body = move || match way.get() {
        Way::Merge => merging(screen),
        Way::KeepBoth => keeping_both(screen),
        Way::Replace => replacing(screen),
    };
    view! {
        <p>{incoming_words::ALREADY_HERE}</p>
        {segments(words::WAYS, ways, way)}
        {body}
    }
    .into_any()
}

fn merging(screen: Screen) -> AnyView {
    let Some(joining) = screen.joining() else { return ().into_any() };
    let state = screen.state;
    if joining.is_empty() {
        let id = joining.id;
        let open = move |_| {
            stop(state);
            storage::open(state, id);
        };
        return view! {
            <p>{words::NOTHING_NEW}</p>
            <div class="modal-foot">
                {cancel(state)}
                <button class="button button-main" type="button" autofocus on:click=open>
                    {incoming_words::OPEN_HERE}
                </button>
            </div>
        }
        .into_any();
    }
    let based = if joining.base.is_some() { words::WITH_BASE } else { words::WITHOUT_BASE };
    view! {
        <p class="quiet">{based}</p>
        {conflicts::conflicts(screen)}
        {brings::brings(screen)}
        <div class="modal-foot">
            {cancel(state)}
            <button class="button button-main merge-button" type="button" on:click=move |_| merge(screen)>
                {words::MERGE}
            </button>
        </div>
    }
    .into_any()
}

fn merge(screen: Screen) {
    let (state, Some(joining)) = (screen.state, screen.joining()) else { return };
    let id = joining.id;
    // Another tab, or this one after a look at the map, may have changed it.
    if storage::stored(id).is_none_or(|now| now != joining.ours) {
        state.dialog.set(None);
        state.dialog.set(Some(Dialog::Incoming));
        state.toast(words::CHANGED_MEANWHILE);
        return;
    }
    let choices = screen.choices.get_untracked();
    let (changes, conflicts) = (joining.brings.len(), joining.conflicts().len());
    done(state);
    let merged = versions::put(state, id, joining.outcome(&choices), VersionKind::BeforeMerge);
    session::forget();
    if merged {
        versions::opened(state, id, &joining.theirs);
        session::mark(id, joining.touched(), false);
        state.toast_with_undo(words::merged(changes, conflicts));
    }
}

fn keeping_both(screen: Screen) -> AnyView {
    let keep = move |_| {
        let (state, Some(joining)) = (screen.state, screen.joining()) else { return };
        let id = new_id();
        stop(state);
        storage::take_in(state, id, Workspace { id: Some(id), ..joining.theirs.as_ref().clone() });
    };
    view! {
        <p class="quiet">{words::KEEP_BOTH_HINT}</p>
        <div class="modal-foot">
            {cancel(screen.state)}
            <button class="button button-main" type="button" on:click=keep>{words::KEEP_BOTH}</button>
        </div>
    }
    .into_any()
}

fn replacing(screen: Screen) -> AnyView {
    let Some(joining) = screen.joining() else { return ().into_any() };
    let replace = move |_| {
        let (state, Some(joining)) = (screen.state, screen.joining()) else { return };
        stop(state);
        let theirs = stamped(&joining.theirs);
        if versions::put(state, joining.id, theirs, VersionKind::BeforeReplace) {
            versions::opened(state, joining.id, &joining.theirs);
        }
    };
    view! {
        <p class="quiet">{words::REPLACE_HINT}</p>
        {brings::differences(&joining)}
        <div class="modal-foot">
            {cancel(screen.state)}
            <button class="button button-danger" type="button" on:click=replace>{words::REPLACE}</button>
        </div>
    }
    .into_any()
}

fn cancel(state: State) -> AnyView {
    view! { <button class="button" type="button" on:click=move |_| stop(state)>{home_words::CANCEL}</button> }
        .into_any()
}

/// Ends the merge without making it.
fn stop(state: State) {
    session::forget();
    done(state);
}

/// The address of a place of this workspace, if it is there.
fn route_of(joining: &Joining, path: &crosslane_core::compare::Path) -> Option<Route> {
    let (view, journey, selection) = place_in(&joining.ours, path)?;
    Some(Route::Workspace { workspace: joining.id, view, journey, selection })
}

/// A button that leads to a place of this workspace, where it is there.
fn show_button(screen: Screen, path: &crosslane_core::compare::Path, place: &str) -> Option<AnyView> {
    let route = route_of(&*screen.joining()?, path)?;
    let label = format!("{}: {place}", words::SHOW);
    Some(
        view! {
            <button class="button merge-show" type="button" aria-label=label on:click=move |_| screen.show(route)>
                {words::SHOW}
            </button>
        }
        .into_any(),
    )
}
