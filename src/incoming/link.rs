//! What a link holds: looked at, and stored only as a copy.

use std::sync::Arc;

use crosslane_core::format::crosslane::OpenError;
use crosslane_core::format::link::{self, LinkError};
use crosslane_core::model::Workspace;
use crosslane_core::rules::evaluate_journey;
use crosslane_words::open_error;
use crosslane_words::picture::{self, Options};
use crosslane_words::ui::sharing::link as words;
use crosslane_words::ui::shell;

use super::read::Found;
use super::{Content, show, workspace};
use crate::app::{State, today};
use crate::reactive::prelude::*;

/// Reads what stands in a link and shows it.
pub fn follow(state: State, text: &str) {
    let content = match link::decode(text) {
        Ok(opened) => Content::Linked(Arc::new(opened.workspace), opened.newer_version),
        Err(LinkError::Refused(OpenError::Problems(repaired))) => Content::Found(Found::mistaken(*repaired)),
        Err(error) => Content::Found(Found::Refused(open_error::link(&error))),
    };
    show(state, String::new(), content);
}

/// The preview of it.
pub fn preview(state: State, shared: Arc<Workspace>, newer: Option<u64>) -> AnyView {
    let maps = shared
        .ordered_journeys()
        .take(MOST_MAPS)
        .filter_map(|(id, journey)| {
            let evaluation = evaluate_journey(&shared, id, journey, today());
            let svg = picture::svg(&shared, id, &evaluation, Options::default())?;
            let encoded: String = js_sys::encode_uri_component(&svg).into();
            let title = words::map_of(shell::or_untitled(&journey.title));
            Some(view! {
                <div class="incoming-map" tabindex="0" role="group" aria-label=title.clone()>
                    <img src=["data:image/svg+xml,", &encoded].concat() alt=title.clone() />
                </div>
            })
        })
        .collect_view();
    view! {
        <p class="quiet">{words::PREVIEW}</p>
        {maps}
        {workspace::preview_of(state, shared, newer, None, words::SAVE_COPY)}
    }
    .into_any()
}

/// How many journeys are drawn.
const MOST_MAPS: usize = 3;
