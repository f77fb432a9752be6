//! What is done later: it ends with the view it is for, or is meant for the page.
#![allow(clippy::disallowed_methods)] // made safe here

use std::time::Duration;

use leptos::leptos_dom::helpers::{self, TimeoutHandle};

use super::Span;

/// Something that waits for its time. It goes on waiting where this is dropped.
#[derive(Clone, Copy, Debug)]
pub struct Waiting(TimeoutHandle);

impl Waiting {
    /// It is not done any more.
    pub fn stop(self) {
        self.0.clear();
    }
}

/// Does something before the page is drawn next, unless what is being made has gone by then.
pub fn at_frame(act: impl FnOnce() + 'static) {
    helpers::request_animation_frame(while_there(Box::new(act)));
}

/// Does something before the page is drawn next, whatever has gone by then.
pub fn at_frame_always(act: impl FnOnce() + 'static) {
    helpers::request_animation_frame(act);
}

/// Does something after a time, unless what is being made has gone by then, or is made anew.
pub fn after(time: Duration, act: impl FnOnce() + 'static) {
    helpers::set_timeout(while_there(Box::new(act)), time);
}

/// Does something after a time, whatever has gone by then. `None` where the browser has no timers left.
pub fn after_always(time: Duration, act: impl FnOnce() + 'static) -> Option<Waiting> {
    helpers::set_timeout_with_handle(act, time).ok().map(Waiting)
}

fn while_there(act: Box<dyn FnOnce()>) -> impl FnOnce() {
    let span = Span::here();
    move || {
        if span.lasts() {
            act();
        }
    }
}
