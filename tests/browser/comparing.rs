//! A future journey beside the current one.

use crosslane_browser_tests::{Settings, in_browser, scenes};

use crate::steps::{bring_in, drop_and_preview, go_to, wait_for_focus};

/// Two handoffs, of which one has no owner on its other side yet.
const CLAIM: &str = "Journey,Phase,Touchpoint,Owner,Stage\n\
    Claim,Report,Call the hotline,Service,frontstage\n\
    Claim,Report,Send photos,Claims,frontstage\n\
    Claim,Settle,Pay out,Finance,backstage\n";

#[test]
fn a_future_journey_is_started_changed_and_compared() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", CLAIM).await;
        bring_in(app).await;
        go_to(app, "Compare").await;
        app.click("button", "Start a future journey").await;
        app.wait_for_text("This is the future journey").await;
        go_to(app, "Compare").await;
        app.wait_for_text("Nothing differs.").await;
        app.wait_for_text("All handoffs are as risky as before.").await;

        // One owner for both: the handoff between them is gone.
        go_to(app, "Map").await;
        let photos =
            "[...document.querySelectorAll('.map-card')].find(it => it.textContent.includes('Send photos'))";
        app.script(&format!("{photos}.querySelector('.map-owner').click()"), vec![]).await;
        wait_for_focus(app, "combobox \"Owner\"").await;
        app.type_text("serv").await;
        app.press("Enter").await;
        go_to(app, "Compare").await;
        app.wait_for_css(".compare-card[data-fate='new_owner']").await;
        app.wait_for_text("No handoff any more").await;
        app.wait_for_text("was Claims").await;

        // The current journey stays as it was, and leads to the same two sides.
        app.press("j").await;
        app.type_text("Claim").await;
        app.press("Enter").await;
        app.wait_for_css(".compare-card[data-fate='new_owner']").await;
        app.script("document.querySelector('.compare-card').click()", vec![]).await;
        app.wait_for_css("[data-view='map'] .map-card.chosen").await;
    });
}

#[test]
fn a_future_journey_begins_as_good_and_as_bad_as_the_current_one() {
    in_browser(Settings::default(), async |app| {
        // With goals, initiatives and decisions.
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Compare").await;
        app.click("button", "Start a future journey").await;
        app.wait_for_text("This is the future journey").await;
        go_to(app, "Compare").await;
        app.wait_for_text("All handoffs are as risky as before.").await;
        let changes = "return [...document.querySelectorAll('.compare-scores tbody td:last-child')]\
            .map(cell => cell.textContent).join(' ')";
        assert_eq!(app.script(changes, vec![]).await.as_str(), Some("±0 ±0 ±0 ±0 ±0 ±0"));
        let parts =
            "return [...document.querySelectorAll('.compare-part h2')].map(it => it.textContent).join()";
        let parts = app.script(parts, vec![]).await;
        assert_eq!(parts.as_str(), Some("Both on one map,Handoffs,What changed"), "no flag came or went");
    });
}

#[test]
fn a_journey_is_compared_with_another_one_that_was_never_linked() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let both = format!(
            "{CLAIM}Claim 2,Report,Call the hotline,Service,frontstage\nClaim 2,Report,Answer at once,Service,frontstage\n"
        );
        drop_and_preview(app, "claims.csv", &both).await;
        bring_in(app).await;
        go_to(app, "Compare").await;
        let choose = "const it = document.querySelector('.compare-with select'); \
            it.value = [...it.options].find(it => it.text === 'Claim 2').value; \
            it.dispatchEvent(new Event('change', { bubbles: true }))";
        app.script(choose, vec![]).await;
        app.wait_for_css(".compare-card[data-fate='added']").await;
        app.wait_for_css(".compare-card[data-fate='removed']").await;
        let same = "return [...document.querySelectorAll('.compare-card')].filter(it => !it.dataset.fate).map(it => it.textContent).join()";
        assert_eq!(app.script(same, vec![]).await.as_str(), Some("Call the hotline"));
        // The address holds the choice.
        app.reload().await;
        app.wait_for_css(".compare-card[data-fate='added']").await;
    });
}

#[test]
fn what_moved_the_scores_since_a_snapshot_is_shown() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", CLAIM).await;
        bring_in(app).await;
        go_to(app, "Progress").await;
        app.click("button", "Keep today’s scores").await;
        app.wait_for_css(".snapshot").await;
        go_to(app, "Map").await;
        app.press("ArrowRight").await;
        app.press("Delete").await;
        go_to(app, "Progress").await;
        app.click("link", "What moved since").await;
        app.wait_for_css(".compare-card[data-fate='removed']").await;
        app.wait_for_text("No handoff any more").await;
        app.wait_for_text("When scores were kept").await;
    });
}
