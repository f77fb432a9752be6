//! The sentences of a journey diagram: which tokens may follow each other, and why a text is refused.

use std::ops::Range;

use super::error::Problem;
use super::lexer::{Kind, Lexer, Token};
use super::prepare::Refusal;

/// One thing that a diagram says, as bytes of the prepared text.
#[derive(Debug, Clone)]
pub(super) enum Statement {
    /// `title` or `section` may take their text from the next line.
    Title {
        range: Range<usize>,
        next_line: bool,
    },
    AccTitle(Range<usize>),
    AccDescription(Range<usize>),
    Section {
        range: Range<usize>,
        next_line: bool,
    },
    Task {
        name: Range<usize>,
        data: Range<usize>,
    },
    /// What a `#` behind one of the others cut off.
    Cut(Range<usize>),
}

/// Reads the statements of a prepared text. Places in a refusal are bytes of that text.
pub(super) fn statements(text: &str) -> Result<Vec<Statement>, Refusal> {
    let mut lexer = Lexer::new(text);
    let mut found: Vec<Statement> = Vec::new();
    let mut before: Option<Token> = None;
    let first = visible(&mut lexer);
    if first.kind != Kind::Journey {
        // Front matter behind a blank line is none.
        let is_fence = text[first.start..].starts_with("---");
        let problem = if is_fence { Problem::FrontMatterFence } else { Problem::BeforeHeader };
        return Err(Refusal { at: first.start, problem });
    }
    loop {
        let token = lexer.next();
        let range = token.range.clone();
        let next_line = text[..range.start].ends_with('\n');
        match token.kind {
            // A value that is nothing up to the end of the text confuses Mermaid's lexer.
            Kind::AccTitle | Kind::AccDescription if range.start == text.len() => {
                return Err(Refusal { at: token.start, problem: Problem::NothingAfterColon });
            }
            Kind::End => return Ok(found),
            Kind::Newline => {}
            Kind::HashComment => {
                if before.as_ref().is_some_and(|before| cuts(before, &token)) {
                    found.push(Statement::Cut(range));
                }
            }
            Kind::Title => found.push(Statement::Title { range, next_line }),
            Kind::AccTitle => found.push(Statement::AccTitle(range)),
            Kind::AccDescription | Kind::AccDescriptionBlock => found.push(Statement::AccDescription(range)),
            Kind::Section => found.push(Statement::Section { range, next_line }),
            Kind::TaskName => found.push(task(text, &mut lexer, &token)?),
            Kind::Journey | Kind::TaskData | Kind::Colon | Kind::Invalid | Kind::EndInBlock => {
                return Err(refusal(&token, before.as_ref()));
            }
        }
        before = Some(Token { range: token.start..lexer.at(), ..token });
    }
}

/// The next token that the grammar sees.
fn visible(lexer: &mut Lexer<'_>) -> Token {
    loop {
        let token = lexer.next();
        if token.kind != Kind::HashComment {
            return token;
        }
    }
}

/// Whether a comment follows a text without anything between them.
fn cuts(before: &Token, comment: &Token) -> bool {
    let holds_text = matches!(before.kind, Kind::Title | Kind::Section | Kind::TaskName);
    holds_text && before.range.end == comment.start
}

/// The rest of a task after its name.
fn task(text: &str, lexer: &mut Lexer<'_>, name: &Token) -> Result<Statement, Refusal> {
    let next = visible(lexer);
    let problem = match next.kind {
        Kind::TaskData => return Ok(Statement::Task { name: name.range.clone(), data: next.range }),
        Kind::Invalid => return Err(Refusal { at: next.start, problem: Problem::Semicolon }),
        Kind::Colon => return Err(Refusal { at: next.start, problem: Problem::NothingAfterColon }),
        _ if text[name.range.end..].starts_with('#') => {
            return Err(Refusal { at: name.range.end, problem: Problem::HashInTaskName });
        }
        _ => Problem::TaskWithoutScore,
    };
    Err(Refusal { at: name.start, problem })
}

fn refusal(token: &Token, before: Option<&Token>) -> Refusal {
    let problem = match token.kind {
        Kind::Journey => Problem::JourneyAgain,
        Kind::EndInBlock => Problem::DescriptionNotClosed,
        Kind::Invalid => Problem::Semicolon,
        _ if before.is_some_and(|before| before.kind == Kind::Section) => Problem::ColonInSection,
        Kind::Colon => Problem::NothingAfterColon,
        _ => Problem::TaskWithoutName,
    };
    Refusal { at: token.start, problem }
}
