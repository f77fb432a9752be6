//! What people say: on a touchpoint or a handoff card.

use std::sync::Arc;

use crosslane_core::edit::form::{Place, comments as comments_at, put_comments};
use crosslane_core::model::{Comment, Id, Map};
use crosslane_core::sort::Sort;
use crosslane_words::ui::inspector as words;

use super::group;
use super::panel::Panel;
use crate::app::{State, new_id, today};
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconButton};

/// The comments at a place, the oldest first, and a field to add one.
pub fn comments(state: State, panel: Panel, place: Place) -> AnyView {
    let list = Memo::new(move |_| {
        let workspace = state.workspace();
        let all = workspace.map(|it| comments_at(place, &it, state.scope(place))).unwrap_or_default();
        let mut all: Vec<(Id, Arc<Comment>)> =
            all.iter().map(|(id, comment)| (*id, comment.clone())).collect();
        // Stable: within a day the order in which they were written stays.
        all.arrange_by_key(|(_, comment)| comment.date);
        all
    });
    let count = Signal::derive(move || {
        let (open, all) = list.with(|list| {
            (list.iter().filter(|(_, comment)| comment.settled != Some(true)).count(), list.len())
        });
        words::open_comments(open, all)
    });
    group::fold(panel, "comments", Signal::stored(words::COMMENTS.to_owned()), count, move || {
        view! {
            <ul class="comments">
                {move || list.get().into_iter().map(|(id, comment)| row(state, panel, place, id, &comment)).collect_view()}
            </ul>
            {add(state, panel, place)}
        }
        .into_any()
    })
}

fn change(state: State, place: Place, change: impl FnOnce(&mut Map<Comment>)) -> bool {
    let Some(workspace) = state.workspace_untracked() else { return false };
    let scope = untrack(|| state.scope(place));
    let mut all = comments_at(place, &workspace, scope);
    change(&mut all);
    put_comments(place, &workspace, scope, all).is_some_and(|edit| state.edit(&edit))
}

fn row(state: State, panel: Panel, place: Place, id: Id, comment: &Comment) -> AnyView {
    let settled = comment.settled == Some(true);
    let author = if comment.author.is_empty() { words::NO_AUTHOR.to_owned() } else { comment.author.clone() };
    let own_name = comment.author.clone();
    let own = move || {
        panel.author.with(|author| !author.is_empty() && *author == own_name)
            && state.read_only.get().is_none()
    };
    let settle = move |_| {
        change(state, place, |all| {
            if let Some(comment) = all.get(&id) {
                let settled = (!settled).then_some(true);
                all.insert(id, Arc::new(Comment { settled, ..comment.as_ref().clone() }));
            }
        });
    };
    let delete = move || {
        change(state, place, |all| drop(all.remove(&id)));
    };
    view! {
        <li class="comment" data-settled=settled>
            <p class="comment-head">
                <strong dir="auto">{author}</strong>
                <span class="quiet">{words::on(comment.date)}</span>
                {settled.then(|| view! { <span class="badge" data-severity="good">{words::SETTLED}</span> })}
            </p>
            <p class="comment-text" dir="auto">{comment.text.clone()}</p>
            <p class="comment-tools">
                <button class="link" type="button" on:click=settle>
                    {if settled { words::REOPEN } else { words::SETTLE }}
                </button>
                {move || own().then(|| view! {
                    <IconButton icon=Icon::Delete label=words::DELETE_COMMENT on_click=delete />
                })}
            </p>
        </li>
    }
    .into_any()
}

fn add(state: State, panel: Panel, place: Place) -> AnyView {
    let text = RwSignal::new(String::new());
    let nameless = RwSignal::new(false);
    let name_id = place.key("comment-author");
    let text_id = place.key("comments");
    let below_id = place.key("comment-below");
    let say = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let said = text.get_untracked().trim().to_owned();
        let author = panel.author.get_untracked().trim().to_owned();
        nameless.set(author.is_empty());
        if said.is_empty() || author.is_empty() {
            return;
        }
        let comment = Comment { author, date: today(), text: said, ..Comment::default() };
        if change(state, place, |all| drop(all.insert(new_id(), Arc::new(comment)))) {
            text.set(String::new());
        }
    };
    view! {
        <form class="comment-form" on:submit=say>
            <textarea
                class="input"
                rows="2"
                dir="auto"
                id=text_id
                aria-label=words::YOUR_COMMENT
                placeholder=words::YOUR_COMMENT
                prop:value=move || text.get()
                on:input:target=move |event| text.set(event.target().value())
            ></textarea>
            <div class="comment-send">
                <div class="field">
                    <label class="label" for=name_id.clone()>{words::YOUR_NAME}</label>
                    <input
                        class="input"
                        type="text"
                        id=name_id
                        dir="auto"
                        autocomplete="name"
                        aria-describedby=below_id.clone()
                        aria-invalid=move || nameless.get().to_string()
                        prop:value=move || panel.author.get()
                        on:input:target=move |event| panel.set_author(event.target().value())
                    />
                </div>
                <button class="button" type="submit" disabled=move || text.with(|text| text.trim().is_empty())>
                    {words::ADD_COMMENT}
                </button>
            </div>
            <p id=below_id class="field-below" aria-live="polite" data-refused=move || nameless.get()>
                {move || if nameless.get() { words::NAME_FIRST } else { "" }}
            </p>
        </form>
    }
    .into_any()
}
