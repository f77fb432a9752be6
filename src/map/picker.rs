//! A field that narrows a list down while one types, and the choice from it.

use crosslane_core::format::fold::fold;
use crosslane_core::sort::Sort;
use crosslane_words::ui::map as words;
use leptos::{ev, html};

use crate::reactive::prelude::*;
use crate::ui::DepartmentMark;

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// Beside its name.
    pub note: String,
    /// Its colour, where it is a department.
    pub mark: Option<DepartmentMark>,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Picked {
    /// The entry at this place of the list.
    At(usize),
    /// A new one of this name.
    New(String),
    /// Nothing: the field was left empty.
    Nothing,
}

/// How it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By Enter or a click.
    Enter,
    /// By Tab, which goes on.
    Tab,
}

/// What a picker is for.
pub struct Picker {
    /// Its name.
    pub label: &'static str,
    /// What stands in the empty field.
    pub placeholder: &'static str,
    /// What can be chosen.
    pub entries: Vec<Entry>,
    /// The entry that is chosen now.
    pub present: Option<usize>,
    /// Whether a new one can be made by typing its name.
    pub creates: bool,
    /// Takes the choice.
    pub done: Box<dyn Fn(Picked, By)>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    Entry(usize),
    Create(String),
}

/// The entries that hold all words typed, those that begin with them first; then the one to create.
fn lines(entries: &[Entry], typed: &str, creates: bool) -> Vec<Line> {
    let wanted = fold(typed.trim());
    let folded: Vec<String> = entries.iter().map(|entry| fold(&entry.name)).collect();
    let holds = |at: &usize| wanted.split_whitespace().all(|word| folded[*at].contains(word));
    let mut fitting: Vec<usize> = (0..entries.len()).filter(holds).collect();
    fitting.arrange_by_key(|at| !folded[*at].starts_with(&wanted));
    let is_new = creates && !wanted.is_empty() && !folded.contains(&wanted);
    let create = is_new.then(|| Line::Create(typed.split_whitespace().collect::<Vec<_>>().join(" ")));
    fitting.into_iter().map(Line::Entry).chain(create).collect()
}

/// The picker.
pub fn picker(picker: Picker) -> AnyView {
    let Picker { label, placeholder, entries, present, creates, done } = picker;
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that is gone by now needs no focus.
            at_frame(move || drop(field.focus()));
        }
    });
    let entries = StoredValue::new(entries);
    let done = StoredValue::new_local(done);
    let typed = RwSignal::new(String::new());
    let shown =
        Memo::new(move |_| typed.with(|typed| entries.with_value(|entries| lines(entries, typed, creates))));
    let active = RwSignal::new(present);
    // What is typed marks the best match: the first arrow down is that one.
    let went = StoredValue::new(true);
    let pick = move |at: Option<usize>, by: By| {
        let line = at.and_then(|at| shown.with_untracked(|shown| shown.get(at).cloned()));
        let picked = match line {
            Some(Line::Entry(at)) => Picked::At(at),
            Some(Line::Create(name)) => Picked::New(name),
            None => Picked::Nothing,
        };
        done.with_value(|done| done(picked, by));
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let count = shown.with_untracked(Vec::len).max(1);
        let at = active.get_untracked();
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "ArrowDown" if !went.get_value() => went.set_value(true),
            "ArrowDown" => active.set(Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" => active.set(Some(at.map_or(count - 1, |at| (at + count - 1) % count))),
            "Enter" => pick(at, By::Enter),
            "Tab" if !event.shift_key() => pick(at, By::Tab),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let active_id = move || active.get().map(|at| format!("map-pick-{at}"));
    view! {
        <div class="map-picker">
            <input
                node_ref=field
                class="input"
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="map-picks"
                aria-autocomplete="list"
                aria-activedescendant=active_id
                aria-label=label
                placeholder=placeholder
                autocomplete="off"
                dir="auto"
                prop:value=move || typed.get()
                on:input:target=move |event| {
                    let text = event.target().value();
                    active.set(if text.trim().is_empty() { present } else { Some(0) });
                    went.set_value(text.trim().is_empty());
                    typed.set(text);
                }
                on:keydown=on_key
            />
            <ul id="map-picks" class="map-picks" role="listbox" aria-label=label>
                {move || {
                    shown.get().into_iter().enumerate().map(|(at, line)| row(at, &line, entries, active, pick)).collect_view()
                }}
            </ul>
        </div>
    }
    .into_any()
}

fn row(
    at: usize,
    line: &Line,
    entries: StoredValue<Vec<Entry>>,
    active: RwSignal<Option<usize>>,
    pick: impl Fn(Option<usize>, By) + Copy + 'static,
) -> AnyView {
    let entry = match line {
        Line::Entry(at) => entries.with_value(|entries| entries.get(*at).cloned()),
        Line::Create(name) => Some(Entry { name: words::create(name), note: String::new(), mark: None }),
    };
    let Some(Entry { name, note, mark }) = entry else { return ().into_any() };
    let mark = mark.map(|mark| {
        view! {
            <span
                class="department"
                class:department-own=mark.own.is_some()
                style:--hue=mark.hue_text()
                style:--own=mark.own.clone().unwrap_or_default()
            >
                <span class="department-mark" aria-hidden="true"></span>
            </span>
        }
    });
    view! {
        <li
            id=format!("map-pick-{at}")
            class="map-pick"
            role="option"
            aria-selected=move || (active.get() == Some(at)).to_string()
            on:click=move |_| pick(Some(at), By::Enter)
            on:mousemove=move |_| if active.get_untracked() != Some(at) { active.set(Some(at)) }
        >
            {mark}
            <span class="map-pick-name" dir="auto">{name}</span>
            <span class="quiet">{note}</span>
        </li>
    }
    .into_any()
}
