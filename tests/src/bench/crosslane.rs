//! Crosslane, opening the journey through its own preview.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::{Opened, Subject};
use crate::App;

/// The script of one turn.
const OPEN: &str = include_str!("crosslane.js");

/// The app in a tab, with the text it is given and how many touchpoints are in it.
pub struct Crosslane {
    tab: WindowHandle,
    text: String,
    touchpoints: usize,
}

impl Crosslane {
    /// Opens the app in the tab in front.
    pub async fn start(app: &App, text: String, touchpoints: usize) -> Self {
        app.open("").await;
        app.wait_for_css(".home-buttons").await;
        Self { tab: app.tab().await, text, touchpoints }
    }
}

impl Subject for Crosslane {
    fn name(&self) -> String {
        "Crosslane".to_owned()
    }

    async fn open(&self, app: &mut App) -> Opened {
        app.go_to_tab(&self.tab).await;
        let times = app.script_with_answer(OPEN, vec![json!(self.text)]).await;
        let time = |key: &str| times[key].as_f64().unwrap_or_else(|| panic!("Crosslane fails: {times}"));
        let found = times["found"].as_str().unwrap_or_default();
        let wanted = format!("New: {} touchpoints", self.touchpoints);
        assert!(found.contains(&wanted), "the preview says {found:?}, not {wanted:?}");
        Opened { laid_out: time("laidOut"), painted: time("painted"), asked: Some(time("read")) }
    }
}
