//! The handoffs view: the ranked list, the matrix, and the card of the one chosen.

mod leftovers;
mod list;
mod matrix;

pub use list::level;

use crosslane_core::model::Id;
use crosslane_core::rules::JourneyEvaluation;
use crosslane_words::ui::handoffs as words;
use std::sync::Arc;

use crate::app::{Shared, State, use_state};
use crate::reactive::prelude::*;
use crate::ui::segments;

/// What the view shows; kept while the page is open.
#[derive(Clone, Copy)]
struct Shown {
    all_journeys: RwSignal<bool>,
    matrix: RwSignal<bool>,
    pair: RwSignal<Option<(Id, Id)>>,
}

/// The journeys in scope.
fn scope(state: State, all: bool) -> Vec<Arc<JourneyEvaluation>> {
    if all {
        state.document.with(|document| {
            document.as_ref().map(|document| document.evaluation.journeys.clone()).unwrap_or_default()
        })
    } else {
        state.evaluation().map(|Shared(journey)| journey).into_iter().collect()
    }
}

/// The view.
pub fn handoffs() -> AnyView {
    let state = use_state();
    let shown =
        Shown { all_journeys: RwSignal::new(false), matrix: RwSignal::new(false), pair: RwSignal::new(None) };
    view! {
        <div class="split">
            <div class="split-main handoffs">
                <div class="view-head">
                    <h1>{words::TITLE}</h1>
                    {segments(
                        words::SCOPE,
                        vec![(false, words::THIS_JOURNEY), (true, words::ALL_JOURNEYS)],
                        shown.all_journeys,
                    )}
                    {segments(words::FORM, vec![(false, words::LIST), (true, words::MATRIX)], shown.matrix)}
                </div>
                {move || {
                    if shown.matrix.get() { matrix::matrix(state, shown) } else { list::list(state, shown) }
                }}
                {leftovers::leftovers(state)}
            </div>
            <crate::inspector::Inspector />
        </div>
    }
    .into_any()
}
