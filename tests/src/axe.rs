//! Looking for barriers with axe-core: all its rules, those of good practice too.

use std::fmt::Write;
use std::sync::OnceLock;

use serde_json::Value;

use crate::App;
use crate::place;

/// What axe found, rule by rule, each with the places.
const RUN: &str = "const done = arguments[0]; \
    axe.run(document, { resultTypes: ['violations'] }).then(result => done(result.violations.map(v => ({ \
      rule: v.id, impact: v.impact, help: v.help, \
      places: v.nodes.map(n => n.target.join(' ') + '\\n      ' + n.failureSummary.replaceAll('\\n', '\\n      ')) \
    }))), error => done(String(error)))";

impl App {
    /// Fails where axe finds a barrier on the page as it is now; `what` names the view.
    pub async fn assert_no_barriers(&self, what: &str) {
        static AXE: OnceLock<String> = OnceLock::new();
        let axe = AXE.get_or_init(|| std::fs::read_to_string(place::axe()).expect("axe-core can be read"));
        self.wait_until_still().await;
        self.script(axe, vec![]).await;
        let found = self.script_with_answer(RUN, vec![]).await;
        let barriers = found.as_array().unwrap_or_else(|| panic!("axe failed: {found}"));
        assert!(barriers.is_empty(), "axe finds barriers on {what}:\n{}", list(barriers));
    }
}

fn list(barriers: &[Value]) -> String {
    let mut text = String::new();
    for barrier in barriers {
        let word = |key: &str| barrier[key].as_str().unwrap_or("?");
        let _ = writeln!(text, "- {} ({}): {}", word("rule"), word("impact"), word("help"));
        for place in barrier["places"].as_array().into_iter().flatten() {
            let _ = writeln!(text, "    at {}", place.as_str().unwrap_or("?"));
        }
    }
    text
}
