//! A diagram into a text that Mermaid reads back with the same words in it.

use std::fmt::Write;

use super::diagram::{Diagram, Score, Task};
use super::entities::EMPTY;
use super::js;

/// The characters of text that Mermaid draws unless it is told otherwise (`maxTextSize`).
pub const LONGEST_TEXT: usize = 50_000;

/// Writes a diagram. Reading the text gives the same diagram, whatever characters it holds; what the grammar
/// cannot hold is written as an entity. Only a known score outside 1 to 5 comes back as an unknown one.
pub fn write(diagram: &Diagram) -> String {
    let mut out = String::from("journey\n");
    let mut line = |indent: &str, keyword: &str, text: &str| {
        // Writing into a String cannot fail.
        let _ = writeln!(out, "{indent}{keyword}{text}");
    };
    let headers = [
        ("title ", &diagram.title),
        ("accTitle: ", &diagram.acc_title),
        ("accDescr: ", &diagram.acc_description),
    ];
    for (keyword, text) in headers {
        if let Some(text) = text {
            line("    ", keyword, &escaped(text, Place::Text));
        }
    }
    for task in &diagram.loose {
        line("    ", "", &task_line(task));
    }
    for section in &diagram.sections {
        line("    ", "section ", &escaped(&section.name, Place::Text));
        for task in &section.tasks {
            line("      ", "", &task_line(task));
        }
    }
    out
}

fn task_line(task: &Task) -> String {
    let mut line = format!("{}: {}", escaped(&task.name, Place::TaskName), score(task));
    for (i, person) in task.people.iter().enumerate() {
        line.push_str(if i == 0 { ": " } else { ", " });
        line.push_str(&escaped(person, Place::Person));
    }
    line
}

fn score(task: &Task) -> String {
    match &task.score {
        Score::Known(value) => value.to_string(),
        // Nothing at the end of a line would be a `:` that the grammar refuses.
        Score::Unknown(text) if text.is_empty() && !task.people.is_empty() => String::new(),
        // Text that is unknown although it reads as a score keeps being no number as an entity.
        Score::Unknown(text) if Score::from_text(text).known().is_some() => {
            text.chars().map(entity).collect()
        }
        Score::Unknown(text) => escaped(text, Place::Text),
    }
}

/// Where a text is written, which decides what the grammar would misread.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    TaskName,
    Person,
}

fn escaped(text: &str, place: Place) -> String {
    if text.is_empty() {
        return EMPTY.to_owned();
    }
    let last = text.chars().count() - 1;
    let mut before = None;
    let mut chars = text.chars().enumerate().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let as_entity = match c {
            ',' => place == Place::Person,
            // `%%` begins comments and directives, `%` at the front a comment, `%{` is half a directive.
            '%' => i == 0 || before == Some('%') || matches!(next, Some('%' | '{')),
            // `C4Container` and its like turn any text into another diagram.
            'C' => next == Some('4'),
            c if js::is_space(c) && (i == 0 || i == last) => true,
            c => is_special(c),
        };
        if as_entity {
            out.push_str(&entity(c));
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    if place == Place::TaskName && begins_with_keyword(&out) {
        // Keywords begin with a letter of one byte.
        out.replace_range(..1, &text.chars().next().map(entity).unwrap_or_default());
    }
    out
}

/// What the grammar, or a step before it, never takes as text. A null character has no entity and stays.
fn is_special(c: char) -> bool {
    matches!(c, '#' | ';' | ':' | '&' | '<' | '>' | '"' | '\u{fb02}' | '\u{b6}')
        || matches!(c, '\u{1}'..='\u{1f}' | '\u{2028}' | '\u{2029}')
}

fn entity(c: char) -> String {
    format!("#{};", u32::from(c))
}

fn begins_with_keyword(text: &str) -> bool {
    ["journey", "title", "section", "accTitle", "accDescr"].iter().any(|keyword| {
        let start = text.get(..keyword.len()).is_some_and(|start| start.eq_ignore_ascii_case(keyword));
        start && !text[keyword.len()..].starts_with(js::is_word)
    })
}
