//! What a field says, in words.

use crosslane_core::edit::form::{Datum, FieldSpec, Widget, name_of};
use crosslane_core::format::number;
use crosslane_core::model::{EntityKind, Workspace};

use crate::ui::fields as words;
use crate::values;

/// What a field says, a line for each of several; empty where nothing is known or its entries have fields of their own.
pub fn text(workspace: &Workspace, spec: &FieldSpec, datum: &Datum) -> String {
    if datum.is_none() {
        return words::nothing(spec).to_owned();
    }
    let kind = match spec.widget {
        Widget::One(kind) | Widget::Many(kind) => kind,
        _ => EntityKind::Item,
    };
    match datum {
        Datum::Absent | Datum::Entries(_) => String::new(),
        Datum::Text(text) => text.clone(),
        Datum::Rating(rating) => values::rating(*rating),
        Datum::YesNo(yes) => values::yes_no(*yes).to_owned(),
        Datum::Word(word) => match spec.widget {
            Widget::Choice(kind) => words::choice(kind, word).to_owned(),
            _ => (*word).to_owned(),
        },
        Datum::Date(date) => values::date(*date),
        Datum::Count(count) => values::number(*count),
        Datum::Number(number) => number::print(*number),
        Datum::Percent(percent) => values::percent(*percent),
        Datum::Minutes(minutes) => values::minutes(*minutes),
        Datum::One(id) => name_of(workspace, kind, *id).into_owned(),
        Datum::Many(ids) => lines(ids.iter().map(|id| name_of(workspace, kind, *id).into_owned())),
        Datum::Texts(texts) => lines(texts.iter().cloned()),
    }
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}
