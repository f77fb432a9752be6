//! Which tab edits a workspace: at most one.

use std::cell::Cell;
use std::rc::Rc;

use crosslane_core::model::Id;

use super::asking::Asking;
use super::locks::Locks;
use super::place;

/// Whose turn it is to edit a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Not known yet, for a moment.
    Unknown,
    /// This tab's.
    Mine,
    /// Another tab's.
    Elsewhere,
}

/// Is told whenever the turn changes.
pub type Tell = Rc<dyn Fn(Turn)>;

/// The claim of this tab to edit a workspace; dropping it lets go.
pub struct Claim {
    way: Way,
    dropped: Rc<Cell<bool>>,
}

enum Way {
    /// No other tab sees what is stored here.
    Alone,
    /// By the browser's locks.
    Locks(Rc<Locks>),
    /// By asking the other tabs, where the browser has no locks: pages that are not from a secure origin.
    Asking(Rc<Asking>),
}

impl Claim {
    /// Claims a workspace, and says whose turn it is as far as is known at once. `tell` is called later, never
    /// from within.
    pub fn new(id: Id, tell: Tell) -> (Self, Turn) {
        let dropped = Rc::new(Cell::new(false));
        let gone = dropped.clone();
        let tell: Tell = Rc::new(move |turn| {
            if !gone.get() {
                tell(turn);
            }
        });
        let (way, turn) = if place::is_memory() {
            (Way::Alone, Turn::Mine)
        } else if let Some(locks) = Locks::new(id, tell.clone()) {
            (Way::Locks(locks), Turn::Unknown)
        } else {
            (Way::Asking(Asking::new(id, tell)), Turn::Unknown)
        };
        (Self { way, dropped }, turn)
    }

    /// Takes the turn from whichever tab has it.
    pub fn take(&self) {
        match &self.way {
            Way::Alone => {}
            Way::Locks(locks) => locks.take(),
            Way::Asking(asking) => asking.take(),
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.dropped.set(true);
        if let Way::Locks(locks) = &self.way {
            locks.let_go();
        }
    }
}
