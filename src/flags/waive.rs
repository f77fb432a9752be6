//! Accepting a flag, with a reason and a name.

use crosslane_core::edit::Edit;
use crosslane_core::rules::{Flag, WaiverState, waiver};
use crosslane_words::flag as flag_words;
use crosslane_words::ui::{flags as words, home as home_words};
use leptos::ev;

use crate::app::{State, new_id, today, use_state};
use crate::reactive::prelude::*;
use crate::ui::Modal;

fn find(state: State, fingerprint: &str) -> Option<Flag> {
    state.document.with_untracked(|document| {
        let journeys = &document.as_ref()?.evaluation.journeys;
        journeys
            .iter()
            .flat_map(|journey| &journey.findings.flags)
            .find(|flag| flag.fingerprint() == fingerprint)
            .cloned()
    })
}

/// Asks for the reason, as a dialog.
pub fn waive() -> AnyView {
    let state = use_state();
    let fingerprint = state.flag_to_waive.get_untracked().unwrap_or_default();
    let (Some(flag), Some(workspace)) = (find(state, &fingerprint), state.workspace_untracked()) else {
        return ().into_any();
    };
    let why = flag_words::why(&workspace, &flag);
    let reason = RwSignal::new(String::new());
    let by = RwSignal::new(crate::app::author());
    let missing = RwSignal::new(false);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = reason.get_untracked().trim().to_owned();
        if text.is_empty() {
            missing.set(true);
            return;
        }
        let by = by.get_untracked().trim().to_owned();
        crate::app::remember_author(&by);
        let id = match &flag.waiver {
            WaiverState::Waived(id) | WaiverState::Reopened(id, _) => *id,
            WaiverState::Open => new_id(),
        };
        state.edit(&Edit::PutWaiver(id, Box::new(waiver(&flag, text, by, today()))));
        state.dialog.set(None);
    };
    view! {
        <Modal title=words::WAIVE_TITLE>
            <form class="waive" on:submit=submit>
                <p dir="auto">{why}</p>
                <p class="quiet">{words::WAIVE_HINT}</p>
                <div class="field">
                    <label class="label" for="waive-reason">{words::REASON}</label>
                    <textarea
                        id="waive-reason"
                        class="input"
                        autofocus
                        dir="auto"
                        aria-describedby="waive-missing"
                        aria-invalid=move || missing.get().to_string()
                        prop:value=move || reason.get()
                        on:input:target=move |event| reason.set(event.target().value())
                    ></textarea>
                    <p id="waive-missing" class="problem" role="alert">
                        {move || missing.get().then_some(words::REASON_MISSING)}
                    </p>
                </div>
                <div class="field">
                    <label class="label" for="waive-by">{words::BY}</label>
                    <input
                        id="waive-by"
                        class="input"
                        dir="auto"
                        autocomplete="name"
                        prop:value=move || by.get()
                        on:input:target=move |event| by.set(event.target().value())
                    />
                </div>
                <div class="modal-foot">
                    <button class="button" type="button" on:click=move |_| state.dialog.set(None)>
                        {home_words::CANCEL}
                    </button>
                    <button class="button button-main" type="submit">{words::WAIVE}</button>
                </div>
            </form>
        </Modal>
    }
    .into_any()
}
