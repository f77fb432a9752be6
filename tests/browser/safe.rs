//! Keeping the work safe beyond the save: the browser's promise, reminders, room, and files that are written again.

use crosslane_browser_tests::scenes::{self, ASKING, CHANGE_FILE, FOLDER};
use crosslane_browser_tests::{App, Settings, in_browser};
use serde_json::json;

use crate::keeping::{begin, rename, wait_for_no_notice, wait_for_notice};
use crate::steps::{export, wait_for_focus, wait_for_save_state};

/// A browser that promises to keep what is stored, and notes how often it was asked.
const PROMISING: &str = "window.asked = 0; \
    StorageManager.prototype.persisted = () => Promise.resolve(false); \
    StorageManager.prototype.persist = () => { window.asked += 1; return Promise.resolve(window.answer ?? true) }";

#[test]
fn the_browser_is_asked_once_to_keep_the_work_and_its_answer_is_shown() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(PROMISING).await;
        begin(app, "To keep").await;
        rename(app, "To keep longer").await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(app.script("return window.asked", vec![]).await, 1);
        app.open("").await;
        app.click("button", "Storage of this browser").await;
        app.wait_for_text("Once you have changed something").await;
        app.wait_for_text("To keep longer").await;
        app.wait_for_text("of 10.0 MB are used").await;
        app.assert_no_barriers("the room of the storage").await;
        app.press("Escape").await;
        // Another page does not ask the person again, and says what it knows.
        app.click_css(".home-entry-link").await;
        rename(app, "To keep for good").await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(app.script("return window.asked", vec![]).await, 0);
        app.press("Control+k").await;
        app.type_text("Storage of this browser").await;
        app.press("Enter").await;
        app.wait_for_text("has not promised").await;
        app.click("button", "Ask the browser again").await;
        app.wait_for_text("has promised to keep").await;
    });
}

#[test]
fn versions_without_a_name_are_deleted_together_once_the_person_is_sure() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Tidy").await;
        export(app).await;
        rename(app, "Tidier").await;
        wait_for_save_state(app, "saved").await;
        export(app).await;
        app.open("").await;
        app.click("button", "Storage of this browser").await;
        app.click("button", "Delete versions without a name: Tidier").await;
        wait_for_focus(app, "button \"Delete 2 versions for good").await;
        // Going elsewhere takes the question back.
        app.press("Tab").await;
        app.click("button", "Delete versions without a name: Tidier").await;
        app.press("Enter").await;
        let gone = "return !document.body.textContent.includes('versions for good') \
            && !document.querySelector('.room-tools .button:nth-child(3)')";
        app.wait_for_script("the versions are gone", gone).await;
        let left = app.stored().await.keys().filter(|key| key.contains("/version-")).count();
        assert_eq!(left, 0);
    });
}

#[test]
fn much_that_was_changed_without_a_download_is_reminded_of() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Much").await;
        // As it is after very many saves: the number of the last one is in its manifest.
        let id = app.script("return location.hash.split('/')[2]", vec![]).await;
        let id = id.as_str().unwrap().to_owned();
        let notice = app.script("return !!document.querySelector('[data-notice]')", vec![]).await;
        assert_eq!(notice, false);
        app.script_with_answer(scenes::AGED, vec![]).await;
        app.reload().await;
        wait_for_notice(app, "remind").await;
        app.assert_no_barriers("a reminder to download").await;
        export(app).await;
        wait_for_no_notice(app, "remind").await;
        app.reload().await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(app.script("return !!document.querySelector('[data-notice]')", vec![]).await, false);
        assert!(app.stored().await["crosslane-downloaded"].contains(&id));
    });
}

#[test]
fn a_browser_that_deletes_after_seven_days_is_told_of_at_the_first_save() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(PROMISING).await;
        app.before_every_page(
            "window.answer = false; Object.defineProperty(Navigator.prototype, 'vendor', { value: 'Apple Computer, Inc.' })",
        )
        .await;
        begin(app, "Seven days").await;
        wait_for_notice(app, "remind").await;
        app.wait_for_text("after seven days without a visit").await;
        export(app).await;
        wait_for_no_notice(app, "remind").await;
        app.reload().await;
        rename(app, "Seven more days").await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(app.script("return !!document.querySelector('[data-notice]')", vec![]).await, false);
    });
}

/// A browser whose person chooses the file `kept.crosslane.json`; what is written is in `window.file`.
const PICKER: &str = "window.picked = 0; window.showSaveFilePicker = options => { window.picked += 1; \
    return Promise.resolve({ name: 'kept.crosslane.json', \
      getFile: () => Promise.resolve(new File([window.file ?? ''], 'kept.crosslane.json', { lastModified: 1 })), \
      createWritable: () => window.locked \
      ? Promise.reject(new DOMException('locked', 'NotAllowedError')) \
      : Promise.resolve({ write: text => { window.file = text; return Promise.resolve() }, \
                          close: () => Promise.resolve() }) }) }";

#[test]
fn save_writes_the_same_file_again_once_it_was_chosen() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(PICKER).await;
        begin(app, "First").await;
        // Before, it is a download.
        let (name, _) = export(app).await;
        assert_eq!(name, "First.crosslane.json");
        app.press("Control+Shift+s").await;
        app.wait_for_text("Saved to kept.crosslane.json.").await;
        let holds = async |title: &str| {
            let script = format!("return (window.file ?? '').includes({})", json!(title));
            app.wait_for_script(&format!("the file holds {title:?}"), &script).await;
        };
        holds("First").await;
        rename(app, "Second").await;
        app.press("Control+s").await;
        holds("Second").await;
        assert_eq!(app.script("return window.picked", vec![]).await, 1);
        app.script("window.locked = true", vec![]).await;
        app.press("Control+s").await;
        app.wait_for_text("The file could not be written").await;
        holds("Second").await;
    });
}

