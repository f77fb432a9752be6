//! How long one edit takes, to the answers of all rules: the change itself, and the evaluation that begins
//! with the one before it.
//!
//! `cargo bench -p crosslane-core --bench edit`. The budget, in a browser and with what is on the screen: 16 ms
//! at 1,000 touchpoints, 50 ms at 10,000.
#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use crosslane_core::edit::{Edit, Entry, JourneyEdit, apply};
use crosslane_core::model::{Card, Department, Id, Method, Rating, Touchpoint, Workspace};
use crosslane_core::rules::evaluate;
use crosslane_core::testing::large;

/// Makes an edit in the middle of a workspace's only journey.
type Make = fn(&Workspace) -> Option<Edit>;

/// Edits of many kinds: a letter more, which no rule reads, and what some rules read, or all.
const EDITS: [(&str, Make); 8] = [
    ("name", |workspace| touchpoint(workspace, |touchpoint| touchpoint.name.push('x'))),
    ("satisfaction", |workspace| {
        touchpoint(workspace, |touchpoint| touchpoint.satisfaction = Rating::new(1.0))
    }),
    ("importance", |workspace| touchpoint(workspace, |touchpoint| touchpoint.importance = Rating::new(5.0))),
    ("asked", |workspace| touchpoint(workspace, |touchpoint| touchpoint.asked = None)),
    ("promise", |workspace| touchpoint(workspace, |touchpoint| touchpoint.promises = None)),
    ("owner", |workspace| touchpoint(workspace, |touchpoint| touchpoint.owner = None)),
    ("card: method", |workspace| {
        let (id, journey) = workspace.ordered_journeys().next()?;
        let (key, step) = journey.steps.iter().nth(journey.steps.len() / 2)?;
        let card = Card { method: Some(Method::Customer), ..step.card.clone().unwrap_or_default() };
        Some(Edit::InJourney(id, JourneyEdit::PutCard(*key, Some(Box::new(card)))))
    }),
    ("department: name", |workspace| {
        let (id, department) = workspace.ordered_departments().next()?;
        let renamed = Department { name: "Renamed".to_owned(), ..department.as_ref().clone() };
        Some(Edit::PutEntry(id, Box::new(Entry::Department(renamed))))
    }),
];

/// The edit that changes the touchpoint in the middle.
fn touchpoint(workspace: &Workspace, change: fn(&mut Touchpoint)) -> Option<Edit> {
    let (journey_id, journey) = workspace.ordered_journeys().next()?;
    let middle: Id = *journey.touchpoints.keys().nth(journey.touchpoints.len() / 2)?;
    let mut touchpoint = journey.touchpoints.get(&middle)?.as_ref().clone();
    change(&mut touchpoint);
    Some(Edit::InJourney(journey_id, JourneyEdit::PutTouchpoint(middle, Box::new(touchpoint))))
}

fn one_edit(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one edit");
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    for touchpoints in [1_000, 10_000] {
        let workspace = large(touchpoints);
        let before = evaluate(&workspace, None, None);
        for (name, make) in EDITS {
            let Some(edit) = make(&workspace) else { continue };
            let Ok(applied) = apply(&workspace, &edit) else { continue };
            let after = applied.workspace;
            let id = |part: &str| BenchmarkId::new(format!("{name}, {part}"), touchpoints);
            group.bench_function(id("applied"), |bencher| bencher.iter(|| apply(&workspace, &edit)));
            group.bench_function(id("evaluated from before"), |bencher| {
                bencher.iter(|| evaluate(&after, None, Some((&workspace, &before))));
            });
            group.bench_function(id("evaluated whole"), |bencher| {
                bencher.iter(|| evaluate(&after, None, None));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, one_edit);
criterion_main!(benches);
