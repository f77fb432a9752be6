//! The command palette: every command and journey by name, with search.

use crosslane_core::model::Id;
use crosslane_core::route::{Route, Selection};
use crosslane_words::ui::shell;
use leptos::ev;
use leptos::prelude::*;

use crate::app::{Command, Shortcut, State, all_commands, use_state};
use crate::ui::{Icon, IconView, Keys, Modal};

/// How many entries the palette shows at once.
const MOST_ENTRIES: usize = 40;

#[derive(Clone, Copy)]
enum Action {
    Run(&'static Command),
    Show(Id),
}

#[derive(Clone)]
struct Entry {
    name: String,
    group: &'static str,
    icon: Icon,
    action: Action,
}

fn entries(state: State) -> Vec<Entry> {
    let commands = all_commands(state).filter(|command| (command.applies)(state)).map(|command| Entry {
        name: command.name.to_owned(),
        group: command.group,
        icon: command.icon,
        action: Action::Run(command),
    });
    let workspace = state.workspace_untracked();
    let journeys = workspace.iter().flat_map(|workspace| {
        workspace.ordered_journeys().map(|(id, journey)| Entry {
            name: shell::or_untitled(&journey.title).to_owned(),
            group: shell::SWITCH_JOURNEY,
            icon: Icon::Map,
            action: Action::Show(id),
        })
    });
    commands.chain(journeys).collect()
}

/// The entries whose name holds all words of `query`, in their order.
fn fitting(entries: &[Entry], query: &str) -> Vec<Entry> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    entries
        .iter()
        .filter(|entry| {
            let name = entry.name.to_lowercase();
            words.iter().all(|word| name.contains(word))
        })
        .take(MOST_ENTRIES)
        .cloned()
        .collect()
}

fn run(state: State, action: Action) {
    state.dialog.set(None);
    match action {
        Action::Run(command) => (command.run)(state),
        Action::Show(journey) => {
            let Route::Workspace { view, .. } = state.route.get_untracked() else { return };
            state.jump(view, journey, Selection::None);
        }
    }
}

/// The palette as a dialog.
pub fn palette() -> impl IntoView {
    let state = use_state();
    // A workspace may be on its way while the palette opens: its commands come with it.
    let all = Memo::new_with_compare(
        move |_| {
            state.route.track();
            state.document.track();
            entries(state)
        },
        |_, _| true,
    );
    let query = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let shown =
        Memo::new_with_compare(move |_| query.with(|query| all.with(|all| fitting(all, query))), |_, _| true);
    let on_key = move |event: ev::KeyboardEvent| {
        let count = shown.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => chosen.update(|at| *at = (*at + 1) % count.max(1)),
            "ArrowUp" => chosen.update(|at| *at = (*at + count.max(1) - 1) % count.max(1)),
            "Enter" => {
                if let Some(entry) = shown.with_untracked(|shown| shown.get(chosen.get_untracked()).cloned())
                {
                    run(state, entry.action);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <Modal title=shell::PALETTE class="palette" bare=true>
            <input
                class="palette-search"
                type="search"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant=move || format!("palette-{}", chosen.get())
                aria-label=shell::PALETTE_SEARCH
                placeholder=shell::PALETTE_SEARCH
                autofocus
                autocomplete="off"
                prop:value=move || query.get()
                on:input:target=move |event| {
                    query.set(event.target().value());
                    chosen.set(0);
                }
                on:keydown=on_key
            />
            <ul id="palette-list" class="palette-list" role="listbox" aria-label=shell::PALETTE>
                {move || list(state, &shown.get(), chosen)}
            </ul>
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="quiet palette-empty" role="status">{shell::PALETTE_EMPTY}</p>
            </Show>
        </Modal>
    }
}

fn list(state: State, entries: &[Entry], chosen: RwSignal<usize>) -> AnyView {
    entries
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let action = entry.action;
            let command = match action {
                Action::Run(command) => Some(command.id),
                Action::Show(_) => None,
            };
            let keys = match action {
                Action::Run(command) => command.shortcut.map(Shortcut::names).unwrap_or_default(),
                Action::Show(_) => Vec::new(),
            };
            view! {
                <li
                    id=format!("palette-{at}")
                    role="option"
                    data-command=command
                    class="palette-entry"
                    aria-selected=move || (chosen.get() == at).to_string()
                    on:click=move |_| run(state, action)
                    on:mousemove=move |_| if chosen.get_untracked() != at { chosen.set(at) }
                >
                    <IconView icon=entry.icon />
                    <span class="palette-name" dir="auto">{entry.name.clone()}</span>
                    <span class="quiet">{entry.group}</span>
                    <Keys names=keys />
                </li>
            }
        })
        .collect_view()
        .into_any()
}
