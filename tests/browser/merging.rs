//! A copy comes back: merged with what is here, kept beside it, put in its place; and versions kept, looked at, restored.

use crosslane_browser_tests::{App, Settings, in_browser};
use serde_json::{Value, json};

use crate::keeping::{rename, wait_for_title};
use crate::steps::{drop_and_preview, export, wait_for_focus, wait_for_save_state};

/// A workspace of two phases with two touchpoints each.
fn moving_house() -> Value {
    let touchpoint = |name: &str, owner: &str| json!({"name": name, "owner": owner});
    json!({
        "format": "crosslane", "version": 1, "id": "w1", "title": "Moving house",
        "departments": {"sales": {"name": "Sales"}, "ops": {"name": "Operations"}, "bill": {"name": "Billing"}},
        "department_order": ["sales", "ops", "bill"],
        "journey_order": ["j"],
        "journeys": {"j": {
            "title": "Move",
            "phase_order": ["p", "q"],
            "phases": {"p": {"name": "Ask", "touchpoints": ["a", "b"]}, "q": {"name": "Do", "touchpoints": ["c", "d"]}},
            "touchpoints": {
                "a": touchpoint("Call the office", "sales"), "b": touchpoint("Get an offer", "sales"),
                "c": touchpoint("Pack boxes", "ops"), "d": touchpoint("Send the bill", "bill"),
            },
        }},
    })
}

fn parse(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// A touchpoint of an exported file.
fn touchpoint<'a>(file: &'a Value, id: &str) -> &'a Value {
    &file["journeys"]["j"]["touchpoints"][id]
}

/// Puts a file in the place of what is here.
async fn replace_with(app: &App, file: &Value) {
    drop_and_preview(app, "mine.crosslane.json", &file.to_string()).await;
    app.click_css(".incoming .segment:nth-child(3)").await;
    app.click_css(".incoming .button-danger").await;
    wait_closed(app).await;
}

async fn wait_closed(app: &App) {
    app.wait_for_script("the dialog is closed", "return !document.querySelector('dialog[open]')").await;
}

/// The workspace as a colleague got it, with what was changed here since, and the copy that comes back.
async fn changed_apart(app: &App) -> (Value, Value) {
    app.open("").await;
    drop_and_preview(app, "house.crosslane.json", &moving_house().to_string()).await;
    app.click("button", "Open").await;
    app.wait_for_css(".map-card").await;
    let sent = parse(&export(app).await.1);
    let mut ours = sent.clone();
    let journey = &mut ours["journeys"]["j"]["touchpoints"];
    journey["a"]["owner"] = json!("ops");
    journey["c"]["name"] = json!("Pack the boxes");
    journey["d"]["satisfaction"] = json!(4);
    replace_with(app, &ours).await;
    app.wait_for_text("Pack the boxes").await;
    let mut theirs = sent.clone();
    let journey = &mut theirs["journeys"]["j"];
    journey["touchpoints"]["a"]["owner"] = json!("bill");
    journey["touchpoints"]["b"]["satisfaction"] = json!(3);
    journey["touchpoints"]["c"]["name"] = json!("Pack everything");
    journey["touchpoints"]["e"] = json!({"name": "Say thanks", "owner": "sales"});
    journey["phases"]["q"]["touchpoints"] = json!(["c", "d", "e"]);
    drop_and_preview(app, "from-anna.crosslane.json", &theirs.to_string()).await;
    app.wait_for_css(".merge-conflict").await;
    (sent, theirs)
}

#[test]
fn a_copy_is_merged_its_conflicts_settled_each_way_by_key_and_undone_in_one_step() {
    in_browser(Settings::default(), async |app| {
        let (sent, _) = changed_apart(app).await;
        app.wait_for_text("The version both were made from is kept here").await;
        app.wait_for_text("Touchpoint “Say thanks”").await;
        let conflicts = "return document.querySelectorAll('.merge-conflict').length === 2";
        app.wait_for_script("two conflicts: what only one of us changed is none", conflicts).await;
        app.assert_no_barriers("merging").await;
        // The first one stays ours, the second is theirs; each key goes on to the next.
        app.script("document.querySelector('[data-conflict=\"0\"] input').focus()", vec![]).await;
        app.press("1").await;
        app.press("2").await;
        wait_for_focus(app, "button \"Merge\"").await;
        app.wait_for_text("All 2 settled.").await;
        app.press("Enter").await;
        app.wait_for_text("Merged: 2 changes came in, 2 conflicts settled.").await;
        let merged = parse(&export(app).await.1);
        assert_eq!(touchpoint(&merged, "a")["owner"], "ops");
        assert_eq!(touchpoint(&merged, "b")["satisfaction"], 3);
        assert_eq!(touchpoint(&merged, "c")["name"], "Pack everything");
        assert_eq!(touchpoint(&merged, "d")["satisfaction"], 4);
        assert_eq!(touchpoint(&merged, "e")["name"], "Say thanks");
        assert_ne!(merged["revision"], sent["revision"]);
        assert!(merged["parent_revision"].is_string());
        let marked = "return document.querySelectorAll('.map-card.map-merged').length === 4";
        app.wait_for_script("what merging touched is marked", marked).await;
        app.click("button", "Remove the marks").await;
        app.press("Control+z").await;
        app.wait_for_text("Pack the boxes").await;
        app.wait_for_no_text("Say thanks").await;
        wait_for_save_state(app, "saved").await;
        app.reports().await.assert_clean();
    });
}

