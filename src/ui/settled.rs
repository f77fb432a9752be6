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
    let waiting = StoredValue::new(None::<Waiting>);
    let stop = move || {
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.stop();
        }
    };
    Effect::new(move |_| {
        let present = state.workspace();
        stop();
        if present != version.get_untracked() {
            let show = move || drop(version.try_set(state.workspace_untracked()));
            waiting.set_value(after(MOMENT, show));
        }
    });
    on_cleanup(stop);
    version.into()
}
