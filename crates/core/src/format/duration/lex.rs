//! The tokens of a duration.

use super::units::Unit;
use super::words::{AND, BUSINESS, NEUTRAL, TO, number as word_number};
use crate::format::{fold::listed, number};

/// What a duration is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token {
    /// An amount, fractions included.
    Number(f64),
    /// `1:30` or `1:30:00`; all but the first under 60.
    Clock(f64, f64, Option<f64>),
    /// A unit, "business" and the like already joined to it.
    Unit(Unit),
    /// Between the two ends of a range.
    To,
}

/// Longest text that is looked at, in bytes: durations are short, and notes are not durations.
const LONGEST: usize = 120;

/// The tokens of a folded text without prefixes, or `None` where it holds anything else.
pub fn lex(text: &str, decimal_comma: bool) -> Option<Vec<Token>> {
    if text.len() > LONGEST {
        return None;
    }
    let pieces = pieces(text);
    let mut tokens = Vec::new();
    let mut business = false;
    for (at, piece) in pieces.iter().enumerate() {
        let next = pieces.get(at + 1).copied();
        match *piece {
            Piece::Number(digits) => push_number(&mut tokens, number_or_clock(digits, decimal_comma)?)?,
            Piece::Fraction(value) => push_number(&mut tokens, Token::Number(value))?,
            Piece::Dash if tokens.is_empty() => return None,
            Piece::Dash if next.is_some_and(|next| starts_amount(next)) => tokens.push(Token::To),
            // "half-day" and "1-week": a hyphen in a word.
            Piece::Dash if matches!(next, Some(Piece::Word(_))) => {}
            Piece::Word(word) => read_word(&mut tokens, word, next, &mut business)?,
            Piece::Dash | Piece::Other => return None,
        }
    }
    (!business && !tokens.is_empty()).then_some(tokens)
}

/// `1 1/2` and `1½` are one number; two numbers side by side are otherwise left to the caller.
fn push_number(tokens: &mut Vec<Token>, token: Token) -> Option<()> {
    match (tokens.last_mut(), token) {
        (Some(Token::Number(whole)), Token::Number(part))
            if part < 1.0 && part > 0.0 && whole.fract() == 0.0 =>
        {
            *whole += part;
        }
        (Some(Token::Number(_) | Token::Clock(..)), _) => return None,
        _ => tokens.push(token),
    }
    Some(())
}

fn read_word(tokens: &mut Vec<Token>, word: &str, next: Option<Piece>, business: &mut bool) -> Option<()> {
    let amount_follows = next.is_some_and(|next| starts_amount(next));
    let after_amount = matches!(tokens.last(), Some(Token::Number(_) | Token::Clock(..) | Token::Unit(_)));
    if after_amount && amount_follows && listed(TO, word) {
        tokens.push(Token::To);
    } else if after_amount && amount_follows && listed(AND, word) {
        // Between two bare numbers "and" can only be the "and" of "between".
        if !matches!(tokens.last(), Some(Token::Unit(_))) {
            tokens.push(Token::To);
        }
    } else if listed(NEUTRAL, word) {
        // "2 calendar days" are 2 days.
    } else if word == "m" && follows_hours(tokens) {
        tokens.push(Token::Unit(Unit::Minute));
    } else if listed(BUSINESS, word) {
        match tokens.last_mut() {
            Some(Token::Unit(unit @ Unit::Day)) => *unit = Unit::BusinessDay,
            Some(Token::Unit(_)) => return None,
            _ => *business = true,
        }
    } else if is_article_of_half(tokens, word) && matches!(next, Some(Piece::Word(_))) {
        // "half an hour": a half, not a half and one (nor half a year, as "an" is in French).
    } else if let (Some(unit), true) = (Unit::named(word), takes_unit(tokens.last())) {
        let unit = match (*business, unit) {
            (false, unit) => unit,
            (true, Unit::Day) => Unit::BusinessDay,
            (true, _) => return None,
        };
        *business = false;
        tokens.push(Token::Unit(unit));
    } else {
        push_word_number(tokens, word)?;
    }
    Some(())
}

