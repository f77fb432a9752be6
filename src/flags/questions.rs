//! The open questions: the list for the next interview.

use crosslane_core::edit::form::Place;
use crosslane_core::model::Workspace;
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::{BlankPlace, Question, questions as questions_of};
use crosslane_words::ui::{flags as words, handoffs as handoff_words, shell};
use crosslane_words::{blank, flag as flag_words};

use super::{PAGE, Shown, scope};
use crate::app::State;
use crate::inspector::show_field;
use crate::reactive::prelude::*;

/// The open questions of the journeys in scope, those worth the most first.
pub fn questions(state: State, shown: Shown) -> AnyView {
    let most = RwSignal::new(PAGE);
    let content = move || {
        let (Some(workspace), Some(evaluation)) = (state.workspace(), scope(state, shown.all_journeys.get()))
        else {
            return ().into_any();
        };
        let all = questions_of(&evaluation);
        if all.is_empty() {
            return view! { <p class="quiet view-note">{words::NO_QUESTIONS}</p> }.into_any();
        }
        let visible = all.len().min(most.get());
        let with_journey = shown.all_journeys.get();
        let entries = all[..visible]
            .iter()
            .map(|question| entry(state, &workspace, question, with_journey))
            .collect_view();
        view! {
            <p class="quiet view-note">{words::QUESTIONS_HINT}</p>
            <ol class="question-list">{entries}</ol>
            <p class="view-note quiet">
                {handoff_words::shown(visible, all.len())}
                " "
                {(visible < all.len())
                    .then(|| {
                        view! {
                            <button class="button" type="button" on:click=move |_| most.update(|most| *most += PAGE)>
                                {words::MORE}
                            </button>
                        }
                    })}
            </p>
        }
        .into_any()
    };
    view! { {content} }.into_any()
}

fn entry(state: State, workspace: &Workspace, question: &Question, with_journey: bool) -> AnyView {
    let journey = question.journey.or_else(|| state.journey_id_untracked());
    let title = question.journey.filter(|_| with_journey).and_then(|id| workspace.journeys.get(&id));
    let rules: Vec<&str> = question.rules.iter().map(|rule| flag_words::title(rule)).collect();
    let field = question.blank.field.word();
    let place = match question.blank.place {
        BlankPlace::Touchpoint(id) => Some(Place::Touchpoint(id)),
        BlankPlace::Step(key) => Some(Place::Step(key)),
        _ => None,
    };
    let jump = move |_| match (journey, place) {
        (Some(journey), Some(place)) => show_field(state, View::Map, journey, place, field),
        (Some(journey), None) => crate::map::show(state, journey, Selection::None),
        (None, _) => {}
    };
    view! {
        <li class="panel question">
            <span class="badge" data-severity="open">{blank::worth(question.checks)}</span>
            <div class="question-text">
                <p dir="auto">{blank::question(workspace, question.journey, &question.blank)}</p>
                <p class="quiet">
                    {title.map(|journey| format!("{} · ", shell::or_untitled(&journey.title)))}
                    {rules.join(", ")}
                </p>
            </div>
            <button class="link" type="button" on:click=jump>{words::JUMP}</button>
        </li>
    }
    .into_any()
}
