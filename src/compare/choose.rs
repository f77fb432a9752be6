//! Choosing what the journey shown is compared with.

use crosslane_core::model::Id;
use crosslane_core::route::{Route, Selection};
use crosslane_core::store::KeptVersion;
use crosslane_words::ui::{compare as words, shell, versions as versions_words};

use super::sides::Against;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::storage::versions;

/// A choice: its value, its name, and whether it is made.
struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

/// The choices. Reactive.
pub fn choose(state: State, chosen: Option<Against>) -> AnyView {
    let Some(present) = state.workspace() else { return ().into_any() };
    let shown = state.journey_id();
    let journeys: Vec<Choice> = present
        .ordered_journeys()
        .filter(|(id, _)| Some(*id) != shown)
        .map(|(id, journey)| {
            choice(Against::Journey(id), shell::or_untitled(&journey.title).to_owned(), chosen)
        })
        .collect();
    let Route::Workspace { workspace, .. } = state.route.get() else { return ().into_any() };
    let kept: Vec<Choice> = versions::list(workspace)
        .iter()
        .filter_map(|kept| Some(choice(Against::Version(kept.id), called(kept)?, chosen)))
        .collect();
    if journeys.is_empty() && kept.is_empty() {
        return ().into_any();
    }
    view! {
        <label class="field compare-with">
            <span class="label">{words::WITH}</span>
            <select class="input" on:change:target=move |event| take(state, &event.target().value())>
                {chosen.is_none().then(|| view! { <option value="" selected=true>{words::CHOOSE}</option> })}
                {group(words::JOURNEYS, &journeys)}
                {group(words::VERSIONS, &kept)}
            </select>
        </label>
    }
    .into_any()
}

/// What a kept version is called.
pub fn version_name(workspace: Id, version: Id) -> Option<String> {
    versions::list(workspace).iter().find(|kept| kept.id == version).and_then(called)
}

fn called(kept: &KeptVersion) -> Option<String> {
    let called = versions_words::called(kept.kind?, &kept.name);
    Some(format!("{called}, {}", versions::local_time(kept.kept_at)))
}

fn choice(with: Against, name: String, chosen: Option<Against>) -> Choice {
    let value = match with {
        Against::Journey(id) => format!("journey/{id}"),
        Against::Version(id) => format!("version/{id}"),
    };
    Choice { value, name, chosen: chosen == Some(with) }
}

fn group(label: &'static str, choices: &[Choice]) -> Option<AnyView> {
    let options = choices
        .iter()
        .map(|choice| {
            view! { <option value=choice.value.clone() selected=choice.chosen dir="auto">{choice.name.clone()}</option> }
        })
        .collect_view();
    (!choices.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> }.into_any())
}

fn take(state: State, value: &str) {
    let selection = match value.split_once('/') {
        Some(("journey", id)) => Id::new(id).map(Selection::Journey),
        Some((_, id)) => Id::new(id).map(Selection::Version),
        None => None,
    };
    if let Some(selection) = selection {
        state.select(selection);
    }
}
