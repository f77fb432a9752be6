//! Which tab edits, without the browser's locks: tabs ask one another through a key in the storage.
//!
//! A tab that comes to a workspace asks; the tab that edits it answers, woken by the browser's `storage`
//! event, which is not slowed down for hidden tabs as timers are. No answer means nobody edits.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use crosslane_core::model::Id;
use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{set_timeout, window_event_listener};
use wasm_bindgen_futures::spawn_local;

use super::claim::{Tell, Turn};
use super::place::with_store;

/// How long another tab may take to answer.
const PATIENCE: Duration = Duration::from_millis(500);

const ASK: &str = "ask";
const MINE: &str = "mine";
const TAKE: &str = "take";

/// The talk of the tabs about a workspace.
pub struct Asking {
    key: String,
    /// The name of this tab.
    tab: String,
    turn: Cell<Turn>,
    said: Cell<u32>,
    tell: Tell,
    listener: RefCell<Option<WindowListenerHandle>>,
}

impl Asking {
    /// Asks whether another tab edits.
    pub fn new(id: Id, tell: Tell) -> Rc<Self> {
        let asking = Rc::new(Self {
            key: format!("crosslane-turn-{id}"),
            tab: crate::app::new_id().to_string(),
            turn: Cell::new(Turn::Unknown),
            said: Cell::new(0),
            tell,
            listener: RefCell::default(),
        });
        let weak = Rc::downgrade(&asking);
        let listener = window_event_listener(ev::storage, move |event| {
            if let (Some(asking), Some(text)) = (weak.upgrade(), event.new_value())
                && event.key().as_deref() == Some(&asking.key)
            {
                asking.hear(&text);
            }
        });
        *asking.listener.borrow_mut() = Some(listener);
        asking.say(ASK);
        let weak = Rc::downgrade(&asking);
        set_timeout(
            move || {
                if let Some(asking) = weak.upgrade().filter(|asking| asking.turn.get() == Turn::Unknown) {
                    asking.turns_to(Turn::Mine);
                }
            },
            PATIENCE,
        );
        asking
    }

    /// Takes the turn from the tab that has it.
    pub fn take(self: &Rc<Self>) {
        self.say(TAKE);
        let asking = self.clone();
        spawn_local(async move { asking.turns_to(Turn::Mine) });
    }

    /// Every word is another text: tabs hear only of changes.
    fn say(&self, word: &str) {
        self.said.set(self.said.get() + 1);
        let text = format!("{word} {} {}", self.tab, self.said.get());
        // Where nothing can be said, two tabs are told apart when saving.
        drop(with_store(|store| store.set(&self.key, &text)));
    }

    fn hear(&self, text: &str) {
        match (text.split(' ').next(), self.turn.get()) {
            (Some(ASK), Turn::Mine) => self.say(MINE),
            (Some(MINE), Turn::Unknown) | (Some(TAKE), Turn::Mine | Turn::Unknown) => {
                self.turns_to(Turn::Elsewhere);
            }
            _ => {}
        }
    }

    fn turns_to(&self, turn: Turn) {
        self.turn.set(turn);
        (self.tell)(turn);
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        if let Some(listener) = self.listener.borrow_mut().take() {
            listener.remove();
        }
        if self.turn.get() == Turn::Mine {
            drop(with_store(|store| store.remove(&self.key)));
        }
    }
}
