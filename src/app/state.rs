//! The state of the app: one signal with the present version of the document, and the session around it.

use std::cell::OnceCell;
use std::ops::Deref;
use std::sync::Arc;

use crosslane_core::edit::form::Place;
use crosslane_core::edit::{Edit, History, JourneyEdit, apply};
use crosslane_core::model::{Date, Id, Journey, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::rules::{Evaluation, JourneyEvaluation, evaluate};
use crosslane_words::ui::shell;

use super::dialog::Dialog;
use super::parts::Arrival;
use super::toasts::{Action, Toast};
use crate::reactive::prelude::*;

/// A shared value that counts as equal only to itself: versions are compared by pointer.
#[derive(Debug, Default)]
pub struct Shared<T>(pub Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// A version of the workspace with everything derived from it.
#[derive(Clone, PartialEq)]
pub struct Document {
    /// The identity it is stored under.
    pub id: Id,
    /// The version.
    pub workspace: Shared<Workspace>,
    /// What the rules say of it.
    pub evaluation: Shared<Evaluation>,
}

/// A version of the workspace, as the history keeps it.
pub(super) type Version = Shared<Workspace>;

/// The version the history leads to.
#[derive(Clone)]
pub(super) struct Latest {
    pub id: Id,
    pub version: Version,
    /// The version this tab made or opened last: the other may have more in it, from other tabs.
    pub own: Version,
}

/// The state of the app: there is one, as long as the page. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
pub struct State(&'static Signals);

impl Deref for State {
    type Target = Signals;
    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals of the state.
pub struct Signals {
    /// The open document.
    pub document: RwSignal<Option<Document>>,
    /// The present address.
    pub route: RwSignal<Route>,
    /// How it stands with the second part of the program.
    pub part: RwSignal<Arrival>,
    /// The dialog on top, if any.
    pub dialog: RwSignal<Option<Dialog>>,
    /// What happened lately.
    pub toasts: RwSignal<Vec<Toast>>,
    /// The fingerprint of the flag that is about to be accepted.
    pub flag_to_waive: RwSignal<Option<String>>,
    /// Why the open document cannot be changed, in words; `None` where it can.
    pub read_only: RwSignal<Option<&'static str>>,
    /// Whether there is something to undo.
    pub can_undo: RwSignal<bool>,
    /// Whether there is something to redo.
    pub can_redo: RwSignal<bool>,
    /// The touchpoint, phase or step whose name field should take the focus once it is shown.
    pub focus_on: RwSignal<Option<Id>>,
    /// The field that should take the focus once it is shown, by its key
    /// ([`Place::key`](crosslane_core::edit::form::Place::key)).
    pub focus_field: RwSignal<Option<String>>,
    pub(super) history: StoredValue<History<Shared<Workspace>>>,
    pub(super) latest: RwSignal<Option<Latest>>,
}

thread_local! {
    static STATE: OnceCell<State> = const { OnceCell::new() };
}

/// The state of the app. The root of the page asks first, so its signals last as long as the page.
pub fn use_state() -> State {
    STATE.with(|state| *state.get_or_init(State::new))
}

/// A fresh identifier: UUID v7.
pub fn new_id() -> Id {
    Id::from_uuid(uuid::Uuid::now_v7())
}

/// Today by the clock of this device, in its time zone.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::parse(&format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()))
}

/// This moment as ISO 8601 text in UTC.
pub fn now_text() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

impl State {
    fn new() -> Self {
        Self(Box::leak(Box::new(Signals {
            document: RwSignal::new(None),
            route: RwSignal::new(Route::default()),
            part: RwSignal::new(Arrival::NotAsked),
            dialog: RwSignal::new(None),
            toasts: RwSignal::new(Vec::new()),
            flag_to_waive: RwSignal::new(None),
            read_only: RwSignal::new(None),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            focus_on: RwSignal::new(None),
            focus_field: RwSignal::new(None),
            history: StoredValue::new(History::default()),
            latest: RwSignal::new(None),
        })))
    }

    /// Shows `workspace` as the open document; with an empty history, unless it is the version last shown.
    pub fn show(self, id: Id, workspace: Workspace) {
        let is_latest = self.latest.with_untracked(|latest| {
            latest.as_ref().is_some_and(|latest| latest.id == id && *latest.version == workspace)
        });
        if !is_latest {
            self.history.set_value(History::default());
        }
        let evaluation = evaluate(&workspace, today(), None);
        self.set_version(id, Shared(Arc::new(workspace)), evaluation);
    }

    /// Makes a change: one step of undo. `false` where it was refused; the person has been told why.
    pub fn edit(self, edit: &Edit) -> bool {
        self.edit_as(edit, None)
    }

    /// Makes a change inside the journey shown.
    pub fn edit_journey(self, edit: JourneyEdit) -> bool {
        self.edit_journey_as(edit, None)
    }

    /// Makes a change inside the journey shown; changes in a row with the same `burst` are one step of undo.
    pub fn edit_journey_as(self, edit: JourneyEdit, burst: Option<&str>) -> bool {
        let Some(journey) = self.journey_id_untracked() else { return false };
        self.edit_as(&Edit::InJourney(journey, edit), burst)
    }

    /// Makes a change; changes in a row with the same `burst`, such as letters typed into one field, are
    /// one step of undo.
    pub fn edit_as(self, edit: &Edit, burst: Option<&str>) -> bool {
        if let Some(reason) = self.read_only.get_untracked() {
            self.toast(reason);
            return false;
        }
        let Some(before) = self.document.get_untracked() else { return false };
        match apply(&before.workspace, edit) {
            Ok(applied) => {
                self.history.update_value(|history| history.record(before.workspace.clone(), burst));
                for notice in &applied.notices {
                    self.toast(shell::notice(notice));
                }
                self.show_version(&before, Shared(Arc::new(applied.workspace)));
                true
            }
            Err(error) => {
                self.toast(shell::edit_error(&error));
                false
            }
        }
    }

    /// Ends a burst: the next change is a step of its own.
    pub fn end_burst(self) {
        self.history.update_value(History::end_burst);
    }

    pub(super) fn show_version(self, before: &Document, workspace: Shared<Workspace>) {
        let previous = Some((&*before.workspace, &*before.evaluation));
        let evaluation = evaluate(&workspace, today(), previous);
        self.set_version(before.id, workspace, evaluation);
    }

    fn set_version(self, id: Id, workspace: Version, evaluation: Evaluation) {
        self.put_version(Latest { id, own: workspace.clone(), version: workspace }, evaluation);
    }

    pub(super) fn put_version(self, latest: Latest, evaluation: Evaluation) {
        let (id, workspace) = (latest.id, latest.version.clone());
        self.latest.set(Some(latest));
        self.document.set(Some(Document { id, workspace, evaluation: Shared(Arc::new(evaluation)) }));
        self.tell_history();
    }

    fn tell_history(self) {
        let (undo, redo) = self.history.with_value(|history| (history.can_undo(), history.can_redo()));
        if self.can_undo.get_untracked() != undo {
            self.can_undo.set(undo);
        }
        if self.can_redo.get_untracked() != redo {
            self.can_redo.set(redo);
        }
    }

    /// Tells the person what happened.
    pub fn toast(self, text: impl Into<String>) {
        super::toasts::push(self, text.into(), None);
    }

    /// Tells the person what the edit just made did, and offers to undo it.
    pub fn toast_with_undo(self, text: impl Into<String>) {
        super::toasts::push(self, text.into(), self.workspace_untracked().map(Action::Undo));
    }

    /// Tells the person what happened, and offers to go somewhere, by a word for it.
    pub fn toast_with_link(self, text: impl Into<String>, word: &'static str, route: Route) {
        super::toasts::push(self, text.into(), Some(Action::Go(word, route)));
    }

    /// Goes to an address.
    pub fn go(self, route: Route) {
        super::frame::go(self, route);
    }

    /// Shows another view of the same workspace and journey.
    pub fn go_to_view(self, view: View) {
        if let Route::Workspace { workspace, journey, selection, .. } = self.route.get_untracked() {
            self.go(Route::Workspace { workspace, view, journey, selection: selection.within_journey() });
        }
    }

    /// Chooses something in the present view.
    pub fn select(self, selection: Selection) {
        if let Route::Workspace { workspace, view, .. } = self.route.get_untracked() {
            let journey = self.journey_id_untracked();
            super::frame::replace(self, Route::Workspace { workspace, view, journey, selection });
        }
    }

    /// Shows something of a journey in a view, and chooses it.
    pub fn jump(self, view: View, journey: Id, selection: Selection) {
        if let Route::Workspace { workspace, .. } = self.route.get_untracked() {
            self.go(Route::Workspace { workspace, view, journey: Some(journey), selection });
        }
    }

    /// What is chosen. Reactive.
    pub fn selection(self) -> Selection {
        match self.route.get() {
            Route::Workspace { selection, .. } => selection,
            Route::Home => Selection::None,
        }
    }

    /// The present version of the workspace. Reactive: inside a memo or effect it runs again at every edit.
    pub fn workspace(self) -> Option<Shared<Workspace>> {
        self.document.with(|document| document.as_ref().map(|document| document.workspace.clone()))
    }

    /// The present version of the workspace, for handlers of events.
    pub fn workspace_untracked(self) -> Option<Shared<Workspace>> {
        self.document.with_untracked(|document| document.as_ref().map(|document| document.workspace.clone()))
    }

    /// The journey shown: that of the address, else the first. Reactive.
    pub fn journey_id(self) -> Option<Id> {
        let asked = asked_journey(self.route.get());
        self.document.with(|document| shown_journey(document.as_ref(), asked))
    }

    /// The journey shown, for handlers of events.
    pub fn journey_id_untracked(self) -> Option<Id> {
        let asked = asked_journey(self.route.get_untracked());
        self.document.with_untracked(|document| shown_journey(document.as_ref(), asked))
    }

    /// The journey shown, as it is now. Reactive; equal as long as the journey is the same value.
    pub fn journey(self) -> Option<(Id, Shared<Journey>)> {
        let id = self.journey_id()?;
        self.document.with(|document| {
            document.as_ref()?.workspace.journeys.get(&id).map(|journey| (id, Shared(journey.clone())))
        })
    }

    /// The journey shown, for handlers of events.
    pub fn journey_untracked(self) -> Option<(Id, Shared<Journey>)> {
        untrack(|| self.journey())
    }

    /// The journey in which a place is looked up: the one shown, for places inside a journey. Reactive.
    pub fn scope(self, place: Place) -> Option<Id> {
        if place.in_journey() { self.journey_id() } else { None }
    }

    /// What the rules say of the journey shown. Reactive; equal as long as nothing changed for it.
    pub fn evaluation(self) -> Option<Shared<JourneyEvaluation>> {
        let id = self.journey_id()?;
        self.document.with(|document| document.as_ref()?.evaluation.journey(id).cloned().map(Shared))
    }
}

fn asked_journey(route: Route) -> Option<Id> {
    match route {
        Route::Workspace { journey, .. } => journey,
        Route::Home => None,
    }
}

fn shown_journey(document: Option<&Document>, asked: Option<Id>) -> Option<Id> {
    let workspace = &document?.workspace;
    asked
        .filter(|id| workspace.journeys.contains_key(id))
        .or_else(|| workspace.journey_order.first().copied())
}
