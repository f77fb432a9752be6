//! What a cell says, and how it is written so that it says the same again.

use std::sync::Arc;

use super::column::{Column, Kind};
use super::{list, words};
use crate::format::duration::{self, Unit};
use crate::format::{fold::fold, number};
use crate::model::{Date, MAX_WHOLE, Minutes, Rating};

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text. An empty one is known: a phase without a name, or that nothing was agreed. Shared: that of a journey
    /// stands in each of its rows.
    Text(Arc<str>),
    /// Names or texts. An empty list is known: there are none.
    List(Vec<String>),
    /// 1 to 5.
    Rating(Rating),
    /// A time.
    Minutes(Minutes),
    /// A whole number.
    Count(u64),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Date(Date),
    /// One of a few words, as the file has it.
    Word(&'static str),
}

/// What was assumed to read a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// A number without a unit is minutes.
    Minutes,
    /// Business days are a range of elapsed days.
    BusinessDays,
}

/// What is known of the column a cell stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Setting {
    /// Numbers have a comma before the fraction.
    pub decimal_comma: bool,
    /// The unit of times without one.
    pub unit: Option<Unit>,
}

/// A cell that holds something else than its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// What a cell says: a value, or nothing.
pub type Cell = Option<(Value, Option<Assumption>)>;

/// Reads a cell of a column. Empty cells, dashes, `n/a` and the like say nothing.
///
/// # Errors
/// [`Unreadable`] where the cell says something that the column cannot hold, or nothing beyond
/// doubt: a satisfaction of `80 %` is no number from 1 to 5.
pub fn read_cell(column: Column, cell: &str, setting: Setting) -> Result<Cell, Unreadable> {
    let kind = column.kind();
    if cell.trim().is_empty() || (kind != Kind::Name && list::is_blank(cell)) {
        return Ok(None);
    }
    if kind == Kind::Minutes {
        let reading = duration::read(cell, setting.unit, setting.decimal_comma).ok_or(Unreadable)?;
        let assumption = match reading {
            _ if reading.business_days => Some(Assumption::BusinessDays),
            _ if reading.assumed_minutes => Some(Assumption::Minutes),
            _ => None,
        };
        return Ok(Some((Value::Minutes(reading.minutes), assumption)));
    }
    let value = match kind {
        Kind::Name if list::is_blank(cell) => Some(Value::Text(Arc::default())),
        Kind::Agreed if list::says_none(cell) => Some(Value::Text(Arc::default())),
        Kind::Text | Kind::Name | Kind::Agreed | Kind::Minutes => {
            Some(Value::Text(list::unquote(cell).into()))
        }
        Kind::Entry | Kind::Entries | Kind::Texts => Some(Value::List(list::split(cell))),
        Kind::Rating => rating(cell, setting.decimal_comma).map(Value::Rating),
        Kind::Count => read_count(cell).map(Value::Count),
        Kind::YesNo => words::yes_no(cell).map(Value::YesNo),
        Kind::Date => date(cell).map(Value::Date),
        Kind::Choice(kind) => words::choice(kind, cell).map(Value::Word),
    };
    value.map(|value| Some((value, None))).ok_or(Unreadable)
}

/// Writes a value so that [`read_cell`] takes it back equal. Spaces around texts are not kept.
pub fn write_cell(column: Column, value: &Value) -> String {
    match value {
        Value::Text(text) if text.is_empty() => match column.kind() {
            Kind::Name => "-".to_owned(),
            Kind::Agreed => "none".to_owned(),
            _ => String::new(),
        },
        Value::Text(text) => list::quote(text.trim()),
        Value::List(items) => list::join(items.iter().map(String::as_str)),
        Value::Rating(rating) => number::print(rating.value()),
        Value::Minutes(minutes) => duration::print(*minutes),
        Value::Count(count) => count.to_string(),
        Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Date(date) => date.to_string(),
        Value::Word(word) => word.replace('_', " "),
    }
}

/// `4`, `3,5`, `4/5`, `4 of 5`, `★★★★☆`. A share of another whole is not read.
fn rating(cell: &str, decimal_comma: bool) -> Option<Rating> {
    let cell = fold(cell.trim());
    if let Some(stars) = stars(&cell) {
        return Rating::new(stars);
    }
    let (value, whole) = match cell.split_once('/') {
        Some((value, whole)) => (value, Some(whole.to_owned())),
        None => match cell.split_whitespace().collect::<Vec<_>>()[..] {
            [value, "out", "of", whole] | [value, "of" | "von" | "sur" | "de" | "af" | "z", whole] => {
                (value, Some(whole.to_owned()))
            }
            _ => (cell.as_str(), None),
        },
    };
    if whole.is_some_and(|whole| whole.trim() != "5") {
        return None;
    }
    Rating::new(number::read(value.trim(), decimal_comma)?)
}

/// Full stars, alone or filled up to five with empty ones.
fn stars(cell: &str) -> Option<f64> {
    let marks: Vec<char> = cell.chars().filter(|mark| !matches!(mark, ' ' | '\u{fe0f}')).take(6).collect();
    let full = marks.iter().take_while(|mark| matches!(mark, '★' | '⭐')).count();
    let empty = marks[full..].iter().take_while(|mark| **mark == '☆').count();
    let good = (1..=5).contains(&full) && full + empty == marks.len() && (empty == 0 || marks.len() == 5);
    good.then(|| [1.0, 2.0, 3.0, 4.0, 5.0][full - 1])
}

/// A whole number as people write it: `1,200`, `ca. 1 200`, `1.2k`, `500 per month`; `None` where the text is none.
pub fn read_count(cell: &str) -> Option<u64> {
    const ABOUT: [&str; 8] = ["approx.", "about", "circa", "ca.", "ca ", "etwa", "environ", "~"];
    const PER_MONTH: [&str; 9] =
        ["per month", "a month", "/ month", "/month", "/mo", "p.m.", "pro monat", "par mois", "al mes"];
    let cell = fold(cell.trim());
    let text = ABOUT.iter().find_map(|word| cell.strip_prefix(word)).unwrap_or(&cell).trim_start();
    let text = PER_MONTH.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim_end();
    let value = match text.strip_suffix('k') {
        Some(thousands) => number::read(thousands.trim_end(), thousands.contains(','))? * 1_000.0,
        None => number::read_count(text)?,
    };
    // Every whole number up to 2^53 - 1 is exact in both.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (value.fract() == 0.0 && value <= MAX_WHOLE as f64).then_some(value as u64)
}

/// `2026-03-31`, with a time behind it or slashes in it, and `31.3.2026`. Days and months between
/// slashes (`3/4/2026`) mean different days in different countries and are not read.
fn date(cell: &str) -> Option<Date> {
    let cell = cell.trim();
    let day = cell.split(['T', ' ']).next()?;
    if let [day, month, year] = day.split('.').collect::<Vec<_>>()[..] {
        return Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"));
    }
    Date::parse(&day.replace('/', "-"))
}
