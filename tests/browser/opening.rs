//! The page opens: from any path, with nothing from elsewhere, for everyone.

use std::collections::BTreeSet;

use crosslane_browser_tests::{Reports, Scheme, Settings, Size, dist, in_browser, scenes};

use crate::cut;
use crate::steps::wait_for_save_state;

#[test]
fn a_page_opened_from_a_folder_says_that_it_needs_a_web_address() {
    in_browser(Settings::default(), async |app| {
        app.visit_file(&dist().join("index.html")).await;
        let hint = "const hint = document.querySelector('.start-slow'); \
            return hint?.textContent.includes('file:') && getComputedStyle(hint).visibility === 'visible' \
                && Number(getComputedStyle(hint).opacity) === 1";
        app.wait_for_script("it says what to do", hint).await;
        app.wait_for_text("open Crosslane in a tab of its own, from a web address").await;
        // Nothing of the page could be loaded, which the browser says.
        app.reports().await;
    });
}

#[test]
fn opens_from_a_sub_path_with_nothing_from_elsewhere_and_nothing_twice() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        assert_clean_and_once(&app.reports().await);
    });
}

#[test]
fn the_views_of_a_workspace_are_asked_for_with_the_first_sign_of_a_person() {
    in_browser(Settings::default(), async |app| {
        let later =
            "return performance.getEntriesByType('resource').some(({ name }) => /part_workspace/.test(name))";
        app.open("").await;
        assert_eq!(app.script(later, vec![]).await, false);
        app.press("Tab").await;
        app.wait_for_script("the views are asked for", later).await;
        app.reports().await.assert_clean();
    });
}

/// Fails where something came from elsewhere, or twice, or no WebAssembly at all.
fn assert_clean_and_once(reports: &Reports) {
    reports.assert_clean();
    let once: BTreeSet<_> = reports.requests.iter().collect();
    assert_eq!(once.len(), reports.requests.len(), "requested twice: {:#?}", reports.requests);
    assert!(once.iter().any(|address| address.contains(".wasm")), "{once:#?}");
}

#[test]
fn every_view_opens_by_its_own_address_below_a_sub_path() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
        let workspace = app.script("return location.hash.split('/')[2]", vec![]).await;
        let workspace = workspace.as_str().unwrap();
        for (view, shown) in [
            ("map", ".map-card"),
            ("table", "[role='grid'] .cell"),
            ("handoffs", ".handoff"),
            ("flags", ".flag"),
            ("snapshots", ".snapshots-keep"),
            ("report", ".paper-map"),
        ] {
            app.open(&format!("#/w/{workspace}/{view}")).await;
            app.wait_for_css(shown).await;
            let name = "return /^An insurance claim: \\S+ – Crosslane$/.test(document.title)";
            app.wait_for_script("the tab says what is open", name).await;
            // As from a bookmark: everything is loaded anew, and each part once.
            app.reports().await.assert_clean();
            app.reload().await;
            app.wait_for_css(shown).await;
            assert_clean_and_once(&app.reports().await);
        }
    });
}

#[test]
fn the_loading_screen_gives_way_to_the_app() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let screen = app.screen().await;
        assert!(!screen.trim().is_empty() && !screen.contains("Opening"), "{screen}");
    });
}

#[test]
fn no_barriers_in_light_and_dark_wide_and_narrow() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            for size in [Size::WIDE, Size::NARROW] {
                app.set_scheme(scheme).await;
                app.set_size(size).await;
                app.assert_no_barriers(&format!("the first page, {scheme:?}, {size:?}")).await;
            }
        }
    });
}

/// A dialog without anything to show would stay unseen, and no key would count any more.
#[test]
fn where_no_workspace_is_shown_no_dialog_about_one_opens() {
    in_browser(Settings::default(), async |app| {
        app.open("#/w/01890000-0000-7000-8000-000000000000/map").await;
        app.wait_for_text("This workspace is not in this browser").await;
        for name in ["Versions", "Export", "Share as a link"] {
            let click =
                "document.querySelector(`.header-tools button[aria-label^='${arguments[0]}']`).click()";
            app.script(click, vec![serde_json::json!(name)]).await;
        }
        app.press("h").await;
        app.wait_for_css(".home").await;
    });
}

#[test]
fn a_sample_that_does_not_arrive_is_told_and_opens_when_it_is_tried_again() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(&cut::off("samples/")).await;
        app.open("").await;
        app.click_css(".home-sample").await;
        app.wait_for_text("The sample did not arrive.").await;
        app.script(cut::MEND, vec![]).await;
        app.click_css(".home-sample").await;
        app.wait_for_css(".map-card").await;
        app.reports().await.assert_clean();
    });
}
