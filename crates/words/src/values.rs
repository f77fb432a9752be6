//! Values in words: times, dates, ratings, amounts, lists.

use crosslane_core::model::{Date, Minutes, Percent, Rating};

use crate::en::values as en;

/// How many of a list are named before the rest is only counted.
const LISTED: usize = 6;

/// A time, exact: `1 day`, `1 to 2 weeks`, `up to 3 hours`, `1 hour 30 min`.
pub fn minutes(time: Minutes) -> String {
    let (low, high) = (time.low(), time.high());
    if low == high {
        return single(low);
    }
    if low == 0 {
        return [en::UP_TO, &single(high)].concat();
    }
    match unit_for(low, high) {
        Some(unit) => [
            &number(low / unit.minutes),
            en::RANGE,
            &number(high / unit.minutes),
            " ",
            word(unit, high / unit.minutes),
        ]
        .concat(),
        None => [&single(low), en::RANGE, &single(high)].concat(),
    }
}

/// The longest unit in which both times are whole numbers of a size people use.
fn unit_for(low: u64, high: u64) -> Option<&'static en::TimeUnit> {
    en::TIME_UNITS.iter().find(|unit| {
        let whole = low.is_multiple_of(unit.minutes) && high.is_multiple_of(unit.minutes);
        whole && high / unit.minutes <= unit.most
    })
}

fn word(unit: &en::TimeUnit, count: u64) -> &'static str {
    if count == 1 { unit.one } else { unit.many }
}

fn single(minutes: u64) -> String {
    if let Some(unit) = unit_for(minutes, minutes).filter(|_| minutes > 0) {
        let count = minutes / unit.minutes;
        return [&number(count), " ", word(unit, count)].concat();
    }
    // From days downwards: "1 month 3 days" would be read as a date.
    let mut rest = minutes;
    let mut parts = String::new();
    for unit in &en::TIME_UNITS[2..] {
        let count = rest / unit.minutes;
        rest %= unit.minutes;
        let last_chance = unit.minutes == 1 && parts.is_empty();
        if count == 0 && !last_chance {
            continue;
        }
        if !parts.is_empty() {
            parts.push(' ');
        }
        parts.push_str(&number(count));
        parts.push(' ');
        parts.push_str(word(unit, count));
    }
    parts
}

/// A date: `31 March 2026`.
pub fn date(date: Date) -> String {
    let text = date.to_string();
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|month| month.parse::<usize>().ok()).and_then(|month| month.checked_sub(1));
    match (year, month.and_then(|month| en::MONTHS.get(month)), day) {
        (Some(year), Some(month), Some(day)) => [day.trim_start_matches('0'), " ", month, " ", year].concat(),
        _ => text,
    }
}

/// A rating, 1 to 5, with at most one decimal: `3`, `3.5`.
pub fn rating(rating: Rating) -> String {
    decimal(rating.value())
}

/// A percentage with at most one decimal: `40%`.
pub fn percent(percent: Percent) -> String {
    let mut text = decimal(percent.value());
    text.push('%');
    text
}

/// A number with at most one decimal: `1,250.5`.
pub fn decimal(value: f64) -> String {
    if !value.is_finite() || value.abs() > 9e15 {
        return value.to_string();
    }
    let tenths = (value.abs() * 10.0).round();
    // Below 9e16 and not negative: a whole number of tenths.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let tenths = tenths as u64;
    let mut text = if value < 0.0 && tenths > 0 { String::from("-") } else { String::new() };
    text.push_str(&number(tenths / 10));
    if !tenths.is_multiple_of(10) {
        text.push(en::DECIMAL);
        text.push_str(&(tenths % 10).to_string());
    }
    text
}

/// A whole number, thousands parted: `12,000`.
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(en::THOUSANDS);
        }
        text.push(digit);
    }
    text
}

/// How many of something: `1 handoff`, `2,000 handoffs`.
pub fn count(how_many: u64, one: &str, many: &str) -> String {
    let word = if how_many == 1 { one } else { many };
    [number(how_many).as_str(), " ", word].concat()
}

