//! The registry of commands: it feeds the palette, the shortcuts and the shortcut sheet.

use crosslane_core::keys::{Chord, Press};
use crosslane_core::route::Route;
use crosslane_words::ui::home as files_words;
use crosslane_words::ui::shell::{self, group};
use leptos::ev;
use wasm_bindgen::JsCast;

use super::dialog::Dialog;
use super::parts;
use super::{State, theme};
use crate::files;
use crate::reactive::prelude::*;
use crate::ui::Icon;

/// A key with its modifiers. `command` is Ctrl, or Cmd on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, lower case, as a browser names it.
    pub key: &'static str,
    /// With Ctrl or Cmd.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt.
    pub alt: bool,
    /// A selector of where it works: the focus is inside of it, or nowhere. Without one it works everywhere.
    pub within: Option<&'static str>,
}

impl Shortcut {
    /// A key alone: works where nothing is being typed.
    pub const fn key(key: &'static str) -> Self {
        Self { key, command: false, shift: false, alt: false, within: None }
    }
    /// A key with Ctrl or Cmd.
    pub const fn command(key: &'static str) -> Self {
        Self { command: true, ..Self::key(key) }
    }
    /// A key with Ctrl or Cmd, and Shift.
    pub const fn command_shift(key: &'static str) -> Self {
        Self { command: true, shift: true, ..Self::key(key) }
    }
    /// A key with Shift.
    pub const fn shift(key: &'static str) -> Self {
        Self { shift: true, ..Self::key(key) }
    }
    /// A key with Alt.
    pub const fn alt(key: &'static str) -> Self {
        Self { alt: true, ..Self::key(key) }
    }
    /// The same keys, where the focus is inside of what `selector` names, or nowhere. There they come before
    /// those that work everywhere.
    pub const fn within(self, selector: &'static str) -> Self {
        Self { within: Some(selector), ..self }
    }

    /// The keys as people know them, such as `Ctrl` and `K`.
    pub fn names(self) -> Vec<String> {
        let mut names = Vec::new();
        if self.command {
            names.push("Ctrl".to_owned());
        }
        if self.alt {
            names.push("Alt".to_owned());
        }
        if self.shift {
            names.push("Shift".to_owned());
        }
        names.push(shell::key(self.key));
        names
    }

    fn fits(self, press: &Press, event: &ev::KeyboardEvent) -> bool {
        let Self { key, command, shift, alt, within } = self;
        press.fits(Chord { key, command, shift, alt })
            && within.is_none_or(|selector| is_within(event, selector))
    }
}

/// A press of a key.
pub fn press(event: &ev::KeyboardEvent) -> Press {
    let command = event.ctrl_key() || event.meta_key();
    // On a Mac, Option is what AltGr is elsewhere.
    let option =
        event.alt_key() && !command && window().navigator().platform().is_ok_and(|of| of.starts_with("Mac"));
    Press {
        key: event.key(),
        code: event.code(),
        command,
        shift: event.shift_key(),
        alt: event.alt_key(),
        third: option || event.get_modifier_state("AltGraph"),
    }
}

/// Something a person can do, by name, key or click.
pub struct Command {
    /// Its stable name.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Where the palette and the shortcut sheet list it.
    pub group: &'static str,
    /// Its picture.
    pub icon: Icon,
    /// Its key.
    pub shortcut: Option<Shortcut>,
    /// Whether it can be done now.
    pub applies: fn(State) -> bool,
    /// Does it.
    pub run: fn(State),
}

impl Command {
    /// A command that leads to something of the workspace shown.
    pub const fn leading(id: &'static str, name: &'static str, icon: Icon, run: fn(State)) -> Self {
        Self { id, name, group: group::GO, icon, shortcut: None, applies: in_workspace, run }
    }
}

fn always(_: State) -> bool {
    true
}

/// Whether a workspace is shown.
pub fn in_workspace(state: State) -> bool {
    matches!(state.route.get_untracked(), Route::Workspace { .. })
        && state.document.with_untracked(Option::is_some)
}

/// The commands of the frame.
const COMMANDS: &[Command] = &[
    Command {
        id: "home",
        name: shell::HOME,
        group: group::GO,
        icon: Icon::Logo,
        shortcut: Some(Shortcut::key("h")),
        applies: always,
        run: |state| state.go(Route::Home),
    },
    Command {
        id: "open",
        name: files_words::OPEN,
        group: group::FILE,
        icon: Icon::Open,
        shortcut: Some(Shortcut::command("o")),
        applies: always,
        run: files::choose,
    },
    Command {
        id: "new",
        name: files_words::NEW_WORKSPACE,
        group: group::FILE,
        icon: Icon::Add,
        shortcut: None,
        applies: always,
        run: begin,
    },
    Command {
        id: "palette",
        name: shell::PALETTE,
        group: group::LOOK,
        icon: Icon::Search,
        shortcut: Some(Shortcut::command("k")),
        applies: always,
        run: |state| Dialog::Palette.open(state),
    },
    Command {
        id: "shortcuts",
        name: shell::SHORTCUTS,
        group: group::LOOK,
        icon: Icon::Keyboard,
        shortcut: Some(Shortcut::key("?")),
        applies: always,
        run: |state| Dialog::Shortcuts.open(state),
    },
    Command {
        id: "theme",
        name: shell::THEME,
        group: group::LOOK,
        icon: Icon::Theme,
        shortcut: None,
        applies: always,
        run: theme::next,
    },
];

fn begin(state: State) {
    parts::with(state, move |part| (part.begin)(state));
}

/// Every command that is here, in the order of the palette.
pub fn all(state: State) -> impl Iterator<Item = &'static Command> {
    let later = state.part.get_untracked().part().map_or(&[][..], |part| part.commands);
    COMMANDS.iter().chain(later.iter().copied().flatten())
}

/// Runs the command whose shortcut is pressed, wherever the focus is.
pub fn listen(state: State) {
    listen_always(ev::keydown, move |event| {
        let press = press(&event);
        if event.default_prevented() || event.repeat() && press.name() == "k" {
            return;
        }
        let typing = is_typing(&event);
        // Where a dialog is open only its own keys count.
        if state.dialog.with_untracked(Option::is_some) {
            return;
        }
        let fits = |command: &&Command, scoped: bool| {
            command.shortcut.is_some_and(|shortcut| {
                shortcut.within.is_some() == scoped
                    && shortcut.fits(&press, &event)
                    && (shortcut.command || !typing)
                    && !(typing && shortcut.key == "z")
            }) && (command.applies)(state)
        };
        let fitting = all(state)
            .find(|command| fits(command, true))
            .or_else(|| all(state).find(|command| fits(command, false)));
        if let Some(command) = fitting.filter(|_| !presses(&event)) {
            event.prevent_default();
            (command.run)(state);
        }
    });
}

/// Whether the focus is inside of what `selector` names, or nowhere.
fn is_within(event: &ev::KeyboardEvent, selector: &str) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return true;
    };
    element.tag_name() == "BODY"
        || element.id() == "content"
        || matches!(element.closest(selector), Ok(Some(_)))
}

/// Whether the key presses the button or follows the link that has the focus.
fn presses(event: &ev::KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    matches!(event.key().as_str(), "Enter" | " ")
        && element.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY"))
}

/// Whether the key goes into a field that takes text.
fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "button")),
        _ => element.is_content_editable(),
    }
}
