//! The ways to begin a workspace without a file.

use crosslane_core::format::crosslane;
use crosslane_core::model::{Journey, Workspace};
use crosslane_core::samples;
use crosslane_words::ui::home as words;
use wasm_bindgen_futures::spawn_local;

use crate::app::{State, new_id};
use crate::{files, storage};

/// Begins a workspace with one empty journey.
pub fn begin(state: State) {
    let (id, journey) = (new_id(), new_id());
    let mut workspace = Workspace { id: Some(id), ..Workspace::default() };
    workspace.journeys.insert(journey, Journey::default().into());
    workspace.journey_order.push(journey);
    storage::take_in(state, id, workspace);
}

/// Opens a copy of the sample with this place in the list, under an identity of its own, as soon as its file is here.
pub fn open_sample(state: State, at: usize) {
    let Some(name) = samples::SAMPLES.get(at) else { return };
    spawn_local(async move {
        let text = files::fetched(&samples::address(name)).await;
        // A host that was updated meanwhile may have one that this program cannot read.
        match text.and_then(|text| crosslane::open(&text).ok()) {
            Some(opened) => {
                let id = new_id();
                storage::take_in(state, id, Workspace { id: Some(id), ..opened.workspace });
            }
            None => state.toast(words::SAMPLE_MISSING),
        }
    });
}
