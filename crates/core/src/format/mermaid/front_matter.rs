//! The YAML block in front of a diagram: the title it gives, and whether it is sound.
//!
//! Mermaid reads all of YAML there; Crosslane needs the title and the knowledge that the block is broken where
//! Mermaid would refuse it. So the lines are walked once: keys, indentation, quotes, brackets and block texts
//! are followed, values other than the title are checked and left.

use std::collections::BTreeSet;
use std::fmt;

use super::js;
use super::yaml_value::{self, Opened};

/// What front matter says.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// Where the title stands in the body, and its text.
    pub(super) title: Option<(usize, String)>,
    /// Whether there is anything but a title.
    pub(super) has_settings: bool,
}

/// A problem and the byte of the body where it is.
#[derive(Debug)]
pub(super) struct FrontMatterError {
    pub(super) at: usize,
    pub(super) problem: FrontMatterProblem,
}

/// What can be wrong with front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontMatterProblem {
    /// A quotation mark or bracket is not closed.
    NotClosed,
    /// Something follows a closed value on its line.
    TextAfterValue,
    /// A tab where indentation is made of spaces.
    Tab,
    /// A line is indented otherwise than the lines it belongs to.
    Indentation,
    /// A line without `key:`.
    NotAnEntry,
    /// A value without quotation marks holds `: `.
    ColonInValue,
    /// A key stands twice.
    DuplicateKey,
    /// A value begins with a character that YAML reserves.
    ReservedCharacter,
}

impl fmt::Display for FrontMatterProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotClosed => "a quotation mark or bracket is not closed",
            Self::TextAfterValue => "text after the end of a value",
            Self::Tab => "a tab as indentation",
            Self::Indentation => "a line indented otherwise than its neighbours",
            Self::NotAnEntry => "a line without a key",
            Self::ColonInValue => "a colon in a value without quotation marks",
            Self::DuplicateKey => "a key that stands twice",
            Self::ReservedCharacter => "a value that begins with a reserved character",
        })
    }
}

/// One line of the block that is neither blank nor a comment.
struct Line<'a> {
    /// Where its text starts in the body.
    at: usize,
    indent: usize,
    text: &'a str,
}

/// Reads the block; `indent` is what the fences are indented by.
pub(super) fn read(body: &str, indent: &str) -> Result<FrontMatter, FrontMatterError> {
    Walk {
        body,
        indent,
        next: 0,
        levels: vec![],
        open: false,
        keys: BTreeSet::new(),
        in_title: false,
        found: FrontMatter::default(),
    }
    .run()
}

/// What the lines of a block are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Map,
    List,
    Text,
}

struct Walk<'a> {
    body: &'a str,
    indent: &'a str,
    /// The first byte of the next line.
    next: usize,
    /// The blocks around the current line: the column where each starts, and what it is made of.
    levels: Vec<(usize, Shape)>,
    /// Whether the last entry had no value, so that a deeper block may follow.
    open: bool,
    /// Keys of the outermost block.
    keys: BTreeSet<&'a str>,
    /// Whether the last of them is `title`.
    in_title: bool,
    found: FrontMatter,
}

impl<'a> Walk<'a> {
    fn run(mut self) -> Result<FrontMatter, FrontMatterError> {
        while let Some(line) = self.line()? {
            self.entry(&line)?;
        }
        Ok(self.found)
    }

    /// The next line with its indentation counted from the fence's, or `None` at the end.
    fn raw_line(&mut self) -> Option<(usize, &'a str)> {
        let start = self.next;
        let rest = self.body.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').unwrap_or(rest.len());
        self.next = start + length + 1;
        let line = &rest[..length];
        let cut = if line.starts_with(self.indent) { self.indent.len() } else { 0 };
        Some((start + cut, &line[cut..]))
    }

