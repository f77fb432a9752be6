//! Fields and entities whose types nobody needs to know.
//!
//! The routines that read, write, compare, merge and prune a workspace are written once, for the traits here, and walk
//! along the declarations. Compiled anew for each type they were 290 KB more of WebAssembly.

use std::any::Any;
use std::sync::Arc;

use serde_json::Value;

use super::datum::{Datum, FieldSpec, Widget};
use super::field::Field;
use super::id::{EntityKind, Id};
use super::keyed::AnyMap;
use super::read::{Reader, Unknown};
use super::write::Writer;

/// A value of a declared field, whatever its type.
pub trait AnyField: Any + Send + Sync {
    /// The value as one of the few shapes that all values have.
    fn view(&self) -> View<'_>;
    /// [`view`](Self::view), to change the value.
    fn view_mut(&mut self) -> ViewMut<'_>;
    /// Whether the value is left out of the file.
    fn is_absent(&self) -> bool;
    /// Reads the value from JSON. Where the JSON cannot be read, that is reported and the value stays.
    fn take_json(&mut self, value: &Value, reader: &mut Reader);
    /// Whether both values are of one type and equal.
    fn same(&self, other: &dyn AnyField) -> bool;
    /// Takes over the value of `other`, where both are of one type.
    fn become_copy(&mut self, other: &dyn AnyField);
    /// Makes the value absent, where its type allows that.
    fn become_absent(&mut self);
    /// The value as forms show it. An empty list of a type that cannot be absent is shown as unknown.
    fn datum(&self) -> Datum;
    /// Sets the value that a form gives; `false` where it is of another type.
    fn set_datum(&mut self, datum: Datum) -> bool;
}

impl<T: Field> AnyField for T {
    fn view(&self) -> View<'_> {
        Field::view(self)
    }
    fn view_mut(&mut self) -> ViewMut<'_> {
        Field::view_mut(self)
    }
    fn is_absent(&self) -> bool {
        Field::is_absent(self)
    }
    fn take_json(&mut self, value: &Value, reader: &mut Reader) {
        if let Some(read) = T::read(value, reader) {
            *self = read;
        }
    }
    fn same(&self, other: &dyn AnyField) -> bool {
        (other as &dyn Any).downcast_ref::<T>().is_some_and(|other| self == other)
    }
    fn become_copy(&mut self, other: &dyn AnyField) {
        if let Some(other) = (other as &dyn Any).downcast_ref::<T>() {
            self.clone_from(other);
        }
    }
    fn become_absent(&mut self) {
        self.forget();
    }
    fn datum(&self) -> Datum {
        let datum = Field::datum(self);
        // A list that can be absent says by being empty that there is none.
        if datum.is_empty_list() && !T::CAN_BE_ABSENT { Datum::Absent } else { datum }
    }
    fn set_datum(&mut self, datum: Datum) -> bool {
        T::of_datum(Some(self), datum).map(|value| *self = value).is_some()
    }
}

