//! The table: a row per touchpoint, edited like a spreadsheet.

mod clipboard;
mod columns;
mod commands;
mod editor;
mod edits;
mod follow;
mod keys;
mod pasting;
mod report;
mod row;
mod session;
mod suggest;

use crosslane_core::model::Id;
use crosslane_core::route::Selection;
use crosslane_words::ui::table as words;
use leptos::ev;
use wasm_bindgen::JsCast;

pub use commands::COMMANDS;
use pasting::pasting;

use crate::app::use_state;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconButton, IconView};
use crate::workspace::later::{Asked, LaterPart};
use session::{At, Grid, NUMBER_WIDTH, ROW_HEIGHT};

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    view: |_| table(),
    dialog: |_| pasting(),
    answer: |_, asked| {
        if let Asked::Command(command) = asked {
            commands::run(command);
        }
    },
    ..LaterPart::NONE
};

/// The view.
fn table() -> AnyView {
    let state = use_state();
    let grid = Grid::new(state);
    clipboard::follow(grid);
    follow::follow(grid);
    listen(ev::resize, move |_| grid.look());
    Effect::new(move |_| {
        if grid.scroller.get().is_some() {
            at_frame(move || grid.look());
        }
    });
    // Another journey begins at its first cell.
    Effect::new(move |before: Option<Option<_>>| {
        let journey = state.journey_id();
        if before.is_some_and(|before| before != journey) {
            grid.typing.set(None);
            grid.report.set(None);
            grid.at.set(At::default());
            grid.anchor.set(At::default());
        }
        journey
    });
    let chosen = Memo::new(move |_| state.selection() != Selection::None);
    view! {
        <div class="split">
            <div class="table-main">
                <h1 class="unseen">{words::TITLE}</h1>
                {toolbar(grid)}
                {frame(grid)}
                {report::report(grid)}
            </div>
            {move || chosen.get().then(|| view! { <crate::inspector::Inspector /> })}
        </div>
    }
    .into_any()
}

/// Opens the inspector for the row where the person is.
fn details(grid: Grid) {
    if let Some(id) = grid.touchpoint(grid.at.get_untracked().row) {
        grid.state().select(Selection::Touchpoint(id));
    }
}

/// Goes to the row of a touchpoint; `false` where the table is not on the page, or shows another journey.
pub fn show(touchpoint: Id) -> bool {
    let row = |grid: &Grid| {
        let of = grid.rows.with_untracked(|rows| rows.list.iter().position(|(id, _)| *id == touchpoint));
        of.map(|row| grid.go(row, 0, false))
    };
    session::shown().as_ref().and_then(row).is_some()
}

fn toolbar(grid: Grid) -> AnyView {
    let locked = Signal::derive(move || grid.state().read_only.get().is_some());
    let none =
        Signal::derive(move || locked.get() || grid.rows.with(|rows| rows.list.len()) <= grid.chosen().0.row);
    let empty = Memo::new(move |_| grid.rows.with(|rows| rows.list.is_empty()));
    view! {
        <div class="table-tools">
            <button class="button" type="button" disabled=locked on:click=move |_| edits::append(grid)>
                <IconView icon=Icon::Add />
                {words::ADD}
            </button>
            <IconButton icon=Icon::Up label=words::MOVE_UP disabled=none on_click=move || edits::move_rows(grid, true) />
            <IconButton icon=Icon::Down label=words::MOVE_DOWN disabled=none on_click=move || edits::move_rows(grid, false) />
            <IconButton icon=Icon::Delete label=words::DELETE disabled=none on_click=move || edits::delete(grid) />
            <IconButton icon=Icon::Info label=words::DETAILS disabled=none on_click=move || details(grid) />
            {columns::menu(grid.columns)}
            {move || empty.get().then(|| view! { <p class="quiet">{words::EMPTY}</p> })}
        </div>
    }
    .into_any()
}

fn frame(grid: Grid) -> AnyView {
    let count = Memo::new(move |_| grid.rows.with(|rows| rows.list.len()));
    let height = move || {
        let rows = u32::try_from(count.get() + 1).unwrap_or(u32::MAX);
        [&rows.saturating_mul(ROW_HEIGHT).to_string(), "px"].concat()
    };
    let width = move || {
        let all: u32 = grid.columns.with(|shown| shown.iter().map(|column| columns::width(*column)).sum());
        [&(all + NUMBER_WIDTH).to_string(), "px"].concat()
    };
    view! {
        <div
            class="grid"
            role="grid"
            aria-label=words::TITLE
            aria-multiselectable="true"
            aria-rowcount=move || count.get() + 2
            aria-colcount=move || grid.columns.with(Vec::len) + 1
            node_ref=grid.scroller
            on:scroll=move |_| grid.look()
            on:keydown=move |event| keys::on_key(grid, &event)
            on:mousedown=move |event| press(grid, &event)
            on:mousemove=move |event| drag(grid, &event)
            on:dblclick=move |event| if cell_of(&event).is_some() { keys::begin(grid, None) }
        >
            {head(grid, width)}
            <div class="grid-body" role="rowgroup" style:height=height style:width=width>
                <For each=move || grid.drawn() key=|number| *number let:number>
                    {row::row(grid, number)}
                </For>
            </div>
        </div>
    }
    .into_any()
}

fn head(grid: Grid, width: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    let headers = move || {
        let header = |(at, column)| {
            view! {
                <div
                    class="grid-header"
                    role="columnheader"
                    aria-colindex=at + 2
                    style:width=[&columns::width(column).to_string(), "px"].concat()
                >
                    {words::column(column)}
                </div>
            }
        };
        grid.columns.get().into_iter().enumerate().map(header).collect_view()
    };
    view! {
        <div class="grid-head" role="rowgroup" style:width=width>
            <div class="grid-headers" role="row" aria-rowindex="1">
                <div class="grid-header grid-number" role="columnheader" aria-colindex="1">
                    <span class="unseen">{words::ROW}</span>
                </div>
                {headers}
            </div>
        </div>
    }
    .into_any()
}

/// The cell an event happened in.
fn cell_of(event: &ev::MouseEvent) -> Option<At> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let at = target.closest("[data-at]").ok()??.get_attribute("data-at")?;
    let (row, column) = at.split_once('-')?;
    Some(At { row: row.parse().ok()?, column: column.parse().ok()? })
}

fn press(grid: Grid, event: &ev::MouseEvent) {
    let Some(at) = cell_of(event).filter(|_| event.button() == 0) else { return };
    // What cannot be taken over keeps the field open.
    if !grid.settle() {
        event.prevent_default();
        return;
    }
    grid.go(at.row, at.column, event.shift_key());
}

/// Drawing the mouse over cells with the button held chooses them.
fn drag(grid: Grid, event: &ev::MouseEvent) {
    if event.buttons() != 1 || grid.typing.with_untracked(Option::is_some) {
        return;
    }
    if let Some(at) = cell_of(event).filter(|at| *at != grid.at.get_untracked()) {
        event.prevent_default();
        grid.go(at.row, at.column, true);
    }
}
