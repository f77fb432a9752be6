//! How much goes out, and what stays in the house: the same for files and links.

use std::sync::Arc;

use crosslane_core::model::Workspace;
use crosslane_core::share::{Extent, Without, share};
use crosslane_words::{command, ui::sharing as words};

use crate::app::{Shared, State};
use crate::reactive::prelude::*;
use crate::ui::segments;

/// What was chosen.
#[derive(Clone, Copy)]
pub struct Choices {
    /// This journey alone.
    pub one_journey: RwSignal<bool>,
    notes: RwSignal<bool>,
    quotes: RwSignal<bool>,
    comments: RwSignal<bool>,
    people: RwSignal<bool>,
}

/// What goes out.
#[derive(Clone, PartialEq)]
pub struct Outgoing {
    /// The part of the workspace that was chosen.
    pub workspace: Shared<Workspace>,
    /// Where somebody is still named, in sentences.
    pub mentions: Vec<String>,
}

impl Choices {
    /// Everything, or this journey.
    pub fn new(one_journey: bool) -> Self {
        let off = || RwSignal::new(false);
        Self {
            one_journey: RwSignal::new(one_journey),
            notes: off(),
            quotes: off(),
            comments: off(),
            people: off(),
        }
    }

    /// What goes out; `None` where there is no journey to be the only one. `forced` says that the format holds one: that
    /// of a workspace with a single one is the workspace. Reactive.
    pub fn outgoing(self, state: State, forced: bool) -> Option<Outgoing> {
        let workspace = state.workspace()?;
        if forced && workspace.journey_order.is_empty() {
            return None;
        }
        let one_journey = if forced { workspace.journey_order.len() > 1 } else { self.one_journey.get() };
        let journeys = if one_journey { Some(vec![state.journey_id()?]) } else { None };
        let without = Without {
            notes: self.notes.get(),
            quotes: self.quotes.get(),
            comments: self.comments.get(),
            people: self.people.get(),
        };
        if journeys.is_none() && !without.is_any() {
            return Some(Outgoing { workspace, mentions: Vec::new() });
        }
        let shared = share(&workspace, &Extent { journeys, without });
        let mentions = shared.mentions.iter().map(command::still_named).collect();
        Some(Outgoing { workspace: Shared(Arc::new(shared.workspace)), mentions })
    }

    /// The form. `forced` says that the format holds one journey only; `fixed` that nothing can be chosen.
    pub fn form(self, forced: Signal<bool>, fixed: Signal<bool>) -> AnyView {
        let boxes = [
            (words::NOTES, self.notes),
            (words::QUOTES, self.quotes),
            (words::COMMENTS, self.comments),
            (words::PEOPLE, self.people),
        ]
        .map(|(name, chosen)| tick(name, chosen, fixed))
        .collect_view();
        let extent = vec![(false, words::WORKSPACE), (true, words::JOURNEY)];
        view! {
            <div class="sharing-choices">
                {move || {
                    if forced.get() {
                        view! { <p class="quiet">{words::ONE_JOURNEY}</p> }.into_any()
                    } else if fixed.get() {
                        ().into_any()
                    } else {
                        segments(words::EXTENT, extent.clone(), self.one_journey)
                    }
                }}
                <fieldset class="sharing-without" hidden=fixed>
                    <legend>{words::LEAVE_OUT}</legend>
                    {boxes}
                </fieldset>
            </div>
        }
        .into_any()
    }
}

fn tick(name: &'static str, chosen: RwSignal<bool>, fixed: Signal<bool>) -> AnyView {
    view! {
        <label class="sharing-tick">
            <input
                type="checkbox"
                disabled=fixed
                prop:checked=chosen
                on:change:target=move |event| chosen.set(event.target().checked())
            />
            {name}
        </label>
    }
    .into_any()
}

/// Where somebody is still named.
pub fn mentions(list: &[String]) -> Option<AnyView> {
    if list.is_empty() {
        return None;
    }
    let items = list.iter().map(|said| view! { <li dir="auto">{said.clone()}</li> }).collect_view();
    Some(view! { <p>{words::STILL_NAMED}</p> <ul class="sharing-list">{items}</ul> }.into_any())
}
