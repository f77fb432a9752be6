//! The eyes of these tests see what they claim to: each is shown something it must notice.

use crosslane_browser_tests::{Settings, in_browser};

#[test]
fn a_breach_of_the_policy_is_noticed() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.script(
            "const script = document.createElement('script'); script.textContent = 'window.got = 1'; \
             document.body.append(script); const image = new Image(); image.src = 'http://127.0.0.1:1/spy.png'",
            vec![],
        )
        .await;
        let found = app
            .wait_until("the breaches are reported", async || {
                let found = app.reports().await.violations;
                (!found.is_empty()).then_some(found)
            })
            .await;
        assert!(found.iter().any(|text| text.contains("inline")), "{found:#?}");
        assert_eq!(app.script("return window.got ?? null", vec![]).await, serde_json::Value::Null);
        app.reports().await;
    });
}

#[test]
fn a_request_to_elsewhere_and_a_panic_are_noticed() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let elsewhere = app.address().replace("/some/sub/path/", "/elsewhere");
        app.script(
            "fetch(arguments[0]); console.error('panicked at src/x.rs')",
            vec![elsewhere.clone().into()],
        )
        .await;
        let reports = app
            .wait_until("the request is reported", async || {
                let reports = app.reports().await;
                (!reports.outside.is_empty()).then_some(reports)
            })
            .await;
        assert_eq!(reports.outside, [elsewhere]);
        assert!(reports.errors.iter().any(|text| text.contains("panicked at")), "{reports:#?}");
        app.reports().await;
    });
}

#[test]
fn a_barrier_is_noticed_and_named() {
    let found = std::panic::catch_unwind(|| {
        in_browser(Settings::default(), async |app| {
            app.open("").await;
            app.script("document.body.append(new Image())", vec![]).await;
            app.assert_no_barriers("a page with a picture without words").await;
        });
    });
    let message = *found.unwrap_err().downcast::<String>().unwrap();
    assert!(message.contains("image-alt"), "{message}");
}

#[test]
fn tabs_share_what_is_stored_and_browsers_do_not() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        assert!(app.stored().await.is_empty());
        app.store("crosslane-test", "kept").await;
        let first = app.tab().await;
        app.new_tab().await;
        app.open("").await;
        assert_eq!(app.stored().await["crosslane-test"], "kept");
        app.close_tab(&first).await;
        app.forget_all().await;
        assert!(app.stored().await.is_empty());
    });
}

#[test]
fn a_full_storage_has_exactly_the_room_that_was_left() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.fill_storage("filling", 100).await;
        // A key of one unit and a text of 99 fit, one more does not.
        let fits =
            "try { localStorage.setItem('k', 'x'.repeat(arguments[0])); return true } catch { return false }";
        assert_eq!(app.script(fits, vec![99.into()]).await, true);
        app.forget("k").await;
        assert_eq!(app.script(fits, vec![100.into()]).await, false);
    });
}

#[test]
fn hands_click_type_drop_and_paste() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.script(
            "document.body.insertAdjacentHTML('beforeend', '<div id=playground><label>Name <input id=name></label>\
             <button>Greet</button><p id=said></p><label>File <input type=file id=file></label></div>'); \
             const said = document.getElementById('said'); \
             const say = text => { said.textContent += text + ';' }; \
             document.querySelector('#playground button').onclick = () => say(document.getElementById('name').value); \
             document.onkeydown = event => { if (event.ctrlKey && event.shiftKey) say('chord ' + event.key) }; \
             const playground = document.getElementById('playground'); \
             playground.ondragover = event => event.preventDefault(); \
             playground.ondrop = event => { event.stopPropagation(); event.dataTransfer.files[0].text().then(say) }; \
             document.getElementById('file').onchange = event => event.target.files[0].text().then(say)",
            vec![],
        )
        .await;
        app.fill("textbox", "Name", "Ada").await;
        app.click("button", "Greet").await;
        app.wait_for_text("Ada;").await;
        app.press("Control+Shift+Z").await;
        app.wait_for_text("chord Z;").await;
        app.drop_file("#playground", "a.csv", "text/csv", "Phase;Schritt ü").await;
        app.wait_for_text("Phase;Schritt ü;").await;
        app.choose_file("#file", "b.csv", "text/csv", "chosen").await;
        app.wait_for_text("chosen;").await;
        app.fill("textbox", "Name", "").await;
        app.press("Backspace").await;
        app.paste("pasted").await;
        app.click("button", "Greet").await;
        app.wait_for_text("pasted;").await;
        assert_eq!(app.focus().await, "button \"Greet\"");
        assert!(!app.has("button", "Refuse").await);
        assert!(app.names("button").await.contains(&"Greet".to_owned()));
    });
}
