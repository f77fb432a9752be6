//! The palette: every command, and everything a workspace holds, by name.

use crosslane_core::find::{Query, named};
use crosslane_core::format::ids::key;
use crosslane_core::model::{EntityKind, Id};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::sort::Sort;
use crosslane_words::ui::{departments, shell};
use leptos::ev;

use crate::app::{Command, Shortcut, State, all_commands, use_state};
use crate::reactive::prelude::*;
use crate::ui::page::show_in_scroller;
use crate::ui::{Icon, IconView, Keys, Modal};
use crate::{map, table};

/// How many entries the palette shows at once.
const MOST_ENTRIES: usize = 40;

#[derive(Clone, Copy)]
enum Action {
    Run(&'static Command),
    Show(EntityKind, Option<Id>, Id),
}

#[derive(Clone)]
struct Entry {
    name: String,
    /// The name as it is compared.
    key: String,
    group: &'static str,
    icon: Icon,
    action: Action,
}

fn entries(state: State) -> Vec<Entry> {
    let commands = all_commands(state).filter(|command| (command.applies)(state)).map(|command| Entry {
        name: command.name.to_owned(),
        key: key(command.name),
        group: command.group,
        icon: command.icon,
        action: Action::Run(command),
    });
    let workspace = state.workspace_untracked();
    let shown = state.journey_id_untracked();
    let things = workspace.iter().flat_map(|workspace| named(workspace, shown)).map(|found| Entry {
        key: key(&found.name),
        name: found.name,
        group: departments::register(found.kind),
        icon: shown_in(found.kind).1,
        action: Action::Show(found.kind, found.journey, found.id),
    });
    commands.chain(things).collect()
}

/// Where things of a kind are shown, and its picture.
fn shown_in(kind: EntityKind) -> (View, Icon) {
    match kind {
        EntityKind::Journey | EntityKind::Phase | EntityKind::Touchpoint => (View::Map, Icon::Map),
        kind if View::of_entries(kind) == View::Act => (View::Act, Icon::Act),
        _ => (View::Departments, Icon::Departments),
    }
}

/// The entries that fit what is typed, the best first; before anything is typed, what can be done.
fn fitting(entries: &[Entry], typed: &str) -> Vec<Entry> {
    let query = Query::new(typed);
    let offered = |entry: &&Entry| {
        !query.is_empty() || matches!(entry.action, Action::Run(_) | Action::Show(EntityKind::Journey, ..))
    };
    let ranked = entries.iter().filter(offered).filter_map(|entry| Some((query.rank(&entry.key)?, entry)));
    let mut ranked: Vec<(u8, &Entry)> = ranked.collect();
    // Stable: what fits as well stays in the order of the list.
    ranked.arrange_by_key(|(rank, _)| *rank);
    ranked.into_iter().take(MOST_ENTRIES).map(|(_, entry)| entry.clone()).collect()
}

fn run(state: State, action: Action) {
    state.dialog.set(None);
    match action {
        Action::Run(command) => (command.run)(state),
        Action::Show(kind, journey, id) => show(state, kind, journey, id),
    }
}

/// Shows what was found: a journey in the present view, a touchpoint on the map or in the table.
fn show(state: State, kind: EntityKind, journey: Option<Id>, id: Id) {
    let route = state.route.get_untracked();
    let Route::Workspace { view, .. } = route else { return };
    match (kind, journey) {
        (EntityKind::Journey, _) => state.jump(view, id, Selection::None),
        (EntityKind::Touchpoint, Some(journey)) => {
            if !table::show(id) {
                map::show(state, journey, Selection::Touchpoint(id));
            }
        }
        (EntityKind::Phase, Some(journey)) => map::show(state, journey, Selection::Phase(id)),
        _ => state.go(route.to(shown_in(kind).0, Selection::Entry(kind, id))),
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
    let go_to = move |at: usize| {
        chosen.set(at);
        if let Some(entry) = document().get_element_by_id(&format!("palette-{at}")) {
            show_in_scroller(&entry);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let count = shown.with_untracked(Vec::len).max(1);
        let at = chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => go_to((at + 1) % count),
            "ArrowUp" => go_to((at + count - 1) % count),
            "Enter" => {
                if let Some(entry) = shown.with_untracked(|shown| shown.get(at).cloned()) {
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
                aria-activedescendant=move || {
                    shown.with(|shown| !shown.is_empty()).then(|| format!("palette-{}", chosen.get()))
                }
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
                Action::Show(..) => None,
            };
            let keys = match action {
                Action::Run(command) => command.shortcut.map(Shortcut::names).unwrap_or_default(),
                Action::Show(..) => Vec::new(),
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
