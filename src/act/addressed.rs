//! The flags that an initiative or a decision addresses, and what became of them.

use crosslane_core::act::{Addressed, Became, addressed};
use crosslane_core::edit::{Edit, Entry};
use crosslane_core::model::{AddressedFlag, EntityKind, Id, Map, Workspace};
use crosslane_core::rules::Evaluation;
use crosslane_words::flag as flag_words;
use crosslane_words::ui::act::{self as act_words, initiatives as words};

use super::parts;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconButton, IconView};

/// The flags of an initiative.
pub fn of_initiative(state: State, id: Id) -> AnyView {
    of(state, words::ADDRESSES, EntityKind::Initiative, id, true)
}

/// The flags of a decision; nothing where it is about none.
pub fn of_decision(state: State, id: Id) -> AnyView {
    of(state, act_words::FLAGS, EntityKind::Decision, id, false)
}

fn of(state: State, title: &'static str, kind: EntityKind, id: Id, say_none: bool) -> AnyView {
    let list = move || {
        let document = state.document.get()?;
        let (flags, found) = flags_of(&document.workspace, kind, id)?;
        if flags.is_empty() {
            return say_none.then(|| {
                let none = view! { <p class="quiet view-note">{words::ADDRESSES_NONE}</p> }.into_any();
                parts::section(title, none)
            });
        }
        Some(parts::section(
            title,
            lines(state, &document.workspace, &document.evaluation, &flags, &found, kind, id),
        ))
    };
    view! { <div>{list}</div> }.into_any()
}

/// The fingerprints an entry addresses, and the flags as they were.
fn flags_of(workspace: &Workspace, kind: EntityKind, id: Id) -> Option<(Vec<String>, Map<AddressedFlag>)> {
    match Entry::of(workspace, kind, id)? {
        Entry::Initiative(it) => Some((it.flags, it.found)),
        Entry::Decision(it) => Some((it.flags, it.found)),
        _ => None,
    }
}

fn lines(
    state: State,
    workspace: &Workspace,
    evaluation: &Evaluation,
    flags: &[String],
    found: &Map<AddressedFlag>,
    kind: EntityKind,
    id: Id,
) -> AnyView {
    let lines = addressed(evaluation, flags, found);
    let lines = lines.iter().map(|flag| line(state, workspace, flag, kind, id)).collect_view();
    view! { <ul class="act-flags">{lines}</ul> }.into_any()
}

fn line(state: State, workspace: &Workspace, flag: &Addressed<'_>, kind: EntityKind, id: Id) -> AnyView {
    let rule = flag.rule();
    let title = rule.map_or(words::UNKNOWN_FLAG, flag_words::title);
    let why = flag.now.map(|found| flag_words::why(workspace, found.flag));
    let (severity, icon) = match flag.became {
        Became::Still => ("warning", Icon::Warning),
        Became::Changed(_) => ("open", Icon::Question),
        Became::Accepted => ("info", Icon::Info),
        Became::Gone => ("good", Icon::Tick),
    };
    let became = words::became(&flag.became, rule.unwrap_or_default());
    let handoff = flag.handoff().map(|(journey, key)| {
        let place = crosslane_core::rules::Place::Handoff(key);
        parts::handoff_link(state, journey, key, flag_words::place(workspace, Some(journey), place))
    });
    let fingerprint = flag.fingerprint.to_owned();
    let drop = move || drop_flag(state, kind, id, &fingerprint);
    view! {
        <li class="act-addressed">
            <span class="badge" data-severity=severity>
                <IconView icon=icon />
                {became}
            </span>
            <div class="act-addressed-text">
                <strong>{title}</strong>
                {why.map(|why| view! { <p dir="auto">{why}</p> })}
                {handoff}
            </div>
            <Show when=move || state.read_only.get().is_none()>
                <IconButton icon=Icon::Close label=words::DROP on_click=drop.clone() />
            </Show>
        </li>
    }
    .into_any()
}

fn drop_flag(state: State, kind: EntityKind, id: Id, fingerprint: &str) {
    let Some(workspace) = state.workspace_untracked() else { return };
    let Some(mut entry) = Entry::of(&workspace, kind, id) else { return };
    let (flags, found) = match &mut entry {
        Entry::Initiative(it) => (&mut it.flags, &mut it.found),
        Entry::Decision(it) => (&mut it.flags, &mut it.found),
        _ => return,
    };
    flags.retain(|flag| flag != fingerprint);
    if let Some(key) = Id::new(fingerprint) {
        found.remove(&key);
    }
    state.edit(&Edit::PutEntry(id, Box::new(entry)));
}
