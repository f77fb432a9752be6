//! The later parts of the program: each view but the map, and each group of dialogs, is loaded when somebody goes there.
//!
//! A room that is a later part hands the rest of the program a [`LaterPart`]: what it is called by. Nothing else of it may
//! be named in the rooms of the second part, or that one grows by all that is reached from there.

mod fetch;
mod show;

use std::cell::{Cell, OnceCell, RefCell};
use std::time::Duration;

use crosslane_core::model::{EntityKind, Workspace};
use crosslane_core::route::View;
use crosslane_words::ui::shell;
use wasm_bindgen_futures::spawn_local;

pub use show::{dialog, expect, view};

use crate::app::{Dialog, Shared, State, use_state};
use crate::reactive::prelude::*;
use crate::storage::Merging;

/// The later parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartName {
    /// The table.
    Table,
    /// Handoffs and flags.
    Findings,
    /// Departments, their pages and the registers.
    Departments,
    /// What is done about breaks.
    Act,
    /// Comparing, and the scores over time.
    Compare,
    /// The report.
    Report,
    /// What comes in.
    Incoming,
    /// What goes out.
    Sharing,
    /// The kept versions, and the room of the storage.
    Versions,
    /// Joining what others changed.
    Merging,
}

/// How many there are.
const COUNT: usize = PartName::Merging as usize + 1;

/// What a later part is asked to do.
pub enum Asked {
    /// The command of this name.
    Command(&'static str),
    /// To show what came in, by its name and its bytes.
    File(String, Vec<u8>),
    /// To show what was pasted: its text, and the page beside it.
    Pasted(String, String),
    /// To show what stands in a link.
    Link(String),
    /// To read for a page that this program is not the one of.
    Serve,
    /// To tell of entries of this kind that this version did not have, where their names look like others.
    New(EntityKind, Shared<Workspace>),
}

/// What a later part does for the rest of the program.
pub struct LaterPart {
    /// Its views.
    pub view: fn(View) -> AnyView,
    /// Its dialogs.
    pub dialog: fn(Dialog) -> AnyView,
    /// Does what it is asked to.
    pub answer: fn(State, Asked),
    /// Merging.
    pub merging: Option<&'static Merging>,
}

impl LaterPart {
    /// A part without anything.
    pub const NONE: Self =
        Self { view: |_| ().into_any(), dialog: |_| ().into_any(), answer: |_, _| {}, merging: None };
}

/// How it stands with a later part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stands {
    #[default]
    NotAsked,
    Asked,
    Here,
    Failed,
}

type Task = Box<dyn FnOnce(Option<&'static LaterPart>)>;

/// What is known of a later part.
struct Known {
    stands: RwSignal<Stands>,
    part: Cell<Option<&'static LaterPart>>,
    /// What is to be done as soon as it is here.
    waiting: RefCell<Vec<Task>>,
}

/// How long that may take, where the page stays after all.
const HOLD: Duration = Duration::from_secs(5);

thread_local! {
    static HELD: Cell<bool> = const { Cell::new(false) };
    static KNOWN: OnceCell<[Known; COUNT]> = const { OnceCell::new() };
}

/// Begins to know of the later parts. What is known lasts as long as the reactive owner it is called in.
pub fn start() {
    KNOWN.with(|known| {
        known.get_or_init(|| {
            std::array::from_fn(|_| Known {
                stands: RwSignal::new(Stands::NotAsked),
                part: Cell::new(None),
                waiting: RefCell::default(),
            })
        });
    });
}

/// `None` before [`start`].
fn known<T>(name: PartName, of: impl FnOnce(&Known) -> T) -> Option<T> {
    KNOWN.with(|known| known.get()?.get(name as usize).map(of))
}

/// Puts off what is asked for while the page goes over to a newer version: in between nobody may answer for the files of this
/// one.
pub fn hold() {
    HELD.set(true);
    after_always(HOLD, || HELD.set(false));
}

/// Asks for a later part, unless it is here or on its way.
pub fn ask(name: PartName) {
    if HELD.get() {
        after_always(HOLD, move || ask(name));
        return;
    }
    let is_wanted = |known: &Known| matches!(known.stands.get_untracked(), Stands::NotAsked | Stands::Failed);
    if known(name, is_wanted) != Some(true) {
        return;
    }
    known(name, |known| known.stands.set(Stands::Asked));
    spawn_local(async move {
        let part = fetch::fetch(name).await.ok();
        let tasks = known(name, |known| {
            known.part.set(part);
            known.stands.set(if part.is_some() { Stands::Here } else { Stands::Failed });
            known.waiting.take()
        });
        tasks.into_iter().flatten().for_each(|task| task(part));
    });
}

/// A later part, if it is here.
pub fn here(name: PartName) -> Option<&'static LaterPart> {
    known(name, |known| known.part.get()).flatten()
}

/// Does something once a later part is here, or did not arrive.
pub fn when_here(name: PartName, task: impl FnOnce(Option<&'static LaterPart>) + 'static) {
    if let Some(part) = here(name) {
        task(Some(part));
    } else {
        known(name, |known| known.waiting.borrow_mut().push(Box::new(task)));
        ask(name);
    }
}

/// Does something with a later part: now, or as soon as it is here. The person is told where it does not arrive.
pub fn with(name: PartName, task: impl FnOnce(&'static LaterPart) + 'static) {
    when_here(name, move |part| match part {
        Some(part) => task(part),
        None => use_state().toast(shell::PART_MISSING),
    });
}

/// Asks a later part to do something, as soon as it is here.
pub fn answer(state: State, name: PartName, asked: Asked) {
    with(name, move |part| (part.answer)(state, asked));
}

/// Runs the command of a later part.
pub fn run(state: State, name: PartName, command: &'static str) {
    answer(state, name, Asked::Command(command));
}

/// Reads for a page that this program is not the one of.
pub fn serve() {
    spawn_local(async {
        match fetch::fetch(PartName::Incoming).await {
            Ok(part) => (part.answer)(use_state(), Asked::Serve),
            // The page hears of what nobody catches.
            Err(_) => wasm_bindgen::throw_str("a part of the program did not arrive"),
        }
    });
}
