//! The work is kept: saved by itself, found again, and never lost where saving is not possible.

use crosslane_browser_tests::{App, Settings, in_browser, scenes};
use serde_json::json;

use crate::steps::{bring_in, drop_and_preview, export, wait_for_focus, wait_for_name, wait_for_save_state};

/// Begins a workspace and waits until it is saved.
pub async fn begin(app: &App, title: &str) {
    app.open("").await;
    app.click("button", "New journey").await;
    app.wait_for_css(".header-workspace").await;
    rename(app, title).await;
    wait_for_save_state(app, "saved").await;
}

/// Gives the workspace another title.
pub async fn rename(app: &App, title: &str) {
    scenes::rename(app, title).await;
    app.wait_for_no("textbox", "Name of the workspace").await;
}

/// Waits for what must be known about saving.
pub async fn wait_for_notice(app: &App, notice: &str) {
    app.wait_for_css(&format!("[data-notice='{notice}']")).await;
}

/// Waits until it is not told any more.
pub async fn wait_for_no_notice(app: &App, notice: &str) {
    let script = format!("return !document.querySelector(\"[data-notice='{notice}']\")");
    app.wait_for_script(&format!("there is no notice {notice:?}"), &script).await;
}

/// The title in the header.
pub async fn wait_for_title(app: &App, title: &str) {
    let script =
        format!("return document.querySelector('.header-workspace')?.textContent === {}", json!(title));
    app.wait_for_script(&format!("the title is {title:?}"), &script).await;
}

/// The keys of manifests with their texts, the newest first.
pub async fn manifests(app: &App) -> Vec<(String, String)> {
    let stored = app.stored().await;
    let is_manifest =
        |key: &str| key.starts_with("crosslane/1/") && (key.ends_with("/a") || key.ends_with("/b"));
    let mut found: Vec<_> = stored.into_iter().filter(|(key, _)| is_manifest(key)).collect();
    found.sort_by_key(|(_, text)| std::cmp::Reverse(generation(text)));
    found
}

fn read(manifest: &str) -> serde_json::Value {
    serde_json::from_str(manifest.lines().nth(1).unwrap()).unwrap()
}

fn generation(manifest: &str) -> u64 {
    read(manifest)["generation"].as_u64().unwrap()
}

/// The key of the chunk that holds the first journey of a manifest.
async fn journey_chunk(app: &App, manifest: &str) -> String {
    let name = read(manifest)["journeys"][0]["chunk"]["name"].as_str().unwrap().to_owned();
    app.stored().await.into_keys().find(|key| key.ends_with(&name)).unwrap()
}

/// Letters that hardly deflate.
fn noise(length: u32) -> String {
    let mut state = 7_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32('a' as u32 + (state >> 16) % 26).unwrap()
    };
    (0..length).map(|_| letter()).collect()
}

#[test]
fn what_was_changed_can_be_undone_after_a_look_at_the_home_page() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Before").await;
        rename(app, "After").await;
        wait_for_save_state(app, "saved").await;
        app.click("link", "Home").await;
        app.click_css(".home-entry-link").await;
        wait_for_title(app, "After").await;
        app.click("button", "Undo").await;
        wait_for_title(app, "Before").await;
    });
}

#[test]
fn what_was_changed_is_there_after_a_reload_and_on_the_home_page() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Moving house").await;
        app.reload().await;
        wait_for_title(app, "Moving house").await;
        wait_for_save_state(app, "saved").await;
        // Changed and left at once: no time to wait for the save.
        rename(app, "Moving out").await;
        app.reload().await;
        wait_for_title(app, "Moving out").await;
        app.open("").await;
        app.wait_for_text("Moving out").await;
        app.wait_for_text("1 journey, 0 touchpoints").await;
        app.click("button", "Delete: Moving out").await;
        app.click("button", "Delete").await;
        app.wait_for_no_text("Moving out").await;
        // What the browser was asked is no work of anybody.
        let left = app.stored().await;
        assert!(!left.keys().any(|key| key.starts_with("crosslane/")), "{left:?}");
    });
}

#[test]
fn a_rich_workspace_is_the_same_to_the_byte_after_a_reload() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.wait_for_css("#map-canvas").await;
        // A touchpoint more, typed by hand, so that it is not the sample that is found again.
        app.press("Home").await;
        wait_for_focus(app, "group").await;
        app.press("n").await;
        wait_for_focus(app, "textbox \"Name of the touchpoint\"").await;
        app.type_text("Look for the policy").await;
        app.press_all(&["Enter", "Escape"]).await;
        wait_for_name(app, "group", "Look for the policy").await;
        wait_for_save_state(app, "saved").await;
        let (_, before) = export(app).await;
        assert!(String::from_utf8_lossy(&before).contains("Look for the policy"));
        app.reload().await;
        wait_for_name(app, "group", "Look for the policy").await;
        let (_, after) = export(app).await;
        assert!(before == after, "something changed by reloading");
    });
}

#[test]
fn a_full_storage_is_told_and_nothing_is_lost() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Before").await;
        let before = manifests(app).await;
        app.fill_storage("filling", 0).await;
        // More than what may be given up for it holds.
        let title = noise(4000);
        rename(app, &title).await;
        wait_for_notice(app, "full").await;
        wait_for_save_state(app, "failed").await;
        assert_eq!(manifests(app).await, before, "the save before is untouched");
        app.find("button", "Download the file").await;
        app.click("button", "Free space").await;
        app.wait_for_text("In this browser").await;
        wait_for_notice(app, "full").await;
        app.forget("filling").await;
        app.click("button", "Try again").await;
        wait_for_no_notice(app, "full").await;
        app.wait_for_text(&title[..60]).await;
        app.reload().await;
        app.wait_for_text(&title[..60]).await;
    });
}

