//! How long the rules take by the size of a journey: all of them, and each alone.
//!
//! `cargo bench -p crosslane-core --bench rules`. The budget: all rules over 10,000 touchpoints in 50 ms,
//! over 100,000 in at most 14 times that.
#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use crosslane_core::flow::Flow;
use crosslane_core::rules::{Check, Context, Findings, RULES, evaluate, evaluate_journey};
use crosslane_core::score::score;
use crosslane_core::testing::large;

fn all_rules(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("all rules");
    group.sample_size(20);
    for touchpoints in [1_000, 10_000, 100_000] {
        let workspace = large(touchpoints);
        group.throughput(Throughput::Elements(touchpoints as u64));
        group.bench_with_input(BenchmarkId::from_parameter(touchpoints), &workspace, |bencher, workspace| {
            // Giving the answers back is no part of finding them.
            bencher.iter_with_large_drop(|| evaluate(workspace, None, None));
        });
    }
    group.finish();
}

/// Words of other memory, 512 MiB: more than the caches of a processor hold, those it shares with others included.
const ELSEWHERE: usize = 64 << 20;

/// How long a rule takes where nothing of the journey is in a cache. Otherwise a small journey comes from a cache and a
/// large one from memory, and it is those two whose speeds are compared, rather than two lengths of the same work.
fn timed(elsewhere: &mut [u64], answer: &dyn Fn()) -> Duration {
    for word in elsewhere.iter_mut() {
        *word = word.wrapping_add(1);
    }
    black_box(elsewhere);
    let start = Instant::now();
    answer();
    start.elapsed()
}

/// Each rule alone, with what several rules share worked out before: the parts of all rules.
fn each_rule(criterion: &mut Criterion) {
    for touchpoints in [10_000, 100_000] {
        let workspace = large(touchpoints);
        let Some((id, journey)) = workspace.ordered_journeys().next() else { return };
        let evaluation = evaluate_journey(&workspace, id, journey, None);
        let rules = evaluation.findings.of_rules();
        let mut group = criterion.benchmark_group("alone");
        // One turn a sample: emptying the caches takes longer than any rule.
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        group.warm_up_time(Duration::from_nanos(1)).measurement_time(Duration::from_nanos(1));
        let mut elsewhere = vec![0_u64; ELSEWHERE];
        let mut part = |part: &str, answer: &dyn Fn()| {
            group.bench_function(BenchmarkId::new(part, touchpoints), |bencher| {
                bencher.iter_custom(|turns| (0..turns).map(|_| timed(&mut elsewhere, answer)).sum());
            });
        };
        part("flow", &|| drop(black_box(Flow::of(journey))));
        let context = Context::new(&workspace, id, journey, &evaluation.flow, None);
        part("context", &|| drop(black_box(Context::new(&workspace, id, journey, &evaluation.flow, None))));
        part("scores", &|| drop(black_box(score(&context, &evaluation.findings))));
        for (at, rule) in RULES.iter().enumerate() {
            part(rule.id, &|| {
                let mut findings = Findings::new(id, rule);
                match rule.check {
                    Check::Journey(check) => check(&context, &mut findings),
                    Check::Flags(check) => check(&context, &rules[..at], &mut findings),
                    Check::Badges(check) => drop(check(&context, &rules[..at], &mut findings)),
                }
                drop(black_box(findings));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, all_rules, each_rule);
criterion_main!(benches);
