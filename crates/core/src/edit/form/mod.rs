//! Entities as forms and tables see them: fields by name, each with a value and a way to set it.
//!
//! A [`Place`] says what a field belongs to, a [`FieldSpec`] which field it is and how it is filled in,
//! a [`Datum`] what it says. Screens know nothing of the entities beyond this. To show a new field of the
//! model, add its name to the declaration in `entities.rs` and to a group.

mod comments;
mod datum;
mod entities;
mod groups;
mod names;
mod place;
mod slot;

#[cfg(test)]
mod tests;

pub use comments::{comments, put_comments};
pub use datum::{ChoiceKind, Datum, EntryKind, Widget};
pub use entities::{FieldSpec, field_of};
pub(crate) use entities::{Form, Specs};
pub use groups::{CARD_GROUPS, Group, JOURNEY_GROUPS, TOUCHPOINT_GROUPS};
pub use names::{creatable, find_named, name_of, named_entry, options};
pub(crate) use place::put_card;
pub use place::{Place, SideOf, empty_entry, say};
