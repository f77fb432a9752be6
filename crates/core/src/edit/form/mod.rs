//! Entities as forms and tables see them: fields by name, each with a value and a way to set it.
//!
//! A [`Place`] says what a field belongs to, a [`FieldSpec`](crate::model::FieldSpec) which field it is and how it is filled
//! in, a [`Datum`](crate::model::Datum) what it says. Screens know nothing of the entities beyond this. A field that is
//! declared in the model can be read and set; to show one of a touchpoint, a card or a journey, add its name to a group.

mod comments;
mod groups;
mod names;
mod place;

#[cfg(test)]
mod tests;

pub use comments::{comments, put_comments};
pub use groups::{CARD_GROUPS, Group, JOURNEY_GROUPS, TOUCHPOINT_GROUPS};
pub use names::{creatable, find_named, name_of, named_entry, options};
pub(crate) use place::put_card;
pub use place::{Place, SideOf, empty_entry, say};

pub use crate::model::{ChoiceKind, Datum, EntryKind, FieldSpec, Widget};
