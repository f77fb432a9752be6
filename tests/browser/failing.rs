//! Where the app cannot run, a page without WebAssembly says so and what to do.

use crosslane_browser_tests::{App, Fault, Scheme, Settings, in_browser};

const NOT_OPENED: &str = "Crosslane could not be opened";
const STOPPED: &str = "Crosslane has stopped";
const UNTOUCHED: &str = "The work saved in this browser is untouched.";

/// Does, in a script of the page's own origin, what a panic in the app ends in.
const TRAP: &str = "const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, \
    10, 5, 1, 3, 0, 0, 11]; \
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))); \
    if (location.hash === '#async') Promise.resolve().then(() => exports.f()); else exports.f()";
/// Throws from a function that WebAssembly calls.
const THROUGH: &str = "const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 97, 0, 0, \
    3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 1, 10, 6, 1, 4, 0, 16, 0, 11]; \
    const thrown = { a: { a() { throw new Error('thrown through') } } }; \
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), thrown).exports.f()";
const THROW: &str = "throw new Error('not ours')";

/// Loads a script that the host holds beside the app.
async fn load_script(app: &App, name: &str) {
    let script =
        "document.body.append(Object.assign(document.createElement('script'), { src: arguments[0] }))";
    app.script(script, vec![name.into()]).await;
}

/// The program stopped twice in this tab a moment ago: another stop shows the screen.
async fn has_stopped_twice(app: &App) {
    let script = "const stop = { at: Date.now(), details: '', told: true }; \
        sessionStorage.setItem('crosslane-stops', JSON.stringify([stop, stop]))";
    app.script(script, vec![]).await;
}

fn with(fault: Fault) -> Settings {
    Settings { faults: vec![fault], ..Settings::default() }
}

/// Opens the damaged page, which must end in the failure screen, and nothing but it.
async fn assert_not_opened(app: &App) {
    app.visit("").await;
    app.wait_for_text(NOT_OPENED).await;
    let screen = app.screen().await;
    assert!(
        screen.contains(UNTOUCHED) && !screen.contains("Opening") && !screen.contains(STOPPED),
        "{screen}"
    );
    let reports = app.reports().await;
    assert!(reports.violations.is_empty() && reports.outside.is_empty(), "{reports:#?}");
}

#[test]
fn webassembly_that_is_missing() {
    in_browser(with(Fault::Missing("*.wasm")), async |app| {
        assert_not_opened(app).await;
        assert!(app.has("button", "Reload").await);
    });
}

#[test]
fn webassembly_that_is_cut_off() {
    in_browser(with(Fault::CutOff("*.wasm")), async |app| assert_not_opened(app).await);
}

#[test]
fn webassembly_with_something_else_in_its_place() {
    let page = "<!doctype html><title>Sign in to this network</title>";
    in_browser(with(Fault::Replaced("*.wasm", page)), async |app| assert_not_opened(app).await);
}

#[test]
fn an_app_script_that_throws_or_is_missing() {
    for fault in [
        Fault::Missing("*crosslane-web.js"),
        Fault::Replaced("*crosslane-web.js", "throw new Error('broken')"),
    ] {
        in_browser(with(fault), async |app| assert_not_opened(app).await);
    }
}

#[test]
fn views_that_do_not_arrive_leave_the_home_page_and_can_be_tried_again() {
    const MISSING: &str = "A part of Crosslane did not arrive";
    in_browser(with(Fault::Missing("*part_workspace.wasm")), async |app| {
        app.open("").await;
        app.click("button", "New journey").await;
        app.wait_for_text(MISSING).await;
        assert!(app.has("button", "New journey").await);

        app.open("#/w/0193d0a7-7f3e-7000-8000-000000000001/map").await;
        app.wait_for_text("Check your connection, then try again").await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            app.set_scheme(scheme).await;
            app.assert_no_barriers(&format!("views that are missing, {scheme:?}")).await;
        }
        app.click("button", "Try again").await;
        app.wait_for_text("Check your connection, then try again").await;
        app.click("link", "Home").await;
        app.wait_for_text("Samples to learn from").await;
        let reports = app.reports().await;
        assert!(reports.violations.is_empty() && reports.outside.is_empty(), "{reports:#?}");
    });
}

