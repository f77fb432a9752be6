//! The program apart from the page: reads, plans, and hands over what it made in pieces.

use std::cell::RefCell;
use std::rc::Rc;

use crosslane_core::edit::apply;
use crosslane_core::format::crosslane::{Joining, pieces};
use crosslane_core::format::table::grid::{Pasted, Target, paste as paste_block};
use crosslane_core::model::{Id, Workspace};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::message::{Answer, Ask, Block, DONE, PASTE, PIECE, PLAN, READ, READY, parts, valued, worded};
use crate::app::new_id;
use crate::incoming::read::{Found, read};
use crate::incoming::table::{Table, fresh};

thread_local! {
    /// What was read.
    static TABLE: RefCell<Option<Rc<Table>>> = const { RefCell::new(None) };
    /// The workspace that is open on the page.
    static OPEN: RefCell<Joining> = RefCell::default();
}

/// Begins to do what the page asks for.
pub fn serve() {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| hear(&Array::from(&event.data())));
    scope().set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    post(&worded(READY, ""));
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(message: &Array) {
    // Nobody is left to tell where the page is gone.
    drop(scope().post_message(message));
}

fn hear(message: &Array) {
    let (word, text) = parts(message);
    match &*word {
        READ => {
            let bytes = Uint8Array::new(&message.get(2)).to_vec();
            spawn_local(async move { tell(read(&text, &bytes).await) });
        }
        PIECE => OPEN.with_borrow_mut(|open| open.add(&text)),
        PLAN => {
            if let Ok(ask) = serde_json::from_str(&text) {
                plan(&ask);
            }
        }
        PASTE => {
            if let Ok(block) = serde_json::from_str(&text) {
                paste(&block);
            }
        }
        _ => {}
    }
}

fn tell(found: Found) {
    match found {
        Found::Workspace(workspace, newer) => hand_over(&workspace, &Answer::Workspace(newer)),
        Found::Drawn(workspace, told) => hand_over(&workspace, &Answer::Drawn(told)),
        Found::Mistaken(workspace, told) => hand_over(&workspace, &Answer::Mistaken(told)),
        Found::Refused(why) => post(&valued(DONE, &Answer::Refused(why))),
        Found::Table(table) => {
            TABLE.set(Some(table));
            post(&valued(DONE, &Answer::Table));
        }
    }
}

fn plan(ask: &Ask) {
    let (Some(table), Some(new_id)) = (TABLE.with_borrow(Clone::clone), Id::new(&ask.new_id)) else { return };
    let into =
        if ask.wish.into_open { OPEN.with_borrow(Joining::workspace) } else { fresh(new_id, &ask.title) };
    let (workspace, brings) = table.plan(&into, &ask.title, &ask.wish.kinds);
    hand_over(&workspace, &Answer::Planned(ask.number, brings));
}

fn paste(block: &Block) {
    let open = OPEN.with_borrow(Joining::workspace);
    let Some((id, journey)) = Id::new(&block.journey).and_then(|id| Some((id, open.journeys.get(&id)?)))
    else {
        return;
    };
    let rows: Vec<Id> = journey.ordered_touchpoints().map(|(id, _)| id).collect();
    let target = Target {
        workspace: &open,
        journey: id,
        rows: &rows,
        columns: &block.columns,
        row: block.row,
        column: block.column,
        decimal_comma: block.decimal_comma,
    };
    let Pasted { edit, told } = paste_block(target, &block.cells, &mut new_id);
    // What cannot be made changes nothing.
    let after =
        edit.and_then(|edit| apply(&open, &edit).ok()).map_or_else(|| open.clone(), |done| done.workspace);
    hand_over(&after, &Answer::Pasted(told));
}

fn hand_over(workspace: &Workspace, answer: &Answer) {
    for piece in pieces(workspace) {
        post(&worded(PIECE, &piece));
    }
    post(&valued(DONE, answer));
}
