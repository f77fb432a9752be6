//! The sheet of keyboard shortcuts, made from the registry of commands.

use crosslane_words::ui::shell::{self, group};

use crate::app::{all_commands, use_state};
use crate::reactive::prelude::*;
use crate::ui::{Keys, Modal};

/// The sheet as a dialog.
pub fn sheet() -> impl IntoView {
    let state = use_state();
    let groups = [group::GO, group::EDIT, group::FILE, group::LOOK, group::MAP]
        .into_iter()
        .filter_map(|group| {
            let rows: Vec<_> = all_commands(state)
                .filter(|command| command.group == group)
                .filter_map(|command| Some((command.name, command.shortcut?)))
                .map(|(name, shortcut)| {
                    view! {
                        <div class="shortcut-row">
                            <dt>{name}</dt>
                            <dd><Keys names=shortcut.names() /></dd>
                        </div>
                    }
                })
                .collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <section>
                        <h3>{group}</h3>
                        <dl class="shortcut-list">{rows}</dl>
                    </section>
                }
            })
        })
        .collect_view();
    view! { <Modal title=shell::SHORTCUTS class="shortcuts">{groups}</Modal> }
}
