//! The browser's locks between tabs, called by name: the bindings change their names with the browsers' drafts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crosslane_core::model::Id;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::claim::{Tell, Turn};

/// How a lock is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// Only if nobody has it.
    IfFree,
    /// When it is free.
    Wait,
    /// At once, from whoever has it.
    Take,
}

/// The lock of a workspace.
pub struct Locks {
    name: String,
    manager: JsValue,
    request: Function,
    tell: Tell,
    /// Lets the lock go, while this tab has it.
    held: RefCell<Option<Function>>,
    /// Ends the waiting.
    waiting: RefCell<Option<web_sys::AbortController>>,
    /// Whether the lock is no longer wanted.
    gone: Cell<bool>,
}

impl Locks {
    /// Asks for the lock; `None` where the browser has none.
    pub fn new(id: Id, tell: Tell) -> Option<Rc<Self>> {
        let manager = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
        let request = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
        let locks = Rc::new(Self {
            name: format!("crosslane-{id}"),
            manager,
            request,
            tell,
            held: RefCell::default(),
            waiting: RefCell::default(),
            gone: Cell::new(false),
        });
        locks.ask(How::IfFree);
        Some(locks)
    }

    /// Takes the lock from the tab that has it.
    pub fn take(self: &Rc<Self>) {
        self.stop_waiting();
        self.ask(How::Take);
    }

    /// Gives the lock back.
    pub fn let_go(&self) {
        self.gone.set(true);
        self.stop_waiting();
        let held = self.held.borrow_mut().take();
        if let Some(release) = held {
            // Resolving a promise does not throw.
            drop(release.call0(&JsValue::NULL));
        }
    }

    fn stop_waiting(&self) {
        if let Some(waiting) = self.waiting.borrow_mut().take() {
            waiting.abort();
        }
    }

    fn ask(self: &Rc<Self>, how: How) {
        let granted = Rc::new(Cell::new(false));
        let (locks, grant) = (self.clone(), granted.clone());
        let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() || locks.gone.get() {
                return JsValue::UNDEFINED;
            }
            grant.set(true);
            locks.hold()
        });
        let asked = self.options(how).and_then(|options| {
            self.request.call3(&self.manager, &self.name.as_str().into(), &options, &callback)
        });
        let asked = asked.and_then(JsCast::dyn_into::<Promise>);
        let locks = self.clone();
        spawn_local(async move {
            let ended = match asked {
                Ok(promise) => JsFuture::from(promise).await,
                Err(thrown) => Err(thrown),
            };
            locks.ended(how, granted.get(), ended.is_ok());
        });
    }

    fn options(&self, how: How) -> Result<Object, JsValue> {
        let options = Object::new();
        match how {
            How::IfFree => Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?,
            How::Take => Reflect::set(&options, &"steal".into(), &JsValue::TRUE)?,
            How::Wait => {
                let waiting = web_sys::AbortController::new()?;
                let set = Reflect::set(&options, &"signal".into(), &waiting.signal())?;
                *self.waiting.borrow_mut() = Some(waiting);
                set
            }
        };
        Ok(options)
    }

    /// Keeps the lock until it is let go; gives the promise the browser waits for.
    fn hold(&self) -> JsValue {
        self.waiting.borrow_mut().take();
        let promise = Promise::new(&mut |resolve, _| *self.held.borrow_mut() = Some(resolve));
        (self.tell)(Turn::Mine);
        promise.into()
    }

    /// A request ended: the lock was not to be had, was taken away, or was given back.
    fn ended(self: &Rc<Self>, how: How, granted: bool, well: bool) {
        let taken_away = granted && !well;
        let not_free = !granted && well && how == How::IfFree;
        if self.gone.get() {
            return;
        }
        if taken_away || not_free {
            self.held.borrow_mut().take();
            (self.tell)(Turn::Elsewhere);
            self.ask(How::Wait);
        } else if !granted && !well && how != How::Wait {
            // Locks that do not work must not keep anyone from working; two tabs are told apart when saving.
            (self.tell)(Turn::Mine);
        }
    }
}