#[test]
fn all_from_the_file_and_a_look_at_the_map_before_merging() {
    in_browser(Settings::default(), async |app| {
        changed_apart(app).await;
        app.click("button", "All from the file").await;
        app.click_css(".merge-conflict .merge-show").await;
        app.wait_for_text("A file waits to be merged.").await;
        app.wait_for_css(".map-card.map-merged.chosen").await;
        app.wait_for_text("Pack the boxes").await;
        app.click("button", "Back to merging").await;
        app.wait_for_text("All 2 settled.").await;
        app.click_css(".merge-button").await;
        app.wait_for_text("Pack everything").await;
        let merged = parse(&export(app).await.1);
        assert_eq!(touchpoint(&merged, "a")["owner"], "bill");
        assert_eq!(touchpoint(&merged, "d")["satisfaction"], 4);
    });
}

#[test]
fn without_a_common_version_both_values_are_shown_and_nothing_is_deleted() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "house.crosslane.json", &moving_house().to_string()).await;
        app.click("button", "Open").await;
        app.wait_for_css(".map-card").await;
        // Changed here by another file than the one that was opened, and the version before forgotten.
        let mut stranger = moving_house();
        stranger["journeys"]["j"]["touchpoints"]["a"]["name"] = json!("Write a letter");
        wait_for_save_state(app, "saved").await;
        let forget = "for (const key of Object.keys(localStorage)) if (key.includes('/version-')) localStorage.removeItem(key)";
        app.script(forget, vec![]).await;
        drop_and_preview(app, "stranger.crosslane.json", &stranger.to_string()).await;
        app.wait_for_text("Crosslane cannot tell who changed what").await;
        app.click_css("[data-conflict='0'] [data-side='theirs']").await;
        app.click_css(".merge-button").await;
        app.wait_for_text("Write a letter").await;
    });
}

#[test]
fn a_copy_is_merged_by_an_older_version_where_exports_between_never_came_here() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "house.crosslane.json", &moving_house().to_string()).await;
        app.click("button", "Open").await;
        app.wait_for_css(".map-card").await;
        let first = parse(&export(app).await.1);
        rename(app, "Moving out").await;
        wait_for_save_state(app, "saved").await;
        let second = parse(&export(app).await.1);
        assert_eq!(second["parent_revision"], first["revision"]);
        rename(app, "Moving far").await;
        wait_for_save_state(app, "saved").await;
        let third = parse(&export(app).await.1);
        assert_eq!(third["parent_revision"], second["revision"]);
        assert_eq!(third["earlier_revisions"], json!([first["revision"]]));
        // A colleague who opened the first file saved twice, and sent what was made of that.
        let mut theirs = first.clone();
        theirs["journeys"]["j"]["touchpoints"]["b"]["satisfaction"] = json!(3);
        theirs["revision"] = json!("2".repeat(40));
        theirs["parent_revision"] = json!("1".repeat(40));
        theirs["earlier_revisions"] = json!([first["revision"]]);
        drop_and_preview(app, "from-anna.crosslane.json", &theirs.to_string()).await;
        app.wait_for_text("The version both were made from is kept here").await;
        let no_conflict = "return !document.querySelector('.merge-conflict')";
        app.wait_for_script("the title is no conflict: only we changed it", no_conflict).await;
        app.click_css(".merge-button").await;
        wait_for_title(app, "Moving far").await;
        let merged = parse(&export(app).await.1);
        assert_eq!(touchpoint(&merged, "b")["satisfaction"], 3);
        assert_eq!(merged["title"], "Moving far");
        let named: Vec<&Value> = merged["earlier_revisions"].as_array().unwrap().iter().collect();
        for file in [&first, &second, &theirs] {
            let revision = &file["revision"];
            assert!(merged["parent_revision"] == *revision || named.contains(&revision), "{revision}");
        }
        // Taken back, the same file brings the same again.
        app.press("Control+z").await;
        let undone = "return !!document.querySelector('header button[aria-label=Redo]:not(:disabled)')";
        app.wait_for_script("the merge is taken back", undone).await;
        wait_for_save_state(app, "saved").await;
        drop_and_preview(app, "from-anna.crosslane.json", &theirs.to_string()).await;
        app.wait_for_text("The version both were made from is kept here").await;
        app.wait_for_css(".merge-button").await;
        // A file with more of them than there may be is refused, and a repaired copy offered.
        app.press("Escape").await;
        theirs["earlier_revisions"] = json!(vec!["3".repeat(40); 40]);
        drop_and_preview(app, "hostile.crosslane.json", &theirs.to_string()).await;
        app.wait_for_text("has 40 entries, but may have 16 at most").await;
    });
}

