//! How long something is there.

use leptos::prelude::{ArenaItem, IsDisposed};

/// As long as the view or effect that is being made: until it is made anew or taken away. Outside of any, as long as the
/// page.
#[derive(Clone, Copy)]
pub struct Span(ArenaItem<()>);

impl Span {
    /// That of what is being made.
    pub fn here() -> Self {
        Self(ArenaItem::new(()))
    }

    /// Whether it lasts.
    pub fn lasts(self) -> bool {
        !self.0.is_disposed()
    }
}
