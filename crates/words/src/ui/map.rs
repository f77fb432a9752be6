//! The words of the map.

use crosslane_core::rules::Severity;

use super::shell::or_untitled;
use crate::labels::Label;
use crate::values::{count, decimal};

/// The name of the canvas.
pub const CANVAS: &str = "Journey map";
/// The heading of the view.
pub fn title(journey: &str) -> String {
    format!("Map: {}", or_untitled(journey))
}

/// The bar above the canvas.
pub const TOOLS: &str = "Map tools";
/// Choosing how the lanes are made.
pub const LANING: &str = "Lanes";
/// A lane per department.
pub const BY_DEPARTMENT: &str = "By department";
/// A row per aspect.
pub const BY_ASPECT: &str = "By aspect";
/// Goes from one to the other.
pub const CHANGE_LANING: &str = "Lanes by department or by aspect";
/// Adds a phase at the end.
pub const ADD_PHASE: &str = "Add phase";
/// Adds a touchpoint.
pub const ADD_TOUCHPOINT: &str = "Add touchpoint";
/// Adds a touchpoint after the one chosen.
pub const ADD_AFTER: &str = "Add a touchpoint after this one";
/// Adds a touchpoint before the one chosen.
pub const ADD_BEFORE: &str = "Add a touchpoint before this one";
/// Adds a touchpoint in the place pointed at.
pub const ADD_HERE: &str = "Add a touchpoint here";
/// Adds a phase after the one chosen.
pub const ADD_PHASE_AFTER: &str = "Add a phase after this one";
/// Zooms in.
pub const ZOOM_IN: &str = "Zoom in";
/// Zooms out.
pub const ZOOM_OUT: &str = "Zoom out";
/// Zooms to the size things are made for.
pub const ZOOM_RESET: &str = "Zoom to 100 %";
/// Brings everything into sight.
pub const FIT: &str = "Fit the whole journey";
/// Brings all phases into sight.
pub const FIT_WIDTH: &str = "Fit all phases";
/// Opens or closes the panel with all fields.
pub const PANEL: &str = "Details of what is chosen";
/// Chooses the rows by aspect.
pub const ROWS: &str = "Rows";
/// The satisfaction band.
pub const SATISFACTION: &str = "Satisfaction";
/// The customer's lane.
pub const CUSTOMER: &str = "Customer";
/// What the customer's lane holds.
pub const CUSTOMER_ABOUT: &str = "What the customer does alone";
/// The lane of what has no owner.
pub const OPEN: &str = "Owner open";
/// What it holds.
pub const OPEN_ABOUT: &str = "Touchpoints without an owner";
/// On a card without an owner.
pub const WHO_OWNS: &str = "No owner";
/// On a card of the customer alone.
pub const ALONE: &str = "Customer alone";
/// Takes the owner away.
pub const NO_OWNER: &str = "No owner yet";
/// The field that takes an owner.
pub const OWNER: &str = "Owner";
/// Placeholder there.
pub const OWNER_SEARCH: &str = "Type a department";
/// The field that takes a name.
pub const NAME: &str = "Name of the touchpoint";
/// Placeholder there.
pub const NAME_PLACEHOLDER: &str = "What happens?";
/// The field that takes the name of a phase.
pub const PHASE_NAME: &str = "Name of the phase";
/// The field that takes a phase's goal.
pub const PHASE_GOAL: &str = "What the customer wants to reach";
/// A phase without a goal.
pub const NO_GOAL: &str = "Goal?";
/// How customers feel.
pub const FEELING: &str = "How customers feel here";
/// The words for 1 to 5.
pub const FEELINGS: [&str; 5] = ["very bad", "bad", "so-so", "good", "very good"];
/// More that can be done.
pub const MORE: &str = "More";
/// Renames.
pub const RENAME: &str = "Rename";
/// Sets the goal of a phase.
pub const SET_GOAL: &str = "Set the customer’s goal";
/// Draws a link.
pub const LINK_TO: &str = "Link to…";
/// The field that searches for the end of a link.
pub const LINK_SEARCH: &str = "Lead on to which touchpoint?";
/// The handle that draws a link.
pub const LINK_HANDLE: &str = "Draw a link: drag onto another touchpoint";
/// Removes a link.
pub const REMOVE_LINK: &str = "Remove link";
/// A link was removed.
pub const LINK_REMOVED: &str = "Link removed";
/// The step follows the order and cannot be removed by itself.
pub const NOT_DRAWN: &str = "This step follows the order of the touchpoints. Draw a link elsewhere, or mark that the journey ends here.";
/// Copies.
pub const DUPLICATE: &str = "Duplicate";
/// Deletes.
pub const DELETE: &str = "Delete";
/// Moves to the left.
pub const MOVE_LEFT: &str = "Move left";
/// Moves to the right.
pub const MOVE_RIGHT: &str = "Move right";
/// Gives to the lane above.
pub const LANE_UP: &str = "Give to the lane above";
/// Gives to the lane below.
pub const LANE_DOWN: &str = "Give to the lane below";
/// The step to the left.
pub const GO_LEFT: &str = "Go left";
/// To the right.
pub const GO_RIGHT: &str = "Go right";
/// Up.
pub const GO_UP: &str = "Go up";
/// Down.
pub const GO_DOWN: &str = "Go down";
/// The first one.
pub const GO_FIRST: &str = "Go to the first touchpoint";
/// The last one.
pub const GO_LAST: &str = "Go to the last touchpoint";
/// The step that leads on from here.
pub const GO_STEP: &str = "Go to the step that leads on";
/// Types into what is chosen.
pub const EDIT: &str = "Type into what is chosen";
/// Chooses an owner.
pub const CHOOSE_OWNER: &str = "Choose the owner";
/// Lets go.
pub const LEAVE: &str = "Choose nothing";
/// Sets the satisfaction.
pub const RATE: [&str; 5] =
    ["Satisfaction 1", "Satisfaction 2", "Satisfaction 3", "Satisfaction 4", "Satisfaction 5"];
