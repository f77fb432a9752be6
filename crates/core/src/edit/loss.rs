//! What goes with an entry that is deleted.

use crate::compare::{Change, ChangeKind, PathPart};

/// What deleting an entry changes elsewhere, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Touchpoints that have no owner any more.
    pub owners: usize,
    /// Handoff cards that have no handoff any more, and wait to be put back.
    pub cards: usize,
    /// Other places that name it.
    pub others: usize,
}

impl Loss {
    /// Counts what [`uses`](super::uses) lists.
    pub fn of(changes: &[Change]) -> Self {
        let mut loss = Self::default();
        for change in changes {
            if lies_in(change, "unplaced_cards") && change.kind == ChangeKind::Added {
                loss.cards += 1;
            } else if is_use(change) {
                match change.path.0.as_slice() {
                    [.., PathPart::Field("touchpoints"), PathPart::Key(_), PathPart::Field("owner")] => {
                        loss.owners += 1;
                    }
                    _ => loss.others += 1,
                }
            }
        }
        loss
    }
}

/// Whether one of the changes that [`uses`](super::uses) lists is a place that names the entry, rather than a card that
/// waits because its handoff is gone.
pub fn is_use(change: &Change) -> bool {
    let moved = match change.path.0.as_slice() {
        [.., PathPart::Field("steps"), PathPart::Key(_)]
        | [.., PathPart::Field("steps"), PathPart::Key(_), PathPart::Field("card")] => {
            change.kind == ChangeKind::Removed
        }
        _ => lies_in(change, "unplaced_cards") && change.kind == ChangeKind::Added,
    };
    !moved
}

fn lies_in(change: &Change, field: &str) -> bool {
    change.path.0.iter().any(|part| matches!(part, PathPart::Field(name) if *name == field))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::edit::{usage, uses};
    use crate::model::{EntityKind, Id};
    use crate::testing::workspace;

    #[test]
    fn counts_owners_lost_and_cards_that_wait() {
        let workspace = workspace("a x front\n b y front\n c x front\n a>b by=- method=warm");
        let x = Id::new("x").unwrap();
        let changes = uses(&workspace, EntityKind::Department, x).unwrap();
        assert_eq!(Loss::of(&changes), Loss { owners: 2, cards: 1, others: 0 });
        let named = usage(&workspace)[&(EntityKind::Department, x)];
        assert_eq!(changes.iter().filter(|change| is_use(change)).count(), named);
    }

    #[test]
    fn what_is_used_nowhere_takes_nothing_with_it() {
        let mut workspace = workspace("a x front\n b y front");
        let lone = Id::new("lone").unwrap();
        workspace.departments.insert(lone, std::sync::Arc::default());
        workspace.department_order.push(lone);
        let changes = uses(&workspace, EntityKind::Department, lone).unwrap();
        assert_eq!(
            (Loss::of(&changes), changes.iter().filter(|it| is_use(it)).count()),
            (Loss::default(), 0)
        );
    }
}
