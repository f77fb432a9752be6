//! Both journeys on one map: the later one, with what is gone where it stood. Only what is in sight is in the page.

use crosslane_core::beside::StepFate;
use crosslane_core::compare::DifferenceKind;
use crosslane_core::layout::{ArrowKind, CARD_HEIGHT, Columns, Lane, LaneKind, arrow_head, rounded_path};
use crosslane_core::model::{Id, Ref, StepKey, Touchpoint};
use crosslane_words::ui::{compare as words, map as map_words, shell};
use crosslane_words::values;
use leptos::html;

use super::sides::Sides;
use crate::app::Shared;
use crate::reactive::prelude::*;
use crate::ui::department_chip;

/// The width of the strip of lane names, in pixels.
const STRIP: f64 = 120.0;
/// The height of the phases' header, in pixels.
const HEAD: f64 = 30.0;
/// Where what differs first stands, from the strip and the header, in pixels.
const FIRST_AT: f64 = 24.0;
/// How arrows turn corners, in pixels.
const RADIUS: f64 = 9.0;
/// What is drawn beyond both edges, in pixels.
const BEYOND: f64 = 400.0;
/// How far the map scrolls before what is drawn changes, in pixels.
const STRETCH: f64 = 200.0;

/// The map with its legend.
pub fn map(sides: &Shared<Sides>) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new((0.0, 1600.0));
    let follow = move || {
        let Some(map) = node.get_untracked() else { return };
        let left = (f64::from(map.scroll_left()) / STRETCH).floor() * STRETCH;
        let now = (left, f64::from(map.client_width()));
        if scrolled.get_untracked() != now {
            scrolled.set(now);
        }
    };
    let first = first_difference(sides);
    Effect::new(move |_| {
        let (Some(map), Some((left, top))) = (node.get(), first) else { return follow() };
        map.set_scroll_left(left);
        map.set_scroll_top(top);
        follow();
    });
    let shown = sides.clone();
    let stage = move || {
        let (left, width) = scrolled.get();
        stage(&shown, left - BEYOND, left + width + STRETCH + BEYOND)
    };
    let layout = &sides.layout;
    view! {
        <section class="compare-part">
            <h2>{words::MAP}</h2>
            {legend(sides)}
            <div
                node_ref=node
                class="panel compare-map"
                tabindex="0"
                role="region"
                aria-label=words::MAP
                dir="ltr"
                on:scroll=move |_| follow()
            >
                <div
                    class="compare-sheet"
                    style:width=format!("{:.0}px", layout.columns.width + STRIP)
                    style:height=format!("{:.0}px", layout.height + HEAD)
                >
                    {layout.lanes.iter().map(|lane| lane_view(sides, lane)).collect_view()}
                    {stage}
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// How far to scroll to what differs first, in pixels.
fn first_difference(sides: &Sides) -> Option<(i32, i32)> {
    let mut columns = sides.layout.columns.columns.iter();
    let column = columns.position(|column| sides.both.touchpoints.contains_key(&column.touchpoint))?;
    let place = sides.layout.card(column);
    // Lengths of the page are far below 2^31.
    #[allow(clippy::cast_possible_truncation)]
    let whole = |length: f64| length.max(0.0).round() as i32;
    Some((whole(place.x - FIRST_AT), whole(place.y - FIRST_AT)))
}

/// What the marks mean, with how many there are.
fn legend(sides: &Sides) -> AnyView {
    use DifferenceKind::{Added, Changed, Moved, NewOwner, Removed};
    let count = |kind| sides.both.touchpoints.values().filter(|kinds| kinds.contains(&kind)).count();
    let entries = [Added, Removed, Moved, NewOwner, Changed].into_iter().map(|kind| {
        view! {
            <li><span class="compare-fate" data-fate=kind.word()>{words::kind(kind)}</span>" "{count(kind)}</li>
        }
    });
    view! {
        <ul class="compare-legend">{entries.collect_view()}</ul>
        <p class="quiet">{words::MAP_HINT}</p>
    }
    .into_any()
}

fn lane_view(sides: &Sides, lane: &Lane) -> AnyView {
    let name = match lane.kind {
        LaneKind::Customer => view! { <b>{map_words::CUSTOMER}</b> }.into_any(),
        LaneKind::Open => view! { <i>{map_words::OPEN}</i> }.into_any(),
        LaneKind::Department(id) => {
            let workspace = if sides.after.workspace.departments.contains_key(&id) {
                &sides.after.workspace
            } else {
                &sides.before.workspace
            };
            department_chip(workspace, id)
        }
    };
    view! {
        <div
            class="compare-lane"
            style:top=format!("{:.1}px", lane.top + HEAD)
            style:height=format!("{:.1}px", lane.height)
        >
            <span class="compare-lane-name">{name}</span>
        </div>
    }
    .into_any()
}

/// What stands between two edges.
fn stage(sides: &Sides, left: f64, right: f64) -> AnyView {
    let columns = &sides.layout.columns;
    let seen = columns.visible((left - STRIP).max(0.0), (right - STRIP).max(0.0));
    let arrows = sides.layout.arrows_over(seen.start, seen.end).map(|at| arrow(sides, at)).collect_view();
    let cards = seen
        .clone()
        .filter_map(|at| Some(card(sides, at, columns.columns.get(at)?.touchpoint)))
        .collect_view();
    let phases = phases(sides, columns, left, right);
    view! {
        <div class="compare-heads">{phases}</div>
        <div class="compare-stage" style:left=format!("{STRIP}px") style:top=format!("{HEAD}px")>
            <svg class="compare-lines" aria-hidden="true">{arrows}</svg>
            {cards}
        </div>
    }
    .into_any()
}

fn phases(sides: &Sides, columns: &Columns, left: f64, right: f64) -> AnyView {
    let seen =
        columns.phases.iter().filter(|phase| phase.x + STRIP < right && phase.x + phase.width + STRIP > left);
    seen.map(|phase| {
        let found = sides.both.journey.phases.get(&phase.id);
        let name = shell::or_untitled(found.map_or("", |found| &found.name)).to_owned();
        let kinds = sides.both.phases.get(&phase.id);
        let fate = kinds.and_then(|kinds| kinds.first()).map(|kind| (kind.word(), words::kind(*kind)));
        view! {
            <div
                class="compare-phase"
                data-fate=fate.map(|(word, _)| word)
                style:left=format!("{:.1}px", phase.x + STRIP)
                style:width=format!("{:.1}px", phase.width)
            >
                <b dir="auto">{name}</b>
                {fate.map(|(word, said)| view! { " "<span class="compare-fate" data-fate=word>{said}</span> })}
            </div>
        }
    })
    .collect_view()
    .into_any()
}

fn arrow(sides: &Sides, at: usize) -> Option<AnyView> {
    let layout = &sides.layout;
    let arrow = layout.arrows.get(at)?;
    let id = |column: usize| layout.columns.columns.get(column).map(|column| column.touchpoint);
    let key = StepKey::new(id(arrow.from)?, id(arrow.to)?);
    let fate = match sides.both.steps.get(&key) {
        Some(StepFate::Added) => "added",
        Some(StepFate::Removed) => "removed",
        _ => "kept",
    };
    let kind = if arrow.kind == ArrowKind::Handoff { "handoff" } else { "step" };
    let points = layout.points(arrow);
    let view = view! {
        <g class="compare-line" data-fate=fate data-kind=kind>
            <path class="compare-line-stroke" d=rounded_path(&points, RADIUS) />
            <path class="compare-line-head" d=arrow_head(&points, 8.0) />
        </g>
    };
    Some(view.into_any())
}

fn card(sides: &Sides, column: usize, id: Id) -> AnyView {
    let place = sides.layout.card(column);
    let touchpoint = sides.both.journey.touchpoints.get(&id);
    let name = shell::or_untitled(touchpoint.map_or("", |found| &found.name)).to_owned();
    let kinds = sides.both.touchpoints.get(&id).cloned().unwrap_or_default();
    let first = kinds.first().map(|kind| kind.word());
    let fates = kinds.iter().map(|kind| {
        view! { <span class="compare-fate" data-fate=kind.word()>{words::kind(*kind)}</span> }
    });
    let before = sides.aligned.earlier().and_then(|journey| journey.touchpoints.get(&id));
    let details = view! {
        <b class="compare-card-name" dir="auto">{name}</b>
        <span class="compare-card-foot">{fates.collect_view()}</span>
        {owner_before(sides, &kinds, before.map(AsRef::as_ref))}
        {satisfaction(before.map(AsRef::as_ref), touchpoint.map(AsRef::as_ref))}
    };
    let (x, y) = (format!("{:.1}px", place.x), format!("{:.1}px", place.y));
    let (width, height) =
        (format!("{:.1}px", sides.layout.columns.sizes().card), format!("{CARD_HEIGHT:.1}px"));
    match sides.touchpoint(id) {
        Some(href) => view! {
            <a class="compare-card" data-fate=first href=href style:left=x style:top=y style:width=width style:height=height>
                {details}
            </a>
        }
        .into_any(),
        None => view! {
            <div class="compare-card" data-fate=first style:left=x style:top=y style:width=width style:height=height>
                {details}
            </div>
        }
        .into_any(),
    }
}

fn owner_before(sides: &Sides, kinds: &[DifferenceKind], before: Option<&Touchpoint>) -> Option<AnyView> {
    let before = before.filter(|_| kinds.contains(&DifferenceKind::NewOwner))?;
    let owner = before.owner.map(Ref::id);
    let name =
        owner.map_or(words::NO_OWNER, |id| shell::or_untitled(sides.before.workspace.department_name(id)));
    Some(view! { <span class="compare-card-was quiet">{words::WAS}" "<span dir="auto">{name.to_owned()}</span></span> }.into_any())
}

/// The satisfaction of both, where it differs.
fn satisfaction(before: Option<&Touchpoint>, after: Option<&Touchpoint>) -> Option<AnyView> {
    let of = |touchpoint: Option<&Touchpoint>| touchpoint.and_then(|found| found.satisfaction);
    let (old, new) = (of(before), of(after));
    if old == new || before.is_none() {
        return None;
    }
    let said = |rating| Option::map_or(rating, "–".to_owned(), values::rating);
    let text = format!("{} {} → {}", map_words::SATISFACTION, said(old), said(new));
    Some(view! { <span class="compare-card-was quiet">{text}</span> }.into_any())
}
