//! Durations as people write them in tables: `1-2 weeks`, `1 h 30 min`, `bis zu 2 Tage`, `1:30`,
//! `P1DT2H`, read as a range in minutes, and printed so that they read back equal.
//!
//! What is read:
//! - A number with a unit, several of them (`1 day 4 hours`), or a range of two (`1-2 weeks`,
//!   `10 min to 1 h`, `between 2 and 3 days`); units in English, German, French, Spanish, Danish
//!   and Polish. The unit of one end of a range serves the other.
//! - `up to 2 days`, `< 2 days`: from zero. `at least 2 days`, `2+ days` have no upper end and are
//!   not read. `about`, `ca.`, `~` are passed over.
//! - `immediately` is zero, `same day` is zero to one day.
//! - `1:30` is an hour and a half, as a spreadsheet means it.
//! - A week is 7 days of 24 hours, a month 30 days, a quarter 90, a year 365.
//! - Business days cross weekends: n of them take n days and two more for each full five, at most
//!   for each started five (`3 business days` is 3 to 5 days). The reading says so.
//! - A number without a unit is in the unit its column's header names, else in minutes; the
//!   latter is an assumption that the reading reports.
//! - Seconds round outwards to minutes. `m` is minutes after hours (`1h 30m`); alone it might be
//!   months and is not read.
//!
//! Anything else is not a duration: a half understood one would be a false fact.

mod iso;
mod lex;
mod units;
mod words;

pub use units::{Unit, unit_in_header};

use lex::{Token, lex};

use crate::model::{MAX_MINUTES, Minutes};

/// What a text says of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The duration, exact or from shortest to longest.
    pub minutes: Minutes,
    /// A number stood without a unit and was taken as minutes.
    pub assumed_minutes: bool,
    /// Business days were turned into a range of elapsed days.
    pub business_days: bool,
}

/// Reads a duration. `bare` is the unit of numbers without one, as far as the column's header
/// names it; `decimal_comma` decides between `1,500` as one and a half and as fifteen hundred.
/// `None` where the text is not a duration beyond doubt.
pub fn read(text: &str, bare: Option<Unit>, decimal_comma: bool) -> Option<Reading> {
    let folded = super::fold::fold(text.trim());
    if let Some(minutes) = iso::read(&folded) {
        return Some(Reading::plain(bounds(minutes, minutes)?));
    }
    if let Some(minutes) = words::phrase(&folded) {
        return Some(Reading::plain(minutes));
    }
    let (rest, from_zero) = words::strip_prefixes(&folded);
    let (low_part, high_part) = parts(&lex(rest, decimal_comma)?)?;
    let ends = Ends::new(low_part, high_part, bare)?;
    Some(Reading {
        minutes: bounds(if from_zero { 0.0 } else { ends.low }, ends.high)?,
        assumed_minutes: ends.assumed_minutes,
        business_days: ends.business_days,
    })
}

impl Reading {
    fn plain(minutes: Minutes) -> Self {
        Self { minutes, assumed_minutes: false, business_days: false }
    }
}

/// Prints a range in the shortest words that [`read`] takes back to the same minutes.
pub fn print(minutes: Minutes) -> String {
    let (low, high) = (minutes.low(), minutes.high());
    if low == high {
        return single(low);
    }
    let unit = Unit::PRINTED.into_iter().find(|unit| divides(*unit, low) && divides(*unit, high));
    match unit {
        Some(unit) if unit != Unit::Minute || high < 60 => {
            let (from, to) = (low / unit.whole_minutes(), high / unit.whole_minutes());
            format!("{from}-{to} {}", unit.word(to))
        }
        _ => format!("{} - {}", single(low), single(high)),
    }
}

fn single(minutes: u64) -> String {
    if minutes == 0 {
        return "0 min".to_owned();
    }
    if let Some(unit) = Unit::PRINTED.into_iter().find(|unit| divides(*unit, minutes)) {
        let count = minutes / unit.whole_minutes();
        if unit != Unit::Minute || count < 60 {
            return format!("{count} {}", unit.word(count));
        }
    }
    let days = if minutes < 2 * 1_440 { 0 } else { minutes / 1_440 };
    let rest = minutes - days * 1_440;
    [(days, Unit::Day), (rest / 60, Unit::Hour), (rest % 60, Unit::Minute)]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {}", unit.word(count)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn divides(unit: Unit, minutes: u64) -> bool {
    minutes.is_multiple_of(unit.whole_minutes())
}

/// One end of a range: amounts, the largest unit first. A missing unit is given from outside.
type Part = Vec<(f64, Option<Unit>)>;

