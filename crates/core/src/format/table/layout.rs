//! Which column of a sheet is what.

use std::collections::HashSet;

use super::column::{Column, Kind};
use super::names::{Candidate, Names};
use super::problem::{Problem, ProblemKind};
use super::sheet::{Row, Sheet};
use super::value::Setting;
use super::{list, words};
use crate::format::duration::{self, Unit, unit_in_header};
use crate::model::ChoiceKind;
use crate::sort::Sort;

/// Rows among which the headers are looked for.
const HEADERS_AMONG: usize = 10;

/// Cells of a column that are looked at to tell what it holds.
const LOOKED_AT: usize = 200;

/// Which column of a sheet is what: proposed from its headers, and open to change by the person who
/// reads it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Rows of the sheet before the first touchpoint, the headers among them.
    pub skipped: usize,
    /// The columns from left to right.
    pub columns: Vec<ColumnUse>,
    /// What is to be known about the headers.
    pub problems: Vec<Problem>,
}

/// What a column of a sheet is used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// Its header, or `Column 3` where it has none.
    pub header: String,
    /// What becomes of its cells.
    pub part: Part,
}

/// What becomes of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// They are this of the touchpoint.
    Column(Column),
    /// They go into the notes, each after the header of the column.
    Notes,
    /// They are left out: they only number the rows.
    Nothing,
}

impl Layout {
    /// Proposes what each column of a sheet is: by its header, or without headers by what it holds.
    pub fn propose(sheet: &Sheet) -> Self {
        let names = Names::all();
        let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        match header_row(sheet, names) {
            Some(at) => by_headers(sheet, names, at, width),
            None => by_content(sheet, width),
        }
    }

    /// Whether some column holds the names of touchpoints; without one there is nothing to read.
    pub fn has_touchpoints(&self) -> bool {
        self.position(Column::Touchpoint).is_some()
    }

    /// The first column of the sheet that is this one, from 0.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|used| used.part == Part::Column(column))
    }
}

impl ColumnUse {
    /// What is known of its cells from its header.
    pub(super) fn setting(&self, decimal_comma: bool) -> Setting {
        Setting { decimal_comma, unit: unit_in_header(&self.header) }
    }
}

/// The row that names the columns: the first with two names in it, or whose only name is that of the
/// touchpoint.
fn header_row(sheet: &Sheet, names: &Names) -> Option<usize> {
    let known = |row: &Row| -> HashSet<Column> {
        let candidates = row.cells.iter().filter_map(|cell| names.of(cell).first());
        candidates.map(|candidate| candidate.column).collect()
    };
    let first = sheet.rows.iter().take(HEADERS_AMONG).position(|row| known(row).len() >= 2);
    first.or_else(|| {
        let row = sheet.rows.first()?;
        known(row).contains(&Column::Touchpoint).then_some(0)
    })
}

fn by_headers(sheet: &Sheet, names: &Names, at: usize, width: usize) -> Layout {
    let body = &sheet.rows[at + 1..];
    let row = &sheet.rows[at];
    let headers: Vec<&str> = (0..width).map(|column| cell(row, column)).collect();
    let problem = |kind, column: usize| Problem::of_cell(kind, (row.number, column + 1), headers[column], "");
    let mut problems = above(&sheet.rows[..at]);
    let mut parts = vec![None; width];
    let mut ways = Vec::new();
    for (column, header) in headers.iter().enumerate() {
        if numbers_rows(header, body, column) {
            parts[column] = Some(Part::Nothing);
            problems.push(problem(ProblemKind::RowNumbers, column));
            continue;
        }
        let candidates = candidates(names, header, body, column);
        if let Some(other) = candidates.first().filter(|first| other_scale(header, first.column)) {
            parts[column] = Some(Part::Notes);
            problems.push(problem(ProblemKind::OtherScale(other.column), column));
            continue;
        }
        ways.extend(
            candidates.into_iter().enumerate().map(|(choice, way)| (choice, way.rank, column, way.column)),
        );
    }
    assign(&mut parts, ways.clone());
    if !parts.contains(&Some(Part::Column(Column::Touchpoint))) {
        name_touchpoints(&mut parts, body);
    }
    for (column, part) in parts.iter().enumerate() {
        if part.is_none() && filled(body, column).next().is_some() {
            let meant = ways.iter().find(|way| way.2 == column).map(|way| way.3);
            let kind = meant.map_or(ProblemKind::HeaderNotUnderstood, ProblemKind::ColumnTwice);
            problems.push(problem(kind, column));
        }
    }
    let used = |(column, part): (usize, Option<Part>)| ColumnUse {
        header: title(headers[column], column),
        part: part.unwrap_or(Part::Notes),
    };
    Layout { skipped: at + 1, columns: parts.into_iter().enumerate().map(used).collect(), problems }
}

/// Gives every column its meaning: first choices before second ones, good names before lesser ones,
/// and no meaning twice.
fn assign(parts: &mut [Option<Part>], mut ways: Vec<(usize, usize, usize, Column)>) {
    ways.arrange();
    let mut taken = HashSet::new();
    for (_, _, column, meaning) in ways {
        if parts[column].is_none() && taken.insert(meaning) {
            parts[column] = Some(Part::Column(meaning));
        }
    }
}

