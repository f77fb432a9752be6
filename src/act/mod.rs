//! The view of what is done about handoffs: the practices that connect silos, one file each.

mod addressed;
mod agenda;
mod become_standard;
mod board;
mod commands;
mod committee;
mod cycles;
mod found_labels;
mod goals;
mod initiative;
mod learning;
mod parts;
mod sessions;
mod standards;
mod stories;
mod vocabulary;

use crosslane_core::model::{EntityKind, Id};
use crosslane_core::route::Selection;
use crosslane_words::ui::act as words;

pub use commands::COMMANDS;
pub use found_labels::enter as enter_label;
pub use initiative::start;
pub use parts::{called, href};

use crate::app::{State, use_state};
use crate::reactive::prelude::*;
use crate::workspace::later::{Asked, LaterPart};

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    view: |_| act(),
    answer: |state, asked| {
        if let Asked::Command(commands::TELL) = asked {
            commands::tell(state);
        }
    },
    ..LaterPart::NONE
};

/// The practices, in the order of their tabs, by what they are made of.
const TABS: [EntityKind; 7] = [
    EntityKind::Initiative,
    EntityKind::Goal,
    EntityKind::Standard,
    EntityKind::Term,
    EntityKind::Decision,
    EntityKind::Session,
    EntityKind::Story,
];

/// What the view shows.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    All(EntityKind),
    One(EntityKind, Id),
}

impl Default for Shown {
    fn default() -> Self {
        Self::of(Selection::None)
    }
}

impl Shown {
    fn of(selection: Selection) -> Self {
        match selection {
            Selection::Register(kind) if TABS.contains(&kind) => Self::All(kind),
            Selection::Entry(kind, id) if TABS.contains(&kind) => Self::One(kind, id),
            _ => Self::All(EntityKind::Initiative),
        }
    }

    fn kind(self) -> EntityKind {
        match self {
            Self::All(kind) | Self::One(kind, _) => kind,
        }
    }
}

/// The view.
fn act() -> AnyView {
    let state = use_state();
    let shown = Memo::new(move |_| Shown::of(state.selection()));
    view! {
        <div class="act">
            <div class="view-head act-head">
                <h1>{words::TITLE}</h1>
                {tabs(state, shown)}
            </div>
            {move || match shown.get() {
                Shown::All(kind) => all(state, kind),
                Shown::One(kind, id) => parts::opened(state, kind, id, one),
            }}
        </div>
    }
    .into_any()
}

fn tabs(state: State, shown: Memo<Shown>) -> AnyView {
    let tab = |kind: EntityKind| {
        let selection =
            if kind == EntityKind::Initiative { Selection::None } else { Selection::Register(kind) };
        view! {
            <li>
                <a
                    class="act-tab"
                    href=move || parts::href(state, selection)
                    aria-current=move || (shown.get().kind() == kind).then_some("page")
                >
                    {words::tab(kind)}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=words::TABS>
            <ul class="act-tabs">{TABS.into_iter().map(tab).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// The page of a practice.
fn all(state: State, kind: EntityKind) -> AnyView {
    let list = match kind {
        EntityKind::Goal => goals::all,
        EntityKind::Standard => standards::all,
        EntityKind::Term => vocabulary::all,
        EntityKind::Decision => committee::all,
        EntityKind::Session => sessions::all,
        EntityKind::Story => stories::all,
        _ => board::board,
    };
    view! {
        <div class="act-about">
            <p class="quiet view-note">{words::about(kind)}</p>
            {parts::add_button(state, kind)}
        </div>
        {list(state)}
    }
    .into_any()
}

/// What stands on the page of one entry, below its title.
fn one(state: State, kind: EntityKind, id: Id) -> AnyView {
    let page = match kind {
        EntityKind::Goal => goals::one,
        EntityKind::Standard => standards::one,
        EntityKind::Term => vocabulary::one,
        EntityKind::Decision => committee::one,
        EntityKind::Session => sessions::one,
        EntityKind::Story => stories::one,
        _ => initiative::one,
    };
    page(state, id)
}
