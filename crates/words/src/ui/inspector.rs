//! The inspector: everything about what is chosen.

use crosslane_core::edit::form::{Group, SideOf};
use crosslane_core::model::Date;

use crate::name::{plain, quoted};
use crate::values;

/// The panel's name.
pub const INSPECTOR: &str = "Details";
/// Opens the panel where it is folded away.
pub const OPEN: &str = "Show details";
/// What kind of thing is shown.
pub const TOUCHPOINT: &str = "Touchpoint";
/// What kind of thing is shown.
pub const HANDOFF: &str = "Handoff";
/// What kind of thing is shown.
pub const STEP: &str = "Step";
/// What kind of thing is shown.
pub const PHASE: &str = "Phase";
/// What kind of thing is shown.
pub const JOURNEY: &str = "Journey";
/// What is chosen has been deleted.
pub const GONE: &str = "This has been deleted. Undo brings it back.";
/// The list of flags.
pub const FLAGS: &str = "Flags";
/// Leads to the view of flags.
pub const ALL_FLAGS: &str = "All flags";
/// The list of open questions.
pub const QUESTIONS: &str = "Open questions";
/// Nothing is flagged and nothing is open here.
pub const ALL_CLEAR: &str = "No flags and no open questions here.";
/// No flag in the journey, but not everything is known.
pub const NO_FLAG_YET: &str = "Nothing is flagged in this journey yet, but checks are open.";
/// Mends a flag.
pub const MEND: &str = "To mend it:";
/// Somebody accepted the flag.
pub const WAIVED: &str = "Accepted";
/// Somebody accepted the flag, but what was compared has changed.
pub const REOPENED: &str = "Accepted before, then changed";
/// The list of handoffs into and out of a touchpoint.
pub const HANDOFFS_HERE: &str = "Handoffs here";
/// Where the texts of a touchpoint use a term.
pub const TERMS: &str = "Words of the vocabulary";
/// A handoff into the touchpoint.
pub const COMES_FROM: &str = "from";
/// A handoff out of the touchpoint.
pub const GOES_TO: &str = "to";
/// The risk of a handoff.
pub const RISK: &str = "Risk";
/// The risk of a handoff if every open check turned out badly.
pub const AT_WORST: &str = "at worst";
/// How the risk is made up.
pub const RISK_PARTS: &str = "How this risk is made up";
/// What the flags count.
pub const BREAKS: &str = "Breaks";
/// What hangs on the handoff.
pub const STAKES: &str = "Stakes";
/// Part of the stakes that every handoff has.
pub const STAKES_BASE: &str = "every handoff";
/// No flag counts.
pub const NO_BREAKS: &str = "No flag counts at this handoff.";
/// The flow from the first touchpoint to the last.
pub const WAY: &str = "The way the customer takes";
/// The link of a step.
pub const LINK: &str = "Link";
/// The step follows the order of the map.
pub const BY_ORDER: &str = "This step follows the order of the map.";
/// Draws the step as a link.
pub const DRAW_LINK: &str = "Make it a link";
/// What a link can have.
pub const DRAW_LINK_HINT: &str = "A link can have a label and a share, and others can stand beside it.";
/// Removes the link.
pub const REMOVE_LINK: &str = "Remove the link";
/// The card.
pub const CARD: &str = "Handoff card";
/// Nothing on the card is filled.
pub const CARD_EMPTY: &str = "Nothing is agreed about this handoff yet.";
/// Empties the card.
pub const EMPTY_CARD: &str = "Empty the card";
/// Unplaced cards of the same two departments.
pub const EARLIER_CARDS: &str = "An earlier card of these two departments";
/// Puts an unplaced card on the handoff.
pub const PUT_BACK: &str = "Put it here";
/// Throws an unplaced card away.
pub const THROW_AWAY: &str = "Throw it away";
/// What the two sides say.
pub const AGREEMENT: &str = "Do both sides agree?";
/// A side agrees.
pub const AGREES: &str = "Agrees";
/// A side does not agree.
pub const DISAGREES: &str = "Disagrees";
/// A side has said nothing.
pub const NOT_SAID: &str = "Not yet";
/// A side agreed, and the card has changed since.
pub const LAPSED: &str = "The card has changed since. Ask again.";
/// Agrees to the card as it is now.
pub const AGREE_AGAIN: &str = "Agree to the card as it is now";
/// The step is no handoff, since both have one owner.
pub const SAME_OWNER: &str = "Not a handoff: both touchpoints have the same owner.";
/// The step is no handoff, since the customer goes on alone.
pub const CUSTOMER_ALONE: &str = "Not a handoff: the customer goes on alone here. The handoff leads from the owner before to the one after.";
/// The step is not in the flow.
pub const NO_STEP: &str =
    "The journey does not lead from the one to the other. What was said of this step is kept.";