    fn line(&mut self) -> Result<Option<Line<'a>>, FrontMatterError> {
        while let Some((at, line)) = self.raw_line() {
            let indent = js::run(line, |c| c == ' ');
            let text = line[indent..].trim_end_matches([' ', '\t']);
            if text.starts_with('\t') && !text.trim_start_matches(['\t', ' ']).starts_with('#') {
                return Err(FrontMatterError { at: at + indent, problem: FrontMatterProblem::Tab });
            }
            if !text.is_empty() && !text.starts_with('#') && !text.starts_with('\t') {
                return Ok(Some(Line { at: at + indent, indent, text }));
            }
        }
        Ok(None)
    }

    /// One `key: value`, `- item` or text on a line of its own.
    fn entry(&mut self, line: &Line<'a>) -> Result<(), FrontMatterError> {
        let Line { mut at, mut indent, mut text } = *line;
        let mut parent = None;
        while let Some(rest) = item(text) {
            self.enter(at, indent, Shape::List)?;
            parent = Some(indent);
            (at, indent) = (at + text.len() - rest.len(), indent + text.len() - rest.len());
            (text, self.open) = (rest, true);
            if rest.is_empty() {
                return Ok(());
            }
        }
        if text.starts_with(['@', '`', '%', '*', ']', '}', ',']) {
            return Err(FrontMatterError { at, problem: FrontMatterProblem::ReservedCharacter });
        }
        let Some((key, value)) = yaml_value::key(text) else {
            self.enter(at, indent, Shape::Text)?;
            return self.text_alone(at, parent, text);
        };
        self.enter(at, indent, Shape::Map)?;
        let outermost = self.levels.len() == 1;
        if outermost {
            if !self.keys.insert(key) {
                return Err(FrontMatterError { at, problem: FrontMatterProblem::DuplicateKey });
            }
            self.in_title = key == "title";
            self.found.has_settings |= !self.in_title;
        }
        let value_at = at + (text.len() - value.len());
        self.open = value.is_empty() || value.starts_with('#');
        if item(value).is_some() {
            return Err(FrontMatterError { at: value_at, problem: FrontMatterProblem::ReservedCharacter });
        }
        if !self.open {
            let shown = self.value(value_at, Some(indent), value)?;
            if outermost && self.in_title {
                self.found.title = shown.map(|shown| (value_at, shown));
            }
        }
        Ok(())
    }

    /// A value on a line of its own: below its key, in a list, or as the whole block.
    fn text_alone(
        &mut self,
        at: usize,
        parent: Option<usize>,
        text: &'a str,
    ) -> Result<(), FrontMatterError> {
        let of_title = parent.is_none() && self.levels.len() == 2 && self.in_title;
        let parent = parent.or_else(|| self.levels.iter().nth_back(1).map(|(column, _)| *column));
        let shown = self.value(at, parent, text)?;
        if of_title {
            self.found.title = shown.map(|shown| (at, shown));
        }
        Ok(())
    }

    /// Finds the block that a line at column `indent` belongs to, or begins one.
    fn enter(&mut self, at: usize, indent: usize, shape: Shape) -> Result<(), FrontMatterError> {
        let top = self.levels.last().copied();
        let begins = match top {
            None => true,
            // A list may stand at the column of its key.
            Some((column, above)) => {
                self.open
                    && (indent > column || indent == column && (above, shape) == (Shape::Map, Shape::List))
            }
        };
        if begins {
            self.levels.push((indent, shape));
            return Ok(());
        }
        while self.levels.last().is_some_and(|(column, _)| *column > indent) {
            self.levels.pop();
        }
        if shape == Shape::Map && self.levels.ends_with(&[(indent, Shape::Map), (indent, Shape::List)]) {
            self.levels.pop();
        }
        let problem = match self.levels.last() {
            Some((column, _)) if *column != indent => FrontMatterProblem::Indentation,
            Some((_, above)) if *above == shape && shape != Shape::Text => return Ok(()),
            _ => FrontMatterProblem::NotAnEntry,
        };
        Err(FrontMatterError { at, problem })
    }

    /// Follows a value to its end and gives its text where it is one.
    fn value(
        &mut self,
        at: usize,
        parent: Option<usize>,
        text: &'a str,
    ) -> Result<Option<String>, FrontMatterError> {
        let fail = |problem| Err(FrontMatterError { at, problem });
        self.open = false;
        let body = self.body;
        match text.chars().next() {
            Some('"' | '\'' | '[' | '{') => {
                let Some(Opened { length, shown }) = yaml_value::opened(&body[at..]) else {
                    return fail(FrontMatterProblem::NotClosed);
                };
                let end = at + length;
                let line_end = body[end..].find('\n').map_or(body.len(), |newline| end + newline);
                let tail = js::trim(&body[end..line_end]);
                if !tail.is_empty() && !tail.starts_with('#') {
                    return fail(FrontMatterProblem::TextAfterValue);
                }
                self.next = line_end + 1;
                Ok(shown)
            }
            Some('|' | '>') => Ok(Some(self.block_text(parent, text.starts_with('>')))),
            Some('@' | '`' | '%' | '*' | ']' | '}' | ',') => fail(FrontMatterProblem::ReservedCharacter),
            Some('!') if !text.starts_with("!!") => fail(FrontMatterProblem::ReservedCharacter),
            Some('&' | '!') => Ok(None),
            _ => self.plain(at, parent, text),
        }
    }

    /// A value without quotation marks, with the deeper lines that continue it.
    fn plain(
        &mut self,
        at: usize,
        parent: Option<usize>,
        text: &'a str,
    ) -> Result<Option<String>, FrontMatterError> {
        let (mut shown, mut line_at, mut line) = (String::new(), at, text);
        loop {
            let (text, has_comment) = yaml_value::without_comment(line);
            if text.ends_with(':') || text.contains(": ") {
                return Err(FrontMatterError { at: line_at, problem: FrontMatterProblem::ColonInValue });
            }
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(text);
            let before = self.next;
            match self.line()? {
                Some(next) if !has_comment && parent.is_none_or(|parent| next.indent > parent) => {
                    (line_at, line) = (next.at, next.text);
                }
                _ => {
                    self.next = before;
                    return Ok(yaml_value::plain_text(&shown));
                }
            }
        }
    }

    /// The lines of a `|` or `>` text: all that are deeper than its key.
    fn block_text(&mut self, parent: Option<usize>, folded: bool) -> String {
        let mut lines: Vec<&str> = Vec::new();
        loop {
            let before = self.next;
            match self.raw_line() {
                Some((_, line))
                    if js::trim(line).is_empty()
                        || parent.is_none_or(|parent| js::run(line, |c| c == ' ') > parent) =>
                {
                    lines.push(js::trim(line));
                }
                _ => {
                    self.next = before;
                    return lines.join(if folded { " " } else { "\n" }).trim().to_owned();
                }
            }
        }
    }
}

/// What follows `- `.
fn item(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with(' '))?;
    Some(rest.trim_start_matches(' '))
}
