//! Co-creation sessions: run again, ideas that become initiatives, learning that becomes evidence.

use crosslane_browser_tests::{Settings, in_browser};
use serde_json::json;

use super::{go_to_practice, open_claim};
use crate::steps::go_to;

#[test]
fn what_was_learned_is_evidence_for_the_touchpoints_that_were_chosen() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        let stale = "return document.body.innerText.split('Rests on assumption').length - 1";
        go_to(app, "Flags").await;
        app.wait_for_text("Rests on assumption").await;
        let before = app.script(stale, vec![]).await;
        go_to_practice(app, "Sessions").await;
        app.click("link", "At one table").await;
        app.wait_for_css(".act-learned").await;
        app.click("checkbox", "Hears what is paid").await;
        app.click("button", "Measured").await;
        app.click("button", "Set the evidence").await;
        app.wait_for_text("Evidence set on 1 touchpoint, reviewed today.").await;
        let lines = "return [...document.querySelectorAll('.act-learned .quiet')].map(it => it.textContent.split(',')[0])";
        assert_eq!(app.script(lines, vec![]).await, json!(["Measured", "Observed"]));
        go_to(app, "Flags").await;
        app.wait_for_css(".flag").await;
        let after = app.script(stale, vec![]).await;
        assert_ne!(before, after, "a flag at the hotline rests on something now");
        app.press("Control+z").await;
        let is_back =
            format!("return document.body.innerText.split('Rests on assumption').length - 1 === {before}");
        app.wait_for_script("the flags rest on assumption again", &is_back).await;
    });
}

#[test]
fn a_session_is_run_again_and_an_idea_becomes_an_initiative_of_those_who_took_part() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        go_to_practice(app, "Sessions").await;
        app.click("link", "At one table").await;
        app.click("button", "Begin another cycle").await;
        app.wait_for_text("Cycle 2").await;
        let carried = "return [...document.querySelectorAll('.act-cycle:last-child textarea')] \
            .some(it => it.value === 'Nobody reads the second mail')";
        app.wait_for_script("what was learned is a finding", carried).await;
        app.click("button", "Make it an initiative: One file for both").await;
        app.wait_for_css(".act-page .segments").await;
        let departments =
            "return [...document.querySelectorAll('.act-page .chip')].map(it => it.textContent)";
        assert_eq!(app.script(departments, vec![]).await, json!(["Service", "Finance"]));
        go_to_practice(app, "Sessions").await;
        app.click("link", "At one table").await;
        app.wait_for_css(".act-ideas a").await;
        assert!(!app.has("button", "Make it an initiative: One file for both").await);
    });
}
