//! The card of a handoff, and the way back for a card that lost its handoff.

use crosslane_core::edit::JourneyEdit;
use crosslane_core::edit::form::{CARD_GROUPS, Place, SideOf};
use crosslane_core::model::{Id, Ref, StepKey};
use crosslane_words::ui::{inspector as words, shell};

use super::panel::Panel;
use super::{agreement, comments, group};
use crate::app::State;
use crate::reactive::prelude::*;

/// The card of a handoff.
pub fn card(state: State, panel: Panel, key: StepKey) -> AnyView {
    let has_card = Memo::new(move |_| {
        let journey = state.journey();
        journey.is_some_and(|(_, journey)| journey.steps.get(&key).is_some_and(|step| step.card.is_some()))
    });
    let place = Place::Card(key);
    let groups = CARD_GROUPS
        .iter()
        .map(|(of, names)| group::of_fields(state, panel, place, *of, names))
        .collect_view();
    let empty = move |_| {
        state.edit_journey(JourneyEdit::PutCard(key, None));
    };
    view! {
        <section class="inspector-card" aria-label=words::CARD>
            <h3>{words::CARD}</h3>
            {move || (!has_card.get()).then(|| view! {
                <p class="quiet">{words::CARD_EMPTY}</p>
                {earlier(state, key)}
            })}
            {groups}
            <section class="inspector-part">
                <h3>{words::AGREEMENT}</h3>
                {agreement::side(state, panel, key, SideOf::From)}
                {agreement::side(state, panel, key, SideOf::To)}
            </section>
            {comments::comments(state, panel, place)}
            {move || (has_card.get() && state.read_only.get().is_none()).then(|| view! {
                <button class="link" type="button" on:click=empty>{words::EMPTY_CARD}</button>
            })}
        </section>
    }
    .into_any()
}

/// An unplaced card of the same two departments.
#[derive(Clone, PartialEq)]
struct Earlier {
    id: Id,
    title: String,
}

fn earlier_cards(state: State, key: StepKey) -> Vec<Earlier> {
    let Some((_, journey)) = state.journey() else { return Vec::new() };
    let owner = |id: Id| journey.touchpoints.get(&id).and_then(|touchpoint| touchpoint.owner).map(Ref::id);
    let pair = (owner(key.from), owner(key.to));
    let cards = journey
        .unplaced_cards
        .iter()
        .filter(|(_, card)| (card.from_department.map(Ref::id), card.to_department.map(Ref::id)) == pair);
    cards
        .map(|(id, card)| {
            let title =
                words::earlier_card(shell::or_untitled(&card.from_name), shell::or_untitled(&card.to_name));
            Earlier { id: *id, title }
        })
        .collect()
}

/// Unplaced cards of the same two departments, to be put back here.
fn earlier(state: State, key: StepKey) -> AnyView {
    let cards = Memo::new(move |_| earlier_cards(state, key));
    let row = move |card: Earlier| {
        let id = card.id;
        let put_back = move |_| {
            state.edit_journey(JourneyEdit::PlaceCard { id, to: key });
        };
        let throw_away = move |_| {
            state.edit_journey(JourneyEdit::RemoveUnplacedCard(id));
        };
        view! {
            <li class="earlier-card">
                <p dir="auto">{card.title}</p>
                <button class="button" type="button" on:click=put_back>{words::PUT_BACK}</button>
                <button class="link" type="button" on:click=throw_away>{words::THROW_AWAY}</button>
            </li>
        }
    };
    let shown = move || {
        let cards = cards.get();
        (!cards.is_empty()).then(|| {
            view! {
                <h3>{words::EARLIER_CARDS}</h3>
                <ul>{cards.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    shown.into_any()
}
