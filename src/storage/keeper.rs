//! The open workspaces, and the signals that tell of their saving.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use crosslane_core::model::{Id, Workspace};
use crosslane_core::route::{Route, Selection};
use crosslane_core::store::Saver;
use crosslane_words::ui::storage as words;
use crosslane_words::ui::versions::LOOK_SHORT;

use super::beside::{self, Standing};
use super::clash::{self, Clashes};
use super::lasting::Lasting;
use super::look::{self, Look};
use super::merging;
use super::session::{Aside, Failure, Session};
use super::unreadable::Unreadable;
use super::{autosave, leaving, place, reminder, typing, versions};
use crate::app::State;
use crate::reactive::prelude::*;

/// How it stands with saving what is shown.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Health {
    /// Nothing is shown.
    #[default]
    Nothing,
    /// What is shown is stored.
    Saved,
    /// It will be in a moment.
    Pending,
    /// The last save failed.
    Failed,
    /// It is stored in memory alone.
    Memory,
    /// Nothing can be changed.
    ReadOnly,
}

/// Something about saving that a person must know.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Everything is in memory alone.
    Memory,
    /// A workspace could not be saved.
    Failed(Id, Failure),
    /// Another tab changed differently what was changed here.
    Clashes(Id, Clashes),
    /// The workspace shown was saved by a newer version.
    Newer,
    /// Much was changed since the last download.
    Remind(Id),
    /// A kept version is looked at.
    Look(Look),
    /// A save could not be read, and is kept.
    Aside(Id, Aside),
    /// The file it is saved to holds something else, or may not be looked at; what it is called.
    Beside(Id, String, Standing),
}

/// The signals of this room. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// The app.
    pub state: State,
    /// How it stands with what is shown.
    pub health: RwSignal<Health>,
    /// What the person must know.
    pub notices: RwSignal<Vec<Notice>>,
    /// The workspace of the address, where it cannot be read.
    pub unreadable: RwSignal<Option<Unreadable>>,
    /// Whether the browser promises to keep what is stored.
    pub lasting: RwSignal<Lasting>,
    /// Changes whenever what is stored changes.
    pub stored: Trigger,
}

thread_local! {
    static KEEPER: OnceCell<Keeper> = const { OnceCell::new() };
    static SESSIONS: RefCell<BTreeMap<Id, Session>> = const { RefCell::new(BTreeMap::new()) };
}

/// The signals, after [`Keeper::start`].
pub fn keeper() -> Option<Keeper> {
    KEEPER.with(|keeper| keeper.get().copied())
}

/// Does something with the open workspaces. It must not set a signal: what follows it may come here.
pub fn with_sessions<R>(act: impl FnOnce(&mut BTreeMap<Id, Session>) -> R) -> R {
    SESSIONS.with_borrow_mut(act)
}

/// The same, where nobody is doing something with them: the program may have stopped there.
pub fn try_with_sessions<R>(act: impl FnOnce(&mut BTreeMap<Id, Session>) -> R) -> Option<R> {
    SESSIONS.with(|sessions| Some(act(&mut *sessions.try_borrow_mut().ok()?)))
}

impl Keeper {
    /// Makes the signals, once.
    pub fn start(state: State) -> Self {
        KEEPER.with(|keeper| {
            *keeper.get_or_init(|| Self {
                state,
                health: RwSignal::new(Health::Nothing),
                notices: RwSignal::new(Vec::new()),
                unreadable: RwSignal::new(None),
                lasting: RwSignal::new(Lasting::Unknown),
                stored: Trigger::new(),
            })
        })
    }

    /// The workspace shown.
    pub fn shown(self) -> Option<Id> {
        self.state.document.with_untracked(|document| document.as_ref().map(|document| document.id))
    }

    /// Opens a workspace and shows it. `is_stored` says that this version is the stored
    /// one. Without a saver it is only shown.
    pub fn open(
        self,
        id: Id,
        workspace: Workspace,
        saver: Option<Saver>,
        is_stored: bool,
        aside: Option<Aside>,
    ) {
        self.leave();
        self.unreadable.set(None);
        self.state.read_only.set(None);
        self.state.show(id, workspace);
        let Some(latest) = self.state.workspace_untracked() else { return };
        let saved = is_stored.then(|| latest.clone());
        let unsent_from = reminder::last_download(id);
        let (failure, apart, told) = (None, None, Vec::new());
        let session = Session { saver, saved, latest, apart, failure, aside, unsent_from, told };
        with_sessions(|sessions| sessions.insert(id, session));
        merging::expect();
        self.tell();
    }

    /// Shows a session that is open in this page already.
    pub fn show_again(self, id: Id) -> bool {
        let Some(latest) = with_sessions(|sessions| sessions.get(&id).map(|session| session.latest.clone()))
        else {
            return false;
        };
        if self.shown() != Some(id) {
            self.leave();
            self.unreadable.set(None);
            self.state.read_only.set(None);
            self.state.show(id, Workspace::clone(&latest));
            self.adopt(id);
        }
        self.tell();
        true
    }

    /// Takes the version just shown for the one the session has: it is the same, under another pointer.
    fn adopt(self, id: Id) {
        let shown = self.state.workspace_untracked();
        with_sessions(|sessions| {
            if let (Some(session), Some(shown)) = (sessions.get_mut(&id), shown) {
                if session.saved.as_ref() == Some(&session.latest) {
                    session.saved = Some(shown.clone());
                }
                session.latest = shown;
            }
        });
    }

    /// Takes over what is shown into its session, unless the program stopped while something was done with that.
    pub fn take_over(self) {
        self.state.document.with_untracked(|document| {
            if let Some(document) = document {
                try_with_sessions(|sessions| {
                    if let Some(session) = sessions.get_mut(&document.id) {
                        session.latest = document.workspace.clone();
                    }
                });
            }
        });
    }

