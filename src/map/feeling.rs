//! Choosing how customers feel: five faces.

use crosslane_core::model::{Id, Rating};
use crosslane_words::ui::map as words;
use leptos::{ev, html};

use super::scene::Scene;
use super::{edits, face, overlay};
use crate::app::{State, press};
use crate::reactive::prelude::*;

/// The five faces; the present one again takes it back.
pub fn feeling(state: State, scene: Scene, id: Id) -> AnyView {
    let present = untrack(|| scene.touchpoint(id))
        .and_then(|touchpoint| touchpoint.satisfaction)
        .map(|rating| face::level(Rating::value(rating)));
    let row = NodeRef::<html::Div>::new();
    let focus = move |level: u8| {
        if let Some(row) = row.get_untracked()
            && let Ok(Some(button)) = row.query_selector(&format!("[data-value='{level}']"))
        {
            use wasm_bindgen::JsCast;
            if let Some(button) = button.dyn_ref::<web_sys::HtmlElement>() {
                // Focus that cannot be set leaves the person where they are.
                drop(button.focus());
            }
        }
    };
    Effect::new(move |_| {
        if row.get().is_some() {
            at_frame(move || focus(present.unwrap_or(3)));
        }
    });
    let choose = move |level: u8| {
        edits::feel(state, id, f64::from(level));
        overlay::close(state);
    };
    let at = StoredValue::new(present.unwrap_or(3));
    let on_key = move |event: ev::KeyboardEvent| {
        let key = press(&event).name();
        let now = at.get_value();
        let to = match key.as_str() {
            "arrowleft" => now.max(2) - 1,
            "arrowright" => now.min(4) + 1,
            "1" | "2" | "3" | "4" | "5" => {
                event.prevent_default();
                event.stop_propagation();
                choose(key.parse().unwrap_or(3));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        at.set_value(to);
        focus(to);
    };
    let buttons = (1..=5_u8)
        .map(|level| {
            let name = words::feeling(f64::from(level));
            view! {
                <button
                    class="map-face-button"
                    type="button"
                    data-value=level
                    aria-pressed=(present == Some(level)).to_string()
                    title=name.clone()
                    aria-label=name
                    on:focus=move |_| at.set_value(level)
                    on:click=move |_| choose(level)
                >
                    {face::face(Some(f64::from(level)))}
                </button>
            }
        })
        .collect_view();
    view! {
        <div node_ref=row class="map-faces" role="group" aria-label=words::FEELING on:keydown=on_key>
            {buttons}
        </div>
    }
    .into_any()
}
