//! The page of two departments.

use crosslane_core::model::Id;
use crosslane_words::page::pair as page_of;

use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::paper;

/// The handoffs between two departments in both directions, and what to talk about.
pub fn pair(state: State, one: Id, two: Id) -> AnyView {
    let page = Memo::new(move |_| {
        let document = state.document.get()?;
        page_of(&document.workspace, &document.evaluation, one, two)
    });
    view! { <div class="meeting">{paper(state, page.into(), |_, _| ().into_any())}</div> }.into_any()
}
