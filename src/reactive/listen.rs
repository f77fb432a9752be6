//! Listening to the whole page: as long as the view it is for, or as long as the page.
//!
//! What listens may be told again in the midst of what it does: changing the address or the focus tells of it at once.
//! Listeners of Leptos may not, and the browser throws where they are.

use leptos::prelude::{on_cleanup, window};
use leptos::tachys::html::event::EventDescriptor;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::Span;

/// Something that listens. It goes on listening where this is dropped.
#[derive(Debug)]
pub struct Listening {
    event: String,
    act: js_sys::Function,
}

impl Listening {
    /// It does not listen any more.
    pub fn stop(self) {
        // Only a page that is gone refuses.
        drop(window().remove_event_listener_with_callback(&self.event, &self.act));
    }
}

/// Listens to the page until what is being made has gone.
pub fn listen<E: EventDescriptor + 'static>(event: E, act: impl Fn(E::EventType) + 'static)
where
    E::EventType: JsCast,
{
    let span = Span::here();
    let listening = listen_always(event, move |event| {
        if span.lasts() {
            act(event);
        }
    });
    on_cleanup(move || listening.stop());
}

/// Listens to the page until it is told to stop, whatever has gone by then.
#[allow(clippy::needless_pass_by_value)] // events are names
pub fn listen_always<E: EventDescriptor + 'static>(
    event: E,
    act: impl Fn(E::EventType) + 'static,
) -> Listening
where
    E::EventType: JsCast,
{
    listen_by_name(&event.name(), move |event| act(event.unchecked_into()))
}

/// The same for an event by its name.
pub fn listen_by_name(event: &str, act: impl Fn(web_sys::Event) + 'static) -> Listening {
    let act = Closure::<dyn Fn(web_sys::Event)>::new(act).into_js_value();
    let listening = Listening { event: event.to_owned(), act: act.unchecked_into() };
    // Only a page that is gone refuses.
    drop(window().add_event_listener_with_callback(&listening.event, &listening.act));
    listening
}
