//! Handlers of events: one does nothing once the view it was made for has gone.
//!
//! `view!` writes `on:click=…` as a call of `on` and finds these traits by that name, as it would find those of Leptos.

use leptos::prelude::AddAnyAttr;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::element::{ElementType, HasElementType, HtmlElement};
use leptos::tachys::html::event::{self, EventDescriptor, On, Targeted};
use leptos::tachys::renderer::types::Event;
use leptos::tachys::view::RenderHtml;

use super::Span;

/// A handler without its type: one kind of event has one, which keeps the program small.
type Handler<E> = Box<dyn FnMut(<E as EventDescriptor>::EventType)>;

/// An element that takes handlers.
pub trait OnAttribute<E, F> {
    /// The element with the handler.
    type Output;

    /// Adds a handler, which ends with what is being made.
    fn on(self, event: E, handler: F) -> Self::Output;
}

impl<El, At, Ch, E, F> OnAttribute<E, F> for HtmlElement<El, At, Ch>
where
    El: ElementType + Send,
    At: Attribute + Send,
    Ch: RenderHtml + Send,
    E: EventDescriptor + Send + 'static,
    E::EventType: From<Event> + 'static,
    F: FnMut(E::EventType) + 'static,
{
    type Output = <Self as AddAnyAttr>::Output<On<E, Handler<E>>>;

    fn on(self, event: E, handler: F) -> Self::Output {
        self.add_any_attr(event::on(event, while_there::<E>(Box::new(handler))))
    }
}

/// An element that takes handlers which ask for the element itself.
pub trait OnTargetAttribute<E, F, T> {
    /// The element with the handler.
    type Output;

    /// Adds a handler, which ends with what is being made.
    fn on_target(self, event: E, handler: F) -> Self::Output;
}

impl<El, At, Ch, E, F> OnTargetAttribute<E, F, Self> for HtmlElement<El, At, Ch>
where
    El: ElementType + Send,
    At: Attribute + Send,
    Ch: RenderHtml + Send,
    E: EventDescriptor + Send + 'static,
    E::EventType: From<Event> + 'static,
    F: FnMut(Targeted<E::EventType, <Self as HasElementType>::ElementType>) + 'static,
{
    type Output = <Self as AddAnyAttr>::Output<On<E, Handler<E>>>;

    fn on_target(self, event: E, mut handler: F) -> Self::Output {
        self.on(event, move |event: E::EventType| handler(event.into()))
    }
}

fn while_there<E: EventDescriptor>(mut handler: Handler<E>) -> Handler<E>
where
    E::EventType: 'static,
{
    let span = Span::here();
    Box::new(move |event| {
        if span.lasts() {
            handler(event);
        }
    })
}
