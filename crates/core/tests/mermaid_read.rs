//! What a journey diagram says, what is noted about it, and where one is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what broke by panicking")]

use crosslane_core::format::mermaid::{FrontMatterProblem, NoteKind, Problem, Score, read, write};

const COMPLAINT: &str = "\
---
title: Complaint
config:
  journey:
    taskMargin: 20
---
%% drawn in the workshop
journey
    accTitle: How a complaint travels
    accDescr {
        From the first call
        to the refund
    }
    Notice the fault: 2: Customer
    section Report
      Call the hotline: 3: Customer, Hotline #35;2
      Wait: 0.5: Customer
    section Repair
      Collect the device: good: Courier, CRM
      Say #quot;sorry#quot;: 4.5: Hotline: twice
    section Report #1 again
      Rate it
: 9
";

#[test]
fn all_parts_of_a_diagram_are_read() {
    let text = COMPLAINT.replace("Rate it\n", "Rate it");
    let reading = read(&text).unwrap();
    let diagram = &reading.diagram;
    assert_eq!(diagram.title.as_deref(), Some("Complaint"));
    assert_eq!(diagram.acc_title.as_deref(), Some("How a complaint travels"));
    assert_eq!(diagram.acc_description.as_deref(), Some("From the first call\nto the refund"));
    assert_eq!(diagram.loose[0].people, ["Customer"]);
    let sections: Vec<_> = diagram.sections.iter().map(|section| section.name.as_str()).collect();
    assert_eq!(sections, ["Report", "Repair", "Report"]);
    let tasks: Vec<_> =
        diagram.tasks().map(|(section, task)| (section, task.name.as_str(), task.score.known())).collect();
    assert_eq!(
        tasks,
        [
            (None, "Notice the fault", Some(2.0)),
            (Some("Report"), "Call the hotline", Some(3.0)),
            (Some("Report"), "Wait", None),
            (Some("Repair"), "Collect the device", None),
            (Some("Repair"), "Say \"sorry\"", Some(4.5)),
            (Some("Report"), "Rate it", None),
        ]
    );
    assert_eq!(diagram.sections[0].tasks[0].people, ["Customer", "Hotline #2"]);
    assert_eq!(reading.task_lines, [14, 16, 17, 19, 20, 22]);
}

#[test]
fn what_changes_is_noted_with_its_line() {
    let notes = read(&COMPLAINT.replace("Rate it\n", "Rate it")).unwrap().notes.list;
    let notes: Vec<_> = notes.into_iter().map(|note| (note.line, note.kind)).collect();
    assert_eq!(
        notes,
        [
            (1, NoteKind::DrawingSettings),
            (17, NoteKind::ScoreUnknown { task: "Wait".into(), written: "0.5".into() }),
            (19, NoteKind::ScoreUnknown { task: "Collect the device".into(), written: "good".into() }),
            (20, NoteKind::DroppedAfterColon { task: "Say \"sorry\"".into(), dropped: "twice".into() }),
            (21, NoteKind::DroppedAfterHash { dropped: "1 again".into() }),
            (22, NoteKind::ScoreUnknown { task: "Rate it".into(), written: "9".into() }),
        ]
    );
    let notes = read("journey\ntitle One\ntitle\nTwo\nsection\nS\nA: : Me, #me;\n").unwrap().notes.list;
    let notes: Vec<_> = notes.into_iter().map(|note| (note.line, note.kind)).collect();
    assert_eq!(
        notes,
        [
            (2, NoteKind::TitleReplaced { dropped: "One".into() }),
            (4, NoteKind::NextLineTaken { taken: "Two".into() }),
            (6, NoteKind::NextLineTaken { taken: "S".into() }),
            (7, NoteKind::UnknownEntity { written: "#me;".into() }),
            (7, NoteKind::ScoreMissing { task: "A".into() }),
        ]
    );
    assert_eq!(read("journey\nA: 5: Me\n# a comment\n%% another\n").unwrap().notes.list, []);
}

#[test]
fn a_text_is_refused_where_it_fails() {
    let body = |line: &str| format!("journey\r\n  title T\r\n  section S\r\n  {line}\r\n  B: 3: Me\r\n");
    let cases = [
        (body("A; B: 3: Me"), Problem::Semicolon, 4, 4),
        (body("Task #1: 3: Me"), Problem::HashInTaskName, 4, 8),
        (body("Only a name"), Problem::TaskWithoutScore, 4, 3),
        (body("A:"), Problem::NothingAfterColon, 4, 4),
        (body("section Phase 1: Find"), Problem::ColonInSection, 4, 18),
        (body(": 4: Me"), Problem::TaskWithoutName, 4, 3),
        (body("journey review: 4"), Problem::JourneyAgain, 4, 3),
        (body("accDescr { é"), Problem::DescriptionNotClosed, 4, 3),
        (String::new(), Problem::NoDiagram, 1, 1),
        ("\n%% nothing else\n".into(), Problem::NoDiagram, 3, 1),
        ("\nJourney\n".into(), Problem::OtherDiagram { found: "Journey".into() }, 2, 1),
        ("flowchart TD\nA-->B".into(), Problem::OtherDiagram { found: "flowchart".into() }, 1, 1),
        ("\n---\ntitle: x\n---\njourney".into(), Problem::FrontMatterFence, 2, 1),
        ("---\n title: x\n ---\njourney".into(), Problem::FrontMatterFence, 1, 1),
    ];
    for (text, problem, line, column) in cases {
        let error = read(&text).map(|reading| panic!("{text:?} was read: {reading:?}")).unwrap_err();
        assert_eq!((&error.problem, error.line, error.column), (&problem, line, column), "{text:?}: {error}");
    }
    let error = read(&body("A; B: 3: Me")).unwrap_err();
    assert_eq!(error.to_string(), "line 4, column 4: a semicolon in `A; B: 3: Me`");
}

