//! The columns: which are shown, how wide they are.

use crosslane_core::format::table::grid::{GRID_COLUMNS, USUAL_COLUMNS};
use crosslane_core::format::table::{Column, Kind};
use crosslane_words::ui::table as words;
use leptos::ev;
use leptos::html;
use wasm_bindgen::JsCast;

use crate::reactive::prelude::*;
use crate::ui::page::focus_first;
use crate::ui::remember::{keep, recall};
use crate::ui::{Icon, IconView};

const SHOWN: &str = "crosslane-table-columns";

/// The columns shown, remembered in this browser. The touchpoint is always the first.
pub fn remembered() -> Vec<Column> {
    let names = recall(SHOWN);
    // Up to version 0.1 they were remembered by their headers.
    let is_named =
        |column: &Column| names.split('|').any(|name| [column.key(), column.header()].contains(&name));
    let is_shown = |column: &Column| *column == Column::Touchpoint || is_named(column);
    let shown: Vec<Column> = GRID_COLUMNS.iter().copied().filter(is_shown).collect();
    if names.is_empty() { USUAL_COLUMNS.to_vec() } else { shown }
}

/// The width of a column in pixels.
pub fn width(column: Column) -> u32 {
    match (column, column.kind()) {
        (Column::Touchpoint, _) => 220,
        (Column::Phase, _) => 140,
        (Column::Ends | Column::MomentOfTruth, _) => 110,
        (_, Kind::Rating | Kind::Count | Kind::YesNo) => 100,
        (_, Kind::Minutes | Kind::Date | Kind::Choice(_)) => 120,
        (_, Kind::Entry | Kind::Name) => 140,
        (Column::Owner, _) => 170,
        (_, Kind::Entries) => 180,
        _ => 240,
    }
}

/// Where a column begins, in pixels from the first one, and how wide it is.
pub fn place(columns: &[Column], at: usize) -> (u32, u32) {
    let start = columns.iter().take(at).map(|column| width(*column)).sum();
    (start, columns.get(at).map_or(0, |column| width(*column)))
}

fn show(columns: RwSignal<Vec<Column>>, shown: Vec<Column>) {
    let names: Vec<&str> = shown.iter().map(|column| column.key()).collect();
    keep(SHOWN, &names.join("|"));
    columns.set(shown);
}

/// The menu of columns.
pub fn menu(columns: RwSignal<Vec<Column>>) -> AnyView {
    let toggle = move |column: Column, on: bool| {
        let shown = columns.with_untracked(|columns| {
            let keeps = |other: &Column| if *other == column { on } else { columns.contains(other) };
            GRID_COLUMNS.iter().copied().filter(keeps).collect()
        });
        show(columns, shown);
    };
    let entry = move |column: Column| {
        let shown = Memo::new(move |_| columns.with(|columns| columns.contains(&column)));
        view! {
            <li>
                <label class="table-column">
                    <input
                        type="checkbox"
                        prop:checked=move || shown.get()
                        on:change:target=move |event| toggle(column, event.target().checked())
                    />
                    {words::column(column)}
                </label>
            </li>
        }
    };
    let details = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
            focus_first(".table-columns summary");
        }
    };
    let on_leave = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let inside = details.get_untracked().is_some_and(|details| details.contains(to.as_ref()));
        // A click on nothing that takes the focus tells nobody where it went: a click beside it does.
        if to.is_some() && !inside {
            // Chromium gives the whole tab up where an open `details` is closed while the focus is on its way out.
            at_frame_always(close);
        }
    };
    listen(ev::mousedown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let inside = details.get_untracked().is_some_and(|details| details.contains(target.as_ref()));
        if !inside {
            close();
        }
    });
    // The touchpoint stays: without it a row has no name.
    let entries = GRID_COLUMNS[1..].iter().map(|column| entry(*column)).collect_view();
    view! {
        <details class="table-columns" node_ref=details on:keydown=on_key on:focusout=on_leave>
            <summary class="button">{words::COLUMNS} <IconView icon=Icon::Down /></summary>
            <div class="table-columns-menu panel">
                <p class="table-columns-tools">
                    <button class="link" type="button" on:click=move |_| show(columns, USUAL_COLUMNS.to_vec())>
                        {words::USUAL_COLUMNS}
                    </button>
                    <button class="link" type="button" on:click=move |_| show(columns, GRID_COLUMNS.to_vec())>
                        {words::EVERY_COLUMN}
                    </button>
                </p>
                <ul>{entries}</ul>
            </div>
        </details>
    }
    .into_any()
}
