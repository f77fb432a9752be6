//! Reading values of the declared types out of JSON, with every problem at once.

use std::fmt::Write as _;

use serde_json::{Map as JsonMap, Value};

use super::any::DeclaredField;
use super::id::{EntityKind, Id};

/// How many problems of one file are listed; the rest are only counted.
pub const MAX_PROBLEMS: usize = 500;

/// What is wrong at one place of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// Another kind of value belongs here.
    WrongType {
        /// What belongs here.
        expected: Expected,
        /// The start of what stands here, as JSON.
        found: String,
    },
    /// A number outside its range.
    OutOfRange {
        /// The number found, as written.
        found: String,
        /// Smallest value allowed.
        low: f64,
        /// Largest value allowed.
        high: f64,
    },
    /// A word that is none of the choices.
    UnknownChoice {
        /// The word found.
        found: String,
        /// The words allowed.
        allowed: &'static [&'static str],
    },
    /// Not an identifier of 1 to 36 characters `A-Za-z0-9_-`.
    BadId(String),
    /// Not a revision of 40 hexadecimal digits.
    BadRevision(String),
    /// A list with more entries than it may have.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// Not a colour such as #336699.
    BadColor(String),
    /// Not a date such as 2026-03-31.
    BadDate(String),
    /// A range whose low end is above its high end.
    LowAboveHigh,
    /// A field that must be there is missing.
    Missing,
    /// The same key stands twice in one object.
    DuplicateKey(String),
    /// Refers to an entity that is not in the file.
    Dangling(EntityKind, Id),
    /// An order list names an entity twice.
    ListedTwice(Id),
    /// An order list leaves out an entity that exists.
    NotListed(Id),
    /// An order list names an entity that does not exist.
    ListedUnknown(Id),
    /// A step leads from a touchpoint to itself.
    StepToItself,
}

/// The kinds of JSON value a field can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Text in quotes.
    Text,
    /// A number.
    Number,
    /// A number without decimals.
    WholeNumber,
    /// `true` or `false`.
    YesNo,
    /// A list in `[ ]`.
    List,
    /// An object in `{ }`.
    Object,
    /// A number of minutes, or an object with `low` and `high`.
    Minutes,
}

/// One problem of a file, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where, such as `journeys["j1"].touchpoints["t9"].satisfaction`.
    pub path: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

enum Part {
    Field(&'static str),
    Key(String),
    Index(usize),
}

/// Collects problems while values are read, and knows the place being read.
#[derive(Default)]
pub struct Reader {
    path: Vec<Part>,
    problems: Vec<Problem>,
    unlisted: usize,
}

impl Reader {
    /// Notes a problem at the place being read.
    pub fn report(&mut self, kind: ProblemKind) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem { path: self.path_text(), kind });
        } else {
            self.unlisted += 1;
        }
    }

    /// Notes a problem at a place found otherwise.
    pub fn report_at(&mut self, path: String, kind: ProblemKind) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem { path, kind });
        } else {
            self.unlisted += 1;
        }
    }

    /// Notes that there are more problems which nobody listed.
    pub fn count_unlisted(&mut self, problems: usize) {
        self.unlisted += problems;
    }

    /// Notes that `found` is not of the expected kind.
    pub fn report_type(&mut self, expected: Expected, found: &Value) {
        self.report(ProblemKind::WrongType { expected, found: excerpt(found) });
    }

    /// Whether nothing was wrong so far.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    /// The problems found, and how many more were not listed.
    pub fn finish(self) -> (Vec<Problem>, usize) {
        (self.problems, self.unlisted)
    }

    /// Runs `read` at the field `name` of the present place.
    pub fn at_field<R>(&mut self, name: &'static str, read: impl FnOnce(&mut Self) -> R) -> R {
        self.enter(Part::Field(name));
        let result = read(self);
        self.leave();
        result
    }

    /// Runs `read` at the entry `key` of the present place.
    pub fn at_key<R>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> R) -> R {
        self.enter(Part::Key(key.chars().take(80).collect()));
        let result = read(self);
        self.leave();
        result
    }

    /// Runs `read` at the position `index`, from 0, of the present place.
    pub fn at_index<R>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> R) -> R {
        self.enter(Part::Index(index));
        let result = read(self);
        self.leave();
        result
    }

    // Called for every field of the model: a call is smaller than what it does.
    #[inline(never)]
    fn enter(&mut self, part: Part) {
        self.path.push(part);
    }

    #[inline(never)]
    fn leave(&mut self) {
        self.path.pop();
    }

    fn path_text(&self) -> String {
        let mut text = String::new();
        for part in &self.path {
            match part {
                Part::Field(name) if text.is_empty() => text.push_str(name),
                Part::Field(name) => {
                    text.push('.');
                    text.push_str(name);
                }
                // Writing to a String cannot fail.
                Part::Key(key) => drop(write!(text, "[{}]", Value::from(key.as_str()))),
                Part::Index(index) => drop(write!(text, "[{index}]")),
            }
        }
        text
    }
}

/// The fields of an object that its declaration does not know, kept as they are.
pub type Unknown = Option<Box<JsonMap<String, Value>>>;

/// The entries of `object` that are none of the declared ones.
pub fn unknown_fields(object: &JsonMap<String, Value>, declared: &[DeclaredField]) -> Unknown {
    let rest: JsonMap<String, Value> = object
        .iter()
        .filter(|(key, _)| !declared.iter().any(|field| field.name == *key))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    if rest.is_empty() { None } else { Some(Box::new(rest)) }
}

fn excerpt(value: &Value) -> String {
    match value {
        Value::Array(_) => "[…]".into(),
        Value::Object(_) => "{…}".into(),
        Value::String(text) if text.chars().count() > 40 => {
            let start: String = text.chars().take(40).collect();
            format!("{}…", Value::from(start))
        }
        other => other.to_string(),
    }
}
