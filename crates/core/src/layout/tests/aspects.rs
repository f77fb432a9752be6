use std::cell::Cell;
use std::sync::Arc;

use super::{id, workspace};
use crate::layout::*;
use crate::model::{Id, Journey, Touchpoint};

const ROWS: &[(usize, RowHeight)] =
    &[(2, RowHeight::Text(1)), (0, RowHeight::Fixed(80.0)), (5, RowHeight::Text(2))];

fn journey() -> Journey {
    workspace(&[&["a", "b"], &["c"]], &[]).journeys[&id("j")].as_ref().clone()
}

fn named(journey: &mut Journey, name: &str, said: &str) {
    let touchpoint = Touchpoint { name: said.to_owned(), ..Touchpoint::default() };
    journey.touchpoints.insert(id(name), touchpoint.into());
}

fn name_in_row_5(_: Id, touchpoint: &Touchpoint, aspect: usize) -> String {
    if aspect == 5 { touchpoint.name.clone() } else { String::new() }
}

#[test]
fn a_row_is_as_high_as_its_longest_cell_up_to_a_limit() {
    let mut journey = journey();
    named(&mut journey, "b", "first\nsecond\nand a third one that is too long for a single line");
    let layout = AspectLayout::of(&journey, ROWS, &name_in_row_5, None);
    let line = CELL_PAD + LINE;
    assert_eq!(layout.row(2), Some((0.0, line)));
    assert_eq!(layout.row(0), Some((line, 80.0)));
    assert_eq!(layout.row(5), Some((line + 80.0, CELL_PAD + 5.0 * LINE)));
    assert_eq!(layout.row(1), None);
    let least = AspectLayout::of(&journey, ROWS, &|_, _, _| String::new(), None);
    assert_eq!(least.row(5).map(|(_, height)| height), Some(CELL_PAD + 2.0 * LINE));
    named(&mut journey, "c", &"x".repeat(100_000));
    let longest = AspectLayout::of(&journey, ROWS, &name_in_row_5, None);
    assert_eq!(longest.row(5).map(|(_, height)| height), Some(CELL_PAD + f64::from(MOST_LINES) * LINE));
    let rows: f64 = longest.rows.iter().map(|row| row.height).sum();
    assert!((longest.height - rows).abs() < 1e-9);
}

#[test]
fn only_what_changed_is_measured_again() {
    let asked = Cell::new(0);
    let text = |id: Id, touchpoint: &Touchpoint, aspect: usize| {
        asked.set(asked.get() + 1);
        name_in_row_5(id, touchpoint, aspect)
    };
    let mut journey = journey();
    let first = AspectLayout::of(&journey, ROWS, &text, None);
    assert_eq!(asked.take(), 6, "three touchpoints, two rows of text");
    named(&mut journey, "b", "one\ntwo\nthree");
    let second = AspectLayout::of(&journey, ROWS, &text, Some(&first));
    assert_eq!(asked.take(), 2);
    assert_ne!(first, second);
    let same = Arc::new(AspectLayout::of(&journey, ROWS, &text, Some(&second)));
    assert_eq!((asked.take(), same.as_ref() == &second), (0, true));
    AspectLayout::of(&journey, &ROWS[..2], &text, Some(&second));
    assert_eq!(asked.take(), 3, "other rows: everything is measured anew");
}
