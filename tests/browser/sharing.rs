//! What goes out, files and links, and that it comes in again.

use crosslane_browser_tests::{App, Fault, Scheme, Settings, Size, in_browser, scenes};

use crate::steps::{bring_in, drop_and_preview, go_to, wait_for_save_state};

/// Opens the dialog of files and chooses one.
async fn choose(app: &App, file: &str) {
    app.press("Control+Shift+e").await;
    app.wait_for_css(".export[open]").await;
    let script = "[...document.querySelectorAll('.export-file')] \
        .find(it => it.querySelector('b').textContent === arguments[0]).querySelector('input').click()";
    app.script(script, vec![file.into()]).await;
}

/// Saves a file of the dialog; gives its name and bytes.
async fn save(app: &App, file: &str) -> (String, Vec<u8>) {
    choose(app, file).await;
    app.click("button", "Save the file").await;
    app.download().await
}

#[test]
fn every_file_is_saved_under_its_own_ending() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        for (file, ending, start) in [
            ("Crosslane file", ".crosslane.json", "{"),
            ("Web page", ".html", "<!doctype html>"),
            ("Picture, SVG", ".svg", "<svg"),
            ("Picture, PNG", ".png", "\u{fffd}PNG"),
            ("Step table, CSV", ".csv", "\u{feff}Id,Journey,"),
            ("Issue list, CSV", ".issues.csv", "\u{feff}"),
            ("Mermaid journey", ".mmd", "journey"),
            ("Visio table, CSV", ".visio.csv", "\u{feff}Process Step ID,"),
            ("draw.io, CSV", ".drawio.csv", "#"),
            ("JSON Canvas", ".canvas", "{"),
            ("CJML", ".cjml", "<?xml"),
        ] {
            let (name, bytes) = save(app, file).await;
            assert!(name.ends_with(ending), "{file}: {name}");
            let text = String::from_utf8_lossy(&bytes);
            assert!(text.starts_with(start), "{file} begins {:?}", text.chars().take(40).collect::<String>());
        }
        app.reports().await.assert_clean();
    });
}

#[test]
fn the_dialog_says_what_a_file_leaves_out_before_it_is_saved() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        choose(app, "Crosslane file").await;
        app.wait_for_text("This file holds everything you chose.").await;
        choose_again(app, "JSON Canvas").await;
        app.wait_for_text("This file leaves out:").await;
        app.wait_for_text("This format holds one journey: the one you see.").await;
        choose_again(app, "draw.io, CSV").await;
        app.wait_for_text("Crosslane cannot open this file again").await;
        choose_again(app, "PDF or paper").await;
        app.wait_for_text("choose “Save as PDF”").await;
        assert!(app.has("button", "Print").await);
        for scheme in [Scheme::Light, Scheme::Dark] {
            for size in [Size::WIDE, Size::NARROW] {
                app.set_scheme(scheme).await;
                app.set_size(size).await;
                app.assert_no_barriers(&format!("the dialog of files, {scheme:?}, {size:?}")).await;
            }
        }
    });
}

async fn choose_again(app: &App, file: &str) {
    app.press("Escape").await;
    app.wait_for_script("the dialog is closed", "return !document.querySelector('.export')").await;
    choose(app, file).await;
}

#[test]
fn names_of_people_and_notes_that_are_left_out_are_in_no_file() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        let (_, whole) = save(app, "Crosslane file").await;
        choose(app, "Crosslane file").await;
        app.click("checkbox", "Notes").await;
        app.click("checkbox", "Names of people").await;
        app.click("button", "Save the file").await;
        let (_, less) = app.download().await;
        let (whole, less) = (String::from_utf8(whole).unwrap(), String::from_utf8(less).unwrap());
        for field in ["\"notes\"", "\"lead\""] {
            assert!(whole.contains(field), "the sample has no {field}");
            assert!(!less.contains(field), "{field} is still there");
        }
    });
}

#[test]
fn pictures_and_pages_open_again_when_they_are_dropped() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
        for file in ["Picture, SVG", "Picture, PNG", "Web page"] {
            let (name, bytes) = save(app, file).await;
            app.drop_bytes("body", &name, &bytes).await;
            app.wait_for_css(".incoming[open]").await;
            app.wait_for_text("The file holds exactly what you have here.").await;
            app.click("button", "Cancel").await;
            app.wait_for_script("the dialog is closed", "return !document.querySelector('.incoming')").await;
        }
        // Without the workspace it is refused in words.
        app.drop_bytes("body", "other.png", b"\x89PNG\r\n\x1a\nnothing").await;
        app.wait_for_css(".incoming[open] [role='alert']").await;
        app.reports().await.assert_clean();
    });
}

