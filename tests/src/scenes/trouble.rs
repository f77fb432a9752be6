//! Where something is in the way: the storage, another tab, the host.

use super::{Scene, begin, open_sample, rename, sample_view, scene};
use crate::{App, Fault};

/// What a browser without storage does.
const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('blocked', 'SecurityError') } })";

/// The newest manifest is changed as the text in `change` says, and written under a key of its own or the same.
macro_rules! manifest_changed {
    ($change:literal) => {
        concat!(
            "const done = arguments[0]; (async () => { \
             const keys = Object.keys(localStorage).filter(key => /^crosslane\\/1\\/.*\\/[ab]$/.test(key)); \
             const read = key => JSON.parse(localStorage[key].split('\\n')[1]); \
             const newest = keys.sort((one, other) => read(other).generation - read(one).generation)[0]; \
             const manifest = read(newest); let key = newest; ",
            $change,
            " const json = JSON.stringify(manifest); \
             const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(json)); \
             const digits = [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join(''); \
             localStorage.setItem(key, digits + '\\n' + json); done(true) })()"
        )
    };
}

/// Another tab, of a newer program, saves: the next generation, under a manifest of its own.
pub const NEWER: &str = manifest_changed!(
    "manifest.generation += 1; manifest.program = [999, 0, 0]; \
     key = newest.slice(0, -1) + (newest.endsWith('a') ? 'b' : 'a');"
);

/// The program says that it has stopped, as after a panic.
pub const STOP: &str = "window.before = true; \
    dispatchEvent(new CustomEvent('crosslane-failed', { detail: 'panicked at src/map.rs' }))";

/// The newest manifest becomes that of the hundredth save.
pub const AGED: &str = manifest_changed!("manifest.generation = 100;");

/// A browser whose person chooses a file of the page's own folder: one that can be remembered, as those of the system can.
pub const FOLDER: &str = "window.showSaveFilePicker = async () => \
    (await navigator.storage.getDirectory()).getFileHandle('kept.crosslane.json', { create: true })";

/// Somebody else changes that file.
pub const CHANGE_FILE: &str = "(async done => { const folder = await navigator.storage.getDirectory(); \
    const handle = await folder.getFileHandle('kept.crosslane.json'); \
    const text = await (await handle.getFile()).text(); const stream = await handle.createWritable(); \
    await stream.write(text.replace(/\"title\": \"/, '$&Theirs: ')); await stream.close(); \
    done() })(arguments[0])";

/// A browser that asks before a file of an earlier page may be used.
pub const ASKING: &str = "FileSystemHandle.prototype.queryPermission = async () => 'prompt'; window.asked = 0; \
    FileSystemHandle.prototype.requestPermission = async () => { window.asked += 1; return window.answer ?? 'granted' }";

