//! The three worst handoffs: what breaks, on what evidence, for how many customers.

use crosslane_core::model::{Id, Touchpoint};
use crosslane_core::score::HandoffRisk;
use crosslane_words::flag as flag_words;
use crosslane_words::labels::Label;
use crosslane_words::ui::{print as words, shell};
use crosslane_words::values;
use leptos::prelude::*;

use super::{Printed, touchpoint_name};

/// How many handoffs a committee can look at.
const MOST: usize = 3;

/// The worst handoffs that are flagged.
pub fn worst(printed: &Printed) -> AnyView {
    let handoffs = &printed.evaluation.scores.handoffs;
    let entries: Vec<AnyView> = handoffs
        .iter()
        .filter(|handoff| handoff.risk > 0.0)
        .take(MOST)
        .map(|handoff| entry(printed, handoff))
        .collect();
    let none = entries.is_empty().then(|| view! { <p>{words::NONE}</p> });
    view! {
        <section class="paper-worst">
            <h2>{words::WORST}</h2>
            {none}
            <ol>{entries}</ol>
        </section>
    }
    .into_any()
}

fn entry(printed: &Printed, handoff: &HandoffRisk) -> AnyView {
    let name = |id: Id| touchpoint_name(&printed.journey, id);
    let department = |id: Id| shell::or_untitled(printed.workspace.department_name(id)).to_owned();
    let flags = &printed.evaluation.findings.flags;
    let breaks = handoff
        .flags
        .iter()
        .filter_map(|at| flags.get(*at))
        .map(|flag| view! { <li dir="auto">{flag_words::why(&printed.workspace, flag)}</li> })
        .collect_view();
    let customers = handoff.volume.map_or_else(|| words::UNKNOWN.to_owned(), values::number);
    let title = format!("{} → {}", name(handoff.key.from), name(handoff.key.to));
    let sides = format!("{} → {}", department(handoff.from_department), department(handoff.to_department));
    view! {
        <li class="paper-handoff">
            <h3>
                <span dir="auto">{title}</span>
                " · "
                {words::risk(handoff.risk)}
            </h3>
            <p class="quiet" dir="auto">{sides}</p>
            <h4>{words::BREAKS}</h4>
            <ul>{breaks}</ul>
            <p>
                <b>{words::EVIDENCE}</b>
                ": "
                {evidence(printed, handoff)}
            </p>
            <p>
                <b>{words::CUSTOMERS}</b>
                ": "
                {customers}
            </p>
        </li>
    }
    .into_any()
}

/// What the two touchpoints of a handoff rest on.
fn evidence(printed: &Printed, handoff: &HandoffRisk) -> String {
    let of = |id: Id| {
        let touchpoint = printed.journey.touchpoints.get(&id)?;
        Some(format!("{}: {}", touchpoint_name(&printed.journey, id), evidence_of(touchpoint)?))
    };
    let noted: Vec<String> = [handoff.key.from, handoff.key.to].into_iter().filter_map(of).collect();
    if noted.is_empty() { words::NO_EVIDENCE.to_owned() } else { noted.join("; ") }
}

fn evidence_of(touchpoint: &Touchpoint) -> Option<String> {
    let evidence = touchpoint.evidence?;
    let source = touchpoint.satisfaction_source.as_deref().or(touchpoint.evidence_link.as_deref());
    let mut text = evidence.label().to_owned();
    if let Some(source) = source {
        text.push_str(", ");
        text.push_str(source);
    }
    Some(text)
}