#[test]
fn the_picture_is_drawn_at_double_size() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        let (_, svg) = save(app, "Picture, SVG").await;
        let (_, png) = save(app, "Picture, PNG").await;
        let svg = String::from_utf8(svg).unwrap();
        let width: f64 = svg.split("width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        let drawn = u32::from_be_bytes(png[16..20].try_into().unwrap());
        assert!((f64::from(drawn) - 2.0 * width).abs() <= 2.0, "{drawn} pixels for {width}");
    });
}

const TABLE: &str = "Journey,Phase,Touchpoint,Owner,Stage\n\
    Claim,Report,Call the hotline,Service,frontstage\n\
    Claim,Report,Send photos,Claims,frontstage\n";

/// The link of the open workspace, from its dialog.
async fn address(app: &App) -> String {
    app.click("button", "Share as a link").await;
    app.wait_for_css("#share-address").await;
    let address = app.script("return document.getElementById('share-address').value", vec![]).await;
    address.as_str().unwrap().to_owned()
}

#[test]
fn a_link_is_looked_at_and_stored_only_as_a_copy() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", TABLE).await;
        bring_in(app).await;
        wait_for_save_state(app, "saved").await;
        let link = address(app).await;
        assert!(link.starts_with(&format!("{}#/s/1.", app.address())), "{link}");
        app.wait_for_text(&format!("{} characters", link.len())).await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            app.set_scheme(scheme).await;
            app.assert_no_barriers(&format!("the dialog of the link, {scheme:?}")).await;
        }
        app.press("Escape").await;

        app.forget_all().await;
        app.new_tab().await;
        let route = link.strip_prefix(&app.address()).unwrap();
        app.open(route).await;
        app.wait_for_text("Shared with you").await;
        app.wait_for_css(".incoming-map img").await;
        assert!(app.stored().await.is_empty(), "something is stored before it was saved");
        for scheme in [Scheme::Light, Scheme::Dark] {
            app.set_scheme(scheme).await;
            app.assert_no_barriers(&format!("the preview of a link, {scheme:?}")).await;
        }
        // Loaded again it is looked at again, and put away it is out of the address and the history.
        app.reload().await;
        app.wait_for_css(".incoming-map img").await;
        app.press("Escape").await;
        let left = "return location.hash === '#/' && !document.querySelector('.incoming')";
        app.wait_for_script("the link is left", left).await;
        app.reload().await;
        app.wait_for_css(".home-sample").await;
        assert_eq!(app.script("return !!document.querySelector('.incoming')", vec![]).await, false);
        app.open("").await;
        app.open(route).await;
        app.wait_for_css(".incoming-map img").await;
        app.click("button", "Save a copy").await;
        app.wait_for_css("#map-canvas").await;
        wait_for_save_state(app, "saved").await;
        go_to(app, "Table").await;
        app.wait_for_text("Send photos").await;
        app.script("history.go(-2)", vec![]).await;
        app.wait_for_css(".home-sample").await;
        let shown = app.script("return !!document.querySelector('.incoming')", vec![]).await;
        assert_eq!(shown, false, "no step back leads to the link");
    });
}

#[test]
fn a_crafted_link_is_refused_in_plain_words_and_nothing_is_stored() {
    in_browser(Settings::default(), async |app| {
        for link in ["1.AAAA", "1.%00%ff", "2.abc", "1.<script>alert(1)</script>", &"1.".repeat(50_000)] {
            app.open("").await;
            app.open(&format!("#/s/{link}")).await;
            app.wait_for_css(".incoming[open] [role='alert']").await;
            app.click("button", "Cancel").await;
            app.wait_for_script("it is gone", "return !document.querySelector('.incoming')").await;
        }
        assert!(app.stored().await.is_empty());
        app.reports().await.assert_clean();
    });
}

#[test]
fn a_workspace_too_large_for_a_link_is_offered_as_a_file() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "permits").await;
        app.click("button", "Share as a link").await;
        app.wait_for_text("send a file instead, or choose less").await;
        app.click("button", "Save a file instead").await;
        app.wait_for_css(".export[open]").await;
    });
}

