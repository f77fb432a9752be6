//! What a declared field can do, and fields that may be blank or lists.

use std::any::Any;

use serde_json::{Value, json};

use super::any::{AnyField, AnyList, AnyScalar, View, ViewMut};
use super::datum::{Datum, EntryKind, Widget};
use super::id::{EntityKind, Id};
use super::read::{Expected, Reader};
use super::refer;
use super::schema::Schema;
use super::write::Writer;

/// What a reference to this kind and identifier leads to: the same identifier where the entity exists, that of the entity
/// that took its place, or nothing.
pub type Known<'a> = dyn Fn(EntityKind, Id) -> Option<Id> + 'a;

/// A value that a file can hold: everything the format needs is derived from this.
pub trait Field: Clone + PartialEq + Send + Sync + 'static {
    /// Whether the value can hold references to entities.
    const REFERS: bool = false;
    /// Reads the value; `None` after the problem was reported.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self>;
    /// The JSON Schema of the value.
    fn schema(schema: &mut Schema) -> Value;
    /// The value as one of the few shapes that all values have.
    fn view(&self) -> View<'_>;
    /// [`view`](Self::view), to change the value.
    fn view_mut(&mut self) -> ViewMut<'_>;
    /// Whether values of this type can be absent.
    const CAN_BE_ABSENT: bool = false;
    /// How people fill in a field of this type; `None` where they do not.
    const WIDGET: Option<Widget> = None;
    /// How people fill in a map of entities of this type; `None` where they do not.
    const ENTRIES: Option<EntryKind> = None;
    /// The value as forms show it.
    fn datum(&self) -> Datum {
        Datum::Absent
    }
    /// The value that a form gives, in place of one that was there before; `None` where it is of another type.
    fn of_datum(_before: Option<&Self>, _datum: Datum) -> Option<Self> {
        None
    }
    /// Whether the value is left out of the file.
    fn is_absent(&self) -> bool {
        false
    }
    /// Makes the value absent, where the type allows that.
    fn forget(&mut self) {}
    /// Writes the value in canonical form.
    fn write(&self, writer: &mut Writer) {
        writer.put(self);
    }
    /// Visits every reference inside the value.
    fn references(&self, visit: &mut dyn FnMut(EntityKind, Id)) {
        refer::visit(self, visit);
    }
    /// Leads references to what took the place of their entity; removes those to entities that do not exist and reports
    /// each. `false` if the value itself must go.
    fn prune(&mut self, known: &Known<'_>, reader: &mut Reader) -> bool {
        refer::prune(self, known, reader)
    }
}

/// A field's value without parts.
pub trait Scalar: Clone + PartialEq + Send + Sync + 'static {
    /// Whether it is a reference to an entity.
    const REFERS: bool = false;
    /// Reads the value; `None` after the problem was reported.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self>;
    /// Writes the value in canonical form.
    fn write(&self, writer: &mut Writer);
    /// The JSON Schema of the value.
    fn schema(schema: &mut Schema) -> Value;
    /// How people fill in a field of this type; `None` where they do not.
    const WIDGET: Option<Widget> = None;
    /// The value as forms show it.
    fn datum(&self) -> Datum {
        Datum::Absent
    }
    /// The value that a form gives; `None` where it is of another type.
    fn of_datum(_datum: Datum) -> Option<Self> {
        None
    }
    /// Whether the value is left out of the file.
    fn is_left_out(&self) -> bool {
        false
    }
    /// The entity it refers to, where it is a reference.
    fn target(&self) -> Option<(EntityKind, Id)> {
        None
    }
    /// Refers to this one of the same kind from now on, where it is a reference.
    fn lead_to(&mut self, _id: Id) {}
}

impl<T: Scalar> Field for T {
    const REFERS: bool = T::REFERS;
    const WIDGET: Option<Widget> = T::WIDGET;

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        <T as Scalar>::read(value, reader)
    }
    fn schema(schema: &mut Schema) -> Value {
        <T as Scalar>::schema(schema)
    }
    fn is_absent(&self) -> bool {
        self.is_left_out()
    }
    fn datum(&self) -> Datum {
        Scalar::datum(self)
    }
    fn of_datum(_: Option<&Self>, datum: Datum) -> Option<Self> {
        <T as Scalar>::of_datum(datum)
    }
    fn view(&self) -> View<'_> {
        View::Single(self)
    }
    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Single(self)
    }
}

