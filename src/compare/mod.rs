//! The compare view: a current journey beside its future, or a kept version beside now.

mod changes;
mod choose;
mod commands;
mod effect;
mod map;
mod scores;
mod sides;

use crosslane_words::ui::compare as words;

pub use commands::COMMANDS;
use commands::start_future;
use crosslane_core::route::View;
use sides::{Found, Sides};

use crate::app::{Shared, use_state};
use crate::reactive::prelude::*;
use crate::snapshots;
use crate::workspace::later::{Asked, LaterPart};

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    view: |view| if view == View::Compare { compare() } else { snapshots::snapshots().into_any() },
    answer: |state, asked| {
        if let Asked::Command(commands::START) = asked {
            start_future(state);
        }
    },
    ..LaterPart::NONE
};

/// The view.
fn compare() -> AnyView {
    let state = use_state();
    let found = sides::found(state);
    let chosen = Memo::new(move |_| found.with(Found::with));
    view! {
        <div class="compare">
            <div class="view-head">
                <h1>{words::TITLE}</h1>
                {move || choose::choose(state, chosen.get())}
                <button class="button" type="button" on:click=move |_| start_future(state)>
                    {words::START_FUTURE}
                </button>
            </div>
            {move || match found.get() {
                Found::Nothing => nothing(),
                Found::Missing(_) => view! { <p class="view-note" role="status">{words::MISSING}</p> }.into_any(),
                Found::Both(_, sides) => shown(&sides),
            }}
        </div>
    }
    .into_any()
}

fn nothing() -> AnyView {
    view! {
        <div class="panel compare-nothing">
            <h2>{words::NOTHING}</h2>
            <p class="quiet">{words::NOTHING_HINT}</p>
            <p class="quiet">{words::START_FUTURE_HINT}</p>
        </div>
    }
    .into_any()
}

fn shown(sides: &Shared<Sides>) -> AnyView {
    view! {
        <p class="quiet view-note">{words::HINT}</p>
        {scores::scores(sides)}
        {map::map(sides)}
        {effect::handoffs(sides)}
        {effect::other_flags(sides)}
        {changes::changes(sides)}
    }
    .into_any()
}
