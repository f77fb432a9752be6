//! JSON text into a value: bounded depth, and no key that stands twice goes unnoticed.

use std::cell::RefCell;
use std::fmt;
use std::fmt::Write as _;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map as JsonMap, Number, Value};
use thiserror::Error;

use crate::model::MAX_PROBLEMS;

/// Why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {message}")]
pub struct JsonError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What the JSON reader says, without the place.
    pub message: String,
}

/// Keys that stand twice in one object, where the first one was kept.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Twice {
    /// The place of the object, such as `journeys.j1`, and the key: the first [`MAX_PROBLEMS`] of them.
    pub keys: Vec<(String, String)>,
    /// How many more there are.
    pub unlisted: usize,
}

/// Reads a text and notes the keys that stand twice.
///
/// # Errors
/// Where the text is not JSON, or nested more than 128 levels deep.
pub fn parse(text: &str) -> Result<(Value, Twice), JsonError> {
    let twice = RefCell::new(Twice::default());
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Json { twice: &twice, place: None }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| JsonError {
            line: error.line(),
            column: error.column(),
            message: message_of(&error),
        })?;
    Ok((value, twice.into_inner()))
}

/// The reader's message without the place it ends in, which stands beside it.
fn message_of(error: &serde_json::Error) -> String {
    let mut message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    if message.ends_with(&place) {
        message.truncate(message.len() - place.len());
    }
    message
}

/// Where a value stands, seen from inside: on the stack, since the way back is seldom asked for.
struct Place<'a> {
    part: Part<'a>,
    within: Option<&'a Place<'a>>,
}

enum Part<'a> {
    Key(&'a str),
    Index(usize),
}

impl Place<'_> {
    fn write(&self, text: &mut String) {
        if let Some(within) = self.within {
            within.write(text);
        }
        // Writing to a String cannot fail.
        let _ = match self.part {
            Part::Key(key) if !is_word(key) => write!(text, "[{}]", Value::from(key)),
            Part::Key(key) if text.is_empty() => write!(text, "{key}"),
            Part::Key(key) => write!(text, ".{key}"),
            Part::Index(index) => write!(text, "[{index}]"),
        };
    }
}

fn is_word(key: &str) -> bool {
    key.len() <= 80
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[derive(Clone, Copy)]
struct Json<'a> {
    twice: &'a RefCell<Twice>,
    place: Option<&'a Place<'a>>,
}

impl Json<'_> {
    fn note_twice(&self, key: String) {
        let mut twice = self.twice.borrow_mut();
        if twice.keys.len() == MAX_PROBLEMS {
            twice.unlisted += 1;
            return;
        }
        let mut path = String::new();
        if let Some(place) = self.place {
            place.write(&mut path);
        }
        twice.keys.push((path, key));
    }
}

impl<'de> DeserializeSeed<'de> for Json<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Json<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let place = Place { part: Part::Index(list.len()), within: self.place };
            match items.next_element_seed(Json { twice: self.twice, place: Some(&place) })? {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = JsonMap::new();
        while let Some(key) = entries.next_key::<String>()? {
            let place = Place { part: Part::Key(&key), within: self.place };
            let value = entries.next_value_seed(Json { twice: self.twice, place: Some(&place) })?;
            if map.contains_key(&key) {
                self.note_twice(key);
            } else {
                map.insert(key, value);
            }
        }
        Ok(Value::Object(map))
    }
}
