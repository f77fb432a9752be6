//! What comes in without a conflict, and what a replacement would change, in words.

use crosslane_core::compare::{EntityDifference, difference};
use crosslane_core::model::Workspace;
use crosslane_words::change;
use crosslane_words::ui::home::incoming;
use crosslane_words::ui::merging as words;

use super::join::Joining;
use super::{Screen, show_button};
use crate::reactive::prelude::*;

/// How many entities are listed.
const MOST: usize = 200;

/// What the merge brings beside the conflicts.
pub fn brings(screen: Screen) -> AnyView {
    let Some(joining) = screen.joining() else { return ().into_any() };
    if joining.brings.is_empty() {
        return view! { <p class="quiet">{words::BRINGS_NOTHING}</p> }.into_any();
    }
    let title = if joining.conflicts().is_empty() { words::BRINGS_ALL } else { words::BRINGS };
    let after = joining.outcome(&Vec::new());
    let rows: Vec<AnyView> = joining
        .brings
        .iter()
        .take(MOST)
        .map(|entity| {
            let (name, lines) = sayings(&joining.ours, &after, entity);
            let show = show_button(screen, &entity.path, &name);
            view! {
                <li class="merge-brought">
                    <div>
                        <b dir="auto">{name}</b>
                        <ul>{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul>
                    </div>
                    {show}
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-label=title>
            <h3>{title}</h3>
            <ul class="merge-list">{rows} {unlisted(joining.brings.len())}</ul>
        </section>
    }
    .into_any()
}

/// What putting the file in the place of what is here would change.
pub fn differences(joining: &Joining) -> AnyView {
    let entities = difference(&joining.ours, &joining.theirs).entities;
    let rows: Vec<AnyView> = entities
        .iter()
        .take(MOST)
        .map(|entity| {
            let (name, lines) = sayings(&joining.ours, &joining.theirs, entity);
            view! { <li dir="auto">{name} ": " {lines.join("; ")}</li> }.into_any()
        })
        .collect();
    view! {
        <h3>{incoming::DIFFERENCES}</h3>
        <ul class="incoming-list" tabindex="0">{rows} {unlisted(entities.len())}</ul>
    }
    .into_any()
}

fn sayings(before: &Workspace, after: &Workspace, entity: &EntityDifference) -> (String, Vec<String>) {
    let words = change::entity(before, after, entity);
    let name = if words.entity.is_empty() { incoming::WORKSPACE.to_owned() } else { words.entity };
    (name, words.lines)
}

fn unlisted(all: usize) -> Option<AnyView> {
    let more = all.saturating_sub(MOST);
    (more > 0).then(|| view! { <li class="quiet">{incoming::more(more)}</li> }.into_any())
}
