//! The chosen phase.

use crosslane_core::edit::form::Place;
use crosslane_core::model::Id;
use crosslane_words::ui::inspector as words;

use super::findings::{self, At};
use super::header;
use super::panel::Panel;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::fields;

/// Everything about a phase.
pub fn phase(state: State, panel: Panel, id: Id) -> AnyView {
    let place = Place::Phase(id);
    let count = Memo::new(move |_| {
        let journey = state.journey();
        journey.and_then(|(_, journey)| journey.phases.get(&id).map(|phase| phase.touchpoints.len()))
    });
    view! {
        {header::head(words::PHASE, header::close(state))}
        <div class="inspector-body">
            {header::name(state, place, "name")}
            <p class="quiet">{move || words::touchpoints(count.get().unwrap_or_default())}</p>
            {findings::findings(state, panel, At::Phase(id))}
            <div class="group-body">{fields::field(state, place, "goal")}</div>
        </div>
    }
    .into_any()
}
