//! The table: copying and pasting as browsers and Word do it, and the panel beside it.

use crosslane_browser_tests::{App, Settings, in_browser};
use serde_json::json;

use crate::steps::{bring_in, drop_and_preview, go_to, wait_for_focus, wait_for_name};

const CLAIM: &str = "Journey,Phase,Touchpoint,Owner\n\
    Claim,Report,Call the hotline,Service\n\
    Claim,Report,Send photos,Claims\n\
    Claim,Settle,Pay out,Finance\n";

/// The rows of it.
const BEFORE: &str =
    "Call the hotline / Service; Send photos / Claims; Pay out / Finance; Type here to add a touchpoint";

/// What Word puts on the clipboard for two rows: a line break in each cell, the second cell over both rows, and styles.
const WORD_PAGE: &str = "<html><head><style>td { color: red }</style></head><body><p>List</p>\
    <table><tr><td colspan=1 style='width:5cm'><p>Call<br>twice</p></td>\
    <td rowspan=2><p>Back</p><p>office</p></td></tr>\
    <tr><td colspan=1><p>Send</p><p>post</p></td></tr></table></body></html>";
const WORD_TEXT: &str = "Call\ntwice\tBack\noffice\nSend\npost\t\n";

/// Opens the claim in the table, with no columns but those that are filled.
async fn open_table(app: &App) {
    app.open("").await;
    drop_and_preview(app, "claims.csv", CLAIM).await;
    bring_in(app).await;
    go_to(app, "Table").await;
}

/// The selector of a cell by its row and the name of its column.
async fn cell(app: &App, row: usize, column: &str) -> String {
    let script = "return [...document.querySelectorAll('[role=columnheader]')] \
        .find(it => it.textContent.trim() === arguments[0]).getAttribute('aria-colindex') - 2";
    let column = app.script(script, vec![json!(column)]).await;
    format!(".cell[data-at='{row}-{column}']")
}

/// Goes to a cell, and waits until it has the focus.
async fn stand(app: &App, cell: &str) {
    app.click_css(cell).await;
    app.wait_for_css(&format!("{cell}:focus")).await;
}

/// The names, actions and owners, row by row.
async fn rows(app: &App) -> String {
    let mut columns = Vec::new();
    for column in ["Touchpoint", "What the customer does", "Owner"] {
        columns.push(cell(app, 0, column).await);
    }
    let script = "const text = (css, row) => document.querySelector(css.replace(\"'0-\", `'${row}-`))?.innerText.trim(); \
        return [0, 1, 2, 3].map(row => arguments[0].map(css => text(css, row)).filter(it => it).join(' / ')) \
            .filter(it => it).join('; ')";
    let rows = app.script(script, vec![json!(columns)]).await;
    rows.as_str().unwrap_or_default().to_owned()
}

async fn wait_for_rows(app: &App, wanted: &str) {
    let what = format!("the rows are {wanted:?}");
    app.wait_until(&what, async || (rows(app).await == wanted).then_some(())).await;
}

/// Sends an event of the clipboard to the page, as Firefox does where nothing can be typed into; gives what it holds
/// afterwards.
async fn clipboard_event(app: &App, kind: &str, text: &str, page: &str) -> String {
    let script = "const [kind, text, page] = arguments; const clipboardData = new DataTransfer(); \
        if (text) clipboardData.setData('text/plain', text); if (page) clipboardData.setData('text/html', page); \
        document.body.dispatchEvent(new ClipboardEvent(kind, { bubbles: true, cancelable: true, clipboardData })); \
        return clipboardData.getData('text/plain')";
    let held = app.script(script, vec![json!(kind), json!(text), json!(page)]).await;
    held.as_str().unwrap_or_default().to_owned()
}

#[test]
fn cells_are_copied_cut_and_pasted_where_the_event_goes_to_the_page() {
    in_browser(Settings::default(), async |app| {
        open_table(app).await;
        let first = cell(app, 0, "Touchpoint").await;
        stand(app, &first).await;
        app.press("Shift+ArrowDown").await;
        app.wait_for_css(".cell[data-chosen]").await;
        assert_eq!(clipboard_event(app, "copy", "", "").await, "Call the hotline\nSend photos");
        assert_eq!(clipboard_event(app, "cut", "", "").await, "Call the hotline\nSend photos");
        app.wait_for_no_text("Send photos").await;
        app.press("Control+z").await;
        app.wait_for_text("Send photos").await;

        stand(app, &first).await;
        clipboard_event(app, "paste", "Write a mail\nSend a film", "").await;
        wait_for_rows(
            app,
            "Write a mail / Service; Send a film / Claims; Pay out / Finance; Type here to add a touchpoint",
        )
        .await;
        // Outside of the table a paste is for a workspace of its own, as everywhere.
        app.script("document.activeElement.blur()", vec![]).await;
        clipboard_event(app, "paste", CLAIM, "").await;
        app.wait_for_css(".incoming[open]").await;
    });
}

#[test]
fn a_table_of_word_keeps_its_rows_and_its_merged_cells() {
    in_browser(Settings::default(), async |app| {
        open_table(app).await;
        // The owner stands two columns right of the action: a cell over two columns reaches it.
        stand(app, &cell(app, 0, "What the customer does").await).await;
        clipboard_event(app, "paste", WORD_TEXT, &WORD_PAGE.replace("colspan=1", "colspan=2")).await;
        wait_for_rows(
            app,
            "Call the hotline / Call twice / Back office; Send photos / Send post / Back office; \
             Pay out / Finance; Type here to add a touchpoint",
        )
        .await;
        app.press("Control+z").await;
        wait_for_rows(app, BEFORE).await;

        // Pasted at home it is a journey with as many touchpoints.
        app.open("").await;
        app.wait_for_css(".home-buttons").await;
        let head = "<table><tr><th>Touchpoint</th><th>Owner</th></tr>";
        let page = WORD_PAGE.replace("<table>", head);
        clipboard_event(app, "paste", &format!("Touchpoint\tOwner\n{WORD_TEXT}"), &page).await;
        app.wait_for_text("New: 2 touchpoints").await;
        // A browser that meets styles in what it reads says that it refuses them.
        app.reports().await.assert_clean();
    });
}

