//! What the person sees of it: a line above the page, until it is taken or put off.

use crosslane_words::ui::offline as words;

use super::watch::{Newer, newer, take};
use crate::app::use_state;
use crate::reactive::prelude::*;

/// Says that a newer version is there, and takes it on demand.
#[component]
pub fn Notice() -> impl IntoView {
    let state = use_state();
    move || {
        let signal = newer()?;
        let text = match signal.get() {
            Newer::None => return None,
            Newer::Waits => words::READY,
            Newer::Taken => words::TAKEN,
        };
        Some(view! {
            <div class="notice" role="status" data-notice="newer-app">
                <p>{text}</p>
                <div class="notice-actions">
                    <button class="button" type="button" on:click=move |_| take(state)>{words::TAKE}</button>
                    <button class="button" type="button" on:click=move |_| signal.set(Newer::None)>{words::LATER}</button>
                </div>
            </div>
        })
    }
}
