//! JSON text into a value (RFC 8259): numbers exact to the last digit, bounded depth, and no key that
//! stands twice goes unnoticed.
//!
//! Beside `serde_json`, whose exact reading of numbers alone would add more to the download than this does.

mod place;
#[cfg(test)]
mod tests;

use serde_json::{Map as JsonMap, Number, Value};
use thiserror::Error;

use crate::model::MAX_PROBLEMS;
use place::{Part, Place};

/// How deep objects and lists may be nested.
pub const MAX_DEPTH: usize = 128;

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {fault:?}")]
pub struct JsonError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub fault: JsonFault,
}

/// What can be wrong with a text that should be JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// The text ends before the value does.
    EndsEarly,
    /// Something else belongs here.
    Unexpected(char),
    /// Something stands after the value.
    AfterEnd(char),
    /// Not how JSON writes numbers.
    BadNumber,
    /// A number beyond what computers hold, such as `1e999`.
    NumberTooLarge,
    /// A `\` followed by what it cannot be followed by.
    BadEscape,
    /// A line break or another control character inside quotes.
    ControlCharacter,
    /// Nested deeper than [`MAX_DEPTH`].
    TooDeep,
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
/// Where the text is not JSON, or nested more than [`MAX_DEPTH`] levels deep.
pub fn parse(text: &str) -> Result<(Value, Twice), JsonError> {
    let mut parser = Parser { text, at: 0, depth: 0, twice: Twice::default() };
    let value = parser.value(None).and_then(|value| parser.end().map(|()| value));
    match value {
        Ok(value) => Ok((value, parser.twice)),
        Err(fault) => Err(parser.error(fault)),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    twice: Twice,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// The fault of what stands here.
    fn unexpected(&self) -> JsonFault {
        self.text[self.at..].chars().next().map_or(JsonFault::EndsEarly, JsonFault::Unexpected)
    }

    fn error(&self, fault: JsonFault) -> JsonError {
        let before = &self.text[..self.at];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        JsonError {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            fault,
        }
    }

    /// Takes `byte` after any space; `false` where something else stands there.
    fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn end(&mut self) -> Result<(), JsonFault> {
        self.skip_space();
        self.text[self.at..].chars().next().map_or(Ok(()), |found| Err(JsonFault::AfterEnd(found)))
    }

    fn value(&mut self, place: Option<&Place<'_>>) -> Result<Value, JsonFault> {
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.nested(|parser| parser.object(place)),
            Some(b'[') => self.nested(|parser| parser.list(place)),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.unexpected()),
        }
    }

    fn nested(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Value, JsonFault>,
    ) -> Result<Value, JsonFault> {
        if self.depth == MAX_DEPTH {
            return Err(JsonFault::TooDeep);
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn list(&mut self, within: Option<&Place<'_>>) -> Result<Value, JsonFault> {
        let mut list = Vec::new();
        if self.takes(b']') {
            return Ok(Value::Array(list));
        }
        loop {
            let place = Place { part: Part::Index(list.len()), within };
            list.push(self.value(Some(&place))?);
            if self.takes(b']') {
                return Ok(Value::Array(list));
            }
            if !self.takes(b',') {
                return Err(self.unexpected());
            }
        }
    }

    fn object(&mut self, within: Option<&Place<'_>>) -> Result<Value, JsonFault> {
        let mut map = JsonMap::new();
        if self.takes(b'}') {
            return Ok(Value::Object(map));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected());
            }
            let key = self.string()?;
            if !self.takes(b':') {
                return Err(self.unexpected());
            }
            let place = Place { part: Part::Key(&key), within };
            let value = self.value(Some(&place))?;
            if map.contains_key(&key) {
                self.note_twice(within, key);
            } else {
                map.insert(key, value);
            }
            if self.takes(b'}') {
                return Ok(Value::Object(map));
            }
            if !self.takes(b',') {
                return Err(self.unexpected());
            }
        }
    }

    fn note_twice(&mut self, object: Option<&Place<'_>>, key: String) {
        if self.twice.keys.len() == MAX_PROBLEMS {
            self.twice.unlisted += 1;
            return;
        }
        let mut path = String::new();
        if let Some(place) = object {
            place.write(&mut path);
        }
        self.twice.keys.push((path, key));
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, JsonFault> {
        if !self.text[self.at..].starts_with(word) {
            return Err(self.unexpected());
        }
        self.at += word.len();
        Ok(value)
    }

    /// The bytes from here on that are `wanted`, skipped.
    fn run(&mut self, wanted: impl Fn(u8) -> bool) -> &'t str {
        let start = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    fn number(&mut self) -> Result<Value, JsonFault> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        let whole = self.run(|byte| byte.is_ascii_digit());
        if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
            return Err(JsonFault::BadNumber);
        }
        let mut is_whole = true;
        if self.peek() == Some(b'.') {
            self.at += 1;
            is_whole = false;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            is_whole = false;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let text = &self.text[start..self.at];
        // "-0" is the one whole number that only a fraction can hold.
        let exact = if is_whole && text != "-0" {
            text.parse::<u64>().map(Number::from).or_else(|_| text.parse::<i64>().map(Number::from)).ok()
        } else {
            None
        };
        let read = || text.parse().ok().and_then(Number::from_f64);
        exact.or_else(read).map(Value::Number).ok_or(JsonFault::NumberTooLarge)
    }

    fn digits(&mut self) -> Result<(), JsonFault> {
        if self.run(|byte| byte.is_ascii_digit()).is_empty() { Err(JsonFault::BadNumber) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<String, JsonFault> {
        self.at += 1;
        let mut string = String::new();
        loop {
            // Quotes, backslashes and controls are single bytes, so the slice ends between characters.
            string.push_str(self.run(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\'));
            match self.peek() {
                None => return Err(JsonFault::EndsEarly),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => string.push(self.escaped()?),
                Some(_) => return Err(JsonFault::ControlCharacter),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, JsonFault> {
        self.at += 1;
        let Some(byte) = self.peek() else { return Err(JsonFault::EndsEarly) };
        let simple = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return Err(JsonFault::BadEscape),
        };
        self.at += 1;
        Ok(simple)
    }

    /// A character written as `\u` and four hexadecimal digits, or as two such (RFC 8259, section 7).
    fn unicode(&mut self) -> Result<char, JsonFault> {
        let first = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(JsonFault::BadEscape);
        }
        if !self.text[self.at..].starts_with("\\u") {
            return Err(JsonFault::BadEscape);
        }
        self.at += 1;
        let second = self.hexadecimal()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(JsonFault::BadEscape);
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(JsonFault::BadEscape)
    }

    /// The value of the four digits after the `u` that stands here.
    fn hexadecimal(&mut self) -> Result<u32, JsonFault> {
        let digits = self.text.get(self.at + 1..self.at + 5).ok_or(JsonFault::BadEscape)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(JsonFault::BadEscape);
        }
        self.at += 5;
        u32::from_str_radix(digits, 16).map_err(|_| JsonFault::BadEscape)
    }
}
