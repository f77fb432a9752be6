//! What a declared field can do, and fields that may be blank or lists.

use serde_json::{Value, json};

use super::id::{EntityKind, Id};
use super::read::{Expected, Reader};
use super::schema::Schema;
use super::write::Writer;
use crate::compare::Differ;
use crate::merge::Merger;

/// What a reference to this kind and identifier leads to: the same identifier where the entity exists, that of the entity
/// that took its place, or nothing.
pub type Known<'a> = dyn Fn(EntityKind, Id) -> Option<Id> + 'a;

/// A value that a file can hold: everything the format needs is derived from this.
pub trait Field: Clone + PartialEq + Send + Sync + 'static {
    /// Whether the value can hold references to entities.
    const REFERS: bool = false;
    /// Whether the value is left out of the file.
    fn is_absent(&self) -> bool {
        false
    }
    /// Reads the value; `None` after the problem was reported.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self>;
    /// Writes the value in canonical form.
    fn write(&self, writer: &mut Writer);
    /// The JSON Schema of the value.
    fn schema(schema: &mut Schema) -> Value;
    /// Visits every reference inside the value.
    fn references(&self, _visit: &mut dyn FnMut(EntityKind, Id)) {}
    /// Leads references to what took the place of their entity; removes those to entities that do not exist and reports
    /// each. `false` if the value itself must go.
    fn prune(&mut self, _known: &Known<'_>, _reader: &mut Reader) -> bool {
        true
    }
    /// Notes what differs between two values of one place.
    #[inline(never)]
    fn diff(before: &Self, after: &Self, differ: &mut Differ) {
        if before != after {
            differ.changed(before, after);
        }
    }
    /// The value after two people changed `base`; notes a conflict where both changed it differently.
    #[inline(never)]
    fn merge(base: &Self, ours: &Self, theirs: &Self, merger: &mut Merger) -> Self {
        merger.pick(base, ours, theirs)
    }
    /// The value after two people each added one; notes a conflict where they differ.
    fn merge_added(ours: &Self, theirs: &Self, merger: &mut Merger) -> Self {
        merger.both_added(ours, theirs)
    }
}

impl<T: Field> Field for Option<T> {
    const REFERS: bool = T::REFERS;

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.is_null() {
            return Some(None);
        }
        T::read(value, reader).map(Some)
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.plain("null"),
        }
    }

    fn schema(schema: &mut Schema) -> Value {
        T::schema(schema)
    }

    fn references(&self, visit: &mut dyn FnMut(EntityKind, Id)) {
        if let Some(value) = self {
            value.references(visit);
        }
    }

    #[inline(never)]
    fn prune(&mut self, known: &Known<'_>, reader: &mut Reader) -> bool {
        if self.as_mut().is_some_and(|value| !value.prune(known, reader)) {
            *self = None;
        }
        true
    }

    #[inline(never)]
    fn diff(before: &Self, after: &Self, differ: &mut Differ) {
        match (before, after) {
            (Some(before), Some(after)) => T::diff(before, after, differ),
            (None, None) => {}
            _ => differ.changed(before, after),
        }
    }

    #[inline(never)]
    fn merge(base: &Self, ours: &Self, theirs: &Self, merger: &mut Merger) -> Self {
        match (base, ours, theirs) {
            (Some(base), Some(ours), Some(theirs)) => Some(T::merge(base, ours, theirs, merger)),
            (None, Some(ours), Some(theirs)) => Some(T::merge_added(ours, theirs, merger)),
            _ => merger.pick(base, ours, theirs),
        }
    }
}

impl<T: Field> Field for Vec<T> {
    const REFERS: bool = T::REFERS;

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Value::Array(items) = value else {
            reader.report_type(Expected::List, value);
            return None;
        };
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            list.extend(reader.at_index(index, |reader| T::read(item, reader)));
        }
        Some(list)
    }

    fn write(&self, writer: &mut Writer) {
        writer.list(|writer| {
            for item in self {
                writer.item();
                item.write(writer);
            }
        });
    }

    fn schema(schema: &mut Schema) -> Value {
        json!({ "type": "array", "items": T::schema(schema) })
    }

    fn references(&self, visit: &mut dyn FnMut(EntityKind, Id)) {
        for item in self {
            item.references(visit);
        }
    }

    #[inline(never)]
    fn prune(&mut self, known: &Known<'_>, reader: &mut Reader) -> bool {
        let (mut index, mut replaced) = (0, false);
        self.retain_mut(|item| {
            let before = item.clone();
            let keep = reader.at_index(index, |reader| item.prune(known, reader));
            index += 1;
            replaced |= *item != before;
            keep
        });
        if replaced {
            // What took the place of an item may be in the list already.
            let mut seen: Self = Vec::with_capacity(self.len());
            for item in self.drain(..) {
                if !seen.contains(&item) {
                    seen.push(item);
                }
            }
            *self = seen;
        }
        true
    }

    #[inline(never)]
    fn merge(base: &Self, ours: &Self, theirs: &Self, merger: &mut Merger) -> Self {
        merger.list(base, ours, theirs)
    }

    fn merge_added(ours: &Self, theirs: &Self, merger: &mut Merger) -> Self {
        merger.added_list(ours, theirs)
    }
}
