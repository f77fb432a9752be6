//! What the change did to every handoff, and to the flags elsewhere.

use std::collections::HashSet;

use crosslane_core::beside::{FlagEffect, HandoffEffect, Standing};
use crosslane_core::compare::DifferenceKind;
use crosslane_core::rules::Flag;
use crosslane_words::ui::compare as words;
use crosslane_words::{flag as flag_words, name};

use super::sides::{Side, Sides};
use crate::app::Shared;
use crate::handoffs::level;
use crate::reactive::prelude::*;
use crate::ui::{department_chip, severity_badge};

/// How many handoffs and flags are listed at first.
const FIRST: usize = 30;

/// The handoffs whose risk or flags changed, those that changed the most first.
pub fn handoffs(sides: &Shared<Sides>) -> AnyView {
    let sides = sides.clone();
    let changed: Vec<usize> =
        (0..sides.effect.handoffs.len()).filter(|at| differs(&sides.effect.handoffs[*at])).collect();
    let nothing = changed.is_empty().then(|| view! { <p class="quiet">{words::SAME_HANDOFFS}</p> });
    view! {
        <section class="compare-part">
            <h2>{words::HANDOFFS}</h2>
            {nothing}
            {listed(changed, move |at| handoff(&sides, &sides.effect.handoffs[at]))}
        </section>
    }
    .into_any()
}

fn differs(handoff: &HandoffEffect) -> bool {
    let is_same = handoff.before.is_some() == handoff.after.is_some() && handoff.rise().abs() < 0.5;
    !is_same || !handoff.gone.is_empty() || !handoff.come.is_empty()
}

/// A list of which the rest is shown when asked for.
pub fn listed(places: Vec<usize>, entry: impl Fn(usize) -> AnyView + Send + Sync + 'static) -> AnyView {
    let shown = RwSignal::new(FIRST);
    let places = StoredValue::new(places);
    let entry = StoredValue::new(entry);
    let entries = move || {
        let places = places.with_value(|places| places.iter().take(shown.get()).copied().collect::<Vec<_>>());
        places.into_iter().filter_map(|at| entry.with_value(|entry| Some(entry(at)))).collect_view()
    };
    let is_more = move || places.with_value(Vec::len) > shown.get();
    view! {
        <ul class="compare-list">{entries}</ul>
        <Show when=is_more>
            <button class="button" type="button" on:click=move |_| shown.update(|shown| *shown += FIRST * 4)>
                {words::MORE}
            </button>
        </Show>
    }
    .into_any()
}

fn handoff(sides: &Sides, handoff: &HandoffEffect) -> AnyView {
    let (side, standing) = match (handoff.after, handoff.before) {
        (Some(after), _) => (&sides.after, after),
        (None, Some(before)) => (&sides.before, before),
        (None, None) => return ().into_any(),
    };
    let fate = match (handoff.before, handoff.after) {
        (None, _) => Some((words::NEW_HANDOFF, "added")),
        (_, None) => Some((words::GONE_HANDOFF, "removed")),
        _ => None,
    };
    let title = title(side, standing);
    let title = match sides.handoff(side, standing.key) {
        Some(href) => view! { <a href=href dir="auto">{title}</a> }.into_any(),
        None => view! { <span dir="auto">{title}</span> }.into_any(),
    };
    let risk = |standing: Option<Standing>| standing.map(|standing| standing.risk);
    let worse = risk(handoff.after).or(risk(handoff.before)).unwrap_or_default();
    let flags = |places: &[usize], fate: &'static str, word: &'static str| {
        places.iter().map(|at| flag_line(sides, &sides.effect.flags[*at], fate, word)).collect_view()
    };
    view! {
        <li class="panel compare-handoff">
            <b class="compare-risk risk" data-level=level(worse)>{words::risk(risk(handoff.before), risk(handoff.after))}</b>
            <div>
                <p class="compare-title">
                    {title}
                    {fate.map(|(word, fate)| view! { " "<span class="compare-fate" data-fate=fate>{word}</span> })}
                </p>
                <p class="handoff-departments">
                    {department_chip(&side.workspace, standing.from_department)} <span aria-hidden="true">"→"</span>
                    {department_chip(&side.workspace, standing.to_department)}
                </p>
                <ul class="compare-flags">
                    {flags(&handoff.gone, "mended", words::FLAG_GONE)}
                    {flags(&handoff.come, "broken", words::FLAG_CAME)}
                </ul>
            </div>
        </li>
    }
    .into_any()
}

fn title(side: &Side, standing: Standing) -> String {
    let journey = side.workspace.journeys.get(&side.journey);
    let touchpoint =
        |id| journey.and_then(|journey| journey.touchpoints.get(&id)).map_or("", |found| &found.name);
    format!("{} → {}", name::quoted(touchpoint(standing.key.from)), name::quoted(touchpoint(standing.key.to)))
}

/// The flag as it is, or as it was where it is gone, with its side.
fn told<'s>(sides: &'s Sides, flag: &'s FlagEffect) -> Option<(&'s Side, &'s Flag)> {
    let after = flag.after.as_ref().filter(|flag| flag.is_open()).map(|flag| (&sides.after, flag));
    after.or_else(|| flag.before.as_ref().map(|flag| (&sides.before, flag)))
}

fn flag_line(sides: &Sides, flag: &FlagEffect, fate: &'static str, word: &'static str) -> AnyView {
    let Some((side, told)) = told(sides, flag) else { return ().into_any() };
    view! {
        <li>
            <span class="compare-fate" data-fate=fate>{word}</span>
            {severity_badge(told.severity)}
            <span>
                <b>{flag_words::title(told.rule)}</b>" "
                <span class="quiet" dir="auto">{flag_words::why(&side.workspace, told)}</span>
            </span>
        </li>
    }
    .into_any()
}

/// The flags that came, went or changed and count at no handoff of the list above.
pub fn other_flags(sides: &Shared<Sides>) -> AnyView {
    let sides = sides.clone();
    let at_handoff =
        sides.effect.handoffs.iter().flat_map(|handoff| handoff.gone.iter().chain(&handoff.come));
    let at_handoff: HashSet<usize> = at_handoff.copied().collect();
    let others: Vec<usize> = (0..sides.effect.flags.len()).filter(|at| !at_handoff.contains(at)).collect();
    if others.is_empty() {
        return view! { <p class="quiet">{words::same_flags(sides.effect.same_flags)}</p> }.into_any();
    }
    let same = words::same_flags(sides.effect.same_flags);
    let line = move |at: usize| {
        let flag = &sides.effect.flags[at];
        match (flag.was_open(), flag.is_open()) {
            (true, false) => flag_line(&sides, flag, "mended", words::FLAG_GONE),
            (false, _) => flag_line(&sides, flag, "broken", words::FLAG_CAME),
            (true, true) => flag_line(&sides, flag, "changed", words::kind(DifferenceKind::Changed)),
        }
    };
    view! {
        <section class="compare-part">
            <h2>{words::OTHER_FLAGS}</h2>
            <div class="panel compare-flags">{listed(others, line)}</div>
            <p class="quiet">{same}</p>
        </section>
    }
    .into_any()
}
