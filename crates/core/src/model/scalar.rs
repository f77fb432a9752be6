//! The single values of the model: each admits only what the format allows.

use serde_json::{Value, json};

use super::datum::{Datum, Widget};
use super::field::Scalar;
use super::read::{Expected, ProblemKind, Reader};
use super::schema::Schema;
use super::write::Writer;

/// Largest whole number that JSON readers in JavaScript keep exact.
pub const MAX_WHOLE: u64 = 9_007_199_254_740_991;

/// Longest time in minutes: a hundred years of 365 days.
pub const MAX_MINUTES: u64 = 100 * 365 * 24 * 60;

/// Satisfaction or importance, 1 to 5, where 5 is best or most; fractions come from averages.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Rating(f64);

impl Rating {
    /// The rating, or `None` outside 1 to 5.
    pub fn new(value: f64) -> Option<Self> {
        (1.0..=5.0).contains(&value).then_some(Self(value))
    }
    /// The number, 1 to 5.
    pub fn value(self) -> f64 {
        self.0
    }
}

/// A share or rate in per cent, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Percent(f64);

impl Percent {
    /// The percentage, or `None` outside 0 to 100.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=100.0).contains(&value).then_some(Self(value))
    }
    /// The number, 0 to 100.
    pub fn value(self) -> f64 {
        self.0
    }
}

/// A time in minutes, from `low` to `high`; both are the same where the time is known exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Minutes {
    low: u64,
    high: u64,
}

impl Minutes {
    /// A range of minutes, or `None` where `low` is above `high` or `high` above [`MAX_MINUTES`].
    pub fn range(low: u64, high: u64) -> Option<Self> {
        (low <= high && high <= MAX_MINUTES).then_some(Self { low, high })
    }
    /// An exact time in minutes, cut at [`MAX_MINUTES`].
    pub fn exact(minutes: u64) -> Self {
        let minutes = minutes.min(MAX_MINUTES);
        Self { low: minutes, high: minutes }
    }
    /// The shortest time, in minutes.
    pub fn low(self) -> u64 {
        self.low
    }
    /// The longest time, in minutes.
    pub fn high(self) -> u64 {
        self.high
    }
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(time::Date);

impl Date {
    /// The date written as `2026-03-31`; `None` where there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        let month = time::Month::try_from(month.parse::<u8>().ok()?).ok()?;
        time::Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok().map(Self)
    }
    /// Days from `earlier` to this date; negative where it is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_days()
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

fn read_number<T>(
    value: &Value,
    reader: &mut Reader,
    make: impl Fn(f64) -> Option<T>,
    (low, high): (f64, f64),
) -> Option<T> {
    let Some(number) = value.as_f64() else {
        reader.report_type(Expected::Number, value);
        return None;
    };
    let made = make(number);
    if made.is_none() {
        reader.report(ProblemKind::OutOfRange { found: value.to_string(), low, high });
    }
    made
}

fn read_whole(value: &Value, reader: &mut Reader, high: u64) -> Option<u64> {
    let Some(number) = value.as_f64().filter(|number| number.fract() == 0.0) else {
        reader.report_type(Expected::WholeNumber, value);
        return None;
    };
    // `4.0` is the same number as `4`; both ends are exact in f64.
    #[allow(clippy::cast_precision_loss)]
    let limit = high as f64;
    if !(0.0..=limit).contains(&number) {
        reader.report(ProblemKind::OutOfRange { found: value.to_string(), low: 0.0, high: limit });
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u64)
}

/// How a value is filled in whose widget and datum go by one name, and hold the value itself.
macro_rules! filled_in_as {
    ($name:ident) => {
        const WIDGET: Option<Widget> = Some(Widget::$name);
        fn datum(&self) -> Datum {
            Datum::$name(*self)
        }
        fn of_datum(datum: Datum) -> Option<Self> {
            if let Datum::$name(value) = datum { Some(value) } else { None }
        }
    };
}

impl Scalar for Rating {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        read_number(value, reader, Self::new, (1.0, 5.0))
    }
    fn write(&self, writer: &mut Writer) {
        writer.plain(self.0);
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "number", "minimum": 1, "maximum": 5 })
    }
    filled_in_as!(Rating);
}