#[test]
fn both_are_kept_or_one_replaces_the_other_and_is_restored_from_the_versions() {
    in_browser(Settings::default(), async |app| {
        let (_, theirs) = changed_apart(app).await;
        app.click_css(".incoming .segment:nth-child(2)").await;
        app.click_css(".incoming .button-main").await;
        app.wait_for_text("Pack everything").await;
        wait_for_save_state(app, "saved").await;
        app.open("#/w/w1/map").await;
        app.wait_for_text("Pack the boxes").await;
        replace_with(app, &theirs).await;
        app.wait_for_text("Pack everything").await;
        app.click("button", "Versions").await;
        app.wait_for_text("Before it was replaced").await;
        app.assert_no_barriers("versions").await;
        // The first of its kind is what was here a moment ago.
        app.click_css(".version[data-kind='BeforeReplace'] .button:nth-child(1)").await;
        app.wait_for_text("You look at a version of").await;
        app.wait_for_text("Pack the boxes").await;
        app.press("Control+z").await;
        app.wait_for_text("This is a kept version").await;
        app.reload().await;
        app.wait_for_text("You look at a version of").await;
        app.click("button", "Restore").await;
        app.wait_for_no_text("You look at a version of").await;
        app.wait_for_text("Pack the boxes").await;
        // One step of undo.
        app.press("Control+z").await;
        app.wait_for_text("Pack everything").await;
    });
}

#[test]
fn a_version_is_kept_by_hand_named_anew_and_deleted() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "house.crosslane.json", &moving_house().to_string()).await;
        app.click("button", "Open").await;
        app.wait_for_css(".map-card").await;
        app.click("button", "Versions").await;
        app.wait_for_css(".versions[open]").await;
        app.fill("textbox", "Name of this version", "Before the talk").await;
        app.press("Enter").await;
        app.wait_for_text("“Before the talk”").await;
        app.click_css(".version[data-kind='Named'] .button:nth-child(4)").await;
        app.wait_for_css(".version[data-kind='Named'] input").await;
        app.press_all(&["Control+a"]).await;
        app.type_text("After the talk").await;
        app.press("Enter").await;
        app.wait_for_text("“After the talk”").await;
        app.click_css(".version[data-kind='Named'] .button:nth-child(5)").await;
        app.click("button", "Delete for good").await;
        app.wait_for_no_text("“After the talk”").await;
        app.wait_for_text("Opened from a file").await;
    });
}

#[test]
fn what_was_here_is_kept_before_a_table_comes_in_and_before_much_is_changed() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "house.crosslane.json", &moving_house().to_string()).await;
        app.click("button", "Open").await;
        app.wait_for_css(".map-card").await;
        wait_for_save_state(app, "saved").await;
        let rows: Vec<String> = (0..12).map(|n| format!("Claim,Report,Step {n},Service\n")).collect();
        let rows = rows.concat();
        drop_and_preview(app, "claim.csv", &format!("Journey,Phase,Touchpoint,Owner\n{rows}")).await;
        app.click("button", "Bring it in").await;
        app.wait_for_text("Step 0").await;
        wait_for_save_state(app, "saved").await;
        // Undoing it takes twelve touchpoints along.
        app.press("Control+z").await;
        wait_for_save_state(app, "saved").await;
        app.click("button", "Versions").await;
        app.wait_for_text("Before bringing a file in").await;
        app.wait_for_text("Before much was changed at once").await;
    });
}
