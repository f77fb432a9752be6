//! The registers: entries are added, named, ordered, merged and deleted, each with a look before and a way back.

use crosslane_browser_tests::{App, Settings, in_browser, scenes};

use crate::steps::{go_to, wait_for_focus};

/// The names in the register shown, top to bottom.
async fn entries(app: &App) -> String {
    let script =
        "return [...document.querySelectorAll('.register-name')].map(it => it.textContent).join('|')";
    app.script(script, vec![]).await.as_str().unwrap_or_default().to_owned()
}

async fn wait_for_entries(app: &App, wanted: &str) {
    let what = format!("the register holds {wanted}");
    app.wait_until(&what, async || (entries(app).await == wanted).then_some(())).await;
}

/// Goes to a register by its link.
async fn register(app: &App, name: &str) {
    let script = "[...document.querySelectorAll('.register-link')] \
        .find(it => it.textContent.startsWith(arguments[0])).click()";
    app.script(script, vec![name.into()]).await;
    let there = format!("return document.querySelector('.departments h1').textContent === {name:?}");
    app.wait_for_script(&format!("{name} are shown"), &there).await;
}

/// Opens the page of an entry of the register shown.
async fn open_entry(app: &App, name: &str) {
    app.click("link", name).await;
    app.wait_for_css(".entry-title").await;
}

#[test]
fn the_focus_stays_near_when_what_had_it_goes() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.press("5").await;
        app.fill("textbox", "New department: type it, press Enter", "Claim").await;
        app.press("Enter").await;
        // The dialog goes, and with it the pair whose button opened it.
        app.click("button", "Keep “Claims”").await;
        app.click("button", "Merge").await;
        let near = "return !document.querySelector('#near, dialog') \
            && document.activeElement.matches('.table-frame')";
        app.wait_for_script("the list below has the focus", near).await;
    });
}

#[test]
fn names_are_added_one_after_the_other_and_none_twice() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Departments").await;
        register(app, "Subjects").await;
        let before = entries(app).await;
        app.click_css("#register-add").await;
        app.type_text("Zeal of the reply").await;
        app.press("Enter").await;
        wait_for_entries(app, &format!("{before}|Zeal of the reply")).await;
        // The field is empty and has the focus: the next name can be typed.
        wait_for_focus(app, "textbox \"New subject: type it, press Enter\"").await;
        app.type_text("zeal  of the REPLY").await;
        app.press("Enter").await;
        app.wait_for_text("is there already").await;
        assert_eq!(entries(app).await, format!("{before}|Zeal of the reply"));
        app.press("Control+a").await;
        app.press("Backspace").await;
        app.script("document.activeElement.blur()", vec![]).await;
        app.press("Control+z").await;
        wait_for_entries(app, &before).await;
    });
}

#[test]
fn a_system_given_another_name_has_it_wherever_it_is_used() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Departments").await;
        register(app, "Systems").await;
        open_entry(app, "Ledger").await;
        app.fill("textbox", "Name", "Grand book").await;
        app.script("document.activeElement.blur()", vec![]).await;
        register(app, "Systems").await;
        open_entry(app, "Claims system").await;
        app.wait_for_text("System Grand book: connected to").await;
        // Who may do what: one radio button, one step of undo.
        app.click("radio", "Assessment: May read").await;
        let chosen = "return document.querySelector('[aria-label=\"Assessment: May read\"]').checked";
        app.wait_for_script("it is chosen", chosen).await;
        app.script("document.activeElement.blur()", vec![]).await;
        app.press("Control+z").await;
        app.wait_for_script("it is as before", &chosen.replace("return ", "return !")).await;
    });
}

#[test]
fn lanes_are_moved_by_keyboard_and_the_focus_stays() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Departments").await;
        app.wait_for_css(".register-name").await;
        let before = entries(app).await;
        let (first, rest) = before.split_once('|').unwrap();
        let (second, rest) = rest.split_once('|').unwrap();
        app.script("document.querySelector('.register-name').focus()", vec![]).await;
        app.press("Alt+ArrowDown").await;
        wait_for_entries(app, &format!("{second}|{first}|{rest}")).await;
        wait_for_focus(app, &format!("link {first:?}")).await;
        app.click("button", &format!("Move {first} up")).await;
        wait_for_entries(app, &before).await;
    });
}

#[test]
fn two_departments_become_one_after_a_look_at_what_that_moves() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Departments").await;
        app.wait_for_css(".register-name").await;
        let before = entries(app).await;
        open_entry(app, "Contact centre").await;
        app.click("button", "Merge into …").await;
        app.wait_for_css(".modal[open]").await;
        app.fill("combobox", "The one that stays", "Claims").await;
        app.press("Enter").await;
        app.wait_for_text("will refer to “Claims”").await;
        assert_eq!(
            app.script("return document.querySelector('.departments h1').textContent", vec![]).await,
            "Contact centre"
        );
        app.click("button", "Merge").await;
        app.wait_for_script(
            "the page of what stays is shown",
            "return document.querySelector('.departments h1').textContent === 'Claims'",
        )
        .await;
        register(app, "Departments").await;
        wait_for_entries(app, before.trim_start_matches("Contact centre|")).await;
        app.click_css(".toast-action").await;
        wait_for_entries(app, &before).await;
    });
}

