//! The types of fields: how each is shown and set.

use std::sync::Arc;

use super::datum::{ChoiceKind, Datum, Widget};
use crate::model::{
    Date, Evidence, Id, Interaction, JourneyState, LivedStandard, Map, Method, Minutes, Percent, Promise,
    Rating, Ref, Referable, SatisfactionKind, Stage, Starter,
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

choice_slots!(Stage, Starter, SatisfactionKind, Evidence, Method, Interaction, JourneyState);

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

macro_rules! entry_slots {
    ($($entry:ident: $widget:expr;)*) => { $(
        impl Slot for Option<Map<$entry>> {
            const WIDGET: Widget = $widget;
            fn get(&self) -> Datum {
                self.as_ref().map_or(Datum::Absent, |map| Datum::Entries(map.keys().copied().collect()))
            }
            /// Entries that are named stay, new ones begin empty, the others go.
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

entry_slots! {
    Promise: Widget::Promises;
    LivedStandard: Widget::Standards;
}

fn kept<T: Default + crate::model::Field>(map: Option<&Map<T>>, ids: &[Id]) -> Map<T> {
    let entry = |id: &Id| map.and_then(|map| map.get(id)).cloned().unwrap_or_else(|| Arc::new(T::default()));
    ids.iter().map(|id| (*id, entry(id))).collect()
}
