//! The cells of a row as facts of the model, and back.

use super::column::{Column, Home};
use super::steps::StepRow;
use super::value::Value;
use crate::edit::form::name_of;
use crate::format::plan::Entries;
use crate::model::{Card, Datum, EntityKind, Fields, Id, Minutes, Ref, Step, Touchpoint, Widget, Workspace};

/// What a row says of its touchpoint. Notes are the cell of that column alone.
pub fn touchpoint(row: &StepRow, entries: &mut Entries) -> Touchpoint {
    let mut touchpoint = Touchpoint::default();
    put(
        row,
        |home| if let Home::Touchpoint(field) = home { Some(field) } else { None },
        entries,
        &mut touchpoint,
    );
    let owners = row.list(Column::Owner).unwrap_or_default();
    if let Some(others) = owners.get(1..).filter(|others| !others.is_empty()) {
        // Further owners are responsible, before those of the column.
        let others = others.iter().map(|name| entries.department(name));
        let listed = touchpoint.responsible.take().unwrap_or_default();
        let mut all: Vec<Ref<_>> = Vec::new();
        for department in others.chain(listed) {
            if !all.contains(&department) {
                all.push(department);
            }
        }
        touchpoint.responsible = Some(all);
    }
    touchpoint
}

/// How long a row says the customer waits for the next touchpoint.
pub fn wait(row: &StepRow) -> Option<Minutes> {
    match row.values.get(&Column::Wait) {
        Some(Value::Minutes(minutes)) => Some(*minutes),
        _ => None,
    }
}

/// What a row says of the handoff to the next touchpoint, or `None` where it says nothing.
pub fn card(row: &StepRow, entries: &mut Entries) -> Option<Card> {
    let mut card = Card::default();
    put(row, |home| if let Home::Card(field) = home { Some(field) } else { None }, entries, &mut card);
    (card != Card::default()).then_some(card)
}

/// Sets the fields that `field` finds among the homes of the row's columns. Entries are met column by column, and made in
/// that order.
fn put(
    row: &StepRow,
    field: impl Fn(Home) -> Option<&'static str>,
    entries: &mut Entries,
    entity: &mut dyn Fields,
) {
    for (column, value) in &row.values {
        if let (Some(field), Some(widget)) = (field(column.home()), column.widget()) {
            entity.set(field, datum(value, widget, |kind, name| entries.entity(kind, name)));
        }
    }
}

/// A value as its field holds it: `entity` gives the references that names become.
pub fn datum(value: &Value, widget: Widget, mut entity: impl FnMut(EntityKind, &str) -> Id) -> Datum {
    match (value, widget) {
        // Nothing was agreed, and that is known.
        (Value::Text(text), Widget::Agreed) => Datum::Text((**text).to_owned()),
        (Value::Text(text), _) if text.is_empty() => Datum::Absent,
        (Value::Text(text), _) => Datum::Text((**text).to_owned()),
        (Value::Rating(rating), _) => Datum::Rating(*rating),
        (Value::Minutes(minutes), _) => Datum::Minutes(*minutes),
        (Value::Count(count), _) => Datum::Count(*count),
        (Value::YesNo(yes), _) => Datum::YesNo(*yes),
        (Value::Date(date), _) => Datum::Date(*date),
        (Value::Word(word), _) => Datum::Word(word),
        (Value::List(names), Widget::One(kind)) => {
            names.first().map_or(Datum::Absent, |name| Datum::One(entity(kind, name)))
        }
        (Value::List(names), Widget::Many(kind)) => {
            let mut ids = Vec::with_capacity(names.len());
            for id in names.iter().map(|name| entity(kind, name)) {
                // Each once, where a list names one twice.
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            Datum::Many(ids)
        }
        (Value::List(texts), _) => Datum::Texts(texts.clone()),
    }
}

/// The value of a touchpoint that stands in a column; `step` is the one step that leads from it and
/// `card` the card of its one handoff, as far as there are such.
pub fn value(
    workspace: &Workspace,
    (id, touchpoint): (Id, &Touchpoint),
    step: Option<&Step>,
    card: Option<&Card>,
    column: Column,
) -> Option<Value> {
    let (entity, field): (&dyn Fields, &str) = match column.home() {
        Home::Touchpoint(field) => (touchpoint, field),
        Home::Card(field) => (card?, field),
        Home::Wait => return step?.wait.map(Value::Minutes),
        Home::Nowhere if column == Column::Id => return Some(Value::Text(id.as_str().into())),
        Home::Phase | Home::Goal | Home::Nowhere => return None,
    };
    let kind = match column.widget() {
        Some(Widget::One(kind) | Widget::Many(kind)) => Some(kind),
        _ => None,
    };
    let names = |ids: &[Id]| {
        let named =
            ids.iter().map(|id| kind.map_or_else(Default::default, |kind| name_of(workspace, kind, *id)));
        let names: Vec<String> = named.filter(|name| !name.is_empty()).map(Into::into).collect();
        // An empty list is known to be empty; one of entries without names says nothing.
        (ids.is_empty() || !names.is_empty()).then_some(Value::List(names))
    };
    match entity.get(field)? {
        Datum::Text(text) => Some(Value::Text(text.into())),
        Datum::Rating(rating) => Some(Value::Rating(rating)),
        Datum::Minutes(minutes) => Some(Value::Minutes(minutes)),
        Datum::Count(count) => Some(Value::Count(count)),
        Datum::YesNo(yes) => Some(Value::YesNo(yes)),
        Datum::Date(date) => Some(Value::Date(date)),
        Datum::Word(word) => Some(Value::Word(word)),
        Datum::One(id) => names(&[id]),
        Datum::Many(ids) => names(&ids),
        Datum::Texts(texts) => Some(Value::List(texts)),
        Datum::Absent | Datum::Number(_) | Datum::Percent(_) | Datum::Entries(_) => None,
    }
}
