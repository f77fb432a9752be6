//! The bar above the map while a merge waits, or its marks stand there.

use crosslane_words::ui::merging as words;

use super::{session, stop};
use crate::app::{Dialog, use_state};
use crate::reactive::prelude::*;

/// The bar; nothing where nothing is marked.
pub fn bar() -> AnyView {
    let state = use_state();
    let marks = session::marks();
    let here =
        Memo::new(move |_| state.document.with(|document| document.as_ref().map(|document| document.id)));
    // What merging changed means nothing in another workspace; what waits to be merged can be gone back to from there.
    Effect::new(move |_| {
        let now = here.get();
        let marks = session::marks().get_untracked();
        if !marks.waiting && marks.workspace.is_some() && now.is_some() && marks.workspace != now {
            session::unmark();
        }
    });
    let shown = move || {
        let marks = marks.get();
        let count = marks.touchpoints.len();
        if marks.waiting {
            let back = move |_| state.dialog.set(Some(Dialog::Incoming));
            let view = view! {
                <div class="notice merge-bar" role="status" data-notice="merging">
                    <p>{words::waiting(count)}</p>
                    <div class="notice-actions">
                        <button class="button button-main" type="button" on:click=back>{words::BACK}</button>
                        <button class="button" type="button" on:click=move |_| stop(state)>{words::STOP}</button>
                    </div>
                </div>
            };
            return Some(view.into_any());
        }
        (count > 0).then(|| {
            let unmark = move |_| session::unmark();
            view! {
                <div class="notice merge-bar" role="status" data-notice="merged">
                    <p>{words::marked(count)}</p>
                    <div class="notice-actions">
                        <button class="button" type="button" on:click=unmark>{words::UNMARK}</button>
                    </div>
                </div>
            }
            .into_any()
        })
    };
    shown.into_any()
}
