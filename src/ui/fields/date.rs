//! Dates, through the browser's own control.

use crosslane_core::edit::form::Datum;
use crosslane_core::model::Date;
use crosslane_words::ui::fields as words;

use super::Bound;
use crate::reactive::prelude::*;

/// The control of a date.
pub fn date(bound: Bound) -> AnyView {
    let refused = RwSignal::new(false);
    let shown = move || match bound.value.get() {
        Datum::Date(date) => date.to_string(),
        _ => String::new(),
    };
    let leave = move |input: web_sys::HtmlInputElement| {
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
            on:blur:target=move |event| leave(event.target())
        />
        <p id=below_id class="field-below" aria-live="polite" data-refused=move || refused.get()>
            {move || if refused.get() { words::NOT_A_DATE } else { "" }}
        </p>
    }
    .into_any()
}
