//! The map by aspect: a row per aspect, as high as the longest of its cells needs.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Id, Journey, Touchpoint};

use super::{ColumnSizes, Columns};

/// The height of a line of text in a cell, in map units.
pub const LINE: f64 = 18.0;
/// The room above and below the text of a cell together, in map units.
pub const CELL_PAD: f64 = 14.0;
/// The most lines a row shows; longer cells scroll.
pub const MOST_LINES: u8 = 7;
/// How many characters of common text fit on a line of a cell.
const LINE_LENGTH: usize = 23;

/// How high a row is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowHeight {
    /// As high as the longest of its cells needs, and at least so many lines.
    Text(u8),
    /// Always the same, in map units.
    Fixed(f64),
}

/// A row of the map by aspect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AspectRow {
    /// Which aspect it is, by its number.
    pub aspect: usize,
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
}

/// The lines that the cells of a touchpoint need, as long as it stays the same value.
type Lines = HashMap<Id, (Arc<Touchpoint>, Box<[u8]>)>;

/// The map by aspect.
#[derive(Clone, Debug, Default)]
pub struct AspectLayout {
    /// The columns.
    pub columns: Columns,
    /// The rows from the top.
    pub rows: Vec<AspectRow>,
    /// From the top of the first row to the bottom of the last one.
    pub height: f64,
    lines: Lines,
}

impl PartialEq for AspectLayout {
    /// Equal where everything stands in the same place.
    fn eq(&self, other: &Self) -> bool {
        self.columns == other.columns && self.rows == other.rows
    }
}

impl AspectLayout {
    /// The layout of a journey with a row for each of `aspects`, by number. `text` gives what the cell of a
    /// touchpoint says; it is asked only for touchpoints that are not the same value as in `before`, which
    /// had the same aspects.
    pub fn of(
        journey: &Journey,
        aspects: &[(usize, RowHeight)],
        text: &dyn Fn(Id, &Touchpoint, usize) -> String,
        before: Option<&Self>,
    ) -> Self {
        let columns = Columns::of(journey, ColumnSizes::ASPECTS);
        let same_rows =
            |before: &&Self| before.rows.iter().map(|row| row.aspect).eq(aspects.iter().map(|row| row.0));
        let before = before.filter(same_rows);
        let mut lines = Lines::with_capacity(columns.columns.len());
        let mut most = vec![1_u8; aspects.len()];
        for column in &columns.columns {
            let Some(touchpoint) = journey.touchpoints.get(&column.touchpoint) else { continue };
            let known = before.and_then(|before| before.lines.get(&column.touchpoint));
            let known = known.filter(|(old, _)| Arc::ptr_eq(old, touchpoint)).map(|(_, lines)| lines.clone());
            let needed = known.unwrap_or_else(|| measure(column.touchpoint, touchpoint, aspects, text));
            for (most, needed) in most.iter_mut().zip(&needed) {
                *most = (*most).max(*needed);
            }
            lines.insert(column.touchpoint, (touchpoint.clone(), needed));
        }
        let (rows, height) = stack(aspects, &most);
        Self { columns, rows, height, lines }
    }

    /// Upper edge and height of an aspect's row; `None` where it is not shown.
    pub fn row(&self, aspect: usize) -> Option<(f64, f64)> {
        self.rows.iter().find(|row| row.aspect == aspect).map(|row| (row.top, row.height))
    }
}

fn measure(
    id: Id,
    touchpoint: &Touchpoint,
    aspects: &[(usize, RowHeight)],
    text: &dyn Fn(Id, &Touchpoint, usize) -> String,
) -> Box<[u8]> {
    let lines = |(aspect, height): &(usize, RowHeight)| match height {
        RowHeight::Text(_) => lines_of(&text(id, touchpoint, *aspect)),
        RowHeight::Fixed(_) => 1,
    };
    aspects.iter().map(lines).collect()
}

/// How many lines a text needs in a cell: estimated by its characters, so that no browser has to be asked.
pub fn lines_of(text: &str) -> u8 {
    let of_paragraph = |paragraph: &str| paragraph.chars().count().div_ceil(LINE_LENGTH).max(1);
    let lines: usize = text.lines().map(of_paragraph).sum();
    u8::try_from(lines).unwrap_or(MOST_LINES).clamp(1, MOST_LINES)
}

fn stack(aspects: &[(usize, RowHeight)], lines: &[u8]) -> (Vec<AspectRow>, f64) {
    let mut top = 0.0;
    let row = |((aspect, height), lines): (&(usize, RowHeight), &u8)| {
        let height = match height {
            RowHeight::Text(least) => CELL_PAD + LINE * f64::from((*lines).max(*least)),
            RowHeight::Fixed(height) => *height,
        };
        let row = AspectRow { aspect: *aspect, top, height };
        top += height;
        row
    };
    let rows = aspects.iter().zip(lines).map(row).collect();
    (rows, top)
}
