//! The session of the grid: where the person is, what is chosen, what is being typed.

use std::cell::Cell as Slot;
use std::sync::Arc;

use crosslane_core::format::table::Column;
use crosslane_core::format::table::grid::PasteProblem;
use crosslane_core::model::{Id, Journey, Map, Phase};
use leptos::html;

use super::columns;
use crate::app::{Shared, State};
use crate::reactive::prelude::*;
use crate::storage::Begun;

/// The height of a row in pixels, as in the style sheet.
pub const ROW_HEIGHT: u32 = 34;
/// The height of the headers in pixels, as in the style sheet.
pub const HEAD_HEIGHT: u32 = 36;
/// The width of the numbers of rows in pixels, as in the style sheet.
pub const NUMBER_WIDTH: u32 = 48;
/// Rows kept on the page above and below what is seen.
const BESIDE: usize = 6;

/// A cell by row and column, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The row; the last one is where a touchpoint can be added.
    pub row: usize,
    /// The column among those shown.
    pub column: usize,
}

/// The rows: a touchpoint each, with its phase.
#[derive(Clone, Default)]
pub struct Rows {
    order: Vec<Id>,
    phases: Map<Phase>,
    /// The touchpoints with their phases, in order.
    pub list: Vec<(Id, Id)>,
}

impl Rows {
    fn of(journey: &Journey) -> Self {
        let list = journey
            .ordered_phases()
            .flat_map(|(phase, of)| of.touchpoints.iter().map(move |id| (*id, phase)));
        Self { order: journey.phase_order.clone(), phases: journey.phases.clone(), list: list.collect() }
    }

    fn is_of(&self, journey: &Journey) -> bool {
        self.phases.ptr_eq(&journey.phases) && self.order == journey.phase_order
    }
}

/// What is being typed into the cell where the person is.
#[derive(Clone, PartialEq)]
pub struct Typing {
    /// What stands in the field at first.
    pub text: String,
    /// What stood in the cell.
    pub before: String,
    /// The version it stood in.
    pub begun: Begun,
}

/// What was pasted last.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What it did, in a line.
    pub summary: String,
    /// What is to be known.
    pub problems: Vec<PasteProblem>,
}

/// The session of the grid. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
pub struct Grid {
    // Large, and `Copy` at every step otherwise.
    state: State,
    /// The rows.
    pub rows: Memo<Shared<Rows>>,
    /// The columns shown.
    pub columns: RwSignal<Vec<Column>>,
    /// Where the person is.
    pub at: RwSignal<At>,
    /// The other corner of what is chosen.
    pub anchor: RwSignal<At>,
    /// What is being typed.
    pub typing: RwSignal<Option<Typing>>,
    /// Takes over what is being typed; `false` where it was refused.
    pub commit: StoredValue<Option<Callback<(), bool>>>,
    /// What was pasted last.
    pub report: RwSignal<Option<Report>>,
    /// The first row and the number of rows in sight.
    pub sight: RwSignal<(usize, usize)>,
    /// What scrolls.
    pub scroller: NodeRef<html::Div>,
    /// The row that has the focus: it stays on the page until another one has it.
    focused: RwSignal<usize>,
}

thread_local! {
    // The grid on the page, for commands.
    static SHOWN: Slot<Option<Grid>> = const { Slot::new(None) };
}

/// The grid on the page, if there is one.
pub fn shown() -> Option<Grid> {
    SHOWN.get()
}

impl Grid {
    /// Begins a session.
    pub fn new(state: State) -> Self {
        let rows = Memo::new(move |before: Option<&Shared<Rows>>| {
            let journey = state.journey().map(|(_, journey)| journey);
            match (before, journey) {
                (Some(before), Some(journey)) if before.is_of(&journey) => before.clone(),
                (_, Some(journey)) => Shared(Arc::new(Rows::of(&journey))),
                (_, None) => Shared(Arc::default()),
            }
        });
        let grid = Self {
            state,
            rows,
            columns: RwSignal::new(columns::remembered()),
            at: RwSignal::default(),
            anchor: RwSignal::default(),
            typing: RwSignal::new(None),
            commit: StoredValue::new(None),
            report: RwSignal::new(None),
            sight: RwSignal::new((0, 40)),
            scroller: NodeRef::new(),
            focused: RwSignal::new(0),
        };
        SHOWN.set(Some(grid));
        on_cleanup(|| SHOWN.set(None));
        grid
    }

    /// The state of the app.
    pub fn state(self) -> State {
        self.state
    }

    /// How many touchpoints there are.
    pub fn count(self) -> usize {
        self.rows.with_untracked(|rows| rows.list.len())
    }

    /// The touchpoint of a row.
    pub fn touchpoint(self, row: usize) -> Option<Id> {
        self.rows.with_untracked(|rows| rows.list.get(row).map(|(id, _)| *id))
    }

    /// The column at a position.
    pub fn column(self, at: usize) -> Option<Column> {
        self.columns.with_untracked(|columns| columns.get(at).copied())
    }

