//! What was changed differently in two tabs: told where it was joined, until the person has looked at it.

use crosslane_core::edit::Edit;
use crosslane_core::model::Id;
use crosslane_core::store::Clash;
use crosslane_words::change::{self, ConflictWords};
use crosslane_words::ui::storage as words;

use super::keeper::{Keeper, with_sessions};
use super::merging;
use crate::reactive::prelude::*;

/// How many are listed; of more only the number is told.
const LISTED: usize = 5;

/// One thing that was changed differently.
pub struct Told {
    clash: Clash,
    /// Which conflict of the clash.
    at: usize,
    words: ConflictWords,
}

/// All of them for a workspace, as the notice shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Clashes {
    /// How many there are.
    count: usize,
    listed: Vec<ConflictWords>,
}

/// What there is to tell of clashes.
pub fn told(clashes: Vec<Clash>) -> Vec<Told> {
    let mut all = Vec::new();
    for clash in clashes {
        for (at, conflict) in clash.merged.conflicts.iter().enumerate() {
            let words = change::conflict(&clash.base, &clash.ours, &clash.theirs, conflict);
            all.push(Told { clash: clash.clone(), at, words });
        }
    }
    all
}

/// Tells of clashes in the workspace shown.
pub fn note(keeper: Keeper, told: Vec<Told>) {
    if let Some(id) = keeper.shown().filter(|_| !told.is_empty()) {
        with_sessions(|sessions| {
            if let Some(session) = sessions.get_mut(&id) {
                session.told.extend(told);
            }
        });
        keeper.tell();
    }
}

/// What the notice shows; `None` where there is nothing to tell.
pub fn shown(told: &[Told]) -> Option<Clashes> {
    let listed = told.iter().take(LISTED).map(|told| told.words.clone()).collect();
    (!told.is_empty()).then_some(Clashes { count: told.len(), listed })
}

/// The notice's list, with a way to take what the other tab had.
pub fn list(keeper: Keeper, id: Id, clashes: &Clashes) -> AnyView {
    let entry = |(at, words): (usize, &ConflictWords)| {
        // Several buttons have the same name: what each is about is read after it.
        let about = ["clash-", &at.to_string()].concat();
        view! {
            <li>
                <span id=about.clone() dir="auto">{words::clash(&words.place, &words.ours, &words.theirs)}</span>
                <button class="button" type="button" aria-describedby=about on:click=move |_| take(keeper, id, at)>
                    {words::TAKE_OTHER}
                </button>
            </li>
        }
    };
    let more = clashes.count - clashes.listed.len();
    view! {
        <ul class="notice-list">{clashes.listed.iter().enumerate().map(entry).collect_view()}</ul>
        {(more > 0).then(|| view! { <p class="quiet">{words::more_clashes(more)}</p> })}
    }
    .into_any()
}

/// Takes what the other tab had, as a step of undo.
fn take(keeper: Keeper, id: Id, at: usize) {
    let present = keeper.state.workspace_untracked();
    let taken = with_sessions(|sessions| {
        let session = sessions.get_mut(&id)?;
        let told = (at < session.told.len()).then(|| session.told.remove(at))?;
        (merging::here()?.take_theirs)(&told.clash, &*present?, told.at)
    });
    match taken {
        Some(workspace) => drop(keeper.state.edit(&Edit::Replace(Box::new(workspace)))),
        None => keeper.state.toast(words::GONE_MEANWHILE),
    }
    keeper.tell();
}

/// Leaves what is listed as it is here; what was not listed yet is listed then.
pub fn keep(keeper: Keeper, id: Id) {
    with_sessions(|sessions| {
        if let Some(session) = sessions.get_mut(&id) {
            session.told.drain(..session.told.len().min(LISTED));
        }
    });
    keeper.tell();
}
