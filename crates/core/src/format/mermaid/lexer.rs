//! The tokens of a journey diagram: the rules of Mermaid's `journey.jison`, tried in its order.

use std::ops::Range;

use super::js;

/// What a token is; the numbers of Mermaid's rules are in [`Lexer::statement`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Newline,
    Journey,
    Title,
    AccTitle,
    AccDescription,
    AccDescriptionBlock,
    Section,
    TaskName,
    TaskData,
    Colon,
    Invalid,
    End,
    /// The end of the text inside `accDescr {`.
    EndInBlock,
    /// A `#` and the rest of its line. The grammar does not see it.
    HashComment,
}

/// A token and its text; for a keyword with a text, the text alone.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Where the token starts, keyword included; at the end inside a description, where that starts.
    pub(super) start: usize,
    pub(super) range: Range<usize>,
}

#[derive(Debug)]
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Where the `accDescr {` that is open starts.
    block: Option<usize>,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, block: None }
    }

    /// The next token; after the end, the end again.
    pub(super) fn next(&mut self) -> Token {
        loop {
            let found = if self.block.is_some() { self.block() } else { self.statement() };
            if let Some(token) = found {
                return token;
            }
        }
    }

    /// Where the next token is looked for.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn token(&mut self, kind: Kind, skipped: usize, length: usize) -> Token {
        let start = self.at;
        self.at = start + skipped + length;
        Token { kind, start, range: start + skipped..self.at }
    }

    /// Inside `accDescr { … }`.
    fn block(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            let start = self.block.unwrap_or(self.at);
            return Some(Token { kind: Kind::EndInBlock, start, range: self.at..self.at });
        }
        if rest.starts_with('}') {
            self.at += 1;
            self.block = None;
            return None;
        }
        Some(self.token(Kind::AccDescriptionBlock, 0, js::run(rest, |c| c != '}')))
    }

    fn statement(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else {
            return Some(self.token(Kind::End, 0, 0));
        };
        let line = || js::run(rest, |c| c != '\n');
        // Rules 0 and 1: `%` up to the end of the line, and any one UTF-16 unit but `}` before `%%`.
        let after_first = &rest[first.len_utf8()..];
        if first == '%' && !after_first.starts_with('{') {
            self.at += line();
            return None;
        }
        if first != '}' && first.len_utf16() == 1 && after_first.starts_with("%%") {
            self.at += first.len_utf8() + js::run(after_first, |c| c != '\n');
            return None;
        }
        // Rules 2, 3 and 4.
        if first == '\n' {
            return Some(self.token(Kind::Newline, 0, js::run(rest, |c| c == '\n')));
        }
        if js::is_space(first) {
            self.at += js::run(rest, js::is_space);
            return None;
        }
        if first == '#' {
            return Some(self.token(Kind::HashComment, 1, line() - 1));
        }
        if let Some(after) = word(rest, "accDescr").and_then(|after| spaced(after, '{')) {
            self.block = Some(self.at);
            self.at += rest.len() - after.len();
            return None;
        }
        Some(self.keyword(rest).unwrap_or_else(|| self.task(rest)))
    }

    /// Rules 5 to 14.
    fn keyword(&mut self, rest: &str) -> Option<Token> {
        if let Some(after) = word(rest, "journey")
            && !after.starts_with(js::is_word)
        {
            return Some(self.token(Kind::Journey, 0, "journey".len()));
        }
        let titled = |after: &str, stops: fn(char) -> bool| {
            let space = after.chars().next().filter(|c| js::is_space(*c))?;
            let length = js::run(&after[space.len_utf8()..], |c| !stops(c));
            (length > 0).then_some((space.len_utf8(), length))
        };
        if let Some((space, length)) = word(rest, "title").and_then(|after| titled(after, ends_text)) {
            return Some(self.token(Kind::Title, "title".len() + space, length));
        }
        if let Some(after) = word(rest, "accTitle").and_then(|after| spaced(after, ':')) {
            return Some(self.token(Kind::AccTitle, rest.len() - after.len(), js::run(after, |c| c != '\n')));
        }
        if let Some(after) = word(rest, "accDescr").and_then(|after| spaced(after, ':')) {
            let length = js::run(after, |c| c != '\n');
            return Some(self.token(Kind::AccDescription, rest.len() - after.len(), length));
        }
        let (space, length) =
            word(rest, "section").and_then(|after| titled(after, |c| c == ':' || ends_text(c)))?;
        Some(self.token(Kind::Section, "section".len() + space, length))
    }

    /// Rules 15 to 19.
    fn task(&mut self, rest: &str) -> Token {
        if let Some(data) = rest.strip_prefix(':') {
            let length = js::run(data, |c| !ends_text(c));
            let kind = if length > 0 { Kind::TaskData } else { Kind::Colon };
            return self.token(kind, 1, length);
        }
        match js::run(rest, |c| c != ':' && !ends_text(c)) {
            0 => self.token(Kind::Invalid, 0, 1),
            length => self.token(Kind::TaskName, 0, length),
        }
    }
}

/// What ends a title, a section, a task name and a list of people.
fn ends_text(c: char) -> bool {
    matches!(c, '#' | '\n' | ';')
}

/// What follows a keyword, which is written in any case.
fn word<'a>(text: &'a str, keyword: &str) -> Option<&'a str> {
    let start = text.get(..keyword.len())?;
    start.eq_ignore_ascii_case(keyword).then(|| &text[keyword.len()..])
}

/// What follows `mark` and the white space on both sides of it.
fn spaced(text: &str, mark: char) -> Option<&str> {
    let marked = text.trim_start_matches(js::is_space).strip_prefix(mark)?;
    Some(marked.trim_start_matches(js::is_space))
}