#[test]
fn the_panel_shows_the_row_that_is_marked() {
    in_browser(Settings::default(), async |app| {
        open_table(app).await;
        let names = [0, 1, 2].map(|row| format!(".cell[data-at='{row}-0']"));
        stand(app, &names[0]).await;
        app.press("Control+i").await;
        let shows = async |name: &str| {
            let script = "return document.querySelector('.inspector .title-input')?.value === arguments[0]";
            let what = format!("the panel shows {name:?}");
            app.wait_until(&what, async || {
                app.script(script, vec![json!(name)]).await.as_bool().filter(|is| *is)
            })
            .await;
        };
        let marked =
            async |row: usize| app.wait_for_css(&format!(".cell[data-at='{row}-0'][data-here]")).await;
        shows("Call the hotline").await;
        app.press("ArrowDown").await;
        shows("Send photos").await;
        app.click_css(&names[2]).await;
        shows("Pay out").await;
        // The row without a touchpoint has no panel; what is typed there has one.
        app.press("ArrowDown").await;
        app.wait_for_script("the panel is gone", "return !document.querySelector('.inspector')").await;
        app.type_text("Say sorry").await;
        app.press("Enter").await;
        app.press("ArrowUp").await;
        shows("Say sorry").await;
        // The panel goes to another touchpoint: the mark goes with it, and so it does where rows change places.
        app.click("button", "Previous touchpoint").await;
        shows("Pay out").await;
        marked(2).await;
        stand(app, &names[0]).await;
        shows("Call the hotline").await;
        app.press("Alt+ArrowDown").await;
        shows("Call the hotline").await;
        marked(1).await;
        app.press("Control+z").await;
        marked(0).await;
        shows("Call the hotline").await;
        // Closed, it stays closed.
        app.click_css(".inspector-head [aria-label=Close]").await;
        app.press("ArrowDown").await;
        marked(1).await;
        assert!(app.script("return !document.querySelector('.inspector')", vec![]).await == json!(true));
        // From the map the mark stands at what is chosen there.
        go_to(app, "Map").await;
        app.script("[...document.querySelectorAll('.map-card')].find(it => it.innerText.includes('Pay out')).click()", vec![])
            .await;
        wait_for_focus(app, "group \"Pay out. Finance\"").await;
        app.wait_for_script("it is in the address", "return location.hash.split('/').length > 5").await;
        go_to(app, "Table").await;
        marked(2).await;
        shows("Pay out").await;
    });
}

#[test]
fn redo_has_the_key_of_windows_and_arrow_down_the_best_match() {
    in_browser(Settings::default(), async |app| {
        open_table(app).await;
        let owner = cell(app, 1, "Owner").await;
        stand(app, &owner).await;
        app.type_text("fin").await;
        app.find("option", "Finance").await;
        app.press_all(&["ArrowDown", "Enter"]).await;
        let (given, before) = (
            "Call the hotline / Service; Send photos / Finance; Pay out / Finance; Type here to add a touchpoint",
            BEFORE,
        );
        wait_for_rows(app, given).await;
        app.press("Control+z").await;
        wait_for_rows(app, before).await;
        app.press("Control+y").await;
        wait_for_rows(app, given).await;
        app.press("Control+z").await;
        wait_for_rows(app, before).await;

        // The same in the panel, and on the card.
        stand(app, &owner).await;
        app.press("Control+i").await;
        app.click("combobox", "Owner").await;
        app.press("Control+a").await;
        app.type_text("ser").await;
        app.find("option", "Add “ser”").await;
        app.press_all(&["ArrowDown", "Enter"]).await;
        wait_for_rows(app, "Call the hotline / Service; Send photos / Service; Pay out / Finance; Type here to add a touchpoint").await;
        go_to(app, "Map").await;
        app.script("[...document.querySelectorAll('.map-card')].find(it => it.innerText.includes('Pay out')).click()", vec![])
            .await;
        wait_for_focus(app, "group \"Pay out. Finance\"").await;
        app.press("o").await;
        wait_for_focus(app, "combobox \"Owner\"").await;
        app.type_text("ser").await;
        app.find("option", "Create “ser”").await;
        app.press_all(&["ArrowDown", "Enter"]).await;
        wait_for_name(app, "group", "Pay out. Service").await;
    });
}

#[test]
fn the_menu_of_columns_shuts_when_a_cell_is_clicked() {
    in_browser(Settings::default(), async |app| {
        open_table(app).await;
        let at = cell(app, 2, "Touchpoint").await;
        // Chromium gave the tab up where the menu shut while the focus was on its way.
        for _ in 0..3 {
            app.click_css(".table-columns summary").await;
            app.wait_for_css(".table-columns[open]").await;
            stand(app, &at).await;
            app.wait_for_css(".table-columns:not([open])").await;
        }
        // The keyboard leaves it as well.
        app.click_css(".table-columns summary").await;
        app.wait_for_css(".table-columns[open]").await;
        app.press("Shift+Tab").await;
        app.wait_for_css(".table-columns:not([open])").await;
    });
}
