//! Ratings and yes or no: a row of radio buttons.

use crosslane_core::edit::form::Datum;
use crosslane_core::model::Rating;
use crosslane_words::field::capitalised;
use crosslane_words::ui::fields as words;
use crosslane_words::values;

use super::Bound;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconButton};

/// A rating from 1 to 5; one between them, such as an average, is written beside.
pub fn rating(bound: Bound) -> AnyView {
    let stars = (1..=5_u8)
        .map(|number| {
            // All five are in range.
            let datum = Rating::new(f64::from(number)).map_or(Datum::Absent, Datum::Rating);
            radio(bound, datum, &number.to_string())
        })
        .collect_view();
    let between = move || match bound.value.get() {
        Datum::Rating(rating) if rating.value().fract() != 0.0 => Some(words::rating_exactly(rating)),
        _ => None,
    };
    let known = Memo::new(move |_| bound.value.with(|value| *value != Datum::Absent));
    let clear = move || match (known.get(), bound.locked()) {
        (false, _) => view! { <span class="quiet">{words::UNKNOWN}</span> }.into_any(),
        (true, true) => ().into_any(),
        (true, false) => {
            let label = words::clear(&bound.label());
            let clear = move || bound.set(Datum::Absent);
            view! { <IconButton icon=Icon::Close label=label on_click=clear /> }.into_any()
        }
    };
    let row = view! {
        {stars}
        <span class="radios-beside">{between}</span>
        <span class="radios-clear">{clear}</span>
    };
    group(bound, row.into_any())
}

/// Yes, no or unknown.
pub fn yes_no(bound: Bound) -> AnyView {
    let row = view! {
        {radio(bound, Datum::YesNo(true), values::yes_no(true))}
        {radio(bound, Datum::YesNo(false), values::yes_no(false))}
        {radio(bound, Datum::Absent, words::UNKNOWN)}
    };
    group(bound, row.into_any())
}

fn group(bound: Bound, row: AnyView) -> AnyView {
    view! {
        <fieldset class="field" id=bound.id() tabindex="-1">
            <legend class="label">{bound.label()}</legend>
            <div class="radios">{row}</div>
            {super::hint(bound)}
        </fieldset>
    }
    .into_any()
}

fn radio(bound: Bound, datum: Datum, text: &str) -> AnyView {
    let own = datum.clone();
    let chosen = Memo::new(move |_| bound.value.with(|value| *value == own));
    view! {
        <label class="radio">
            <input
                type="radio"
                name=bound.id()
                prop:checked=move || chosen.get()
                disabled=move || bound.locked()
                on:change=move |_| bound.type_in(datum.clone())
                on:blur=move |_| bound.leave()
            />
            <span>{capitalised(text)}</span>
        </label>
    }
    .into_any()
}
