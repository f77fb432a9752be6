//! How long it takes to merge two workspaces that were changed apart, and to compare them.
//!
//! `cargo bench -p crosslane-core --bench merge`. The budget: 200 ms for two workspaces of 10,000 touchpoints, read from
//! files, so that they share no memory.
#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use crosslane_core::compare::difference;
use crosslane_core::edit::{Edit, JourneyEdit, apply};
use crosslane_core::format::crosslane::{open, write};
use crosslane_core::merge::{Choices, Side, merge};
use crosslane_core::model::{Id, Rating, Workspace};
use crosslane_core::testing::large;

const TOUCHPOINTS: usize = 10_000;
/// Edits of each side.
const EDITS: usize = 300;

/// The workspace after so many edits, spread over its journeys: owners, satisfaction, names and places; every tenth is of
/// a touchpoint that the other side edits too, every fiftieth deletes one.
fn edited(base: &Workspace, side: usize) -> Workspace {
    let touchpoints: Vec<(Id, Id)> = base
        .ordered_journeys()
        .flat_map(|(journey, entry)| {
            entry.ordered_touchpoints().map(move |(id, _)| (journey, id)).collect::<Vec<_>>()
        })
        .collect();
    let mut next = base.clone();
    for at in 0..EDITS {
        let shift = if at % 10 == 0 { 0 } else { side };
        let (journey, id) = touchpoints[(at * 31 + shift * 7) % touchpoints.len()];
        let Some((phase, _)) = next.journeys.get(&journey).and_then(|journey| journey.place_of(id)) else {
            continue;
        };
        let mut touchpoint = next.journeys[&journey].touchpoints[&id].as_ref().clone();
        let edit = match at % 50 {
            49 => JourneyEdit::RemoveTouchpoint(id),
            at if at % 5 == 1 => JourneyEdit::MoveTouchpoint { id, phase, to: side },
            at => {
                match at % 3 {
                    0 => touchpoint.name = format!("Side {side}, edit {at}"),
                    1 => touchpoint.satisfaction = Rating::new([2.0, 4.0][side % 2]),
                    _ => touchpoint.owner = base.department_order.get(side).copied().map(Into::into),
                }
                JourneyEdit::PutTouchpoint(id, Box::new(touchpoint))
            }
        };
        if let Ok(applied) = apply(&next, &Edit::InJourney(journey, edit)) {
            next = applied.workspace;
        }
    }
    next
}

/// As read from a file.
fn anew(workspace: &Workspace) -> Option<Workspace> {
    open(&write(workspace)).ok().map(|opened| opened.workspace)
}

fn merging(criterion: &mut Criterion) {
    let base = large(TOUCHPOINTS);
    let (ours, theirs) = (edited(&base, 1), edited(&base, 2));
    let (Some(base), Some(ours), Some(theirs)) = (anew(&base), anew(&ours), anew(&theirs)) else { return };
    let merged = merge(&base, &ours, &theirs);
    println!(
        "{} touchpoints, {} and {} entities differ, {} conflicts",
        TOUCHPOINTS,
        difference(&base, &ours).entities.len(),
        difference(&base, &theirs).entities.len(),
        merged.conflicts.len()
    );
    let mut group = criterion.benchmark_group("merge");
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    group.bench_function("300 edits on each side", |bencher| bencher.iter(|| merge(&base, &ours, &theirs)));
    group.bench_function("only one side changed", |bencher| bencher.iter(|| merge(&base, &ours, &base)));
    group.bench_function("difference", |bencher| bencher.iter(|| difference(&base, &ours)));
    let theirs = Choices::all(&merged.conflicts, Side::Theirs);
    group.bench_function("every conflict settled", |bencher| bencher.iter(|| merged.outcome(&theirs)));
    group.finish();
}

criterion_group!(benches, merging);
criterion_main!(benches);
