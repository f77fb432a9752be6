//! The risk of a handoff: a badge, and how it is made up.

use crosslane_core::model::StepKey;
use crosslane_core::rules::{JourneyEvaluation, Severity};
use crosslane_core::score::{COUNTED_KINDS, HandoffRisk};
use crosslane_words::flag;
use crosslane_words::labels::Label;
use crosslane_words::ui::inspector as words;

use crate::app::State;
use crate::reactive::prelude::*;

/// A risk as a badge shows it.
#[derive(Clone, Copy, PartialEq)]
pub struct Level {
    /// 0 to 100.
    risk: f64,
    /// 0 to 100.
    at_worst: f64,
    /// The worst open flag.
    worst: Option<Severity>,
}

/// The risk of a handoff; nothing where there is none.
pub fn level(evaluation: &JourneyEvaluation, key: StepKey) -> Level {
    evaluation.scores.of(key).map_or(Level { risk: 0.0, at_worst: 0.0, worst: None }, level_of)
}

fn level_of(of: &HandoffRisk) -> Level {
    Level { risk: of.risk, at_worst: of.at_worst, worst: of.severity }
}

/// A badge with the risk of a handoff.
pub fn badge(level: Level) -> AnyView {
    let severity = match level.worst {
        Some(severity) => severity.word(),
        None if level.at_worst > 0.0 => "open",
        None => "good",
    };
    view! {
        <span class="badge" data-severity=severity>{words::RISK}" "{words::risk(level.risk)}</span>
    }
    .into_any()
}

/// A line of the sum.
#[derive(Clone, PartialEq)]
struct Part {
    name: String,
    value: String,
    below: bool,
}

#[derive(Clone, PartialEq)]
struct Parts {
    level: Level,
    breaks: Vec<Part>,
    stakes: Vec<Part>,
    product: String,
}

fn parts(state: State, key: StepKey) -> Option<Parts> {
    let evaluation = state.evaluation()?;
    let of = evaluation.scores.of(key)?;
    let mut breaks = Vec::new();
    for kind in COUNTED_KINDS {
        let counted = of.breaks.counted.iter().filter(|counted| counted.kind == kind);
        let flags: Vec<Part> = counted
            .map(|counted| Part {
                name: flag::title(evaluation.findings.flags[counted.flag].rule).to_owned(),
                value: counted.points.to_string(),
                below: true,
            })
            .collect();
        if !flags.is_empty() {
            let value = of.breaks.of(kind).to_string();
            breaks.push(Part { name: kind.label().to_owned(), value, below: false });
            breaks.extend(flags);
        }
    }
    let stakes = &of.stakes;
    let part = |name: String, value: f64| Part { name, value: words::percent(value), below: false };
    let stakes = vec![
        part(words::STAKES_BASE.to_owned(), 50.0),
        part(
            words::importance(stakes.importance, stakes.importance_assumed, stakes.moment_of_truth),
            stakes.from_importance(),
        ),
        part(words::volume(of.volume), stakes.from_volume()),
    ];
    let product = words::product(of.breaks.total(), of.stakes.percent(), of.risk);
    Some(Parts { level: level_of(of), breaks, stakes, product })
}

/// The risk of a handoff, and how it is made up.
pub fn risk(state: State, key: StepKey) -> AnyView {
    let parts = Memo::new(move |_| parts(state, key));
    let shown = move || parts.get().map(view_of);
    view! { <section class="inspector-part">{shown}</section> }.into_any()
}

fn view_of(parts: Parts) -> AnyView {
    let no_breaks = parts.breaks.is_empty();
    view! {
        <p class="inspector-risk">
            {badge(parts.level)}
            <span class="quiet">{words::AT_WORST}" "{words::risk(parts.level.at_worst)}</span>
        </p>
        <details class="inspector-sum">
            <summary>{words::RISK_PARTS}</summary>
            <h3>{words::BREAKS}</h3>
            {no_breaks.then(|| view! { <p class="quiet">{words::NO_BREAKS}</p> })}
            <dl class="sum">{parts.breaks.into_iter().map(row).collect_view()}</dl>
            <h3>{words::STAKES}</h3>
            <dl class="sum">{parts.stakes.into_iter().map(row).collect_view()}</dl>
            <p class="sum-product">{parts.product}</p>
        </details>
    }
    .into_any()
}

fn row(part: Part) -> impl IntoView {
    view! {
        <div data-below=part.below>
            <dt>{part.name}</dt>
            <dd>{part.value}</dd>
        </div>
    }
}