impl Scalar for Percent {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        read_number(value, reader, Self::new, (0.0, 100.0))
    }
    fn write(&self, writer: &mut Writer) {
        writer.plain(self.0);
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "number", "minimum": 0, "maximum": 100 })
    }
    filled_in_as!(Percent);
}

impl Scalar for u64 {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        read_whole(value, reader, MAX_WHOLE)
    }
    fn write(&self, writer: &mut Writer) {
        writer.plain(self);
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": MAX_WHOLE })
    }
    filled_in_as!(Count);
}

impl Scalar for f64 {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let number = value.as_f64();
        if number.is_none() {
            reader.report_type(Expected::Number, value);
        }
        number
    }
    /// JSON has no word for what is not finite: it is left unknown rather than break the file.
    fn write(&self, writer: &mut Writer) {
        if self.is_finite() {
            writer.plain(self);
        } else {
            writer.plain("null");
        }
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "number" })
    }
    filled_in_as!(Number);
}

impl Scalar for bool {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let found = value.as_bool();
        if found.is_none() {
            reader.report_type(Expected::YesNo, value);
        }
        found
    }
    fn write(&self, writer: &mut Writer) {
        writer.plain(self);
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "boolean" })
    }
    filled_in_as!(YesNo);
}

impl Scalar for String {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let found = value.as_str();
        if found.is_none() {
            reader.report_type(Expected::Text, value);
        }
        found.map(Self::from)
    }
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "string" })
    }
    const WIDGET: Option<Widget> = Some(Widget::Line);
    fn datum(&self) -> Datum {
        Datum::Text(self.clone())
    }
    fn of_datum(datum: Datum) -> Option<Self> {
        match datum {
            Datum::Text(text) => Some(text),
            Datum::Absent => Some(Self::new()),
            _ => None,
        }
    }
}

impl Scalar for Date {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let text = String::read(value, reader)?;
        let date = Self::parse(&text);
        if date.is_none() {
            reader.report(ProblemKind::BadDate(text.chars().take(40).collect()));
        }
        date
    }
    fn write(&self, writer: &mut Writer) {
        writer.text(&self.to_string());
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "string", "format": "date" })
    }
    filled_in_as!(Date);
}

impl Scalar for Minutes {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Number(_) => read_whole(value, reader, MAX_MINUTES).map(Self::exact),
            Value::Object(map) if map.len() == 2 && map.contains_key("low") && map.contains_key("high") => {
                let low = reader.at_field("low", |reader| read_whole(&map["low"], reader, MAX_MINUTES))?;
                let high = reader.at_field("high", |reader| read_whole(&map["high"], reader, MAX_MINUTES))?;
                let range = Self::range(low, high);
                if range.is_none() {
                    reader.report(ProblemKind::LowAboveHigh);
                }
                range
            }
            _ => {
                reader.report_type(Expected::Minutes, value);
                None
            }
        }
    }
    fn write(&self, writer: &mut Writer) {
        if self.low == self.high {
            writer.plain(self.low);
        } else {
            writer.object(|writer| {
                writer.field("low", &self.low);
                writer.field("high", &self.high);
            });
        }
    }
    fn schema(_: &mut Schema) -> Value {
        let end = json!({ "type": "integer", "minimum": 0, "maximum": MAX_MINUTES });
        json!({
            "description": "Minutes, exact or as a range.",
            "oneOf": [
                end,
                {
                    "type": "object",
                    "properties": { "low": end, "high": end },
                    "required": ["low", "high"],
                    "additionalProperties": false
                }
            ]
        })
    }
    filled_in_as!(Minutes);
}
