//! The steps of the flow as arrows, and what stands on them: the risk of a handoff, a question, a label.

use crosslane_core::layout::{Arrow, ArrowKind, HandoffMark, Point, arrow_head, rounded_path};
use crosslane_core::model::StepKey;
use crosslane_core::route::Selection;
use crosslane_core::rules::Severity;
use crosslane_words::ui::map as words;

use super::dom;
use super::scene::Scene;
use super::viewport::BAND;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView, severity_icon};

/// How an arrow turns corners, in map units.
const RADIUS: f64 = 9.0;

/// An arrow as it is drawn.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    line: String,
    head: String,
    kind: &'static str,
    severity: &'static str,
    width: f64,
    chosen: bool,
}

/// What stands on an arrow.
#[derive(Clone, Debug, PartialEq)]
struct Tag {
    at: Point,
    kind: &'static str,
    mark: Option<HandoffMark>,
    label: String,
    said: String,
}

/// The steps in sight.
fn steps_in_sight(scene: Scene) -> Vec<StepKey> {
    let sight = scene.sight.get();
    scene.lanes.with(|layout| {
        let id = |column: usize| layout.columns.columns.get(column).map(|column| column.touchpoint);
        let over = layout.arrows_over(sight.first, sight.end);
        over.filter_map(|at| {
            let arrow = &layout.arrows[at];
            Some(StepKey::new(id(arrow.from)?, id(arrow.to)?))
        })
        .collect()
    })
}

/// The lines of all steps in sight.
pub fn lines(state: State, scene: Scene) -> AnyView {
    view! {
        <svg class="map-lines" aria-hidden="true">
            <For each=move || steps_in_sight(scene) key=|key| *key let:key>
                {line(state, scene, key)}
            </For>
        </svg>
    }
    .into_any()
}

/// What stands on the steps in sight.
pub fn tags(state: State, scene: Scene) -> AnyView {
    view! {
        <For each=move || steps_in_sight(scene) key=|key| *key let:key>
            {tag(state, scene, key)}
        </For>
    }
    .into_any()
}

/// The handoff a step stands for: itself, or the worst of those that pass along it.
fn stands_for(scene: Scene, key: StepKey, arrow: &Arrow) -> Option<(StepKey, HandoffMark)> {
    let worst = scene.marks.with(|marks| {
        let passing = arrow.handoffs.iter().map(|passing| passing.handoff);
        let marked = passing.map(|at| (at, marks.handoffs.get(at).copied().unwrap_or_default()));
        marked.max_by(|(_, a), (_, b)| a.risk.total_cmp(&b.risk).then(a.at_worst.total_cmp(&b.at_worst)))
    })?;
    let of = scene.flow.with(|flow| flow.as_ref().map(|flow| flow.handoff_key(worst.0)));
    Some((of.unwrap_or(key), worst.1))
}

/// The step that wears the mark of a handoff: itself, or the last one of its way.
pub fn wearing(scene: Scene, handoff: StepKey) -> Option<StepKey> {
    if scene.arrow_of(handoff).is_some() {
        return Some(handoff);
    }
    let flow = scene.flow.get()?;
    scene.lanes.with(|layout| {
        let wears = |arrow: &&Arrow| {
            arrow
                .handoffs
                .iter()
                .any(|passing| passing.arrives && flow.handoff_key(passing.handoff) == handoff)
        };
        layout.arrows.iter().find(wears).map(|arrow| flow.key(arrow.from, arrow.to))
    })
}

/// What is chosen by a click on a step.
fn choice(scene: Scene, key: StepKey) -> Selection {
    let found = scene.arrow_of(key).and_then(|at| {
        scene.lanes.with(|layout| stands_for(scene, key, layout.arrows.get(at)?)).map(|(key, _)| key)
    });
    Selection::Step(found.unwrap_or(key))
}