/// The shapes that the values of fields have.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// Nothing: the value is unknown.
    Absent,
    /// A value without parts.
    Single(&'a dyn AnyScalar),
    /// An entity.
    Fields(&'a dyn Fields),
    /// Entities by their keys, and what kind of entity the keys refer to, where they do.
    Map(&'a dyn AnyMap, Option<EntityKind>),
    /// Values in order.
    List(&'a dyn AnyList),
}

/// [`View`], to change it.
pub enum ViewMut<'a> {
    /// Nothing: the value is unknown.
    Absent,
    /// A value without parts.
    Single(&'a mut dyn AnyScalar),
    /// An entity.
    Fields(&'a mut dyn Fields),
    /// Entities by their keys, and what kind of entity the keys refer to, where they do.
    Map(&'a mut dyn AnyMap, Option<EntityKind>),
    /// Values in order.
    List(&'a mut dyn AnyList),
}

/// A value without parts, whatever its type.
pub trait AnyScalar: Send + Sync {
    /// Writes it in canonical form.
    fn put(&self, writer: &mut Writer);
    /// The text, where it is one.
    fn text(&self) -> Option<&String>;
    /// The text, to change it.
    fn text_mut(&mut self) -> Option<&mut String>;
    /// The entity it refers to, where it is a reference.
    fn target(&self) -> Option<(EntityKind, Id)>;
    /// Refers to this one of the same kind from now on, where it is a reference.
    fn lead_to(&mut self, id: Id);
}

/// A list, whatever its items are.
pub trait AnyList: Send + Sync {
    /// How many items there are.
    fn count(&self) -> usize;
    /// The item at a position, from 0.
    ///
    /// # Panics
    /// Where there is none, as lists do.
    fn item(&self, at: usize) -> &dyn AnyField;
    /// Keeps the items for which `keep` says so; it is given their positions, from 0.
    fn keep(&mut self, keep: &mut dyn FnMut(usize, &mut dyn AnyField) -> bool);
    /// Keeps the first of those that are equal.
    fn drop_repeated(&mut self);
    /// Becomes these items, of its own type.
    fn become_items(&mut self, items: &[&dyn AnyField]);
}

impl dyn AnyList + '_ {
    /// The items in order.
    pub fn items(&self) -> impl Iterator<Item = &dyn AnyField> {
        (0..self.count()).map(|at| self.item(at))
    }
}

/// An entity, whatever its type: the values of its declared fields.
pub trait Fields: AnyField {
    /// The declaration of its type.
    fn declaration(&self) -> &'static Declaration;
    /// The value of the field at a position of the declaration.
    ///
    /// # Panics
    /// Where there is none.
    fn field(&self, at: usize) -> &dyn AnyField;
    /// [`field`](Self::field), to change it.
    ///
    /// # Panics
    /// Where there is none.
    fn field_mut(&mut self, at: usize) -> &mut dyn AnyField;
    /// Fields of the file that the declaration does not know.
    fn unknown(&self) -> &Unknown;
    /// [`unknown`](Self::unknown), to change it.
    fn unknown_mut(&mut self) -> &mut Unknown;
    /// One of its type that says nothing.
    fn blank(&self) -> Box<dyn Fields>;
}

impl dyn Fields + '_ {
    /// The fields and their values, in the order of the declaration.
    pub fn each(&self) -> impl Iterator<Item = (&'static DeclaredField, &dyn AnyField)> {
        self.declaration().fields.iter().enumerate().map(|(at, field)| (field, self.field(at)))
    }

    /// What the field of this name says; `None` where people fill in no such field.
    pub fn get(&self, name: &str) -> Option<Datum> {
        self.declaration().position(name).map(|at| self.field(at).datum())
    }

    /// Has the field of this name say something; `false` where people fill in no such field, or one of another type.
    pub fn set(&mut self, name: &str, datum: Datum) -> bool {
        self.declaration().position(name).is_some_and(|at| self.field_mut(at).set_datum(datum))
    }
}

/// The type of an entity: its fields, and what a file says of it.
pub trait Declared: Fields + Field + Default {
    /// What is declared of it.
    const DECLARATION: &'static Declaration;
}

/// What is declared of a type of entity.
pub struct Declaration {
    /// Its fields, in the order of the file.
    pub fields: &'static [DeclaredField],
    /// Its fields only mean something together: they are merged as one value.
    pub is_statement: bool,
    /// Whether any field can hold references to entities.
    pub refers: bool,
}

impl Declaration {
    /// The fields that people fill in, in the order of the file.
    pub fn specs(&self) -> impl Iterator<Item = &FieldSpec> {
        self.fields.iter().filter_map(|field| field.spec.as_ref())
    }

    /// How the field of this name is filled in.
    ///
    /// # Panics
    /// Where people fill in no such field: meant for names that are looked up while the program is compiled.
    pub const fn widget(&self, name: &str) -> Widget {
        let mut at = 0;
        while at < self.fields.len() {
            if let Some(spec) = &self.fields[at].spec
                && is_same(spec.name, name)
            {
                return spec.widget;
            }
            at += 1;
        }
        panic!("no field of this name is filled in")
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name && field.spec.is_some())
    }
}

/// `==` for texts, which cannot be asked for yet while the program is compiled.
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// What is declared of a field.
pub struct DeclaredField {
    /// Its name in the file.
    pub name: &'static str,
    /// Whether it can hold references to entities.
    pub refers: bool,
    /// How people fill it in, where they do.
    pub spec: Option<FieldSpec>,
}

/// An entity of a map, whatever its type. Shared, so that a copied map copies no entity.
pub type Shared = Arc<dyn AnyShared>;

/// An `Arc` of an entity.
pub trait AnyShared: Any + Send + Sync {
    /// Its fields.
    fn fields(&self) -> &dyn Fields;
    /// Its fields, to change them: of a copy, where others share it.
    fn fields_mut(&mut self) -> &mut dyn Fields;
    /// The same entity once more.
    fn again(&self) -> Shared;
    /// Whether both are the same entity, not only equal ones.
    fn is(&self, other: &dyn AnyShared) -> bool;
}

impl<T: Fields + Clone> AnyShared for Arc<T> {
    fn fields(&self) -> &dyn Fields {
        self.as_ref()
    }
    fn fields_mut(&mut self) -> &mut dyn Fields {
        Self::make_mut(self)
    }
    fn again(&self) -> Shared {
        Arc::new(self.clone())
    }
    fn is(&self, other: &dyn AnyShared) -> bool {
        (other as &dyn Any).downcast_ref::<Self>().is_some_and(|other| Self::ptr_eq(self, other))
    }
}

impl dyn AnyShared {
    /// Whether both are the same entity or equal ones.
    pub fn equals(&self, other: &dyn AnyShared) -> bool {
        self.is(other) || self.fields().same(other.fields())
    }

    /// A changed copy.
    pub fn changed<R>(&self, change: impl FnOnce(&mut dyn Fields) -> R) -> (Shared, Option<R>) {
        let mut copy = self.again();
        // What was made a line ago is nobody else's.
        let result = Arc::get_mut(&mut copy).map(|entity| change(entity.fields_mut()));
        (copy, result)
    }
}
