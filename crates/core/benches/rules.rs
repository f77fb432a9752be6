//! How long the rules take: all of them by the size of a journey, and each alone at 10,000 touchpoints.
//!
//! `cargo bench -p crosslane-core --bench rules`. The budget: all rules over 10,000 touchpoints in 50 ms,
//! over 100,000 in at most 14 times that.
#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use crosslane_core::flow::Flow;
use crosslane_core::rules::{Context, Findings, RULES, evaluate};
use crosslane_core::testing::large;

fn all_rules(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("all rules");
    group.sample_size(20);
    for touchpoints in [1_000, 10_000, 100_000] {
        let workspace = large(touchpoints);
        group.throughput(Throughput::Elements(touchpoints as u64));
        group.bench_with_input(BenchmarkId::from_parameter(touchpoints), &workspace, |bencher, workspace| {
            bencher.iter(|| evaluate(workspace, None, None));
        });
    }
    group.finish();
}

fn each_rule(criterion: &mut Criterion) {
    let workspace = large(10_000);
    let Some((id, journey)) = workspace.ordered_journeys().next() else { return };
    let mut group = criterion.benchmark_group("10,000 touchpoints");
    group.sample_size(20);
    group.bench_function("flow", |bencher| bencher.iter(|| Flow::of(journey)));
    let flow = Flow::of(journey);
    group.bench_function("context", |bencher| {
        bencher.iter(|| Context::new(&workspace, id, journey, &flow, None));
    });
    // What several rules share is worked out once for a journey, and here once for each rule: a rule alone
    // takes longer than its part of all.
    for rule in RULES {
        group.bench_function(rule.id, |bencher| {
            bencher.iter(|| {
                let context = Context::new(&workspace, id, journey, &flow, None);
                let mut findings = Findings::new(id, rule);
                (rule.check)(&context, &mut findings);
                findings
            });
        });
    }
    group.finish();
}

criterion_group!(benches, all_rules, each_rule);
criterion_main!(benches);
