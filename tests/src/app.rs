//! One browser with the app served to it.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{WebDriver, WindowHandle};

use crate::driver::{Browser, Driver, Profile, Wishes};
use crate::place;
use crate::server::{Fault, Mount, Server};

/// Where the app is served: no host needs to give it a root of its own.
const BASE: &str = "/some/sub/path/";
/// Where the pages of what the app is measured beside are served.
const PEERS: &str = "/peer/";

/// Width and height of the page in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u32, pub u32);

impl Size {
    /// A laptop: the size the app is made for.
    pub const WIDE: Self = Self(1440, 900);
    /// A phone held upright.
    pub const NARROW: Self = Self(390, 844);
}

/// What the person's system prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How a browser is set up before the app opens in it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The browser.
    pub browser: Browser,
    /// The size of the page.
    pub size: Size,
    /// Light or dark.
    pub scheme: Scheme,
    /// What is wrong with the host.
    pub faults: Vec<Fault>,
    /// Whether the browser writes down what its main thread does: only Chromium can.
    pub trace: bool,
    /// How long the whole may take.
    pub limit: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            browser: Browser::Chromium,
            size: Size::WIDE,
            scheme: Scheme::Light,
            faults: Vec::new(),
            trace: false,
            limit: Duration::from_mins(4),
        }
    }
}

/// A browser of its own, and the app on a host of its own.
pub struct App {
    pub(crate) driver: WebDriver,
    pub(crate) profile: Profile,
    pub(crate) settings: Settings,
    pub(crate) server: Server,
    // Dropped after the browser it drives.
    pub(crate) process: Driver,
}

impl App {
    /// Starts host and browser; no page is open yet.
    pub async fn start(settings: Settings) -> Self {
        let mounts = vec![
            Mount { at: BASE, folder: place::dist() },
            Mount { at: "/peer/mermaid/", folder: place::mermaid() },
            Mount { at: PEERS, folder: place::root().join("tests/peer") },
        ];
        let server = Server::start(mounts, settings.faults.clone());
        let process = Driver::start(settings.browser);
        let profile = Profile::new();
        let wishes = Wishes { dark: settings.scheme == Scheme::Dark, trace: settings.trace };
        let driver = process.browser(&profile, wishes).await;
        driver.set_script_timeout(Duration::from_mins(2)).await.expect("the browser takes a limit");
        let app = Self { driver, profile, settings, server, process };
        app.emulate().await;
        app
    }

    /// Takes the host away, or brings it back: without it there is no connection to anywhere.
    pub fn set_offline(&self, offline: bool) {
        self.server.set_unreachable(offline);
    }

    /// Puts another build of the app onto the host.
    pub fn serve(&self, folder: PathBuf) {
        self.server.mount(Mount { at: BASE, folder });
    }

    /// A folder of this browser's own, which goes with it.
    pub fn own_folder(&self, name: &str) -> PathBuf {
        let folder = self.profile.folder(name);
        std::fs::create_dir_all(&folder).expect("the temporary folder can be written");
        folder
    }

    /// The address of the app, which every request must begin with.
    pub fn address(&self) -> String {
        format!("{}{BASE}", self.server.origin())
    }

    /// Opens the app at a route (`""`, `"#/…"`) and waits until it has started.
    pub async fn open(&self, route: &str) {
        self.visit(route).await;
        self.wait_until_started().await;
    }

    /// Opens the page at a route without waiting for the app.
    pub async fn visit(&self, route: &str) {
        self.driver.goto(format!("{}{route}", self.address())).await.expect("the page opens");
    }

    /// Opens a file of this machine, as from a folder.
    pub async fn visit_file(&self, file: &std::path::Path) {
        self.driver.goto(format!("file://{}", file.display())).await.expect("the file opens");
    }

    /// Opens the page in a frame that may run scripts and nothing else, and looks into the frame.
    pub async fn visit_in_sandbox(&self) {
        self.visit_peer("frame.html").await;
        let script = "const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts'; \
            frame.src = arguments[0]; document.body.append(frame)";
        self.script(script, vec![json!(self.address())]).await;
        self.driver.enter_frame(0).await.expect("the frame is there");
    }

    /// Opens a page of what the app is measured beside.
    pub async fn visit_peer(&self, page: &str) {
        self.driver.goto(format!("{}{PEERS}{page}", self.server.origin())).await.expect("the page opens");
    }

    /// Loads the page again and waits until the app has started.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page reloads");
        self.wait_until_started().await;
    }

    /// Waits until the loading screen has given way to the app.
    pub async fn wait_until_started(&self) {
        self.wait_for_script("the app has started", "return !document.getElementById('boot')").await;
    }

    /// Opens another tab of the same browser and goes to it; `open` then opens the app in it.
    pub async fn new_tab(&self) -> WindowHandle {
        let tab = self.driver.new_tab().await.expect("a tab opens");
        self.go_to_tab(&tab).await;
        tab
    }

    /// Opens another window of the same browser, which goes on beside the others, and goes to it.
    pub async fn new_window(&self) -> WindowHandle {
        let window = self.driver.new_window().await.expect("a window opens");
        self.driver.switch_to_window(window.clone()).await.expect("the window is open");
        self.emulate().await;
        window
    }

    /// Goes to another window without bringing it to the front: both are on the screen.
    pub async fn go_to_window(&self, window: &WindowHandle) {
        self.driver.switch_to_window(window.clone()).await.expect("the window is still open");
    }

    /// The tab that is in front.
    pub async fn tab(&self) -> WindowHandle {
        self.driver.window().await.expect("a tab is in front")
    }

    /// Brings a tab to the front.
    pub async fn go_to_tab(&self, tab: &WindowHandle) {
        self.driver.switch_to_window(tab.clone()).await.expect("the tab is still open");
        // A tab that is not in front draws nothing. Firefox brings it there itself.
        if self.settings.browser == Browser::Chromium {
            self.cdp("Page.bringToFront", json!({})).await;
        }
        self.emulate().await;
    }

    /// Closes the tab that is in front, and goes to another.
    pub async fn close_tab(&self, other: &WindowHandle) {
        self.driver.close_window().await.expect("the tab closes");
        self.go_to_tab(other).await;
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str, words: Vec<Value>) -> Value {
        let result = self.driver.execute(script, words).await;
        result.unwrap_or_else(|error| panic!("the script `{script}` fails: {error}")).json().clone()
    }

    /// Runs a script that hands its answer to its last argument, and gives that answer.
    pub async fn script_with_answer(&self, script: &str, words: Vec<Value>) -> Value {
        let result = self.driver.execute_async(script, words).await;
        result.unwrap_or_else(|error| panic!("the script `{script}` fails: {error}")).json().clone()
    }

    /// A picture of what is on the screen, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.driver.screenshot_as_png().await.expect("the browser draws the page")
    }

    /// The page as paper would show it, as PDF.
    pub async fn print(&self) -> Vec<u8> {
        self.driver
            .print_page(thirtyfour::common::print::PrintParameters::default())
            .await
            .expect("the page prints")
    }

    /// Ends the browser.
    pub async fn quit(self) {
        // A browser that is gone already needs no ending.
        self.driver.quit().await.ok();
    }
}
