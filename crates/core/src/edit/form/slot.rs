//! The types of fields: how each is shown and set.

use std::sync::Arc;

use super::datum::{ChoiceKind, Datum, EntryKind, Widget};
use crate::model::{
    Access, BestPractice, Color, Contribution, Cycle, Date, Declared, Department, DepartmentKind, Direction,
    Evidence, Id, InitiativeStatus, Interaction, JourneyState, LivedStandard, Map, MapKey, Measure, Members,
    Method, Minutes, Participant, ParticipantKind, Percent, Practice, Promise, Rating, Ref, Referable,
    SatisfactionKind, Stage, Starter, SteeredMeasure, SystemAccess, TermLabel,
};

/// A type of field.
pub(super) trait Slot {
    /// How it is filled in.
    const WIDGET: Widget;
    /// What it says.
    fn get(&self) -> Datum;
    /// Sets it; `false` where the value is not of its type.
    fn set(&mut self, datum: Datum) -> bool;
}

impl Slot for String {
    const WIDGET: Widget = Widget::Line;
    fn get(&self) -> Datum {
        Datum::Text(self.clone())
    }
    fn set(&mut self, datum: Datum) -> bool {
        match datum {
            Datum::Text(text) => *self = text,
            Datum::Absent => self.clear(),
            _ => return false,
        }
        true
    }
}

impl Slot for Option<String> {
    const WIDGET: Widget = Widget::Text;
    fn get(&self) -> Datum {
        self.clone().map_or(Datum::Absent, Datum::Text)
    }
    fn set(&mut self, datum: Datum) -> bool {
        match datum {
            Datum::Text(text) => *self = Some(text),
            Datum::Absent => *self = None,
            _ => return false,
        }
        true
    }
}

impl Slot for Option<Color> {
    const WIDGET: Widget = Widget::Color;
    fn get(&self) -> Datum {
        self.map_or(Datum::Absent, |color| Datum::Text(color.to_string()))
    }
    fn set(&mut self, datum: Datum) -> bool {
        *self = match datum {
            Datum::Text(text) => match Color::parse(&text) {
                Some(color) => Some(color),
                None => return false,
            },
            Datum::Absent => None,
            _ => return false,
        };
        true
    }
}

macro_rules! slots {
    ($($type:ty: $widget:expr, $variant:ident;)*) => { $(
        impl Slot for Option<$type> {
            const WIDGET: Widget = $widget;
            fn get(&self) -> Datum {
                self.clone().map_or(Datum::Absent, Datum::$variant)
            }
            fn set(&mut self, datum: Datum) -> bool {
                match datum {
                    Datum::$variant(value) => *self = Some(value),
                    Datum::Absent => *self = None,
                    _ => return false,
                }
                true
            }
        }
    )* };
}

slots! {
    Rating: Widget::Rating, Rating;
    bool: Widget::YesNo, YesNo;
    Date: Widget::Date, Date;
    u64: Widget::Count, Count;
    f64: Widget::Number, Number;
    Percent: Widget::Percent, Percent;
    Minutes: Widget::Minutes, Minutes;
    Vec<String>: Widget::Texts, Texts;
}

macro_rules! choice_slots {
    ($($choice:ident),*) => { $(
        impl Slot for Option<$choice> {
            const WIDGET: Widget = Widget::Choice(ChoiceKind::$choice);
            fn get(&self) -> Datum {
                self.map_or(Datum::Absent, |choice| Datum::Word(choice.word()))
            }
            fn set(&mut self, datum: Datum) -> bool {
                let choice = match datum {
                    Datum::Word(word) => $choice::from_word(word),
                    Datum::Absent => {
                        *self = None;
                        return true;
                    }
                    _ => None,
                };
                let fits = choice.is_some();
                if fits {
                    *self = choice;
                }
                fits
            }
        }
    )* };
}

