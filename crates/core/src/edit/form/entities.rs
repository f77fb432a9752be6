//! The fields of the entities, declared once for forms and tables.

use super::datum::{Datum, Widget};
use super::slot::Slot;
use crate::model::{
    BestPractice, Card, Channel, Contribution, Cycle, Decision, Department, Goal, Initiative, Item, Journey,
    Link, LivedStandard, Measure, Members, Participant, Persona, Phase, Promise, Session, Settings, Side,
    Standard, SteeredMeasure, SteeringCommittee, Step, Story, Subject, System, SystemAccess, Term, TermLabel,
    Touchpoint,
};

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
    /// What a field says; `None` where there is no such field.
    fn read(&self, field: &str) -> Option<Datum>;
    /// Sets a field; `false` where there is none of that name and type.
    fn write(&mut self, field: &str, datum: Datum) -> bool;
}

/// An entity whose fields are known before there is one.
pub(crate) trait Specs: Form {
    /// Its fields, in the order of the model.
    const SPECS: &'static [FieldSpec];
}

/// What a field of a touchpoint says; `None` where there is no such field.
pub fn field_of(touchpoint: &Touchpoint, field: &str) -> Option<Datum> {
    Form::read(touchpoint, field)
}

const fn widget_of<E, T: Slot>(_: fn(&E) -> &T) -> Widget {
    T::WIDGET
}

/// Declares the fields of an entity that forms show. `field as Widget` gives it another widget than its
/// type has.
macro_rules! form {
    ($entity:ident { $($field:ident $(as $widget:ident)?),* $(,)? }) => {
        impl Specs for $entity {
            const SPECS: &'static [FieldSpec] = &[$(FieldSpec {
                entity: stringify!($entity),
                name: stringify!($field),
                widget: form!(@widget $entity $field $($widget)?),
            }),*];
        }

        impl Form for $entity {
            fn read(&self, field: &str) -> Option<Datum> {
                match field {
                    $( stringify!($field) => Some(Slot::get(&self.$field)), )*
                    _ => None,
                }
            }

            fn write(&mut self, field: &str, datum: Datum) -> bool {
                match field {
                    $( stringify!($field) => Slot::set(&mut self.$field, datum), )*
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

form!(Department { name, color, kind, lead as Line, takes_part, measures, notes });

form!(SteeredMeasure { direction, target as Line });

form!(Persona { name, description });

form!(Channel { name, notes });

form!(System { name, decided_by, access, connected_to, notes });

form!(SystemAccess { access });

form!(Item { name, identity_check, notes });

form!(Subject { name, unit as Line });

form!(Standard { subject, value as Line, channel, phase as Line, agreed_by, decision });

form!(Term { concept, meaning, preferred as Line, variants, labels });

form!(TermLabel { label as Line });

form!(Measure { name, unit as Line, opposes });

form!(Goal { outcome, measure as Line, baseline, target, current, journeys, contributions });

form!(Contribution { part, share });

form!(Initiative { title, practice, departments, owner as Line, status, due, risk_before, risk_after, notes });

form!(Story { title, text, departments, touchpoints, people, date });

form!(SteeringCommittee { mandate, rhythm as Line, members, best_practices });

form!(Members { names });

form!(Decision { text as Text, date, departments, standard });

form!(BestPractice { title, text, department });

form!(Session { title, date, participants, touchpoints, cycles });

form!(Participant { name, kind, department });

form!(Cycle { date, findings, ideas, prototype, test, learning });

form!(Settings {
    satisfaction_fall,
    satisfaction_fall_error,
    important_from,
    wait_without_target,
    wait_median_factor,
    complete_accurate,
    relay_handoffs,
    stale_days,
});
