//! Identifiers of what comes in from files that have none: the same file gives the same ones again.

use crate::model::{Derivation, EntityKind, Id, Workspace};

/// The longest name that is read from a file without identifiers, in characters. What is named stands in many rows,
/// cells and sentences: a longer one is a text that came to the wrong place, and would be copied into each of them.
pub const LONGEST_NAME: usize = 2_000;

/// Whether a name is longer than [`LONGEST_NAME`].
pub fn is_long(name: &str) -> bool {
    name.len() > LONGEST_NAME && name.chars().nth(LONGEST_NAME).is_some()
}

/// A name as it is compared: without case, and with single spaces.
pub fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut key = String::with_capacity(lower.len());
    for word in lower.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// The identifier of an imported entity: a UUID of the workspace, the kind, and the parts that tell
/// the entity from others of its kind. Parts are names, compared as [`key`] says, and numbers.
///
/// - an entry of a register: its name
/// - a journey: its title
/// - a phase: journey, name, and how often that name came before in the journey
/// - a touchpoint: journey, phase, run of the phase, name, and which of that name
pub fn derive_id(workspace: &Workspace, kind: EntityKind, parts: &[&str]) -> Id {
    parts.iter().fold(derivation(workspace, kind), |made, part| made.and(&key(part))).id()
}

/// Where [`derive_id`] begins. Parts are added as their [`key`].
pub fn derivation(workspace: &Workspace, kind: EntityKind) -> Derivation {
    let workspace = workspace.id.map(|id| id.to_string()).unwrap_or_default();
    Derivation::default().and(&workspace).and(word(kind))
}

/// A word for each kind that never changes: identifiers are made of it.
fn word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Department => "department",
        EntityKind::Persona => "persona",
        EntityKind::Channel => "channel",
        EntityKind::System => "system",
        EntityKind::Item => "item",
        EntityKind::Subject => "subject",
        EntityKind::Standard => "standard",
        EntityKind::Term => "term",
        EntityKind::Measure => "measure",
        EntityKind::Goal => "goal",
        EntityKind::Journey => "journey",
        EntityKind::Phase => "phase",
        EntityKind::Touchpoint => "touchpoint",
        EntityKind::Decision => "decision",
        EntityKind::Initiative => "initiative",
        EntityKind::Story => "story",
        EntityKind::Session => "session",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_names_give_the_same_identifier_in_one_workspace() {
        let one = Workspace { id: Id::new("one"), ..Workspace::default() };
        let two = Workspace { id: Id::new("two"), ..Workspace::default() };
        let id = |workspace, name| derive_id(workspace, EntityKind::Phase, &["Move", name, "1"]);
        assert_eq!(id(&one, "Pack  up"), id(&one, "pack up"));
        assert_ne!(id(&one, "Pack up"), id(&one, "Pack"));
        assert_ne!(id(&one, "Pack up"), id(&two, "Pack up"));
        assert_ne!(id(&one, "a"), derive_id(&one, EntityKind::Touchpoint, &["Move", "a", "1"]));
    }
}
