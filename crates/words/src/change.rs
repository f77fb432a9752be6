//! Differences between two versions in words.

use crosslane_core::compare::{
    Change, ChangeKind, Difference, DifferenceKind, EntityDifference, Path, PathPart, Place,
};
use crosslane_core::merge::{Conflict, ConflictKind, Side};
use crosslane_core::model::{EntityKind, Id, Journey, Workspace};

use crate::en::changes as en;
use crate::place::{self, PlaceWords};
use crate::values;
use crate::{change_value as value, field, name};

/// What became of one entity, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityWords {
    /// The entity, such as `Touchpoint “Call” in journey “Claim”`; empty for the workspace itself.
    pub entity: String,
    /// What became of it, a line each, such as `satisfaction: 2 → 4`.
    pub lines: Vec<String>,
}

/// A conflict in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictWords {
    /// The place, such as `Touchpoint “Call” in journey “Claim”: owner`.
    pub place: String,
    /// What the conflict is about.
    pub about: &'static str,
    /// What ours has.
    pub ours: String,
    /// What theirs has.
    pub theirs: String,
}

/// A difference in a sentence, such as `Touchpoint “Call” in journey “Claim”: satisfaction: 4 → 2`.
pub fn sentence(before: &Workspace, after: &Workspace, change: &Change) -> String {
    let version = if change.kind == ChangeKind::Added { after } else { before };
    let place = place_of(version, &change.path);
    let mut sentence = with_field(&place);
    sentence.push_str(": ");
    sentence.push_str(&became(before, after, change));
    sentence
}

/// What became of an entity.
pub fn entity(before: &Workspace, after: &Workspace, difference: &EntityDifference) -> EntityWords {
    let version = if difference.is(DifferenceKind::Removed) { before } else { after };
    let entity = field::capitalised(&place_of(version, &difference.path).entity);
    let mut lines = Vec::new();
    for change in &difference.changes {
        if change.path == difference.path {
            lines.push(if change.kind == ChangeKind::Added { en::NEW } else { en::GONE }.to_owned());
        } else {
            let inside = inside(version, &difference.path, &change.path);
            lines.push([&inside, ": ", &became(before, after, change)].concat());
        }
    }
    if let Some((from, to)) = difference.moved {
        let words = |version, place| place_words(version, &difference.path, place);
        lines.push([en::MOVED, &words(before, from), " → ", &words(after, to)].concat());
    }
    EntityWords { entity, lines }
}

