//! What is declared of the columns of the step table, and what follows from it.

pub use super::columns::Column;
use crate::model::{ChoiceKind, Widget};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text as it stands.
    Text,
    /// A name that may be missing, which a dash says.
    Name,
    /// What was agreed; "none" says that nothing is.
    Agreed,
    /// One name of a register.
    Entry,
    /// Names of a register.
    Entries,
    /// Several texts.
    Texts,
    /// A number from 1 to 5.
    Rating,
    /// Minutes, exact or as a range.
    Minutes,
    /// A whole number.
    Count,
    /// Yes or no.
    YesNo,
    /// A calendar day.
    Date,
    /// One of a few words.
    Choice(ChoiceKind),
}

/// Where the cells of a column live in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In this field of the touchpoint.
    Touchpoint(&'static str),
    /// In the phase: its name.
    Phase,
    /// In the phase: its goal.
    Goal,
    /// In the step to the next touchpoint: its wait.
    Wait,
    /// In this field of the card of the handoff to the next touchpoint.
    Card(&'static str),
    /// They cannot be set.
    Nowhere,
}

/// What is declared of a column.
#[derive(Debug)]
pub struct Row {
    pub key: &'static str,
    pub home: Home,
    pub widget: Option<Widget>,
    pub header: &'static str,
    pub names: &'static str,
}

/// Declares the columns: where each lives, the header it is written under, and the names it goes by, the best first. Those
/// that live in a field hold what the field holds; a field that is not there does not compile.
macro_rules! columns {
    ($($(#[doc = $doc:literal])+ $column:ident: $home:ident($($field:ident)?), $header:literal, $names:literal;)+) => {
        /// A column that is understood. In the order in which they are written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Column {
            $($(#[doc = $doc])+ $column,)+
        }

        impl Column {
            /// Every column, in the order in which they are written.
            pub const ALL: &[Self] = &[$(Self::$column,)+];

            pub(super) fn row(self) -> &'static Row {
                static ROWS: &[Row] = &[$(Row {
                    key: stringify!($column),
                    home: columns!(@home $home $($field)?),
                    widget: columns!(@widget $home $($field)?),
                    header: $header,
                    names: $names,
                },)+];
                // One row for each column, in their order.
                &ROWS[self as usize]
            }
        }
    };
    (@home $home:ident) => { Home::$home };
    (@home $home:ident $field:ident) => { Home::$home(stringify!($field)) };
    (@widget $home:ident) => { None };
    (@widget $entity:ident $field:ident) => {
        Some(const { <$entity as Declared>::DECLARATION.widget(stringify!($field)) })
    };
}

impl Column {
    /// The word by which a browser remembers it: never to change, whatever its header becomes.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    /// Where its cells live.
    pub fn home(self) -> Home {
        self.row().home
    }

    /// How the field is filled in that it lives in, where it lives in one of a touchpoint or card.
    pub fn widget(self) -> Option<Widget> {
        self.row().widget
    }

    /// The header it is written under.
    pub fn header(self) -> &'static str {
        self.row().header
    }

    /// The names it goes by in tables, parted by `|`, the best first: in English, German, French, Spanish, Danish and Polish,
    /// without accents. Where two headers of a table could be the same column, the better name has it.
    pub(super) fn names(self) -> &'static str {
        self.row().names
    }

    /// What its cells hold.
    pub fn kind(self) -> Kind {
        match (self, self.widget()) {
            (Self::Journey | Self::Phase, _) => Kind::Name,
            (Self::Persona, _) => Kind::Entry,
            // Further departments of its cells are responsible.
            (Self::Owner, _) => Kind::Entries,
            (Self::Wait, _) | (_, Some(Widget::Minutes)) => Kind::Minutes,
            (_, Some(Widget::Agreed)) => Kind::Agreed,
            (_, Some(Widget::One(_))) => Kind::Entry,
            (_, Some(Widget::Many(_))) => Kind::Entries,
            (_, Some(Widget::Texts)) => Kind::Texts,
            (_, Some(Widget::Rating)) => Kind::Rating,
            (_, Some(Widget::Count)) => Kind::Count,
            (_, Some(Widget::YesNo)) => Kind::YesNo,
            (_, Some(Widget::Date)) => Kind::Date,
            (_, Some(Widget::Choice(kind))) => Kind::Choice(kind),
            _ => Kind::Text,
        }
    }

    /// Whether it belongs to the step to the next touchpoint, not to the touchpoint.
    pub fn is_of_step(self) -> bool {
        matches!(self.home(), Home::Wait | Home::Card(_))
    }
}

pub(super) use columns;

#[cfg(test)]
mod tests {
    use super::Column;

    #[test]
    fn columns_are_remembered_by_the_same_words_for_ever() {
        let keys: Vec<&str> = Column::ALL.iter().map(|column| column.key()).collect();
        let text = keys.join(" ");
        assert_eq!(
            text,
            "Id Journey Persona Phase Goal Touchpoint Action Stage Owner PerformedBy Responsible Consulted Informed \
             ClaimedBy PerceivedOwner StartedBy Channel Systems Satisfaction Importance MomentOfTruth Duration Asked \
             Needed Produced Wait TargetWait Method Passed Trigger AnsweredBy Acknowledged Fallback PainPoints Ideas \
             Quotes Evidence EvidenceLink ReviewedOn Volume Tags Ends Notes"
        );
    }
}
