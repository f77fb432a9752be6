//! The random hand: whatever is clicked, pressed, typed and dragged, the app never stops and loses nothing.

use crosslane_browser_tests::hand::{Action, Hand, Plan, Round, play};
use crosslane_browser_tests::{Browser, Settings, Size, in_browser};

/// How many actions each test does in a normal run.
const IN_CHROMIUM: usize = 1_500;
const IN_FIREFOX: usize = 500;

fn play_in(browser: Browser, size: Size, plan: Plan) {
    in_browser(Settings { browser, size, limit: plan.limit(), ..Settings::default() }, async |app| {
        play(app, plan).await;
    });
}

#[test]
fn on_a_laptop() {
    play_in(Browser::Chromium, Size::WIDE, Plan::new(IN_CHROMIUM, 2));
}

#[test]
fn on_a_phone() {
    play_in(Browser::Chromium, Size::NARROW, Plan::new(IN_CHROMIUM, 2));
}

#[test]
fn in_firefox() {
    play_in(Browser::Firefox, Size::WIDE, Plan::new(IN_FIREFOX, 1));
}

/// What the hand finds in a page that has this script in it, in a few actions without a reload.
fn found_with(script: &str) -> String {
    let mut found = String::new();
    in_browser(Settings::default(), async |app| {
        let hand = Hand::new(app, script).await;
        let mut round = Round::new(2, 60);
        round.bursts.retain(|burst| !burst.contains(&Action::Reload));
        let finding = hand.round(&round).await.expect_err("something is wrong");
        assert_eq!(finding.seed, 2);
        assert!(!finding.trail.is_empty());
        found = finding.what;
    });
    found
}

#[test]
fn a_stop_is_noticed_and_so_is_an_error_that_nobody_caught() {
    let stop = "let keys = 0; addEventListener('keydown', () => { keys += 1; if (keys === 9) \
        dispatchEvent(new CustomEvent('crosslane-failed', { detail: 'panicked at src/x.rs' })) }, true)";
    let found = found_with(stop);
    assert!(found.contains("stop: panicked at src/x.rs"), "{found}");
    let found = found_with("addEventListener('keydown', () => { throw new Error('not caught') }, true)");
    assert!(found.contains("error: Error: not caught"), "{found}");
}

#[test]
fn a_workspace_that_is_not_valid_is_noticed() {
    let found = found_with(
        "const text = Blob.prototype.text; Blob.prototype.text = async function () { \
           return (await text.call(this)).replace('\"journeys\": {', '\"journeys\": { \"x\": 1,') }",
    );
    assert!(found.starts_with("the workspace is not valid"), "{found}");
}

#[test]
fn work_that_a_reload_does_not_show_is_noticed() {
    let found = found_with(
        "const [{ type }] = performance.getEntriesByType('navigation'); \
         const text = Blob.prototype.text; Blob.prototype.text = async function () { \
           return (await text.call(this)).replace(/\"title\": \"/, type === 'reload' ? '$&Older: ' : '$&') }",
    );
    assert!(found.starts_with("a reload gives another file"), "{found}");
}
