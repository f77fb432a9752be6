//! The two parts of the program. The first shows the home page; everything that works on a workspace is the second,
//! which is asked for with the first sign of a person, and at once where the address names a workspace.
//!
//! The first part knows the second by [`Part`] alone: what it names there is all that may be called across, and
//! nothing else of those rooms may be named here, or the first part grows by all it reaches.

use std::cell::RefCell;

use crosslane_core::model::Id;
use crosslane_core::route::View;
use crosslane_words::ui::shell;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::{Command, Dialog, State};
use crate::reactive::prelude::*;
use crate::storage::Kept;
use crate::ui::{Icon, IconView};

/// What the second part does for the first.
pub struct Part {
    /// Starts what runs as long as the page is open: saving, following the address. Called once.
    pub start: fn(State),
    /// A view with everything around it.
    pub frame: fn(View) -> AnyView,
    /// A dialog.
    pub dialog: fn(Dialog) -> AnyView,
    /// What must be known about saving.
    pub banner: fn() -> AnyView,
    /// The commands of its rooms.
    pub commands: &'static [&'static [Command]],
    /// The workspaces of this browser, those included that could not be saved. Reactive.
    pub workspaces: fn() -> Vec<Kept>,
    /// Begins an empty workspace.
    pub begin: fn(State),
    /// Opens a copy of the sample with this place in the list.
    pub open_sample: fn(State, usize),
    /// Shows what came in, by its name and its bytes.
    pub incoming: fn(State, String, Vec<u8>),
    /// Begins to read for a page that this program is not the one of.
    pub serve: fn(),
    /// Shows what was pasted: its text, and the page beside it.
    pub pasted: fn(State, String, String),
    /// Shows what stands in a link.
    pub link: fn(State, &str),
    /// Downloads a workspace of this browser.
    pub download: fn(State, Id),
    /// Goes back one step.
    pub undo: fn(State),
}

/// How it stands with the second part.
#[derive(Clone, Copy, Default)]
pub enum Arrival {
    /// Nobody needed it yet.
    #[default]
    NotAsked,
    /// It is on its way.
    Asked,
    /// It is here.
    Here(&'static Part),
    /// It did not arrive.
    Failed,
}

impl Arrival {
    /// The second part, once it is here.
    pub fn part(self) -> Option<&'static Part> {
        match self {
            Self::Here(part) => Some(part),
            Self::NotAsked | Self::Asked | Self::Failed => None,
        }
    }
}

type Task = Box<dyn FnOnce(&'static Part)>;

thread_local! {
    /// What is to be done as soon as the part is here.
    static WAITING: RefCell<Vec<Task>> = const { RefCell::new(Vec::new()) };
    /// What listens for the first sign of a person.
    static SIGNS: RefCell<Vec<Listening>> = const { RefCell::new(Vec::new()) };
    /// The root of the page's reactive tree: what the part starts stays as long as the page.
    static ROOT: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(workspace, fallible)]
fn fetch() -> Result<&'static Part, SplitLoaderError> {
    Ok(&crate::workspace::PART)
}

#[cfg(not(feature = "split"))]
async fn fetch() -> Result<&'static Part, SplitLoaderError> {
    std::future::ready(Ok(&crate::workspace::PART)).await
}

/// Asks for the second part, unless it is here or on its way.
pub fn ask(state: State) {
    if !matches!(state.part.get_untracked(), Arrival::NotAsked | Arrival::Failed) {
        return;
    }
    state.part.set(Arrival::Asked);
    // Nothing is listened for at every movement of the pointer any longer.
    SIGNS.take().into_iter().for_each(Listening::stop);
    spawn_local(async move {
        if let Ok(part) = fetch().await {
            arrive(state, part);
        } else {
            state.part.set(Arrival::Failed);
            if !WAITING.take().is_empty() {
                state.toast(shell::PART_MISSING);
            }
        }
    });
}

fn arrive(state: State, part: &'static Part) {
    let start = || {
        (part.start)(state);
        state.part.set(Arrival::Here(part));
    };
    match ROOT.with_borrow(Clone::clone) {
        Some(root) => root.with(start),
        None => start(),
    }
    for task in WAITING.take() {
        task(part);
    }
}

/// Reads for a page: this is the program apart from it, which needs the second part alone.
pub fn serve() {
    spawn_local(async {
        match fetch().await {
            Ok(part) => (part.serve)(),
            // The page hears of what nobody catches.
            Err(_) => wasm_bindgen::throw_str("a part of the program did not arrive"),
        }
    });
}

/// Does something with the second part: now, or as soon as it is here.
pub fn with(state: State, task: impl FnOnce(&'static Part) + 'static) {
    if let Some(part) = state.part.get_untracked().part() {
        task(part);
    } else {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(task)));
        ask(state);
    }
}

/// Shows what the second part makes, and meanwhile that it is on its way.
pub fn show(state: State, make: impl Fn(&'static Part) -> AnyView + Send + 'static) -> AnyView {
    ask(state);
    (move || match state.part.get() {
        Arrival::Here(part) => make(part),
        Arrival::NotAsked | Arrival::Asked => alone(on_its_way()),
        Arrival::Failed => alone(missing(Box::new(move || ask(state)))),
    })
    .into_any()
}

/// What stands there in place of a view with everything around it.
fn alone(said: AnyView) -> AnyView {
    view! { <main id="content" tabindex="-1">{said}</main> }.into_any()
}

/// Says that a part is on its way.
pub fn on_its_way() -> AnyView {
    view! {
        <div class="empty part-awaited">
            <h1 class="unseen">{shell::PRODUCT}</h1>
            <p role="status">{shell::OPENING}</p>
        </div>
    }
    .into_any()
}

/// Says that a part did not arrive, and asks for it `again` where a person wants that.
pub fn missing(again: Box<dyn Fn() + Send>) -> AnyView {
    view! {
        <div class="empty" data-part="missing">
            <h1>{shell::PART_MISSING}</h1>
            <p>{shell::PART_MISSING_MEND}</p>
            <div class="notice-actions">
                <button class="button button-main" type="button" on:click=move |_| again()>
                    {shell::TRY_AGAIN}
                </button>
                <a class="button" href="#/">
                    <IconView icon=Icon::Logo />
                    {shell::HOME}
                </a>
            </div>
        </div>
    }
    .into_any()
}

/// Asks for the second part with the first sign of a person: it is here before the first button is pressed. Called
/// once, at the root of the page.
pub fn expect_person(state: State) {
    ROOT.set(Owner::current());
    let signs = ["pointermove", "pointerdown", "keydown", "focusin", "dragenter"];
    SIGNS.set(signs.map(|sign| listen_by_name(sign, move |_| ask(state))).into());
}
