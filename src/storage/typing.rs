//! The caret of who is typing, while something comes in from another tab.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::reactive::prelude::*;

/// A field with the caret in it, in UTF-16 units.
struct Caret {
    field: HtmlElement,
    text: String,
    start: u32,
    end: u32,
}

/// Makes a change that the person did not make: what has the focus keeps it, and the caret stays between the letters
/// it stood between.
pub fn undisturbed(change: impl FnOnce()) {
    let caret = caret();
    change();
    let Some(caret) = caret else { return };
    spawn_local(async move {
        // What is on the screen follows the change first.
        leptos::task::tick().await;
        caret.put_back();
    });
}

fn caret() -> Option<Caret> {
    let field: HtmlElement = document().active_element()?.dyn_into().ok()?;
    let (text, start, end) = read(&field)?;
    Some(Caret { field, text, start, end })
}

fn read(field: &HtmlElement) -> Option<(String, u32, u32)> {
    if let Some(line) = field.dyn_ref::<HtmlInputElement>() {
        // Some kinds of input have no caret.
        Some((line.value(), line.selection_start().ok()??, line.selection_end().ok()??))
    } else {
        let area = field.dyn_ref::<HtmlTextAreaElement>()?;
        Some((area.value(), area.selection_start().ok()??, area.selection_end().ok()??))
    }
}

impl Caret {
    fn put_back(self) {
        let field = if self.field.is_connected() {
            self.field
        } else {
            // It was drawn anew.
            let anew = document().get_element_by_id(&self.field.id());
            let Some(anew) = anew.and_then(|anew| anew.dyn_into::<HtmlElement>().ok()) else { return };
            drop(anew.focus());
            anew
        };
        let Some((text, start, end)) = read(&field) else { return };
        let moved = [self.start, self.end].map(|at| follow(&self.text, &text, at));
        if moved == [start, end] {
            return;
        }
        // A field that has lost its caret meanwhile needs none.
        drop(if let Some(line) = field.dyn_ref::<HtmlInputElement>() {
            line.set_selection_range(moved[0], moved[1])
        } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.set_selection_range(moved[0], moved[1])
        } else {
            Ok(())
        });
    }
}

/// Where a place in a text is after the text has changed.
fn follow(before: &str, after: &str, at: u32) -> u32 {
    let (before, after): (Vec<u16>, Vec<u16>) =
        (before.encode_utf16().collect(), after.encode_utf16().collect());
    let at = usize::try_from(at).unwrap_or(usize::MAX).min(before.len());
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let rest = before[same..].iter().rev().zip(after[same..].iter().rev());
    let same_end = rest.take_while(|(one, other)| one == other).count();
    let moved = if at <= same {
        at
    } else if at >= before.len() - same_end {
        after.len() - (before.len() - at)
    } else {
        same
    };
    u32::try_from(moved).unwrap_or(u32::MAX)
}
