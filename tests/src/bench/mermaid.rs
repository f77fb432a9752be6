//! Mermaid, drawing the journey as one diagram in a page of its own.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::{Opened, Subject};
use crate::{App, place};

/// Mermaid in a tab, with the text it is given.
pub struct Mermaid {
    tab: WindowHandle,
    version: String,
    text: String,
}

impl Mermaid {
    /// Opens Mermaid's page in a tab of its own.
    pub async fn start(app: &mut App, text: String) -> Self {
        let tab = app.new_tab().await;
        app.visit_peer("mermaid.html").await;
        app.wait_for_script("Mermaid's page is ready", "return !!window.openJourney").await;
        let manifest =
            std::fs::read_to_string(place::mermaid().join("../package.json")).expect("the package is whole");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("a manifest is JSON");
        Self { tab, version: manifest["version"].as_str().unwrap_or_default().to_owned(), text }
    }
}

impl Subject for Mermaid {
    fn name(&self) -> String {
        format!("Mermaid {}", self.version)
    }

    async fn open(&self, app: &mut App) -> Opened {
        app.go_to_tab(&self.tab).await;
        let run = "window.openJourney(arguments[0]).then(arguments[1])";
        let times = app.script_with_answer(run, vec![json!(self.text)]).await;
        let time = |key: &str| times[key].as_f64().unwrap_or_else(|| panic!("Mermaid fails: {times}"));
        Opened { laid_out: time("laidOut"), painted: time("painted"), asked: None }
    }
}
