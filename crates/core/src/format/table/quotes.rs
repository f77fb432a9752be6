//! Where quoted cells end, in files that keep to the rules and in those that do not.
//!
//! Spreadsheets put quotes around a cell in a file, but leave them as they are on the clipboard:
//! there a cell `"A" rated` begins with a quote that quotes nothing. A quote therefore opens a
//! quoted cell only if its partner stands at the end of a cell.

use std::borrow::Cow;

/// A quoted cell as found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// The byte after the closing quote.
    pub end: usize,
    /// All quotes inside are doubled.
    pub strict: bool,
}

/// The quoted cell that opens at `start` (the byte of its first quote), or `None` if that quote is a
/// mere character. `ends_cell` says which bytes end a cell.
///
/// A look-ahead that fails stops in the cell of the next odd run of quotes. The cells in between
/// begin with even runs at most, whose own look-aheads stop at their first run: looking at a whole
/// text takes time in its length, however it is made.
pub fn quoted(text: &[u8], start: usize, ends_cell: impl Fn(u8) -> bool) -> Option<Quoted> {
    let mut at = start + 1;
    let mut strict = true;
    loop {
        let byte = *text.get(at)?;
        if byte != b'"' {
            // After a quote that should have been doubled, only the rest of this cell counts.
            if !strict && ends_cell(byte) {
                return None;
            }
            at += 1;
        } else if text.get(at + 1) == Some(&b'"') {
            at += 2;
        } else if closes(&text[at + 1..], &ends_cell) {
            return Some(Quoted { end: at + 1, strict });
        } else {
            strict = false;
            at += 1;
        }
    }
}

/// Whether what follows a quote is the end of its cell, spaces apart.
fn closes(rest: &[u8], ends_cell: &impl Fn(u8) -> bool) -> bool {
    rest.iter().find(|byte| **byte != b' ').is_none_or(|byte| ends_cell(*byte))
}

/// The text with every cell either free of quotes' special meaning or quoted by the rules, so that a
/// strict reader finds the cells that people see. Borrowed where nothing had to change.
pub fn mend(text: &str, delimiter: u8) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let ends_cell = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let mut mended: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let open = start + bytes[start..].iter().take_while(|byte| **byte == b' ').count();
        let found = if bytes.get(open) == Some(&b'"') { quoted(bytes, open, ends_cell) } else { None };
        at = found.map_or(open, |quoted| quoted.end);
        at += bytes[at..].iter().position(|byte| ends_cell(*byte)).unwrap_or(bytes.len() - at);
        if let Some(cell) = requoted(text, (start, open, at), found) {
            let mended = mended.get_or_insert_with(|| String::with_capacity(text.len() + 64));
            mended.push_str(&text[copied..start]);
            mended.push_str(&cell);
            copied = at;
        }
        at += 1;
    }
    match mended {
        None => Cow::Borrowed(text),
        Some(mut mended) => {
            mended.push_str(&text[copied..]);
            Cow::Owned(mended)
        }
    }
}

/// A cell by the rules, where it is not yet. Its text begins at `start`, its first character other
/// than a space stands at `open`, and it ends at `end`.
fn requoted(text: &str, (start, open, end): (usize, usize, usize), quoted: Option<Quoted>) -> Option<String> {
    let literal = &text[start..end];
    match quoted {
        Some(quoted) if quoted.strict && open == start && quoted.end == end => None,
        Some(quoted) => {
            let inside = &text[open + 1..quoted.end - 1];
            let single = inside.replace("\"\"", "\"");
            Some(format!("\"{}\"", single.replace('"', "\"\"")))
        }
        None if literal.starts_with('"') => Some(format!("\"{}\"", literal.replace('"', "\"\""))),
        None => None,
    }
}
