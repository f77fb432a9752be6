//! The field in a cell while something is typed into it, with what could be meant.

use crosslane_core::format::table::{Column, Kind};
use leptos::ev;
use leptos::html;

use super::edits;
use super::session::{At, Grid, HEAD_HEIGHT, ROW_HEIGHT, Typing};
use super::suggest::{Suggestion, Suggestions, is_list, parts, suggestions, suggests};
use crate::reactive::prelude::*;
use crate::ui::DepartmentChip;
use crate::ui::leaving::{leaving, refuse};

/// The field on the page: there is one at a time.
const FIELD: &str = "cell-field";

/// The session of one field.
#[derive(Clone, Copy)]
struct Session {
    grid: Grid,
    at: At,
    column: Column,
    typing: StoredValue<Typing>,
    typed: RwSignal<String>,
    /// The suggestion chosen by arrow keys, in place of the one that is meant.
    chosen: RwSignal<Option<usize>>,
    refused: RwSignal<Option<&'static str>>,
    suggestions: Memo<Suggestions>,
}

impl Session {
    fn type_in(self, text: String) {
        self.typed.set(text);
        self.chosen.set(None);
        self.refused.set(None);
    }

    fn highlighted(self) -> Option<usize> {
        self.chosen.get().or_else(|| self.suggestions.with(|of| of.meant))
    }

    fn text(self) -> String {
        let typed = self.typed.get_untracked();
        let highlighted = untrack(|| self.highlighted());
        let suggestion =
            highlighted.and_then(|at| self.suggestions.with_untracked(|of| of.list.get(at).cloned()));
        match suggestion {
            Some(suggestion) => [parts(self.column, &typed).0, &suggestion.text].concat(),
            None => typed.trim_end_matches([' ', ';']).to_owned(),
        }
    }

    fn commit(self) -> bool {
        // A field that is taken away has lost its session.
        let Some(typing) = self.typing.try_get_value() else { return true };
        match edits::set_cell(self.grid, self.at, &typing, &self.text()) {
            Ok(()) => {
                self.grid.typing.set(None);
                true
            }
            Err(mend) => {
                self.refused.set(Some(mend));
                false
            }
        }
    }

    /// What is refused when the field is left stays in it, with the mend below.
    fn leave(self) {
        if !self.grid.settle() {
            refuse(&self.typed.get_untracked());
        }
    }

    /// A suggestion was clicked: in a list more can follow.
    fn take(self, at: usize) {
        self.chosen.set(Some(at));
        if is_list(self.column) {
            let text = self.text() + "; ";
            self.typed.set(text);
            self.chosen.set(None);
        } else if self.commit() {
            self.grid.take_focus();
        }
    }

