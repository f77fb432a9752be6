//! The journey as a whole: shown where nothing is chosen.

use crosslane_core::edit::form::{JOURNEY_GROUPS, Place};
use crosslane_words::ui::{inspector as words, shell};

use super::findings::{self, At};
use super::panel::Panel;
use super::{group, header};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::page::focus_first;
use crate::ui::{Icon, IconButton};

/// Everything about the journey as a whole.
pub fn journey(state: State, panel: Panel) -> AnyView {
    let groups = JOURNEY_GROUPS
        .iter()
        .map(|(of, names)| group::of_fields(state, panel, Place::Journey, *of, names))
        .collect_view();
    let close = move || {
        panel.fold(true);
        if header::on_map(state) {
            crate::map::close_panel(state);
        } else {
            at_frame_always(|| focus_first(".inspector-folded button"));
        }
    };
    let fold = view! { <IconButton icon=Icon::Close label=shell::CLOSE on_click=close /> };
    view! {
        {header::head(words::JOURNEY, fold.into_any())}
        <div class="inspector-body">
            {header::name(state, Place::Journey, "title")}
            {findings::findings(state, panel, At::Journey)}
            {groups}
        </div>
    }
    .into_any()
}