#[test]
fn a_damaged_newer_save_gives_the_older_and_is_kept() {
    in_browser(Settings::default(), async |app| {
        begin(app, "First").await;
        rename(app, "Second").await;
        wait_for_save_state(app, "saved").await;
        app.open("").await;
        let (key, text) = manifests(app).await.swap_remove(0);
        app.store(&key, &text.replace("Second", "Damage")).await;
        app.click_css(".home-entry-link").await;
        wait_for_title(app, "First").await;
        wait_for_notice(app, "older").await;
        wait_for_save_state(app, "saved").await;
        let kept = app.stored().await.into_iter().find(|(key, _)| key.contains("/aside-"));
        assert!(kept.unwrap().1.contains("Damage"));
        app.reload().await;
        wait_for_notice(app, "aside").await;
        app.click("button", "Delete the damaged save").await;
        wait_for_no_notice(app, "aside").await;
        assert!(!app.stored().await.keys().any(|key| key.contains("/aside-")));
    });
}

#[test]
fn a_last_save_that_is_missing_is_told() {
    in_browser(Settings::default(), async |app| {
        begin(app, "First").await;
        rename(app, "Second").await;
        wait_for_save_state(app, "saved").await;
        app.open("").await;
        let (key, _) = manifests(app).await.swap_remove(0);
        app.forget(&key).await;
        app.click_css(".home-entry-link").await;
        wait_for_title(app, "First").await;
        wait_for_notice(app, "older").await;
        app.wait_for_text("The last save is missing.").await;
        app.click("button", "Keep what is here").await;
        wait_for_no_notice(app, "older").await;
        rename(app, "Third").await;
        wait_for_save_state(app, "saved").await;
        app.reload().await;
        wait_for_title(app, "Third").await;
        let notice = app.script("return !!document.querySelector('[data-notice]')", vec![]).await;
        assert_eq!(notice, false);
    });
}

#[test]
fn a_storage_that_this_page_emptied_is_not_called_saved() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Emptied").await;
        app.forget_all().await;
        app.script("window.dispatchEvent(new FocusEvent('focus'))", vec![]).await;
        wait_for_save_state(app, "failed").await;
        wait_for_notice(app, "deleted-elsewhere").await;
        rename(app, "Kept again").await;
        wait_for_save_state(app, "saved").await;
        app.reload().await;
        wait_for_title(app, "Kept again").await;
    });
}

/// Brings a journey in and renames its first touchpoint: two saves, of which each has a chunk of its own.
async fn save_twice(app: &App) {
    app.open("").await;
    drop_and_preview(app, "claims.csv", "Journey,Phase,Touchpoint,Owner\nClaim,Report,Before,Service\n")
        .await;
    bring_in(app).await;
    wait_for_save_state(app, "saved").await;
    app.press("Home").await;
    wait_for_focus(app, "group \"Before").await;
    app.press("Enter").await;
    wait_for_focus(app, "textbox \"Name of the touchpoint\"").await;
    app.press("Control+a").await;
    app.type_text("After").await;
    app.press("Enter").await;
    wait_for_name(app, "group", "After. Service").await;
    wait_for_save_state(app, "saved").await;
}

#[test]
fn a_damaged_chunk_of_the_newer_save_gives_the_older() {
    for manifest_too in [false, true] {
        in_browser(Settings::default(), async |app| {
            save_twice(app).await;
            app.open("").await;
            let [newer, older] = manifests(app).await.try_into().unwrap();
            let chunk = journey_chunk(app, &newer.1).await;
            assert_ne!(chunk, journey_chunk(app, &older.1).await);
            app.store(&chunk, "damage").await;
            if manifest_too {
                app.store(&newer.0, &newer.1.replace("generation", "degeneration")).await;
            }
            app.click_css(".home-entry-link").await;
            wait_for_notice(app, "older").await;
            wait_for_name(app, "group", "Before. Service").await;
            assert!(!app.screen().await.contains("After"));
            assert_eq!(
                app.stored().await.get(&older.0),
                Some(&older.1),
                "the save that was read is untouched"
            );
        });
    }
}

#[test]
fn what_can_be_read_of_a_damaged_workspace_is_opened_and_the_rest_kept() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Whole").await;
        let (_, manifest) = manifests(app).await.swap_remove(0);
        let key = journey_chunk(app, &manifest).await;
        app.store(&key, "damage").await;
        app.reload().await;
        wait_for_notice(app, "unreadable").await;
        app.wait_for_text("Nothing of it is overwritten").await;
        app.assert_no_barriers("a workspace that cannot be read").await;
        app.click("button", "Open what can be read").await;
        wait_for_title(app, "Whole").await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(app.stored().await[&key], "damage");
    });
}

#[test]
fn where_the_storage_is_blocked_the_page_works_and_says_so() {
    in_browser(Settings::default(), async |app| {
        let blocked = "Object.defineProperty(window, 'localStorage', \
                       { get() { throw new DOMException('blocked', 'SecurityError') } })";
        app.before_every_page(blocked).await;
        app.open("").await;
        wait_for_notice(app, "memory").await;
        app.click("button", "New journey").await;
        rename(app, "In this tab").await;
        wait_for_save_state(app, "memory").await;
        app.find("button", "Download the file").await;
        app.click("link", "Home").await;
        app.wait_for_text("1 journey, 0 touchpoints").await;
    });
}