    /// Saves what is shown, and closes it unless that failed or there is something to be told of it.
    fn leave(self) {
        leaving::save_all(self.state);
        let Some(id) = self.shown() else { return };
        with_sessions(|sessions| {
            let stays = |session: &Session| {
                session.is_pending() || session.saved.is_none() || !session.told.is_empty()
            };
            if !sessions.get(&id).is_some_and(stays) {
                sessions.remove(&id);
            }
        });
    }

    /// Shows no workspace: there is none under the address, or it cannot be read.
    pub fn show_none(self, unreadable: Option<Unreadable>) {
        self.leave();
        self.unreadable.set(unreadable);
        self.state.document.set(None);
        self.tell();
    }

    /// Joins what other tabs saved of a workspace, and saves it; `unlocked` says that they may be saving as well. Whether
    /// it was to be saved, and is.
    pub fn sync(self, id: Id, unlocked: bool) -> bool {
        let shown = self.state.workspace_untracked().filter(|_| self.shown() == Some(id));
        let is_shown = shown.is_some();
        let done = with_sessions(|sessions| {
            let session = sessions.get_mut(&id)?;
            if let Some(shown) = shown {
                session.latest = shown;
            }
            let (before, pending) = (session.latest.clone(), session.is_pending());
            let joined = session.sync(unlocked);
            if let (Some(joined), Some(merging)) = (joined, merging::here()) {
                session.told.extend((merging.told)(joined.clashes));
            }
            let next = (session.latest != before).then(|| session.latest.clone());
            Some((next, pending && session.failure.is_none()))
        });
        let Some((next, saved)) = done else { return false };
        if let Some(next) = next.filter(|_| is_shown) {
            if let Some(shown) = self.state.workspace_untracked()
                && self.is_chosen_in(&shown)
                && !self.is_chosen_in(&next)
            {
                self.state.toast(words::DELETED_UNDER);
            }
            typing::undisturbed(|| self.state.join(next));
        }
        saved
    }

    /// Whether what is chosen in this tab is in a version.
    fn is_chosen_in(self, version: &Workspace) -> bool {
        let Route::Workspace { journey, selection, .. } = self.state.route.get_untracked() else {
            return false;
        };
        let journey = journey.or(version.journey_order.first().copied());
        let journey = journey.and_then(|id| version.journeys.get(&id));
        match selection {
            Selection::Touchpoint(id) => journey.is_some_and(|journey| journey.touchpoints.contains_key(&id)),
            Selection::Phase(id) => journey.is_some_and(|journey| journey.phases.contains_key(&id)),
            Selection::Entry(kind, id) => version.contains(kind, id),
            _ => false,
        }
    }

    /// Notes why a workspace cannot be saved.
    pub fn fail(self, id: Id, failure: Failure) {
        with_sessions(|sessions| {
            if let Some(session) = sessions.get_mut(&id) {
                session.failure = Some(failure);
            }
        });
        self.tell();
    }

    /// Brings the signals up to date with the sessions.
    pub fn tell(self) {
        let shown = self.shown();
        let (health, read_only) = with_sessions(|sessions| {
            let session = shown.and_then(|id| sessions.get(&id));
            session.map_or((Health::Nothing, None), |session| (health(session), read_only(shown, session)))
        });
        set_if_changed(self.health, health);
        set_if_changed(self.state.read_only, read_only);
        set_if_changed(self.notices, notices(shown));
        versions::tell_given_up(self.state);
    }
}

/// Goes on although a newer version of the program saved.
pub fn go_on_beside(id: Id) {
    with_sessions(|sessions| {
        if let Some(session) = sessions.get_mut(&id)
            && let Some(Failure::Newer(program)) = session.failure.take()
            && let Some(saver) = &mut session.saver
        {
            saver.write_beside(program);
        }
    });
    autosave::meet(id);
}

fn notices(shown: Option<Id>) -> Vec<Notice> {
    let mut notices = Vec::new();
    if place::is_memory() {
        notices.push(Notice::Memory);
    }
    with_sessions(|sessions| {
        for (id, session) in sessions {
            let is_shown = shown == Some(*id);
            let failure = session.failure.clone().filter(|_| !session.is_waiting());
            notices.extend(failure.map(|failure| Notice::Failed(*id, failure)));
            if !is_shown {
                continue;
            }
            if session.saver.is_none() {
                notices.push(look::at(*id).map_or(Notice::Newer, Notice::Look));
            }
            let saves = session.saver.as_ref().map_or(0, Saver::generation);
            if session.failure.is_none() && reminder::is_due(saves, session.unsent_from) {
                notices.push(Notice::Remind(*id));
            }
            notices.extend(clash::shown(&session.told).map(|clashes| Notice::Clashes(*id, clashes)));
            notices.extend(session.aside.clone().map(|aside| Notice::Aside(*id, aside)));
            notices.extend(beside::notice(*id));
        }
    });
    notices
}

fn health(session: &Session) -> Health {
    if session.saver.is_none() || session.is_overtaken() && !session.is_pending() {
        Health::ReadOnly
    } else if session.failure.is_some() && !session.is_waiting() {
        Health::Failed
    } else if session.is_pending() {
        Health::Pending
    } else if place::is_memory() {
        Health::Memory
    } else {
        Health::Saved
    }
}

fn read_only(shown: Option<Id>, session: &Session) -> Option<&'static str> {
    if shown.and_then(look::at).is_some() {
        Some(LOOK_SHORT)
    } else {
        (session.saver.is_none() || session.is_overtaken()).then_some(words::NEWER_SHORT)
    }
}

fn set_if_changed<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}
