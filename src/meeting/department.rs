//! The page of a department.

use crosslane_core::model::Id;
use crosslane_words::page::department as page_of;

use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::paper;

/// What a department receives, hands on, asks for and promises, its flags and open questions.
pub fn department(state: State, id: Id) -> AnyView {
    let page = Memo::new(move |_| {
        let document = state.document.get()?;
        page_of(&document.workspace, &document.evaluation, id)
    });
    view! { <div class="meeting">{paper(state, page.into(), |_, _| ().into_any())}</div> }.into_any()
}
