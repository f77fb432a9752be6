//! The declaration of an entity, from which all its traits come.

use serde_json::{Map as JsonMap, Value};

use super::field::Field;
use super::read::Reader;

/// Reads the declared field `name` of `object`; what is missing or wrong is left blank. Once for each type, not for each
/// field.
#[inline(never)]
pub fn read_field<T: Field + Default>(
    object: &JsonMap<String, Value>,
    name: &'static str,
    reader: &mut Reader,
) -> T {
    let Some(value) = object.get(name) else { return T::default() };
    reader.at_field(name, |reader| T::read(value, reader)).unwrap_or_default()
}

/// Declares an entity: its struct and everything the format needs of it.
///
/// A field's name in the file is its name here. Absent fields are those whose value says so
/// ([`Field::is_absent`]); fields the declaration does not know are kept in `unknown`. The fields of one
/// declared `as statement` only mean something together: they are merged as one value.
macro_rules! entity {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident $(: $kind:ident)? $(as $whole:ident)? {
            $( $(#[doc = $doc:literal])* $field:ident : $type:ty, )*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct $name {
            $( $(#[doc = $doc])* pub $field: $type, )*
            /// Fields of the file that this version does not know, kept as they are.
            pub unknown: $crate::model::Unknown,
        }

        impl $name {
            /// The names of the declared fields, in the order of the file.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            pub(crate) fn read_fields(
                object: &serde_json::Map<String, serde_json::Value>,
                reader: &mut $crate::model::Reader,
            ) -> Self {
                Self {
                    $( $field: $crate::model::entity::read_field(object, stringify!($field), reader), )*
                    unknown: $crate::model::unknown_fields(object, Self::FIELDS),
                }
            }

            pub(crate) fn write_fields(&self, writer: &mut $crate::model::Writer) {
                $( writer.field(stringify!($field), &self.$field); )*
                writer.unknown(&self.unknown);
            }
        }

        $( impl $crate::model::Referable for $name {
            const KIND: $crate::model::EntityKind = $crate::model::EntityKind::$kind;
        } )?

        impl $crate::model::Field for $name {
            fn read(value: &serde_json::Value, reader: &mut $crate::model::Reader) -> Option<Self> {
                let serde_json::Value::Object(object) = value else {
                    reader.report_type($crate::model::Expected::Object, value);
                    return None;
                };
                Some(Self::read_fields(object, reader))
            }

            fn write(&self, writer: &mut $crate::model::Writer) {
                writer.object(|writer| self.write_fields(writer));
            }

            fn schema(schema: &mut $crate::model::Schema) -> serde_json::Value {
                schema.entity(stringify!($name), concat!($($about),*), |schema, fields| {
                    $(
                        let field = <$type as $crate::model::Field>::schema(schema);
                        let field = $crate::model::described(field, concat!($($doc),*));
                        fields.insert(stringify!($field).to_owned(), field);
                    )*
                    let _ = (schema, fields);
                })
            }

            const REFERS: bool = $( <$type as $crate::model::Field>::REFERS || )* false;

            fn references(&self, visit: &mut dyn FnMut($crate::model::EntityKind, $crate::model::Id)) {
                $( $crate::model::Field::references(&self.$field, visit); )*
            }

            #[inline(never)]
            fn prune(&mut self, known: &$crate::model::Known<'_>, reader: &mut $crate::model::Reader) -> bool {
                $( if <$type as $crate::model::Field>::REFERS {
                    reader.at_field(stringify!($field), |reader| {
                        $crate::model::Field::prune(&mut self.$field, known, reader)
                    });
                } )*
                true
            }

            #[inline(never)]
            fn diff(before: &Self, after: &Self, differ: &mut $crate::compare::Differ) {
                $( differ.at_field(stringify!($field), |differ| {
                    $crate::model::Field::diff(&before.$field, &after.$field, differ);
                }); )*
                differ.unknown(&before.unknown, &after.unknown);
            }

            fn merge_added(ours: &Self, theirs: &Self, merger: &mut $crate::merge::Merger) -> Self {
                if false $( || stringify!($whole) == "statement" )? {
                    return merger.both_added(ours, theirs);
                }
                $crate::model::Field::merge(&Self::default(), ours, theirs, merger)
            }

            #[inline(never)]
            fn merge(base: &Self, ours: &Self, theirs: &Self, merger: &mut $crate::merge::Merger) -> Self {
                if false $( || stringify!($whole) == "statement" )? {
                    return merger.pick(base, ours, theirs);
                }
                Self {
                    $( $field: merger.at_field(stringify!($field), |merger| {
                        $crate::model::Field::merge(&base.$field, &ours.$field, &theirs.$field, merger)
                    }), )*
                    unknown: merger.unknown(&base.unknown, &ours.unknown, &theirs.unknown),
                }
            }
        }
    };
}

/// Declares a choice between words: the enum and the words it has in the file.
macro_rules! choice {
    (
        $(#[doc = $about:literal])*
        pub enum $name:ident { $( $(#[doc = $doc:literal])* $variant:ident = $word:literal, )* }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $doc])* $variant, )* }

        impl $name {
            /// Every choice, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The words of the file, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word this choice has in the file.
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }

            /// The choice with this word in the file.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some(Self::$variant), )* _ => None }
            }
        }

        impl $crate::model::Field for $name {
            fn read(value: &serde_json::Value, reader: &mut $crate::model::Reader) -> Option<Self> {
                let word = <String as $crate::model::Field>::read(value, reader)?;
                let choice = Self::from_word(&word);
                if choice.is_none() {
                    reader.report($crate::model::ProblemKind::UnknownChoice {
                        found: word.chars().take(40).collect(),
                        allowed: Self::WORDS,
                    });
                }
                choice
            }
            fn write(&self, writer: &mut $crate::model::Writer) {
                writer.text(self.word());
            }
            fn schema(_: &mut $crate::model::Schema) -> serde_json::Value {
                serde_json::json!({ "enum": Self::WORDS })
            }
        }
    };
}

pub(crate) use {choice, entity};
