//! How long a step table takes to come in: read, and put into an empty workspace and into one that has it
//! already.
//!
//! `cargo bench -p crosslane-core --bench import`. Ten times the rows should take about ten times as long.
#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use std::fmt::Write;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use crosslane_core::format::table::{ImportOptions, Layout, Sheet, StepTable, import};
use crosslane_core::model::{Id, Workspace};

/// A table of so many rows in phases of ten; without the column of phases where `phases` is not set.
fn table(rows: usize, phases: bool) -> String {
    let mut text = String::from(if phases { "Phase,Touchpoint,Owner\n" } else { "Touchpoint,Owner\n" });
    for row in 0..rows {
        if phases {
            let _ = write!(text, "Phase {},", row / 10);
        }
        let _ = writeln!(text, "Touchpoint {row},Department {}", row % 7);
    }
    text
}

fn read(text: &str) -> Option<StepTable> {
    let sheet = Sheet::read(text.as_bytes()).ok()?;
    StepTable::read(&sheet, &Layout::propose(&sheet)).ok()
}

fn coming_in(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a table coming in");
    group.sample_size(10);
    for (name, phases) in [("with phases", true), ("without phases", false)] {
        for rows in [1_000, 10_000] {
            let Some(steps) = read(&table(rows, phases)) else { continue };
            let empty = Workspace { id: Id::new("w"), ..Workspace::default() };
            let options = ImportOptions::default();
            let known = import(&steps, &empty, &options).plan.workspace;
            for (what, workspace) in [("new", &empty), ("again", &known)] {
                let id = BenchmarkId::new(format!("{name}, {what}"), rows);
                group.bench_function(id, |bencher| bencher.iter(|| import(&steps, workspace, &options)));
            }
            // Half of it is known, and the other half comes in between.
            let Some(half) = read(&every_second(&table(rows, phases))) else { continue };
            let known = import(&half, &empty, &options).plan.workspace;
            let id = BenchmarkId::new(format!("{name}, every second new"), rows);
            group.bench_function(id, |bencher| bencher.iter(|| import(&steps, &known, &options)));
        }
    }
    group.finish();
}

/// The header and every second row.
fn every_second(table: &str) -> String {
    let kept = table.lines().enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, line)| line);
    kept.collect::<Vec<_>>().join("\n")
}

criterion_group!(benches, coming_in);
criterion_main!(benches);
