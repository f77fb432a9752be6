//! The page opens: from any path, with nothing from elsewhere, for everyone.

use std::collections::BTreeSet;

use crosslane_browser_tests::{Scheme, Settings, Size, in_browser};

#[test]
fn opens_from_a_sub_path_with_nothing_from_elsewhere_and_nothing_twice() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let reports = app.reports().await;
        reports.assert_clean();
        let once: BTreeSet<_> = reports.requests.iter().collect();
        assert_eq!(once.len(), reports.requests.len(), "requested twice: {:#?}", reports.requests);
        assert!(once.iter().any(|address| address.contains("_bg.wasm")), "{once:#?}");
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
