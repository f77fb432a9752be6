//! The ways to begin a workspace without a file.

use crosslane_core::format::crosslane;
use crosslane_core::model::{Journey, Workspace};
use crosslane_core::samples;

use crate::app::{State, new_id};
use crate::storage;

/// Begins a workspace with one empty journey.
pub fn begin(state: State) {
    let (id, journey) = (new_id(), new_id());
    let mut workspace = Workspace { id: Some(id), ..Workspace::default() };
    workspace.journeys.insert(journey, Journey::default().into());
    workspace.journey_order.push(journey);
    storage::take_in(state, id, workspace);
}

/// Opens a copy of the sample with this place in the list, under an identity of its own.
pub fn open_sample(state: State, at: usize) {
    let id = new_id();
    // A test of the core opens every sample.
    if let Some(Ok(opened)) = samples::text(at).map(crosslane::open) {
        storage::take_in(state, id, Workspace { id: Some(id), ..opened.workspace });
    }
}
