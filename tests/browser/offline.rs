//! Without a connection, and with a newer version on the host.

use std::path::Path;

use crosslane_browser_tests::{App, Scheme, Settings, Size, copy_folder, dist, in_browser, scenes};

use crate::steps::{bring_in, drop_and_preview, export, go_to, wait_for_name, wait_for_save_state};

const TABLE: &str = "Journey,Phase,Touchpoint,Owner,Stage\n\
    Claim,Report,Call the hotline,Service,frontstage\n\
    Claim,Report,Send photos,,frontstage\n";
/// The owner's button on the card of a touchpoint without an owner.
const WHO: &str = ".map-card[data-owner='open'] .map-owner";
const READY: &str = "A new version is ready.";

/// The names of the caches of the app's own folder.
async fn caches(app: &App) -> Vec<String> {
    let names = app.script_with_answer("caches.keys().then(arguments[0])", vec![]).await;
    serde_json::from_value(names).unwrap()
}

async fn give_an_owner(app: &App) {
    app.click_css(WHO).await;
    app.type_text("Finance").await;
    app.press("Enter").await;
    wait_for_name(app, "group", "Send photos. Finance").await;
}

#[test]
fn without_a_connection_it_opens_edits_exports_and_comes_back() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", TABLE).await;
        bring_in(app).await;
        wait_for_save_state(app, "saved").await;
        app.wait_until_kept().await;

        app.set_offline(true);
        app.reload().await;
        app.wait_for_css(WHO).await;
        give_an_owner(app).await;
        wait_for_save_state(app, "saved").await;
        let (name, bytes) = export(app).await;
        assert!(name.ends_with(".crosslane.json"), "{name}");
        assert!(String::from_utf8(bytes).unwrap().contains("Finance"));
        for view in ["Table", "Handoffs", "Flags", "Departments", "Act", "Progress", "Map"] {
            go_to(app, view).await;
        }
        // From the home page as well, as from a bookmark.
        app.open("").await;
        app.press("Tab").await;
        app.click_css(".home-entry-link").await;
        wait_for_name(app, "group", "Send photos. Finance").await;
        // Nothing but the host that is away may have gone wrong.
        let reports = app.reports().await;
        assert!(reports.violations.is_empty() && reports.outside.is_empty(), "{reports:#?}");
        assert!(reports.errors.iter().all(|error| error.contains("worker.js")), "{reports:#?}");

        app.set_offline(false);
        app.reload().await;
        wait_for_name(app, "group", "Send photos. Finance").await;
        app.reports().await.assert_clean();
    });
}

const IS_SECOND: &str =
    "return document.documentElement.dataset.build === 'second' && !document.getElementById('boot')";

#[test]
fn a_newer_version_waits_until_it_is_taken_and_no_edit_is_lost() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", TABLE).await;
        bring_in(app).await;
        app.wait_until_kept().await;
        let first = app.tab().await;
        // Another tab, of which only the home page is loaded.
        let other = app.new_tab().await;
        app.open("").await;
        app.go_to_tab(&first).await;

        let second = app.second_build().await;
        app.serve(second);
        app.ask_for_newer().await;
        app.wait_for_text(READY).await;
        assert_eq!(caches(app).await.len(), 2, "both builds are kept");
        // Put off, the old version goes on, also when it is loaded again.
        app.click("button", "Later").await;
        app.wait_for_no_text(READY).await;
        app.reload().await;
        assert_eq!(app.script(IS_SECOND, vec![]).await, false);
        app.wait_for_text(READY).await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            app.set_scheme(scheme).await;
            app.assert_no_barriers(&format!("a newer version, {scheme:?}")).await;
        }

        // Edited in the very moment in which it is taken.
        give_an_owner(app).await;
        app.click("button", "Save and use it now").await;
        app.wait_for_script("the newer version is open", IS_SECOND).await;
        wait_for_name(app, "group", "Send photos. Finance").await;

        // The other tab is still of the first build, of which the host has nothing any more.
        app.go_to_tab(&other).await;
        assert_eq!(app.script(IS_SECOND, vec![]).await, false);
        app.click("button", "New journey").await;
        app.wait_for_css(".rail").await;
        app.close_tab(&first).await;
        app.reload().await;
        app.wait_until("what the first build kept is freed", async || {
            matches!(caches(app).await.as_slice(), [only] if only.contains("second-")).then_some(())
        })
        .await;
        app.reports().await.assert_clean();
    });
}

#[test]
fn a_cache_that_was_taken_away_is_filled_again() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.wait_until_kept().await;
        let count = "caches.keys().then(async ([name]) => arguments[0](name ? (await (await caches.open(name)).keys()).length : 0))";
        let kept = app.script_with_answer(count, vec![]).await;
        assert!(kept.as_u64().unwrap() > 5, "{kept}");
        app.script_with_answer(
            "caches.keys().then(([name]) => caches.delete(name)).then(arguments[0])",
            vec![],
        )
        .await;
        app.reload().await;
        app.wait_until("everything is kept again", async || {
            let again = app.script_with_answer(count, vec![]).await;
            // But for the note of what was there before.
            (again.as_u64() >= kept.as_u64().map(|kept| kept - 1)).then_some(())
        })
        .await;
        app.set_offline(true);
        app.reload().await;
        app.wait_for_text("Samples to learn from").await;
        app.reports().await;
    });
}

