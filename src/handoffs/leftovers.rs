//! What is no handoff, or not yet: undecided steps, and cards that lost their handoff.

use crosslane_core::edit::JourneyEdit;
use crosslane_core::route::Selection;
use crosslane_words::name;
use crosslane_words::ui::{handoffs as words, shell};

use super::list::touchpoint_name;
use crate::app::State;
use crate::reactive::prelude::*;

/// How many undecided steps are listed.
const MOST_STEPS: usize = 50;

/// Undecided steps and unplaced cards of the journey shown.
pub fn leftovers(state: State) -> AnyView {
    view! {
        {move || undecided(state)}
        {move || unplaced(state)}
    }
    .into_any()
}

fn undecided(state: State) -> Option<AnyView> {
    let evaluation = state.evaluation()?;
    let workspace = state.workspace()?;
    let steps = evaluation.flow.undecided();
    if steps.is_empty() {
        return None;
    }
    let entries = steps
        .iter()
        .take(MOST_STEPS)
        .map(|step| {
            let key = evaluation.flow.key(step.from, step.to);
            let name = |id| touchpoint_name(&workspace, evaluation.id, id);
            let label = format!("{} → {}", name(key.from), name(key.to));
            view! {
                <li>
                    <button class="link" type="button" dir="auto" on:click=move |_| state.select(Selection::Step(key))>
                        {label}
                    </button>
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <section class="leftovers">
            <h2>{words::UNDECIDED}" "<span class="badge" data-severity="open">{steps.len()}</span></h2>
            <p class="quiet">{words::UNDECIDED_HINT}</p>
            <ul>{entries}</ul>
        </section>
    };
    Some(view.into_any())
}

fn unplaced(state: State) -> Option<AnyView> {
    let (_, journey) = state.journey()?;
    if journey.unplaced_cards.is_empty() {
        return None;
    }
    let entries = journey
        .unplaced_cards
        .iter()
        .map(|(id, card)| {
            let id = *id;
            let label = format!("{} → {}", name::quoted(&card.from_name), name::quoted(&card.to_name));
            view! {
                <li class="leftover">
                    <span dir="auto">{label}</span>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| {
                            if state.edit_journey(JourneyEdit::RemoveUnplacedCard(id)) {
                                state.toast(shell::UNDO_HINT);
                            }
                        }
                    >
                        {words::DISCARD}
                    </button>
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <section class="leftovers">
            <h2>{words::UNPLACED}</h2>
            <p class="quiet">{words::UNPLACED_HINT}</p>
            <ul>{entries}</ul>
        </section>
    };
    Some(view.into_any())
}
