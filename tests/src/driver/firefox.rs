//! Firefox and its driver.

use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, CapabilitiesHelper, DesiredCapabilities, FirefoxCapabilities};

use super::{Browser, Profile, Wishes, program};
use crate::place;

/// What stands before the port in the line that names it.
pub const BEFORE_PORT: &str = "Listening on 127.0.0.1:";

/// The driver on ports of its own choice: of several at once each has others.
pub fn command() -> Command {
    let mut command = program(Browser::Firefox);
    command.args(["--port=0", "--websocket-port=0", "--marionette-port=0"]);
    command
}

/// Headless, with a profile of its own, and no traffic but with this machine.
pub fn capabilities(profile: &Profile, wishes: Wishes) -> WebDriverResult<Capabilities> {
    let mut wanted: FirefoxCapabilities = DesiredCapabilities::firefox();
    wanted.set_headless()?;
    let own = profile.folder("firefox");
    std::fs::create_dir_all(&own).expect("the temporary folder can be written");
    for word in ["-profile", &own.to_string_lossy()] {
        wanted.add_arg(word)?;
    }
    if let Some(firefox) = place::firefox() {
        wanted.set_firefox_binary(&firefox.to_string_lossy())?;
    }
    let mut preferences = FirefoxPreferences::new();
    for (name, value) in always() {
        preferences.set(name, value)?;
    }
    preferences.set("browser.download.dir", profile.downloads())?;
    preferences.set("layout.css.prefers-color-scheme.content-override", i32::from(!wishes.dark))?;
    wanted.set_preferences(preferences)?;
    wanted.set("pageLoadStrategy", "eager")?;
    Ok(wanted.into())
}

fn always() -> [(&'static str, Value); 9] {
    [
        // What a page writes into its console, and errors nobody caught, are printed: they can be asked for nowhere else.
        ("devtools.console.stdout.content", json!(true)),
        ("intl.accept_languages", json!("en-US")),
        // Downloads go where the tests look, without a question.
        ("browser.download.folderList", json!(2)),
        ("browser.download.useDownloadDir", json!(true)),
        // A script may read what is on the clipboard without a person's consent.
        ("dom.events.testing.asyncClipboard", json!(true)),
        // Names of other machines lead nowhere.
        ("network.proxy.type", json!(1)),
        ("network.proxy.http", json!("127.0.0.1")),
        ("network.proxy.http_port", json!(9)),
        ("network.proxy.ssl", json!("127.0.0.1")),
    ]
}
