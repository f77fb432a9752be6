//! Chromium and its driver.

use std::process::Command;

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, ChromeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
};

use super::{Browser, Profile, Wishes, program};
use crate::place;

/// What stands before the port in the line that names it.
pub const BEFORE_PORT: &str = "started successfully on port ";

/// No first-run pages, no background traffic; no name but this machine's is ever looked up.
const FLAGS: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
    "--font-render-hinting=none",
    "--lang=en-US",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/// The driver on a port of its own choice.
pub fn command() -> Command {
    let mut command = program(Browser::Chromium);
    command.arg("--port=0");
    command
}

/// Light or dark is said to each tab later: it may change there.
pub fn capabilities(profile: &Profile, wishes: Wishes) -> WebDriverResult<Capabilities> {
    let mut wanted: ChromeCapabilities = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.root().display()))?;
    if let Some(chromium) = place::chromium() {
        wanted.set_binary(&chromium.to_string_lossy())?;
    }
    wanted.add_experimental_option("prefs", json!({ "download.default_directory": profile.downloads() }))?;
    // Tests wait for what they need themselves, also on a page of which a part never arrives.
    wanted.set("pageLoadStrategy", "eager")?;
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    if wishes.trace {
        let tasks = json!({ "traceCategories": "devtools.timeline,disabled-by-default-devtools.timeline" });
        wanted.add_experimental_option("perfLoggingPrefs", tasks)?;
    }
    Ok(wanted.into())
}
