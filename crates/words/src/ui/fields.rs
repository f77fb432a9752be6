//! The fields of forms: hints, what was understood of a text, and what to do where nothing was.

use crosslane_core::edit::form::{ChoiceKind, EntryKind, FieldSpec, Widget};
use crosslane_core::format::duration::Reading;
use crosslane_core::model::{
    Access, DepartmentKind, Direction, EntityKind, Evidence, InitiativeStatus, Interaction, JourneyState,
    Method, ParticipantKind, Practice, SatisfactionKind, Stage, Starter,
};

use crate::labels::Label;
use crate::values;

/// Nobody knows yet: the field is empty.
pub const UNKNOWN: &str = "Unknown";
/// Adds a text to a list.
pub const ADD_TEXT: &str = "Add one";
/// Adds something to a list by its name.
pub const ADD_BY_NAME: &str = "Type to add";
/// Adds an entry to a list of them.
pub fn add_entry(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Promises => "Add a promise",
        EntryKind::Standards => "Add a standard",
        EntryKind::Steered => "Add a measure",
        EntryKind::Access | EntryKind::Labels | EntryKind::Contributions | EntryKind::Members => {
            "Add a department"
        }
        EntryKind::Participants => "Add a participant",
        EntryKind::Cycles => "Begin a cycle",
        EntryKind::BestPractices => "Add a best practice",
    }
}

/// A promise or standard of a list.
pub const ENTRY: &str = "this entry";
/// What was typed is not in the list.
pub const NOT_IN_LIST: &str = "Choose one from the list.";
/// What was typed is not in the list, but can be added to it.
pub const NOT_YET_IN_LIST: &str = "Not in the list yet. Press Enter to add it, or choose another.";
/// Nothing in the list fits.
pub const NOTHING_FITS: &str = "Nothing fits";
/// The list goes on.
pub const KEEP_TYPING: &str = "More. Keep typing.";
/// A time that cannot be read.
pub const NOT_A_TIME: &str = "Not a time yet. Write it as 2 days, 1-2 weeks or 30 min.";
/// A count that cannot be read.
pub const NOT_A_COUNT: &str = "Not a whole number yet. Write it as 1,200.";
/// A percentage that cannot be read.
pub const NOT_A_PERCENTAGE: &str = "Not a share yet. Write a number from 0 to 100.";
/// A number that cannot be read.
pub const NOT_A_NUMBER: &str = "Not a number yet. Write it as 4.5.";
/// A colour of our choice.
pub const OWN_COLOUR: &str = "Chosen for you";
/// Lets Crosslane choose the colour.
pub const CHOOSE_COLOUR_FOR_ME: &str = "Choose for me";
/// A date that cannot be read.
pub const NOT_A_DATE: &str = "Not a full date yet. Fill in day, month and year.";
/// Opens the address of a field.
pub const OPEN_LINK: &str = "Open";
/// An example of a time.
pub const TIME_EXAMPLE: &str = "such as 1-2 weeks";

/// Offers to add what was typed to the list.
pub fn create(name: &str) -> String {
    format!("Add “{}”", name.trim())
}

/// A button that takes something out of a list, or a field's value away.
pub fn remove(what: &str) -> String {
    format!("Remove {what}")
}

/// The field that adds to a list.
pub fn add_to(label: &str) -> String {
    format!("Add to {label}")
}

/// A button that empties a field.
pub fn clear(label: &str) -> String {
    format!("Clear {label}: unknown")
}

/// The label of a text at a position of a list, from 0.
pub fn item(label: &str, position: usize) -> String {
    format!("{label}, {}", position + 1)
}

/// A rating that is no whole number: what it is exactly.
pub fn rating_exactly(rating: crosslane_core::model::Rating) -> String {
    format!("{} of 5", values::rating(rating))
}

/// How a time was understood.
pub fn understood(reading: Reading) -> String {
    let time = values::minutes(reading.minutes);
    if reading.business_days {
        format!("{time}, weekends included")
    } else if reading.assumed_minutes {
        format!("{time}. Add a unit if you mean something else.")
    } else {
        time
    }
}

/// The tick that says "there is none" in a field.
pub fn nothing(spec: &FieldSpec) -> &'static str {
    match (spec.name, spec.widget) {
        ("trigger" | "fallback", _) => "Nothing agreed",
        ("passed", _) => "Nothing",
        (_, Widget::Many(EntityKind::Department)) => "Nobody",
        _ => "None",
    }
}

/// What a field is for, where its label does not say it all; empty otherwise.
pub fn hint(entity: &str, field: &str) -> &'static str {
    match (entity, field) {
        ("Touchpoint", "performed_by") => "Where another department than the owner does the work.",
        ("Touchpoint", "claimed_by") => "Departments that say it is theirs, too.",
        ("Touchpoint", "perceived_owner") => "Whom customers think they are dealing with.",
        ("Touchpoint", "asked") => "What the customer has to tell or bring here.",
        ("Touchpoint", "needed") => "What has to be known to do the work.",
        ("Touchpoint", "produced") => "What is known or decided afterwards.",
        ("Touchpoint", "fulfils") => "Earlier promises that are kept here.",
        ("Touchpoint", "standards") => "How things are really done here.",
        ("Card", "complete_accurate") => "How many arrive so that the receiver can work at once.",
        ("Card", "trigger") => "The message, event or date that lets the receiver begin.",
        ("Card", "switch_forced") => "The customer has no choice but to change.",
        ("Standard", "channel") => "Without one it holds on all channels.",
        ("Standard", "phase") => "The name of a phase. Without one it holds in all.",
        ("Term", "variants") => "Other words in use. One that ends in * stands for its inflected forms.",
        ("Journey", "satisfaction") => "Not the average: asked about the journey as a whole.",
        _ => "",
    }
}

/// The label of a word of a choice.
pub fn choice(kind: ChoiceKind, word: &str) -> &'static str {
    fn of<T: Label>(choice: Option<T>) -> &'static str {
        choice.map_or("", Label::label)
    }
    match kind {
        ChoiceKind::Stage => of(Stage::from_word(word)),
        ChoiceKind::Starter => of(Starter::from_word(word)),
        ChoiceKind::SatisfactionKind => of(SatisfactionKind::from_word(word)),
        ChoiceKind::Evidence => of(Evidence::from_word(word)),
        ChoiceKind::Method => of(Method::from_word(word)),
        ChoiceKind::Interaction => of(Interaction::from_word(word)),
        ChoiceKind::JourneyState => of(JourneyState::from_word(word)),
        ChoiceKind::DepartmentKind => of(DepartmentKind::from_word(word)),
        ChoiceKind::Direction => of(Direction::from_word(word)),
        ChoiceKind::Access => of(Access::from_word(word)),
        ChoiceKind::Practice => of(Practice::from_word(word)),
        ChoiceKind::InitiativeStatus => of(InitiativeStatus::from_word(word)),
        ChoiceKind::ParticipantKind => of(ParticipantKind::from_word(word)),
    }
}