fn kind_word(kind: ArrowKind) -> &'static str {
    match kind {
        ArrowKind::Inside => "inside",
        ArrowKind::Customer => "customer",
        ArrowKind::Undecided => "undecided",
        ArrowKind::Handoff => "handoff",
    }
}

/// The handoff a step stands for, as it is now.
type Standing = Memo<Option<(StepKey, HandoffMark)>>;

fn standing(scene: Scene, key: StepKey) -> Standing {
    Memo::new(move |_| {
        let at = scene.arrow_of(key)?;
        scene.lanes.with(|layout| stands_for(scene, key, layout.arrows.get(at)?))
    })
}

fn draw(scene: Scene, key: StepKey, standing: Standing) -> Option<Drawn> {
    let at = scene.arrow_of(key)?;
    let mark = standing.get();
    scene.lanes.with(|layout| {
        let arrow = layout.arrows.get(at)?;
        let severity = mark.and_then(|(_, mark)| mark.severity).map_or("none", Severity::word);
        let risk = mark.map_or(0.0, |(_, mark)| mark.risk);
        let width = match arrow.kind {
            ArrowKind::Handoff => 1.75 + risk / 100.0 * 3.5,
            ArrowKind::Undecided => 1.75,
            _ => 1.25,
        };
        let mut points = layout.points(arrow);
        for point in &mut points {
            point.y += BAND;
        }
        let length = 6.0 + width * 1.5;
        let head = arrow_head(&points, length);
        // The line ends inside of its head, so that its blunt end does not show.
        if let [.., before, tip] = points.as_mut_slice() {
            tip.x -= (tip.x - before.x).signum() * length * 0.6;
        }
        Some(Drawn {
            line: rounded_path(&points, RADIUS),
            head,
            kind: kind_word(arrow.kind),
            severity,
            width,
            chosen: is_chosen(scene, key, mark.map(|(of, _)| of)),
        })
    })
}

fn is_chosen(scene: Scene, key: StepKey, of: Option<StepKey>) -> bool {
    match scene.selection.get() {
        Selection::Step(chosen) => chosen == key || of == Some(chosen),
        _ => false,
    }
}

fn line(state: State, scene: Scene, key: StepKey) -> AnyView {
    let standing = standing(scene, key);
    let drawn = Memo::new(move |_| draw(scene, key, standing));
    let text = move |of: fn(&Drawn) -> String| move || drawn.with(|drawn| drawn.as_ref().map(of));
    view! {
        <g
            class="map-line"
            class:chosen=move || drawn.with(|drawn| drawn.as_ref().is_some_and(|drawn| drawn.chosen))
            data-kind=move || drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.kind))
            data-severity=move || drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.severity))
            on:click=move |_| choose(state, scene, key)
        >
            <path class="map-line-reach" d=text(|drawn| drawn.line.clone()) />
            <path class="map-line-stroke" d=text(|drawn| drawn.line.clone()) stroke-width=text(|drawn| format!("{:.2}", drawn.width)) />
            <path class="map-line-head" d=text(|drawn| drawn.head.clone()) />
        </g>
    }
    .into_any()
}

fn choose(state: State, scene: Scene, key: StepKey) {
    state.select(untrack(|| choice(scene, key)));
    state.map().panel.set(true);
    dom::focus_later(dom::step_id(key));
}

/// What the journey says of a step: its label, and the names of its ends where no handoff passes it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    label: Option<String>,
    ends: Option<(String, String)>,
}

fn read_said(scene: Scene, key: StepKey, standing: Standing) -> Said {
    let named = standing.with(Option::is_none);
    scene.journey.with(|journey| {
        let Some((_, journey)) = journey else { return Said::default() };
        let step = journey.steps.get(&key);
        let name = |id| journey.touchpoints.get(&id).map(|found| found.name.clone()).unwrap_or_default();
        Said {
            label: step.and_then(|step| step.link.as_ref()?.label.clone()),
            ends: named.then(|| (name(key.from), name(key.to))),
        }
    })
}

