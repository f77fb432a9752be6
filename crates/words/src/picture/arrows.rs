//! The steps as arrows, and what stands on them.

use std::fmt::Display;

use crosslane_core::layout::{Arrow, ArrowKind, HandoffMark, arrow_head, rounded_path};
use crosslane_core::model::StepKey;
use crosslane_core::rules::Severity;

use super::wrap::{width, wrap};
use super::xml::Xml;
use super::{Looks, Scene, line, placed, shape, sign, tenth};
use crate::ui::map as words;

/// How an arrow turns corners, in map units.
const RADIUS: f64 = 9.0;
/// The text of what stands on an arrow.
const SIZE: f64 = 12.0;
/// The widest label of a link.
const LABEL: f64 = 110.0;

/// The handoff an arrow stands for: the worst of those that pass along it.
fn worst(scene: &Scene<'_>, arrow: &Arrow) -> Option<(usize, HandoffMark)> {
    let passing = arrow.handoffs.iter().map(|passing| passing.handoff);
    let marked = passing.map(|at| (at, scene.marks.handoffs.get(at).copied().unwrap_or_default()));
    marked.max_by(|(_, a), (_, b)| a.risk.total_cmp(&b.risk).then(a.at_worst.total_cmp(&b.at_worst)))
}

/// The lines. What they mean is said by the tags.
pub fn lines(scene: &Scene<'_>, xml: &mut Xml) {
    xml.element("g", &[("aria-hidden", &"true"), ("fill", &"none")], |xml| {
        for arrow in &scene.layout.arrows {
            draw(scene, xml, arrow);
        }
    });
}

fn draw(scene: &Scene<'_>, xml: &mut Xml, arrow: &Arrow) {
    let worst = worst(scene, arrow);
    let risk = worst.map_or(0.0, |(_, mark)| mark.risk);
    let stroke = scene.theme.arrow(arrow.kind, worst.and_then(|(_, mark)| mark.severity));
    let (width, dashes) = match arrow.kind {
        ArrowKind::Handoff => (1.75 + risk / 100.0 * 3.5, "none"),
        ArrowKind::Undecided => (2.5, "1 5"),
        ArrowKind::Customer => (1.25, "6 4"),
        ArrowKind::Inside => (1.25, "none"),
    };
    let mut points: Vec<_> = scene.layout.points(arrow).into_iter().map(placed).collect();
    let length = 6.0 + width * 1.5;
    let head = arrow_head(&points, length);
    // The line ends inside of its head, so that its blunt end does not show.
    if let [.., before, tip] = points.as_mut_slice() {
        tip.x -= (tip.x - before.x).signum() * length * 0.6;
    }
    let attributes: [(&str, &dyn Display); 5] = [
        ("d", &rounded_path(&points, RADIUS)),
        ("stroke", &stroke),
        ("stroke-width", &((width * 100.0).round() / 100.0)),
        ("stroke-dasharray", &dashes),
        ("stroke-linecap", &if arrow.kind == ArrowKind::Undecided { "round" } else { "butt" }),
    ];
    xml.empty("path", &attributes);
    xml.empty("path", &[("d", &head), ("fill", &stroke)]);
}

/// What stands on the arrows: the risk of a handoff with the sign of its worst flag, the label and share of a link.
pub fn tags(scene: &Scene<'_>, xml: &mut Xml) {
    let list: [(&str, &dyn Display); 2] = [("role", &"list"), ("aria-label", &words::HANDOFFS)];
    xml.element("g", &list, |xml| {
        for arrow in &scene.layout.arrows {
            tag(scene, xml, arrow);
        }
    });
}

