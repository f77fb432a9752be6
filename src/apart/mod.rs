//! Large files are read, and large blocks pasted, by a second running of this program in a worker: the page goes on
//! meanwhile, and nothing that is in a file can stop it.
//!
//! `start/apart.js` starts it; [`serve`] is what it does there.

mod message;
mod serve;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crosslane_core::format::crosslane::{Joining, pieces};
use crosslane_core::model::Workspace;
use crosslane_words::ui::home::incoming as words;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

pub use message::{Answer, Ask, Block};
pub use serve::serve;

use crate::app::Shared;
use crate::reactive::Rest;
use crate::reactive::prelude::*;
use message::{DONE, MISSING, PASTE, PIECE, PLAN, READ, READY, parts, valued, worded};

/// The worker, beside the page.
const WORKER: &str = "./apart.js";

/// What is begun.
type Begin = Box<dyn FnOnce(&Apart)>;

/// What is done with an answer and the workspace that goes with it.
type Then = Box<dyn FnOnce(Answer, Workspace)>;

/// The program apart, while it works on something, and as long as more of that may be asked. It ends with the last of these.
#[derive(Clone)]
pub struct Apart(Rc<Inner>);

struct Inner {
    worker: Worker,
    /// What is begun as soon as the program apart is there: before, it hears of nothing.
    begin: RefCell<Option<Begin>>,
    /// The pieces of the workspace that is on its way here.
    joining: RefCell<Joining>,
    then: RefCell<Option<Then>>,
    /// The workspace that is open, as it is known there.
    open: RefCell<Option<Shared<Workspace>>>,
    /// How far it has been told of that.
    telling: Cell<Telling>,
    /// What is told after that.
    later: RefCell<Vec<Array>>,
    /// The number of what was asked last.
    asked: Cell<u32>,
}

/// How far the program apart has been told of the workspace that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    NotBegun,
    UnderWay,
    Done,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Apart {
    /// Begins to read a file; `None` where the browser runs nothing apart.
    pub fn read(name: &str, bytes: &[u8], then: Then) -> Option<Self> {
        let first = worded(READ, name);
        first.push(&Uint8Array::from(bytes));
        Self::start(move |apart| apart.0.post(&first), then)
    }

    /// Begins to paste a block into the workspace that is open; `None` where the browser runs nothing apart.
    pub fn paste(open: Shared<Workspace>, block: Block, then: Then) -> Option<Self> {
        let begin = move |apart: &Self| {
            apart.open(open);
            apart.tell_after_open(valued(PASTE, &block));
        };
        Self::start(begin, then)
    }

    fn start(begin: impl FnOnce(&Self) + 'static, then: Then) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(WORKER, &options).ok()?;
        let apart = Self(Rc::new(Inner {
            worker,
            begin: RefCell::new(Some(Box::new(begin))),
            joining: RefCell::default(),
            then: RefCell::new(Some(then)),
            open: RefCell::default(),
            telling: Cell::new(Telling::NotBegun),
            later: RefCell::default(),
            asked: Cell::new(0),
        }));
        apart.listen();
        apart.0.worker.post_message(addresses()?.as_ref()).ok()?;
        Some(apart)
    }

    fn listen(&self) {
        let inner = Rc::downgrade(&self.0);
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(inner) = inner.upgrade() {
                Self(inner).hear(&Array::from(&event.data()));
            }
        });
        self.0.worker.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
        let inner = Rc::downgrade(&self.0);
        let fail = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            // It is told here.
            event.prevent_default();
            if let Some(inner) = inner.upgrade() {
                inner.fail();
            }
        });
        self.0.worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
    }

    /// The version of the open workspace that is worked on there: this one, unless another is known already.
    pub fn open(&self, version: Shared<Workspace>) -> Shared<Workspace> {
        self.0.open.borrow_mut().get_or_insert(version).clone()
    }

    /// Asks what it would bring, into the workspace that is [open](Self::open) there or a new one. What was asked before is
    /// not answered.
    pub fn plan(&self, mut ask: Ask, then: Then) {
        self.0.asked.set(self.0.asked.get() + 1);
        ask.number = self.0.asked.get();
        self.0.then.replace(Some(then));
        let message = valued(PLAN, &ask);
        if ask.wish.into_open {
            self.tell_after_open(message);
        } else {
            self.0.post(&message);
        }
    }

    /// Tells something that is about the workspace that is open, once that is known there.
    fn tell_after_open(&self, message: Array) {
        match self.0.telling.get() {
            Telling::Done => return self.0.post(&message),
            Telling::UnderWay => return self.0.later.borrow_mut().push(message),
            Telling::NotBegun => self.0.later.borrow_mut().push(message),
        }
        self.0.telling.set(Telling::UnderWay);
        let (open, inner) = (self.0.open.borrow().clone(), Rc::downgrade(&self.0));
        spawn_local(async move {
            let mut rest = Rest::default();
            for piece in open.iter().flat_map(|open| pieces(open)) {
                // Nobody may want it any more.
                let Some(inner) = inner.upgrade() else { return };
                inner.post(&worded(PIECE, &piece));
                drop(inner);
                rest.now_and_then().await;
            }
            if let Some(inner) = inner.upgrade() {
                inner.telling.set(Telling::Done);
                inner.later.take().iter().for_each(|message| inner.post(message));
            }
        });
    }

    fn hear(&self, message: &Array) {
        let (word, text) = parts(message);
        match &*word {
            READY => {
                let begin = self.0.begin.take();
                if let Some(begin) = begin {
                    begin(self);
                }
            }
            MISSING => self.0.fail(),
            PIECE => self.0.joining.borrow_mut().add(&text),
            DONE => {
                let workspace = self.0.joining.take().finish();
                let answer = serde_json::from_str(&text).unwrap_or(Answer::Missing);
                if !matches!(answer, Answer::Planned(number, _) if number != self.0.asked.get()) {
                    self.0.answer(answer, workspace);
                }
            }
            _ => {}
        }
    }
}

impl Inner {
    fn post(&self, message: &JsValue) {
        if self.worker.post_message(message).is_err() {
            self.fail();
        }
    }

    fn fail(&self) {
        let has_begun = self.begin.borrow().is_none();
        let answer = if has_begun { Answer::Refused(words::STOPPED.to_owned()) } else { Answer::Missing };
        self.answer(answer, Workspace::default());
    }

    fn answer(&self, answer: Answer, workspace: Workspace) {
        let then = self.then.take();
        if let Some(then) = then {
            then(answer, workspace);
        }
    }
}

/// Where the files of the program are, as the page says (`index.html`).
fn addresses() -> Option<Array> {
    let parts = document().get_element_by_id("app-parts")?;
    let addresses = ["data-script", "data-wasm", "data-sheets"];
    Some(addresses.map(|part| JsValue::from(parts.get_attribute(part))).into_iter().collect())
}
