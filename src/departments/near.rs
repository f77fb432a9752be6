//! Entries that may be the same: proposed, and merged only when somebody says so.

use crosslane_core::edit::form::name_of;
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::route::{Selection, View};
use crosslane_core::vocabulary::{Reason, near};
use crosslane_words::ui::departments as words;

use crate::app::{Dialog, Shared, State};
use crate::reactive::prelude::*;
use crate::ui::remember::{keep, recall};

/// How many pairs are shown at first.
const PAGE: usize = 5;

/// The pairs that somebody in this browser said differ, by workspace.
fn kept_under(state: State) -> String {
    let id = state.document.with_untracked(|document| document.as_ref().map(|document| document.id));
    ["crosslane-apart-", id.as_ref().map_or("", Id::as_str)].concat()
}

/// The word for a pair among those that differ; the same in either order.
fn word(one: Id, other: Id) -> String {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    [first.as_str(), "/", second.as_str()].concat()
}

fn differ(apart: &str, one: Id, other: Id) -> bool {
    let word = word(one, other);
    apart.split(' ').any(|known| known == word)
}

/// Two entries that may be the same.
#[derive(Clone, PartialEq)]
struct Pair {
    one: Id,
    other: Id,
    names: [String; 2],
    reason: Reason,
}

fn pairs(workspace: &Workspace, kind: EntityKind, apart: &str) -> Vec<Pair> {
    let name = |id| name_of(workspace, kind, id).into_owned();
    let alike = near(workspace, kind).into_iter().filter(|(one, other, _)| !differ(apart, *one, *other));
    alike.map(|(one, other, reason)| Pair { one, other, names: [name(one), name(other)], reason }).collect()
}

/// The pairs of a register, above its list.
pub fn proposals(state: State, kind: EntityKind, version: Signal<Option<Shared<Workspace>>>) -> AnyView {
    let apart = RwSignal::new(recall(&kept_under(state)));
    let pairs = Memo::new(move |_| {
        version.get().map(|workspace| apart.with(|apart| pairs(&workspace, kind, apart))).unwrap_or_default()
    });
    let all = RwSignal::new(false);
    let shown = move || {
        let pairs = pairs.get();
        let total = pairs.len();
        if total == 0 {
            return ().into_any();
        }
        let most = if all.get() { total } else { PAGE };
        let rows = pairs.into_iter().take(most).map(|pair| row(state, kind, apart, pair)).collect_view();
        view! {
            <section class="panel near" id="near">
                <h2>{words::NEAR}</h2>
                <p class="quiet">{words::NEAR_HINT}</p>
                <ul class="near-list">{rows}</ul>
                {(total > most).then(|| view! {
                    <button class="button" type="button" on:click=move |_| all.set(true)>{words::show_all(total)}</button>
                })}
            </section>
        }
        .into_any()
    };
    shown.into_any()
}

fn row(state: State, kind: EntityKind, apart: RwSignal<String>, pair: Pair) -> AnyView {
    let Pair { one, other, names: [first, second], reason } = pair;
    let keeps = [(other, one, words::keep(&first)), (one, other, words::keep(&second))];
    let buttons = move || {
        let button = |(from, into, label): (Id, Id, String)| {
            let open = move |_| state.dialog.set(Some(Dialog::MergeEntry(kind, from, Some(into))));
            view! { <button class="button" type="button" on:click=open>{label}</button> }
        };
        let can_change = state.read_only.with(Option::is_none);
        can_change.then(|| keeps.clone().into_iter().map(button).collect_view())
    };
    let set_apart = move |_| {
        let mut pairs = apart.get_untracked();
        if !pairs.is_empty() {
            pairs.push(' ');
        }
        pairs.push_str(&word(one, other));
        keep(&kept_under(state), &pairs);
        apart.set(pairs);
    };
    view! {
        <li class="near-pair">
            <span class="near-names">
                <b dir="auto">{first}</b>
                {words::AND}
                <b dir="auto">{second}</b>
                " · "
                <span class="quiet">{words::reason(reason)}</span>
            </span>
            {buttons}
            <button class="link" type="button" on:click=set_apart>{words::DIFFER}</button>
        </li>
    }
    .into_any()
}

/// Tells of an entry that was not there `before`, where its name looks like one there is.
pub fn tell(state: State, before: &Workspace, kind: EntityKind) {
    let Some(present) = state.workspace_untracked() else { return };
    let apart = recall(&kept_under(state));
    let is_new = |id: Id| !before.contains(kind, id);
    let pairs = pairs(&present, kind, &apart);
    let Some(pair) = pairs.into_iter().find(|pair| is_new(pair.one) || is_new(pair.other)) else { return };
    let [first, second] = pair.names;
    let (new, known) = if is_new(pair.other) { (second, first) } else { (first, second) };
    let route = state.route.get_untracked().to(View::of_entries(kind), Selection::Register(kind));
    state.toast_with_link(words::looks_like(&new, &known), words::LOOK, route);
}
