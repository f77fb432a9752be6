//! The version once nobody has changed it for a moment: for what is too much to do at every keystroke.

use std::time::Duration;

use crosslane_core::model::Workspace;

use crate::app::{Shared, State};
use crate::reactive::prelude::*;

/// How long nothing has to change.
const MOMENT: Duration = Duration::from_millis(150);

/// The present version, once nobody has changed it for a moment; lives as long as what asks for it.
pub fn settled(state: State) -> Signal<Option<Shared<Workspace>>> {
    let version = RwSignal::new(state.workspace_untracked());
    Effect::new(move |_| {
        if state.workspace() != version.get_untracked() {
            // The next change ends what waits here.
            after(MOMENT, move || version.set(state.workspace_untracked()));
        }
    });
    version.into()
}
