//! The page of two departments.

use crosslane_core::model::Id;
use leptos::prelude::*;

use crate::app::State;

/// The handoffs between two departments in both directions, and what to talk about.
pub fn pair(_state: State, _one: Id, _two: Id) -> AnyView {
    ().into_any()
}
