//! What a field says, in words.

use crosslane_core::edit::form::{Datum, FieldSpec, Widget, name_of};
use crosslane_core::format::number;
use crosslane_core::model::{EntityKind, Id, Workspace};

use crate::ui::{fields as words, shell};
use crate::values;

/// What a field says, a line for each of several; empty where it is unknown.
pub fn text(workspace: &Workspace, spec: &FieldSpec, datum: &Datum) -> String {
    texts(workspace, spec, datum).join("\n")
}

/// What a field says, a text for each of several; none where it is unknown.
pub fn texts(workspace: &Workspace, spec: &FieldSpec, datum: &Datum) -> Vec<String> {
    if datum.is_none() {
        return vec![words::nothing(spec).to_owned()];
    }
    let named = |kind: EntityKind, id: Id| shell::or_untitled(&name_of(workspace, kind, id)).to_owned();
    let all = |kind: EntityKind, ids: &[Id]| ids.iter().map(|id| named(kind, *id)).collect();
    let text = match (datum, spec.widget) {
        (Datum::One(id), Widget::One(kind)) => named(kind, *id),
        (Datum::Many(ids), Widget::Many(kind)) => return all(kind, ids),
        (Datum::Entries(ids), Widget::Entries(kind)) => {
            return kind.keyed_by().map_or_else(Vec::new, |kind| all(kind, ids));
        }
        (Datum::Texts(texts), _) => return texts.clone(),
        (Datum::Word(word), Widget::Choice(kind)) => words::choice(kind, word).to_owned(),
        (Datum::Word(word), _) => (*word).to_owned(),
        (Datum::Text(text), _) => text.clone(),
        (Datum::Rating(rating), _) => values::rating(*rating),
        (Datum::YesNo(yes), _) => values::yes_no(*yes).to_owned(),
        (Datum::Date(date), _) => values::date(*date),
        (Datum::Count(count), _) => values::number(*count),
        (Datum::Number(value), _) => number::print(*value),
        (Datum::Percent(percent), _) => values::percent(*percent),
        (Datum::Minutes(minutes), _) => values::minutes(*minutes),
        (Datum::Absent | Datum::One(_) | Datum::Many(_) | Datum::Entries(_), _) => return Vec::new(),
    };
    vec![text]
}
