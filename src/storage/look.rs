//! Looking at a kept version: all its views, under its own address, without changing anything.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crosslane_core::model::Id;
use crosslane_core::store::{self, VersionKind};

use super::keeper::Keeper;
use super::place::with_store;

/// A version that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The workspace it is a version of.
    pub workspace: Id,
    /// The version.
    pub version: Id,
    /// Why it was kept.
    pub kind: VersionKind,
    /// What the person called it.
    pub name: String,
    /// When it was kept, in seconds since 1970 (UTC).
    pub kept_at: u64,
}

thread_local! {
    /// The versions that were looked at in this page.
    static LOOKS: RefCell<BTreeMap<Id, Look>> = const { RefCell::new(BTreeMap::new()) };
}

/// The version that is looked at under the address of `id`, if it is one.
pub fn at(id: Id) -> Option<Look> {
    LOOKS.with_borrow(|looks| looks.get(&id).cloned())
}

/// Shows the version with this identifier, of whichever workspace; `false` where there is none that can be read.
pub fn show(keeper: Keeper, version: Id) -> bool {
    let Some((look, workspace)) = find(version) else { return false };
    LOOKS.with_borrow_mut(|looks| looks.insert(version, look));
    keeper.open(version, workspace, None, true, None);
    true
}

fn find(version: Id) -> Option<(Look, crosslane_core::model::Workspace)> {
    with_store(|store| {
        let workspace = store::version_owner(store, version).ok()??;
        let kept = store::versions(store, workspace).ok()?;
        let kept = kept.into_iter().find(|kept| kept.id == version)?;
        let opened = store::load_version(store, workspace, version).ok()?;
        let look = Look { workspace, version, kind: kept.kind?, name: kept.name, kept_at: kept.kept_at };
        Some((look, opened.workspace))
    })
}
