//! What differs between two versions.

use crate::model::{Field, Unknown, Workspace, Writer};

use super::path::{Path, PathPart};

/// How a place differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Only the later version has it.
    Added,
    /// Only the earlier version has it.
    Removed,
    /// Both have it, with other values.
    Changed,
}

impl ChangeKind {
    /// The word it has in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// One difference between two versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where.
    pub path: Path,
    /// How it differs.
    pub kind: ChangeKind,
    /// The earlier value as JSON, where there was one.
    pub before: Option<String>,
    /// The later value as JSON, where there is one.
    pub after: Option<String>,
}

/// Collects differences while two values are compared.
#[derive(Default)]
pub struct Differ {
    path: Path,
    changes: Vec<Change>,
}

impl Differ {
    /// Notes a value that changed.
    pub fn changed<T: Field>(&mut self, before: &T, after: &T) {
        let text = |value: &T| (!value.is_absent()).then(|| json_text(value));
        let (before, after) = (text(before), text(after));
        let kind = match (&before, &after) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        self.push(kind, before, after);
    }

    /// Notes an entry only the later version has.
    pub fn added<T: Field>(&mut self, value: &T) {
        self.push(ChangeKind::Added, None, Some(json_text(value)));
    }

    /// Notes an entry only the earlier version has.
    pub fn removed<T: Field>(&mut self, value: &T) {
        self.push(ChangeKind::Removed, Some(json_text(value)), None);
    }

    /// Compares the fields no declaration knows, as one value.
    pub fn unknown(&mut self, before: &Unknown, after: &Unknown) {
        if before == after {
            return;
        }
        let text = |unknown: &Unknown| unknown.as_ref().and_then(|map| serde_json::to_string(map).ok());
        let (before, after) = (text(before), text(after));
        self.push(ChangeKind::Changed, before, after);
    }

    /// Runs `compare` at the field `name` of the present place.
    pub fn at_field(&mut self, name: &'static str, compare: impl FnOnce(&mut Self)) {
        self.path.enter(PathPart::Field(name));
        compare(self);
        self.path.leave();
    }

    /// Runs `compare` at the entry `key` of the present place.
    pub fn at_key(&mut self, key: &str, compare: impl FnOnce(&mut Self)) {
        self.path.enter(PathPart::Key(key.to_owned()));
        compare(self);
        self.path.leave();
    }

    fn push(&mut self, kind: ChangeKind, before: Option<String>, after: Option<String>) {
        self.changes.push(Change { path: self.path.clone(), kind, before, after });
    }
}

pub(crate) fn json_text<T: Field>(value: &T) -> String {
    let mut writer = Writer::default();
    value.write(&mut writer);
    let mut text = writer.finish();
    text.truncate(text.trim_end().len());
    text
}

/// Everything that differs between two workspaces, place by place as the file has it, in its order.
pub fn changes(before: &Workspace, after: &Workspace) -> Vec<Change> {
    let mut differ = Differ::default();
    Workspace::diff(before, after, &mut differ);
    differ.changes
}
