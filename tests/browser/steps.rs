//! Steps that several tests go.

use crosslane_browser_tests::App;

/// Drops a file onto the page and waits for its preview.
pub async fn drop_and_preview(app: &App, name: &str, text: &str) {
    app.drop_file("body", name, "text/plain", text).await;
    app.wait_for_css(".incoming[open]").await;
}

/// Takes in what the preview shows, and waits for the map of it.
pub async fn bring_in(app: &App) {
    app.click("button", "Bring it in").await;
    app.wait_for_css("#map-canvas").await;
}

/// Waits until no dialog is open.
pub async fn wait_for_no_dialog(app: &App) {
    app.wait_for_script("no dialog is open", "return !document.querySelector('dialog')").await;
}

/// Waits until the browser has left the entry of its history for what lay over the view: going elsewhere at once would be
/// undone by that.
pub async fn wait_for_view_entry(app: &App) {
    app.wait_for_script("the history is at a view", "return (history.state ?? 0) % 8 === 0").await;
}

/// Downloads the open workspace as a file; gives its name and bytes.
pub async fn export(app: &App) -> (String, Vec<u8>) {
    app.press("Control+s").await;
    app.download().await
}

/// Waits until the header says how it stands with saving: `saved`, `failed`, `memory`, `read-only`.
pub async fn wait_for_save_state(app: &App, state: &str) {
    app.wait_for_css(&format!("[data-save-state='{state}']")).await;
}

/// Waits until some element of a role has a name that begins like this.
pub async fn wait_for_name(app: &App, role: &str, start: &str) {
    let what = format!("there is a {role} {start:?}…");
    app.wait_until(&what, async || {
        app.names(role).await.iter().any(|name| name.starts_with(start)).then_some(())
    })
    .await;
}

/// Waits until the focus is on an element such as `button "Undo"`; the name may go on.
pub async fn wait_for_focus(app: &App, element: &str) {
    let start = element.trim_end_matches('"');
    let what = format!("the focus is on {element}");
    app.wait_until(&what, async || app.focus().await.starts_with(start).then_some(())).await;
}

/// Goes to a view by its entry in the rail, and waits until it is there.
pub async fn go_to(app: &App, view: &str) {
    app.click("link", view).await;
    let own = match view {
        "Map" => "#map-canvas",
        "Table" => "[role='grid'] .cell",
        "Handoffs" => ".handoffs",
        "Compare" => ".compare",
        "Flags" => ".flags",
        "Departments" => ".departments",
        "Act" => ".act",
        "Progress" => ".snapshots",
        other => panic!("there is no step to {other:?}"),
    };
    app.wait_for_css(own).await;
}