    /// What is chosen: the first and the last cell. Reactive.
    pub fn chosen(self) -> (At, At) {
        let (at, anchor) = (self.at.get(), self.anchor.get());
        let first = At { row: at.row.min(anchor.row), column: at.column.min(anchor.column) };
        let last = At { row: at.row.max(anchor.row), column: at.column.max(anchor.column) };
        (first, last)
    }

    /// The rows to draw. Reactive.
    pub fn drawn(self) -> Vec<usize> {
        let (first, seen) = self.sight.get();
        let last = self.rows.with(|rows| rows.list.len());
        let from = first.saturating_sub(BESIDE);
        let to = (first + seen + BESIDE).min(last);
        let mut rows: Vec<usize> = (from..=to.max(from.min(last))).collect();
        for kept in [self.at.get().row, self.focused.get()] {
            if kept <= last && !rows.contains(&kept) {
                rows.push(kept);
            }
        }
        rows.retain(|row| *row <= last);
        rows
    }

    /// Takes over what is being typed, if anything is; `false` where it was refused.
    pub fn settle(self) -> bool {
        let commit = self.commit.get_value().filter(|_| self.typing.with_untracked(Option::is_some));
        commit.is_none_or(|commit| commit.run(()))
    }

    /// Goes to a cell, cut to what there is; `extend` keeps the other corner of what is chosen.
    pub fn go(self, row: usize, column: usize, extend: bool) {
        let columns = self.columns.with_untracked(Vec::len);
        let at = At { row: row.min(self.count()), column: column.min(columns.saturating_sub(1)) };
        if self.at.get_untracked() != at {
            self.at.set(at);
        }
        if !extend && self.anchor.get_untracked() != at {
            self.anchor.set(at);
        }
        self.reveal(at);
        self.take_focus();
    }

    /// Goes to a row without taking the focus from elsewhere.
    pub fn stand(self, row: usize) {
        let at = At { row, column: self.at.get_untracked().column };
        self.at.set(at);
        self.anchor.set(at);
        if self.has_focus() {
            self.take_focus();
        }
        // Once the page has its size; the table may be gone by then.
        at_frame_always(move || {
            if self.at.try_get_untracked() == Some(at) {
                self.reveal(at);
            }
        });
    }

    /// Whether the grid has the focus.
    pub fn has_focus(self) -> bool {
        let active = document().active_element();
        active.is_some() && self.scroller.get_untracked().is_some_and(|grid| grid.contains(active.as_deref()))
    }

    /// Gives the focus to the cell where the person is, once it is drawn.
    pub fn take_focus(self) {
        at_frame_always(move || {
            let Some(at) = self.at.try_get_untracked() else { return };
            if self.typing.with_untracked(Option::is_some) {
                return;
            }
            if let Some(cell) = document().get_element_by_id(&cell_id(at)) {
                use wasm_bindgen::JsCast;
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                if let Some(cell) = cell.dyn_ref::<web_sys::HtmlElement>() {
                    // Focus that cannot be set leaves the person where they are.
                    drop(cell.focus_with_options(&options));
                }
                self.focused.set(at.row);
            }
        });
    }

    /// Scrolls as little as it takes to show a cell.
    fn reveal(self, at: At) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let pixels = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
        let top = i32::try_from(at.row).unwrap_or(i32::MAX).saturating_mul(pixels(ROW_HEIGHT));
        let seen = scroller.client_height() - pixels(HEAD_HEIGHT);
        let scrolled = scroller.scroll_top();
        if top < scrolled {
            scroller.set_scroll_top(top);
        } else if top + pixels(ROW_HEIGHT) > scrolled + seen {
            scroller.set_scroll_top(top + pixels(ROW_HEIGHT) - seen);
        }
        let (start, width, first) = self.columns.with_untracked(|shown| {
            let (start, width) = columns::place(shown, at.column);
            (pixels(start), pixels(width), pixels(columns::place(shown, 0).1))
        });
        // Numbers and names stand still on the left.
        let fixed = pixels(NUMBER_WIDTH) + first;
        if at.column == 0 {
            return;
        }
        let left = scroller.scroll_left();
        let begin = start + pixels(NUMBER_WIDTH);
        if begin - fixed < left {
            scroller.set_scroll_left(begin - fixed);
        } else if begin + width > left + scroller.client_width() {
            scroller.set_scroll_left(begin + width - scroller.client_width());
        }
    }

    /// Follows the scroller: which rows are in sight.
    pub fn look(self) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let rows = |pixels: i32| usize::try_from(pixels.max(0)).unwrap_or(0) / ROW_HEIGHT as usize;
        let sight = (rows(scroller.scroll_top()), rows(scroller.client_height()) + 1);
        if self.sight.get_untracked() != sight {
            self.sight.set(sight);
        }
    }
}

/// The identifier of a cell on the page.
pub fn cell_id(at: At) -> String {
    ["cell-", &at.row.to_string(), "-", &at.column.to_string()].concat()
}
