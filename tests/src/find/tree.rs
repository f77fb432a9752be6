//! Chromium's way: it can be asked for the tree that it makes of the page for screen readers.

use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverResult;

use crate::App;

impl App {
    pub(super) async fn names_in_tree(&self, role: &str) -> WebDriverResult<Vec<String>> {
        let nodes = self.nodes(role, None).await?;
        let name = |node: &Value| node["name"]["value"].as_str().unwrap_or_default().to_owned();
        Ok(nodes.iter().map(name).collect())
    }

    /// Role and name of what has the focus.
    pub(super) async fn focus_in_tree(&self) -> (String, String) {
        let active = self.cdp("Runtime.evaluate", json!({ "expression": "document.activeElement" })).await;
        let wanted = json!({ "objectId": active["result"]["objectId"], "fetchRelatives": false });
        let tree = self.cdp("Accessibility.getPartialAXTree", wanted).await;
        let word = |key: &str| tree["nodes"][0][key]["value"].as_str().unwrap_or_default().to_owned();
        (word("role"), word("name"))
    }

    pub(super) async fn find_in_tree(
        &self,
        role: &str,
        name: Option<&str>,
    ) -> WebDriverResult<Vec<WebElement>> {
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
