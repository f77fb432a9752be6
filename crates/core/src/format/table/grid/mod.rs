//! A journey as a grid of cells, a row per touchpoint: what each cell says, and the edit that blocks of
//! cells pasted into it make.

mod columns;
mod draft;
mod paste;
mod phases;

#[cfg(test)]
mod tests;

pub use columns::{GRID_COLUMNS, USUAL_COLUMNS};
pub use paste::{PasteKind, PasteProblem, PasteTold, Pasted, Target, paste};

use super::column::{Column, Home};
use super::facts;
use super::placement::{next_handoff, next_step};
use super::value::{Value, write_cell};
use crate::flow::Flow;
use crate::model::{Id, Journey, Phase, Workspace};

/// What the cell of a touchpoint says, as text that can be pasted back; empty where nothing is known.
/// `phase` is the phase it stands in, `flow` the flow of its journey.
pub fn cell(
    workspace: &Workspace,
    journey: &Journey,
    flow: &Flow,
    phase: &Phase,
    touchpoint: Id,
    column: Column,
) -> String {
    let Some(of) = journey.touchpoints.get(&touchpoint) else { return String::new() };
    let text = |text: &str| if text.is_empty() { String::new() } else { write(column, text) };
    match column.home() {
        Home::Phase => text(&phase.name),
        Home::Goal => text(phase.goal.as_deref().unwrap_or_default()),
        Home::Nowhere => String::new(),
        Home::Touchpoint(_) | Home::Wait | Home::Card(_) => {
            let step = next_step(flow, touchpoint).ok().and_then(|key| journey.steps.get(&key));
            let card =
                next_handoff(flow, touchpoint).ok().and_then(|key| journey.steps.get(&key)?.card.as_ref());
            let value = facts::value(workspace, (touchpoint, of), step.map(AsRef::as_ref), card, column);
            value.map_or_else(String::new, |value| write_cell(column, &value))
        }
    }
}

fn write(column: Column, text: &str) -> String {
    write_cell(column, &Value::Text(text.into()))
}
