//! Canonical JSON: declared order, two spaces, one final newline; or the same without spaces.

use std::fmt::Display;
use std::fmt::Write as _;

use serde_json::Value;

use super::any::{AnyField, Fields, View};
use super::read::Unknown;

/// What an identifier is written as; `None` leaves it as it is.
pub type Renaming<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// Writes JSON text in one pass; objects and lists never hold a trailing comma.
#[derive(Default)]
pub struct Writer<'a> {
    text: String,
    depth: usize,
    empty: bool,
    compact: bool,
    declared_only: bool,
    renaming: Option<&'a Renaming<'a>>,
}

impl<'a> Writer<'a> {
    /// The same without spaces and line breaks.
    #[must_use]
    pub fn compact(self) -> Self {
        Self { compact: true, ..self }
    }

    /// The same without the fields that no declaration knows.
    #[must_use]
    pub fn declared_only(self) -> Self {
        Self { declared_only: true, ..self }
    }

    /// The same with identifiers written as `renaming` says, wherever they stand.
    #[must_use]
    pub fn renaming(self, renaming: &'a Renaming<'a>) -> Self {
        Self { renaming: Some(renaming), ..self }
    }

    /// Writes an identifier.
    pub fn id(&mut self, id: &str) {
        match self.renaming.and_then(|rename| rename(id)) {
            Some(name) => self.text(&name),
            None => self.text(id),
        }
    }

    /// Begins the entry of a map whose key is one identifier, or two with a `/` between them.
    pub fn id_key(&mut self, key: &str) {
        let Some(rename) = self.renaming else { return self.key(key) };
        let parts = key.split('/').map(|id| rename(id).unwrap_or_else(|| id.to_owned()));
        self.key(&parts.collect::<Vec<_>>().join("/"));
    }

    /// The text written, closed by a newline.
    pub fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    /// Writes text in quotes.
    pub fn text(&mut self, text: &str) {
        self.text.push('"');
        let mut start = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.text.push_str(&text[start..at]);
            start = at + 1;
            match byte {
                b'"' => self.text.push_str("\\\""),
                b'\\' => self.text.push_str("\\\\"),
                b'\n' => self.text.push_str("\\n"),
                b'\r' => self.text.push_str("\\r"),
                b'\t' => self.text.push_str("\\t"),
                // Writing to a String cannot fail.
                _ => drop(write!(self.text, "\\u{byte:04x}")),
            }
        }
        self.text.push_str(&text[start..]);
        self.text.push('"');
    }

    /// Writes a number, `true`, `false` or `null` as it displays.
    pub fn plain(&mut self, value: impl Display) {
        // Writing to a String cannot fail.
        let _ = write!(self.text, "{value}");
    }

    /// Writes an object whose entries `fill` adds.
    pub fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.block('{', '}', fill);
    }

    /// Writes a list whose items `fill` adds.
    pub fn list(&mut self, fill: impl FnOnce(&mut Self)) {
        self.block('[', ']', fill);
    }

    /// Begins the entry `key` of an object; its value comes next.
    pub fn key(&mut self, key: &str) {
        self.item();
        self.text(key);
        self.text.push_str(if self.compact { ":" } else { ": " });
    }

    /// Begins an item of a list; its value comes next.
    pub fn item(&mut self) {
        if !self.empty {
            self.text.push(',');
        }
        self.empty = false;
        self.line();
    }

    /// Writes a field's value in canonical form.
    pub fn put(&mut self, value: &dyn AnyField) {
        match value.view() {
            View::Absent => self.plain("null"),
            View::Single(single) => single.put(self),
            View::Fields(entity) => self.object(|writer| writer.fields(entity)),
            View::Map(map, _) => self.object(|writer| {
                for (key, entity) in map.entries() {
                    writer.id_key(&key.text());
                    writer.put(entity.fields());
                }
            }),
            View::List(list) => self.list(|writer| {
                for item in list.items() {
                    writer.item();
                    writer.put(item);
                }
            }),
        }
    }

    /// Writes a declared field, unless it is absent.
    pub fn field(&mut self, key: &str, value: &dyn AnyField) {
        if !value.is_absent() {
            self.key(key);
            self.put(value);
        }
    }

    /// Writes the fields of an entity, the declared ones first.
    pub fn fields(&mut self, entity: &dyn Fields) {
        for (field, value) in entity.each() {
            self.field(field.name, value);
        }
        self.unknown(entity.unknown());
    }

    /// Writes the fields that no declaration knows, in the order of their keys.
    pub fn unknown(&mut self, unknown: &Unknown) {
        let kept = if self.declared_only { None } else { unknown.as_ref() };
        for (key, value) in kept.iter().flat_map(|map| map.iter()) {
            self.key(key);
            self.value(value);
        }
    }

    /// Writes any JSON value.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(items) => self.list(|w| {
                for item in items {
                    w.item();
                    w.value(item);
                }
            }),
            Value::Object(map) => self.object(|w| {
                for (key, value) in map {
                    w.key(key);
                    w.value(value);
                }
            }),
            other => self.plain(other),
        }
    }

    fn block(&mut self, open: char, close: char, fill: impl FnOnce(&mut Self)) {
        self.text.push(open);
        self.depth += 1;
        self.empty = true;
        fill(self);
        self.depth -= 1;
        if !self.empty {
            self.line();
        }
        self.empty = false;
        self.text.push(close);
    }

    fn line(&mut self) {
        if self.compact {
            return;
        }
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}
