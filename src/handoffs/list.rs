//! The handoffs ranked by risk, with what the risk is made of.

use std::sync::Arc;

use crosslane_core::model::{Id, StepKey, Workspace};
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::{JourneyEvaluation, Severity};
use crosslane_core::score::HandoffRisk;
use crosslane_core::sort::Sort;
use crosslane_words::ui::{handoffs as words, shell};
use crosslane_words::values;

use super::{Shown, scope};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{DepartmentChip, DepartmentMark, IconView, severity_icon};

/// How many rows are added at a time.
const PAGE: usize = 50;

/// One handoff of the list.
#[derive(Clone)]
struct Row {
    journey: Arc<JourneyEvaluation>,
    at: usize,
}

impl Row {
    fn risk(&self) -> &HandoffRisk {
        &self.journey.scores.handoffs[self.at]
    }
}

/// The handoffs of all journeys in scope, the worst first; each journey is ranked already.
fn ranked(journeys: &[Arc<JourneyEvaluation>], pair: Option<(Id, Id)>) -> Vec<Row> {
    let mut rows: Vec<Row> = journeys
        .iter()
        .flat_map(|journey| (0..journey.scores.handoffs.len()).map(|at| Row { journey: journey.clone(), at }))
        .filter(|row| {
            let risk = row.risk();
            pair.is_none_or(|pair| pair == (risk.from_department, risk.to_department))
        })
        .collect();
    if journeys.len() > 1 {
        rows.arrange_by(|a, b| {
            let (a, b) = (a.risk(), b.risk());
            b.risk.total_cmp(&a.risk).then(b.at_worst.total_cmp(&a.at_worst)).then(b.volume.cmp(&a.volume))
        });
    }
    rows
}

/// The ranked list.
pub fn list(state: State, shown: Shown) -> AnyView {
    let pages = RwSignal::new(1_usize);
    let content = move || {
        let Some(workspace) = state.workspace() else { return ().into_any() };
        let all_journeys = shown.all_journeys.get();
        let rows = ranked(&scope(state, all_journeys), shown.pair.get());
        if rows.is_empty() {
            return view! { <p class="quiet view-note">{words::NONE}</p> }.into_any();
        }
        let all = rows.len();
        let visible = all.min(pages.get() * PAGE);
        let entries = rows[..visible]
            .iter()
            .enumerate()
            .map(|(at, row)| entry(state, &workspace, row, at + 1, all_journeys))
            .collect_view();
        view! {
            <ol class="handoff-list">{entries}</ol>
            <p class="view-note quiet">
                {words::shown(visible, all)}
                " "
                {(visible < all)
                    .then(|| {
                        view! {
                            <button class="button" type="button" on:click=move |_| pages.update(|pages| *pages += 1)>
                                {words::MORE}
                            </button>
                        }
                    })}
            </p>
        }
        .into_any()
    };
    view! {
        {move || {
            shown
                .pair
                .get()
                .map(|_| {
                    view! {
                        <button class="button" type="button" on:click=move |_| shown.pair.set(None)>
                            {words::ALL_PAIRS}
                        </button>
                    }
                })
        }}
        {content}
    }
    .into_any()
}

/// The name of a touchpoint, never empty.
pub fn touchpoint_name(workspace: &Workspace, journey: Id, touchpoint: Id) -> String {
    let found = workspace.journeys.get(&journey).and_then(|journey| journey.touchpoints.get(&touchpoint));
    shell::or_untitled(found.map_or("", |touchpoint| &touchpoint.name)).to_owned()
}

