//! The departments view: the registers, the page of a department, the page of two departments.

use crosslane_core::compare::Change;
use crosslane_core::edit::Loss;
use crosslane_core::model::{EntityKind, Workspace};
use crosslane_core::vocabulary::Reason;

use crate::field;
use crate::labels::Label;
use crate::name::{plain, quoted};
use crate::place::{in_words, inside_journey, parts_of};
use crate::values::{count, list};

/// The heading of the view.
pub const TITLE: &str = "Departments";
/// The list of registers.
pub const REGISTERS: &str = "Registers";
/// The name of an entry, as the heading of a column.
pub const NAME: &str = "Name";
/// How often an entry is used, as the heading of a column.
pub const USED: &str = "Used";
/// The touchpoints a department owns, as the heading of a column.
pub const OWNS: &str = "Owns touchpoints";
/// The column with the buttons that move a lane.
pub const ORDER: &str = "Order of the lanes";
/// An entry nothing refers to.
pub const UNUSED: &str = "Not used";
/// Narrows a long list.
pub const FILTER: &str = "Filter";
/// Nothing fits the filter.
pub const NOTHING_FITS: &str = "Nothing fits.";
/// What to do in an empty register.
pub const EMPTY: &str =
    "Nothing here yet. Type a name below, or type it wherever it is needed: it is added on the way.";
/// Where the lanes come from.
pub const LANES_HINT: &str =
    "This is the order of the lanes on the map. Alt and the arrow keys move one, too.";
/// Entries that look alike.
pub const NEAR: &str = "These may be the same";
/// What merging them does.
pub const NEAR_HINT: &str = "Nothing is merged until you say so, and undo takes it back.";
/// Between the names of a pair.
pub const AND: &str = " and ";
/// Hides a pair for good.
pub const DIFFER: &str = "They differ";
/// Where an entry is named.
pub const USES: &str = "Where it is used";
/// Nothing names the entry.
pub const USED_NOWHERE: &str = "Nowhere yet.";
/// Places outside of the journeys.
pub const ELSEWHERE: &str = "Beside the journeys";
/// The tab with what a department's head reads.
pub const BEFORE_MEETING: &str = "Before the meeting";
/// The tab with the facts of a department.
pub const FACTS_AND_USES: &str = "Facts and uses";
/// The choice between the two.
pub const TABS: &str = "What to show of the department";
/// The facts of an entry.
pub const FACTS: &str = "Facts";
/// Who may do what in a system.
pub const ACCESS: &str = "Who may do what in it";
/// The column of a department.
pub const DEPARTMENT: &str = "Department";
/// Makes two entries one.
pub const MERGE: &str = "Merge into …";
/// Makes two entries one, in the dialog.
pub const MERGE_NOW: &str = "Merge";
/// The other entry of a merge.
pub const MERGE_TARGET: &str = "The one that stays";
/// Deletes an entry.
pub const DELETE: &str = "Delete";
/// Deleting touches nothing else.
pub const DELETE_HARMLESS: &str = "Nothing refers to it.";
/// What else a dialog does not list.
pub const UNDO_BRINGS_BACK: &str = "Undo brings it back.";
/// An entry that is not there.
pub const GONE: &str = "This entry is gone. Undo may bring it back.";
/// Leads from a message to the pairs that look alike.
pub const LOOK: &str = "Look";

/// The name of a register.
pub const fn register(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Department => "Departments",
        EntityKind::Persona => "Personas",
        EntityKind::Channel => "Channels",
        EntityKind::System => "Systems",
        EntityKind::Item => "Information",
        EntityKind::Subject => "Subjects",
        EntityKind::Standard => "Standards",
        EntityKind::Term => "Terms",
        EntityKind::Measure => "Measures",
        EntityKind::Goal => "Goals",
        EntityKind::Journey => "Journeys",
        EntityKind::Phase => "Phases",
        EntityKind::Touchpoint => "Touchpoints",
        EntityKind::Decision => "Decisions",
        EntityKind::Initiative => "Initiatives",
        EntityKind::Story => "Stories",
        EntityKind::Session => "Sessions",
    }
}

/// How many departments may do what in a system: change, read, ask.
pub fn access(change: usize, read: usize, ask: usize) -> String {
    let parts = [(change, "change it"), (read, "read it"), (ask, "on request")];
    let said = parts.into_iter().filter(|(many, _)| *many > 0).map(|(many, what)| format!("{many} {what}"));
    said.collect::<Vec<_>>().join(", ")
}

