//! The print view: what a committee gets on paper.

mod map;
mod worst;

use crosslane_core::model::{Id, Journey, Workspace};
use crosslane_core::rules::JourneyEvaluation;
use crosslane_words::ui::home::journeys as journey_words;
use crosslane_words::ui::{print as words, shell};
use leptos::prelude::*;

use crate::app::{Shared, State, today, use_state};
use crate::ui::{Icon, IconView};

/// Everything a page shows.
struct Printed {
    workspace: Shared<Workspace>,
    journey: Shared<Journey>,
    evaluation: Shared<JourneyEvaluation>,
}

fn printed(state: State) -> Option<Printed> {
    let (_, journey) = state.journey()?;
    Some(Printed { workspace: state.workspace()?, journey, evaluation: state.evaluation()? })
}

/// The view.
pub fn print() -> AnyView {
    let state = use_state();
    view! {
        <div class="print">
            <div class="view-head print-tools">
                <h1>{words::TITLE}</h1>
                <button class="button button-main" type="button" on:click=|_| drop(window().print())>
                    <IconView icon=Icon::Print />
                    {words::PRINT}
                </button>
                <p class="quiet">{words::HINT}</p>
            </div>
            {move || printed(state).map(|printed| pages(&printed))}
        </div>
    }
    .into_any()
}

fn pages(printed: &Printed) -> AnyView {
    view! {
        <article class="paper" tabindex="0" aria-label=words::PAGES>
            {head(printed)}
            {map::map(printed)}
            {worst::worst(printed)}
        </article>
    }
    .into_any()
}

fn head(printed: &Printed) -> AnyView {
    let scores = &printed.evaluation.scores;
    let connectedness = scores.connectedness.map_or_else(
        || journey_words::NO_VALUE.to_owned(),
        |range| journey_words::range(range.at_worst, range.known),
    );
    let assessed = scores
        .assessed
        .map_or_else(|| journey_words::NO_VALUE.to_owned(), |share| format!("{}%", (share * 100.0).floor()));
    let date = today().map(|date| date.to_string()).unwrap_or_default();
    view! {
        <header class="paper-head">
            <div>
                <p class="quiet" dir="auto">{shell::or_untitled(&printed.workspace.title).to_owned()}</p>
                <h2 dir="auto">{shell::or_untitled(&printed.journey.title).to_owned()}</h2>
            </div>
            <dl class="paper-facts">
                <div><dt>{words::CONNECTEDNESS}</dt><dd>{connectedness}</dd></div>
                <div><dt>{words::ASSESSED}</dt><dd>{assessed}</dd></div>
                <div><dt class="unseen">{words::DATE}</dt><dd><time>{date}</time></dd></div>
            </dl>
        </header>
    }
    .into_any()
}

/// The name of a touchpoint of the journey, never empty.
fn touchpoint_name(journey: &Journey, id: Id) -> String {
    shell::or_untitled(journey.touchpoints.get(&id).map_or("", |touchpoint| &touchpoint.name)).to_owned()
}