/// Without a touchpoint's header, what the customer does names the touchpoint, else the first column
/// of texts that means nothing else.
fn name_touchpoints(parts: &mut [Option<Part>], body: &[Row]) {
    let action = parts.iter().position(|part| *part == Some(Part::Column(Column::Action)));
    let texts = || (0..parts.len()).find(|column| parts[*column].is_none() && holds_texts(body, *column));
    if let Some(column) = action.or_else(texts) {
        parts[column] = Some(Part::Column(Column::Touchpoint));
    }
}

fn candidates(names: &Names, header: &str, body: &[Row], column: usize) -> Vec<Candidate> {
    let mut candidates = names.of(header).to_vec();
    // Many call a phase a stage: the cells tell.
    if candidates.len() > 1 && candidates[0].column == Column::Stage {
        let stages =
            filled(body, column).filter(|cell| words::choice(ChoiceKind::Stage, cell).is_some()).count();
        if stages * 2 < filled(body, column).count() {
            candidates.remove(0);
        }
    }
    candidates
}

/// A table without headers: the first column of texts names the touchpoints, the second their
/// owners; columns that hold nothing but stages or times say so themselves.
fn by_content(sheet: &Sheet, width: usize) -> Layout {
    let body = &sheet.rows;
    let mut free = HashSet::from([Column::Stage, Column::Duration, Column::Touchpoint, Column::Owner]);
    let mut take = |column: Column| free.remove(&column).then_some(Part::Column(column));
    let parts: Vec<Option<Part>> = (0..width)
        .map(|column| {
            if all(body, column, |cell| words::choice(ChoiceKind::Stage, cell).is_some()) {
                take(Column::Stage)
            } else if all(body, column, is_time) {
                take(Column::Duration)
            } else if holds_texts(body, column) {
                take(Column::Touchpoint).or_else(|| take(Column::Owner))
            } else {
                None
            }
        })
        .collect();
    let columns = parts
        .into_iter()
        .enumerate()
        .map(|(column, part)| ColumnUse { header: title("", column), part: part.unwrap_or(Part::Notes) });
    let problem = Problem::of_cell(ProblemKind::NoHeaders, (0, 0), "", "");
    Layout { skipped: 0, columns: columns.collect(), problems: vec![problem] }
}

fn above(rows: &[Row]) -> Vec<Problem> {
    let told = |row: &Row| {
        let text = row.cells.iter().filter(|cell| !cell.trim().is_empty()).map(String::as_str);
        let text = text.collect::<Vec<_>>().join(" ");
        Problem::of_cell(ProblemKind::AboveHeaders, (row.number, 0), "", &text)
    };
    rows.iter().map(told).collect()
}

fn title(header: &str, column: usize) -> String {
    let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
    if header.is_empty() { format!("Column {}", column + 1) } else { header }
}

/// Whether a column only counts the rows: whole numbers that never fall, under a header that says so
/// or that names the rows.
fn numbers_rows(header: &str, body: &[Row], column: usize) -> bool {
    let named = Names::numbers_rows(header) || matches!(header.trim().to_lowercase().as_str(), "id" | "step");
    let mut last = 0;
    let mut cells = filled(body, column).peekable();
    named
        && cells.peek().is_some()
        && cells.all(|cell| {
            let number = cell.trim().trim_end_matches('.').parse::<u64>().ok();
            let rises = number.is_some_and(|number| number >= last);
            last = number.unwrap_or(last);
            rises
        })
}

/// Whether a header names another scale or time than the column has: `Satisfaction (1-10)`,
/// `CSAT (%)`, `Volume (per year)`.
fn other_scale(header: &str, column: Column) -> bool {
    let Some((_, inside)) = header.split_once(['(', '[']) else { return false };
    let inside = inside.trim_end_matches([')', ']']).to_lowercase();
    match column.kind() {
        Kind::Rating => {
            let numbers: Vec<&str> = inside
                .split(|letter: char| !letter.is_ascii_digit())
                .filter(|part| !part.is_empty())
                .collect();
            let scale = matches!(numbers[..], [] | ["1", "5"] | ["5"] | ["5", "1"]);
            !scale || inside.contains('%') || inside.contains("nps")
        }
        Kind::Count => {
            let units = inside.split(|letter: char| !letter.is_alphabetic()).filter_map(Unit::named);
            units.into_iter().any(|unit| unit != Unit::Month)
        }
        _ => false,
    }
}

fn cell(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", String::as_str)
}

/// The cells of a column that say something, as far as they are looked at.
fn filled(body: &[Row], column: usize) -> impl Iterator<Item = &str> {
    body.iter().map(move |row| cell(row, column)).filter(|cell| !list::is_blank(cell)).take(LOOKED_AT)
}

fn all(body: &[Row], column: usize, holds: impl Fn(&str) -> bool) -> bool {
    let mut cells = filled(body, column).peekable();
    cells.peek().is_some() && cells.all(holds)
}

fn is_time(cell: &str) -> bool {
    duration::read(cell, None, false).is_some_and(|reading| !reading.assumed_minutes)
}

/// Whether a column holds texts, not numbers.
fn holds_texts(body: &[Row], column: usize) -> bool {
    filled(body, column).any(|cell| cell.chars().any(char::is_alphabetic))
}
