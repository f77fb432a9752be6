//! Maps as fields: what can be their key, and how they are read, written, compared and joined.

use std::sync::Arc;

use serde_json::{Value, json};

use super::field::{Field, Known};
use super::id::{EntityKind, ID_PATTERN, Id, Ref, Referable};
use super::map::Map;
use super::read::{Expected, ProblemKind, Reader};
use super::schema::Schema;
use super::write::Writer;
use crate::compare::Differ;
use crate::merge::Merger;

/// What can be the key of a map in a file.
pub trait MapKey: Copy + Ord + 'static {
    /// What the map is ordered and looked up by.
    type Raw: Copy + Ord + std::fmt::Debug + From<Self> + Send + Sync + 'static;
    /// Reads the key; `None` where the text cannot be one.
    fn read_key(text: &str) -> Option<Self::Raw>;
    /// The text of the key.
    fn key_text(raw: &Self::Raw) -> String;
    /// What the text of every key matches, as a regular expression.
    fn key_pattern() -> String {
        ID_PATTERN.to_owned()
    }
    /// Whether keys refer to entities.
    const REFERS: bool = false;
    /// The entity the key refers to, where it does.
    fn target(_raw: &Self::Raw) -> Option<(EntityKind, Id)> {
        None
    }
}

impl MapKey for Id {
    type Raw = Self;
    fn read_key(text: &str) -> Option<Self> {
        Id::new(text)
    }
    fn key_text(raw: &Self) -> String {
        raw.to_string()
    }
}

impl<T: Referable + 'static> MapKey for Ref<T> {
    type Raw = Id;
    const REFERS: bool = true;
    fn read_key(text: &str) -> Option<Id> {
        Id::new(text)
    }
    fn key_text(raw: &Id) -> String {
        raw.to_string()
    }
    fn target(raw: &Id) -> Option<(EntityKind, Id)> {
        Some((T::KIND, *raw))
    }
}

impl<K: MapKey, T: Field> Field for Map<T, K> {
    const REFERS: bool = K::REFERS || T::REFERS;

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Value::Object(object) = value else {
            reader.report_type(Expected::Object, value);
            return None;
        };
        let read_entry = |(text, value): (&String, &Value)| {
            reader.at_key(text, |reader| {
                let key = K::read_key(text);
                if key.is_none() {
                    reader.report(ProblemKind::BadId(text.chars().take(80).collect()));
                }
                let entry = T::read(value, reader)?;
                Some((key?, Arc::new(entry)))
            })
        };
        Some(object.iter().filter_map(read_entry).collect())
    }

    fn write(&self, writer: &mut Writer) {
        writer.object(|writer| {
            for (key, value) in self {
                writer.id_key(&K::key_text(key));
                value.write(writer);
            }
        });
    }

    fn schema(schema: &mut Schema) -> Value {
        json!({
            "type": "object",
            "propertyNames": { "pattern": K::key_pattern() },
            "additionalProperties": T::schema(schema)
        })
    }

    fn references(&self, visit: &mut dyn FnMut(EntityKind, Id)) {
        for (key, value) in self {
            if let Some((kind, id)) = K::target(key) {
                visit(kind, id);
            }
            value.references(visit);
        }
    }

    #[inline(never)]
    fn prune(&mut self, known: &Known<'_>, reader: &mut Reader) -> bool {
        let mut touched = Vec::new();
        for (key, value) in self.iter() {
            let stays = |kind, id| known(kind, id) == Some(id);
            let mut changes = K::target(key).is_some_and(|(kind, id)| !stays(kind, id));
            value.references(&mut |kind, id| changes |= !stays(kind, id));
            if changes {
                touched.push((*key, value.clone()));
            }
        }
        let mut moved = Vec::new();
        for (key, mut value) in touched {
            let kept_under = reader.at_key(&K::key_text(&key), |reader| {
                let under = match K::target(&key) {
                    Some((kind, id)) => {
                        let under = known(kind, id);
                        if under.is_none() {
                            reader.report(ProblemKind::Dangling(kind, id));
                        }
                        under.and_then(|id| K::read_key(id.as_str()))
                    }
                    None => Some(key),
                };
                Arc::make_mut(&mut value).prune(known, reader).then_some(under).flatten()
            });
            if kept_under == Some(key) {
                self.insert(key, value);
            } else {
                self.remove(&key);
                moved.extend(kept_under.map(|under| (under, value)));
            }
        }
        for (key, value) in moved {
            // What stands there stays, its blanks are filled in.
            let joined =
                self.get(&key).map(|present| T::merge_added(present, &value, &mut Merger::default()));
            self.insert(key, joined.map_or(value, Arc::new));
        }
        true
    }

    #[inline(never)]
    fn diff(before: &Self, after: &Self, differ: &mut Differ) {
        if before.ptr_eq(after) {
            return;
        }
        let mut at = |key: &K::Raw, compare: &dyn Fn(&mut Differ)| {
            differ.at_reference(&K::key_text(key), K::target(key), compare);
        };
        for (key, old) in before {
            match after.get(key) {
                // Asked first: most is the same, and taking it apart takes long.
                Some(new) if Arc::ptr_eq(old, new) || old == new => {}
                Some(new) => at(key, &|differ| T::diff(old, new, differ)),
                None => at(key, &|differ| differ.removed(old.as_ref())),
            }
        }
        for (key, new) in after {
            if !before.contains_key(key) {
                at(key, &|differ| differ.added(new.as_ref()));
            }
        }
    }

    #[inline(never)]
    fn merge(base: &Self, ours: &Self, theirs: &Self, merger: &mut Merger) -> Self {
        let open = merger.is_chosen();
        if theirs.ptr_eq(base) && !open || theirs.ptr_eq(ours) {
            return ours.clone();
        }
        if ours.ptr_eq(base) && !open {
            return theirs.clone();
        }
        let mut result = ours.clone();
        for (key, theirs) in theirs {
            let (base, ours) = (base.get(key), ours.get(key));
            let same = |one: Option<&Arc<T>>| one.is_some_and(|one| Arc::ptr_eq(one, theirs));
            if same(ours) || same(base) && ours.is_some() && !open {
                continue;
            }
            let merged = merger.at_key(&K::key_text(key), |merger| merger.entry(base, ours, Some(theirs)));
            match merged {
                Some(entry) => drop(result.insert(*key, entry)),
                None => drop(result.remove(key)),
            }
        }
        for (key, ours) in ours.iter().filter(|(key, _)| !theirs.contains_key(*key)) {
            let kept =
                merger.at_key(&K::key_text(key), |merger| merger.entry(base.get(key), Some(ours), None));
            if kept.is_none() {
                result.remove(key);
            }
        }
        result
    }
}