    fn choose(self, forward: bool) {
        let count = self.suggestions.with_untracked(|of| of.list.len());
        let next = match (self.chosen.get_untracked(), forward) {
            // The first arrow down is the best match, also where it was meant all along.
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.chosen.set(Some(next));
    }

    fn on_key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let At { row, column } = self.at;
        let suggests = self.suggestions.with_untracked(|of| !of.list.is_empty());
        match event.key().as_str() {
            "Escape" => {
                self.grid.typing.set(None);
                self.grid.take_focus();
            }
            // A new line in a text.
            "Enter" if event.shift_key() || event.alt_key() => {
                if event.alt_key() {
                    self.typed.update(|text| text.push('\n'));
                }
                event.stop_propagation();
                return;
            }
            "Enter" if self.commit() => self.grid.go(row + 1, column, false),
            "Tab" if self.commit() => {
                let to = if event.shift_key() { column.saturating_sub(1) } else { column + 1 };
                self.grid.go(row, to, false);
            }
            "Enter" | "Tab" => {}
            "ArrowDown" if suggests => self.choose(true),
            "ArrowUp" if suggests => self.choose(false),
            _ => {
                // Letters are for the field alone.
                event.stop_propagation();
                return;
            }
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The field in a cell.
pub fn editor(grid: Grid, at: At, column: Column, label: String, typing: Typing) -> AnyView {
    let typed = RwSignal::new(typing.text.clone());
    let session = Session {
        grid,
        at,
        column,
        typing: StoredValue::new(typing),
        typed,
        chosen: RwSignal::new(None),
        refused: RwSignal::new(None),
        suggestions: Memo::new(move |_| typed.with(|typed| suggestions(grid.state(), column, typed))),
    };
    grid.commit.set_value(Some(Callback::new(move |()| session.commit())));
    let above = opens_above(grid, at);
    let wide = matches!(column.kind(), Kind::Text | Kind::Texts | Kind::Entries | Kind::Agreed);
    let field = if suggests(column) { line(session, label) } else { area(session, label) };
    view! {
        <div class="cell-editor" data-above=above data-wide=wide on:mousedown=|event| event.stop_propagation()>
            {field}
            <p class="cell-refused" id="cell-refused" role="alert">{move || session.refused.get()}</p>
            {move || list(session)}
        </div>
    }
    .into_any()
}

/// A line with what could be meant.
fn line(session: Session, label: String) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Where it cannot take the focus, a click still gives it.
            drop(field.focus());
            let end = length(&field.value());
            drop(field.set_selection_range(end, end));
        }
    });
    view! {
        <input
            class="cell-input"
            type="text"
            dir="auto"
            autocomplete="off"
            node_ref=field
            role="combobox"
            aria-label=label
            aria-autocomplete="list"
            aria-controls="cell-list"
            aria-expanded=move || session.suggestions.with(|of| !of.list.is_empty()).to_string()
            aria-activedescendant=move || session.highlighted().map(option_id)
            aria-describedby="cell-refused"
            aria-invalid=move || session.refused.get().is_some().to_string()
            prop:value=move || session.typed.get()
            on:input:target=move |event| session.type_in(event.target().value())
            on:keydown=move |event| session.on_key(&event)
            id=FIELD
            on:blur=leaving(FIELD.to_owned(), move || session.leave())
        />
    }
    .into_any()
}

/// A text of any length.
fn area(session: Session, label: String) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Where it cannot take the focus, a click still gives it.
            drop(field.focus());
            let end = length(&field.value());
            drop(field.set_selection_range(end, end));
        }
    });
    view! {
        <textarea
            class="cell-input"
            rows="1"
            dir="auto"
            node_ref=field
            aria-label=label
            aria-describedby="cell-refused"
            aria-invalid=move || session.refused.get().is_some().to_string()
            prop:value=move || session.typed.get()
            on:input:target=move |event| session.type_in(event.target().value())
            on:keydown=move |event| session.on_key(&event)
            id=FIELD
            on:blur=leaving(FIELD.to_owned(), move || session.leave())
        ></textarea>
    }
    .into_any()
}

/// The length of a text as the browser counts it.
fn length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Whether there is more room above the cell than below it.
fn opens_above(grid: Grid, at: At) -> bool {
    let Some(scroller) = grid.scroller.get_untracked() else { return false };
    let pixels = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    let row = i32::try_from(at.row).unwrap_or(i32::MAX).saturating_mul(pixels(ROW_HEIGHT));
    let seen = scroller.client_height() - pixels(HEAD_HEIGHT);
    row - scroller.scroll_top() > seen / 2
}

fn option_id(at: usize) -> String {
    ["cell-option-", &at.to_string()].concat()
}

fn list(session: Session) -> Option<AnyView> {
    let Suggestions { list, .. } = session.suggestions.get();
    if list.is_empty() {
        return None;
    }
    let options = list.into_iter().enumerate().map(|(at, suggestion)| option(session, at, suggestion));
    let options = options.collect_view();
    let list = view! {
        // The field keeps the focus while its list is used.
        <ul class="combo-list" id="cell-list" role="listbox" on:mousedown=|event| event.prevent_default()>
            {options}
        </ul>
    };
    Some(list.into_any())
}

fn option(session: Session, at: usize, suggestion: Suggestion) -> AnyView {
    let Suggestion { label, mark, .. } = suggestion;
    let shown = match mark {
        Some(mark) => view! { <DepartmentChip mark=mark name=label /> }.into_any(),
        None => view! { <span dir="auto">{label}</span> }.into_any(),
    };
    view! {
        <li
            class="combo-option"
            role="option"
            id=option_id(at)
            aria-selected=move || (session.highlighted() == Some(at)).to_string()
            on:click=move |_| session.take(at)
        >
            {shown}
        </li>
    }
    .into_any()
}
