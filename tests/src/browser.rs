//! What is told to the browser itself, in the way of each.

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::{App, Scheme, Size};

impl App {
    /// Changes between light and dark as the person's system would. Only Chromium: Firefox is told at its start.
    pub async fn set_scheme(&mut self, scheme: Scheme) {
        assert!(self.settings.browser == Browser::Chromium, "Firefox is light or dark from its start");
        self.settings.scheme = scheme;
        self.emulate().await;
    }

    /// Changes the size of the page.
    pub async fn set_size(&mut self, size: Size) {
        self.settings.size = size;
        self.emulate().await;
    }

    /// Runs a script before everything else of each page: in Chromium in the tab that is in front, from now on; in
    /// Firefox in every tab, in place of what was asked before.
    pub async fn before_every_page(&self, script: &str) {
        match self.settings.browser {
            Browser::Chromium => {
                self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
            }
            Browser::Firefox => self.server.set_before(script),
        }
    }

    /// Leaves the tab that is in front only a part of the processor: at 4 everything takes four times as long. Only
    /// Chromium.
    pub async fn slow_down(&self, times: u32) {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// What the browser has against installing the page as a program: names of its own. Only Chromium.
    pub async fn against_installing(&self) -> Vec<String> {
        let found = self.cdp("Page.getInstallabilityErrors", json!({})).await;
        let errors = found["installabilityErrors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["errorId"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Asks what only Chromium answers.
    pub(crate) async fn cdp(&self, method: &str, words: Value) -> Value {
        assert!(self.settings.browser == Browser::Chromium, "only Chromium answers {method}");
        let result = self.driver.cdp().send_raw(method, words).await;
        result.unwrap_or_else(|error| panic!("{method} fails: {error}"))
    }

    /// Tells the tab that is in front its size and scheme.
    pub(crate) async fn emulate(&self) {
        match self.settings.browser {
            Browser::Chromium => self.emulate_chromium().await,
            Browser::Firefox => self.size_firefox().await,
        }
    }

    /// Both hold for one tab, so each tab is told.
    async fn emulate_chromium(&self) {
        let Size(width, height) = self.settings.size;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
        let scheme = match self.settings.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.cdp("Emulation.setEmulatedMedia", media).await;
    }

    /// A page is as large as its window leaves it, and no window is narrower than its own buttons.
    async fn size_firefox(&self) {
        let Size(width, height) = self.settings.size;
        assert!(width >= 500, "Firefox has no window for a page of {width} pixels");
        let around = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let around = self.script(around, vec![]).await;
        let more = |at: usize| around[at].as_u64().and_then(|more| u32::try_from(more).ok()).unwrap_or(0);
        let sized = self.driver.set_window_rect(0, 0, width + more(0), height + more(1)).await;
        sized.expect("the window takes a size");
        let shown = format!("return innerWidth === {width} && innerHeight === {height}");
        self.wait_for_script("the page has its size", &shown).await;
    }
}
