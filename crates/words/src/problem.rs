//! What is wrong in a file that was refused.

use crosslane_core::model::{EntityKind, Id, Problem, ProblemKind, Workspace};

use crate::en::problems as en;
use crate::labels::Label;
use crate::place::{self, Part, PlaceWords};
use crate::template::{self, Filling};
use crate::{field, name, values};

/// The problem in a sentence with its place in words, such as `Touchpoint “Call” in journey “Claim”:
/// satisfaction is 9, but must be between 1 and 5`. `workspace` is the repaired copy, for the names.
pub fn sentence(workspace: &Workspace, problem: &Problem) -> String {
    let place = place::in_words(workspace, &place::parts_of(&problem.path));
    let mut sentence = String::new();
    if place.entity.is_empty() {
        sentence.push_str(&capitalised_field(&place));
    } else {
        sentence.push_str(&field::capitalised(&place.entity));
        if !place.field.is_empty() {
            sentence.push_str(": ");
            push_field(&mut sentence, &place);
        }
    }
    sentence.push(if is_whole_sentence(&problem.kind) { ':' } else { ' ' });
    if sentence.ends_with(':') {
        sentence.push(' ');
    }
    sentence.push_str(&what(workspace, &problem.kind));
    sentence
}

/// The same with the path as programs write it, for whoever edits the file by hand.
pub fn with_path(workspace: &Workspace, problem: &Problem) -> String {
    let mut sentence = sentence(workspace, problem);
    if !problem.path.is_empty() {
        sentence.push_str(" (");
        sentence.extend(problem.path.chars().filter(|c| !name::is_hidden(*c)));
        sentence.push(')');
    }
    sentence
}

/// What the repaired copy does about it.
pub fn mend(problem: &Problem) -> &'static str {
    let in_list = problem.path.ends_with(']');
    let parts = place::parts_of(&problem.path);
    let is_step = parts.iter().rev().nth(1) == Some(&Part::Name("steps".into()));
    match &problem.kind {
        ProblemKind::DuplicateKey(_) => en::FIRST_KEPT,
        ProblemKind::ListedTwice(_) => en::LISTED_ONCE,
        ProblemKind::NotListed(_) => en::ADDED_AT_END,
        ProblemKind::StepToItself => en::STEP_DROPPED,
        ProblemKind::TooMany { .. } => en::CUT,
        _ if problem.path == "version" => en::VERSION_TAKEN,
        _ if is_step => en::STEP_DROPPED,
        _ if in_list => en::DROPPED,
        _ => en::BLANKED,
    }
}

fn capitalised_field(place: &PlaceWords) -> String {
    let mut text = String::new();
    push_field(&mut text, place);
    field::capitalised(if text.is_empty() { en::WHOLE_FILE } else { &text })
}

fn push_field(text: &mut String, place: &PlaceWords) {
    text.push_str(&place.field);
    if let Some(position) = place.position {
        text.push_str(en::ENTRY);
        text.push_str(&values::number(position as u64));
    }
}

/// Whether what is wrong does not continue "… satisfaction" as a sentence.
fn is_whole_sentence(kind: &ProblemKind) -> bool {
    matches!(kind, ProblemKind::BadId(_))
}

fn what(workspace: &Workspace, kind: &ProblemKind) -> String {
    let name_of = |id: &Id| {
        let listed = [EntityKind::Department, EntityKind::Journey];
        let known = listed.into_iter().find(|kind| name::raw(workspace, None, *kind, *id).is_some());
        known.map_or_else(|| name::quoted(id.as_str()), |kind| name::shown(workspace, None, kind, *id))
    };
    let one = |gap: &'static str, text: String| vec![(gap, text)];
    let (template, fillings) = match kind {
        ProblemKind::WrongType { expected, found } => (
            en::WRONG_TYPE,
            vec![("found", name::plain(found)), ("expected", en::expected(*expected).to_owned())],
        ),
        ProblemKind::OutOfRange { found, low, high } => (
            en::OUT_OF_RANGE,
            vec![
                ("found", name::plain(found)),
                ("low", values::decimal(*low)),
                ("high", values::decimal(*high)),
            ],
        ),
        ProblemKind::UnknownChoice { found, allowed } => {
            (en::UNKNOWN_CHOICE, vec![("found", name::quoted(found)), ("allowed", allowed.join(", "))])
        }
        ProblemKind::BadId(text) => (en::BAD_ID, one("found", name::quoted(text))),
        ProblemKind::BadRevision(text) => (en::BAD_REVISION, one("found", name::quoted(text))),
        ProblemKind::TooMany { found, most } => (
            en::TOO_MANY,
            vec![("found", values::number(*found as u64)), ("most", values::number(*most as u64))],
        ),
        ProblemKind::BadColor(text) => (en::BAD_COLOR, one("found", name::quoted(text))),
        ProblemKind::BadDate(text) => (en::BAD_DATE, one("found", name::quoted(text))),
        ProblemKind::LowAboveHigh => (en::LOW_ABOVE_HIGH, Vec::new()),
        ProblemKind::Missing => (en::MISSING, Vec::new()),
        ProblemKind::DuplicateKey(key) => (en::DUPLICATE_KEY, one("key", name::quoted(key))),
        ProblemKind::Dangling(kind, id) => {
            let kind = kind.label().to_lowercase();
            (en::DANGLING, vec![("kind", kind), ("id", name::quoted(id.as_str()))])
        }
        ProblemKind::ListedTwice(id) => (en::LISTED_TWICE, one("id", name_of(id))),
        ProblemKind::NotListed(id) => (en::NOT_LISTED, one("id", name_of(id))),
        ProblemKind::ListedUnknown(id) => (en::LISTED_UNKNOWN, one("id", name::quoted(id.as_str()))),
        ProblemKind::StepToItself => (en::STEP_TO_ITSELF, Vec::new()),
    };
    let fill = |gap: &str| {
        fillings.iter().find(|(name, _)| *name == gap).map(|(_, text)| Filling::one(text.clone()))
    };
    template::fill(template, &fill).unwrap_or_default()
}
