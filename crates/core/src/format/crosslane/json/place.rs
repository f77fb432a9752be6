//! Places inside a JSON text, by keys and positions.

use std::fmt::Write as _;

use serde_json::Value;

/// Where a value stands, seen from inside: on the stack, since the way back is seldom asked for.
pub struct Place<'a> {
    /// The last part of the way.
    pub part: Part<'a>,
    /// What it stands in; `None` for the text as a whole.
    pub within: Option<&'a Place<'a>>,
}

/// A part of a way into a value.
pub enum Part<'a> {
    /// The key of an object.
    Key(&'a str),
    /// A position in a list, from 0.
    Index(usize),
}

impl Place<'_> {
    /// Adds the way here to a text, such as `journeys.j1.steps["a/b"]`.
    pub fn write(&self, text: &mut String) {
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
