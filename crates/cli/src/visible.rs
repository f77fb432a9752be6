//! Characters that steer a terminal or the direction of writing, made visible: names come from files, and files from
//! anybody.

use std::fmt::Write as _;

use crosslane_words::name::{self, END_ISOLATE, ISOLATE};

/// A text of several lines. Isolates around a name keep it from turning the words beside it, where each ends in its line.
pub fn lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let isolates = are_closed(line);
        for c in line.chars() {
            let plain = c == '\n' || isolates && matches!(c, ISOLATE | END_ISOLATE);
            push(&mut shown, c, plain);
        }
    }
    shown
}

/// A text that has to stay on one line, such as the name of a file.
pub fn line(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|c| push(&mut shown, c, false));
    shown
}

/// JSON with such characters written as JSON writes them: the same data.
pub fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && name::is_hidden(c) {
            // All of them take one unit of UTF-16. Writing to a String cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

fn push(shown: &mut String, c: char, plain: bool) {
    if !plain && name::is_hidden(c) {
        shown.extend(c.escape_unicode());
    } else {
        shown.push(c);
    }
}

/// Whether every isolate of a line is ended in it.
fn are_closed(line: &str) -> bool {
    let mut open = 0_usize;
    for c in line.chars() {
        match c {
            ISOLATE => open += 1,
            END_ISOLATE if open == 0 => return false,
            END_ISOLATE => open -= 1,
            _ => {}
        }
    }
    open == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_or_the_direction_of_writing_is_shown() {
        assert_eq!(
            lines("a\u{1b}[31m\u{9b}2J\u{7}\r\u{202e}b\n\tc\u{7f}\n"),
            "a\\u{1b}[31m\\u{9b}2J\\u{7}\\u{d}\\u{202e}b\n\\u{9}c\\u{7f}\n"
        );
        assert_eq!(line("a\nb\u{1b}"), "a\\u{a}b\\u{1b}");
        assert_eq!(lines("客户 é 👩‍⚕️"), "客户 é 👩‍⚕️");
    }

    #[test]
    fn isolates_stay_where_each_is_ended_in_its_line() {
        let named = "\u{2068}שיחה\u{2069} waits\n";
        assert_eq!(lines(named), named);
        assert_eq!(lines("\u{2069}a\u{2068}\nb"), "\\u{2069}a\\u{2068}\nb");
    }

    #[test]
    fn json_stays_the_same_data() {
        let value = serde_json::json!({ "a\u{9b}": "b\u{202e}\u{7f}\u{1b}\u{2028}\\" });
        let text = value.to_string();
        let shown = json(&text);
        assert!(!shown.chars().any(name::is_hidden), "{shown}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).ok(), Some(value));
    }
}
