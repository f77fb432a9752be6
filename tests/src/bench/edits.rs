//! How long the page's main thread works on one edit, by the browser's own trace.

use super::{Crosslane, Subject};
use crate::App;

/// How many edits are measured.
pub const EDITS: usize = 100;

/// A way to edit, with the milliseconds of each edit from the key to its frame.
pub struct Edited {
    /// What was done, in words.
    pub what: &'static str,
    /// One for each edit.
    pub times: Vec<f64>,
}

/// Opens the journey and edits its touchpoints: letters of a name, of which each is an edit of its own, and
/// the satisfaction, on which rules depend. Needs `Settings::trace`.
pub async fn edit(app: &mut App, crosslane: &Crosslane) -> [Edited; 2] {
    crosslane.open(app).await;
    app.press("Home").await;
    app.wait_until("a card has the focus", async || {
        app.focus().await.starts_with("group \"Touchpoint 1.").then_some(())
    })
    .await;
    let ratings = measure(app, |number| ["1", "5", "2", "4", "3"][number % 5].to_owned()).await;
    app.wait_for_css("textarea.title-input").await;
    app.click_css("textarea.title-input").await;
    app.press("End").await;
    let letters = "abcdefghij".as_bytes();
    let names = measure(app, |number| char::from(letters[number % letters.len()]).to_string()).await;
    [
        Edited { what: "a letter typed into a touchpoint's name", times: names },
        Edited { what: "a touchpoint's satisfaction changed", times: ratings },
    ]
}

/// Presses one key per edit, each after the frame of the one before. The first presses are not counted.
async fn measure(app: &App, key: impl Fn(usize) -> String) -> Vec<f64> {
    const WARM: usize = 10;
    let next_frame =
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))";
    for number in 0..WARM {
        app.press(&key(number)).await;
        app.script_with_answer(next_frame, vec![]).await;
    }
    app.trace().await;
    for number in WARM..WARM + EDITS {
        app.press(&key(number)).await;
        app.script_with_answer(next_frame, vec![]).await;
    }
    let times = app.trace().await.to_frame("keydown");
    assert!(times.len() >= EDITS - 1, "of {EDITS} edits the trace holds {}", times.len());
    times
}
