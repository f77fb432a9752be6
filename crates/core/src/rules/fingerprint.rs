//! Stable names of flags.

use crate::model::Id;

use super::flag::{Place, Subject};

/// The first 16 hexadecimal digits of the SHA-1 over rule, journey, place and subject. Names, texts and
/// values take no part, so renaming, saving and reordering change no fingerprint.
pub fn fingerprint(rule: &str, journey: Option<Id>, place: Place, subject: Subject) -> String {
    format!("{:016x}", number(rule, journey, place, subject))
}

/// The fingerprint as a number.
pub(super) fn number(rule: &str, journey: Option<Id>, place: Place, subject: Subject) -> u64 {
    let mut hash = sha1_smol::Sha1::new();
    let mut add = |parts: &[&str]| parts.iter().for_each(|part| hash.update(part.as_bytes()));
    add(&[rule, "|"]);
    if let Some(journey) = &journey {
        add(&[journey.as_str()]);
    }
    match &place {
        // By far the most flags are at one of these two.
        Place::Handoff(key) => add(&["|handoff:", key.from.as_str(), "/", key.to.as_str(), "|"]),
        Place::Touchpoint(id) => add(&["|touchpoint:", id.as_str(), "|"]),
        place => add(&["|", &place_text(*place), "|"]),
    }
    if subject != Subject::None {
        add(&[&subject_text(subject)]);
    }
    let bytes = hash.digest().bytes();
    bytes[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
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
