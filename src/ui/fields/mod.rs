//! Fields of forms: a control for each widget, bound to its place in the document.
//!
//! What is unknown is never shown as none: an empty field says "unknown", and "none" is a tick of its
//! own. What cannot be read stays as it was typed, with a word on how to mend it.

mod bound;
mod choice;
mod color;
mod combo;
mod date;
mod entries;
mod nothing;
mod parsed;
mod radios;
mod references;
mod text;
mod texts;

use crosslane_core::edit::form::{Place, Widget};
use crosslane_words::ui::fields as words;

pub use bound::Bound;
pub use combo::{Chosen, Combo, combo};
pub use parsed::{mend, read_text, show};
pub use text::title;

use crate::app::State;
use crate::reactive::prelude::*;

/// The field of this name at a place, with its label.
pub fn field(state: State, place: Place, name: &str) -> AnyView {
    Bound::new(state, place, name).map_or_else(|| ().into_any(), view_of)
}

/// The fields of these names at a place.
pub fn fields(state: State, place: Place, names: &[&str]) -> AnyView {
    names.iter().map(|name| field(state, place, name)).collect_view().into_any()
}

fn view_of(bound: Bound) -> AnyView {
    match bound.spec.widget {
        Widget::Line => labelled(bound, text::line(bound)),
        Widget::Text | Widget::Agreed => labelled(bound, text::area(bound)),
        Widget::Rating => radios::rating(bound),
        Widget::YesNo => radios::yes_no(bound),
        Widget::Choice(kind) => labelled(bound, choice::select(bound, kind)),
        Widget::Date => labelled(bound, date::date(bound)),
        Widget::Count | Widget::Number | Widget::Percent | Widget::Minutes => {
            labelled(bound, parsed::parsed(bound))
        }
        Widget::Color => labelled(bound, color::color(bound)),
        Widget::One(kind) => labelled(bound, references::one(bound, kind)),
        Widget::Many(kind) => grouped(bound, references::many(bound, kind)),
        Widget::Texts => grouped(bound, texts::texts(bound)),
        Widget::Entries(kind) => grouped(bound, entries::entries(bound, kind)),
    }
}

/// A field with one control.
fn labelled(bound: Bound, control: AnyView) -> AnyView {
    // Short values stand two in a row.
    let short = matches!(
        bound.spec.widget,
        Widget::Choice(_)
            | Widget::Date
            | Widget::Count
            | Widget::Number
            | Widget::Color
            | Widget::Percent
            | Widget::Minutes
    );
    view! {
        <div class="field" class:field-short=short>
            <div class="field-head">
                <label class="label" for=bound.id()>{bound.label()}</label>
                {nothing::tick(bound)}
            </div>
            {control}
            {hint(bound)}
        </div>
    }
    .into_any()
}

/// A field with several controls.
fn grouped(bound: Bound, controls: AnyView) -> AnyView {
    view! {
        <div class="field" role="group" aria-labelledby=label_id(bound)>
            <div class="field-head">
                <span class="label" id=label_id(bound)>{bound.label()}</span>
                {nothing::tick(bound)}
            </div>
            {controls}
            {hint(bound)}
        </div>
    }
    .into_any()
}

fn label_id(bound: Bound) -> String {
    bound.id() + "-label"
}

fn hint(bound: Bound) -> AnyView {
    let hint = words::hint(bound.spec.entity, bound.spec.name);
    (!hint.is_empty()).then(|| view! { <p class="field-hint">{hint}</p> }).into_any()
}
