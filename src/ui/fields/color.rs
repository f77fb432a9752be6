//! Colours, through the browser's own control.

use crosslane_core::edit::form::Datum;
use crosslane_words::ui::fields as words;

use super::Bound;
use crate::reactive::prelude::*;

/// What the control shows while no colour is chosen: the browser's control cannot be empty.
const NO_COLOUR: &str = "#808890";

/// The control of a colour.
pub fn color(bound: Bound) -> AnyView {
    let own = Memo::new(move |_| match bound.value.get() {
        Datum::Text(color) => Some(color),
        _ => None,
    });
    let shown = move || own.get().unwrap_or_else(|| NO_COLOUR.to_owned());
    view! {
        <div class="field-color">
            <input
                type="color"
                id=bound.id()
                disabled=move || bound.locked()
                prop:value=shown
                on:change:target=move |event| bound.set(Datum::Text(event.target().value()))
            />
            {move || match own.get() {
                None => view! { <span class="quiet">{words::OWN_COLOUR}</span> }.into_any(),
                Some(_) => view! {
                    <button class="button" type="button" disabled=move || bound.locked() on:click=move |_| bound.set(Datum::Absent)>
                        {words::CHOOSE_COLOUR_FOR_ME}
                    </button>
                }.into_any(),
            }}
        </div>
    }
    .into_any()
}