#[test]
fn views_on_their_way_are_announced() {
    in_browser(with(Fault::Stuck("*part_workspace.wasm")), async |app| {
        app.open("#/w/0193d0a7-7f3e-7000-8000-000000000001/map").await;
        app.wait_for_text("Opening …").await;
        app.assert_no_barriers("views on their way").await;
    });
}

#[test]
fn no_script_at_all_still_says_what_to_do() {
    in_browser(with(Fault::Missing("start-*.js")), async |app| {
        app.visit("").await;
        app.wait_for_text("This takes longer than it should").await;
        assert!(app.screen().await.contains("The work saved in this browser is untouched"));
        app.reports().await;
    });
}

#[test]
fn a_trap_after_the_start_stops_the_app_and_the_stored_work_can_be_taken_along() {
    in_browser(with(Fault::Replaced("trap.js", TRAP)), async |app| {
        app.open("").await;
        app.store("crosslane-test", "{\"title\":\"Angebot für Zürich\"}").await;
        has_stopped_twice(app).await;
        load_script(app, "trap.js").await;
        app.wait_for_text(STOPPED).await;
        assert_eq!(app.focus().await, format!("heading {STOPPED:?}"));
        assert!(app.reports().await.errors.iter().any(|error| error.contains("unreachable")));

        app.click("button", "Download what is stored here").await;
        let (name, bytes) = app.download().await;
        assert!(
            name.starts_with("crosslane-storage-") && name.split('.').next_back() == Some("json"),
            "{name}"
        );
        let kept: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(kept["crosslane-test"], "{\"title\":\"Angebot für Zürich\"}");

        app.click("button", "Reload").await;
        app.wait_until_started().await;
        assert!(!app.screen().await.contains(STOPPED));
    });
}

#[test]
fn a_trap_in_a_task_stops_the_app_too() {
    in_browser(with(Fault::Replaced("trap.js", TRAP)), async |app| {
        app.open("#async").await;
        has_stopped_twice(app).await;
        load_script(app, "trap.js").await;
        app.wait_for_text(STOPPED).await;
        app.reports().await;
    });
}

#[test]
fn an_error_thrown_through_webassembly_stops_the_app_too() {
    in_browser(with(Fault::Replaced("through.js", THROUGH)), async |app| {
        app.open("").await;
        has_stopped_twice(app).await;
        load_script(app, "through.js").await;
        app.wait_for_text(STOPPED).await;
        app.reports().await;
    });
}

#[test]
fn the_app_may_say_itself_that_it_has_stopped() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        has_stopped_twice(app).await;
        let script =
            "dispatchEvent(new CustomEvent('crosslane-failed', { detail: 'panicked at src/map.rs' }))";
        app.script(script, vec![]).await;
        app.wait_for_text(STOPPED).await;
        app.click("DisclosureTriangle", "Details for a report").await;
        app.wait_for_text("panicked at src/map.rs").await;
    });
}

#[test]
fn an_error_of_a_foreign_script_does_not_stop_the_app() {
    in_browser(with(Fault::Replaced("foreign.js", THROW)), async |app| {
        app.open("").await;
        load_script(app, "foreign.js").await;
        let errors = app
            .wait_until("the error is reported", async || {
                let errors = app.reports().await.errors;
                (!errors.is_empty()).then_some(errors)
            })
            .await;
        assert!(errors[0].contains("not ours"), "{errors:#?}");
        assert!(!app.screen().await.contains(STOPPED));
    });
}

#[test]
fn the_failure_screen_has_no_barriers() {
    in_browser(with(Fault::Missing("*.wasm")), async |app| {
        assert_not_opened(app).await;
        app.click("DisclosureTriangle", "Details for a report").await;
        app.wait_for_text("_bg.wasm").await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            app.set_scheme(scheme).await;
            app.assert_no_barriers(&format!("the failure screen, {scheme:?}")).await;
        }
    });
}

#[test]
fn the_loading_screen_has_no_barriers() {
    in_browser(with(Fault::Stuck("*.wasm")), async |app| {
        app.visit("").await;
        app.wait_for_text("Opening").await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            app.set_scheme(scheme).await;
            app.assert_no_barriers(&format!("the loading screen, {scheme:?}")).await;
        }
    });
}

#[test]
fn in_a_sandboxed_frame_the_page_says_that_it_may_not_run_there() {
    in_browser(Settings::default(), async |app| {
        app.visit_in_sandbox().await;
        app.wait_for_text("in a frame of another page").await;
        app.reports().await;
    });
}
