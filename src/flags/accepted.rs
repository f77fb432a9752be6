//! The flags somebody accepted, and the way back.

use crosslane_core::edit::Edit;
use crosslane_core::model::Workspace;
use crosslane_core::rules::{Evaluation, WaiverState};
use crosslane_words::flag as flag_words;
use crosslane_words::ui::flags as words;

use crate::app::State;
use crate::reactive::prelude::*;

/// The accepted flags of the journeys in scope.
pub fn accepted(state: State, workspace: &Workspace, evaluation: &Evaluation) -> Option<AnyView> {
    let entries: Vec<AnyView> = evaluation
        .journeys
        .iter()
        .flat_map(|journey| &journey.findings.flags)
        .filter_map(|flag| {
            let WaiverState::Waived(id) = flag.waiver else { return None };
            let waiver = workspace.waivers.get(&id)?;
            let view = view! {
                <li class="panel flag-line">
                    <div class="flag-place">
                        <span dir="auto">{flag_words::place(workspace, flag.journey, flag.place)}</span>
                        <button class="link" type="button" on:click=move |_| {
                                state.edit(&Edit::RemoveWaiver(id));
                            }>
                            {words::REOPEN}
                        </button>
                    </div>
                    <p>{flag_words::title(flag.rule)}</p>
                    <p class="quiet" dir="auto">{words::accepted(&waiver.by, waiver.date, &waiver.reason)}</p>
                </li>
            };
            Some(view.into_any())
        })
        .collect();
    if entries.is_empty() {
        return None;
    }
    let count = entries.len();
    let view = view! {
        <details class="flag-group flag-accepted">
            <summary><h2>{words::ACCEPTED} " " <span class="quiet">{count}</span></h2></summary>
            <ul class="flag-list">{entries}</ul>
        </details>
    };
    Some(view.into_any())
}
