//! Stable names of flags.

use crate::model::Id;

use super::flag::{Place, Subject};

/// The first 16 hexadecimal digits of the SHA-1 over rule, journey, place and subject. Names, texts and
/// values take no part, so renaming, saving and reordering change no fingerprint.
pub fn fingerprint(rule: &str, journey: Option<Id>, place: Place, subject: Subject) -> String {
    let journey = journey.map_or(String::new(), |id| id.to_string());
    let text = format!("{rule}|{journey}|{}|{}", place_text(place), subject_text(subject));
    let mut hash = sha1_smol::Sha1::from(text).digest().to_string();
    hash.truncate(16);
    hash
}

/// A place as stable text, such as `handoff:a/b`.
pub fn place_text(place: Place) -> String {
    match place {
        Place::Journey => "journey".to_owned(),
        Place::Phase(id) => format!("phase:{id}"),
        Place::Touchpoint(id) => format!("touchpoint:{id}"),
        Place::Handoff(key) => format!("handoff:{key:?}"),
        Place::Department(id) => format!("department:{id}"),
        Place::Pair(one, other) => format!("pair:{one}/{other}"),
        Place::Subject(id) => format!("subject:{id}"),
        Place::Term(id) => format!("term:{id}"),
    }
}

/// A subject as stable text, such as `item:invoice`; empty where the place says it all.
pub fn subject_text(subject: Subject) -> String {
    match subject {
        Subject::None => String::new(),
        Subject::Item(id) => format!("item:{id}"),
        Subject::Department(id) => format!("department:{id}"),
        Subject::Promise(id) => format!("promise:{id}"),
        Subject::System(id) => format!("system:{id}"),
        Subject::Measure(id) => format!("measure:{id}"),
    }
}
