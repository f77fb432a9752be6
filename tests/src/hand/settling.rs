//! After a round: both tabs agree, what they show is a valid workspace, and a reload shows the same.

use std::time::{Duration, Instant};

use crosslane_core::format::crosslane;
use serde_json::{Value, json};

use super::acting::Session;
use super::finding::Finding;

/// How long saving, joining and showing may take.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

/// Closes what is open over the views, and goes to an address; true once there.
const CALM: &str = "const dialog = [...document.querySelectorAll('dialog:modal')].at(-1); \
    if (location.hash !== arguments[0]) location.hash = arguments[0]; \
    document.activeElement?.blur?.(); \
    if (dialog) { dialog.requestClose ? dialog.requestClose() : dialog.close(); return false } \
    return !!document.querySelector(arguments[1])";

/// Whether everything is saved; `null` where nothing can be: the workspace was deleted, or is only looked at.
const SAVED: &str = "const [, , id] = arguments[0].split('/'); \
    const stored = Object.keys(localStorage).some(key => key.startsWith(`crosslane/1/${id}/`) && !key.endsWith('/deleted')); \
    return stored ? document.querySelector('[data-save-state]')?.dataset.saveState ?? 'none' : 'gone'";

/// The views whose text is compared: all that is in the file can be read there. How much of map and table is drawn is a
/// matter of where the person looks.
const VIEWS: [&str; 5] = ["handoffs", "flags", "departments", "act", "report"];

/// The text of a view, with what is filled in.
const TEXT: &str = "const view = document.querySelector('.content'); \
    const fields = [...view.querySelectorAll('input, textarea, select')].map(it => `${it.id}=${it.value}`); \
    return [view.innerText, ...fields].join('\\n')";

impl Session<'_> {
    /// Checks everything.
    ///
    /// # Errors
    /// With what is not as it must be.
    pub(super) async fn settle(&mut self, route: &str) -> Result<(), Finding> {
        let mut files = Vec::new();
        for tab in [1, 0] {
            self.go_to(tab).await;
            if !self.calm(route).await? {
                return Ok(());
            }
        }
        let start = Instant::now();
        loop {
            files.clear();
            for tab in [1, 0] {
                self.go_to(tab).await;
                files.push(self.file().await?);
            }
            if files[0] == files[1] {
                break;
            }
            if start.elapsed() > PATIENCE {
                return Err(self.found(format!(
                    "the tabs show different workspaces: {}",
                    differing(&files[0], &files[1])
                )));
            }
        }
        if let Err(problem) = crosslane::open(&files[0]) {
            return Err(self.found(format!("the workspace is not valid: {problem:?}")));
        }
        self.reload(route, &files[0]).await
    }

    /// Loads the page again: it must show what it showed.
    async fn reload(&mut self, route: &str, file: &str) -> Result<(), Finding> {
        let before = self.texts(route, None).await?;
        self.app.driver.refresh().await.map_err(|error| self.found(error.to_string()))?;
        self.ask("return !document.getElementById('boot') || null", &[]).await?;
        if !self.calm(route).await? {
            return Err(self.found("after a reload the workspace is gone"));
        }
        let again = self.file().await?;
        if again != file {
            return Err(self.found(format!("a reload gives another file: {}", differing(file, &again))));
        }
        for ((view, before), after) in VIEWS.iter().zip(&before).zip(self.texts(route, Some(&before)).await?)
        {
            if *before != after {
                return Err(
                    self.found(format!("a reload shows another {view}: {}", differing(before, &after)))
                );
            }
        }
        Ok(())
    }

    /// Closes dialogs and goes to the map; false where the workspace was deleted.
    async fn calm(&self, route: &str) -> Result<bool, Finding> {
        let start = Instant::now();
        loop {
            let state = self.ask(SAVED, &[json!(route)]).await?;
            if state == "gone" {
                return Ok(false);
            }
            let calm = self.ask(CALM, &[json!(route), json!(".frame[data-view=map]")]).await?;
            if calm == true && state == "saved" {
                return Ok(true);
            }
            if start.elapsed() > PATIENCE {
                let screen = self.app.screen().await;
                return Err(self.found(format!(
                    "nothing comes to rest: the state is {state}, the screen shows {screen:.300?}"
                )));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The open workspace as the file that the person would get.
    async fn file(&self) -> Result<String, Finding> {
        let start = Instant::now();
        self.ask("return crosslaneHand.download().then(() => true)", &[]).await?;
        self.app.press("Control+s").await;
        loop {
            let text = self.ask("return crosslaneHand.download().then(text => text ?? '')", &[]).await?;
            if let Some(text) = text.as_str().filter(|text| !text.is_empty()) {
                return Ok(text.to_owned());
            }
            if start.elapsed() > PATIENCE {
                return Err(self.found("the workspace cannot be downloaded"));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The texts of the views: where others are given, as soon as they are the same; else once they stay the same.
    async fn texts(&self, route: &str, expected: Option<&[String]>) -> Result<Vec<String>, Finding> {
        let mut texts = Vec::new();
        for (at, view) in VIEWS.iter().enumerate() {
            let route = route.replacen("/map", &format!("/{view}"), 1);
            let expected = expected.map(|texts| texts[at].as_str());
            texts.push(self.text(&route, view, expected).await?);
        }
        Ok(texts)
    }

    async fn text(&self, route: &str, view: &str, expected: Option<&str>) -> Result<String, Finding> {
        let start = Instant::now();
        let shown = json!(format!(".frame[data-view={view}]"));
        let mut last = String::new();
        let mut same_for = 0;
        loop {
            let text = if self.ask(CALM, &[json!(route), shown.clone()]).await? == true {
                self.ask(TEXT, &[]).await?
            } else {
                Value::Null
            };
            let text = text.as_str().unwrap_or_default().to_owned();
            same_for = if text == last && !text.is_empty() { same_for + 1 } else { 0 };
            last = text;
            if expected.map_or(same_for >= 4, |expected| last == expected) || start.elapsed() > PATIENCE {
                return Ok(last);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// The first line in which two texts differ.
fn differing(one: &str, other: &str) -> String {
    let mut lines = one.lines().zip(other.lines()).enumerate();
    match lines.find(|(_, (one, other))| one != other) {
        Some((at, (one, other))) => format!("line {}: {one:?} and {other:?}", at + 1),
        None => format!("one has {} lines, the other {}", one.lines().count(), other.lines().count()),
    }
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn the_first_line_that_differs_is_told() {
        assert_eq!(differing("a\nb\nc", "a\nB\nC"), "line 2: \"b\" and \"B\"");
        assert_eq!(differing("a", "a\nb"), "one has 1 lines, the other 2");
    }
}
