//! Differences between two versions in words.

use crosslane_core::compare::{Change, ChangeKind};
use crosslane_core::model::{EntityKind, Id, Workspace};

use crate::en::changes as en;
use crate::place;
use crate::{field, name};

/// Longest value that is shown, in characters.
const LONGEST_VALUE: usize = 80;

/// The kinds of entity a plain value may refer to.
const KINDS: [EntityKind; 8] = [
    EntityKind::Department,
    EntityKind::Channel,
    EntityKind::System,
    EntityKind::Item,
    EntityKind::Persona,
    EntityKind::Subject,
    EntityKind::Measure,
    EntityKind::Journey,
];

/// A difference in a sentence, such as `Touchpoint “Call” in journey “Claim”: satisfaction: 4 → 2`.
pub fn sentence(before: &Workspace, after: &Workspace, change: &Change) -> String {
    let version = if change.kind == ChangeKind::Added { after } else { before };
    let place = place::in_words(version, &place::parts_of(&change.path.to_string()));
    let mut sentence = field::capitalised(&place.entity);
    if !place.field.is_empty() {
        if !sentence.is_empty() {
            sentence.push_str(": ");
        }
        sentence.push_str(&place.field);
    }
    let shown =
        |version: &Workspace, value: &Option<String>| value.as_deref().and_then(|v| plain(version, v));
    sentence.push_str(": ");
    sentence.push_str(&match (shown(before, &change.before), shown(after, &change.after), change.kind) {
        (Some(before), Some(after), _) => [before, after].join(" → "),
        (None, Some(after), ChangeKind::Added) => [en::NEW, ": ", &after].concat(),
        (Some(before), None, ChangeKind::Removed) => [en::GONE, ": ", &before].concat(),
        (_, _, ChangeKind::Added) => en::NEW.to_owned(),
        (_, _, ChangeKind::Removed) => en::GONE.to_owned(),
        (_, _, ChangeKind::Changed) => en::CHANGED.to_owned(),
    });
    sentence
}

/// A number, word or short text as people read it; `None` for lists, objects and long texts.
fn plain(version: &Workspace, json: &str) -> Option<String> {
    if json.starts_with(['{', '[']) || json.chars().count() > LONGEST_VALUE {
        return None;
    }
    let Some(text) = json.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else {
        return Some(json.to_owned());
    };
    let referred =
        Id::new(text).and_then(|id| KINDS.iter().find_map(|kind| name::raw(version, None, *kind, id)));
    Some(name::quoted(&referred.unwrap_or_else(|| text.replace("\\\"", "\"").replace("\\n", " "))))
}
