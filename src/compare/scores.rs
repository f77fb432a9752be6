//! The scores of both, and how they changed.

use crosslane_core::rules::Severity;
use crosslane_core::score::JourneyScores;
use crosslane_words::ui::home::journeys as range_words;
use crosslane_words::ui::{compare as words, snapshots as score_words};

use super::sides::Sides;
use crate::reactive::prelude::*;

/// A score of both: what is shown, the values to subtract, and whether more is better.
struct Row {
    name: &'static str,
    shown: [String; 2],
    values: [Option<f64>; 2],
}

/// The table of scores.
pub fn scores(sides: &Sides) -> AnyView {
    let rows = rows(sides).into_iter().map(|row| {
        let [before, after] = row.shown;
        let change = match row.values {
            [Some(before), Some(after)] => score_words::change(after - before),
            _ => String::new(),
        };
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td>{before}</td>
                <td>{after}</td>
                <td>{change}</td>
            </tr>
        }
    });
    view! {
        <section class="panel compare-scores">
            <div class="table-frame" role="group" tabindex="0" aria-label=words::SCORES>
                <table class="figures">
                    <thead>
                        <tr>
                            <th scope="col">{words::COUNTED}</th>
                            <th scope="col">{words::BEFORE}<span class="unseen">": "</span><span dir="auto">{sides.before.name.clone()}</span></th>
                            <th scope="col">{words::AFTER}<span class="unseen">": "</span><span dir="auto">{sides.after.name.clone()}</span></th>
                            <th scope="col">{words::CHANGE}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn rows(sides: &Sides) -> Vec<Row> {
    let of = |name, show: fn(&JourneyScores) -> String, value: fn(&JourneyScores) -> Option<f64>| {
        let scores = [0, 1].map(|side| sides.effect.scores[side].as_ref());
        Row {
            name,
            shown: scores.map(|scores| scores.map_or_else(|| range_words::NO_VALUE.to_owned(), show)),
            values: scores.map(|scores| scores.and_then(value)),
        }
    };
    vec![
        of(
            score_words::CONNECTEDNESS,
            |scores| {
                let range = scores.connectedness;
                range.map_or_else(
                    || range_words::NO_VALUE.to_owned(),
                    |range| range_words::range(range.at_worst, range.known),
                )
            },
            |scores| scores.connectedness.map(|range| range.known.round()),
        ),
        of(score_words::ASSESSED, |scores| figure(assessed(scores)), assessed),
        of(
            score_words::HANDOFFS,
            |scores| figure(Some(count(scores.handoffs.len()))),
            |scores| Some(count(scores.handoffs.len())),
        ),
        of(score_words::WORST, |scores| figure(worst(scores)), worst),
        flags(sides, score_words::ERRORS, Severity::Error),
        flags(sides, score_words::WARNINGS, Severity::Warning),
    ]
}

/// Rounded down, so that 100 means all.
fn assessed(scores: &JourneyScores) -> Option<f64> {
    scores.assessed.map(|share| (share * 100.0).floor())
}

fn worst(scores: &JourneyScores) -> Option<f64> {
    scores.handoffs.first().map(|worst| worst.risk.round())
}

fn flags(sides: &Sides, name: &'static str, severity: Severity) -> Row {
    let counts = sides.effect.open_flags(severity).map(|found| found.map(count));
    Row { name, shown: counts.map(figure), values: counts }
}

fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| range_words::NO_VALUE.to_owned(), |value| format!("{value:.0}"))
}

/// Counts of flags and handoffs are far below 2^52.
#[allow(clippy::cast_precision_loss)]
fn count(count: usize) -> f64 {
    count as f64
}
