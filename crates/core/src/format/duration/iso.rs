//! Durations of ISO 8601: `P1DT2H`, `PT90M`, `P2W`, `P0,5D`.

use super::units::Unit;

/// Minutes of a folded (lower case) ISO 8601 duration, or `None` where the text is none.
pub fn read(folded: &str) -> Option<f64> {
    let rest = folded.strip_prefix('p')?;
    let (date, time) = match rest.split_once('t') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (rest, ""),
    };
    if date.is_empty() && time.is_empty() {
        return None;
    }
    let days = amounts(date, &[('y', Unit::Year), ('m', Unit::Month), ('w', Unit::Week), ('d', Unit::Day)])?;
    let hours = amounts(time, &[('h', Unit::Hour), ('m', Unit::Minute), ('s', Unit::Second)])?;
    Some(days + hours)
}

/// Adds up `number letter` pairs whose letters come in the given order, each at most once.
fn amounts(mut text: &str, mut letters: &[(char, Unit)]) -> Option<f64> {
    let mut minutes = 0.0;
    while !text.is_empty() {
        let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',')?;
        let count: f64 = text[..end].replace(',', ".").parse().ok()?;
        let letter = text[end..].chars().next()?;
        let at = letters.iter().position(|(known, _)| *known == letter)?;
        minutes += count * letters[at].1.minutes();
        letters = &letters[at + 1..];
        text = &text[end + letter.len_utf8()..];
    }
    Some(minutes)
}