#[test]
fn front_matter_gives_a_title_or_is_refused() {
    let read_with = |front: &str| read(&format!("---\n{front}\n---\njourney\nA: 5\n"));
    for (front, title) in [
        ("title: My day", Some("My day")),
        ("title: My day # draft", Some("My day")),
        ("title: 'It''s: mine'", Some("It's: mine")),
        ("title: \"a\\u00e9\\\"b\"", Some("a\u{e9}\"b")),
        ("title: >\n  My\n  day", Some("My day")),
        ("title:\n  My\n  day", Some("My day")),
        ("title: 2026", Some("2026")),
        ("title: #35;", None),
        ("title: false", None),
        ("title:", None),
        ("# title: x\nconfig:\n  title: y", None),
        ("config: {journey: {\"title\": [1, '}']}}\ntitle: after", Some("after")),
        ("config:\n- a: 1\n  b: 2\n- c\n\ntitle: after", Some("after")),
    ] {
        assert_eq!(read_with(front).unwrap().diagram.title.as_deref(), title, "{front}");
    }
    for (front, problem, line) in [
        ("title: [open", FrontMatterProblem::NotClosed, 2),
        ("a: 1\ntitle: \"open", FrontMatterProblem::NotClosed, 3),
        ("title: Crosslane: a map", FrontMatterProblem::ColonInValue, 2),
        ("title: 'a' b", FrontMatterProblem::TextAfterValue, 2),
        ("title: x\nA line", FrontMatterProblem::NotAnEntry, 3),
        ("title: x\n  theme: y", FrontMatterProblem::ColonInValue, 3),
        ("config:\n   a: 1\n  b: 2", FrontMatterProblem::Indentation, 4),
        ("config:\n\ta: 1", FrontMatterProblem::Tab, 3),
        ("title: x\ntitle: y", FrontMatterProblem::DuplicateKey, 3),
        ("title: @x", FrontMatterProblem::ReservedCharacter, 2),
    ] {
        let error = read_with(front).map(|reading| panic!("{front:?} was read: {reading:?}")).unwrap_err();
        assert_eq!((&error.problem, error.line), (&Problem::FrontMatter(problem), line), "{front:?}");
    }
}

#[test]
fn a_body_title_counts_before_that_of_the_front_matter() {
    let text = "---\ntitle: Front\n---\njourney\ntitle Body\n";
    assert_eq!(read(text).unwrap().diagram.title.as_deref(), Some("Body"));
}

#[test]
fn a_written_diagram_is_one_that_people_can_read() {
    let text = "journey\n    title Complaint\n    Notice: 2: Customer\n    section Report\n      Call: 3.5: Customer, Hotline\n      Wait: ?\n";
    assert_eq!(write(&read(text).unwrap().diagram), text);
}

#[test]
fn characters_of_the_grammar_are_written_as_entities() {
    let mut diagram = read("journey\nsection S\nA: 5: Me\n").unwrap().diagram;
    diagram.title = Some("50% of 100%% #1; R&D".into());
    diagram.sections[0].name = " a:b ".into();
    diagram.sections[0].tasks[0].name = "journey, titled".into();
    diagram.sections[0].tasks[0].people = vec!["Sales, north".into(), String::new()];
    diagram.sections[0].tasks[0].score = Score::Unknown("3".into());
    assert_eq!(
        write(&diagram),
        "journey\n    title 50% of 100#37;#37; #35;1#59; R#38;D\n    section #32;a#58;b#32;\n      \
         #106;ourney, titled: #51;: Sales#44; north, #8203;\n"
    );
    assert_eq!(read(&write(&diagram)).unwrap().diagram, diagram);
}

#[test]
fn percent_signs_behind_one_character_begin_a_comment() {
    let diagram = read("journey\n}%% x: 3: Me\nx%% y: 3: Me\nxy%% z: 3: Me\n").unwrap().diagram;
    let names: Vec<_> = diagram.tasks().map(|(_, task)| task.name.as_str()).collect();
    assert_eq!(names, ["}%% x", "xy%% z"]);
}

#[test]
fn front_matter_may_be_blank_but_not_without_a_line() {
    let read_title = |front: &str| {
        read(&format!("{front}\njourney\nA: 3\n"))
            .map(|reading| reading.diagram.title)
            .map_err(|error| error.problem)
    };
    assert_eq!(read_title("---\n\n---"), Ok(None));
    assert_eq!(read_title("---\n\ntitle: x\n---\n"), Ok(Some("x".to_owned())));
    assert_eq!(read_title("---\n---"), Err(Problem::FrontMatterFence));
}

#[test]
fn words_of_other_diagrams_are_not_written() {
    // Mermaid takes a text with such a word anywhere in it for a C4 diagram.
    let text = "journey\ntitle C4Container\nsection C4Component\nC4Dynamic: 3: C4Deployment\n";
    let diagram = read(text).unwrap().diagram;
    let written = write(&diagram);
    assert!(!written.contains("C4"), "{written}");
    assert_eq!(read(&written).unwrap().diagram, diagram);
}
