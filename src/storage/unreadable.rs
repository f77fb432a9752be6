//! A workspace that cannot be read: what can be done about it.

use crosslane_core::model::{Id, Workspace};
use crosslane_core::store::{Damage, LoadError, Saver, load, salvage};
use crosslane_words::ui::storage as words;

use super::keeper::Keeper;
use super::place::with_store;

/// A workspace that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// The identifier it is stored under.
    pub id: Id,
    /// What is wrong with it.
    pub damage: Damage,
}

/// Opens what can be read of it. What is stored is kept aside.
pub fn open_readable(keeper: Keeper, id: Id) {
    let salvaged = with_store(|store| salvage(store, id)).ok().flatten();
    match (salvaged, saver(id)) {
        (Some(found), Some(saver)) => {
            keeper.open(id, found.workspace, Some(saver), false, None);
            keeper.state.toast(words::salvaged(&found.lost, &found.older, found.shared_lost));
        }
        _ => keeper.state.toast(words::NOTHING_READABLE),
    }
}

/// Begins an empty workspace in its place. What is stored is kept aside.
pub fn start_empty(keeper: Keeper, id: Id) {
    if let Some(saver) = saver(id) {
        keeper.open(id, Workspace { id: Some(id), ..Workspace::default() }, Some(saver), false, None);
    }
}

/// A saver that sets aside what cannot be read.
fn saver(id: Id) -> Option<Saver> {
    match with_store(|store| load(store, id)) {
        Err(LoadError::Unreadable { saver, .. }) => Some(*saver),
        Err(LoadError::Missing) => Some(Saver::new(id)),
        Ok(_) | Err(LoadError::Store(_)) => None,
    }
}
