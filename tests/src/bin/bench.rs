//! `cargo xtask bench browser`: what opening a journey and editing it take in Chromium, beside Mermaid.

use std::time::Duration;

use crosslane_browser_tests::bench::{
    Crosslane, EDITS, Edited, Mermaid, Opened, ROUNDS, Subject, edit, journey, median, percentile, take_turns,
};
use crosslane_browser_tests::{Settings, in_browser};

/// The sizes of the journeys that are opened.
const OPENED: [usize; 2] = [1_000, 5_000];
/// The sizes of the journeys that are edited.
const CHANGED: [usize; 2] = [1_000, 10_000];

fn main() {
    println!("Opening, in milliseconds from the text, median of {ROUNDS} turns each:\n");
    println!("| touchpoints | | laid out | second frame |\n| ---: | --- | ---: | ---: |");
    OPENED.into_iter().for_each(opening);
    println!("\nEditing, in milliseconds of the main thread from the key to its frame, {EDITS} edits:\n");
    println!("| touchpoints | | median | 95th percentile |\n| ---: | --- | ---: | ---: |");
    CHANGED.into_iter().for_each(editing);
}

fn settings(trace: bool) -> Settings {
    Settings { limit: Duration::from_mins(30), trace, ..Settings::default() }
}

fn opening(touchpoints: usize) {
    in_browser(settings(false), async |app| {
        let text = journey(touchpoints);
        let crosslane = Crosslane::start(app, text.clone(), touchpoints).await;
        let mermaid = Mermaid::start(app, text).await;
        let [ours, theirs] = take_turns(app, &crosslane, &mermaid).await;
        let row = |name: &str, laid_out: String, painted: String| {
            println!("| {touchpoints} | {name} | {laid_out} | {painted} |");
        };
        let middle = |opened: &[Opened], part: fn(&Opened) -> f64| {
            median(&opened.iter().map(part).collect::<Vec<_>>())
        };
        let [laid_out, painted]: [fn(&Opened) -> f64; 2] = [|time| time.laid_out, |time| time.painted];
        for (name, opened) in [(crosslane.name(), &ours), (mermaid.name(), &theirs)] {
            row(&name, format!("{:.1}", middle(opened, laid_out)), format!("{:.1}", middle(opened, painted)));
        }
        let asked: Vec<f64> = ours.iter().filter_map(|time| time.asked).collect();
        let preview = format!("{:.1}", median(&asked));
        row("Crosslane, of that up to its preview", preview.clone(), preview);
        let times = |part| format!("{:.1} ×", middle(&theirs, part) / middle(&ours, part));
        row("Mermaid's time in Crosslane's", times(laid_out), times(painted));
        app.reports().await;
    });
}

fn editing(touchpoints: usize) {
    in_browser(settings(true), async |app| {
        let crosslane = Crosslane::start(app, journey(touchpoints), touchpoints).await;
        for Edited { what, times } in edit(app, &crosslane).await {
            println!("| {touchpoints} | {what} | {:.1} | {:.1} |", median(&times), percentile(&times, 95));
        }
        app.reports().await;
    });
}
