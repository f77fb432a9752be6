//! The board of initiatives: a column for each status, moved by buttons, keys or dragging.

use crosslane_core::act::{board as columns_of, is_overdue, open_flags, risk_now};
use crosslane_core::model::{EntityKind, Id, Initiative, InitiativeStatus, Workspace};
use crosslane_core::rules::Evaluation;
use crosslane_words::labels::Label;
use crosslane_words::ui::act::initiatives as words;
use crosslane_words::ui::shell;

use super::{initiative, parts};
use crate::app::{State, day};
use crate::reactive::prelude::*;
use crate::ui::page::focus_soon;
use crate::ui::{Icon, IconButton, IconView};

/// The board.
pub fn board(state: State) -> AnyView {
    let dragged = RwSignal::new(None::<Id>);
    let columns = move || {
        let Some(document) = state.document.get() else { return ().into_any() };
        let (workspace, evaluation) = (&*document.workspace, &*document.evaluation);
        let open = open_flags(workspace, evaluation);
        let card = |id: &Id| {
            let open = open.get(id).copied().unwrap_or_default();
            card(state, dragged, workspace, evaluation, *id, open)
        };
        let columns = columns_of(workspace)
            .into_iter()
            .map(|(status, ids)| column(state, dragged, status, ids.iter().map(card).collect()))
            .collect_view();
        let none = workspace.initiatives.is_empty().then(|| parts::none(EntityKind::Initiative));
        view! {
            {none}
            <div class="board">{columns}</div>
        }
        .into_any()
    };
    view! { {columns} }.into_any()
}

fn column(
    state: State,
    dragged: RwSignal<Option<Id>>,
    status: InitiativeStatus,
    cards: Vec<AnyView>,
) -> AnyView {
    let count = cards.len();
    let empty = cards.is_empty().then(|| view! { <p class="quiet board-empty">{words::EMPTY}</p> });
    let over = move |event: leptos::ev::DragEvent| {
        if dragged.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    };
    let drop = move |event: leptos::ev::DragEvent| {
        if let Some(id) = dragged.get_untracked() {
            event.prevent_default();
            dragged.set(None);
            move_card(state, id, status);
        }
    };
    view! {
        <section class="board-column" data-status=status.word() on:dragover=over on:drop=drop>
            <h2>{status.label()} " " <span class="quiet">{count}</span></h2>
            {empty}
            <ul class="board-cards">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(
    state: State,
    dragged: RwSignal<Option<Id>>,
    workspace: &Workspace,
    evaluation: &Evaluation,
    id: Id,
    open: usize,
) -> AnyView {
    let Some(of) = workspace.initiatives.get(&id) else { return ().into_any() };
    let overdue = is_overdue(of, day());
    let risk = risk_line(workspace, evaluation, of);
    let flags = words::open_of(open, of.flags.len());
    view! {
        <li
            class="panel act-card"
            draggable="true"
            on:dragstart=move |_| dragged.set(Some(id))
            on:dragend=move |_| dragged.set(None)
        >
            <h3>{parts::entry_link(state, workspace, EntityKind::Initiative, id)}</h3>
            {parts::chips(workspace, of.departments.as_deref())}
            {led_by(of)}
            {overdue.then(|| view! {
                <span class="badge" data-severity="error">
                    <IconView icon=Icon::Warning />
                    {words::OVERDUE}
                </span>
            })}
            <p class="act-line">{flags}</p>
            {risk.map(|risk| view! { <p class="act-line act-risk">{risk}</p> })}
            {moves(state, of, id)}
        </li>
    }
    .into_any()
}

fn led_by(of: &Initiative) -> AnyView {
    let owner = of.owner.clone();
    let due = of.due.map(words::due);
    view! {
        <p class="quiet act-line">
            <bdi>{owner.clone()}</bdi>
            {(owner.is_some() && due.is_some()).then_some(" · ")}
            {due}
        </p>
    }
    .into_any()
}

/// The risk before, and after; until it is done, now.
pub fn risk_line(workspace: &Workspace, evaluation: &Evaluation, of: &Initiative) -> Option<String> {
    let now =
        if of.risk_after.is_none() { risk_now(workspace, evaluation, &of.flags, &of.found) } else { None };
    words::risk(of.risk_before, of.risk_after, now)
}

fn moves(state: State, of: &Initiative, id: Id) -> AnyView {
    let at = InitiativeStatus::ALL
        .iter()
        .position(|status| *status == crosslane_core::act::status_of(of))
        .unwrap_or_default();
    let title = shell::or_untitled(&of.title).to_owned();
    let button = |to: Option<usize>, icon: Icon| {
        let status = InitiativeStatus::ALL.get(to?).copied()?;
        let label = words::move_to(&title, status);
        Some(view! { <IconButton icon=icon label=label on_click=move || move_card(state, id, status) /> })
    };
    view! {
        <div class="act-moves">
            {button(at.checked_sub(1), Icon::Left)}
            {button(Some(at + 1), Icon::Right)}
        </div>
    }
    .into_any()
}

fn move_card(state: State, id: Id, status: InitiativeStatus) {
    initiative::move_to(state, id, status);
    // The card is drawn again in its new column, and keeps the focus there.
    focus_soon(parts::link_id(id));
}
