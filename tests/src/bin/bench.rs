//! `cargo xtask bench browser`: what opening a journey takes in Chromium.

use std::time::Duration;

use crosslane_browser_tests::bench::{Mermaid, ROUNDS, Subject, journey, median};
use crosslane_browser_tests::{Settings, in_browser};

fn main() {
    println!("| touchpoints | | laid out, ms | second frame, ms |\n| --- | --- | --- | --- |");
    for touchpoints in [1_000, 5_000] {
        let settings = Settings { limit: Duration::from_mins(30), ..Settings::default() };
        in_browser(settings, async |app| {
            let mermaid = Mermaid::start(app, journey(touchpoints)).await;
            let mut opened = Vec::new();
            for _ in 0..ROUNDS {
                opened.push(mermaid.open(app).await);
            }
            let laid_out: Vec<f64> = opened.iter().map(|time| time.laid_out).collect();
            let painted: Vec<f64> = opened.iter().map(|time| time.painted).collect();
            println!(
                "| {touchpoints} | {} | {:.0} | {:.0} |",
                mermaid.name(),
                median(&laid_out),
                median(&painted)
            );
            app.reports().await;
        });
    }
}