/// Splits the tokens at the one range sign they may hold.
fn parts(tokens: &[Token]) -> Option<(Part, Option<Part>)> {
    let mut ends = tokens.split(|token| *token == Token::To);
    let low = part(ends.next()?)?;
    let high = match ends.next() {
        Some(tokens) => Some(part(tokens)?),
        None => None,
    };
    ends.next().is_none().then_some((low, high))
}

fn part(tokens: &[Token]) -> Option<Part> {
    let mut amounts: Part = Vec::new();
    let mut tokens = tokens.iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::Number(count) => {
                let unit = match tokens.peek() {
                    Some(Token::Unit(unit)) => {
                        tokens.next();
                        Some(*unit)
                    }
                    _ => None,
                };
                amounts.push((*count, unit));
            }
            Token::Clock(hours, minutes, seconds) => {
                let named = match tokens.peek() {
                    Some(Token::Unit(unit)) => {
                        tokens.next();
                        Some(*unit)
                    }
                    _ => None,
                };
                amounts.extend(clock(*hours, *minutes, *seconds, named)?);
            }
            // "per day", "day 2": a unit without its number is no duration.
            Token::Unit(_) | Token::To => return None,
        }
    }
    spell_out(&mut amounts)?;
    Some(amounts)
}

/// `1:30` is hours and minutes, `1:30:00` has seconds too, `1:30 min` is minutes and seconds.
fn clock(first: f64, second: f64, third: Option<f64>, named: Option<Unit>) -> Option<Part> {
    match (third, named) {
        (None, None | Some(Unit::Hour)) => {
            Some(vec![(first, Some(Unit::Hour)), (second, Some(Unit::Minute))])
        }
        (None, Some(Unit::Minute)) => Some(vec![(first, Some(Unit::Minute)), (second, Some(Unit::Second))]),
        (Some(third), None | Some(Unit::Hour)) => {
            Some(vec![(first, Some(Unit::Hour)), (second, Some(Unit::Minute)), (third, Some(Unit::Second))])
        }
        _ => None,
    }
}

/// Settles what a part leaves open: `1 h 30` ends in minutes, and the units must fall
/// (`2 days 3 h`, never `3 h 2 days`). Business days stand alone.
fn spell_out(amounts: &mut Part) -> Option<()> {
    for at in 1..amounts.len() {
        let before = amounts[at - 1].1?;
        let unit = match amounts[at] {
            (_, Some(unit)) => unit,
            (count, None) if before == Unit::Hour && count.fract() == 0.0 && count < 60.0 => Unit::Minute,
            _ => return None,
        };
        let falls = unit.minutes() < before.minutes();
        if !falls || before == Unit::BusinessDay || unit == Unit::BusinessDay {
            return None;
        }
        amounts[at].1 = Some(unit);
    }
    (!amounts.is_empty()).then_some(())
}

/// Both ends in minutes, before rounding.
struct Ends {
    low: f64,
    high: f64,
    assumed_minutes: bool,
    business_days: bool,
}

impl Ends {
    fn new(mut low: Part, high: Option<Part>, bare: Option<Unit>) -> Option<Self> {
        let mut high = high.unwrap_or_else(|| low.clone());
        lend_unit(&mut low, high.first()?.1);
        lend_unit(&mut high, low.last()?.1);
        let both = low.iter().chain(&high);
        let assumed_minutes = bare.is_none() && both.clone().any(|(_, unit)| unit.is_none());
        let bare = bare.unwrap_or(Unit::Minute);
        let unit = |unit: Option<Unit>| unit.unwrap_or(bare);
        let business_days = both.clone().any(|(_, given)| unit(*given) == Unit::BusinessDay);
        Some(Self {
            low: low.iter().map(|(count, given)| unit(*given).shortest(*count)).sum(),
            high: high.iter().map(|(count, given)| unit(*given).longest(*count)).sum(),
            assumed_minutes,
            business_days,
        })
    }
}

/// In `1-2 weeks` and `10 min - 15` the end without a unit takes the other's.
fn lend_unit(part: &mut Part, unit: Option<Unit>) {
    if let [(_, missing @ None)] = part.as_mut_slice() {
        *missing = unit;
    }
}

/// Whole minutes, rounded outwards, where they are a range of the model.
fn bounds(low: f64, high: f64) -> Option<Minutes> {
    let nearly = |minutes: f64| {
        let round = minutes.round();
        ((minutes - round).abs() < 1e-6).then_some(round)
    };
    let low = whole(nearly(low).unwrap_or_else(|| low.floor()))?;
    Minutes::range(low, whole(nearly(high).unwrap_or_else(|| high.ceil()))?)
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(minutes: f64) -> Option<u64> {
    // A hundred years of minutes are exact in both.
    (0.0..=MAX_MINUTES as f64).contains(&minutes).then_some(minutes as u64)
}
