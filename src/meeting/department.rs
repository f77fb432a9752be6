//! The page of a department.

use crosslane_core::model::Id;
use leptos::prelude::*;

use crate::app::State;

/// What a department receives, hands on, asks for and promises, its flags and open questions.
pub fn department(_state: State, _id: Id) -> AnyView {
    ().into_any()
}