#[test]
fn what_goes_with_a_department_is_shown_before_it_is_deleted() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Departments").await;
        app.wait_for_css(".register-name").await;
        let before = entries(app).await;
        open_entry(app, "Contact centre").await;
        app.click("button", "Delete").await;
        app.wait_for_text("1 touchpoint loses its owner, 1 handoff card waits among the unplaced").await;
        app.wait_for_text("Touchpoint “Reports the damage by phone”").await;
        app.click("button", "Cancel").await;
        app.wait_for_css(".entry-title").await;
        app.click("button", "Delete").await;
        app.wait_for_css(".modal[open]").await;
        app.click_css(".modal .button-danger").await;
        wait_for_entries(app, before.trim_start_matches("Contact centre|")).await;
        go_to(app, "Flags").await;
        app.wait_for_text("Nobody owns “Reports the damage by phone”").await;
        app.press("Control+z").await;
        app.wait_for_no_text("Nobody owns “Reports the damage by phone”").await;
        go_to(app, "Departments").await;
        wait_for_entries(app, &before).await;
    });
}

#[test]
fn names_that_look_alike_are_proposed_and_merged_only_when_told_to() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Departments").await;
        register(app, "Systems").await;
        let before = entries(app).await;
        app.click_css("#register-add").await;
        app.type_text("Claims-Systems").await;
        app.press("Enter").await;
        app.wait_for_text("“Claims-Systems” was added. It looks like “Claims system”.").await;
        app.wait_for_text("These may be the same").await;
        let both = before.replace("Claims system|", "Claims system|Claims-Systems|");
        wait_for_entries(app, &both).await;

        app.click("button", "Keep “Claims system”").await;
        app.wait_for_text("nothing refers to it. “Claims system” stays").await;
        app.click("button", "Merge").await;
        wait_for_entries(app, &before).await;
        app.wait_for_no_text("These may be the same").await;
        app.click_css(".toast:last-child .toast-action").await;
        wait_for_entries(app, &both).await;
        app.wait_for_text("These may be the same").await;

        app.click("button", "They differ").await;
        app.wait_for_no_text("These may be the same").await;
        app.wait_for_css("[data-save-state='saved']").await;
        app.reload().await;
        wait_for_entries(app, &both).await;
        app.wait_for_no_text("These may be the same").await;
    });
}

#[test]
fn a_name_typed_anywhere_that_looks_like_another_says_so_and_leads_there() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.click_css(".map-card").await;
        app.wait_for_css(".inspector").await;
        app.fill("combobox", "Owner", "Contact centres").await;
        app.press("Enter").await;
        app.wait_for_text("“Contact centres” was added. It looks like “Contact centre”.").await;
        app.click("button", "Look").await;
        app.wait_for_text("These may be the same").await;
        assert!(entries(app).await.ends_with("|Contact centres"));
    });
}

#[test]
fn a_term_is_marked_where_it_stands_and_entered_with_a_click() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        let card = "const card = [...document.querySelectorAll('.map-card')] \
            .find(it => it.textContent.includes('Reports the damage by phone')); card.click()";
        app.script(card, vec![]).await;
        app.wait_for_css(".inspector .title-input").await;
        app.fill("textbox", "What the customer does", "Asks who comes for the survey.").await;
        app.wait_for_css(".term-line mark").await;
        app.wait_for_text("Enter “survey” as the word of Contact centre").await;
        app.click("button", "Enter “survey” as the word of Contact centre").await;
        app.wait_for_text("Contact centre says “survey”").await;
        app.wait_for_no("button", "Enter “survey” as the word of Contact centre").await;
    });
}

#[test]
fn the_page_of_a_department_is_printed_alone_and_as_wide_as_the_paper() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Departments").await;
        open_entry(app, "Contact centre").await;
        app.wait_for_css(".paper-title").await;
        let sheets = async || {
            let pdf = app.print().await;
            pdf.windows(11).filter(|it| it.starts_with(b"/Type /Page") && it[10] != b's').count()
        };
        let printed = sheets().await;
        // Beside the room of the registers, which are not printed, it would be squeezed onto more of them.
        let squeeze = "const sheet = [...document.styleSheets].find(it => it.href?.includes('departments')) \
            ?? document.styleSheets[0]; \
            sheet.insertRule('@media print { .departments { display: grid !important } }', sheet.cssRules.length)";
        app.script(squeeze, vec![]).await;
        let squeezed = sheets().await;
        assert!(printed < squeezed, "{printed} sheets, {squeezed} squeezed");
    });
}

#[test]
fn a_threshold_shows_its_effect_before_it_is_taken() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        go_to(app, "Flags").await;
        app.wait_for_css(".flag").await;
        let open = "return [...document.querySelectorAll('.flag-group h2 .quiet')] \
            .reduce((sum, it) => sum + Number(it.textContent), 0)";
        let before = app.script(open, vec![]).await;
        app.click("button", "Thresholds").await;
        let name = "Handoffs in one phase that make a relay";
        app.fill("textbox", name, "nonsense").await;
        app.press("Tab").await;
        app.wait_for_text("Not a whole number yet").await;
        app.fill("textbox", name, "1").await;
        app.wait_for_text("more flag").await;
        app.wait_for_css(".threshold-list .touched li").await;
        // Nothing changed yet.
        app.click("button", "Flags").await;
        app.wait_for_css(".flag").await;
        assert_eq!(app.script(open, vec![]).await, before);

        app.click("button", "Thresholds").await;
        app.fill("textbox", name, "1").await;
        app.wait_for_css(".threshold-counted").await;
        app.click("button", "Take it").await;
        app.wait_for_text("Set for this workspace").await;
        app.click("button", "Flags").await;
        app.wait_for_css(".flag").await;
        assert_ne!(app.script(open, vec![]).await, before);

        app.click("button", "Thresholds").await;
        app.click("button", "Back to the default").await;
        app.wait_for_text("gone").await;
        app.click("button", "Take it").await;
        app.wait_for_no_text("Set for this workspace").await;
        app.click("button", "Flags").await;
        app.wait_for_css(".flag").await;
        assert_eq!(app.script(open, vec![]).await, before);
    });
}
