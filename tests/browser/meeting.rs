//! What departments read before they meet, the report, and how it went.

use crosslane_browser_tests::{App, Settings, in_browser, scenes};

use crate::steps::wait_for_save_state;

/// Shows an address below the open workspace.
async fn show(app: &App, path: &str) {
    let go = "const at = location.hash.split('/'); location.hash = ['#', 'w', at[2], arguments[0]].join('/')";
    app.script(go, vec![path.into()]).await;
}

/// Waits until a side of a handoff on the page says so.
async fn wait_for_side(app: &App, says: &str) {
    let said =
        "return [...document.querySelectorAll('.page-list li')].some(it => it.textContent.startsWith('$'))";
    app.wait_for_script(says, &said.replace('$', says)).await;
}

#[test]
fn a_dispute_between_two_sides_is_shown_and_settled() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        show(app, "departments/-/entry/department/claims").await;
        app.wait_for_text("What it hands on").await;
        app.click("link", "Assessment").await;
        app.wait_for_text("Claims and Assessment").await;
        wait_for_side(app, "Assessment does not agree").await;
        let first = "return document.querySelector('.page-steps > li').textContent";
        let agenda = app.script(first, vec![]).await;
        assert!(agenda.as_str().unwrap().starts_with("Settle what both sides agree to"), "{agenda}");
        app.click_css(".page-steps > li a").await;
        app.wait_for_css(".inspector-side").await;
        let agree = "const side = document.querySelectorAll('.inspector-side')[1]; \
            if (!side.textContent.includes('Assessment')) throw 'the second side is not Assessment'; \
            side.querySelector('input').click()";
        app.script(agree, vec![]).await;
        app.press("4").await;
        app.wait_for_css(".flag").await;
        app.wait_for_no_text("The two sides disagree").await;
        show(app, "departments/-/pair/claims/assess").await;
        wait_for_side(app, "Assessment agrees").await;
        app.wait_for_no_text("Settle what both sides agree to").await;
    });
}

#[test]
fn the_report_is_read_printed_and_downloaded() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.press("9").await;
        app.wait_for_text("The three worst handoffs").await;
        app.wait_for_css(".paper-map").await;
        app.click("button", "Download as Markdown").await;
        let (name, bytes) = app.download().await;
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            name == "An insurance claim.md" && text.starts_with("# An insurance claim\n"),
            "{name}: {text}"
        );
        let pdf = app.pdf().await;
        // The executive has a sheet of their own, and the map begins on another.
        let texts = pdf.texts();
        assert!(texts.len() >= 3, "{} sheets", texts.len());
        assert!(texts.iter().all(|texts| *texts > 0), "a blank sheet: {texts:?}");
        let headings = pdf.headings();
        assert_eq!(headings[0], ("An insurance claim".to_owned(), 0), "the title is on the first sheet");
        let worst = headings.iter().find(|(title, _)| title == "The three worst handoffs");
        assert_eq!(worst.map(|(_, sheet)| *sheet), Some(0), "on the sheet of the executive: {headings:?}");
        assert!(headings.iter().any(|(_, sheet)| *sheet > 1), "{headings:?}");
        app.click_css(".page-steps a").await;
        app.wait_for_css(".inspector-side").await;
    });
}

/// A clock that can be put forward by a day at once, with the timers that would have run meanwhile.
const CLOCK: &str = "const Real = Date, timer = setTimeout; let ahead = 0; const long = []; \
    Date = class extends Real { \
        constructor(...of) { super(...(of.length ? of : [Real.now() + ahead])) } \
        static now() { return Real.now() + ahead } }; \
    setTimeout = (run, after, ...of) => after > 1e5 ? long.push(run) : timer(run, after, ...of); \
    window.nextDay = () => { ahead += 864e5; for (const run of long.splice(0)) run() }";

#[test]
fn the_report_has_the_date_of_the_day_also_after_midnight() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(CLOCK).await;
        scenes::open_sample(app, "insurance").await;
        app.press("9").await;
        app.wait_for_text("The three worst handoffs").await;
        let date = "return document.querySelector('.page-facts dd').innerText";
        let today = app.script(date, vec![]).await;
        assert!(today.as_str().is_some_and(|date| date.len() > 5), "the report has a date: {today}");
        app.script("nextDay()", vec![]).await;
        let tomorrow = format!("return document.querySelector('.page-facts dd').innerText !== {today}");
        app.wait_for_script("the report has the next day's date", &tomorrow).await;
    });
}

#[test]
fn scores_that_are_kept_make_a_line_to_now() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "b2b").await;
        app.press("8").await;
        app.click_css(".snapshots-keep .button").await;
        wait_for_save_state(app, "saved").await;
        app.wait_for_css(".chart-series[data-series='errors'] .chart-line[d^='M']").await;
        app.wait_for_css(".chart-dot[title^='Now']").await;
    });
}
