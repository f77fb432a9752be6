//! What was pasted, and what could not be taken as it stands.

use crosslane_core::format::table::grid::PasteProblem;
use crosslane_words::ui::{shell, table as words};

use super::session::{Grid, Report};
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconButton, IconView};

/// How many lines are shown.
const MOST_LINES: usize = 100;

/// The report, where there is something to tell.
pub fn report(grid: Grid) -> AnyView {
    let shown = move || grid.report.get().map(|report| view_of(grid, &report));
    shown.into_any()
}

fn view_of(grid: Grid, report: &Report) -> AnyView {
    let lines = report.problems.iter().take(MOST_LINES).map(|problem| line(grid, problem)).collect_view();
    let more = report.problems.len().saturating_sub(MOST_LINES);
    view! {
        <section class="table-report" aria-label=words::REPORT>
            <div class="table-report-head">
                <p role="status"><strong>{report.summary.clone()}</strong></p>
                <IconButton icon=Icon::Close label=shell::CLOSE on_click=move || grid.report.set(None) />
            </div>
            <ul>
                {lines}
                {(more > 0).then(|| view! { <li class="quiet">{words::more(more)}</li> })}
            </ul>
        </section>
    }
    .into_any()
}

fn line(grid: Grid, problem: &PasteProblem) -> AnyView {
    let (row, column) = (problem.row, problem.column);
    let taken = problem.kind.is_taken();
    let go = move |_| {
        let at = grid.columns.with_untracked(|columns| columns.iter().position(|other| *other == column));
        grid.go(row, at.unwrap_or_default(), false);
    };
    view! {
        <li>
            <button class="table-report-line" type="button" data-severity=if taken { "info" } else { "warning" } on:click=go>
                <IconView icon=if taken { Icon::Info } else { Icon::Warning } />
                <span dir="auto">{words::report_line(problem)}</span>
            </button>
        </li>
    }
    .into_any()
}
