//! A combobox: choose something by typing its name, or make it in the same gesture.

mod lines;

use crosslane_core::edit::form::creatable;
use crosslane_core::format::ids::key;
use crosslane_core::model::{EntityKind, Id};
use crosslane_words::ui::fields as words;
use leptos::ev;
use wasm_bindgen::JsCast;

use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::DepartmentChip;
use crate::ui::leaving::{leaving, refuse};
use crate::ui::page::show_in_scroller;
use lines::{Line, Lines, lines};

/// The room a list needs below its field, in pixels; with less it opens above.
const LIST_ROOM: f64 = 240.0;

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Chosen {
    /// Something that is there.
    Existing(Id),
    /// Something new, by its name.
    New(String),
    /// Nothing: unknown.
    Nothing,
}

/// A combobox.
#[derive(Clone, Copy)]
pub struct Combo {
    /// The state of the app.
    pub state: State,
    /// What can be chosen.
    pub kind: EntityKind,
    /// The name of what is chosen now, shown while nobody types.
    pub name: Signal<String>,
    /// What to do with what was chosen.
    pub choose: Callback<Chosen>,
    /// What was typed counts when the field is left, as in the cell of a table: a name that is not known
    /// makes something new.
    pub eager: bool,
    /// Only what a field of the journey shown can refer to.
    pub inside: bool,
}

/// The session of one combobox.
#[derive(Clone, Copy)]
struct Session {
    combo: Combo,
    typed: RwSignal<Option<String>>,
    open: RwSignal<bool>,
    at: RwSignal<usize>,
    /// The arrow keys went to it; else it is only the best match.
    went: StoredValue<bool>,
    above: RwSignal<bool>,
    refused: RwSignal<bool>,
    lines: Memo<Lines>,
    list_id: StoredValue<String>,
}

impl Session {
    fn new(combo: Combo, list_id: String) -> Self {
        let typed = RwSignal::new(None::<String>);
        let open = RwSignal::new(false);
        let lines = Memo::new(move |_| {
            if open.get() { lines(combo, &typed.get().unwrap_or_default()) } else { Lines::default() }
        });
        Self {
            combo,
            typed,
            open,
            at: RwSignal::new(0),
            went: StoredValue::new(false),
            above: RwSignal::new(false),
            refused: RwSignal::new(false),
            lines,
            list_id: StoredValue::new(list_id),
        }
    }

    fn show(self, input: &web_sys::Element) {
        if !self.open.get_untracked() {
            let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
            let place = input.get_bounding_client_rect();
            self.above.set(height - place.bottom() < LIST_ROOM && place.top() > LIST_ROOM);
            self.open.set(true);
        }
    }

    fn close(self) {
        self.open.set(false);
        self.at.set(0);
        self.went.set_value(false);
    }

    fn type_in(self, text: String, input: &web_sys::Element) {
        self.refused.set(false);
        self.typed.set(Some(text));
        self.at.set(0);
        self.went.set_value(false);
        self.show(input);
    }

    fn take(self, chosen: Chosen) {
        self.typed.set(None);
        self.refused.set(false);
        self.close();
        self.combo.choose.run(chosen);
    }

    fn take_line(self, at: usize) {
        let line = self.lines.with_untracked(|lines| lines.lines.get(at).cloned());
        match (line, self.typed.get_untracked()) {
            // An emptied field and Enter: unknown.
            (_, Some(typed)) if typed.trim().is_empty() => self.take(Chosen::Nothing),
            (Some(line), _) => self.take(line.chosen),
            (None, Some(_)) => self.refused.set(true),
            (None, None) => self.close(),
        }
    }

    /// The person leaves the field: a name that is known, or nothing, is taken; else it stays as typed.
    fn leave(self) {
        let typed = self.typed.get_untracked();
        let Some(typed) = typed else { return self.close() };
        if typed.trim().is_empty() {
            return self.take(Chosen::Nothing);
        }
        let exact = lines(self.combo, &typed).lines.into_iter().next();
        match exact {
            Some(Line { chosen: chosen @ Chosen::Existing(_), name, .. }) if key(&name) == key(&typed) => {
                self.take(chosen);
            }
            _ if self.combo.eager && creatable(self.combo.kind) => self.take(Chosen::New(typed)),
            _ => {
                refuse(&typed);
                self.refused.set(true);
                self.close();
            }
        }
    }

    fn go_to(self, at: usize) {
        self.at.set(at);
        self.went.set_value(true);
        let id = self.list_id.with_value(|id| option_id(id, at));
        if let Some(option) = document().get_element_by_id(&id) {
            show_in_scroller(&option);
        }
    }

