//! Tabs that cannot merge yet: what each changed is kept until it can be joined.

use super::*;
use crate::cut;

#[test]
fn what_two_tabs_change_before_merging_is_here_is_joined_afterwards() {
    for reloads in [false, true] {
        in_browser(Settings::default(), async |app| {
            begin_with_a_touchpoint(app).await;
            let [one, two] = open_beside(app, &cut::off("split_merging")).await;
            app.go_to_window(&one).await;
            type_into(app, "name", " of one").await;
            wait_for_value(app, "name", "Call of one").await;
            wait_for_save_state(app, "saved").await;
            app.go_to_window(&two).await;
            type_into(app, "action", " of two").await;
            wait_for_value(app, "action", "one two three of two").await;
            app.wait_for_script(
                "it is not saved",
                "return document.querySelector('[data-save-state]').dataset.saveState !== 'saved'",
            )
            .await;
            app.script(cut::MEND, vec![]).await;
            if reloads {
                app.reload().await;
            }
            wait_for_save_state(app, "saved").await;
            for tab in [&two, &one] {
                app.go_to_window(tab).await;
                wait_for_value(app, "name", "Call of one").await;
                wait_for_value(app, "action", "one two three of two").await;
            }
            app.reports().await;
        });
    }
}
