//! What differs between two versions.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use crate::model::{
    AnyField, AnyMap, EntityKind, Id, Unknown, View, Workspace, Writer, target, visit_references,
};
use crate::sort::Gather;

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

/// Where references came and went, by what they refer to.
#[derive(Default)]
pub(crate) struct References {
    /// Places that refer to it more often now, or changed under its key.
    pub gained: HashMap<(EntityKind, Id), Vec<Path>>,
    /// Places that refer to it less often now, or went with its key.
    pub lost: HashMap<(EntityKind, Id), Vec<Path>>,
}

/// Collects differences while two values are compared.
#[derive(Default)]
pub struct Differ {
    path: Path,
    changes: Vec<Change>,
    references: Option<References>,
    // What the keys of the present place refer to.
    keys: Vec<(EntityKind, Id)>,
}

impl Differ {
    /// Notes what differs between two values of one place.
    pub fn compare(&mut self, before: &dyn AnyField, after: &dyn AnyField) {
        match (before.view(), after.view()) {
            (View::Fields(before), View::Fields(after)) => {
                for ((field, before), (_, after)) in before.each().zip(after.each()) {
                    self.at_field(field.name, |differ| differ.compare(before, after));
                }
                self.unknown(before.unknown(), after.unknown());
            }
            (View::Map(before, keyed_by), View::Map(after, _)) => self.maps(before, after, keyed_by),
            _ if before.same(after) => {}
            _ => self.changed(before, after),
        }
    }

    fn maps(&mut self, before: &dyn AnyMap, after: &dyn AnyMap, keyed_by: Option<EntityKind>) {
        if before.is_version(after) {
            return;
        }
        for (key, old) in before.entries() {
            let new = after.entity(&key);
            // Asked first: most is the same, and taking it apart takes long.
            if new.is_some_and(|new| old.equals(&**new)) {
                continue;
            }
            self.at_reference(&key.text(), target(keyed_by, &key), |differ| match new {
                Some(new) => differ.compare(old.fields(), new.fields()),
                None => differ.removed(old.fields()),
            });
        }
        for (key, new) in after.entries().filter(|(key, _)| before.entity(key).is_none()) {
            self.at_reference(&key.text(), target(keyed_by, &key), |differ| differ.added(new.fields()));
        }
    }

    fn changed(&mut self, before_value: &dyn AnyField, after_value: &dyn AnyField) {
        let text = |value: &dyn AnyField| (!value.is_absent()).then(|| json_text(value));
        let (before, after) = (text(before_value), text(after_value));
        let kind = match (&before, &after) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        self.refer(kind, Some(before_value), Some(after_value));
        self.push(kind, before, after);
    }

    /// Notes an entry only the later version has.
    fn added(&mut self, value: &dyn AnyField) {
        self.refer(ChangeKind::Added, None, Some(value));
        self.push(ChangeKind::Added, None, Some(json_text(value)));
    }

    /// Notes an entry only the earlier version has.
    fn removed(&mut self, value: &dyn AnyField) {
        self.refer(ChangeKind::Removed, Some(value), None);
        self.push(ChangeKind::Removed, Some(json_text(value)), None);
    }

    /// Compares the fields no declaration knows, key by key.
    fn unknown(&mut self, before: &Unknown, after: &Unknown) {
        if before == after {
            return;
        }
        let keys: BTreeSet<&String> =
            [before, after].into_iter().flatten().flat_map(|map| map.keys()).gather();
        for key in keys {
            let text = |side: &Unknown| side.as_ref().and_then(|map| map.get(key)).map(Value::to_string);
            let (before, after) = (text(before), text(after));
            let kind = match (&before, &after) {
                (None, _) => ChangeKind::Added,
                (_, None) => ChangeKind::Removed,
                _ if before == after => continue,
                _ => ChangeKind::Changed,
            };
            self.at_key(key, |differ| differ.push(kind, before, after));
        }
    }

    /// Runs `compare` at the field `name` of the present place.
    fn at_field(&mut self, name: &'static str, compare: impl FnOnce(&mut Self)) {
        self.path.enter(PathPart::Field(name));
        compare(self);
        self.path.leave();
    }

    /// Runs `compare` at the entry `key` of the present place.
    fn at_key(&mut self, key: &str, compare: impl FnOnce(&mut Self)) {
        self.path.enter(PathPart::Key(key.to_owned()));
        compare(self);
        self.path.leave();
    }

    /// [`at_key`](Self::at_key) where the key refers to an entity.
    fn at_reference(&mut self, key: &str, target: Option<(EntityKind, Id)>, compare: impl FnOnce(&mut Self)) {
        self.keys.extend(target);
        self.at_key(key, compare);
        self.keys.truncate(self.keys.len() - usize::from(target.is_some()));
    }

    /// Notes which references came and went with a value, and which keys stand around it.
    fn refer(&mut self, kind: ChangeKind, before: Option<&dyn AnyField>, after: Option<&dyn AnyField>) {
        let Some(references) = &mut self.references else { return };
        let mut counts: HashMap<(EntityKind, Id), i64> = HashMap::new();
        for (value, one) in [(before, -1), (after, 1)] {
            if let Some(value) = value {
                visit_references(value, &mut |kind, id| *counts.entry((kind, id)).or_default() += one);
            }
        }
        let by_key = if kind == ChangeKind::Removed { -1 } else { 1 };
        for (target, count) in counts.into_iter().chain(self.keys.iter().map(|key| (*key, by_key))) {
            let places = match count {
                0 => continue,
                1.. => &mut references.gained,
                _ => &mut references.lost,
            };
            places.entry(target).or_default().push(self.path.clone());
        }
    }

    fn push(&mut self, kind: ChangeKind, before: Option<String>, after: Option<String>) {
        self.changes.push(Change { path: self.path.clone(), kind, before, after });
    }
}

pub(crate) fn json_text(value: &dyn AnyField) -> String {
    let mut writer = Writer::default();
    writer.put(value);
    let mut text = writer.finish();
    text.truncate(text.trim_end().len());
    text
}

/// Everything that differs between two workspaces, place by place as the file has it, in its order.
pub fn changes(before: &Workspace, after: &Workspace) -> Vec<Change> {
    let mut differ = Differ::default();
    differ.compare(before, after);
    differ.changes
}

/// [`changes`], and where references came and went.
pub(super) fn changes_and_references(before: &Workspace, after: &Workspace) -> (Vec<Change>, References) {
    let mut differ = Differ { references: Some(References::default()), ..Differ::default() };
    differ.compare(before, after);
    (differ.changes, differ.references.unwrap_or_default())
}
