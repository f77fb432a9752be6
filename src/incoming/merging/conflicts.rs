//! What both changed differently, side by side, settled one by one.

use crosslane_core::merge::Side;
use crosslane_words::change::{self, ConflictWords};
use crosslane_words::ui::merging as words;
use leptos::ev;
use wasm_bindgen::JsCast;

use super::{Screen, show_button};
use crate::reactive::prelude::*;

/// How many conflicts are listed at first, and more with each press of a button.
const STEP: usize = 100;

/// All conflicts; nothing where there are none.
pub fn conflicts(screen: Screen) -> Option<AnyView> {
    let all = screen.joining()?.conflicts().len();
    if all == 0 {
        return None;
    }
    let shown = RwSignal::new(STEP.min(all));
    let settled = move || {
        let done = screen.choices.with(|choices| choices.iter().flatten().count());
        words::settled(done, all)
    };
    let view = view! {
        <section class="merge-conflicts" aria-label=words::CONFLICTS>
            <div class="merge-head">
                <h3>{words::CONFLICTS}</h3>
                <button class="button" type="button" on:click=move |_| screen.choose_all(Side::Ours)>
                    {words::ALL_YOURS}
                </button>
                <button class="button" type="button" on:click=move |_| screen.choose_all(Side::Theirs)>
                    {words::ALL_THEIRS}
                </button>
            </div>
            <p class="quiet">
                <span role="status">{settled}</span>
                " "
                {words::KEYS_HINT}
            </p>
            <ol class="merge-list" on:keydown=move |event| key(screen, &event)>
                <For each=move || 0..shown.get() key=|at| *at let:at>
                    {conflict(screen, at)}
                </For>
            </ol>
            <Show when=move || shown.get() < all>
                <button
                    class="button"
                    type="button"
                    on:click=move |_| shown.update(|shown| *shown = (*shown + STEP).min(all))
                >
                    {words::MORE}
                </button>
            </Show>
        </section>
    };
    Some(view.into_any())
}

fn conflict(screen: Screen, at: usize) -> AnyView {
    let Some(joining) = screen.joining() else { return ().into_any() };
    let Some(found) = joining.conflicts().get(at) else { return ().into_any() };
    let base = joining.base.as_ref().unwrap_or(&joining.ours);
    let ConflictWords { place, about, ours, theirs } =
        change::conflict(base, &joining.ours, &joining.theirs, found);
    let show = show_button(screen, &found.path, &place);
    let label = words::numbered(at + 1, &place);
    view! {
        <li class="merge-conflict" data-conflict=at>
            <div class="merge-place">
                <b dir="auto">{place}</b>
                <span class="quiet">{about}</span>
                {show}
            </div>
            <div class="merge-sides" role="radiogroup" aria-label=label>
                {side(screen, at, Side::Ours, ours)}
                {side(screen, at, Side::Theirs, theirs)}
            </div>
        </li>
    }
    .into_any()
}

fn side(screen: Screen, at: usize, side: Side, text: String) -> AnyView {
    let chosen =
        Memo::new(move |_| screen.choices.with(|choices| choices.get(at).copied().flatten() == Some(side)));
    let (name, word) = if side == Side::Ours { (words::YOURS, "ours") } else { (words::THEIRS, "theirs") };
    view! {
        <label class="merge-side" class:merge-chosen=move || chosen.get() data-side=word>
            <span class="merge-side-name">
                <input
                    type="radio"
                    name=format!("conflict-{at}")
                    prop:checked=move || chosen.get()
                    on:change=move |_| screen.choose(at, side)
                />
                {name}
            </span>
            <span class="merge-value" dir="auto">{text}</span>
        </label>
    }
    .into_any()
}

/// The keys of the list: numbers settle and go on, arrows up and down move.
fn key(screen: Screen, event: &ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(at) = conflict_of(event) else { return };
    let to = match event.key().as_str() {
        "1" => {
            screen.choose(at, Side::Ours);
            Some(at + 1)
        }
        "2" => {
            screen.choose(at, Side::Theirs);
            Some(at + 1)
        }
        "ArrowDown" => Some(at + 1),
        "ArrowUp" => at.checked_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        focus(to);
    }
}

/// The conflict in which the key was pressed.
fn conflict_of(event: &ev::KeyboardEvent) -> Option<usize> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-conflict]").ok()??.get_attribute("data-conflict")?.parse().ok()
}

/// Puts the focus on a conflict; on the button that merges after the last one.
fn focus(at: usize) {
    let choice = format!("[data-conflict=\"{at}\"] input:checked");
    let first = format!("[data-conflict=\"{at}\"] input");
    let found = [choice.as_str(), first.as_str(), ".merge-button"]
        .into_iter()
        .find_map(|selector| document().query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A browser that refuses the focus leaves it where it is.
        drop(element.focus());
    }
}
