//! Stable names of flags.

use crate::model::{Id, stable_hash, stable_text_hash};

use super::flag::{Place, Subject};

/// 16 hexadecimal digits made of rule, journey, place and subject. Names, texts and values take no part, so
/// renaming, saving and reordering change no fingerprint.
pub fn fingerprint(rule: &str, journey: Option<Id>, place: Place, subject: Subject) -> String {
    format!("{:016x}", number(rule, journey, place, subject))
}

/// The fingerprint as a number.
pub(crate) fn number(rule: &str, journey: Option<Id>, place: Place, subject: Subject) -> u64 {
    let (place, one, other) = match place {
        Place::Journey => (1, None, None),
        Place::Phase(id) => (2, Some(id), None),
        Place::Touchpoint(id) => (3, Some(id), None),
        Place::Handoff(key) => (4, Some(key.from), Some(key.to)),
        Place::Department(id) => (5, Some(id), None),
        Place::Pair(one, other) => (6, Some(one), Some(other)),
        Place::Subject(id) => (7, Some(id), None),
        Place::Term(id) => (8, Some(id), None),
    };
    let (subject, about) = match subject {
        Subject::None => (1, None),
        Subject::Item(id) => (2, Some(id)),
        Subject::Department(id) => (3, Some(id)),
        Subject::Promise(id) => (4, Some(id)),
        Subject::System(id) => (5, Some(id)),
        Subject::Measure(id) => (6, Some(id)),
    };
    let of = |id: Option<Id>| id.map_or(0, |id| id.stable_hash());
    stable_hash([stable_text_hash(0, rule), of(journey), place, of(one), of(other), subject, of(about)])
}

/// A fingerprint that somebody wrote, as a number; `None` where it is none.
pub(super) fn read(text: &str) -> Option<u64> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (text.len() == 16 && text.bytes().all(is_digit)).then(|| u64::from_str_radix(text, 16).ok())?
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
