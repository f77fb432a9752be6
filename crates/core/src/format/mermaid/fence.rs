//! Where the front matter of a text begins and ends.

use std::ops::Range;

use super::js;

/// A front matter block in a text.
#[derive(Debug)]
pub(super) struct Fence {
    /// The white space before both `---`.
    pub(super) indent: String,
    /// The bytes between the two fences.
    pub(super) body: Range<usize>,
    /// Where the text after the block starts.
    pub(super) end: usize,
}

/// The block at the very start of a text: `^([^\S\n\r]*)---\s*[\n\r](.*?)[\n\r]\1---\s*[\n\r]+`.
pub(super) fn fence(text: &str) -> Option<Fence> {
    let indent = js::run(text, |c| js::is_space(c) && c != '\n');
    let (indent, opened) = (&text[..indent], text[indent..].strip_prefix("---")?);
    let at = text.len() - opened.len();
    let blank = &opened[..js::run(opened, js::is_space)];
    let last = at + blank.rfind('\n')?;
    let close = format!("\n{indent}---");
    let closes = |from: usize| {
        let mut from = from;
        while let Some(found) = text[from..].find(&close) {
            let start = from + found;
            let after = start + close.len();
            let space = &text[after..after + js::run(&text[after..], js::is_space)];
            if let Some(newline) = space.rfind('\n') {
                return Some((start, after + newline + 1));
            }
            from = after;
        }
        None
    };
    // The body starts after the last line end there is, or, where only that one can open the closing fence,
    // after the one before.
    let second = || {
        let before = at + text[at..last].rfind('\n')?;
        let (start, end) = closes(last)?;
        (start == last).then_some((before + 1..start, end))
    };
    let first = closes(last + 1).map(|(start, end)| (last + 1..start, end));
    let (body, end) = first.or_else(second)?;
    Some(Fence { indent: indent.to_owned(), body, end })
}