fn tag(scene: &Scene<'_>, xml: &mut Xml, arrow: &Arrow) {
    let flow = &scene.evaluation.flow;
    let key = flow.key(arrow.from, arrow.to);
    let found = worst(scene, arrow);
    let arrives = arrow.handoffs.iter().any(|passing| passing.arrives);
    let mark = found.filter(|_| arrives);
    let label = label(scene, arrow, key);
    if mark.is_none() && label.is_empty() && arrow.kind != ArrowKind::Undecided {
        return;
    }
    let name = |id| scene.journey.touchpoints.get(&id).map_or("", |touchpoint| touchpoint.name.as_str());
    let said = match (found, arrow.kind) {
        (Some((handoff, mark)), _) => said_of_handoff(scene, flow.handoff_key(handoff), mark),
        (None, ArrowKind::Undecided) => words::undecided(name(key.from), name(key.to)),
        _ => words::step(name(key.from), name(key.to)),
    };
    let said = if label.is_empty() { said } else { format!("{said} {label}") };
    let item: [(&str, &dyn Display); 2] = [("role", &"listitem"), ("aria-label", &said)];
    xml.element("g", &item, |xml| pill(scene, xml, arrow, mark.map(|(_, mark)| mark), &label));
}

/// The label and share of a link, as short as has room.
fn label(scene: &Scene<'_>, arrow: &Arrow, key: StepKey) -> String {
    let step = scene.journey.steps.get(&key);
    let label = step.and_then(|step| step.link.as_ref()?.label.clone()).filter(|label| !label.is_empty());
    let parts = label.into_iter().chain(arrow.share.map(words::share)).collect::<Vec<_>>();
    wrap(&parts.join(" · "), LABEL, SIZE, 1).concat()
}

fn said_of_handoff(scene: &Scene<'_>, key: StepKey, mark: HandoffMark) -> String {
    let owner = |id| {
        let owner = scene.journey.touchpoints.get(&id).and_then(|touchpoint| touchpoint.owner);
        owner.map(|owner| scene.workspace.department_name(owner.id())).unwrap_or_default()
    };
    let worst = mark.severity.map(|severity: Severity| (severity, mark.flags));
    words::handoff(owner(key.from), owner(key.to), mark.risk, mark.at_worst, worst)
}

fn pill(scene: &Scene<'_>, xml: &mut Xml, arrow: &Arrow, mark: Option<HandoffMark>, label: &str) {
    let theme = scene.theme;
    let severity = mark.and_then(|mark| mark.severity);
    let (fill, ground) = match (severity, arrow.kind) {
        (Some(severity), _) => (theme.severity(severity), theme.severity_ground(severity)),
        (None, ArrowKind::Undecided) => (theme.open(), theme.unowned()),
        _ => (theme.quiet(), theme.raised()),
    };
    let risk = mark.map(|mark| words::risk(mark.risk, mark.at_worst));
    let risk = risk.or_else(|| (arrow.kind == ArrowKind::Undecided).then(|| "?".to_owned()));
    let before = if severity.is_some() { 17.0 } else { 0.0 };
    let risk_width = risk.as_deref().map_or(0.0, |risk| width(risk, SIZE));
    let gap = if risk.is_some() && !label.is_empty() { 5.0 } else { 0.0 };
    let wide = 14.0 + before + risk_width + gap + width(label, SIZE);
    let middle = placed(scene.layout.badge(arrow, mark.is_some() || !label.is_empty()));
    let left = middle.x - wide / 2.0;
    let frame: [(&str, &dyn Display); 8] = [
        ("x", &tenth(left)),
        ("y", &tenth(middle.y - 11.0)),
        ("width", &tenth(wide)),
        ("height", &22),
        ("rx", &11),
        ("fill", &ground),
        ("stroke", &fill),
        ("stroke-width", &1.5),
    ];
    xml.empty("rect", &frame);
    if let Some(severity) = severity {
        sign(xml, shape(severity), (left + 6.0, middle.y - 6.5), 13.0, fill);
    }
    let mut x = left + 7.0 + before;
    if let Some(risk) = &risk {
        line(xml, risk, (x, x + risk_width), middle.y + 4.3, Looks { size: SIZE, fill, strong: true });
        x += risk_width + gap;
    }
    if !label.is_empty() {
        line(xml, label, (x, left + wide - 7.0), middle.y + 4.3, Looks { size: SIZE, fill, strong: false });
    }
}