fn takes_unit(last: Option<&Token>) -> bool {
    matches!(last, Some(Token::Number(_) | Token::Clock(..)))
}

/// `m` is minutes in `1h 30m`, but might be months in `3m`.
fn follows_hours(tokens: &[Token]) -> bool {
    matches!(tokens, [.., Token::Unit(Unit::Hour), Token::Number(_)])
}

/// `eine halbe Stunde` is a half.
fn push_word_number(tokens: &mut Vec<Token>, word: &str) -> Option<()> {
    let value = word_number(word)?;
    match tokens.last_mut() {
        Some(Token::Number(before)) if is(*before, 1.0) && is(value, 0.5) => *before = 0.5,
        Some(Token::Number(_) | Token::Clock(..)) => return None,
        _ => tokens.push(Token::Number(value)),
    }
    Some(())
}

fn is_article_of_half(tokens: &[Token], word: &str) -> bool {
    let half = matches!(tokens.last(), Some(Token::Number(before)) if is(*before, 0.5));
    half && word_number(word).is_some_and(|value| is(value, 1.0))
}

fn is(value: f64, wanted: f64) -> bool {
    (value - wanted).abs() < f64::EPSILON
}

fn number_or_clock(digits: &str, decimal_comma: bool) -> Option<Token> {
    if !digits.contains(':') {
        return number::read(digits, decimal_comma).map(Token::Number);
    }
    let mut fields = digits.split(':');
    let hours = fields.next()?.parse::<u32>().ok()?;
    let mut sixtieth = |required: bool| match fields.next() {
        Some(field) if field.len() == 2 => field.parse::<u32>().ok().filter(|value| *value < 60).map(Some),
        None if !required => Some(None),
        _ => None,
    };
    let minutes = sixtieth(true)??;
    let seconds = sixtieth(false)?;
    fields.next().is_none().then_some(Token::Clock(hours.into(), minutes.into(), seconds.map(f64::from)))
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece<'a> {
    Number(&'a str),
    Fraction(f64),
    Word(&'a str),
    Dash,
    Other,
}

fn starts_amount(piece: Piece) -> bool {
    match piece {
        Piece::Number(_) | Piece::Fraction(_) => true,
        Piece::Word(word) => word_number(word).is_some(),
        Piece::Dash | Piece::Other => false,
    }
}

/// Cuts a text into numbers, words and signs. Full stops of abbreviations (`std.`) and commas
/// between amounts are dropped.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let (piece, length) = piece(rest, first);
        pieces.extend(piece);
        rest = rest[length..].trim_start();
    }
    pieces
}

fn piece(rest: &str, first: char) -> (Option<Piece<'_>>, usize) {
    let run = |accepted: fn(char) -> bool| rest.find(|letter| !accepted(letter)).unwrap_or(rest.len());
    if let Some((text, value)) = FRACTIONS.iter().find(|(text, _)| rest.starts_with(text)) {
        let ends = !rest[text.len()..].starts_with(|letter: char| letter.is_ascii_digit() || letter == '/');
        return (Some(if ends { Piece::Fraction(*value) } else { Piece::Other }), text.len());
    }
    if first.is_ascii_digit() {
        let length = run(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ':' | '\''));
        let digits = rest[..length].trim_end_matches(['.', ',', ':']);
        return (Some(Piece::Number(digits)), digits.len());
    }
    if first.is_alphabetic() {
        let length = run(|letter| letter.is_alphabetic() || letter == '\'');
        return (Some(Piece::Word(&rest[..length])), length);
    }
    let piece = match first {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '…' => Some(Piece::Dash),
        '.' | ',' | '&' => None,
        _ => Some(Piece::Other),
    };
    (piece, first.len_utf8())
}

const FRACTIONS: &[(&str, f64)] =
    &[("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("1/2", 0.5), ("1/4", 0.25), ("3/4", 0.75)];
