//! The matrix: who hands on to whom, how often, how badly.

use std::collections::BTreeMap;

use crosslane_core::model::{Id, Workspace};
use crosslane_core::score::{MatrixCell, matrix as cells_of};
use crosslane_core::sort::Gather;
use crosslane_words::ui::handoffs::{self as words, Measure, Share};
use crosslane_words::ui::shell;

use super::{Shown, scope};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{DepartmentChip, DepartmentMark, segments};

/// The matrix of the journeys in scope.
pub fn matrix(state: State, shown: Shown) -> AnyView {
    let measure = RwSignal::new(Measure::Count);
    let share = RwSignal::new(Share::Absolute);
    let measures = Measure::ALL.into_iter().map(|measure| (measure, measure.label())).collect();
    let shares = Share::ALL.into_iter().map(|share| (share, share.label())).collect();
    view! {
        <div class="view-head">
            {segments(words::MEASURE, measures, measure)}
            {segments(words::SHARE, shares, share)}
        </div>
        {move || {
            let Some(workspace) = state.workspace() else { return ().into_any() };
            let journeys = scope(state, shown.all_journeys.get());
            let cells = cells_of(journeys.iter().map(|journey| &journey.scores));
            if cells.is_empty() {
                return view! { <p class="quiet view-note">{words::NONE}</p> }.into_any();
            }
            grid(&workspace, &cells, measure.get(), share.get(), shown)
        }}
    }
    .into_any()
}

// Counts of handoffs, flags and customers stay far below 2^52.
#[allow(clippy::cast_precision_loss)]
fn value(cell: &MatrixCell, measure: Measure) -> f64 {
    match measure {
        Measure::Count => cell.count as f64,
        Measure::Volume => cell.volume.unwrap_or_default() as f64,
        Measure::Flags => cell.flags as f64,
        Measure::Risk => cell.worst_risk,
    }
}

/// The departments that hand on or receive, in the order of their lanes.
fn departments(workspace: &Workspace, cells: &[MatrixCell]) -> Vec<Id> {
    let takes_part = |id: &Id| cells.iter().any(|cell| cell.from == *id || cell.to == *id);
    workspace.department_order.iter().filter(|id| takes_part(id)).copied().collect()
}

fn grid(
    workspace: &Workspace,
    cells: &[MatrixCell],
    measure: Measure,
    share: Share,
    shown: Shown,
) -> AnyView {
    let departments = departments(workspace, cells);
    let by_pair: BTreeMap<(Id, Id), &MatrixCell> =
        cells.iter().map(|cell| ((cell.from, cell.to), cell)).gather();
    let sum = |fits: &dyn Fn(&MatrixCell) -> bool| -> f64 {
        cells.iter().filter(|cell| fits(cell)).map(|cell| value(cell, measure)).sum()
    };
    let most = cells.iter().map(|cell| value(cell, measure)).fold(0.0, f64::max);
    let name = |id: Id| shell::or_untitled(workspace.department_name(id)).to_owned();
    let chip = |id: Id| view! { <DepartmentChip mark=DepartmentMark::of(workspace, id) name=name(id) /> };
    let head = departments
        .iter()
        .map(|id| view! { <th scope="col" class="matrix-column" title=name(*id)>{chip(*id)}</th> })
        .collect_view();
    let rows = departments
        .iter()
        .map(|from| {
            let row_sum = sum(&|cell| cell.from == *from);
            let cells = departments
                .iter()
                .map(|to| {
                    let Some(cell) = by_pair.get(&(*from, *to)) else {
                        return view! { <td></td> }.into_any();
                    };
                    let of = match share {
                        Share::Absolute => None,
                        Share::Row => Some(row_sum),
                        Share::Column => Some(sum(&|cell| cell.to == *to)),
                    };
                    let pair = (*from, *to);
                    let label = format!("{} → {}", name(*from), name(*to));
                    cell_view(value(cell, measure), of, most, &label, move || {
                        shown.pair.set(Some(pair));
                        shown.matrix.set(false);
                    })
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row" class="matrix-row" title=name(*from)>{chip(*from)}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="matrix-frame" tabindex="0" role="region" aria-label=words::MATRIX>
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col" class="matrix-corner quiet">{words::FROM}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell_view(value: f64, of: Option<f64>, most: f64, label: &str, open: impl Fn() + 'static) -> AnyView {
    let text = match of {
        Some(sum) if sum > 0.0 => format!("{}%", (value / sum * 100.0).round()),
        Some(_) => "–".to_owned(),
        None => value.round().to_string(),
    };
    let heat = match of {
        Some(sum) if sum > 0.0 => value / sum,
        None if most > 0.0 => value / most,
        _ => 0.0,
    };
    view! {
        <td class="matrix-cell" style:--heat=format!("{:.0}%", heat * 45.0)>
            <button type="button" title=label.to_owned() aria-label=format!("{label}: {text}") on:click=move |_| open()>
                {text.clone()}
            </button>
        </td>
    }
    .into_any()
}