/// The first step of an empty journey.
pub const EMPTY_TITLE: &str = "Name the first phase";
/// What to type there.
pub const EMPTY_ABOUT: &str = "A phase is a stretch of the journey, seen by the customer: “Find out”, “Apply”, “Wait”. Type a name and press Enter.";
/// Examples of a first phase.
pub const EMPTY_PLACEHOLDER: &str = "For example: Find out";
/// A workspace without a journey.
pub const NO_JOURNEY_ABOUT: &str =
    "A journey is one customer’s path from end to end, across all departments.";
/// The row of waits.
pub const WAIT: &str = "Wait until the next";
/// The row of flags, questions and comments.
pub const MARKS: &str = "Flags, questions, comments";
/// Nothing is known.
pub const UNKNOWN: &str = "unknown";
/// The names of the touchpoints.
pub const TOUCHPOINTS: &str = "Touchpoints";
/// The steps from department to department.
pub const HANDOFFS: &str = "Handoffs";
/// The name of the phases' header.
pub const PHASES: &str = "Phases";
/// Adds the first touchpoint of a phase.
pub const FIRST_TOUCHPOINT: &str = "Add the first touchpoint";

/// Creates a department of this name.
pub fn create(name: &str) -> String {
    format!("Create “{name}”")
}

/// The name of a touchpoint, or what stands in its place.
pub fn touchpoint(name: &str) -> &str {
    or_untitled(name)
}

/// A touchpoint was deleted.
pub fn deleted(name: &str) -> String {
    format!("“{}” deleted", or_untitled(name))
}

/// A phase was deleted, with this many touchpoints.
pub fn deleted_phase(name: &str, touchpoints: usize) -> String {
    let name = or_untitled(name);
    match touchpoints {
        0 => format!("Phase “{name}” deleted"),
        many => format!("Phase “{name}” deleted, with {}", count(many as u64, "touchpoint", "touchpoints")),
    }
}

/// The zoom.
pub fn zoom(percent: f64) -> String {
    format!("{percent:.0} %")
}

/// How customers feel, from 1 to 5.
pub fn feeling(value: f64) -> String {
    // A rating is between 1 and 5.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let word = FEELINGS[(value.round().clamp(1.0, 5.0) as usize) - 1];
    format!("{} of 5, {word}", decimal(value))
}

/// What a card says to those who do not see it.
pub fn card(name: &str, owner: &str, satisfaction: Option<f64>, flags: usize, questions: usize) -> String {
    let mut said = format!("{}. {owner}", or_untitled(name));
    if let Some(value) = satisfaction {
        said = format!("{said}. Satisfaction {}", feeling(value));
    }
    if flags > 0 {
        said = format!("{said}. {}", count(flags as u64, "flag", "flags"));
    }
    if questions > 0 {
        said = format!("{said}. {}", self::questions(questions));
    }
    said
}

/// The badge of flags on a card.
pub fn flags(severity: Severity, flags: usize) -> String {
    format!("{}, the worst: {}", count(flags as u64, "flag", "flags"), severity.label().to_lowercase())
}

/// The badge of open questions on a card.
pub fn questions(questions: usize) -> String {
    count(questions as u64, "open question", "open questions")
}

/// The badge of comments on a card.
pub fn comments(open: usize) -> String {
    count(open as u64, "open comment", "open comments")
}

/// A phase.
pub fn phase(name: &str, touchpoints: usize) -> String {
    format!("Phase {}, {}", or_untitled(name), count(touchpoints as u64, "touchpoint", "touchpoints"))
}

/// The risk of a handoff in as few letters as can be: `45`, or `45–72` where it may be worse.
pub fn risk(risk: f64, at_worst: f64) -> String {
    if at_worst.round() > risk.round() { format!("{risk:.0}–{at_worst:.0}") } else { format!("{risk:.0}") }
}

/// A handoff for those who do not see it.
pub fn handoff(from: &str, to: &str, risk: f64, at_worst: f64, worst: Option<(Severity, usize)>) -> String {
    let found = worst.map_or_else(|| "no flag".to_owned(), |(severity, flags)| self::flags(severity, flags));
    format!("Handoff from {from} to {to}: {found}, risk of 100: {}", self::risk(risk, at_worst))
}

/// A step that is no handoff.
pub fn step(from: &str, to: &str) -> String {
    format!("Step from {} to {}", or_untitled(from), or_untitled(to))
}

/// A step beside a touchpoint without an owner.
pub fn undecided(from: &str, to: &str) -> String {
    format!("{}: not decided whether it is a handoff, an owner is missing", step(from, to))
}

/// How many take a link: `30 %`.
pub fn share(percent: f64) -> String {
    format!("{} %", decimal(percent))
}