/// The word for one of its entries, in a sentence.
fn one(kind: EntityKind) -> String {
    kind.label().to_lowercase()
}

/// The field that adds an entry.
pub fn add(kind: EntityKind) -> String {
    format!("New {}: type it, press Enter", one(kind))
}

/// The entry is there already.
pub fn there_already(name: &str) -> String {
    format!("{} is there already.", quoted(name))
}

/// How many more are shown on request.
pub fn show_all(total: usize) -> String {
    format!("Show all {total}")
}

/// A button that moves a lane up.
pub fn move_up(name: &str) -> String {
    format!("Move {} up", plain(name))
}

/// A button that moves a lane down.
pub fn move_down(name: &str) -> String {
    format!("Move {} down", plain(name))
}

/// What a department may do in a system: the label of one button.
pub fn access_of(department: &str, access: &str) -> String {
    format!("{}: {access}", plain(department))
}

/// A new entry that looks like one there is.
pub fn looks_like(name: &str, other: &str) -> String {
    format!("{} was added. It looks like {}.", quoted(name), quoted(other))
}

/// Why two names may mean the same.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Writing => "written a little differently",
        Reason::And => "with and without “and”",
        Reason::Plural => "singular and plural",
        Reason::Order => "the same words in another order",
        Reason::Typo => "a letter or two differ",
    }
}

/// A button of a pair: this entry stays.
pub fn keep(name: &str) -> String {
    format!("Keep {}", quoted(name))
}

/// The title of the dialog that merges.
pub fn merge_title(from: &str, into: Option<&str>) -> String {
    let into = into.map_or_else(|| "another".to_owned(), quoted);
    format!("Merge {} into {into}", quoted(from))
}

/// What merging does to the uses.
pub fn merge_moves(from: &str, into: &str, uses: usize) -> String {
    let (from, into) = (quoted(from), quoted(into));
    match uses {
        0 => format!("{from} goes; nothing refers to it. {into} stays."),
        1 => format!("The one place that refers to {from} will refer to {into}. {from} goes."),
        _ => format!("{uses} places that refer to {from} will refer to {into}. {from} goes."),
    }
}

/// The fields that the entry that stays takes over, by their phrases.
pub fn merge_takes(fields: &[String]) -> String {
    format!("It takes over what it does not say itself: {}.", list(fields))
}

/// The fields in which both say something different.
pub fn merge_keeps(fields: &[String]) -> String {
    format!("Both say something, and the one that stays keeps its own: {}.", list(fields))
}

/// Cards that lose their handoff.
pub fn merge_cards(cards: usize) -> String {
    let cards = count(cards as u64, "handoff card", "handoff cards");
    format!("What passed between the two is no handoff any more: {cards} will wait under Handoffs.")
}

/// Two entries were made one.
pub fn merged(from: &str, into: &str) -> String {
    format!("{} is part of {} now.", quoted(from), quoted(into))
}

/// The title of the dialog that deletes.
pub fn delete_title(name: &str) -> String {
    format!("Delete {}?", quoted(name))
}

/// An entry was deleted.
pub fn deleted(name: &str) -> String {
    format!("{} was deleted.", quoted(name))
}

/// What goes with a deleted entry, in a sentence.
pub fn loss(loss: Loss) -> String {
    let Loss { owners, cards, others } = loss;
    let owners = match owners {
        0 => None,
        1 => Some("1 touchpoint loses its owner".to_owned()),
        _ => Some(format!("{owners} touchpoints lose their owner")),
    };
    let cards = match cards {
        0 => None,
        1 => Some("1 handoff card waits among the unplaced".to_owned()),
        _ => Some(format!("{cards} handoff cards wait among the unplaced")),
    };
    let others = match others {
        0 => None,
        1 => Some("1 place no longer names it".to_owned()),
        _ => Some(format!("{others} places no longer name it")),
    };
    let parts: Vec<String> = [owners, cards, others].into_iter().flatten().collect();
    if parts.is_empty() { DELETE_HARMLESS.to_owned() } else { list(&parts) + "." }
}

/// How many places are not listed.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}

/// A place that names an entry, such as `Touchpoint “Call”: owner`; under its journey, the journey is not named again.
pub fn place(workspace: &Workspace, change: &Change, under_journey: bool) -> String {
    let parts = parts_of(&change.path.to_string());
    let words = if under_journey { inside_journey(workspace, &parts) } else { in_words(workspace, &parts) };
    let place = [words.entity, words.field].into_iter().filter(|part| !part.is_empty());
    field::capitalised(&place.collect::<Vec<_>>().join(": "))
}
