//! What changed, entity by entity, in words.

use crosslane_core::compare::{DifferenceKind, EntityDifference};
use crosslane_core::route::{Route, place_in};
use crosslane_words::change;
use crosslane_words::ui::compare as words;

use super::effect::listed;
use super::sides::Sides;
use crate::app::Shared;
use crate::reactive::prelude::*;

/// The changes of the journey, then those of everything else.
pub fn changes(sides: &Shared<Sides>) -> AnyView {
    let is_inside = |entity: &EntityDifference| entity.journey() == Some(sides.aligned.journey);
    let entities = &sides.aligned.difference.entities;
    let (inside, outside): (Vec<usize>, Vec<usize>) =
        (0..entities.len()).partition(|at| is_inside(&entities[*at]));
    let nothing = entities.is_empty().then(|| view! { <p class="quiet" role="status">{words::SAME}</p> });
    view! {
        <section class="compare-part">
            <h2>{words::CHANGES}</h2>
            {nothing}
            {list(sides, inside)}
        </section>
        {(!outside.is_empty()).then(|| view! {
            <section class="compare-part">
                <h2>{words::ELSEWHERE}</h2>
                {list(sides, outside)}
            </section>
        })}
    }
    .into_any()
}

fn list(sides: &Shared<Sides>, places: Vec<usize>) -> AnyView {
    let sides = sides.clone();
    listed(places, move |at| entry(&sides, &sides.aligned.difference.entities[at]))
}

fn entry(sides: &Sides, entity: &EntityDifference) -> AnyView {
    let said = change::entity(&sides.aligned.before, &sides.aligned.after, entity);
    let title = match address(sides, entity) {
        Some(href) => view! { <a href=href dir="auto">{said.entity}</a> }.into_any(),
        None => view! { <span dir="auto">{said.entity}</span> }.into_any(),
    };
    let fates = entity.kinds.iter().map(|kind| {
        view! { <span class="compare-fate" data-fate=kind.word()>{words::kind(*kind)}</span> }
    });
    // Of what came or went whole, its tag says it all.
    let is_whole = entity.is(DifferenceKind::Added) || entity.is(DifferenceKind::Removed);
    let lines = (!is_whole).then(|| {
        let lines = said.lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> });
        view! { <ul class="compare-said">{lines.collect_view()}</ul> }
    });
    view! {
        <li class="compare-entity">
            <p class="compare-title">{title}" "{fates.collect_view()}</p>
            {lines}
        </li>
    }
    .into_any()
}

/// Where what changed is shown as it is now.
fn address(sides: &Sides, entity: &EntityDifference) -> Option<String> {
    use crosslane_core::model::EntityKind::Touchpoint;
    if entity.journey() == Some(sides.aligned.journey) {
        return match entity.entity() {
            Some((Touchpoint, id)) => sides.touchpoint(id),
            _ => None,
        };
    }
    let (view, journey, selection) = place_in(&sides.after.workspace, &entity.path)?;
    Some(Route::Workspace { workspace: sides.workspace, view, journey, selection }.hash())
}
