//! A sheet as touchpoints: every cell read by the meaning of its column.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::column::{Column, Kind};
use super::error::TableError;
use super::layout::{ColumnUse, Layout, Part};
use super::list;
use super::problem::{Problem, ProblemKind, Problems};
use super::sheet::{Row, Sheet};
use super::value::{Assumption, Setting, Value, read_cell};
use crate::format::ids::is_long;

/// The touchpoints of a table in its order, with what could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct StepTable {
    /// A row per touchpoint, and rows that only open a journey or a phase.
    pub rows: Vec<StepRow>,
    /// The columns it was read by, from left to right.
    pub columns: Vec<ColumnUse>,
    /// What is to be known, the headers first.
    pub problems: Problems,
}

/// One row of a step table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepRow {
    /// The row as a spreadsheet numbers it.
    pub number: usize,
    /// What its cells say. Journey and phase stand in every row: cells left empty below one that
    /// names them mean the same, as merged cells do.
    pub values: BTreeMap<Column, Value>,
    /// What no column holds, as lines for the notes.
    pub kept: Vec<String>,
    /// It names a phase and no touchpoint: a phase begins, even if the one above has the same name.
    pub opens_phase: bool,
}

impl StepRow {
    /// Whether it holds a touchpoint, and not merely the name of a journey or phase.
    pub fn is_touchpoint(&self) -> bool {
        let opens = |column: &Column| {
            matches!(column, Column::Journey | Column::Persona | Column::Phase | Column::Goal)
        };
        !self.kept.is_empty() || self.values.keys().any(|column| !opens(column))
    }

    /// A text of the row.
    pub fn text(&self, column: Column) -> Option<&str> {
        self.shared(column).map(AsRef::as_ref)
    }