/// It is open whether the step is a handoff.
pub const UNDECIDED: &str =
    "Undecided: it takes two owners, or the customer alone, to tell whether this is a handoff.";
/// A touchpoint that the customer does alone.
pub const ALONE: &str = "customer alone";
/// A touchpoint without an owner.
pub const NO_OWNER: &str = "no owner";
/// Comments.
pub const COMMENTS: &str = "Comments";
/// The field for the person's name.
pub const YOUR_NAME: &str = "Your name";
/// The field for a new comment.
pub const YOUR_COMMENT: &str = "Say what you think, or where you disagree";
/// Adds the comment.
pub const ADD_COMMENT: &str = "Comment";
/// The comment has no author yet.
pub const NAME_FIRST: &str = "Fill in your name, so that others know who said it.";
/// Nothing more has to be done about the comment.
pub const SETTLE: &str = "Settle";
/// Something has to be done about it after all.
pub const REOPEN: &str = "Reopen";
/// Deletes one's own comment.
pub const DELETE_COMMENT: &str = "Delete this comment";
/// Mark of a settled comment.
pub const SETTLED: &str = "Settled";
/// The author is not known.
pub const NO_AUTHOR: &str = "Somebody";
/// Leads to the touchpoint before.
pub const PREVIOUS: &str = "Previous touchpoint";
/// Leads to the touchpoint after.
pub const NEXT: &str = "Next touchpoint";

/// How many flags there are inside of the journey.
pub fn flags_inside(flags: usize) -> String {
    format!("{} in this journey.", values::count(flags as u64, "flag", "flags"))
}

/// The title of a group of fields.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Happens => "What happens",
        Group::Who => "Who else",
        Group::Experience => "Experience",
        Group::Information => "Information",
        Group::Promises => "Promises and standards",
        Group::Systems => "Systems and time",
        Group::Evidence => "Evidence",
        Group::Notes => "Volume and notes",
        Group::Agreed => "What is agreed",
        Group::Working => "How well it works",
        Group::Facts => "About this journey",
    }
}

/// How many fields of a group are filled.
pub fn filled(filled: usize, of: usize) -> String {
    format!("{filled} of {of}")
}

/// How many comments are open, and how many there are.
pub fn open_comments(open: usize, all: usize) -> String {
    match (open, all) {
        (_, 0) => String::new(),
        (0, all) => format!("{all} settled"),
        (open, all) if open == all => all.to_string(),
        (open, all) => format!("{open} open of {all}"),
    }
}

/// A step of the way.
pub fn leg(from: &str, to: &str) -> String {
    format!("{from} → {to}")
}

/// More of a list than is shown.
pub fn more(count: usize) -> String {
    format!("{count} more")
}

/// How many touchpoints a phase has.
pub fn touchpoints(count: usize) -> String {
    values::count(count as u64, "touchpoint", "touchpoints")
}

/// What a side is called where its department is not known.
pub fn side(of: SideOf) -> &'static str {
    match of {
        SideOf::From => "The handing side",
        SideOf::To => "The receiving side",
    }
}

/// When a comment was written, or a side said what it says.
pub fn on(date: Option<Date>) -> String {
    date.map_or(String::new(), values::date)
}

/// A number of risk, 0 to 100.
pub fn risk(risk: f64) -> String {
    // Risks are 0 to 100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = risk.clamp(0.0, 100.0).round() as u64;
    values::number(whole)
}

/// The part of the stakes that importance adds.
pub fn importance(importance: f64, assumed: bool, moment_of_truth: bool) -> String {
    let mut text = format!("importance {}", values::decimal(importance));
    if moment_of_truth {
        text.push_str(", moment of truth");
    }
    if assumed {
        text.push_str(", assumed");
    }
    text
}

/// The part of the stakes that volume adds.
pub fn volume(volume: Option<u64>) -> String {
    volume.map_or("customers a month unknown".to_owned(), |volume| {
        format!("{} customers a month", values::number(volume))
    })
}

/// A part of the stakes, in per cent.
pub fn percent(value: f64) -> String {
    format!("{} %", values::decimal(value))
}

/// The sum of risk: breaks times stakes.
pub fn product(breaks: u32, stakes: f64, risk: f64) -> String {
    format!("{breaks} × {} % = {}", values::decimal(stakes), values::decimal(risk))
}

/// An unplaced card: where it was.
pub fn earlier_card(from: &str, to: &str) -> String {
    format!("{from} → {to}")
}

/// What a department calls a term.
pub fn says(department: &str, label: &str) -> String {
    format!("{} says {}", plain(department), quoted(label))
}

/// What everyone should call a term.
pub fn agreed_word(label: &str) -> String {
    format!("agreed: {}", quoted(label))
}

/// Enters a label found in a text as that of a department.
pub fn enter_label(department: &str, label: &str) -> String {
    format!("Enter {} as the word of {}", quoted(label), plain(department))
}
