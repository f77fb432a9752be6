//! Numbers as spreadsheets of different countries write them.

/// Longest number that is looked at, in bytes.
const LONGEST: usize = 40;

/// A number without a sign: `3`, `2.5`, `2,5`, `1,234.5`, `1.234,5`, `1 234`, `1'234`.
///
/// Only `1,500` and `1.500` need to know the country: `decimal_comma` says whether the comma is
/// the decimal sign. `None` where the text is no such number.
pub fn read(text: &str, decimal_comma: bool) -> Option<f64> {
    number(text, |sign| (sign == ',') == decimal_comma)
}

/// A count, where three digits after a single sign are always thousands: `1,500` and `1.500` are
/// fifteen hundred. Fractions such as `12.5` are still read.
pub fn read_count(text: &str) -> Option<f64> {
    number(text, |_| false)
}

/// Reads a number; `decides` says whether a sign before exactly three digits is the decimal one.
fn number(text: &str, decides: impl Fn(char) -> bool) -> Option<f64> {
    let text = text.trim();
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() > LONGEST || !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = match text.rfind(['.', ',']) {
        None => (text, ""),
        Some(at) => {
            let sign = if text.as_bytes()[at] == b',' { ',' } else { '.' };
            let (before, after) = (&text[..at], &text[at + 1..]);
            let repeated = before.contains(sign);
            let three = after.len() == 3 && before.len() <= 3 && before != "0";
            let other = before.contains(['.', ',', ' ', '\'']);
            if repeated || (three && !other && !decides(sign)) { (text, "") } else { (before, after) }
        }
    };
    if !fraction.is_empty() && !plain(fraction) || text.ends_with(['.', ',']) {
        return None;
    }
    format!("{}.{fraction}", ungrouped(whole)?).parse().ok()
}

/// The digits of `1,234,567`, of `1 234 567` or of plain digits: one kind of sign, groups of three.
fn ungrouped(whole: &str) -> Option<String> {
    let sign = whole.chars().find(|letter| !letter.is_ascii_digit());
    let Some(sign) = sign else { return Some(whole.to_owned()) };
    if !matches!(sign, '.' | ',' | ' ' | '\'' | '\u{a0}' | '\u{202f}' | '\u{2009}') {
        return None;
    }
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let good = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3 && digits(group));
    good.then(|| whole.replace(sign, ""))
}

/// Prints a number so that [`read`] takes it back in either country: whole numbers without a sign,
/// others with a full stop, and never exactly three digits behind it.
pub fn print(value: f64) -> String {
    let text = format!("{value}");
    match text.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => text + "0",
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_both_countries_are_understood() {
        for (text, point, comma) in [
            ("3", Some(3.0), Some(3.0)),
            ("2.5", Some(2.5), Some(2.5)),
            ("2,5", Some(2.5), Some(2.5)),
            ("1,500", Some(1500.0), Some(1.5)),
            ("1.500", Some(1.5), Some(1500.0)),
            ("0,125", Some(0.125), Some(0.125)),
            ("1,234.5", Some(1234.5), Some(1234.5)),
            ("1.234,5", Some(1234.5), Some(1234.5)),
            ("1,234,567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1 234", Some(1234.0), Some(1234.0)),
            ("1'234,50", Some(1234.5), Some(1234.5)),
            ("12,34,567", None, None),
            ("1 2", None, None),
            ("1.", None, None),
            (".5", None, None),
            ("-1", None, None),
            ("1e9", None, None),
            ("", None, None),
        ] {
            assert_eq!(read(text, false), point, "{text} with a decimal point");
            assert_eq!(read(text, true), comma, "{text} with a decimal comma");
        }
    }

    #[test]
    fn three_digits_of_a_count_are_thousands() {
        assert_eq!(read_count("1,500"), Some(1500.0));
        assert_eq!(read_count("1.500"), Some(1500.0));
        assert_eq!(read_count("12.5"), Some(12.5));
    }

    #[test]
    fn printed_numbers_read_back_in_both_countries() {
        for value in [1.0, 4.5, 1.125, 1234.0, 0.1, 3.333_333_333] {
            assert_eq!(read(&print(value), false), Some(value));
            assert_eq!(read(&print(value), true), Some(value));
            assert_eq!(read_count(&print(value)), Some(value));
        }
    }
}
