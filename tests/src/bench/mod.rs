//! Measuring the app in the browser beside what people use today.
//!
//! All subjects are measured in one browser, each in a tab that is warm, taking turns, so that whatever else the
//! machine does meets all of them alike.

mod crosslane;
mod edits;
mod journey;
mod mermaid;
mod numbers;

pub use crosslane::Crosslane;
pub use edits::{EDITS, Edited, edit};
pub use journey::journey;
pub use mermaid::Mermaid;
pub use numbers::{median, percentile};

use crate::App;

/// How long one opening took, in milliseconds from the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opened {
    /// Until the browser had laid out what was to be shown.
    pub laid_out: f64,
    /// Until the second frame after that.
    pub painted: f64,
    /// The part of both before a person was asked whether to go on, where one was.
    pub asked: Option<f64>,
}

/// Something that opens a journey from a text.
pub trait Subject {
    /// What a reader knows it by, with its version.
    fn name(&self) -> String;

    /// Opens the journey in the subject's own tab, which comes to the front.
    fn open(&self, app: &mut App) -> impl Future<Output = Opened>;
}

/// How often each subject has its turn.
pub const ROUNDS: usize = 15;

/// Lets two subjects take turns; one turn of each before the count starts is not counted.
pub async fn take_turns(app: &mut App, first: &impl Subject, second: &impl Subject) -> [Vec<Opened>; 2] {
    let mut opened = [Vec::new(), Vec::new()];
    for round in 0..=ROUNDS {
        let turn = [first.open(app).await, second.open(app).await];
        if round > 0 {
            opened.iter_mut().zip(turn).for_each(|(list, time)| list.push(time));
        }
    }
    opened
}
