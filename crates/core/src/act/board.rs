//! The board of initiatives: a column for each status.

use crate::format::ids::key;
use crate::model::{Date, Id, Initiative, InitiativeStatus, Workspace};
use crate::sort::Sort;

/// How far an initiative is; one that does not say is proposed.
pub fn status_of(initiative: &Initiative) -> InitiativeStatus {
    initiative.status.unwrap_or(InitiativeStatus::Proposed)
}

/// The initiatives of each status, in the order of the statuses: those due first come first, then by title.
pub fn board(workspace: &Workspace) -> Vec<(InitiativeStatus, Vec<Id>)> {
    let column = |status: &InitiativeStatus| {
        let mut ids: Vec<(bool, Option<Date>, String, Id)> = workspace
            .initiatives
            .iter()
            .filter(|(_, initiative)| status_of(initiative) == *status)
            .map(|(id, it)| (it.due.is_none(), it.due, key(&it.title), *id))
            .collect();
        ids.arrange();
        (*status, ids.into_iter().map(|(.., id)| id).collect())
    };
    InitiativeStatus::ALL.iter().map(column).collect()
}

/// Whether it should be done by now and is not.
pub fn is_overdue(initiative: &Initiative, today: Option<Date>) -> bool {
    let is_past = initiative.due.zip(today).is_some_and(|(due, today)| due < today);
    is_past && status_of(initiative) != InitiativeStatus::Done
}
