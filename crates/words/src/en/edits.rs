//! English words for edits: what they are called, why they are refused, what else they did.

use crosslane_core::edit::{Edit, Entry, JourneyEdit};
use crosslane_core::model::EntityKind;

/// Named, it is gone.
pub const NOT_THERE: &str = "That is not there any more; somebody may have deleted it.";
/// The identifier is taken.
pub const TAKEN: &str = "Something with this identifier is there already.";
/// A reference to nothing.
pub const DANGLING: &str = "The {kind} it refers to is not there any more.";
/// A step to itself.
pub const STEP_TO_ITSELF: &str = "A step cannot lead from {touchpoint} to itself.";
/// An entry with itself.
pub const INTO_ITSELF: &str = "That is one entry already.";
/// No handoff.
pub const NO_HANDOFF: &str = "{from} → {to} is no handoff, so no card can stand there.";
/// A card over a card.
pub const HAS_CARD: &str = "{from} → {to} has a handoff card already.";
/// Copies.
pub const COPIES_DO_NOT_MATCH: &str = "The phase has changed meanwhile; copy it again.";
/// A version that does not fit.
pub const DOES_NOT_FIT: &str = "That version does not fit together, so nothing was taken over.";

/// A card that moved.
pub const CARD_MOVED: &str = "The handoff card of {from} → {to} moved along to {new_from} → {new_to}.";
/// A card without a place.
pub const CARD_UNPLACED: &str =
    "The handoff of {from} → {to} is gone; its card waits among the unplaced cards.";

/// What an edit does, for undo and redo: "Undo: rename the workspace".
pub fn edit(edit: &Edit) -> &'static str {
    match edit {
        Edit::SetTitle(_) => "rename the workspace",
        Edit::PutSettings(_) => "change the thresholds",
        Edit::PutEntry(_, entry) => put_entry(entry),
        Edit::RemoveEntry(kind, _) => remove_entry(*kind),
        Edit::MergeEntries(..) => "make two entries one",
        Edit::PutCommittee(_) => "change the steering committee",
        Edit::MoveDepartment { .. } => "move a department's lane",
        Edit::AddJourney { .. } => "add a journey",
        Edit::PutJourney(..) => "change a journey",
        Edit::MoveJourney { .. } => "move a journey",
        Edit::RemoveJourney(_) => "delete a journey",
        Edit::InJourney(_, inner) => journey_edit(inner),
        Edit::PutWaiver(..) => "accept a flag",
        Edit::RemoveWaiver(_) => "no longer accept a flag",
        Edit::PutSnapshot(..) => "keep the scores",
        Edit::RemoveSnapshot(_) => "delete a snapshot",
        Edit::PutView(..) => "keep a view",
        Edit::RemoveView(_) => "delete a view",
        Edit::Replace(_) => "take over another version",
        Edit::Batch(edits) => edits.first().map_or("change", self::edit),
    }
}

fn journey_edit(edit: &JourneyEdit) -> &'static str {
    match edit {
        JourneyEdit::AddPhase { .. } => "add a phase",
        JourneyEdit::PutPhase(..) => "change a phase",
        JourneyEdit::MovePhase { .. } => "move a phase",
        JourneyEdit::RemovePhase(_) => "delete a phase",
        JourneyEdit::DuplicatePhase { .. } => "duplicate a phase",
        JourneyEdit::AddTouchpoint { .. } => "add a touchpoint",
        JourneyEdit::PutTouchpoint(..) => "change a touchpoint",
        JourneyEdit::MoveTouchpoint { .. } => "move a touchpoint",
        JourneyEdit::RemoveTouchpoint(_) => "delete a touchpoint",
        JourneyEdit::DuplicateTouchpoint { .. } => "duplicate a touchpoint",
        JourneyEdit::PutLink { .. } => "change a link",
        JourneyEdit::RemoveLink(_) => "delete a link",
        JourneyEdit::SetWait(..) => "change a wait",
        JourneyEdit::PutCard(..) => "change a handoff card",
        JourneyEdit::PlaceCard { .. } => "put a handoff card back",
        JourneyEdit::RemoveUnplacedCard(_) => "throw a handoff card away",
    }
}

fn put_entry(entry: &Entry) -> &'static str {
    match entry {
        Entry::Department(_) => "change a department",
        Entry::Persona(_) => "change a persona",
        Entry::Channel(_) => "change a channel",
        Entry::System(_) => "change a system",
        Entry::Item(_) => "change an information item",
        Entry::Subject(_) => "change a subject",
        Entry::Standard(_) => "change a standard",
        Entry::Term(_) => "change a term",
        Entry::Measure(_) => "change a measure",
        Entry::Goal(_) => "change a goal",
        Entry::Initiative(_) => "change an initiative",
        Entry::Story(_) => "change a story",
        Entry::Decision(_) => "change a decision",
        Entry::Session(_) => "change a session",
    }
}

fn remove_entry(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Department => "delete a department",
        EntityKind::Persona => "delete a persona",
        EntityKind::Channel => "delete a channel",
        EntityKind::System => "delete a system",
        EntityKind::Item => "delete an information item",
        EntityKind::Subject => "delete a subject",
        EntityKind::Standard => "delete a standard",
        EntityKind::Term => "delete a term",
        EntityKind::Measure => "delete a measure",
        EntityKind::Goal => "delete a goal",
        EntityKind::Initiative => "delete an initiative",
        EntityKind::Story => "delete a story",
        EntityKind::Decision => "delete a decision",
        EntityKind::Session => "delete a session",
        _ => "delete an entry",
    }
}
