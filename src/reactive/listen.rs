//! Listening to the whole page: as long as the view it is for, or as long as the page.
#![allow(clippy::disallowed_methods)] // made safe here

use leptos::leptos_dom::helpers::{
    WindowListenerHandle, window_event_listener, window_event_listener_untyped,
};
use leptos::prelude::on_cleanup;
use leptos::tachys::html::event::EventDescriptor;
use wasm_bindgen::JsCast;

use super::Span;

/// Something that listens. It goes on listening where this is dropped.
#[derive(Debug)]
pub struct Listening(WindowListenerHandle);

impl Listening {
    /// It does not listen any more.
    pub fn stop(self) {
        self.0.remove();
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
pub fn listen_always<E: EventDescriptor + 'static>(
    event: E,
    act: impl Fn(E::EventType) + 'static,
) -> Listening
where
    E::EventType: JsCast,
{
    Listening(window_event_listener(event, act))
}

/// The same for an event by its name.
pub fn listen_by_name(event: &str, act: impl Fn(web_sys::Event) + 'static) -> Listening {
    Listening(window_event_listener_untyped(event, act))
}
