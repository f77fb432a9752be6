//! From a flag to an initiative that is done.

use crosslane_browser_tests::{App, Settings, in_browser};

use super::{open_claim, open_handoff};
use crate::steps::{go_to, wait_for_focus};

/// The numbers of a text such as `Risk 62 → 18`, where it can be read.
async fn risks(app: &App) -> Vec<f64> {
    let script = "return [...document.querySelectorAll('.act-risk')].map(it => it.textContent).join(' ')";
    let text = app.script(script, vec![]).await;
    let text = text.as_str().unwrap_or_default().to_owned();
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// Starts an initiative from all flags of the handoff that nobody makes.
async fn start_from_flags(app: &App) {
    go_to(app, "Flags").await;
    app.wait_for_css(".flag").await;
    let choose = "const lines = [...document.querySelectorAll('.flag')] \
        .filter(it => /Cold handoff|Nobody answers/.test(it.querySelector('h3').textContent)); \
        lines.forEach(it => it.querySelector('.flag-choice input').click()); return lines.length";
    let chosen = app.script(choose, vec![]).await.as_u64().unwrap_or_default();
    assert!(chosen >= 2, "there are several flags to choose: {chosen}");
    app.wait_for_text(&format!("{chosen} flags chosen")).await;
    app.click("button", "Start one initiative from them").await;
    app.wait_for_css(".act-page .act-addressed").await;
}

#[test]
fn flags_become_an_initiative_that_is_done_with_a_lower_risk() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        start_from_flags(app).await;
        wait_for_focus(app, "textbox \"Title\"").await;
        app.press("Control+a").await;
        app.type_text("Hand over by phone").await;
        for side in ["Service", "Finance"] {
            app.wait_for_text(side).await;
        }
        let before = risks(app).await;
        assert!(before.len() == 2 && before[0] > 0.0, "risk before and now: {before:?}");
        app.click("button", "Under way").await;

        open_handoff(app).await;
        let mend = "const method = document.getElementById('card-call-check-method'); method.value = 'warm'; \
            method.dispatchEvent(new Event('change', { bubbles: true }))";
        app.script(mend, vec![]).await;

        go_to(app, "Act").await;
        app.wait_for_css("[data-status=under_way] .act-card").await;
        app.click("link", "Hand over by phone").await;
        app.wait_for_css(".act-addressed .badge[data-severity=good]").await;
        app.click("button", "Done").await;
        app.wait_for_text("Today’s scores are kept under Progress").await;
        let after = risks(app).await;
        assert_eq!(after.len(), 2);
        assert!(after[1] < before[0], "{before:?} became {after:?}");
        go_to(app, "Progress").await;
        app.wait_for_text("Done: Hand over by phone").await;

        app.press("Control+z").await;
        app.wait_for_no_text("Done: Hand over by phone").await;
        go_to(app, "Act").await;
        app.wait_for_css("[data-status=under_way] .act-card").await;
    });
}

#[test]
fn an_initiative_that_changed_nothing_says_so() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        start_from_flags(app).await;
        app.click("button", "Done").await;
        app.wait_for_text("The risk is still").await;
        app.wait_for_text("the risk is not lower").await;
    });
}

#[test]
fn a_card_moves_over_the_board_by_keyboard_and_by_hand_and_keeps_the_focus() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        go_to(app, "Act").await;
        app.click("button", "New initiative").await;
        wait_for_focus(app, "textbox \"Title\"").await;
        app.type_text("One file").await;
        app.click("link", "All initiatives").await;
        app.wait_for_css("[data-status=proposed] .act-card").await;
        app.find("button", "Move “One file” to Agreed").await.focus().await.unwrap();
        app.press("Enter").await;
        app.wait_for_css("[data-status=agreed] .act-card").await;
        wait_for_focus(app, "link \"One file\"").await;
        let drag = "const data = new DataTransfer(); const fire = (at, type) => \
            at.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })); \
            const card = document.querySelector('.act-card'), column = document.querySelector('[data-status=under_way]'); \
            fire(card, 'dragstart'); fire(column, 'dragover'); fire(column, 'drop'); fire(card, 'dragend')";
        app.script(drag, vec![]).await;
        app.wait_for_css("[data-status=under_way] .act-card").await;
        app.press("Control+z").await;
        app.wait_for_css("[data-status=agreed] .act-card").await;
    });
}
