//! Drawings and process tables in words: why one was refused, and what was left out on the way in.

use crosslane_core::format::graph::{GraphError, GraphNote, GraphNotes, MAX_EDGES, MAX_NODES};
use crosslane_core::format::ids::LONGEST_NAME;

use crate::en::graphs as en;
use crate::name::quoted;
use crate::template::{self, Filling};
use crate::values;

/// Why a file was refused.
pub fn refused(error: &GraphError) -> String {
    match error {
        GraphError::OtherFormat => en::OTHER_FORMAT.to_owned(),
        GraphError::NotWellFormed(at) => filled(en::NOT_WELL_FORMED, |_| values::number(*at as u64 + 1)),
        GraphError::DocumentType => en::DOCUMENT_TYPE.to_owned(),
        GraphError::Empty => en::EMPTY.to_owned(),
        GraphError::NameTooLong(name) => filled(en::NAME_TOO_LONG, |gap| match gap {
            "name" => quoted(name),
            _ => values::number(LONGEST_NAME as u64),
        }),
        GraphError::TooLarge => filled(en::TOO_LARGE, |gap| match gap {
            "nodes" => values::number(MAX_NODES as u64),
            _ => values::number(MAX_EDGES as u64),
        }),
    }
}

/// What was left out when a file was read, and when it was put into a workspace; and how much more there is.
pub fn told(reading: &GraphNotes, importing: &GraphNotes) -> (Vec<String>, usize) {
    let told = reading.list.iter().chain(&importing.list).map(note).collect();
    (told, reading.unlisted + importing.unlisted)
}

/// What was left out.
pub fn note(note: &GraphNote) -> String {
    match note {
        GraphNote::Dangling { at, to } => {
            filled(en::DANGLING, |gap| quoted(if gap == "at" { at } else { to }))
        }
        GraphNote::ToItself { at } => filled(en::TO_ITSELF, |_| quoted(at)),
        GraphNote::Twice { key } => filled(en::TWICE, |_| quoted(key)),
        GraphNote::NoStep { key } => filled(en::NO_STEP, |_| quoted(key)),
    }
}

fn filled(template: &str, fill: impl Fn(&str) -> String) -> String {
    template::fill(template, &|gap| Some(Filling::one(fill(gap)))).unwrap_or_default()
}
