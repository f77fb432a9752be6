//! Letting versions go: with age, beyond the budget, and where room is needed.

use std::collections::BTreeSet;

use super::ledger::Ledger;
use super::thin::thinned;
use crate::model::Id;
use crate::sort::Gather;
use crate::store::free::sweep;
use crate::store::key::Part;
use crate::store::key_value::{KeyValue, StoreError};
use crate::store::list::CAPACITY;
use crate::store::shelf::Shelf;

/// What kept versions may take of the store beside what is saved, in UTF-16 units: a quarter of it, for all workspaces
/// together. Beyond it the one kept first goes first, whatever it was kept for, unless it has a name.
pub const BUDGET: usize = CAPACITY / 4;

/// How many versions without a name are kept of one workspace.
pub const MOST: usize = 200;

/// Lets go of the versions of a workspace that are too many by now, and of those of any workspace that are beyond the
/// budget; `newest` stays.
pub fn tidy(store: &dyn KeyValue, workspace: Id, newest: Id, now: u64) -> Result<(), StoreError> {
    let mut ledger = Ledger::read(store)?;
    let mut doomed = aged(&ledger, workspace, now);
    doomed.remove(&newest);
    let mut doomed: Vec<(Id, Id)> = doomed.into_iter().map(|version| (workspace, version)).collect();
    for (workspace, version) in &doomed {
        ledger.remove(*workspace, *version);
    }
    let unnamed = ledger.unnamed();
    let mut count = unnamed.iter().filter(|(id, _)| *id == workspace).count();
    let mut units = ledger.units();
    for (id, version) in unnamed {
        let too_many = id == workspace && count > MOST;
        if (id, version) == (workspace, newest) || !(too_many || units > BUDGET) {
            continue;
        }
        count -= usize::from(id == workspace);
        ledger.remove(id, version);
        units = ledger.units();
        doomed.push((id, version));
    }
    let_go(store, &doomed)
}

fn aged(ledger: &Ledger, workspace: Id, now: u64) -> BTreeSet<Id> {
    let automatic = ledger.of(workspace).filter(|(_, record)| record.kind.is_automatic());
    let (ids, kept_at): (Vec<Id>, Vec<u64>) = automatic.map(|(id, record)| (id, record.kept_at)).unzip();
    thinned(now, &kept_at).into_iter().map(|index| ids[index]).gather()
}

/// Removes versions and what only they needed.
pub fn let_go(store: &dyn KeyValue, versions: &[(Id, Id)]) -> Result<(), StoreError> {
    for (workspace, version) in versions {
        Shelf::new(store, *workspace).remove(Part::Version(*version))?;
    }
    let workspaces: BTreeSet<Id> = versions.iter().map(|(workspace, _)| *workspace).gather();
    for workspace in workspaces {
        sweep(&Shelf::new(store, workspace), &BTreeSet::new(), None)?;
    }
    Ok(())
}
