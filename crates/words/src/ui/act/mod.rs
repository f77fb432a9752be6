//! The view of what is done about handoffs: one room for each practice.

pub mod committee;
pub mod goals;
pub mod initiatives;
pub mod sessions;
pub mod standards;
pub mod stories;
pub mod vocabulary;

use crosslane_core::model::EntityKind;

/// The heading of the view.
pub const TITLE: &str = "Act";
/// The choice between the practices.
pub const TABS: &str = "Practices";
/// Removes what is opened.
pub const DELETE: &str = "Delete";
/// Makes what is opened one with another.
pub const MERGE: &str = "Merge";
/// What was opened is not there.
pub const GONE: &str = "This has been deleted. Undo brings it back.";
/// Prints what is shown.
pub const PRINT: &str = "Print";
/// The flags that something is about.
pub const FLAGS: &str = "Flags";
/// Nobody is named.
pub const NO_DEPARTMENTS: &str = "No departments yet";

/// The tab of a practice, by what it is made of.
pub const fn tab(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Initiative => "Initiatives",
        EntityKind::Goal => "Goals",
        EntityKind::Standard => "Standards",
        EntityKind::Term => "Vocabulary",
        EntityKind::Decision => "Committee",
        EntityKind::Session => "Sessions",
        EntityKind::Story => "Stories",
        _ => "",
    }
}

/// What a practice is for, in a sentence.
pub fn about(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Initiative => {
            "A change that departments carry together. Start one from a flag: both departments and the risk before are filled in."
        }
        EntityKind::Goal => {
            "An outcome for the customer to which several departments contribute, each with its part."
        }
        EntityKind::Standard => "What was agreed, where it holds, and how each touchpoint lives it.",
        EntityKind::Term => "One word for one thing: what we say, and who says it differently.",
        EntityKind::Decision => {
            "Who decides across departments, what to talk about next, and what was decided."
        }
        EntityKind::Session => {
            "Departments, partners and customers work on touchpoints together: find, think, try, test, learn, and again."
        }
        EntityKind::Story => {
            "What worked, who made it work together, and where. Tell it, so that others do it too."
        }
        _ => "",
    }
}

/// The button that begins one.
pub fn add(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Initiative => "New initiative",
        EntityKind::Goal => "New goal",
        EntityKind::Standard => "New standard",
        EntityKind::Term => "New term",
        EntityKind::Decision => "New decision",
        EntityKind::Session => "New session",
        EntityKind::Story => "New story",
        _ => "",
    }
}

/// There is none yet.
pub fn none(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Initiative => "No initiative yet. Choose one or several flags and start one from them.",
        EntityKind::Goal => "No shared goal yet. Begin with an outcome a customer would notice.",
        EntityKind::Standard => "No standard yet. A decision of the committee becomes one in one step.",
        EntityKind::Term => "No term yet. Begin with a word that two departments use differently.",
        EntityKind::Decision => "Nothing decided yet.",
        EntityKind::Session => "No session yet.",
        EntityKind::Story => "No story yet. Choose a handoff that works, and tell why.",
        _ => "",
    }
}

/// The link from an opened entry to all of its kind.
pub fn all(kind: EntityKind) -> String {
    format!("All {}", noun(kind))
}

/// Those of a kind, inside a sentence.
fn noun(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Initiative => "initiatives",
        EntityKind::Goal => "goals",
        EntityKind::Standard => "standards",
        EntityKind::Term => "terms",
        EntityKind::Decision => "decisions",
        EntityKind::Session => "sessions",
        EntityKind::Story => "stories",
        _ => "",
    }
}