    fn on_key(self, event: &ev::KeyboardEvent) {
        let count = self.lines.with_untracked(|lines| lines.lines.len());
        let open = self.open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open => {
                if let Some(input) = event.target().and_then(|target| target.dyn_into().ok()) {
                    self.show(&input);
                    self.went.set_value(true);
                }
            }
            // The first arrow down after typing is the best match.
            "ArrowDown" if self.at.get_untracked() == 0 && !self.went.get_value() => self.go_to(0),
            "ArrowDown" => self.go_to((self.at.get_untracked() + 1) % count.max(1)),
            "ArrowUp" => self.go_to((self.at.get_untracked() + count.max(1) - 1) % count.max(1)),
            "Enter" if open => self.take_line(self.at.get_untracked()),
            "Escape" if open || self.typed.get_untracked().is_some() => {
                self.typed.set(None);
                self.refused.set(false);
                self.close();
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The view of a combobox whose input has the identifier `id`. `label` names it where no label stands
/// beside it.
pub fn combo(combo: Combo, id: String, label: Option<String>, placeholder: &'static str) -> AnyView {
    let list_id = id.clone() + "-list";
    let session = Session::new(combo, list_id.clone());
    let below_id = id.clone() + "-below";
    let locked = move || combo.state.read_only.get().is_some();
    let show = move |event: &web_sys::Event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            && combo.state.read_only.with_untracked(Option::is_none)
        {
            session.show(&input);
        }
    };
    view! {
        <div class="combo" data-above=move || session.above.get()>
            <input
                class="input"
                type="text"
                role="combobox"
                id=id.clone()
                dir="auto"
                autocomplete="off"
                placeholder=placeholder
                aria-label=label
                aria-autocomplete="list"
                aria-expanded=move || session.open.get().to_string()
                aria-controls=list_id
                aria-activedescendant=move || {
                    session.open.get().then(|| session.list_id.with_value(|id| option_id(id, session.at.get())))
                }
                aria-describedby=below_id.clone()
                aria-invalid=move || session.refused.get().to_string()
                readonly=locked
                prop:value=move || session.typed.get().unwrap_or_else(|| combo.name.get())
                on:input:target=move |event| {
                    let target = event.target();
                    session.type_in(target.value(), &target);
                }
                on:click=move |event| show(&event)
                on:focus:target=move |event| event.target().select()
                on:keydown=move |event| session.on_key(&event)
                on:blur=leaving(id, move || session.leave())
            />
            {move || session.open.get().then(|| list(session))}
        </div>
        <p id=below_id class="field-below" aria-live="polite" data-refused=move || session.refused.get()>
            {move || match (session.refused.get(), creatable(combo.kind)) {
                (false, _) => "",
                (true, true) => words::NOT_YET_IN_LIST,
                (true, false) => words::NOT_IN_LIST,
            }}
        </p>
    }
    .into_any()
}

fn option_id(list: &str, at: usize) -> String {
    [list, "-", &at.to_string()].concat()
}

#[allow(clippy::large_types_passed_by_value)] // Handles of signals: copied into every closure.
fn list(session: Session) -> AnyView {
    let shown = move || {
        let Lines { lines, more } = session.lines.get();
        let empty = lines.is_empty();
        let options = lines.into_iter().enumerate().map(|(at, line)| option(session, at, line));
        view! {
            {options.collect_view()}
            {empty.then(|| view! { <li class="combo-note quiet" role="presentation">{words::NOTHING_FITS}</li> })}
            {more.then(|| view! { <li class="combo-note quiet" role="presentation">{words::KEEP_TYPING}</li> })}
        }
        .into_any()
    };
    view! {
        // The field keeps the focus while its list is used.
        <ul class="combo-list" role="listbox" id=session.list_id.get_value() on:mousedown=|event| event.prevent_default()>
            {shown}
        </ul>
    }
    .into_any()
}

#[allow(clippy::large_types_passed_by_value)] // As above.
fn option(session: Session, at: usize, line: Line) -> AnyView {
    let Line { chosen, name, mark } = line;
    let shown = match mark {
        Some(mark) => view! { <DepartmentChip mark=mark name=name /> }.into_any(),
        None => view! { <span dir="auto">{name}</span> }.into_any(),
    };
    view! {
        <li
            class="combo-option"
            role="option"
            id=session.list_id.with_value(|id| option_id(id, at))
            aria-selected=move || (session.at.get() == at).to_string()
            on:click=move |_| session.take(chosen.clone())
            on:mousemove=move |_| if session.at.get_untracked() != at { session.at.set(at) }
        >
            {shown}
        </li>
    }
    .into_any()
}