choice_slots!(
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

/// A list that is always there: nobody named is nobody known.
impl Slot for Vec<String> {
    const WIDGET: Widget = Widget::Texts;
    fn get(&self) -> Datum {
        if self.is_empty() { Datum::Absent } else { Datum::Texts(self.clone()) }
    }
    fn set(&mut self, datum: Datum) -> bool {
        match datum {
            Datum::Texts(texts) => *self = texts,
            Datum::Absent => self.clear(),
            _ => return false,
        }
        true
    }
}

impl<T: Referable> Slot for Option<Ref<T>> {
    const WIDGET: Widget = Widget::One(T::KIND);
    fn get(&self) -> Datum {
        self.map_or(Datum::Absent, |to| Datum::One(to.id()))
    }
    fn set(&mut self, datum: Datum) -> bool {
        match datum {
            Datum::One(id) => *self = Some(id.into()),
            Datum::Absent => *self = None,
            _ => return false,
        }
        true
    }
}

impl<T: Referable> Slot for Option<Vec<Ref<T>>> {
    const WIDGET: Widget = Widget::Many(T::KIND);
    fn get(&self) -> Datum {
        self.as_ref().map_or(Datum::Absent, |list| Datum::Many(list.iter().map(|to| to.id()).collect()))
    }
    fn set(&mut self, datum: Datum) -> bool {
        match datum {
            Datum::Many(ids) => *self = Some(ids.into_iter().map(Ref::from).collect()),
            Datum::Absent => *self = None,
            _ => return false,
        }
        true
    }
}

/// Entries that are named stay, new ones begin empty, the others go. Where the list can be absent, an empty one says:
/// none.
macro_rules! entry_slots {
    ($($map:ty: $widget:expr;)*) => { $(
        impl Slot for Option<$map> {
            const WIDGET: Widget = Widget::Entries($widget);
            fn get(&self) -> Datum {
                self.as_ref().map_or(Datum::Absent, |map| Datum::Entries(map.keys().copied().collect()))
            }
            fn set(&mut self, datum: Datum) -> bool {
                match datum {
                    Datum::Entries(ids) => *self = Some(kept(self.as_ref(), &ids)),
                    Datum::Absent => *self = None,
                    _ => return false,
                }
                true
            }
        }
    )* };
}

/// The same for lists that are always there: an empty one says nothing.
macro_rules! held_entry_slots {
    ($($map:ty: $widget:expr;)*) => { $(
        impl Slot for $map {
            const WIDGET: Widget = Widget::Entries($widget);
            fn get(&self) -> Datum {
                if self.is_empty() { Datum::Absent } else { Datum::Entries(self.keys().copied().collect()) }
            }
            fn set(&mut self, datum: Datum) -> bool {
                match datum {
                    Datum::Entries(ids) => *self = kept(Some(self), &ids),
                    Datum::Absent => self.clear(),
                    _ => return false,
                }
                true
            }
        }
    )* };
}

entry_slots! {
    Map<Promise>: EntryKind::Promises;
    Map<LivedStandard>: EntryKind::Standards;
    Map<SteeredMeasure, Ref<Measure>>: EntryKind::Steered;
}

held_entry_slots! {
    Map<SystemAccess, Ref<Department>>: EntryKind::Access;
    Map<TermLabel, Ref<Department>>: EntryKind::Labels;
    Map<Contribution, Ref<Department>>: EntryKind::Contributions;
    Map<Members, Ref<Department>>: EntryKind::Members;
    Map<Participant>: EntryKind::Participants;
    Map<Cycle>: EntryKind::Cycles;
    Map<BestPractice>: EntryKind::BestPractices;
}

fn kept<T, K>(map: Option<&Map<T, K>>, ids: &[Id]) -> Map<T, K>
where
    T: Declared,
    K: MapKey<Raw = Id>,
{
    let entry = |id: &Id| map.and_then(|map| map.get(id)).cloned().unwrap_or_else(|| Arc::new(T::default()));
    ids.iter().map(|id| (*id, entry(id))).collect()
}
