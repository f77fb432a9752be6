//! Finding things as a screen reader does: by role and name, in the tree that the browser itself makes of the page.

use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverResult;

use crate::App;

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
        let nodes = self.nodes(role, None).await.unwrap_or_default();
        nodes.iter().map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// What has the focus, as its role and name, such as `button "Undo"`.
    pub async fn focus(&self) -> String {
        let active = self.cdp("Runtime.evaluate", json!({ "expression": "document.activeElement" })).await;
        let wanted = json!({ "objectId": active["result"]["objectId"], "fetchRelatives": false });
        let tree = self.cdp("Accessibility.getPartialAXTree", wanted).await;
        let word = |key: &str| tree["nodes"][0][key]["value"].as_str().unwrap_or_default().to_owned();
        format!("{} {:?}", word("role"), word("name"))
    }

    /// All elements of a role, with this name where one is given.
    ///
    /// # Errors
    /// When the page changes under the search; asking again helps.
    pub async fn find_all(&self, role: &str, name: Option<&str>) -> WebDriverResult<Vec<WebElement>> {
        for node in self.nodes(role, name).await? {
            let node = json!({ "backendNodeId": node["backendDOMNodeId"] });
            let object =
                self.driver.cdp().send_raw("DOM.resolveNode", node).await?["object"]["objectId"].take();
            let keep = "function () { (window.crosslaneFound ??= []).push(this) }";
            let call = json!({ "objectId": object, "functionDeclaration": keep });
            self.driver.cdp().send_raw("Runtime.callFunctionOn", call).await?;
        }
        let take = "const found = window.crosslaneFound ?? []; delete window.crosslaneFound; return found";
        self.driver.execute(take, vec![]).await?.elements()
    }

    /// The nodes of the accessibility tree of a role, with this name where one is given.
    async fn nodes(&self, role: &str, name: Option<&str>) -> WebDriverResult<Vec<Value>> {
        let cdp = self.driver.cdp();
        let root = cdp.send_raw("DOM.getDocument", json!({ "depth": 0 })).await?["root"]["nodeId"].take();
        let mut question = json!({ "nodeId": root, "role": role });
        if let Some(name) = name {
            question["accessibleName"] = json!(name);
        }
        let answer = cdp.send_raw("Accessibility.queryAXTree", question).await?;
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        Ok(nodes.into_iter().filter(|node| node["ignored"] != json!(true)).collect())
    }
}
