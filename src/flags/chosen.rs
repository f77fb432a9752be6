//! Several flags chosen, to start one initiative from them.

use crosslane_words::ui::act::initiatives as words;

use crate::act;
use crate::app::State;
use crate::reactive::prelude::*;

/// The tick that chooses a flag.
pub fn choice(chosen: RwSignal<Vec<String>>, fingerprint: String) -> AnyView {
    let own = fingerprint.clone();
    let is_chosen = move || chosen.with(|chosen| chosen.contains(&own));
    let toggle = move |_| {
        chosen.update(|chosen| {
            if chosen.contains(&fingerprint) {
                chosen.retain(|other| *other != fingerprint);
            } else {
                chosen.push(fingerprint.clone());
            }
        });
    };
    view! {
        <label class="flag-choice">
            <input type="checkbox" prop:checked=is_chosen on:change=toggle />
            {words::CHOOSE}
        </label>
    }
    .into_any()
}

/// How many are chosen, and what can be done with them; nothing where none is.
pub fn bar(state: State, chosen: RwSignal<Vec<String>>) -> AnyView {
    let count = Memo::new(move |_| chosen.with(Vec::len));
    let begin = move |_| {
        act::start(state, &chosen.get_untracked());
        chosen.set(Vec::new());
    };
    view! {
        <div class="flag-chosen">
            <Show when=move || { count.get() > 0 }>
                <span role="status">{move || words::chosen(count.get())}</span>
                <button class="button button-main" type="button" on:click=begin>{words::START_CHOSEN}</button>
                <button class="button" type="button" on:click=move |_| chosen.set(Vec::new())>{words::UNCHOOSE}</button>
            </Show>
        </div>
    }
    .into_any()
}
