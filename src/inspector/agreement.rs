//! What each side of a handoff says about its card.

use crosslane_core::edit::form::{Place, SideOf, name_of, say};
use crosslane_core::edit::{JourneyEdit, side_lapsed};
use crosslane_core::model::{Card, Date, EntityKind, Journey, StepKey};
use crosslane_words::ui::inspector as words;

use super::panel::Panel;
use crate::app::{State, today};
use crate::reactive::prelude::*;
use crate::ui::fields;
use crate::ui::{DepartmentChip, DepartmentMark, Icon, IconView};

/// What a side says, as it is shown.
#[derive(Clone, Default, PartialEq)]
struct Said {
    agrees: Option<bool>,
    lapsed: bool,
    date: Option<Date>,
}

fn card_of(journey: &Journey, key: StepKey) -> Card {
    journey.steps.get(&key).and_then(|step| step.card.clone()).unwrap_or_default()
}

fn said(state: State, key: StepKey, of: SideOf) -> Said {
    let Some((_, journey)) = state.journey() else { return Said::default() };
    let card = card_of(&journey, key);
    let side = match of {
        SideOf::From => card.from_side.as_ref(),
        SideOf::To => card.to_side.as_ref(),
    };
    side.map_or_else(Said::default, |side| Said {
        agrees: side.agrees,
        lapsed: side_lapsed(&card, side),
        date: side.date,
    })
}

/// One side of a handoff: whether it agrees, who says so, when, and why.
pub fn side(state: State, panel: Panel, key: StepKey, of: SideOf) -> AnyView {
    let said = Memo::new(move |_| said(state, key, of));
    let put = move |agrees: Option<bool>| {
        let Some((_, journey)) = state.journey_untracked() else { return };
        let by = Some(panel.author.get_untracked()).filter(|author| !author.is_empty());
        let card = say(&card_of(&journey, key), of, agrees, by, today());
        let card = (card != Card::default()).then(|| Box::new(card));
        state.edit_journey(JourneyEdit::PutCard(key, card));
    };
    let name = Place::Side(key, of).key("agrees");
    let choices = [(Some(true), words::AGREES), (Some(false), words::DISAGREES), (None, words::NOT_SAID)];
    let radios = choices.map(|(agrees, label)| {
        let chosen = Memo::new(move |_| said.with(|said| said.agrees == agrees));
        view! {
            <label class="radio">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.get()
                    disabled=move || state.read_only.get().is_some()
                    on:change=move |_| put(agrees)
                />
                <span>{label}</span>
            </label>
        }
    });
    let lapsed = move || {
        said.with(|said| said.lapsed).then(|| {
            view! {
                <p class="lapsed"><IconView icon=Icon::Warning />{words::LAPSED}</p>
                <button class="button" type="button" on:click=move |_| put(Some(true))>{words::AGREE_AGAIN}</button>
            }
        })
    };
    let spoken = Memo::new(move |_| said.with(|said| said.agrees.is_some()));
    let details = move || {
        spoken.get().then(|| {
            view! {
                {fields::fields(state, Place::Side(key, of), &["by", "note"])}
                <p class="quiet">{move || words::on(said.with(|said| said.date))}</p>
            }
        })
    };
    view! {
        <fieldset class="inspector-side" id=Place::Side(key, of).key("agrees") tabindex="-1">
            <legend>{department(state, key, of)}</legend>
            <div class="radios">{radios.into_iter().collect_view()}</div>
            {lapsed}
            {details}
        </fieldset>
    }
    .into_any()
}

fn department(state: State, key: StepKey, of: SideOf) -> AnyView {
    let department = Memo::new(move |_| {
        let (workspace, (_, journey)) = (state.workspace()?, state.journey()?);
        let touchpoint = if of == SideOf::From { key.from } else { key.to };
        let owner = journey.touchpoints.get(&touchpoint)?.owner?.id();
        let name = name_of(&workspace, EntityKind::Department, owner).into_owned();
        Some((DepartmentMark::of(&workspace, owner), name))
    });
    let shown = move || match department.get() {
        Some((mark, name)) => view! { <DepartmentChip mark=mark name=name /> }.into_any(),
        None => view! { <span>{words::side(of)}</span> }.into_any(),
    };
    shown.into_any()
}