fn read_tag(scene: Scene, key: StepKey, standing: Standing, of: Memo<Said>) -> Option<Tag> {
    let at = scene.arrow_of(key)?;
    let found = standing.get();
    let Said { label, ends } = of.get();
    let (from, to) = ends.unwrap_or_default();
    scene.lanes.with(|layout| {
        let arrow = layout.arrows.get(at)?;
        let share = arrow.share.map(words::share);
        let label = label.into_iter().chain(share).collect::<Vec<_>>().join(" · ");
        let arrives = arrow.handoffs.iter().any(|passing| passing.arrives);
        let mark = found.filter(|_| arrives).map(|(_, mark)| mark);
        let said = match (found, arrow.kind) {
            (Some((of, mark)), _) => said_of_handoff(scene, of, mark)?,
            (None, ArrowKind::Undecided) => words::undecided(&from, &to),
            _ => words::step(&from, &to),
        };
        // What is said holds what is shown, so that it can be asked for by voice.
        let said = if label.is_empty() { said } else { format!("{said} {label}") };
        let wide = mark.is_some() || !label.is_empty();
        let mut at = layout.badge(arrow, wide);
        at.y += BAND;
        Some(Tag { at, kind: kind_word(arrow.kind), mark, label, said })
    })
}

fn said_of_handoff(scene: Scene, key: StepKey, mark: HandoffMark) -> Option<String> {
    let flow = scene.flow.get()?;
    let handoff = flow.handoff(key)?;
    let workspace = scene.registers.get()?;
    let worst = mark.severity.map(|severity| (severity, mark.flags));
    let (from, to) = (handoff.from_department, handoff.to_department);
    let (from, to) = (workspace.department_name(from), workspace.department_name(to));
    Some(words::handoff(from, to, mark.risk, mark.at_worst, worst))
}

fn tag(state: State, scene: Scene, key: StepKey) -> AnyView {
    let standing = standing(scene, key);
    let of = Memo::new(move |_| read_said(scene, key, standing));
    let tag = Memo::new(move |_| read_tag(scene, key, standing, of));
    let chosen = Memo::new(move |_| scene.selection.get() == untrack(|| choice(scene, key)));
    let place = move || {
        tag.with(|tag| tag.as_ref().map(|tag| format!("translate({:.1}px, {:.1}px)", tag.at.x, tag.at.y)))
    };
    let severity = move || tag.with(|tag| Some(tag.as_ref()?.mark?.severity.map_or("none", Severity::word)));
    let said = move || tag.with(|tag| tag.as_ref().map(|tag| tag.said.clone()));
    view! {
        <div class="map-tag" style:transform=move || place().unwrap_or_default()>
            <button
                id=dom::step_id(key)
                class="map-step"
                class:chosen=move || chosen.get()
                type="button"
                tabindex=move || if chosen.get() { "0" } else { "-1" }
                data-kind=move || tag.with(|tag| tag.as_ref().map(|tag| tag.kind))
                data-severity=severity
                title=said
                aria-label=said
                on:click=move |_| choose(state, scene, key)
            >
                {move || tag.with(|tag| tag.as_ref().map(inside))}
            </button>
        </div>
    }
    .into_any()
}

fn inside(tag: &Tag) -> AnyView {
    let risk = tag.mark.map(|mark| {
        let icon = mark.severity.map(severity_icon);
        view! {
            <span class="map-risk">
                {icon.map(|icon| view! { <IconView icon=icon /> })}
                {words::risk(mark.risk, mark.at_worst)}
            </span>
        }
    });
    let open = (tag.kind == "undecided").then(|| view! { <IconView icon=Icon::Question /> });
    let label = (!tag.label.is_empty())
        .then(|| view! { <span class="map-step-label" dir="auto">{tag.label.clone()}</span> });
    view! { {risk} {open} {label} }.into_any()
}
