//! Finding things as a screen reader does: by the role and name that the browser itself gives them.

mod computed;
mod tree;

use thirtyfour::WebElement;
use thirtyfour::error::WebDriverResult;

use crate::App;
use crate::driver::Browser;

impl App {
    /// The one element of a role (`button`, `textbox`, `dialog` …) with exactly this name.
    pub async fn find(&self, role: &str, name: &str) -> WebElement {
        let what = format!("there is a {role} {name:?}");
        self.wait_until(&what, async || {
            let mut found = self.find_all(role, Some(name)).await.ok()?;
            assert!(found.len() < 2, "there are {} {role}s called {name:?}", found.len());
            found.pop()
        })
        .await
    }

    /// Whether there is an element of a role with this name now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.find_all(role, Some(name)).await.is_ok_and(|found| !found.is_empty())
    }

    /// Waits until there is no element of a role with this name any more.
    pub async fn wait_for_no(&self, role: &str, name: &str) {
        let what = format!("there is no {role} {name:?} any more");
        self.wait_until(&what, async || (!self.has(role, name).await).then_some(())).await;
    }

    /// The names of all elements of a role, in the order of the page.
    pub async fn names(&self, role: &str) -> Vec<String> {
        match self.settings.browser {
            Browser::Chromium => self.names_in_tree(role).await,
            Browser::Firefox => self.computed_names(role).await,
        }
        .unwrap_or_default()
    }

    /// What has the focus, as its role and name, such as `button "Undo"`.
    pub async fn focus(&self) -> String {
        let (role, name) = match self.settings.browser {
            Browser::Chromium => self.focus_in_tree().await,
            Browser::Firefox => self.computed_focus().await,
        };
        format!("{role} {name:?}")
    }

    /// All elements of a role, with this name where one is given.
    ///
    /// # Errors
    /// When the page changes under the search; asking again helps.
    pub async fn find_all(&self, role: &str, name: Option<&str>) -> WebDriverResult<Vec<WebElement>> {
        match self.settings.browser {
            Browser::Chromium => self.find_in_tree(role, name).await,
            Browser::Firefox => self.find_computed(role, name).await,
        }
    }
}
