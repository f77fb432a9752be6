//! What the browser itself noticed: requests, breaches of the page's policy, errors and panics.

use serde_json::Value;

use crate::App;
use crate::driver::Browser;

/// What was noticed since the last look.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Reports {
    /// The addresses that were requested, in order, as often as they were.
    pub requests: Vec<String>,
    /// Requests to anywhere but the app's own folder.
    pub outside: Vec<String>,
    /// What the policy blocked.
    pub violations: Vec<String>,
    /// Errors and panics in the page's console.
    pub errors: Vec<String>,
}

impl Reports {
    /// Fails where the browser noticed anything that should not be.
    pub fn assert_clean(&self) {
        assert!(self.outside.is_empty(), "requests left the app's folder: {:#?}", self.outside);
        assert!(self.violations.is_empty(), "the page broke its policy: {:#?}", self.violations);
        assert!(self.errors.is_empty(), "the console shows errors: {:#?}", self.errors);
    }
}

impl App {
    /// What the browser noticed since the last look, in all tabs. A test ends with a look that must be clean, so one
    /// that provokes errors looks once itself. Firefox tells of errors alone.
    pub async fn reports(&self) -> Reports {
        match self.settings.browser {
            Browser::Chromium => self.logged().await,
            Browser::Firefox => Reports { errors: printed(self.process.said()), ..Reports::default() },
        }
    }

    async fn logged(&self) -> Reports {
        let mut reports = Reports::default();
        for message in self.log("performance").await {
            let Ok(message) = serde_json::from_str::<Value>(&message.1) else { continue };
            if let Some(address) = requested(&message["message"]) {
                reports.requests.push(address.to_owned());
            }
        }
        let own = self.address();
        reports.outside =
            reports.requests.iter().filter(|address| !address.starts_with(&own)).cloned().collect();
        for (level, text) in self.log("browser").await {
            if text.contains("Content Security Policy") {
                reports.violations.push(text);
            } else if level == "SEVERE" || text.contains("panicked at") {
                reports.errors.push(text);
            }
        }
        reports
    }

    /// Level and text of the entries of one of the browser's logs; what was read is gone from it.
    pub(crate) async fn log(&self, name: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        // A log comes in parts, and the last part is an empty one.
        loop {
            let part =
                self.driver.get_log(name).await.unwrap_or_else(|error| panic!("no log {name}: {error}"));
            if part.is_empty() {
                return all;
            }
            all.extend(part.into_iter().map(|entry| (entry.level, entry.message)));
        }
    }
}

/// The errors among the lines that Firefox printed. It prints those of its own parts as well, which say who speaks without
/// quotes and come from no host, and those of what drives it.
fn printed(lines: Vec<String>) -> Vec<String> {
    let of_page = |line: &String| {
        let written = line.strip_prefix("console.error: ").filter(|what| !what.contains("Marionette"));
        line.starts_with("JavaScript error: http")
            || written.is_some_and(|what| what.starts_with('"') || what.contains("http://127.0.0.1"))
            || line.contains("panicked at")
    };
    lines.into_iter().filter(of_page).collect()
}

/// The address of an event that says that something is requested, but for what needs no request at all.
fn requested(event: &Value) -> Option<&str> {
    let address = match event["method"].as_str()? {
        "Network.requestWillBeSent" => event["params"]["request"]["url"].as_str()?,
        "Network.webSocketCreated" => event["params"]["url"].as_str()?,
        _ => return None,
    };
    // The browser's own empty page, and data that is in the page already.
    let inside = ["data:", "blob:", "about:", "chrome:"].iter().any(|scheme| address.starts_with(scheme));
    (!inside).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::printed;

    #[test]
    fn of_what_firefox_prints_only_errors_of_the_page_are_told() {
        let lines = [
            "1764550000000\tMarionette\tINFO\tListening on port 41000",
            "JavaScript error: resource://gre/modules/Policies.sys.mjs, line 12: Error: no file",
            "JavaScript error: http://127.0.0.1:4000/app.js, line 1: RuntimeError: unreachable executed",
            "console.error: \"panicked at src/x.rs\"",
            "console.log: \"hello\"",
            "console.error: RSLoader: ",
            "console.error: \"Marionette threw an error: [Exception...",
            "console.error: (new Error(\"no list\", \"resource://services-settings/a.sys.mjs\", 490))",
            "console.error: (new Error(\"no part\", \"http://127.0.0.1:4000/app.js\", 1))",
        ];
        let told = printed(lines.map(str::to_owned).to_vec());
        assert_eq!(told, [lines[2], lines[3], lines[8]]);
    }
}
