//! What became of something between two versions, and what two people made of it.

use crosslane_core::compare::DifferenceKind;

/// Only the later version has it.
pub const NEW: &str = "new";
/// Only the earlier version has it.
pub const GONE: &str = "removed";
/// Both have it, with other values.
pub const CHANGED: &str = "changed";
/// Before where something stood and where it stands.
pub const MOVED: &str = "moved: ";
/// Before the phase of a place.
pub const IN_PHASE: &str = "in ";
/// Before what something comes after.
pub const AFTER: &str = "after ";
/// A place with nothing before it.
pub const FIRST: &str = "first";
/// Before what a list has more.
pub const ADDED: &str = "added ";
/// Before what a list has no more.
pub const TAKEN_OUT: &str = "removed ";
/// A list with the same entries.
pub const REORDERED: &str = "other order";
/// An empty list.
pub const NONE: &str = "none";

/// How many entities something became of.
pub const KINDS: &[(DifferenceKind, &str)] = &[
    (DifferenceKind::Added, "added"),
    (DifferenceKind::Removed, "removed"),
    (DifferenceKind::Moved, "moved"),
    (DifferenceKind::NewOwner, "with a new owner"),
    (DifferenceKind::Changed, "changed"),
];

/// Both gave a field another value.
pub const BOTH_CHANGED: &str = "both changed it";
/// Both gave a touchpoint another owner.
pub const TWO_OWNERS: &str = "two owners";
/// Both noted what a side says about a handoff card.
pub const TWO_AGREEMENTS: &str = "two agreements on one card";
/// Both moved it.
pub const TWO_PLACES: &str = "both moved it";
/// One deleted what the other changed or uses.
pub const DELETED_IN_USE: &str = "deleted by one, changed or used by the other";
/// The side that deleted it.
pub const DELETED: &str = "deleted";
/// The side that did not.
pub const KEPT: &str = "kept";
/// A side without a value.
pub const NOTHING: &str = "nothing";
/// Before the handoff a card is on.
pub const ON_HANDOFF: &str = "on the handoff ";
/// A side in which a card is on no handoff.
pub const SET_ASIDE: &str = "without a handoff";
/// A side with a value that is too long to show.
pub const OWN_VALUE: &str = "another value";
