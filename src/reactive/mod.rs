//! Leptos as this app uses it: what belongs to a view ends with it, and what is gone stops nobody.
//!
//! A value of a view can be asked for after the view has gone: the browser tells a field that it loses the focus while
//! it is being removed, a click can be older than the page it meets, a timer rings late. With the traits of Leptos that
//! stops the program. So rooms import [`prelude`] in place of that of Leptos: the same names, but `get`, `with` and their
//! like give nothing where the value is gone ([`reads`]), and handlers, listeners and timers do nothing once the view
//! they were made for has gone ([`handlers`], [`time`]). `clippy.toml` forbids the ways around it.

mod handlers;
mod listen;
mod reads;
mod rest;
mod span;
mod time;

pub use rest::Rest;
pub use span::Span;

/// What rooms import.
pub mod prelude {
    pub use leptos::callback::Callback;
    pub use leptos::prelude::{
        AnyView, ArcRwSignal, AriaAttributes, Children, ClassAttribute, CollectView, CustomAttribute, Effect,
        ElementChild, For, GlobalAttributes, IntoAny, IntoView, Memo, NodeRef, NodeRefAttribute, Notify,
        Owner, PropAttribute, RwSignal, Set, SetValue, Show, Signal, StoredValue, StyleAttribute, Track,
        Trigger, Update, UpdateValue, component, document, on_cleanup, queue_microtask, untrack, view,
        window,
    };

    pub use super::handlers::{OnAttribute, OnTargetAttribute};
    pub use super::listen::{Listening, listen, listen_always, listen_by_name};
    pub use super::reads::{
        Get, GetUntracked, GetValue, Run, TryGetUntracked, TryGetValue, With, WithUntracked, WithValue,
    };
    pub use super::time::{Waiting, after, after_always, at_frame, at_frame_always};
}
