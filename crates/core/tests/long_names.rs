//! Names stand in many rows, cells and sentences: what is longer than names are is refused with its place, and what a
//! file says once for many rows is kept once.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use crosslane_core::format::MAX_LISTED;
use crosslane_core::format::graph::{GraphError, canvas, cjml, process};
use crosslane_core::format::ids::LONGEST_NAME;
use crosslane_core::format::mermaid::{self, Problem};
use crosslane_core::format::table::{self, Column, Layout, Sheet, StepTable, TableError, Value};
use crosslane_core::model::Workspace;

fn name(longer_by: usize) -> String {
    "ü".repeat(LONGEST_NAME + longer_by)
}

fn steps(text: &str) -> Result<StepTable, TableError> {
    let sheet = Sheet::read_text(text).unwrap();
    StepTable::read(&sheet, &Layout::propose(&sheet))
}

#[test]
fn a_diagram_with_a_name_that_is_too_long_is_refused_where_it_stands() {
    type Write = fn(&str) -> String;
    let cases: [(usize, Write); 5] = [
        (2, |name| format!("journey\ntitle {name}\nsection S\nCall: 3: Me\n")),
        (3, |name| format!("journey\ntitle T\nsection {name}\nCall: 3: Me\n")),
        (4, |name| format!("journey\ntitle T\nsection S\n{name}: 3: Me\n")),
        (4, |name| format!("journey\ntitle T\nsection S\nCall: 3: Me, {name}\n")),
        (2, |name| format!("---\ntitle: {name}\n---\njourney\nsection S\nCall: 3: Me\n")),
    ];
    for (line, write) in cases {
        assert!(mermaid::read(&write(&name(0))).is_ok(), "line {line}");
        let refused = mermaid::read(&write(&name(1))).unwrap_err();
        assert_eq!((refused.problem, refused.line), (Problem::NameTooLong, line));
    }
}

#[test]
fn a_table_with_a_name_that_is_too_long_is_refused_where_it_stands() {
    for column in ["Journey", "Phase", "Touchpoint", "Owner", "Systems", "Persona", "Channel"] {
        let table = |name: &str| {
            let rest = if column == "Touchpoint" { "Action" } else { "Touchpoint" };
            format!("{rest},{column}\nCall,A\nPay,{name}\n")
        };
        assert!(steps(&table(&name(0))).is_ok(), "{column}");
        let refused = TableError::NameTooLong { row: 3, header: column.to_owned() };
        assert_eq!(steps(&table(&name(1))), Err(refused));
    }
    let header = name(1);
    let refused = TableError::NameTooLong { row: 1, header: header.clone() };
    assert_eq!(steps(&format!("Touchpoint,Owner,{header}\nCall,A,x\n")), Err(refused));
    for column in ["Notes", "Action", "Pain points", "Ideas"] {
        assert!(steps(&format!("Touchpoint,{column}\nCall,{}\n", name(1))).is_ok(), "{column} is no name");
    }
}

#[test]
fn a_drawing_with_a_name_that_is_too_long_is_refused_and_the_name_told() {
    let long = name(1);
    let told = GraphError::NameTooLong(long.chars().take(60).collect());
    let drawn = |label: &str, text: &str| {
        let nodes = format!(
            r#"{{"id":"g","type":"group","x":0,"y":0,"width":9,"height":9,"label":"{label}"}},
            {{"id":"a","type":"text","x":1,"y":1,"width":1,"height":1,"text":"{text}"}}"#
        );
        canvas::read(&format!(r#"{{"nodes":[{nodes}],"edges":[]}}"#)).map(drop)
    };
    assert_eq!(drawn(&name(0), &name(0)), Ok(()));
    assert_eq!(drawn(&long, "Call"), Err(told.clone()));
    assert_eq!(drawn("Ask", &format!("Call\\n*{long}*")), Err(told.clone()));

    let table = |name: &str| {
        let head = "Process Step ID,Process Step Description,Function,Phase";
        process::read(&Sheet::read_text(&format!("{head}\np1,Call,Sales,{name}\n")).unwrap()).map(drop)
    };
    assert_eq!((table(&name(0)), table(&long)), (Ok(()), Err(told.clone())));

    let journey = |actor: &str| {
        let actors = format!("<organization actorID=\"o\"><companyName>{actor}</companyName></organization>");
        let point = "<plannedAction><touchpointID>t</touchpointID></plannedAction>";
        let inside = format!("<actors>{actors}</actors><touchpoints>{point}</touchpoints>");
        cjml::read(&format!("<CJML><plannedJourney>{inside}</plannedJourney></CJML>")).map(drop)
    };
    assert_eq!((journey(&name(0)), journey(&long)), (Ok(()), Err(told)));
}

#[test]
fn what_a_table_says_once_for_many_rows_is_kept_once() {
    let table = steps("Journey,Phase,Touchpoint\nMove,Ask,Call\n,,Pay\n,,Wait\n").unwrap();
    for column in [Column::Journey, Column::Phase] {
        let text = |row: usize| match &table.rows[row].values[&column] {
            Value::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        assert!(Arc::ptr_eq(&text(0), &text(1)) && Arc::ptr_eq(&text(0), &text(2)), "{column:?}");
    }
}

#[test]
fn rows_that_go_on_with_a_touchpoint_add_to_its_notes_alone() {
    let rows = "Move,Ask,Call,a,1\nMove,Ask,,b,2\nMove,,,c,1\n,,Pay,d,\n,,,e,\n";
    let table = steps(&format!("Journey,Phase,Touchpoint,Notes,Desk\n{rows}")).unwrap();
    let import = table::import(&table, &Workspace::default(), &table::ImportOptions::default());
    let journey = import.plan.workspace.journeys.values().next().unwrap();
    assert_eq!(journey.title, "Move");
    let notes: Vec<_> =
        journey.ordered_touchpoints().map(|(_, touchpoint)| touchpoint.notes.as_deref().unwrap()).collect();
    assert_eq!(notes, ["a\nb\nc\nDesk: 1\nDesk: 2", "d\ne"]);
    let again = table::import(&table, &import.plan.workspace, &table::ImportOptions::default());
    assert!(again.plan.changes_nothing());
}

#[test]
fn of_many_notes_about_a_diagram_the_first_are_listed_and_the_rest_counted() {
    let diagram = ["journey\n", &"Call: : Me\n".repeat(MAX_LISTED + 7)].concat();
    let reading = mermaid::read(&diagram).unwrap();
    assert_eq!((reading.notes.list.len(), reading.notes.unlisted), (MAX_LISTED, 7));
}