#[test]
fn a_version_that_cannot_be_had_whole_leaves_the_one_in_use_as_it_is() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.wait_until_kept().await;
        let before = caches(app).await;
        // The same build with another worker, on a host that has lost a file of it and holds another for one more.
        let damaged = app.own_folder("damaged");
        copy_folder(&dist(), &damaged);
        let worker = std::fs::read_to_string(damaged.join("worker.js")).unwrap();
        let worker =
            worker.replace("const FILES = [\n", "const FILES = [\n  [\"lost.txt\", \"sha256-x\"],\n");
        assert!(worker.contains("lost.txt"));
        std::fs::write(damaged.join("worker.js"), worker).unwrap();
        app.serve(damaged);
        let tried = "navigator.serviceWorker.ready.then(async it => { \
            const gone = new Promise(done => it.addEventListener('updatefound', () => { const worker = it.installing; \
              worker.addEventListener('statechange', () => worker.state === 'redundant' && done()) })); \
            await it.update().catch(() => {}); await gone; arguments[0](true) })";
        app.script_with_answer(tried, vec![]).await;
        assert_eq!(caches(app).await, before);
        app.set_offline(true);
        app.reload().await;
        app.wait_for_text("Samples to learn from").await;
        app.reports().await;
    });
}

#[test]
fn a_version_that_nobody_took_is_not_shown_where_the_one_in_use_is_taken_away() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", TABLE).await;
        bring_in(app).await;
        app.wait_until_kept().await;
        let first = caches(app).await;
        let second = app.second_build().await;
        app.serve(second);
        app.ask_for_newer().await;
        app.wait_for_text(READY).await;
        let take_away = "caches.delete(arguments[0]).then(arguments[1])";
        app.script_with_answer(take_away, vec![first[0].clone().into()]).await;
        app.set_offline(true);
        let page = "fetch('./').then(page => page.text()).then(text => arguments[0](text.includes('data-build=second')), \
            () => arguments[0]('nothing'))";
        assert_eq!(app.script_with_answer(page, vec![]).await, "nothing");
        app.set_offline(false);
        // It waits all the same until it is taken.
        app.click("button", "Save and use it now").await;
        app.wait_for_script("the newer version is open", IS_SECOND).await;
        app.reports().await;
    });
}

#[test]
fn a_page_that_is_worked_on_is_not_haunted_by_what_an_older_one_kept() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.wait_until_kept().await;
        let worked_on = app.own_folder("worked-on");
        copy_folder(&dist(), &worked_on);
        let page = std::fs::read_to_string(worked_on.join("index.html")).unwrap();
        let page = page.replace("data-worker=./worker.js ", "").replace("<html ", "<html data-build=second ");
        std::fs::write(worked_on.join("index.html"), page).unwrap();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../start/worker.js");
        std::fs::copy(source, worked_on.join("worker.js")).unwrap();
        app.serve(worked_on);
        // The one time that the old page is shown, the browser finds the worker that clears up.
        app.reload().await;
        app.wait_for_script("the page is the one that is worked on", IS_SECOND).await;
        assert!(caches(app).await.is_empty());
        let left = "navigator.serviceWorker.getRegistrations().then(all => arguments[0](all.length))";
        assert_eq!(app.script_with_answer(left, vec![]).await, 0);
        app.reports().await;
    });
}

#[test]
fn a_file_that_the_installed_app_is_opened_with_is_previewed() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(
            "const file = new File([\"Journey,Touchpoint,Owner\\nClaim,Call,Service\\n\"], 'claims.csv'); \
             const launch = { files: [{ getFile: async () => file }] }; \
             Object.defineProperty(window, 'launchQueue', { value: { setConsumer: take => take(launch) } })",
        )
        .await;
        app.open("").await;
        app.wait_for_css(".incoming[open]").await;
        app.wait_for_text("New: 1 touchpoint").await;
    });
}

#[test]
fn a_host_without_workers_says_that_offline_use_needs_the_download() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page("delete Navigator.prototype.serviceWorker").await;
        app.open("").await;
        app.wait_for_text("To have your work with you offline, download it").await;
        for size in [Size::WIDE, Size::NARROW] {
            app.set_size(size).await;
            app.assert_no_barriers("a host without workers").await;
        }
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
    });
}

#[test]
fn the_manifest_and_its_pictures_are_there() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let script = "(async done => { const link = document.querySelector('link[rel=manifest]').href; \
            const manifest = await (await fetch(link)).json(); const found = []; \
            for (const { src } of manifest.icons) { const image = new Image(); image.src = new URL(src, link).href; \
              await image.decode(); found.push(image.naturalWidth) } \
            done([manifest.start_url, manifest.file_handlers[0].accept['application/json'], found]) })(arguments[0])";
        let found = app.script_with_answer(script, vec![]).await;
        assert_eq!(found[0], "./");
        // Browsers compare what stands behind the last dot of a file's name.
        assert_eq!(found[1], serde_json::json!([".crosslane.json", ".json"]));
        assert_eq!(&found[2].as_array().unwrap()[1..], [192, 512, 512]);
        assert_eq!(app.against_installing().await, Vec::<String>::new());
        app.reports().await.assert_clean();
    });
}
