//! Pointer and keys at the level of WebDriver: what the browser gets is what hands would make, at full speed.

use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::error::WebDriverResult;

use crate::App;
use crate::hands::chord;

/// What pointer and keys do one after another, without a pause.
#[derive(Debug, Default)]
pub struct Movements {
    pointer: Vec<Value>,
    keys: Vec<Value>,
}

impl Movements {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.pointer.is_empty()
    }

    /// Clicks so many times at a point of the page.
    pub fn click(&mut self, [x, y]: [i64; 2], times: usize) {
        self.go_to([x, y]);
        for _ in 0..times {
            self.point(json!({ "type": "pointerDown", "button": 0 }));
            self.point(json!({ "type": "pointerUp", "button": 0 }));
        }
    }

    /// Drags from one point to another.
    pub fn drag(&mut self, from: [i64; 2], to: [i64; 2]) {
        self.go_to(from);
        self.point(json!({ "type": "pointerDown", "button": 0 }));
        // A few pixels first: a drag begins only after the pointer has really moved.
        for part in [1, 2, 6] {
            self.go_to([0, 1].map(|at| from[at] + (to[at] - from[at]) * part / 6));
        }
        self.point(json!({ "type": "pointerUp", "button": 0 }));
    }

    /// Presses a key or chord.
    pub fn press(&mut self, name: &str) {
        let (held, last) = chord(name);
        for key in held.iter().chain([&last]) {
            self.key("keyDown", *key);
        }
        for key in [&last].into_iter().chain(held.iter().rev()) {
            self.key("keyUp", *key);
        }
    }

    /// Types a text.
    pub fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.key("keyDown", letter);
            self.key("keyUp", letter);
        }
    }

    fn go_to(&mut self, [x, y]: [i64; 2]) {
        self.point(json!({ "type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport" }));
    }

    fn point(&mut self, movement: Value) {
        self.pointer.push(movement);
        self.keys.push(json!({ "type": "pause", "duration": 0 }));
    }

    fn key(&mut self, kind: &str, key: char) {
        self.keys.push(json!({ "type": kind, "value": key.to_string() }));
        self.pointer.push(json!({ "type": "pause", "duration": 0 }));
    }
}

impl App {
    /// Makes the movements.
    ///
    /// # Errors
    /// Where the browser does not take them, as while a page goes.
    pub(super) async fn make(&self, movements: Movements) -> WebDriverResult<()> {
        let actions = json!([
            { "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": movements.pointer },
            { "type": "key", "id": "keyboard", "actions": movements.keys },
        ]);
        self.driver.cmd(Command::PerformActions(Actions::from(actions))).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::Movements;

    #[test]
    fn pointer_and_keys_wait_for_each_other() {
        let mut movements = Movements::default();
        movements.click([3, 4], 2);
        movements.press("Control+z");
        movements.write("ab");
        movements.drag([0, 0], [60, 6]);
        assert_eq!(movements.pointer.len(), movements.keys.len());
        let types = |list: &[serde_json::Value]| {
            let all = list.iter().filter_map(|it| it["type"].as_str()).filter(|it| *it != "pause");
            all.map(str::to_owned).collect::<Vec<_>>().join(" ")
        };
        let double = "pointerMove pointerDown pointerUp pointerDown pointerUp";
        let drag = "pointerMove pointerDown pointerMove pointerMove pointerMove pointerUp";
        assert_eq!(types(&movements.pointer), format!("{double} {drag}"));
        assert_eq!(types(&movements.keys), "keyDown keyDown keyUp keyUp keyDown keyUp keyDown keyUp");
        let last = movements.pointer.iter().rfind(|it| it["type"] == "pointerMove").unwrap();
        assert_eq!((last["x"].as_i64(), last["y"].as_i64()), (Some(60), Some(6)));
    }
}
