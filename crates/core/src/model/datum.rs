//! What a field says, and how it is filled in.

use super::id::{EntityKind, Id};
use super::journey::JourneyState;
use super::practice::{InitiativeStatus, ParticipantKind, Practice};
use super::registers::{Access, DepartmentKind, Direction};
use super::scalar::{Date, Minutes, Percent, Rating};
use super::step::{Interaction, Method};
use super::touchpoint::{Evidence, SatisfactionKind, Stage, Starter};

/// A field of an entity that people fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The entity, by its name in the model.
    pub entity: &'static str,
    /// The field, by its name in the file.
    pub name: &'static str,
    /// How it is filled in.
    pub widget: Widget,
}

/// What a field says.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Datum {
    /// Nothing: it is unknown.
    #[default]
    Absent,
    /// A text; an empty one is known where the field's widget is [`Widget::Agreed`].
    Text(String),
    /// 1 to 5.
    Rating(Rating),
    /// Yes or no.
    YesNo(bool),
    /// One of a choice, as the word it has in the file.
    Word(&'static str),
    /// A day.
    Date(Date),
    /// A whole number.
    Count(u64),
    /// Any number.
    Number(f64),
    /// 0 to 100.
    Percent(Percent),
    /// A time.
    Minutes(Minutes),
    /// A reference.
    One(Id),
    /// References in order; an empty list says: none.
    Many(Vec<Id>),
    /// Texts in order; an empty list says: none.
    Texts(Vec<String>),
    /// Entries with fields of their own, such as promises, by their identifiers; an empty list says: none.
    Entries(Vec<Id>),
}

impl Datum {
    /// Whether it is a list without items.
    pub fn is_empty_list(&self) -> bool {
        match self {
            Self::Many(ids) | Self::Entries(ids) => ids.is_empty(),
            Self::Texts(texts) => texts.is_empty(),
            _ => false,
        }
    }

    /// Whether it says that there is none: an empty list, or an empty text.
    pub fn is_none(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            _ => self.is_empty_list(),
        }
    }
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widget {
    /// A line of text.
    Line,
    /// Text of any length.
    Text,
    /// What was agreed, in a text; it can say that nothing was.
    Agreed,
    /// 1 to 5.
    Rating,
    /// Yes or no.
    YesNo,
    /// One of a few words.
    Choice(ChoiceKind),
    /// A day.
    Date,
    /// A whole number.
    Count,
    /// Any number.
    Number,
    /// A colour, as #rrggbb.
    Color,
    /// 0 to 100.
    Percent,
    /// A time.
    Minutes,
    /// A reference.
    One(EntityKind),
    /// References.
    Many(EntityKind),
    /// Texts.
    Texts,
    /// Entries with fields of their own.
    Entries(EntryKind),
}

/// The entries a field can hold a list of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// Promises made at a touchpoint.
    Promises,
    /// Standards as lived at a touchpoint.
    Standards,
    /// Measures a department is steered by.
    Steered,
    /// Departments with access to a system.
    Access,
    /// Departments with a label for a term.
    Labels,
    /// Departments with a part in a goal.
    Contributions,
    /// Who takes part in a session.
    Participants,
    /// Cycles of a session.
    Cycles,
    /// Departments with members in the steering committee.
    Members,
    /// Best practices.
    BestPractices,
}

impl EntryKind {
    /// What the entries are kept by: something of this kind, once each; `None` where each is of its own.
    pub fn keyed_by(self) -> Option<EntityKind> {
        match self {
            Self::Steered => Some(EntityKind::Measure),
            Self::Access | Self::Labels | Self::Contributions | Self::Members => Some(EntityKind::Department),
            Self::Promises | Self::Standards | Self::Participants | Self::Cycles | Self::BestPractices => {
                None
            }
        }
    }
}

impl Widget {
    /// What says "there is none" in such a field; `None` where that cannot be said.
    pub fn nothing(self) -> Option<Datum> {
        match self {
            Self::Agreed => Some(Datum::Text(String::new())),
            Self::Many(_) => Some(Datum::Many(Vec::new())),
            Self::Texts => Some(Datum::Texts(Vec::new())),
            Self::Entries(EntryKind::Promises | EntryKind::Standards | EntryKind::Steered) => {
                Some(Datum::Entries(Vec::new()))
            }
            _ => None,
        }
    }
}

macro_rules! choices {
    ($($name:ident),*) => {
        /// The choices of the model.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ChoiceKind { $(
            #[doc = concat!("[`", stringify!($name), "`](super::", stringify!($name), ").")]
            $name,
        )* }

        impl ChoiceKind {
            /// The words of the file, in the order of the declaration.
            pub fn words(self) -> &'static [&'static str] {
                match self { $( Self::$name => $name::WORDS, )* }
            }
        }
    };
}

choices!(
    Stage,
    Starter,
    SatisfactionKind,
    Evidence,
    Method,
    Interaction,
    JourneyState,
    DepartmentKind,
    Direction,
    Access,
    Practice,
    InitiativeStatus,
    ParticipantKind
);
