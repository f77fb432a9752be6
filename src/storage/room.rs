//! How the room of this browser's storage is used, and what can be freed: a dialog.

use crosslane_core::model::Id;
use crosslane_core::store::{self, CAPACITY};
use crosslane_words::ui::shell::group;
use crosslane_words::ui::{home, shell, storage as words};

use super::keeper::{Keeper, keeper};
use super::lasting::{self, Lasting};
use super::listed::Kept;
use super::place::{is_memory, with_store};
use super::{kept, versions};
use crate::app::{Command, Dialog, State, use_state};
use crate::reactive::prelude::*;
use crate::ui::{Icon, Modal};
use crate::workspace::download_kept;

/// The commands of this room.
pub const COMMANDS: &[Command] = &[Command {
    id: "storage",
    name: words::ROOM,
    group: group::FILE,
    icon: Icon::Info,
    shortcut: None,
    applies: |_| true,
    run: |state| state.dialog.set(Some(Dialog::Storage)),
}];

/// The dialog.
pub fn dialog() -> AnyView {
    let state = use_state();
    let Some(keeper) = keeper() else { return ().into_any() };
    let list = move || {
        let workspaces = kept::workspaces();
        let used = with_store(store::sizes).unwrap_or_default().total();
        let rows: Vec<AnyView> = workspaces.iter().map(|kept| row(state, kept)).collect();
        view! {
            <p>
                <meter class="room-meter" min="0" max=CAPACITY value=used aria-label=words::USED></meter>
                {words::used(&home::size(used), &home::size(CAPACITY))}
            </p>
            <ul class="room-list">{rows}</ul>
        }
        .into_any()
    };
    view! {
        <Modal title=words::ROOM class="room">
            {move || promise(keeper)}
            {list}
        </Modal>
    }
    .into_any()
}

/// What the browser says of what is kept.
fn promise(keeper: Keeper) -> AnyView {
    let text = match keeper.lasting.get() {
        _ if is_memory() => words::BLOCKED,
        Lasting::Unknown => words::LASTING_UNKNOWN,
        Lasting::Promised => words::LASTING_PROMISED,
        Lasting::Refused => words::LASTING_REFUSED,
    };
    let refused = keeper.lasting.get() == Lasting::Refused && !is_memory();
    view! {
        <p class="quiet room-lasting">{text}</p>
        {refused.then(|| view! {
            <button class="button" type="button" on:click=|_| lasting::ask_again()>{words::ASK_AGAIN}</button>
        })}
    }
    .into_any()
}

fn row(state: State, kept: &Kept) -> AnyView {
    let id = kept.id;
    let title = kept.title.as_deref().map_or(home::UNREADABLE, shell::or_untitled).to_owned();
    let kept_versions = versions::list(id);
    let unnamed: Vec<Id> =
        kept_versions.iter().filter(|kept| kept.name.is_empty()).map(|kept| kept.id).collect();
    let units = kept_versions.iter().map(|kept| kept.units).sum();
    let line = (!kept_versions.is_empty())
        .then(|| words::versions_take(kept_versions.len(), unnamed.len(), &home::size(units)));
    let (sure, count) = (RwSignal::new(false), unnamed.len());
    // Asked once more, as where one is deleted.
    let free = move |_| {
        if sure.get_untracked() {
            versions::delete_all(state, id, &unnamed);
        } else {
            sure.set(true);
        }
    };
    let name = move || if sure.get() { words::free_for_good(count) } else { words::FREE_VERSIONS.to_owned() };
    let label = title.clone();
    let can_free = kept_versions.iter().any(|kept| kept.name.is_empty());
    view! {
        <li class="room-row">
            <span class="room-what">
                <span class="room-title" dir="auto">{title.clone()}</span>
                <span class="quiet">{home::size(kept.units)}</span>
                <span class="quiet">{line}</span>
            </span>
            <span class="room-tools">
                {can_free.then(|| view! {
                    <button
                        class="button"
                        class:button-danger=move || sure.get()
                        type="button"
                        aria-label=move || words::for_workspace(&name(), &label)
                        on:click=free
                        on:blur=move |_| sure.set(false)
                    >
                        {name}
                    </button>
                })}
                <button
                    class="button"
                    type="button"
                    aria-label=words::for_workspace(home::DOWNLOAD, &title)
                    on:click=move |_| download_kept(state, id)
                >
                    {home::DOWNLOAD}
                </button>
                <button
                    class="button"
                    type="button"
                    aria-label=words::for_workspace(home::DELETE, &title)
                    on:click=move |_| state.dialog.set(Some(Dialog::DeleteWorkspace(id)))
                >
                    {home::DELETE}
                </button>
            </span>
        </li>
    }
    .into_any()
}
