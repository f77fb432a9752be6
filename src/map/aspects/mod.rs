//! The map by aspect: a row per aspect.

use crosslane_core::layout::{ColumnSizes, Columns};
use crosslane_core::model::{Id, Journey};
use crosslane_core::rules::JourneyEvaluation;
use leptos::prelude::*;

use super::scene::Scene;
use crate::app::{Shared, State};

pub const HIDDEN_AT_FIRST: u64 = 0;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AspectLayout {
    pub columns: Columns,
    pub height: f64,
}

impl AspectLayout {
    pub fn of(
        _: State,
        journey: Option<(Id, Shared<Journey>)>,
        _: Option<Shared<JourneyEvaluation>>,
    ) -> Self {
        let columns =
            journey.map(|(_, journey)| Columns::of(&journey, ColumnSizes::ASPECTS)).unwrap_or_default();
        Self { columns, height: 0.0 }
    }
    #[allow(clippy::unused_self)] // The rows come with the laning by aspect.
    pub fn row_place(&self, _: usize) -> (f64, f64) {
        (0.0, 0.0)
    }
}

pub fn names() -> Vec<String> {
    Vec::new()
}

pub fn aspects(_: State, _: Scene) -> AnyView {
    ().into_any()
}

pub fn go_to(state: State, id: Id) {
    super::edits::go_to(state, id);
}
pub fn climb(_: State, _: Scene, _: Id, _: crosslane_core::layout::Move) {}
pub fn edit(state: State, id: Id) {
    super::edits::name(state, id, false);
}
