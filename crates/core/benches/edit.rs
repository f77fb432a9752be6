//! How long one edit takes, to the answers of all rules: the change itself, and the evaluation that begins
//! with the one before it.
//!
//! `cargo bench -p crosslane-core --bench edit`. The budget, in a browser and with what is on the screen: 16 ms
//! at 1,000 touchpoints, 50 ms at 10,000.
#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use crosslane_core::edit::{Edit, JourneyEdit, apply};
use crosslane_core::model::{Id, Rating, Touchpoint, Workspace};
use crosslane_core::rules::evaluate;
use crosslane_core::testing::large;

/// What an edit does to a touchpoint.
type Change = fn(&mut Touchpoint);

/// A letter more, which no rule reads, and a satisfaction, which several do.
const CHANGES: [(&str, Change); 2] = [
    ("name", |touchpoint| touchpoint.name.push('x')),
    ("satisfaction", |touchpoint| touchpoint.satisfaction = Rating::new(1.0)),
];

/// The edit that changes the touchpoint in the middle of a workspace's only journey.
fn edit(workspace: &Workspace, change: Change) -> Option<Edit> {
    let (journey_id, journey) = workspace.ordered_journeys().next()?;
    let middle: Id = *journey.touchpoints.keys().nth(journey.touchpoints.len() / 2)?;
    let mut touchpoint = journey.touchpoints.get(&middle)?.as_ref().clone();
    change(&mut touchpoint);
    Some(Edit::InJourney(journey_id, JourneyEdit::PutTouchpoint(middle, Box::new(touchpoint))))
}

fn one_edit(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one edit");
    group.sample_size(20);
    for touchpoints in [1_000, 10_000] {
        let workspace = large(touchpoints);
        let before = evaluate(&workspace, None, None);
        for (name, change) in CHANGES {
            let Some(edit) = edit(&workspace, change) else { continue };
            let id = |part: &str| BenchmarkId::new(format!("{name}, {part}"), touchpoints);
            group.bench_function(id("applied"), |bencher| bencher.iter(|| apply(&workspace, &edit)));
            group.bench_function(id("applied and evaluated"), |bencher| {
                bencher.iter(|| {
                    let applied = apply(&workspace, &edit);
                    applied.map(|applied| evaluate(&applied.workspace, None, Some((&workspace, &before))))
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, one_edit);
criterion_main!(benches);
