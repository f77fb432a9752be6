//! The corners of JavaScript that Mermaid's grammar rests on: its white space, its word characters and its
//! numbers differ from Rust's.

/// A character that JavaScript's `\s` matches and `trim` takes away.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}')
}

/// A character that ends a line for `^` and `.` in a JavaScript expression.
pub(super) fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// A character that `\w` matches without the `u` flag.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// `String.prototype.trim`.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// How many bytes at the start of `text` satisfy `wanted`.
pub(super) fn run(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c| !wanted(c)).unwrap_or(text.len())
}

/// `Number(text)`: 0 for blank text, NaN for what is no number. Prefixed integers beyond 2^53 may be rounded
/// otherwise than JavaScript does; no score is that large.
pub(super) fn number(text: &str) -> f64 {
    let text = trim(text);
    if text.is_empty() {
        return 0.0;
    }
    if let Some(radix) = text.get(..2).and_then(radix_of) {
        return whole(&text[2..], radix);
    }
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let value = if unsigned == "Infinity" {
        f64::INFINITY
    } else if is_decimal(unsigned) {
        unsigned.parse().unwrap_or(f64::NAN)
    } else {
        f64::NAN
    };
    if negative { -value } else { value }
}

fn radix_of(prefix: &str) -> Option<u32> {
    match prefix {
        "0x" | "0X" => Some(16),
        "0o" | "0O" => Some(8),
        "0b" | "0B" => Some(2),
        _ => None,
    }
}

fn whole(digits: &str, radix: u32) -> f64 {
    if digits.is_empty() {
        return f64::NAN;
    }
    digits
        .chars()
        .try_fold(0.0, |sum, c| Some(sum * f64::from(radix) + f64::from(c.to_digit(radix)?)))
        .unwrap_or(f64::NAN)
}

/// `12`, `12.`, `.5`, `1.5e-3`: a StrDecimalLiteral without its sign.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let sound_exponent = exponent.is_none_or(|e| {
        let e = e.strip_prefix(['+', '-']).unwrap_or(e);
        !e.is_empty() && digits(e)
    });
    digits(before) && digits(after) && !(before.is_empty() && after.is_empty()) && sound_exponent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_javascript_reads_them() {
        for (text, expected) in [
            ("", 0.0),
            (" 3 ", 3.0),
            ("\u{feff}4\u{a0}", 4.0),
            ("5.", 5.0),
            (".5", 0.5),
            ("+2", 2.0),
            ("-2", -2.0),
            ("3e0", 3.0),
            ("1E1", 10.0),
            ("0x5", 5.0),
            ("0b11", 3.0),
            ("0O7", 7.0),
            ("1e999", f64::INFINITY),
            ("-Infinity", f64::NEG_INFINITY),
        ] {
            assert!(number(text).total_cmp(&expected).is_eq(), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_there_is_none_here() {
        for text in [
            "good", "3,5", "4/5", "\u{ff15}", "inf", "nan", "infinity", "1_0", "0x", "-0x5", "0xg", ".",
            "e5", "5e", "5e+", "1 2", "--1", "0x+5",
        ] {
            assert!(number(text).is_nan(), "{text:?}");
        }
    }
}