#[test]
fn cells_are_copied_as_text_and_as_a_table_and_run_nothing() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "x.csv", "Journey,Touchpoint,Owner\nClaim,=1+1,A & <b>\n").await;
        bring_in(app).await;
        go_to(app, "Table").await;
        let script = "const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, \
            clipboardData: new DataTransfer() }); document.activeElement.dispatchEvent(event); \
            return ['text/plain', 'text/html'].map(kind => event.clipboardData.getData(kind))";
        // The view takes the focus as it opens, which may be after the first click.
        let copied = app
            .wait_until("the cells are chosen and copied", async || {
                app.click_css("[role='grid'] .cell").await;
                app.press("Control+a").await;
                let copied = app.script(script, vec![]).await;
                (copied[0] != "").then_some(copied)
            })
            .await;
        let (text, html) = (copied[0].as_str().unwrap(), copied[1].as_str().unwrap());
        assert!(text.contains("\t'=1+1\t") || text.contains("'=1+1"), "{text}");
        assert!(html.starts_with("<table><tr><td>") && html.contains("<td>'=1+1</td>"), "{html}");
        assert!(html.contains("A &amp; &lt;b&gt;"), "{html}");
    });
}

/// A module in place of the one that reads workbooks, which stops half way, as a bug in it would make it stop.
const STOPS: &str = "export default async () => {}; export const read = () => { \
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, \
      10, 5, 1, 3, 0, 0, 11]; \
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f() }";

#[test]
fn a_workbook_is_saved_and_opened_again_by_a_module_that_nobody_else_loads() {
    in_browser(Settings::default(), async |app| {
        let loaded =
            "return performance.getEntriesByType('resource').some(({ name }) => /sheets/.test(name))";
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(app.script(loaded, vec![]).await, false);
        let (name, bytes) = save(app, "Step table, Excel").await;
        assert_eq!(name.rsplit('.').next(), Some("xlsx"));
        assert!(bytes.starts_with(b"PK\x03\x04"), "{name}");
        assert_eq!(app.script(loaded, vec![]).await, true);

        app.forget_all().await;
        app.open("").await;
        app.reload().await;
        app.drop_bytes("body", &name, &bytes).await;
        app.wait_for_text("New: 16 touchpoints").await;
        bring_in(app).await;
        app.drop_bytes("body", "broken.xlsx", &bytes[..bytes.len() / 2]).await;
        app.wait_for_text("This is not an Excel workbook (.xlsx), or it is damaged").await;
        app.click("button", "Cancel").await;
        app.reports().await.assert_clean();
    });
}

#[test]
fn a_workbook_that_stops_its_reader_stops_nothing_else() {
    let settings = Settings { faults: vec![Fault::Replaced("sheets.js", STOPS)], ..Settings::default() };
    in_browser(settings, async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", TABLE).await;
        bring_in(app).await;
        for _ in 0..2 {
            app.drop_bytes("body", "evil.xlsx", b"PK\x03\x04").await;
            app.wait_for_text("something in it is broken. Nothing here was changed.").await;
            app.click("button", "Cancel").await;
            app.wait_for_script("it is gone", "return !document.querySelector('.incoming')").await;
        }
        go_to(app, "Table").await;
        app.wait_for_text("Send photos").await;
        app.reports().await.assert_clean();
    });
}

#[test]
fn a_reader_of_workbooks_that_does_not_arrive_is_said() {
    let settings = Settings { faults: vec![Fault::Missing("sheets*")], ..Settings::default() };
    in_browser(settings, async |app| {
        app.open("").await;
        app.drop_bytes("body", "a.xlsx", b"PK\x03\x04").await;
        app.wait_for_text("did not arrive. Check your connection").await;
        app.click("button", "Cancel").await;
        app.reports().await;
    });
}

#[test]
fn a_picture_that_the_browser_does_not_make_is_told() {
    // As where there is no room for it: one browser throws, another never answers.
    for (refusal, patience) in [("throw new DOMException('no room')", ""), ("", QUICK)] {
        in_browser(Settings::default(), async |app| {
            let script =
                format!("HTMLCanvasElement.prototype.toBlob = function () {{ {refusal} }}; {patience}");
            app.before_every_page(&script).await;
            scenes::open_sample(app, "insurance").await;
            choose(app, "Picture, PNG").await;
            app.click("button", "Save the file").await;
            app.wait_for_text("The browser could not draw a picture this large.").await;
        });
    }
}

/// Nobody waits for long here: what is put off by seconds happens at once.
const QUICK: &str = "const real = setTimeout; \
    window.setTimeout = (act, time, ...words) => real(act, time >= 10000 ? 1000 : time, ...words)";
