//! Chromium's driver, started for one browser, and the folder that this browser lives in.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, ChromeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    WebDriver,
};

use crate::place;

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

/// How often the driver is started until it has a port.
const STARTS: usize = 5;

/// A driver process; it ends when dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver on a free port. One that ends before it has a port is started again.
    pub fn start() -> Self {
        (0..STARTS).find_map(|_| Self::try_start()).expect("chromedriver says which port it is on")
    }

    fn try_start() -> Option<Self> {
        let program = place::chromedriver();
        // The clock of the tests is the same everywhere.
        let mut process = Command::new(&program)
            .arg("--port=0")
            .env("TZ", "UTC")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let mut said = BufReader::new(process.stdout.take().expect("its output is ours"));
        let Some(port) = port(&mut said) else {
            let _ = process.wait();
            return None;
        };
        // A driver whose words nobody takes would stop in the middle of one.
        thread::spawn(move || said.lines().for_each(drop));
        Some(Self { process, port })
    }

    /// Starts a browser with a profile of its own, which writes down what its main thread does where wanted.
    pub async fn browser(&self, profile: &Profile, trace: bool) -> WebDriver {
        let capabilities = capabilities(profile, trace).expect("the capabilities can be written");
        let address = format!("http://127.0.0.1:{}", self.port);
        WebDriver::new(address, capabilities)
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in `ChromeDriver was started successfully on port 41234.`
fn port(said: &mut BufReader<ChildStdout>) -> Option<u16> {
    said.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

fn capabilities(profile: &Profile, trace: bool) -> WebDriverResult<Capabilities> {
    let mut wanted: ChromeCapabilities = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.folder.display()))?;
    if let Some(chromium) = place::chromium() {
        wanted.set_binary(&chromium.to_string_lossy())?;
    }
    wanted.add_experimental_option("prefs", json!({ "download.default_directory": profile.downloads() }))?;
    // Tests wait for what they need themselves, also on a page of which a part never arrives.
    wanted.set("pageLoadStrategy", "eager")?;
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    if trace {
        let tasks = json!({ "traceCategories": "devtools.timeline,disabled-by-default-devtools.timeline" });
        wanted.add_experimental_option("perfLoggingPrefs", tasks)?;
    }
    Ok(wanted.into())
}

/// The folder of one browser's own data; it goes when dropped.
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    /// An empty one.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("crosslane-browser-{}-{number}", std::process::id()));
        let profile = Self { folder };
        std::fs::create_dir_all(profile.downloads()).expect("the temporary folder can be written");
        profile
    }

    /// Where the browser puts what is downloaded.
    pub fn downloads(&self) -> PathBuf {
        self.folder("downloads")
    }

    /// A folder beside the browser's own data.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
