//! Every browser's way, used for Firefox: an element can be asked for the role and name that were worked out for it.

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{RequestData, SessionId, WebElement};

use crate::App;

/// What can be seen, and is not behind a dialog.
const SEEN: &str = "const dialogs = [...document.querySelectorAll('dialog:modal')]; \
    const within = dialogs.at(-1) ?? document; \
    return [...within.querySelectorAll(arguments[0]), ...dialogs.filter(it => it.matches(arguments[0]))] \
      .filter(it => it.checkVisibility() && !it.closest('[inert], [aria-hidden=true]'))";

/// What an element is asked for.
#[derive(Debug, Clone, Copy)]
enum Asked {
    Role,
    Name,
}

/// The question to one element.
#[derive(Debug)]
struct Question<'a>(&'a WebElement, Asked);

impl FormatRequestData for Question<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let asked = match self.1 {
            Asked::Role => "computedrole",
            Asked::Name => "computedlabel",
        };
        let element = self.0.element_id();
        RequestData::new(Method::GET, format!("session/{session}/element/{element}/{asked}"))
    }
}

impl App {
    pub(super) async fn computed_names(&self, role: &str) -> WebDriverResult<Vec<String>> {
        let mut names = Vec::new();
        for element in self.find_computed(role, None).await? {
            names.push(self.ask(&element, Asked::Name).await?);
        }
        Ok(names)
    }

    /// Role and name of what has the focus.
    pub(super) async fn computed_focus(&self) -> (String, String) {
        let Ok(active) = self.driver.active_element().await else { return Default::default() };
        let word = async |asked| self.ask(&active, asked).await.unwrap_or_default();
        (word(Asked::Role).await, word(Asked::Name).await)
    }

    pub(super) async fn find_computed(
        &self,
        role: &str,
        name: Option<&str>,
    ) -> WebDriverResult<Vec<WebElement>> {
        let mut found = Vec::new();
        for element in self.driver.execute(SEEN, vec![json!(candidates(role))]).await?.elements()? {
            let is_named = match name {
                Some(name) => self.ask(&element, Asked::Name).await? == name,
                None => true,
            };
            if is_named && self.ask(&element, Asked::Role).await? == role {
                found.push(element);
            }
        }
        Ok(found)
    }

    async fn ask(&self, element: &WebElement, asked: Asked) -> WebDriverResult<String> {
        let answer: Value = self.driver.cmd(Question(element, asked)).await?.value_json()?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }
}

/// A selector of all that may have a role: asking every element of a page would take seconds.
fn candidates(role: &str) -> String {
    let elements = match role {
        "button" => "button, summary, ",
        "link" => "a[href], ",
        "textbox" | "searchbox" | "combobox" | "spinbutton" => "input, textarea, select, ",
        "dialog" => "dialog, ",
        "heading" => "h1, h2, h3, h4, h5, h6, ",
        "checkbox" | "radio" => "input, ",
        _ => "",
    };
    format!("{elements}[role='{role}']")
}
