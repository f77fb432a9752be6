//! What a file could not hold, in words.

use crosslane_core::format::Lost;
use crosslane_core::format::ids::LONGEST_NAME;

use crate::en::graphs as en;
use crate::template::{self, Filling};
use crate::{field, values};

/// A sentence for each kind of entity of which a file could not hold something, with every field and in how many places
/// it was filled.
pub fn sentences(lost: &[Lost]) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    for lost in lost {
        let (noun, said) = said(lost);
        match groups.iter_mut().find(|(known, _)| *known == noun) {
            Some((_, list)) => list.push(said),
            None => groups.push((noun, vec![said])),
        }
    }
    let sentence = |(noun, list): (&str, Vec<String>)| {
        let fill =
            |gap: &str| Some(Filling::one(if gap == "of" { noun.to_owned() } else { list.join(", ") }));
        template::fill(if noun.is_empty() { en::LOST } else { en::LOST_OF }, &fill).unwrap_or_default()
    };
    groups.into_iter().map(sentence).collect()
}

/// That names were cut.
pub fn names_cut() -> String {
    let count = |_: &str| Some(Filling::one(values::number(LONGEST_NAME as u64)));
    template::fill(en::NAMES_CUT, &count).unwrap_or_default()
}

/// What holds a field, and the field with the number of its places: `pain points: 12`.
fn said(lost: &Lost) -> (&'static str, String) {
    let [.., name] = lost.path.as_slice() else { return ("", String::new()) };
    let entity = lost.path.iter().rev().nth(1).map_or("Workspace", |holder| entity(holder));
    let phrase = field::phrase(entity, name);
    let phrase = if phrase.is_empty() { name.as_str() } else { phrase };
    let noun = if entity == "Workspace" { "" } else { field::noun(entity) };
    (noun, [phrase, ": ", &values::number(lost.places as u64)].concat())
}

/// The entity in a field of this name.
fn entity(field: &str) -> &'static str {
    match field {
        "departments" => "Department",
        "personas" => "Persona",
        "channels" => "Channel",
        "systems" => "System",
        "items" => "Item",
        "journeys" => "Journey",
        "phases" => "Phase",
        "touchpoints" => "Touchpoint",
        "steps" => "Step",
        "link" => "Link",
        "card" => "Card",
        "from_side" | "to_side" => "Side",
        "promises" => "Promise",
        "comments" => "Comment",
        "unplaced_cards" => "UnplacedCard",
        "initiatives" => "Initiative",
        "goals" => "Goal",
        "terms" => "Term",
        "subjects" => "Subject",
        "measures" => "Measure",
        "stories" => "Story",
        "sessions" => "Session",
        "waivers" => "Waiver",
        "snapshots" => "Snapshot",
        "settings" => "Settings",
        "committee" => "SteeringCommittee",
        _ => "",
    }
}
