//! How a table separates its cells and writes its numbers, found by looking at it.

use crate::sort::Sort;

use super::quotes::quoted;

/// How the cells of a table are separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delimiter {
    /// A tab: blocks copied from a spreadsheet, "Unicode text", `.tsv`.
    Tab,
    /// A semicolon: CSV of countries that write numbers with a comma.
    Semicolon,
    /// A comma: CSV of the others.
    Comma,
    /// A vertical bar.
    Pipe,
}

impl Delimiter {
    /// All of them; where two fit a table equally well, the earlier one is taken.
    pub const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Comma, Self::Pipe];

    /// The byte it is in every encoding that is read.
    pub fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Pipe => b'|',
        }
    }

    pub(super) fn of_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|delimiter| delimiter.byte() == byte)
    }
}

/// Rows that decide on the delimiter.
const LOOKED_AT: usize = 200;

/// The delimiter that a spreadsheet wrote in a first line of its own (`sep=;`), with the length of
/// that line including its end.
pub fn declared(text: &str) -> Option<(Delimiter, usize)> {
    let rest = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &text[4..])?;
    let delimiter = Delimiter::of_byte(*rest.as_bytes().first()?)?;
    let end = match rest.as_bytes().get(1..) {
        Some([b'\r', b'\n', ..]) => 3,
        Some([b'\r' | b'\n', ..]) => 2,
        Some([]) => 1,
        _ => return None,
    };
    Some((delimiter, 4 + end))
}

/// The delimiter that cuts the rows most evenly, quotes respected. A text without any is one column:
/// its delimiter does not matter.
pub fn sniff(text: &str) -> Delimiter {
    let rows = counts(text);
    let best = Delimiter::ALL.into_iter().enumerate().max_by_key(|(at, _)| {
        let column: Vec<usize> = rows.iter().map(|counts| counts[*at]).collect();
        // `max_by_key` takes the last of equals: the order of `ALL` is turned round.
        (evenness(&column), std::cmp::Reverse(*at))
    });
    best.map_or(Delimiter::Comma, |(_, delimiter)| delimiter)
}

/// How well a delimiter with so many occurrences per row explains a table: it stands in the first
/// row, the share of rows (in percent) that agree with the most frequent count, and that count.
fn evenness(counts: &[usize]) -> (bool, usize, usize) {
    let in_first = counts.first().is_some_and(|count| *count > 0);
    let mut sorted: Vec<usize> = counts.iter().copied().filter(|count| *count > 0).collect();
    sorted.arrange();
    let most = sorted
        .chunk_by(|left, right| left == right)
        .map(|equal| (equal.len(), equal[0]))
        .max()
        .unwrap_or((0, 0));
    (in_first, most.0 * 100 / counts.len().max(1), most.1)
}

/// Occurrences of each delimiter outside quotes, per row that is not empty.
fn counts(text: &str) -> Vec<[usize; Delimiter::ALL.len()]> {
    let bytes = text.as_bytes();
    let ends_cell = |byte: u8| matches!(byte, b'\n' | b'\r') || Delimiter::of_byte(byte).is_some();
    let mut rows = Vec::new();
    let mut row = [0; Delimiter::ALL.len()];
    let mut empty = true;
    let mut at = 0;
    while at < bytes.len() && rows.len() < LOOKED_AT {
        at += bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        if bytes.get(at) == Some(&b'"')
            && let Some(found) = quoted(bytes, at, ends_cell)
        {
            at = found.end;
            empty = false;
        }
        let cell = bytes[at..].iter().position(|byte| ends_cell(*byte)).unwrap_or(bytes.len() - at);
        empty &= cell == 0;
        at += cell;
        match bytes.get(at).and_then(|byte| Delimiter::ALL.iter().position(|one| one.byte() == *byte)) {
            Some(delimiter) => {
                row[delimiter] += 1;
                empty = false;
            }
            None if empty => {}
            None => {
                rows.push(std::mem::take(&mut row));
                empty = true;
            }
        }
        at += 1;
    }
    rows
}

/// Whether the numbers of a table have a decimal comma, as far as its cells show: `1,5` says yes,
/// `1.5` says no, `1,500` says nothing. Where nothing shows, a semicolon between the cells says yes.
pub fn decimal_comma<'a>(cells: impl Iterator<Item = &'a str>, delimiter: Delimiter) -> bool {
    let short = cells.filter(|cell| cell.len() <= 40);
    let signs: Vec<char> =
        short.flat_map(|cell| cell.split(not_of_a_number).filter_map(decimal_sign)).collect();
    let commas = signs.iter().filter(|sign| **sign == ',').count();
    let points = signs.len() - commas;
    if commas == points { delimiter == Delimiter::Semicolon } else { commas > points }
}

fn not_of_a_number(letter: char) -> bool {
    !letter.is_ascii_digit() && letter != ',' && letter != '.'
}

/// The sign in digits and signs that can only be the decimal one. `1,500` may be either, and
/// `22.11.2026` is no number.
fn decimal_sign(digits: &str) -> Option<char> {
    let digits = digits.trim_end_matches([',', '.']);
    let (before, after) = digits.rsplit_once([',', '.'])?;
    let sign = if digits[before.len()..].starts_with(',') { ',' } else { '.' };
    let other = if sign == ',' { '.' } else { ',' };
    let single = !before.contains(sign) && !before.is_empty();
    (single && (after.len() != 3 || before.contains(other))).then_some(sign)
}
