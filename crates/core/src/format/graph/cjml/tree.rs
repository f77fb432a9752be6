//! XML as a tree of elements, bounded in depth and number.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::format::graph::GraphError;

/// How deep elements may be nested.
const MAX_DEPTH: usize = 64;
/// How many elements a file may have.
const MAX_ELEMENTS: usize = 500_000;
/// Files that are read at most, in bytes.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name without the prefix of its namespace.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// The text directly in it.
    text: String,
    /// The elements directly in it.
    pub children: Vec<Element>,
}

impl Element {
    /// Reads a text; the result is an element without a name around its root.
    ///
    /// # Errors
    /// Where it is not well-formed, or too large.
    pub fn read(source: &str) -> Result<Self, GraphError> {
        if source.len() > MAX_BYTES {
            return Err(GraphError::TooLarge);
        }
        let mut reader = Reader::from_str(source);
        let mut open = vec![Self::default()];
        let mut elements = 0;
        loop {
            let broken = |reader: &Reader<&[u8]>| {
                GraphError::NotWellFormed(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX))
            };
            let event = reader.read_event().map_err(|_| broken(&reader))?;
            match event {
                Event::Start(start) | Event::Empty(start)
                    if elements == MAX_ELEMENTS || open.len() > MAX_DEPTH =>
                {
                    drop(start);
                    return Err(GraphError::TooLarge);
                }
                Event::Start(start) => {
                    elements += 1;
                    open.push(Self::of(&start));
                }
                Event::Empty(start) => {
                    elements += 1;
                    let element = Self::of(&start);
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(element);
                    }
                }
                Event::End(_) => {
                    // The reader has checked that it ends what is open.
                    if let (Some(element), Some(parent)) = (open.pop(), open.last_mut()) {
                        parent.children.push(element);
                    }
                }
                Event::Text(text) => add(&mut open, &text),
                Event::CData(text) => add(&mut open, &text),
                Event::GeneralRef(name) => {
                    add(&mut open, &entity(&name).ok_or_else(|| broken(&reader))?);
                }
                Event::Eof if open.len() == 1 => return Ok(open.swap_remove(0)),
                Event::Eof => return Err(broken(&reader)),
                Event::DocType(_) => return Err(GraphError::DocumentType),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let name = start.local_name().as_ref().to_owned();
        let mut attributes = start.attributes();
        // Which compares each with all before it. Of two of one name the first counts.
        attributes.with_checks(false);
        let attributes = attributes.flatten().map(|attribute| {
            let name = attribute.key.local_name().as_ref().to_owned();
            (name, resolved(&attribute.value))
        });
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    /// The first element of this name directly in it.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first element of this name directly in it, on one line; empty where there is none.
    pub fn said(&self, name: &str) -> String {
        self.child(name).map(Self::line).unwrap_or_default()
    }

    /// Its text on one line.
    pub fn line(&self) -> String {
        crate::format::graph::one_line(&self.text)
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// What a reference such as `amp` or `#x41` stands for.
fn entity(name: &str) -> Option<String> {
    let known = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(number) => u32::from_str_radix(number, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number)?
        }
    };
    Some(known.to_string())
}

/// A text with its references replaced; those nobody knows stay.
fn resolved(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        result.push_str(&rest[..start]);
        let found = rest[start + 1..].find(';').and_then(|end| {
            let known = entity(&rest[start + 1..start + 1 + end])?;
            Some((known, start + end + 2))
        });
        let (known, after) = found.unwrap_or_else(|| ("&".to_owned(), start + 1));
        result.push_str(&known);
        rest = &rest[after..];
    }
    result.push_str(rest);
    result
}