    /// The same, to be shared.
    pub(super) fn shared(&self, column: Column) -> Option<&Arc<str>> {
        match self.values.get(&column) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A list of the row.
    pub fn list(&self, column: Column) -> Option<&[String]> {
        match self.values.get(&column) {
            Some(Value::List(items)) => Some(items),
            _ => None,
        }
    }

    /// The notes with everything no other column holds: the notes' own text first, then a line for
    /// each cell that could not be read or stands in a column of no meaning.
    pub fn notes(&self) -> Option<String> {
        let own = self.text(Column::Notes).map(str::to_owned);
        let lines: Vec<String> = own.into_iter().chain(self.kept.iter().cloned()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

impl StepTable {
    /// Reads the rows of a sheet by a layout.
    ///
    /// # Errors
    /// [`TableError::NoTouchpoints`] where no column names touchpoints; [`TableError::NameTooLong`].
    pub fn read(sheet: &Sheet, layout: &Layout) -> Result<Self, TableError> {
        if !layout.has_touchpoints() {
            return Err(TableError::NoTouchpoints);
        }
        if let Some(used) = layout.columns.iter().find(|used| is_long(&used.header)) {
            let row = layout.skipped.checked_sub(1).and_then(|at| sheet.rows.get(at));
            let row = row.map_or(0, |row| row.number);
            return Err(TableError::NameTooLong { row, header: used.header.clone() });
        }
        let mut problems = Problems::default();
        if sheet.dialect.unreadable > 0 {
            let kind = ProblemKind::UnreadableCharacters(sheet.dialect.unreadable);
            problems.push(Problem::of_cell(kind, (0, 0), "", ""));
        }
        for problem in &layout.problems {
            problems.push(problem.clone());
        }
        let decimal_comma = sheet.dialect.decimal_comma;
        let settings = layout.columns.iter().map(|used| used.setting(decimal_comma)).collect();
        let mut reader =
            Reader { layout, settings, problems, told: HashSet::new(), notes: Vec::new(), long: None };
        let mut rows = Vec::new();
        for row in sheet.rows.iter().skip(layout.skipped) {
            let read = reader.row(row);
            if let Some(error) = reader.long.take() {
                return Err(error);
            }
            reader.place(read, &mut rows);
        }
        reader.end_row(&mut rows);
        Ok(Self { rows, columns: layout.columns.clone(), problems: reader.problems })
    }

    /// The number of a column, from 1, and the header it has in the table; where the table does not
    /// have it, 0 and the header it would be written under.
    pub(super) fn place_of(&self, column: Column) -> (usize, &str) {
        let at = self.columns.iter().position(|used| used.part == Part::Column(column));
        at.map_or((0, column.header()), |at| (at + 1, self.columns[at].header.as_str()))
    }
}

struct Reader<'a> {
    layout: &'a Layout,
    /// What is known of the cells of each column.
    settings: Vec<Setting>,
    problems: Problems,
    /// Assumptions that were told, once for each column.
    told: HashSet<(usize, ProblemKind)>,
    /// Further notes of the last row that was placed.
    notes: Vec<Arc<str>>,
    /// A name that is too long.
    long: Option<TableError>,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row) -> StepRow {
        let mut read = StepRow { number: row.number, ..StepRow::default() };
        for (at, (used, cell)) in self.layout.columns.iter().zip(&row.cells).enumerate() {
            match used.part {
                Part::Nothing => {}
                Part::Notes if list::is_blank(cell) => {}
                Part::Notes => read.kept.push(line(&used.header, cell)),
                Part::Column(column) => self.cell(&mut read, column, (at, used), cell),
            }
        }
        read
    }

    fn cell(&mut self, read: &mut StepRow, column: Column, (at, used): (usize, &ColumnUse), cell: &str) {
        match read_cell(column, cell, self.settings[at]) {
            Ok(None) => {}
            // A person may give several columns one meaning: the first cell that says something has it.
            Ok(Some(_)) if read.values.contains_key(&column) => read.kept.push(line(&used.header, cell)),
            Ok(Some((value, assumption))) => {
                if is_too_long(column, &value) {
                    self.long =
                        Some(TableError::NameTooLong { row: read.number, header: used.header.clone() });
                }
                if let Some(assumption) = assumption {
                    let kind = match assumption {
                        Assumption::Minutes => ProblemKind::AssumedMinutes,
                        Assumption::BusinessDays => ProblemKind::BusinessDays,
                    };
                    if self.told.insert((at, kind)) {
                        self.tell(kind, read.number, (at, used), cell);
                    }
                }
                let value = self.single(value, read, column, (at, used), cell);
                read.values.insert(column, value);
            }
            Err(_) => {
                read.kept.push(line(&used.header, cell));
                self.tell(ProblemKind::Unreadable(column), read.number, (at, used), cell);
            }
        }
    }

    /// Of several values where there is one, the first is taken; the others stay in the notes.
    fn single(
        &mut self,
        value: Value,
        read: &mut StepRow,
        column: Column,
        (at, used): (usize, &ColumnUse),
        cell: &str,
    ) -> Value {
        match (column.kind(), value) {
            (Kind::Entry, Value::List(mut items)) if items.len() > 1 => {
                let others = list::join(items.iter().skip(1).map(String::as_str));
                read.kept.push(line(&used.header, &others));
                self.tell(ProblemKind::Several(column), read.number, (at, used), cell);
                items.truncate(1);
                Value::List(items)
            }
            (_, Value::List(items)) if column == Column::Owner && items.len() > 1 => {
                self.tell(ProblemKind::SeveralOwners, read.number, (at, used), cell);
                Value::List(items)
            }
            (_, value) => value,
        }
    }

    /// Fills journey and phase down, joins a continued row to the one above, and adds the row.
    fn place(&mut self, mut read: StepRow, rows: &mut Vec<StepRow>) {
        if read.values.is_empty() && read.kept.is_empty() {
            return;
        }
        read.opens_phase = !read.is_touchpoint() && read.values.contains_key(&Column::Phase);
        if let Some(above) = rows.last_mut() {
            if continues(&read, above) {
                self.problems.push(Problem::of_cell(ProblemKind::Continued, (read.number, 0), "", ""));
                join(above, read, &mut self.notes);
                return;
            }
            fill_down(&mut read, above);
        }
        if read.is_touchpoint() && !read.values.contains_key(&Column::Touchpoint) {
            self.problems.push(Problem::of_cell(ProblemKind::NoName, (read.number, 0), "", ""));
        }
        self.end_row(rows);
        rows.push(read);
    }

    /// Adds the notes of the rows that went on with the last one, all at once: each for itself would copy all before it.
    fn end_row(&mut self, rows: &mut [StepRow]) {
        let more = std::mem::take(&mut self.notes);
        if let Some(last) = rows.last_mut().filter(|_| !more.is_empty()) {
            let texts: Vec<&str> =
                last.text(Column::Notes).into_iter().chain(more.iter().map(AsRef::as_ref)).collect();
            let text = Value::Text(texts.join("\n").into());
            last.values.insert(Column::Notes, text);
        }
    }

    fn tell(&mut self, kind: ProblemKind, row: usize, (at, used): (usize, &ColumnUse), cell: &str) {
        self.problems.push(Problem::of_cell(kind, (row, at + 1), &used.header, cell));
    }
}

/// Whether a name is longer than names are. Texts may have any length.
fn is_too_long(column: Column, value: &Value) -> bool {
    let named =
        matches!(column.kind(), Kind::Name | Kind::Entry | Kind::Entries) || column == Column::Touchpoint;
    named
        && match value {
            Value::Text(text) => is_long(text),
            Value::List(names) => names.iter().any(|name| is_long(name)),
            _ => false,
        }
}

/// A cell that goes into the notes.
pub(super) fn line(header: &str, cell: &str) -> String {
    format!("{header}: {}", cell.trim())
}

/// Empty cells below a journey or phase mean the same one. A new journey begins without a phase.
fn fill_down(read: &mut StepRow, above: &StepRow) {
    let opens_journey = read.values.contains_key(&Column::Journey)
        && read.values.get(&Column::Journey) != above.values.get(&Column::Journey);
    for column in [Column::Journey, Column::Phase] {
        if let (None, Some(value), false) =
            (read.values.get(&column), above.values.get(&column), opens_journey)
        {
            read.values.insert(column, value.clone());
        }
    }
}

/// Whether a row goes on with the touchpoint above: further items of lists, further lines of notes,
/// and neither a name nor an identifier of its own.
fn continues(read: &StepRow, above: &StepRow) -> bool {
    let of_above = |column: &Column, value: &Value| {
        matches!(column, Column::Journey | Column::Phase) && above.values.get(column) == Some(value)
    };
    let listed =
        |column: &Column| matches!(column.kind(), Kind::Entries | Kind::Texts) && *column != Column::Owner;
    let adds = |column: &Column| listed(column) || *column == Column::Notes;
    above.values.contains_key(&Column::Touchpoint)
        && read.values.iter().all(|(column, value)| adds(column) || of_above(column, value))
        && (!read.kept.is_empty() || read.values.keys().any(adds))
}

/// Adds what a row says to the one above; its notes are left to [`Reader::end_row`].
fn join(above: &mut StepRow, read: StepRow, notes: &mut Vec<Arc<str>>) {
    for (column, value) in read.values {
        match (above.values.get_mut(&column), value) {
            (_, Value::Text(more)) if column == Column::Notes => notes.push(more),
            (Some(Value::List(items)), Value::List(more)) => items.extend(more),
            (Some(_), _) => {}
            (None, value) => drop(above.values.insert(column, value)),
        }
    }
    above.kept.extend(read.kept);
}
