//! Every view and dialog: nothing that keeps anyone out, in light and dark, wide and narrow.

use crosslane_browser_tests::{Scheme, Settings, Size, in_browser, scenes};
use serde_json::json;

/// How many headings of the first level there are, and how far the page scrolls sideways.
const SHAPE: &str = "return [[...document.querySelectorAll('h1')].filter(it => it.checkVisibility()).length, \
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)]";

#[test]
fn no_barriers_at_home_and_in_what_comes_in() {
    look_at_all(scenes::COMING_IN);
}

#[test]
fn no_barriers_on_the_map() {
    look_at_all(scenes::MAP);
}

#[test]
fn no_barriers_in_the_other_views_and_dialogs() {
    look_at_all(scenes::VIEWS);
}

#[test]
fn no_barriers_in_the_registers() {
    look_at_all(scenes::DEPARTMENTS);
}

#[test]
fn no_barriers_in_what_is_done_about_handoffs() {
    look_at_all(scenes::ACTING);
}

#[test]
fn no_barriers_where_something_is_in_the_way() {
    look_at_all(scenes::TROUBLE);
}

fn look_at_all(scenes: &[scenes::Scene]) {
    let with_barriers: Vec<&str> = scenes
        .iter()
        .filter(|scene| scene.faults.is_empty())
        .filter(|scene| std::panic::catch_unwind(|| look_for_barriers(scene)).is_err())
        .map(|scene| scene.name)
        .collect();
    assert!(with_barriers.is_empty(), "{with_barriers:?}");
}

fn look_for_barriers(scene: &scenes::Scene) {
    in_browser(Settings::default(), async |app| {
        (scene.steps)(app).await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            for size in [Size::WIDE, Size::NARROW] {
                app.set_scheme(scheme).await;
                app.set_size(size).await;
                let what = format!("{}, {scheme:?}, {size:?}", scene.name);
                app.assert_no_barriers(&what).await;
                assert_eq!(app.script(SHAPE, vec![]).await, json!([1, 0]), "{what}");
            }
        }
    });
}

#[test]
fn palette_and_shortcut_sheet_work_by_keyboard_alone() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.press("Control+k").await;
        app.wait_for_css(".palette[open]").await;
        app.type_text("keyboard").await;
        app.press("Enter").await;
        app.wait_for_css(".shortcuts[open]").await;
        // Letters may mean something else in another view, but what goes with Control means one thing everywhere.
        let keys = "return [...document.querySelectorAll('.shortcut-row')] \
            .map(row => [...row.querySelectorAll('kbd')].map(key => key.textContent).join('+')) \
            .filter(keys => keys.startsWith('Ctrl+')).filter((keys, at, all) => all.indexOf(keys) !== at)";
        assert_eq!(app.script(keys, vec![]).await.to_string(), "[]", "one shortcut, two commands");
        app.press("Escape").await;
        app.wait_for_script("the sheet is gone", "return !document.querySelector('.shortcuts')").await;
    });
}

#[test]
fn everything_with_a_name_is_found_by_keyboard_alone() {
    in_browser(Settings::default(), async |app| {
        let find = async |text: &str| {
            app.press("Control+k").await;
            app.wait_for_css(".palette[open]").await;
            app.type_text(text).await;
            app.press("Enter").await;
            app.wait_for_script("the palette is gone", "return !document.querySelector('.palette')").await;
        };
        scenes::open_sample(app, "insurance").await;
        find("surveyor roof").await;
        let on_card = "return document.activeElement.innerText.includes('Shows the surveyor the roof')";
        app.wait_for_script("the touchpoint has the focus on the map", on_card).await;
        app.click("link", "Table").await;
        app.wait_for_css("[role=grid]").await;
        find("surveyor roof").await;
        let in_row = "return document.activeElement.matches('[role=gridcell], [role=rowheader]') \
            && document.activeElement.closest('[role=row]').innerText.includes('Shows the surveyor the roof')";
        app.wait_for_script("its row has the focus in the table", in_row).await;
        find("repair net").await;
        let page = "return location.hash.includes('/departments/') \
            && [...document.querySelectorAll('h1, h2, input, textarea')].some(it => (it.value ?? it.innerText) === 'Repair network')";
        app.wait_for_script("the page of the department is there", page).await;
        find("threshold").await;
        app.wait_for_css(".threshold").await;
        // It has an address of its own.
        app.reload().await;
        app.wait_for_css(".threshold").await;
        app.click("button", "Open questions").await;
        app.wait_for_script("the questions have one, too", "return location.hash.endsWith('/questions')")
            .await;
        // A dialog that takes the place of the palette has the focus then.
        find("versions").await;
        let inside = "return !!document.activeElement.closest('dialog.versions input')";
        app.wait_for_script("the versions begin with their first field", inside).await;
        app.press("Escape").await;
        app.wait_for_script("they are gone", "return !document.querySelector('dialog')").await;
        app.press("Control+k").await;
        app.wait_for_css(".palette[open]").await;
        app.type_text("nothing is called like this").await;
        app.wait_for_text("Nothing fits").await;
    });
}

#[test]
fn a_flag_is_accepted_with_a_reason_and_taken_back() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.press("4").await;
        app.wait_for_css(".flag").await;
        let before = app.find_all("button", Some("Accept")).await.unwrap().len();
        app.click_css(".flag-waive").await;
        app.click("button", "Accept").await;
        app.wait_for_text("Say why").await;
        app.fill("textbox", "Reason", "Known, mended in spring").await;
        app.fill("textbox", "Your name", "Ada").await;
        app.press("Tab").await;
        app.click_css(".modal .button-main").await;
        app.wait_for_text("Accepted flags").await;
        let after = app.find_all("button", Some("Accept")).await.unwrap().len();
        assert_eq!(after, before - 1);
        app.press("Control+z").await;
        app.wait_for_no_text("Accepted flags").await;
    });
}

#[test]
fn a_flag_is_shown_on_the_map_with_the_focus_and_the_focus_comes_back() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.press("4").await;
        app.wait_for_css(".flag").await;
        let on_handoff = "const line = [...document.querySelectorAll('.flag-place')] \
            .find(it => it.textContent.includes('“Reads what will be paid” → “Has the roof repaired”')); \
            line.querySelector('button').click()";
        app.script(on_handoff, vec![]).await;
        // Its way leads past a touchpoint of the customer alone: the last step of it wears the mark.
        app.wait_for_script(
            "the handoff is chosen",
            "return document.activeElement.matches('.map-step.chosen')",
        )
        .await;
        assert!(app.focus().await.contains("Handoff from Claims to Repair network"), "{}", app.focus().await);
        app.click_css(".inspector-head [aria-label=Close]").await;
        let back = "return document.activeElement.matches('.map-step') && !document.querySelector('.map-step.chosen')";
        app.wait_for_script("the focus is back on the handoff", back).await;
    });
}

#[test]
fn a_long_title_stands_whole_over_a_panel_with_more_than_fits() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.wait_for_css(".inspector .title-input").await;
        let hidden = "const [title, panel] = ['.inspector .title-input', '.inspector-body'] \
            .map(css => document.querySelector(css)); \
            return [title.scrollHeight - title.clientHeight, panel.scrollHeight > panel.clientHeight]";
        assert_eq!(app.script(hidden, vec![]).await, json!([0, true]));
    });
}