fn entry(state: State, workspace: &Workspace, row: &Row, rank: usize, with_journey: bool) -> AnyView {
    let risk = row.risk();
    let (journey, key) = (row.journey.id, risk.key);
    let name = |id: Id| touchpoint_name(workspace, journey, id);
    let (from, to) = (name(key.from), name(key.to));
    let chip = |id: Id| {
        view! { <DepartmentChip mark=DepartmentMark::of(workspace, id) name=workspace.department_name(id) /> }
    };
    let title = with_journey.then(|| {
        let title = workspace.journeys.get(&journey).map_or("", |journey| &journey.title);
        view! { <span class="quiet handoff-journey" dir="auto">{shell::or_untitled(title).to_owned()}</span> }
    });
    let label = words::row(rank, &from, &to);
    let open = move |_| choose(state, journey, key, with_journey);
    view! {
        <li class="panel handoff" class:handoff-chosen=move || state.selection() == Selection::Step(key)>
            {risk_figure(risk)}
            <div class="handoff-main">
                <button class="handoff-name" type="button" title=words::OPEN aria-label=label on:click=open>
                    <span dir="auto">{from}</span>
                    <span class="handoff-arrow" aria-hidden="true">"→"</span>
                    <span dir="auto">{to}</span>
                </button>
                <span class="handoff-departments">
                    {chip(risk.from_department)} <span aria-hidden="true">"→"</span> {chip(risk.to_department)} {title}
                </span>
                {parts(risk)}
            </div>
            {badges(row)}
        </li>
    }
    .into_any()
}

fn choose(state: State, journey: Id, key: StepKey, with_journey: bool) {
    if with_journey && state.journey_id_untracked() != Some(journey) {
        state.jump(View::Handoffs, journey, Selection::Step(key));
    } else {
        state.select(Selection::Step(key));
    }
}

/// The risk as a number and a bar, with what it could be at worst.
fn risk_figure(risk: &HandoffRisk) -> AnyView {
    let open = risk.at_worst - risk.risk >= 0.5;
    view! {
        <div class="risk" data-level=level(risk.risk)>
            <span class="risk-number">
                <span class="unseen">{words::RISK}" "</span>
                {risk.risk.round()}
            </span>
            <span class="risk-bar" aria-hidden="true">
                <span class="risk-worst" style:width=format!("{}%", risk.at_worst)></span>
                <span class="risk-known" style:width=format!("{}%", risk.risk)></span>
            </span>
            <span class="risk-range quiet">{if open { words::up_to(risk.at_worst) } else { String::new() }}</span>
        </div>
    }
    .into_any()
}

/// How a risk is coloured.
pub fn level(risk: f64) -> &'static str {
    if risk >= 40.0 {
        "high"
    } else if risk >= 15.0 {
        "middle"
    } else if risk > 0.0 {
        "low"
    } else {
        "none"
    }
}

fn parts(risk: &HandoffRisk) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut kinds: Vec<_> = risk.breaks.counted.iter().map(|counted| counted.kind).collect();
    kinds.dedup();
    for kind in kinds {
        let text = format!("{} {}", words::part(kind), risk.breaks.of(kind));
        parts.push(view! { <span class="part">{text}</span> }.into_any());
    }
    if !parts.is_empty() {
        let stakes = format!("× {} {}%", words::STAKES, risk.stakes.percent().round());
        parts.push(view! { <span class="quiet">{stakes}</span> }.into_any());
    }
    if let Some(volume) = risk.volume {
        let volume = format!("{}: {}", words::VOLUME, values::number(volume));
        parts.push(view! { <span class="quiet">{volume}</span> }.into_any());
    }
    view! { <span class="handoff-parts">{parts}</span> }.into_any()
}

fn badges(row: &Row) -> AnyView {
    let flags = &row.journey.findings.flags;
    let count = |severity: Severity| {
        row.risk()
            .flags
            .iter()
            .filter(|at| flags.get(**at).is_some_and(|flag| flag.severity == severity))
            .count()
    };
    let badges = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| (severity, count(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            view! {
                <span class="badge" data-severity=severity.word()>
                    <IconView icon=severity_icon(severity) />
                    {count}
                    <span class="unseen">" "{severity.word()}</span>
                </span>
            }
        })
        .collect_view();
    view! { <span class="handoff-badges">{badges}</span> }.into_any()
}