/// What is in that file.
async fn file(app: &App) -> String {
    let script = "(async done => { const folder = await navigator.storage.getDirectory(); \
        const handle = await folder.getFileHandle('kept.crosslane.json'); \
        done(await (await handle.getFile()).text()) })(arguments[0]).catch(() => arguments[0](''))";
    app.script_with_answer(script, vec![]).await.as_str().unwrap_or_default().to_owned()
}

async fn wait_for_file(app: &App, title: &str) {
    let title = format!("\"title\": \"{title}\"");
    let holds = async || file(app).await.contains(&title).then_some(());
    app.wait_until(&format!("the file holds {title}"), holds).await;
}

/// A workspace that is saved to the file.
async fn begin_with_file(app: &App, title: &str) {
    app.before_every_page(FOLDER).await;
    begin(app, title).await;
    app.press("Control+Shift+s").await;
    app.wait_for_text("Saved to kept.crosslane.json.").await;
    wait_for_file(app, title).await;
}

#[test]
fn a_file_that_was_chosen_follows_each_save_also_after_a_reload() {
    in_browser(Settings::default(), async |app| {
        begin_with_file(app, "First").await;
        rename(app, "Second").await;
        wait_for_file(app, "Second").await;
        app.reload().await;
        rename(app, "Third").await;
        wait_for_file(app, "Third").await;
        // The page goes before the file is written: it follows at the next start, and nothing is asked.
        rename(app, "Fourth").await;
        wait_for_save_state(app, "saved").await;
        app.reload().await;
        wait_for_file(app, "Fourth").await;
        assert_eq!(app.script("return !!document.querySelector('[data-notice]')", vec![]).await, false);
        // Somebody else changes it while the page is open: it is not written over, neither by itself nor by the key.
        app.script_with_answer(CHANGE_FILE, vec![]).await;
        rename(app, "Mine").await;
        wait_for_notice(app, "file").await;
        app.wait_for_text("kept.crosslane.json is older").await;
        app.press("Control+s").await;
        app.wait_for_text("Nothing was written to the file").await;
        assert!(file(app).await.contains("Theirs: Fourth"));
        app.click("button", "Write over the file").await;
        wait_for_file(app, "Mine").await;
        wait_for_no_notice(app, "file").await;
        app.script_with_answer(CHANGE_FILE, vec![]).await;
        app.press("Control+s").await;
        wait_for_notice(app, "file").await;
        app.wait_for_text("Nothing was written to the file").await;
        assert!(file(app).await.contains("Theirs: Mine"));
        app.reports().await.assert_clean();
    });
}

/// A browser that crashed before it had written its storage to the disk: it comes back as it was.
const CRASHED: &str = "if (sessionStorage.crashed) { delete sessionStorage.crashed; localStorage.clear(); \
    for (const [key, text] of JSON.parse(sessionStorage.kept)) localStorage.setItem(key, text) }";

#[test]
fn a_storage_that_came_back_older_than_the_file_is_told_and_the_file_can_be_looked_at() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(CRASHED).await;
        begin_with_file(app, "First").await;
        wait_for_save_state(app, "saved").await;
        app.script("sessionStorage.kept = JSON.stringify(Object.entries(localStorage))", vec![]).await;
        rename(app, "Second").await;
        wait_for_file(app, "Second").await;
        app.script("sessionStorage.crashed = 'yes'", vec![]).await;
        app.reload().await;
        wait_for_notice(app, "file").await;
        app.wait_for_text("kept.crosslane.json is newer").await;
        app.assert_no_barriers("a file that is newer").await;
        // It is written over by nothing unasked.
        app.press("Control+s").await;
        app.wait_for_text("Nothing was written to the file").await;
        app.click("button", "Look at the file").await;
        app.wait_for_css(".incoming[open]").await;
        app.wait_for_text("Second").await;
        app.press("Escape").await;
        wait_for_file(app, "Second").await;
        app.click("button", "Write over the file").await;
        wait_for_file(app, "First").await;
        wait_for_no_notice(app, "file").await;
    });
}

#[test]
fn a_file_that_may_not_be_looked_at_is_asked_for_and_one_that_is_older_is_told() {
    in_browser(Settings::default(), async |app| {
        begin_with_file(app, "First").await;
        app.before_every_page(ASKING).await;
        app.reload().await;
        wait_for_notice(app, "file").await;
        app.wait_for_text("The browser asks you before").await;
        app.assert_no_barriers("a file that may not be looked at").await;
        // Somebody else writes it, then something is changed here.
        app.script_with_answer(CHANGE_FILE, vec![]).await;
        rename(app, "Mine").await;
        wait_for_save_state(app, "saved").await;
        app.script("window.answer = 'denied'", vec![]).await;
        app.click("button", "Go on saving to it").await;
        app.wait_for_script("the browser asked", "return window.asked === 1").await;
        app.wait_for_text("The browser asks you before").await;
        app.script("window.answer = 'granted'", vec![]).await;
        app.click("button", "Go on saving to it").await;
        app.wait_for_text("kept.crosslane.json is older").await;
        assert!(file(app).await.contains("Theirs"));
        app.click("button", "Stop saving to it").await;
        wait_for_no_notice(app, "file").await;
        app.reload().await;
        rename(app, "Mine alone").await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(app.script("return !!document.querySelector('[data-notice]')", vec![]).await, false);
        assert!(file(app).await.contains("Theirs"));
    });
}
