//! A row of the grid.

use crosslane_core::format::table::grid::cell;
use crosslane_core::format::table::{Column, Kind};
use crosslane_core::model::{Id, Ref};
use crosslane_core::route::Selection;
use crosslane_words::ui::{shell, table as words};
use crosslane_words::{field, values};

use super::columns::width;
use super::editor::editor;
use super::session::{At, Grid, ROW_HEIGHT, Typing, cell_id};
use crate::reactive::prelude::*;
use crate::ui::{DepartmentChip, DepartmentMark};

/// A cell as it is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    column: Column,
    text: String,
    mark: Option<DepartmentMark>,
    /// It says that there is none.
    none: bool,
    /// It says the same as the cell above, and need not stand out.
    same: bool,
}

/// A row as it is shown.
#[derive(Clone, Default, PartialEq)]
struct Content {
    touchpoint: Option<Id>,
    name: String,
    cells: Vec<Shown>,
}

fn content(grid: Grid, row: usize) -> Content {
    let columns = grid.columns.get();
    let place = grid.rows.with(|rows| rows.list.get(row).copied());
    let above = grid.rows.with(|rows| row.checked_sub(1).and_then(|above| rows.list.get(above)).copied());
    let blank = |column: &Column| Shown {
        column: *column,
        text: String::new(),
        mark: None,
        none: false,
        same: false,
    };
    let known = || {
        let (id, phase_id) = place?;
        let (workspace, (_, journey)) = (grid.state().workspace()?, grid.state().journey()?);
        let evaluation = grid.state().evaluation()?;
        let phase = journey.phases.get(&phase_id)?;
        let touchpoint = journey.touchpoints.get(&id)?;
        let shown = |column: &Column| {
            let text = cell(&workspace, &journey, &evaluation.flow, phase, id, *column);
            let none = text == "none" && matches!(column.kind(), Kind::Entries | Kind::Texts | Kind::Agreed);
            let owner = touchpoint.owner.map(Ref::id).filter(|_| *column == Column::Owner);
            Shown {
                column: *column,
                text: readable(*column, text, none),
                mark: owner.map(|owner| DepartmentMark::of(&workspace, owner)),
                none,
                same: *column == Column::Phase && above.is_some_and(|(_, above)| above == phase_id),
            }
        };
        let cells = columns.iter().map(shown).collect();
        Some(Content { touchpoint: Some(id), name: shell::or_untitled(&touchpoint.name).to_owned(), cells })
    };
    known().unwrap_or_else(|| Content {
        touchpoint: None,
        name: words::NEW_ROW.to_owned(),
        cells: columns.iter().map(blank).collect(),
    })
}

/// Words of the file as they are read.
fn readable(column: Column, text: String, none: bool) -> String {
    match column.kind() {
        Kind::Choice(_) | Kind::YesNo => field::capitalised(&text),
        Kind::Count => text.parse().map_or(text, values::number),
        _ if none => field::capitalised(&text),
        _ => text,
    }
}

/// The row with this number, from 0.
pub fn row(grid: Grid, number: usize) -> AnyView {
    let content = Memo::new(move |_| content(grid, number));
    let here = Memo::new(move |_| {
        let at = grid.at.get();
        (at.row == number).then_some(at.column)
    });
    let chosen = Memo::new(move |_| {
        let (first, last) = grid.chosen();
        let several = first != last;
        (several && first.row <= number && number <= last.row).then_some((first.column, last.column))
    });
    let typing = Memo::new(move |_| grid.typing.get().filter(|_| grid.at.get().row == number));
    let cells = move || {
        let (here, chosen, typing) = (here.get(), chosen.get(), typing.get());
        // A cell that is typed into stays as it is, whatever comes in from elsewhere.
        let Content { cells, .. } = if typing.is_some() { content.get_untracked() } else { content.get() };
        cells
            .into_iter()
            .enumerate()
            .map(|(column, shown)| {
                let typing = typing.clone().filter(|_| here == Some(column));
                let is_chosen = chosen.is_some_and(|(first, last)| first <= column && column <= last);
                cell_view(grid, At { row: number, column }, &shown, here == Some(column), is_chosen, typing)
            })
            .collect_view()
    };
    // Rows of a table are far below 2^31 / their height.
    let top = u32::try_from(number).unwrap_or_default().saturating_mul(ROW_HEIGHT);
    view! {
        <div
            class="grid-row"
            role="row"
            aria-rowindex=number + 2
            style:top=[&top.to_string(), "px"].concat()
            data-typing=move || typing.with(Option::is_some)
            data-new=move || content.with(|content| content.touchpoint.is_none())
        >
            {number_view(grid, number, content)}
            {cells}
        </div>
    }
    .into_any()
}

/// The number of a row, which opens the inspector for it.
fn number_view(grid: Grid, number: usize, content: Memo<Content>) -> AnyView {
    let known = Memo::new(move |_| content.with(|content| (content.touchpoint, content.name.clone())));
    let shown = move || match known.get() {
        (Some(id), name) => {
            let label = words::details_of(number, &name);
            view! {
                <button
                    class="grid-number-button"
                    type="button"
                    tabindex="-1"
                    title=words::DETAILS
                    aria-label=label
                    on:click=move |_| grid.state().select(Selection::Touchpoint(id))
                >
                    {number + 1}
                </button>
            }
            .into_any()
        }
        (None, _) => view! { <span aria-hidden="true">"+"</span> }.into_any(),
    };
    view! { <div class="grid-number" role="gridcell" aria-colindex="1">{shown}</div> }.into_any()
}

fn cell_view(grid: Grid, at: At, shown: &Shown, here: bool, chosen: bool, typing: Option<Typing>) -> AnyView {
    let column = shown.column;
    let is_typing = typing.is_some();
    let inside = match typing {
        Some(typing) => editor(grid, at, column, words::column(column), typing),
        None => text_view(shown, grid.count() == at.row && at.column == 0),
    };
    let align_end = matches!(column.kind(), Kind::Rating | Kind::Count);
    view! {
        <div
            class="cell"
            id=cell_id(at)
            role=if at.column == 0 { "rowheader" } else { "gridcell" }
            aria-colindex=at.column + 2
            aria-selected=(here || chosen).to_string()
            tabindex=if here { "0" } else { "-1" }
            style:width=[&width(column).to_string(), "px"].concat()
            data-at=[&at.row.to_string(), "-", &at.column.to_string()].concat()
            data-here=here
            data-chosen=chosen
            data-same=shown.same
            data-end=align_end
            data-typing=is_typing
        >
            {inside}
        </div>
    }
    .into_any()
}

fn text_view(shown: &Shown, is_new: bool) -> AnyView {
    let text = shown.text.clone();
    match shown.mark.clone() {
        Some(mark) => view! { <DepartmentChip mark=mark name=text /> }.into_any(),
        None if is_new => view! { <span class="cell-text quiet">{words::NEW_ROW}</span> }.into_any(),
        None if shown.column == Column::Touchpoint && text.trim().is_empty() => {
            view! { <span class="cell-text quiet">{shell::or_untitled("")}</span> }.into_any()
        }
        None => view! { <span class="cell-text" class:quiet=shown.none dir="auto">{text}</span> }.into_any(),
    }
}
