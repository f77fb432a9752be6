//! The tick that says "there is none", and the word for "unknown".

use crosslane_core::edit::form::Datum;
use crosslane_words::ui::fields as words;

use super::Bound;
use crate::reactive::prelude::*;

/// The tick of a field that can say "there is none"; nothing for other fields. It goes where the field
/// says something.
pub fn tick(bound: Bound) -> AnyView {
    let Some(nothing) = bound.spec.widget.nothing() else { return ().into_any() };
    let nothing = StoredValue::new(nothing);
    let says = Memo::new(move |_| bound.value.with(|value| (*value == Datum::Absent, value.is_none())));
    let change = move |ticked: bool| {
        bound.set(if ticked { nothing.get_value() } else { Datum::Absent });
    };
    let tick = move || {
        let (absent, none) = says.get();
        (absent || none).then(|| {
            view! {
                <span class="field-nothing">
                    {absent.then(|| view! { <span class="quiet">{words::UNKNOWN}</span> })}
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=none
                            disabled=move || bound.locked()
                            aria-describedby=super::label_id(bound)
                            on:change:target=move |event| change(event.target().checked())
                        />
                        {words::nothing(bound.spec)}
                    </label>
                </span>
            }
        })
    };
    tick.into_any()
}
