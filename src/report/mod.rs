//! The report: what an executive reads in a minute, and what the people who do the work need, on paper or as text.

mod map;

use crosslane_core::model::{Id, Journey, Workspace};
use crosslane_core::rules::JourneyEvaluation;
use crosslane_words::page::{Scope, report as report_of};
use crosslane_words::ui::{handoffs as handoff_words, report as words, shell};

use crate::app::{Shared, State, day, use_state};
use crate::reactive::prelude::*;
use crate::ui::{paper, segments};
use crate::workspace::later::LaterPart;

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart { view: |_| report().into_any(), ..LaterPart::NONE };

/// A journey as the map on paper shows it.
struct Printed {
    workspace: Shared<Workspace>,
    journey: Shared<Journey>,
    evaluation: Shared<JourneyEvaluation>,
}

/// The view.
pub fn report() -> AnyView {
    let state = use_state();
    let all_journeys = RwSignal::new(false);
    let page = Memo::new(move |_| {
        let document = state.document.get()?;
        let scope = if all_journeys.get() { Scope::All } else { Scope::Journey(state.journey_id()?) };
        Some(report_of(&document.workspace, &document.evaluation, scope, day()))
    });
    let choose = segments(
        handoff_words::SCOPE,
        vec![(false, handoff_words::THIS_JOURNEY), (true, handoff_words::ALL_JOURNEYS)],
        all_journeys,
    );
    view! {
        <div class="report">
            <div class="view-head print-hidden">
                <h1>{words::TITLE}</h1>
                {choose}
            </div>
            {paper(state, page.into(), map_of)}
        </div>
    }
    .into_any()
}

/// The map of a journey on paper.
fn map_of(state: State, id: Id) -> AnyView {
    let printed = state.document.with_untracked(|document| {
        let document = document.as_ref()?;
        Some(Printed {
            workspace: document.workspace.clone(),
            journey: Shared(document.workspace.journeys.get(&id)?.clone()),
            evaluation: Shared(document.evaluation.journey(id)?.clone()),
        })
    });
    printed.map(|printed| map::map(&printed)).into_any()
}

/// The name of a touchpoint of the journey, never empty.
fn touchpoint_name(journey: &Journey, id: Id) -> String {
    shell::or_untitled(journey.touchpoints.get(&id).map_or("", |touchpoint| &touchpoint.name)).to_owned()
}
