//! Dates, through the browser's own control.

use crosslane_core::edit::form::Datum;
use crosslane_core::model::Date;
use crosslane_words::ui::fields as words;
use wasm_bindgen::JsCast;

use super::Bound;
use crate::reactive::prelude::*;
use crate::ui::leaving::leaving;

/// The control of a date.
pub fn date(bound: Bound) -> AnyView {
    let refused = RwSignal::new(false);
    let shown = move || match bound.value.get() {
        Datum::Date(date) => date.to_string(),
        _ => String::new(),
    };
    let leave = move || {
        let input = document().get_element_by_id(&bound.id());
        let Some(input) = input.and_then(|input| input.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
            return;
        };
        let text = input.value();
        // A date that is half filled in has no value; nothing must be lost for it.
        let half = text.is_empty() && input.validity().bad_input();
        refused.set(half);
        if !half {
            bound.set(Date::parse(&text).map_or(Datum::Absent, Datum::Date));
        }
    };
    let below_id = bound.id() + "-below";
    view! {
        <input
            class="input"
            type="date"
            id=bound.id()
            max="9999-12-31"
            aria-describedby=below_id.clone()
            aria-invalid=move || refused.get().to_string()
            readonly=move || bound.locked()
            prop:value=shown
            on:blur=leaving(bound.id(), leave)
        />
        <p id=below_id class="field-below" aria-live="polite" data-refused=move || refused.get()>
            {move || if refused.get() { words::NOT_A_DATE } else { "" }}
        </p>
    }
    .into_any()
}
