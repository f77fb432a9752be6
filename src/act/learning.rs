//! What was learned in a session is evidence for its touchpoints.

use crosslane_core::act::learn;
use crosslane_core::model::{Evidence, Id, Ref, Workspace};
use crosslane_words::labels::Label;
use crosslane_words::ui::act::sessions as words;
use crosslane_words::values;

use super::parts;
use crate::app::{State, today};
use crate::reactive::prelude::*;
use crate::ui::segments;

/// The form that sets the evidence of the touchpoints of a session.
pub fn learning(state: State, session: Id) -> AnyView {
    let left_out = RwSignal::new(Vec::<Id>::new());
    let evidence = RwSignal::new(Evidence::Observed);
    let touchpoints = Memo::new(move |_| {
        let workspace = state.workspace();
        workspace.map(|workspace| of(&workspace, session)).unwrap_or_default()
    });
    let set = move |_| {
        let Some(workspace) = state.workspace_untracked() else { return };
        let chosen = left_out.with_untracked(|left_out| {
            let all = touchpoints.get_untracked().into_iter();
            all.filter(|id| !left_out.contains(id)).collect::<Vec<Id>>()
        });
        let Some(evidence) = evidence.try_get_untracked() else { return };
        match learn(&workspace, &chosen, evidence, today()) {
            Some(edit) if state.edit(&edit) => state.toast_with_undo(words::learned(chosen.len())),
            Some(_) => {}
            None => state.toast(words::CHOOSE_FIRST),
        }
    };
    let form = move || {
        if touchpoints.with(Vec::is_empty) {
            return view! { <p class="quiet view-note">{words::NO_TOUCHPOINTS}</p> }.into_any();
        }
        let rows = touchpoints.get().into_iter().map(|id| row(state, left_out, id)).collect_view();
        let kinds = [Evidence::Observed, Evidence::Measured];
        view! {
            <p class="quiet view-note">{words::LEARNED_HINT}</p>
            {segments(words::EVIDENCE, kinds.into_iter().map(|kind| (kind, kind.label())).collect(), evidence)}
            <div role="group" aria-label=words::WHICH>
                <ul class="act-learned">{rows}</ul>
            </div>
            <p>
                <button class="button" type="button" disabled=move || state.read_only.get().is_some() on:click=set>
                    {words::SET}
                </button>
            </p>
        }
        .into_any()
    };
    view! { <div class="act-learning">{form}</div> }.into_any()
}

/// The touchpoints of a session that are still there.
fn of(workspace: &Workspace, session: Id) -> Vec<Id> {
    let touchpoints = workspace.sessions.get(&session).and_then(|session| session.touchpoints.as_deref());
    let ids = touchpoints.unwrap_or_default().iter().copied().map(Ref::id);
    ids.filter(|id| parts::journey_of(workspace, *id).is_some()).collect()
}

fn row(state: State, left_out: RwSignal<Vec<Id>>, id: Id) -> AnyView {
    let chosen = move || left_out.with(|left_out| !left_out.contains(&id));
    let toggle = move |_| {
        left_out.update(|left_out| {
            if left_out.contains(&id) {
                left_out.retain(|other| *other != id);
            } else {
                left_out.push(id);
            }
        });
    };
    let rests_on = move || {
        let workspace = state.workspace()?;
        let journey = workspace.journeys.get(&parts::journey_of(&workspace, id)?)?;
        let touchpoint = journey.touchpoints.get(&id)?;
        let evidence = touchpoint.evidence.map(Label::label);
        let reviewed = touchpoint.reviewed_on.map(values::date);
        Some([evidence.map(str::to_owned), reviewed].into_iter().flatten().collect::<Vec<_>>().join(", "))
    };
    let name = move || {
        let kind = crosslane_core::model::EntityKind::Touchpoint;
        state.workspace().map(|workspace| parts::called(&workspace, kind, id))
    };
    view! {
        <li>
            <label class="act-check">
                <input type="checkbox" prop:checked=chosen on:change=toggle />
                <span dir="auto">{name}</span>
            </label>
            <span class="quiet">{rests_on}</span>
        </li>
    }
    .into_any()
}
