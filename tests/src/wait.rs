//! Waiting for what a person would wait for: always for a condition, never for a length of time.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::App;

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to leave the browser alone between two looks.
const PAUSE: Duration = Duration::from_millis(25);

impl App {
    /// Asks again and again until there is an answer; `what` completes "gave up waiting until …".
    pub async fn wait_until<T>(&self, what: &str, ask: impl AsyncFn() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "gave up waiting until {what}; on the screen is:\n{}",
                self.screen().await
            );
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until a script returns something true, and gives it.
    pub async fn wait_for_script(&self, what: &str, script: &str) -> Value {
        self.wait_until(what, async || {
            let value = self.script(script, vec![]).await;
            let is_true = !matches!(&value, Value::Null | Value::Bool(false))
                && value != json!(0)
                && value != json!("");
            is_true.then_some(value)
        })
        .await
    }

    /// Waits until a text can be read on the screen.
    pub async fn wait_for_text(&self, text: &str) {
        let what = format!("{text:?} can be read");
        self.wait_until(&what, async || self.screen().await.contains(text).then_some(())).await;
    }

    /// Waits until a text can no longer be read on the screen.
    pub async fn wait_for_no_text(&self, text: &str) {
        let what = format!("{text:?} is gone");
        self.wait_until(&what, async || (!self.screen().await.contains(text)).then_some(())).await;
    }

    /// Waits until an element matches a CSS selector.
    pub async fn wait_for_css(&self, css: &str) {
        let what = format!("there is an element {css:?}");
        self.wait_until(&what, async || {
            let found = self.script("return !!document.querySelector(arguments[0])", vec![json!(css)]).await;
            found.as_bool().filter(|found| *found)
        })
        .await;
    }

    /// Waits until nothing on the page moves or fades any more.
    pub async fn wait_until_still(&self) {
        // Animations without an end (a loading bar) are part of the picture.
        let script = "return document.getAnimations().every(a => a.playState !== 'running' \
                      || a.effect.getComputedTiming().endTime === Infinity)";
        self.wait_for_script("nothing moves", script).await;
    }

    /// Everything that can be read on the screen.
    pub async fn screen(&self) -> String {
        let text = self.script("return document.body?.innerText ?? ''", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }
}