impl<T: Scalar> AnyScalar for T {
    fn put(&self, writer: &mut Writer) {
        Scalar::write(self, writer);
    }
    fn text(&self) -> Option<&String> {
        (self as &dyn Any).downcast_ref()
    }
    fn text_mut(&mut self) -> Option<&mut String> {
        (self as &mut dyn Any).downcast_mut()
    }
    fn target(&self) -> Option<(EntityKind, Id)> {
        Scalar::target(self)
    }
    fn lead_to(&mut self, id: Id) {
        Scalar::lead_to(self, id);
    }
}

impl<T: Field> Field for Option<T> {
    const REFERS: bool = T::REFERS;
    const WIDGET: Option<Widget> = match T::WIDGET {
        Some(Widget::Line) => Some(Widget::Text),
        other => other,
    };
    const CAN_BE_ABSENT: bool = true;

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.is_null() {
            return Some(None);
        }
        T::read(value, reader).map(Some)
    }
    fn schema(schema: &mut Schema) -> Value {
        T::schema(schema)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn datum(&self) -> Datum {
        self.as_ref().map_or(Datum::Absent, T::datum)
    }
    fn of_datum(before: Option<&Self>, datum: Datum) -> Option<Self> {
        match datum {
            Datum::Absent => Some(None),
            datum => T::of_datum(before.and_then(Self::as_ref), datum).map(Some),
        }
    }
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, T::view)
    }
    fn view_mut(&mut self) -> ViewMut<'_> {
        self.as_mut().map_or(ViewMut::Absent, T::view_mut)
    }
    fn forget(&mut self) {
        *self = None;
    }
}

impl<T: Field> Field for Vec<T> {
    const REFERS: bool = T::REFERS;
    const WIDGET: Option<Widget> = match T::WIDGET {
        Some(Widget::One(kind)) => Some(Widget::Many(kind)),
        Some(Widget::Line) => Some(Widget::Texts),
        _ => None,
    };

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
    fn schema(schema: &mut Schema) -> Value {
        json!({ "type": "array", "items": T::schema(schema) })
    }
    fn view(&self) -> View<'_> {
        View::List(self)
    }
    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::List(self)
    }
    fn datum(&self) -> Datum {
        let mut texts = Vec::new();
        let mut ids = Vec::new();
        for item in self {
            match item.datum() {
                Datum::One(id) => ids.push(id),
                Datum::Text(text) => texts.push(text),
                _ => {}
            }
        }
        match Self::WIDGET {
            Some(Widget::Many(_)) => Datum::Many(ids),
            Some(Widget::Texts) => Datum::Texts(texts),
            _ => Datum::Absent,
        }
    }
    fn of_datum(_: Option<&Self>, datum: Datum) -> Option<Self> {
        let item = |datum| T::of_datum(None, datum);
        match datum {
            Datum::Many(ids) => ids.into_iter().map(|id| item(Datum::One(id))).collect(),
            Datum::Texts(texts) => texts.into_iter().map(|text| item(Datum::Text(text))).collect(),
            Datum::Absent if Self::WIDGET.is_some() => Some(Self::new()),
            _ => None,
        }
    }
}

impl<T: Field> AnyList for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }
    fn item(&self, at: usize) -> &dyn AnyField {
        &self[at]
    }
    fn keep(&mut self, keep: &mut dyn FnMut(usize, &mut dyn AnyField) -> bool) {
        let mut at = 0;
        self.retain_mut(|item| {
            at += 1;
            keep(at - 1, item)
        });
    }
    fn drop_repeated(&mut self) {
        let mut seen: Self = Vec::with_capacity(self.len());
        for item in self.drain(..) {
            if !seen.contains(&item) {
                seen.push(item);
            }
        }
        *self = seen;
    }
    fn become_items(&mut self, items: &[&dyn AnyField]) {
        *self = items.iter().filter_map(|item| (*item as &dyn Any).downcast_ref().cloned()).collect();
    }
}
