//! The kept versions of a workspace: kept by hand, looked at, restored, named, deleted.

mod row;

use crosslane_core::store::VersionKind;
use crosslane_words::ui::shell::group;
use crosslane_words::ui::versions as words;
use leptos::ev;

use crate::app::{Command, Dialog, State, in_workspace, use_state};
use crate::reactive::prelude::*;
use crate::storage::{self, versions};
use crate::ui::{Icon, Modal};
use crate::workspace::later::LaterPart;

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    dialog: |shown| if shown == Dialog::Versions { dialog() } else { storage::room_dialog() },
    ..LaterPart::NONE
};

/// The commands of this room.
pub const COMMANDS: &[Command] = &[Command {
    id: "versions",
    name: words::TITLE,
    group: group::FILE,
    icon: Icon::Versions,
    shortcut: None,
    applies: in_workspace,
    run: |state| state.dialog.set(Some(Dialog::Versions)),
}];

/// How many versions are listed.
const MOST_LISTED: usize = 300;

/// The list of versions, as a dialog.
fn dialog() -> AnyView {
    let state = use_state();
    let Some(document) = state.document.get_untracked() else { return ().into_any() };
    // Of a version that is looked at, the list is that of its workspace.
    let id = versions::owner(document.id);
    let title = document.workspace.title.clone();
    let acting = RwSignal::new(row::Acting::None);
    let rows = move || {
        let kept = versions::list(id);
        if kept.is_empty() {
            return view! { <p class="quiet">{words::NONE}</p> }.into_any();
        }
        let rows: Vec<AnyView> = kept
            .into_iter()
            .take(MOST_LISTED)
            .map(|version| row::row(state, (id, &title), &version, acting))
            .collect();
        view! { <ul class="versions-list">{rows}</ul> }.into_any()
    };
    view! {
        <Modal title=words::TITLE class="versions">
            <p class="quiet">{words::HINT}</p>
            {(id == document.id).then(|| keep(state))}
            {rows}
        </Modal>
    }
    .into_any()
}

fn keep(state: State) -> AnyView {
    let name = RwSignal::new(String::new());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = name.get_untracked().trim().to_owned();
        if !text.is_empty() && versions::keep(state, VersionKind::Named, &text) {
            name.set(String::new());
            state.toast(words::KEPT);
        }
    };
    view! {
        <form class="versions-keep" on:submit=submit>
            <label class="field">
                <span class="label">{words::NAME}</span>
                <input
                    class="input"
                    dir="auto"
                    maxlength="120"
                    required
                    autofocus
                    prop:value=move || name.get()
                    on:input:target=move |event| name.set(event.target().value())
                />
            </label>
            <button class="button button-main" type="submit">{words::KEEP}</button>
        </form>
    }
    .into_any()
}
