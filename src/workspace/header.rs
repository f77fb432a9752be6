//! The header of a workspace: its title, the journey shown and the switcher between journeys.

use crosslane_core::edit::Edit;
use crosslane_core::model::Journey;
use crosslane_core::route::{Route, Selection, View};
use crosslane_words::ui::{sharing, shell, versions};

use crate::app::{Dialog, State, new_id, use_state};
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconButton, IconView};

/// The header above every view of a workspace.
#[component]
pub fn Header() -> impl IntoView {
    let state = use_state();
    let journey_title = Memo::new(move |_| {
        state.journey().map_or_else(
            || shell::NO_JOURNEY.to_owned(),
            |(_, journey)| shell::or_untitled(&journey.title).to_owned(),
        )
    });
    let title =
        Memo::new(move |_| state.workspace().map(|workspace| workspace.title.clone()).unwrap_or_default());
    // Where no workspace is shown there is nothing to choose from, to keep or to send.
    let nothing = Signal::derive(move || state.document.with(Option::is_none));
    view! {
        <header class="header">
            <div class="header-titles">
                <span class="header-workspace" dir="auto">{move || shell::or_untitled(&title.get()).to_owned()}</span>
                <button
                    class="header-journey"
                    type="button"
                    aria-haspopup="dialog"
                    title=shell::SWITCH_JOURNEY
                    disabled=move || nothing.get()
                    on:click=move |_| state.dialog.set(Some(Dialog::Journeys))
                >
                    <span class="header-journey-title" dir="auto">{move || journey_title.get()}</span>
                    <IconView icon=Icon::Down />
                </button>
            </div>
            <div class="header-tools">
                <crate::storage::SaveState />
                <IconButton
                    icon=Icon::Undo
                    label=shell::UNDO
                    disabled=Signal::derive(move || !state.can_undo.get())
                    on_click=move || state.undo()
                />
                <IconButton
                    icon=Icon::Redo
                    label=shell::REDO
                    disabled=Signal::derive(move || !state.can_redo.get())
                    on_click=move || state.redo()
                />
                <IconButton
                    icon=Icon::Versions
                    label=versions::TITLE
                    disabled=nothing
                    on_click=move || state.dialog.set(Some(Dialog::Versions))
                />
                <IconButton icon=Icon::Link label=sharing::LINK disabled=nothing on_click=move || Dialog::ShareLink.open(state) />
                <IconButton icon=Icon::Download label=sharing::EXPORT disabled=nothing on_click=move || Dialog::Export.open(state) />
                <IconButton icon=Icon::Search label=shell::PALETTE on_click=move || state.dialog.set(Some(Dialog::Palette)) />
            </div>
        </header>
    }
}

/// Adds an empty journey and shows it.
pub fn add_journey(state: State) {
    let id = new_id();
    let journey = Journey { title: shell::NEW_JOURNEY.to_owned(), ..Journey::default() };
    if state.edit(&Edit::AddJourney { id, journey: Box::new(journey), to: None })
        && let Route::Workspace { workspace, .. } = state.route.get_untracked()
    {
        state.go(Route::Workspace {
            workspace,
            view: View::Map,
            journey: Some(id),
            selection: Selection::None,
        });
    }
}
