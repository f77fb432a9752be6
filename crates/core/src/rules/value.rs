//! The values a rule compared, typed.

use crate::model::{Access, Direction, Id, Method, Minutes, Percent, Rating, Starter};

/// The fields of a handoff card, for rules that name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardField {
    /// What sets the next touchpoint going.
    Trigger,
    /// Information passed on.
    Passed,
    /// Who answers for the handoff.
    AnsweredBy,
    /// What happens when it fails.
    Fallback,
    /// Whether the receiver acknowledges.
    Acknowledged,
}

impl CardField {
    /// The field's name in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Trigger => "trigger",
            Self::Passed => "passed",
            Self::AnsweredBy => "answered_by",
            Self::Fallback => "fallback",
            Self::Acknowledged => "acknowledged",
        }
    }
}

/// A value that a rule compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Satisfaction or importance, 1 to 5.
    Rating(Rating),
    /// A time in minutes.
    Minutes(Minutes),
    /// A share in per cent.
    Percent(Percent),
    /// How many.
    Count(u64),
    /// Yes or no.
    YesNo(bool),
    /// How a handoff passes.
    Method(Method),
    /// A department.
    Department(Id),
    /// A touchpoint.
    Touchpoint(Id),
    /// A channel.
    Channel(Id),
    /// A system.
    System(Id),
    /// A piece of information.
    Item(Id),
    /// A measure.
    Measure(Id),
    /// A term.
    Term(Id),
    /// An initiative.
    Initiative(Id),
    /// What a department may do in a system.
    Access(Access),
    /// Several systems, in the rule's order.
    Systems(Vec<Id>),
    /// Who makes a touchpoint happen.
    Starter(Starter),
    /// The direction in which a measure should go.
    Direction(Direction),
    /// What somebody wrote: the value of a promise or of a standard, a label.
    Text(String),
    /// Several departments or touchpoints, in the rule's order.
    Departments(Vec<Id>),
    /// Several touchpoints, in the rule's order.
    Touchpoints(Vec<Id>),
    /// Fields of a handoff card.
    CardFields(Vec<CardField>),
    /// Known to be nobody, none or nothing; or missing from a card that is described.
    Nothing,
}

impl Value {
    /// The value as stable text: what a waiver keeps, and what machines read. Identifiers, not names.
    pub fn text(&self) -> String {
        let ids = |ids: &[Id]| ids.iter().map(Id::as_str).collect::<Vec<_>>().join(" ");
        match self {
            Self::Rating(rating) => rating.value().to_string(),
            Self::Minutes(minutes) if minutes.low() == minutes.high() => minutes.low().to_string(),
            Self::Minutes(minutes) => format!("{}-{}", minutes.low(), minutes.high()),
            Self::Percent(percent) => percent.value().to_string(),
            Self::Count(count) => count.to_string(),
            Self::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Self::Method(method) => method.word().to_owned(),
            Self::Department(id)
            | Self::Touchpoint(id)
            | Self::Channel(id)
            | Self::System(id)
            | Self::Item(id)
            | Self::Measure(id)
            | Self::Term(id)
            | Self::Initiative(id) => id.to_string(),
            Self::Access(access) => access.word().to_owned(),
            Self::Starter(starter) => starter.word().to_owned(),
            Self::Direction(direction) => direction.word().to_owned(),
            Self::Text(text) => text.clone(),
            Self::Departments(list) | Self::Touchpoints(list) | Self::Systems(list) => ids(list),
            Self::CardFields(fields) => fields.iter().map(|field| field.word()).collect::<Vec<_>>().join(" "),
            Self::Nothing => "nothing".to_owned(),
        }
    }
}

/// A compared value with the name its rule gives it, such as `before`.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedValue {
    /// The name: lower case letters and `_`.
    pub name: &'static str,
    /// The value.
    pub value: Value,
}

impl NamedValue {
    /// A value with its name.
    pub fn new(name: &'static str, value: Value) -> Self {
        Self { name, value }
    }
}
