//! Values that are typed as text and read: counts, numbers, percentages, times.
//!
//! While the person types, what would be understood stands below. It is taken over when the field is
//! left; what cannot be read stays as typed.

use crosslane_core::edit::form::{Datum, Widget};
use crosslane_core::format::table::read_count;
use crosslane_core::format::{duration, number};
use crosslane_core::model::Percent;
use crosslane_words::ui::fields as words;
use crosslane_words::values;
use leptos::ev;

use super::Bound;
use crate::reactive::prelude::*;
use crate::storage::Begun;
use crate::ui::leaving::{leaving, refuse};

/// A text read as a value, and how it was understood where that does not go without saying.
struct Reading {
    datum: Datum,
    understood: String,
}

/// Reads a text; `None` where it cannot be read.
fn read(widget: Widget, text: &str) -> Option<Reading> {
    let plain = |datum| Reading { datum, understood: String::new() };
    let text = text.trim();
    if text.is_empty() {
        return Some(plain(Datum::Absent));
    }
    match widget {
        // By itself: reading cells of every kind is in no part of the program that has fields.
        Widget::Count => read_count(text).map(|count| plain(Datum::Count(count))),
        Widget::Number => number::read(text, false).map(|number| plain(Datum::Number(number))),
        Widget::Percent => {
            let share = number::read(text.trim_end_matches('%').trim_end(), false)?;
            Percent::new(share).map(|share| plain(Datum::Percent(share)))
        }
        _ => {
            let reading = duration::read(text, None, false)?;
            Some(Reading { datum: Datum::Minutes(reading.minutes), understood: words::understood(reading) })
        }
    }
}

/// A value as it is typed.
pub fn show(datum: &Datum) -> String {
    match datum {
        Datum::Count(count) => values::number(*count),
        Datum::Number(number) => number::print(*number),
        Datum::Percent(share) => number::print(share.value()) + " %",
        Datum::Minutes(minutes) => duration::print(*minutes),
        _ => String::new(),
    }
}

pub fn mend(widget: Widget) -> &'static str {
    match widget {
        Widget::Count => words::NOT_A_COUNT,
        Widget::Number => words::NOT_A_NUMBER,
        Widget::Percent => words::NOT_A_PERCENTAGE,
        _ => words::NOT_A_TIME,
    }
}

/// What a text says in a field of this kind; `None` where it cannot be read.
pub fn read_text(widget: Widget, text: &str) -> Option<Datum> {
    read(widget, text).map(|reading| reading.datum)
}

/// What stands below the field.
#[derive(Clone, Default, PartialEq)]
enum Below {
    #[default]
    Nothing,
    Understood(String),
    Refused,
}

/// The control of a count, a number, a percentage or a time.
pub fn parsed(bound: Bound) -> AnyView {
    let widget = bound.spec.widget;
    let (typed, begun) = (RwSignal::new(None::<String>), StoredValue::new(Begun::default()));
    let below = RwSignal::new(Below::Nothing);
    let shown = move || typed.get().unwrap_or_else(|| bound.value.with(show));
    let type_in = move |text: String| {
        let reading = read(widget, &text);
        let told = reading.map(|reading| reading.understood).filter(|text| !text.is_empty());
        below.set(told.map_or(Below::Nothing, Below::Understood));
        if typed.with_untracked(Option::is_none) {
            begun.set_value(Begun::now(bound.state));
        }
        typed.set(Some(text));
    };
    let take_over = move || {
        let Some(text) = typed.get_untracked() else { return };
        if let Some(reading) = read(widget, &text) {
            bound.set_begun(&begun.get_value(), &reading.datum);
            typed.set(None);
            below.set(Below::Nothing);
        } else {
            below.set(Below::Refused);
            refuse(&text);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => take_over(),
        "Escape" if typed.get_untracked().is_some() => {
            event.prevent_default();
            typed.set(None);
            below.set(Below::Nothing);
        }
        _ => {}
    };
    let below_id = bound.id() + "-below";
    view! {
        <input
            class="input"
            type="text"
            id=bound.id()
            inputmode=if widget == Widget::Minutes { "text" } else { "decimal" }
            autocomplete="off"
            placeholder=(widget == Widget::Minutes).then_some(words::TIME_EXAMPLE)
            aria-describedby=below_id.clone()
            aria-invalid=move || below.with(|below| *below == Below::Refused).to_string()
            readonly=move || bound.locked()
            prop:value=shown
            on:input:target=move |event| type_in(event.target().value())
            on:keydown=on_key
            on:blur=leaving(bound.id(), take_over)
        />
        <p id=below_id class="field-below" aria-live="polite" data-refused=move || below.with(|below| *below == Below::Refused)>
            {move || match below.get() {
                Below::Nothing => String::new(),
                Below::Understood(text) => text,
                Below::Refused => mend(widget).to_owned(),
            }}
        </p>
    }
    .into_any()
}