/// How much differs: `3 added, 1 moved`.
pub fn summary(difference: &Difference) -> String {
    let parts = en::KINDS.iter().filter_map(|(kind, words)| {
        let count = difference.count(*kind);
        (count > 0).then(|| [&values::number(count as u64), " ", words].concat())
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// A conflict; `merged` is the version it came with, `base` the common one, for what only that still knows by name.
pub fn conflict(
    base: &Workspace,
    ours: &Workspace,
    theirs: &Workspace,
    conflict: &Conflict,
) -> ConflictWords {
    let is_place = conflict.kind == ConflictKind::Place;
    let path = match conflict.path.0.split_last() {
        Some((_, entity)) if is_place => Path(entity.to_vec()),
        _ => conflict.path.clone(),
    };
    let has_it = |version: &&Workspace| crosslane_core::merge::value_at(version, &path).is_some();
    let version = [ours, theirs, base].into_iter().find(has_it).unwrap_or(ours);
    let said = |version: &Workspace, side: Side| {
        let json = conflict.value(side);
        match (json, conflict.kind) {
            (None, ConflictKind::Deleted) => en::DELETED.to_owned(),
            (Some(_), ConflictKind::Deleted) => en::KEPT.to_owned(),
            (None, ConflictKind::Place) => en::SET_ASIDE.to_owned(),
            (None, _) => en::NOTHING.to_owned(),
            (Some(json), ConflictKind::Place) => match Place::from_json(json) {
                Some(place) => place_words(version, &path, place),
                None => handoff_words(version, &path, json),
            },
            (Some(json), _) => value::words(version, &path, json).unwrap_or_else(|| en::OWN_VALUE.to_owned()),
        }
    };
    ConflictWords {
        place: with_field(&place_of(version, &path)),
        about: about(conflict.kind),
        ours: said(ours, Side::Ours),
        theirs: said(theirs, Side::Theirs),
    }
}

fn about(kind: ConflictKind) -> &'static str {
    match kind {
        ConflictKind::Value => en::BOTH_CHANGED,
        ConflictKind::Owner => en::TWO_OWNERS,
        ConflictKind::Agreement => en::TWO_AGREEMENTS,
        ConflictKind::Place => en::TWO_PLACES,
        ConflictKind::Deleted => en::DELETED_IN_USE,
    }
}

fn place_of(version: &Workspace, path: &Path) -> PlaceWords {
    place::in_words(version, &place::parts_of(&path.to_string()))
}

fn with_field(place: &PlaceWords) -> String {
    let mut words = field::capitalised(&place.entity);
    if !place.field.is_empty() {
        if !words.is_empty() {
            words.push_str(": ");
        }
        words.push_str(&place.field);
    }
    words
}

/// The place of a change inside its entity, such as `promise “p1”: value`.
fn inside(version: &Workspace, entity: &Path, path: &Path) -> String {
    let (whole, inner) = (place_of(version, entity).entity, place_of(version, path));
    let rest = inner.entity.strip_prefix(&whole).unwrap_or(&inner.entity).trim_start_matches(", ").to_owned();
    let parts: Vec<String> = [rest, inner.field].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(": ")
}

/// From what to what.
fn became(before: &Workspace, after: &Workspace, change: &Change) -> String {
    if let (Some(old), Some(new)) = (&change.before, &change.after)
        && let Some(words) = value::list_change(before, after, old, new)
    {
        return words;
    }
    let shown = |version: &Workspace, json: &Option<String>| {
        json.as_deref().and_then(|json| value::words(version, &change.path, json))
    };
    match (shown(before, &change.before), shown(after, &change.after), change.kind) {
        (Some(before), Some(after), _) => [before, after].join(" → "),
        (None, Some(after), ChangeKind::Added) => [en::NEW, ": ", &after].concat(),
        (Some(before), None, ChangeKind::Removed) => [en::GONE, ": ", &before].concat(),
        (_, _, ChangeKind::Added) => en::NEW.to_owned(),
        (_, _, ChangeKind::Removed) => en::GONE.to_owned(),
        (_, _, ChangeKind::Changed) => en::CHANGED.to_owned(),
    }
}

/// The handoff a card is on.
fn handoff_words(version: &Workspace, card: &Path, json: &str) -> String {
    let journey = card.key_after("journeys").and_then(Id::new);
    let journey = journey.and_then(|id| version.journeys.get(&id)).map(AsRef::as_ref);
    let key = serde_json::from_str::<String>(json).unwrap_or_default();
    [en::ON_HANDOFF, &place::step(version, journey, &key)].concat()
}

/// `in phase “Ask”, after “Call”`, `first`.
fn place_words(version: &Workspace, entity: &Path, place: Place) -> String {
    let journey = entity.key_after("journeys").and_then(Id::new);
    let journey: Option<&Journey> = journey.and_then(|id| version.journeys.get(&id)).map(AsRef::as_ref);
    let kind = match entity.0.as_slice() {
        [PathPart::Field("departments"), _] => EntityKind::Department,
        [PathPart::Field("journeys"), _] => EntityKind::Journey,
        [_, _, PathPart::Field("phases"), _] => EntityKind::Phase,
        _ => EntityKind::Touchpoint,
    };
    let shown = |kind, id| name::shown(version, journey, kind, id);
    let after = place.after.map_or_else(|| en::FIRST.to_owned(), |id| [en::AFTER, &shown(kind, id)].concat());
    match place.phase {
        Some(phase) => [en::IN_PHASE, &shown(EntityKind::Phase, phase), ", ", &after].concat(),
        None => after,
    }
}
