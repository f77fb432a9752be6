//! The declaration of an entity, from which all its traits come.

use serde_json::{Map as JsonMap, Value};

use super::any::Fields;
use super::datum::{FieldSpec, Widget};
use super::read::{Expected, Reader, unknown_fields};

/// [`read_fields`] of a value; `false` after it was reported that it is no object.
pub fn read_entity(entity: &mut dyn Fields, value: &Value, reader: &mut Reader) -> bool {
    if let Value::Object(object) = value {
        read_fields(entity, object, reader);
    } else {
        reader.report_type(Expected::Object, value);
    }
    value.is_object()
}

/// Reads the declared fields of an object; what is missing or wrong is left blank.
pub fn read_fields(entity: &mut dyn Fields, object: &JsonMap<String, Value>, reader: &mut Reader) {
    let declared = entity.declaration().fields;
    for (at, field) in declared.iter().enumerate() {
        if let Some(value) = object.get(field.name) {
            reader.at_field(field.name, |reader| entity.field_mut(at).take_json(value, reader));
        }
    }
    *entity.unknown_mut() = unknown_fields(object, declared);
}

/// Declares an entity: its struct and everything the format needs of it.
///
/// A field's name in the file is its name here. Absent fields are those whose value says so
/// ([`Field::is_absent`]); fields the declaration does not know are kept in `unknown`. The fields of one
/// declared `as statement` only mean something together: they are merged as one value. Those declared `in` a kind of
/// entries are filled in where they are held.
///
/// People fill in a field by the widget of its type, by another one where it is declared `as` that, and not at all where
/// it is `as Unseen`.
macro_rules! entity {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident $(: $kind:ident)? $(as $whole:ident)? $(in $entries:ident)? {
            $( $(#[doc = $doc:literal])* $field:ident $(as $widget:ident)? : $type:ty, )*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct $name {
            $( $(#[doc = $doc])* pub $field: $type, )*
            /// Fields of the file that this version does not know, kept as they are.
            pub unknown: $crate::model::Unknown,
        }

        $( impl $crate::model::Referable for $name {
            const KIND: $crate::model::EntityKind = $crate::model::EntityKind::$kind;
        } )?

        impl $crate::model::Field for $name {
            const REFERS: bool = $( <$type as $crate::model::Field>::REFERS || )* false;
            $( const ENTRIES: Option<$crate::model::EntryKind> = Some($crate::model::EntryKind::$entries); )?

            fn read(value: &serde_json::Value, reader: &mut $crate::model::Reader) -> Option<Self> {
                let mut entity = Self::default();
                $crate::model::entity::read_entity(&mut entity, value, reader).then_some(entity)
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

            fn view(&self) -> $crate::model::any::View<'_> {
                $crate::model::any::View::Fields(self)
            }

            fn view_mut(&mut self) -> $crate::model::any::ViewMut<'_> {
                $crate::model::any::ViewMut::Fields(self)
            }
        }

        const _: () = {
            // The positions of the fields.
            #[allow(non_camel_case_types)]
            enum At { $( $field, )* }

            const DECLARATION: &$crate::model::any::Declaration = &$crate::model::any::Declaration {
                fields: &[$( $crate::model::any::DeclaredField {
                    name: stringify!($field),
                    refers: <$type as $crate::model::Field>::REFERS,
                    spec: $crate::model::entity::spec(
                        stringify!($name),
                        stringify!($field),
                        entity!(@widget $type $(, $widget)?),
                    ),
                }, )*],
                // `as statement` is all that can be said of the whole.
                is_statement: !concat!($( stringify!($whole) )?).is_empty(),
                refers: <$name as $crate::model::Field>::REFERS,
            };

            impl $crate::model::Declared for $name {
                const DECLARATION: &'static $crate::model::any::Declaration = DECLARATION;
            }

            impl $crate::model::any::Fields for $name {
                fn declaration(&self) -> &'static $crate::model::any::Declaration {
                    DECLARATION
                }

                fn field(&self, at: usize) -> &dyn $crate::model::any::AnyField {
                    match at {
                        $( at if at == At::$field as usize => &self.$field, )*
                        _ => panic!("no field at {at}"),
                    }
                }

                fn field_mut(&mut self, at: usize) -> &mut dyn $crate::model::any::AnyField {
                    match at {
                        $( at if at == At::$field as usize => &mut self.$field, )*
                        _ => panic!("no field at {at}"),
                    }
                }

                fn unknown(&self) -> &$crate::model::Unknown {
                    &self.unknown
                }

                fn unknown_mut(&mut self) -> &mut $crate::model::Unknown {
                    &mut self.unknown
                }

                fn blank(&self) -> Box<dyn $crate::model::any::Fields> {
                    Box::new(Self::default())
                }
            }
        };
    };
    (@widget $type:ty) => { <$type as $crate::model::Field>::WIDGET };
    (@widget $type:ty, Unseen) => { None };
    (@widget $type:ty, $widget:ident) => { Some($crate::model::Widget::$widget) };
}

/// How people fill in a field, where they do.
pub const fn spec(entity: &'static str, name: &'static str, widget: Option<Widget>) -> Option<FieldSpec> {
    match widget {
        Some(widget) => Some(FieldSpec { entity, name, widget }),
        None => None,
    }
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

        impl $crate::model::field::Scalar for $name {
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
            const WIDGET: Option<$crate::model::Widget> =
                Some($crate::model::Widget::Choice($crate::model::ChoiceKind::$name));
            fn datum(&self) -> $crate::model::Datum {
                $crate::model::Datum::Word(self.word())
            }
            fn of_datum(datum: $crate::model::Datum) -> Option<Self> {
                match datum {
                    $crate::model::Datum::Word(word) => Self::from_word(word),
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use {choice, entity};
