//! What hands do: click, type, press keys, drag.

use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, WebElement};

use crate::App;

impl App {
    /// Clicks the element of a role with this name, once it is there and nothing lies over it.
    pub async fn click(&self, role: &str, name: &str) {
        let what = format!("the {role} {name:?} can be clicked");
        self.wait_until(&what, async || self.find(role, name).await.click().await.ok()).await;
    }

    /// Clicks the first element that matches a CSS selector, once nothing lies over it.
    pub async fn click_css(&self, css: &str) {
        let what = format!("{css:?} can be clicked");
        self.wait_until(&what, async || self.css(css).await?.click().await.ok()).await;
    }

    /// Replaces the text of a field.
    pub async fn fill(&self, role: &str, name: &str, text: &str) {
        self.click(role, name).await;
        self.press("Control+a").await;
        self.type_text(text).await;
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) {
        self.driver.action_chain().send_keys(text).perform().await.expect("the keyboard works");
    }

    /// Presses one key or chord on whatever has the focus: `Enter`, `Control+Shift+z`, `?`.
    pub async fn press(&self, chord: &str) {
        let (held, last) = self::chord(chord);
        let mut chain = self.driver.action_chain();
        for key in &held {
            chain = chain.key_down(*key);
        }
        chain = chain.key_down(last).key_up(last);
        for key in held.iter().rev() {
            chain = chain.key_up(*key);
        }
        chain.perform().await.unwrap_or_else(|error| panic!("{chord} cannot be pressed: {error}"));
    }

    /// Presses several chords one after another.
    pub async fn press_all(&self, chords: &[&str]) {
        for chord in chords {
            self.press(chord).await;
        }
    }

    /// Drags one element onto the middle of another, with pointer events as a mouse makes them.
    pub async fn drag(&self, from: &WebElement, onto: &WebElement) {
        self.try_drag(from, onto).await.expect("both ends of the drag are on the screen");
    }

    async fn try_drag(&self, from: &WebElement, onto: &WebElement) -> WebDriverResult<()> {
        let chain = self.driver.action_chain().move_to_element_center(from).click_and_hold();
        // A few pixels first: a drag begins only after the pointer has really moved.
        chain.move_by_offset(4, 4).move_by_offset(4, 4).move_to_element_center(onto).release().perform().await
    }

    /// The first element that matches a CSS selector now.
    pub async fn css(&self, css: &str) -> Option<WebElement> {
        self.driver.find(thirtyfour::By::Css(css)).await.ok()
    }
}

/// The keys to hold and the key to press of a chord.
pub fn chord(chord: &str) -> (Vec<char>, char) {
    // The last part may itself be a plus: `Control++`.
    let (held, last) = match chord.strip_suffix('+') {
        Some(rest) => (rest.trim_end_matches('+'), "+"),
        None => chord.rsplit_once('+').unwrap_or(("", chord)),
    };
    (held.split('+').filter(|name| !name.is_empty()).map(key).collect(), key(last))
}

/// The code point that WebDriver knows a key by.
fn key(name: &str) -> char {
    let named = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "F2" => Key::F2,
        "Home" => Key::Home,
        "Meta" => Key::Meta,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => Key::Space,
        "Tab" => Key::Tab,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("there is no key {name:?}"),
            };
        }
    };
    named.value()
}

#[cfg(test)]
mod tests {
    use super::{chord, key};

    #[test]
    fn chords_are_read_as_they_are_written() {
        assert_eq!(chord("?"), (vec![], '?'));
        assert_eq!(chord("Control+Shift+z"), (vec![key("Control"), key("Shift")], 'z'));
        assert_eq!(chord("Control++"), (vec![key("Control")], '+'));
        assert_eq!(chord("+"), (vec![], '+'));
        assert_eq!(chord("Escape"), (vec![], key("Escape")));
    }
}