/// Several things: `A`, `A and B`, `A, B and C`; of many, the first and how many more.
pub fn list(items: &[String]) -> String {
    let named = if items.len() > LISTED + 1 { LISTED } else { items.len() };
    let (shown, rest) = items.split_at(named);
    let mut text = String::new();
    for (at, item) in shown.iter().enumerate() {
        if at > 0 {
            let last = rest.is_empty() && at + 1 == shown.len();
            text.push_str(if last { en::AND } else { en::COMMA });
        }
        text.push_str(item);
    }
    if !rest.is_empty() {
        text.push_str(en::AND);
        text.push_str(&rest.len().to_string());
        text.push_str(en::MORE);
    }
    text
}

/// How many of the checks are answered, 0 to 100: whole per cent, rounded down, so that 100% means all.
pub fn answered(percent: f64) -> String {
    decimal(percent.floor()) + "%"
}

/// Yes or no.
pub fn yes_no(yes: bool) -> &'static str {
    if yes { en::YES } else { en::NO }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    const DAY: u64 = 24 * 60;

    #[test]
    fn says_times_as_people_do() {
        let cases = [
            (0, 0, "0 min"),
            (1, 1, "1 min"),
            (90, 90, "90 min"),
            (150, 150, "2 hours 30 min"),
            (60, 60, "1 hour"),
            (DAY, DAY, "1 day"),
            (2 * DAY, 2 * DAY, "2 days"),
            (36 * 60, 36 * 60, "36 hours"),
            (7 * DAY, 14 * DAY, "1 to 2 weeks"),
            (30 * DAY, 30 * DAY, "1 month"),
            (45 * DAY, 45 * DAY, "45 days"),
            (0, 3 * DAY, "up to 3 days"),
            (30, 120, "30 min to 2 hours"),
            (10, 20, "10 to 20 min"),
            (DAY, 7 * DAY, "1 to 7 days"),
            (3 * DAY + 61, 3 * DAY + 61, "3 days 1 hour 1 min"),
            (1000 * DAY + 1, 1000 * DAY + 1, "1,000 days 1 min"),
        ];
        for (low, high, words) in cases {
            assert_eq!(minutes(Minutes::range(low, high).unwrap()), words);
        }
    }

    #[test]
    fn times_that_differ_never_read_the_same() {
        let mut seen = std::collections::HashSet::new();
        for minute in (0..5 * DAY).chain((0..400).map(|day| 5 * DAY + day * DAY + 7)) {
            assert!(seen.insert(minutes(Minutes::exact(minute))), "{minute}");
        }
    }

    #[test]
    fn says_dates_and_numbers() {
        assert_eq!(date(Date::parse("2026-03-01").unwrap()), "1 March 2026");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(number(100), "100");
        assert_eq!(rating(Rating::new(3.25).unwrap()), "3.3");
        assert_eq!(percent(Percent::new(40.0).unwrap()), "40%");
        assert_eq!(decimal(-0.04), "0");
        assert_eq!(decimal(-1234.56), "-1,234.6");
        assert_eq!(decimal(f64::NAN), "NaN");
        assert_eq!(count(1, "handoff", "handoffs"), "1 handoff");
        assert_eq!(count(0, "handoff", "handoffs"), "0 handoffs");
    }

    #[test]
    fn lists_as_people_do_and_counts_the_rest_of_many() {
        let names = |count: usize| (1..=count).map(|at| at.to_string()).collect::<Vec<_>>();
        assert_eq!(list(&names(0)), "");
        assert_eq!(list(&names(1)), "1");
        assert_eq!(list(&names(2)), "1 and 2");
        assert_eq!(list(&names(7)), "1, 2, 3, 4, 5, 6 and 7");
        assert_eq!(list(&names(9)), "1, 2, 3, 4, 5, 6 and 3 more");
    }
}
