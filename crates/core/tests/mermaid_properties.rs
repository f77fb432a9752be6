//! What holds for any diagram and any text.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what broke by panicking")]

use crosslane_cases::cases;
use crosslane_core::format::mermaid::{Diagram, Score, Section, Task, read, read_raw, write};
use proptest::prelude::*;

/// Pieces that the grammar, or a step before it, reads as something else than text.
const TRAPS: &[&str] = &[
    "#",
    ";",
    ":",
    ",",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "%",
    "%%",
    "%%{",
    "}%%",
    "%%{init: {}}%%",
    "{",
    "}",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u{a0}",
    "\u{feff}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{200b}",
    "\0",
    "\u{1}",
    "\u{7f}",
    "---",
    "---\n",
    "journey",
    "JOURNEY",
    "title ",
    "Title\u{a0}",
    "section ",
    "accTitle",
    "accTitle: ",
    "accDescr {",
    "accDescr",
    "#35;",
    "#amp;",
    "&amp;",
    "#8203;",
    "\u{fb02}\u{b0}\u{b0}35\u{b6}\u{df}",
    "\u{fb02}\u{b0}",
    "\u{b6}\u{df}",
    "style x:#35;",
    "classDef a:#b;",
    "C4Container",
    "<br/>",
    "<a href=\"x\">",
    "5",
    "0x3",
    "1e0",
    "NaN",
    "?",
    "a",
    "Z",
    "\u{1f389}",
    "\u{e9}",
    "\\",
    "`",
    "~",
];

fn text() -> impl Strategy<Value = String> {
    let trap = prop::sample::select(TRAPS).prop_map(str::to_owned);
    let piece = prop_oneof![4 => trap, 1 => any::<char>().prop_map(String::from), 1 => "[ -~]{1,6}"];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn score() -> impl Strategy<Value = Score> {
    let known = prop_oneof![(1..=5_u8).prop_map(f64::from), 1.0..=5.0_f64].prop_map(Score::Known);
    prop_oneof![3 => known, 1 => text().prop_map(Score::Unknown)]
}

fn task() -> impl Strategy<Value = Task> {
    (text(), score(), prop::collection::vec(text(), 0..4)).prop_map(|(name, score, people)| Task {
        name,
        score,
        people,
    })
}

fn diagram() -> impl Strategy<Value = Diagram> {
    let tasks = || prop::collection::vec(task(), 0..4);
    let sections = prop::collection::vec((text(), tasks()), 0..4);
    let texts = || prop::option::of(text());
    (texts(), texts(), texts(), tasks(), sections).prop_map(
        |(title, acc_title, acc_description, loose, sections)| {
            let sections = sections.into_iter().map(|(name, tasks)| Section { name, tasks }).collect();
            Diagram { title, acc_title, acc_description, loose, sections }
        },
    )
}

/// Text that is nearly a diagram.
fn nearly_a_diagram() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("section S\n".to_owned()),
        Just("A: 5: Me, Cat\n".to_owned()),
        Just("title T\n".to_owned()),
        Just("---\ntitle: [x\n".to_owned()),
        text(),
        text().prop_map(|text| text + "\n"),
    ];
    let head = prop::sample::select(
        &["journey\n", "", "---\ntitle: x\n---\njourney\n", "%%{init: {", "\u{feff}journey "][..],
    );
    (head, prop::collection::vec(line, 0..12)).prop_map(|(head, lines)| head.to_owned() + &lines.concat())
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_written_diagram_reads_back_as_the_same(diagram in diagram()) {
        let text = write(&diagram);
        let reading = read(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(reading.diagram, diagram, "{}", text);
    }

    #[test]
    fn whatever_is_read_keeps_through_writing(text in nearly_a_diagram()) {
        if let Ok(reading) = read(&text) {
            let again = read(&write(&reading.diagram)).map(|reading| reading.diagram);
            prop_assert_eq!(again, Ok(reading.diagram));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_place_in_it(text in prop_oneof![nearly_a_diagram(), any::<String>()]) {
        let lines = text.split(['\n', '\r']).count();
        match read(&text) {
            Ok(reading) => {
                prop_assert!(reading.notes.list.iter().all(|note| (1..=lines).contains(&note.line)));
                prop_assert_eq!(reading.task_lines.len(), read_raw(&text).unwrap().tasks.len());
            }
            Err(error) => prop_assert!((1..=lines).contains(&error.line) && error.column >= 1, "{}", error),
        }
    }
}

/// Texts whose length makes a step that looks twice, or calls itself, show: 20,000 of a piece are read at
/// once or not at all.
#[test]
fn long_texts_of_one_kind_end() {
    let pieces = [
        "accDescr{}",
        "%%{",
        "%%{a",
        "<a",
        "\n",
        " \n",
        "---\n",
        "\u{2028}",
        "#",
        "#a",
        "style:",
        "accTitle ",
        "accDescr\n",
        "title",
        "title\n",
        "%",
        "%%\n",
        ":",
        "- ",
        "[",
        "{\"",
        "\u{fb02}\u{b0}",
        "A: 5\n",
        "'",
    ];
    for head in ["", "journey\n", "---\n", "---\na: ", "journey\n<a ", "---\n- "] {
        for piece in pieces {
            let text = head.to_owned() + &piece.repeat(20_000);
            let _ = read(&text);
            let _ = read(&(text + "\n---\njourney\n"));
        }
    }
}