/// Where something is in the way: the storage, another tab, the host.
pub const SCENES: &[Scene] = &[
    scene("storage-full", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_for_css("[data-save-state='saved']").await;
            app.fill_storage("filling", 0).await;
            app.press("8").await;
            app.click_css(".snapshots-keep .button").await;
            app.wait_for_css("[data-notice='full']").await;
        })
    }),
    scene("storage-blocked", |app| {
        Box::pin(async {
            app.before_every_page(BLOCKED).await;
            begin(app).await;
            app.wait_for_css("[data-notice='memory']").await;
        })
    }),
    scene("not-taken", |app| {
        Box::pin(async {
            sample_view(app, "5", "departments").await;
            app.click_css("#register-add").await;
            app.type_text("A department somebody was still typing").await;
            app.script("location.hash = location.hash.replace('departments', 'report')", vec![]).await;
            app.wait_for_text("Not taken over").await;
        })
    }),
    scene("file-asked", |app| {
        Box::pin(async {
            app.before_every_page(FOLDER).await;
            app.before_every_page(ASKING).await;
            open_sample(app, "insurance").await;
            app.press("Control+Shift+s").await;
            app.wait_for_text("Saved to kept.crosslane.json.").await;
            app.reload().await;
            app.wait_for_css("[data-notice='file']").await;
        })
    }),
    scene("file-newer", |app| {
        Box::pin(async {
            app.before_every_page(FOLDER).await;
            open_sample(app, "insurance").await;
            app.press("Control+Shift+s").await;
            app.wait_for_text("Saved to kept.crosslane.json.").await;
            app.script_with_answer(CHANGE_FILE, vec![]).await;
            app.reload().await;
            app.wait_for_css("[data-notice='file']").await;
        })
    }),
    scene("started-again", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.script(STOP, vec![]).await;
            app.wait_for_text("it has started again").await;
            app.wait_for_css(".map-card").await;
        })
    }),
    scene("stopped-unsaved", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_for_css("[data-save-state='saved']").await;
            app.fill_storage("filling", 0).await;
            rename(app, "Changed while the storage is full").await;
            app.script(STOP, vec![]).await;
            app.wait_for_text("Crosslane has stopped").await;
        })
    }),
    scene("storage-remind", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_for_css("[data-save-state='saved']").await;
            app.script_with_answer(AGED, vec![]).await;
            app.reload().await;
            app.wait_for_css("[data-notice='remind']").await;
        })
    }),
    scene("overtaken", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_for_css("[data-save-state='saved']").await;
            let first = app.tab().await;
            app.new_tab().await;
            app.open("").await;
            app.script_with_answer(NEWER, vec![]).await;
            app.go_to_tab(&first).await;
            app.wait_for_css("[data-notice='overtaken']").await;
        })
    }),
    scene("newer-app", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_until_kept().await;
            let second = app.second_build().await;
            app.serve(second);
            app.ask_for_newer().await;
            app.wait_for_css("[data-notice='newer-app']").await;
        })
    }),
    scene("two-tabs-changed-the-same", |app| Box::pin(change_the_same(app))),
    scene("no-workspace", |app| {
        Box::pin(async {
            app.open("#/w/01890000-0000-7000-8000-000000000000/map").await;
            app.wait_for_css("#content h1").await;
        })
    }),
    Scene { name: "loading", faults: &[Fault::Stuck("*.wasm")], steps: |app| Box::pin(app.visit("")) },
    Scene {
        name: "failure",
        faults: &[Fault::Missing("*.wasm")],
        steps: |app| {
            Box::pin(async {
                app.visit("").await;
                app.click("DisclosureTriangle", "Details for a report").await;
            })
        },
    },
];

/// Two tabs name the workspace anew while none can save.
async fn change_the_same(app: &App) {
    open_sample(app, "insurance").await;
    app.wait_for_css("[data-save-state='saved']").await;
    let hold = "const id = location.hash.split('/')[2]; \
        navigator.locks.request('crosslane-' + id, () => new Promise(let_go => { window.letGo = let_go }))";
    app.script(hold, vec![]).await;
    app.wait_for_script("the tabs wait", "return !!window.letGo").await;
    let first = app.tab().await;
    let route = app.script("return location.hash", vec![]).await;
    let second = app.new_tab().await;
    app.open(route.as_str().unwrap_or_default()).await;
    for (tab, title) in [(&first, "Storm damage"), (&second, "Storm damage, to the last bill")] {
        app.go_to_tab(tab).await;
        rename(app, title).await;
        app.wait_for_css("[data-save-state='pending']").await;
    }
    app.go_to_tab(&first).await;
    app.script("window.letGo()", vec![]).await;
    app.go_to_tab(&second).await;
    app.wait_for_script(
        "one tab tells",
        "return !!document.querySelector('[data-notice=clashes], [data-save-state=saved]')",
    )
    .await;
    if app.css("[data-notice=clashes]").await.is_none() {
        app.go_to_tab(&first).await;
    }
    app.wait_for_css("[data-notice='clashes']").await;
}
