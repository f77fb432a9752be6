//! Groups that fold: of fields, flags, questions, comments.

use crosslane_core::edit::form::{Datum, Group, Place};
use crosslane_words::ui::inspector as words;
use leptos::html;

use super::panel::Panel;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::fields;

/// A group that folds and remembers whether it was open. What is in it is made once it is opened.
pub fn fold(
    panel: Panel,
    name: &'static str,
    title: Signal<String>,
    beside: Signal<String>,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let details = NodeRef::<html::Details>::new();
    let open = Memo::new(move |_| panel.is_open(name));
    let toggled = move |_| {
        if let Some(details) = details.get_untracked() {
            panel.set_open(name, details.open());
        }
    };
    view! {
        <details class="group" node_ref=details prop:open=move || open.get() on:toggle=toggled>
            <summary class="group-title">
                <span>{move || title.get()}</span>
                <span class="quiet">{move || beside.get()}</span>
            </summary>
            {move || open.get().then(|| view! { <div class="group-body">{content()}</div> })}
        </details>
    }
    .into_any()
}

/// A group of fields; it opens when one of them is asked for.
pub fn of_fields(
    state: State,
    panel: Panel,
    place: Place,
    group: Group,
    names: &'static [&'static str],
) -> AnyView {
    let filled = Memo::new(move |_| {
        let Some(workspace) = state.workspace() else { return 0 };
        let scope = state.scope(place);
        let says =
            |name: &&&str| place.read(&workspace, scope, name).is_some_and(|datum| datum != Datum::Absent);
        names.iter().filter(says).count()
    });
    Effect::new(move |_| {
        let wanted = state.focus_field.get();
        if wanted.is_some_and(|wanted| names.iter().any(|name| place.key(name) == wanted)) {
            panel.set_open(group.word(), true);
        }
    });
    let title = Signal::stored(words::group(group).to_owned());
    let beside = Signal::derive(move || words::filled(filled.get(), names.len()));
    fold(panel, group.word(), title, beside, move || fields::fields(state, place, names))
}
