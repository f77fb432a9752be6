//! How long it takes to merge two workspaces that were changed apart, and to compare them.
//!
//! `cargo bench -p crosslane-core --bench merge`. The budget: 200 ms for two workspaces of 10,000 touchpoints, read from
//! files, so that they share no memory.
#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use crosslane_core::compare::difference;
use crosslane_core::format::crosslane::{open, write};
use crosslane_core::merge::{Choices, Side, merge};
use crosslane_core::model::Workspace;
use crosslane_core::testing::{history, large};

const TOUCHPOINTS: usize = 10_000;
/// Edits of each side.
const EDITS: usize = 300;

/// As read from a file.
fn anew(workspace: &Workspace) -> Option<Workspace> {
    open(&write(workspace)).ok().map(|opened| opened.workspace)
}

fn merging(criterion: &mut Criterion) {
    let base = large(TOUCHPOINTS);
    let (ours, theirs) = (history(&base, 1, "o", EDITS), history(&base, 2, "t", EDITS));
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
