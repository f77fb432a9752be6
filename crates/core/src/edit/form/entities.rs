//! The fields of the entities, declared once for forms and tables.

use super::datum::{Datum, Widget};
use super::slot::Slot;
use crate::model::{Card, Journey, Link, LivedStandard, Phase, Promise, Side, Step, Touchpoint};

/// A field of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The entity, by its name in the model.
    pub entity: &'static str,
    /// The field, by its name in the file.
    pub name: &'static str,
    /// How it is filled in.
    pub widget: Widget,
}

/// An entity with fields that forms can read and set.
pub(crate) trait Form {
    /// Its fields, in the order of the model.
    const SPECS: &'static [FieldSpec];
    /// What a field says; `None` where there is no such field.
    fn read(&self, field: &str) -> Option<Datum>;
    /// Sets a field; `false` where there is none of that name and type.
    fn write(&mut self, field: &str, datum: Datum) -> bool;
}

const fn widget_of<E, T: Slot>(_: fn(&E) -> &T) -> Widget {
    T::WIDGET
}

/// Declares the fields of an entity that forms show. `field as Widget` gives it another widget than its
/// type has.
macro_rules! form {
    ($entity:ident { $($field:ident $(as $widget:ident)?),* $(,)? }) => {
        impl Form for $entity {
            const SPECS: &'static [FieldSpec] = &[$(FieldSpec {
                entity: stringify!($entity),
                name: stringify!($field),
                widget: form!(@widget $entity $field $($widget)?),
            }),*];

            fn read(&self, field: &str) -> Option<Datum> {
                match field {
                    $( stringify!($field) => Some(self.$field.get()), )*
                    _ => None,
                }
            }

            fn write(&mut self, field: &str, datum: Datum) -> bool {
                match field {
                    $( stringify!($field) => self.$field.set(datum), )*
                    _ => false,
                }
            }
        }
    };
    (@widget $entity:ident $field:ident) => { widget_of(|entity: &$entity| &entity.$field) };
    (@widget $entity:ident $field:ident $widget:ident) => { Widget::$widget };
}

form!(Touchpoint {
    name,
    action,
    stage,
    owner,
    responsible,
    consulted,
    informed,
    claimed_by,
    perceived_owner,
    started_by,
    channel,
    systems,
    satisfaction,
    satisfaction_kind,
    satisfaction_source as Line,
    satisfaction_answers,
    satisfaction_date,
    importance,
    moment_of_truth,
    duration,
    asked,
    needed,
    produced,
    promises,
    fulfils,
    standards,
    pain_points,
    ideas,
    quotes,
    evidence,
    evidence_link as Line,
    reviewed_on,
    monthly_volume,
    tags,
    ends,
    based_on,
    notes,
});

form!(Promise { subject, value as Line, due_within });

form!(LivedStandard { subject, value as Line });

form!(Journey { title, state, based_on, persona, scenario, owner, satisfaction, notes });

form!(Phase { name, goal });

form!(Step { wait });

form!(Link { label as Line, share });

form!(Card {
    answered_by,
    trigger as Agreed,
    passed,
    method,
    target_wait,
    complete_accurate,
    acknowledged,
    fallback as Agreed,
    interaction,
    interaction_until,
    monthly_volume,
    switch_forced,
});

form!(Side { agrees, by as Line, date, note });
