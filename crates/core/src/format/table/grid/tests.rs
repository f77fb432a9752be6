#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use super::*;
use crate::edit::{Edit, Entry, JourneyEdit, apply};
use crate::format::table::{Sheet, read_cell};
use crate::model::{ChoiceKind, Department, Touchpoint};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A journey with the phases Report (call, register) and Settle (pay).
fn workspace() -> Workspace {
    let inside = |edit| Edit::InJourney(id("j"), edit);
    let department =
        |name: &str| Entry::Department(Department { name: name.to_owned(), ..Department::default() });
    let mut edits = vec![
        Edit::PutEntry(id("sales"), Box::new(department("Sales"))),
        Edit::PutEntry(id("claims"), Box::new(department("Claims"))),
        Edit::AddJourney { id: id("j"), journey: Box::default(), to: None },
    ];
    for (phase, name) in [("p1", "Report"), ("p2", "Settle")] {
        let phase_of = Phase { name: name.to_owned(), ..Phase::default() };
        edits.push(inside(JourneyEdit::AddPhase { id: id(phase), phase: Box::new(phase_of), to: None }));
    }
    for (touchpoint, phase, owner) in
        [("call", "p1", "sales"), ("register", "p1", "claims"), ("pay", "p2", "claims")]
    {
        let of = Touchpoint {
            name: touchpoint.to_owned(),
            owner: Some(id(owner).into()),
            ..Touchpoint::default()
        };
        let add = JourneyEdit::AddTouchpoint {
            id: id(touchpoint),
            touchpoint: Box::new(of),
            phase: id(phase),
            to: None,
        };
        edits.push(inside(add));
    }
    apply(&Workspace::default(), &Edit::Batch(edits)).unwrap().workspace
}

fn rows(workspace: &Workspace) -> Vec<Id> {
    workspace.journeys[&id("j")].ordered_touchpoints().map(|(id, _)| id).collect()
}

/// Pastes a text block at a row and a column, and gives the workspace afterwards.
fn pasted(workspace: &Workspace, (row, column): (usize, Column), text: &str) -> (Workspace, PasteTold) {
    let block: Vec<Vec<String>> = Sheet::read_block(text).map_or_else(
        |_| vec![vec![String::new()]],
        |sheet| sheet.rows.into_iter().map(|row| row.cells).collect(),
    );
    paste_block(workspace, (row, column), &block)
}

fn paste_block(
    workspace: &Workspace,
    (row, column): (usize, Column),
    block: &[Vec<String>],
) -> (Workspace, PasteTold) {
    let rows = rows(workspace);
    let target = Target {
        workspace,
        journey: id("j"),
        rows: &rows,
        columns: &GRID_COLUMNS,
        row,
        column: GRID_COLUMNS.iter().position(|other| *other == column).unwrap(),
        decimal_comma: false,
    };
    let mut number = 0;
    let pasted = paste(target, block, &mut || {
        number += 1;
        id(&format!("new{number}"))
    });
    let after = pasted.edit.as_ref().map(|edit| apply(workspace, edit).unwrap().workspace);
    (after.unwrap_or_else(|| workspace.clone()), pasted.told)
}

fn text(workspace: &Workspace, row: usize, column: Column) -> String {
    let journey = &workspace.journeys[&id("j")];
    let id = rows(workspace)[row];
    let (phase, _) = journey.place_of(id).unwrap();
    cell(workspace, journey, &Flow::of(journey), &journey.phases[&phase], id, column)
}

/// The phases with their touchpoints, such as `Report: call register | Settle: pay`.
fn phases(workspace: &Workspace) -> String {
    let journey = &workspace.journeys[&id("j")];
    let of = |(_, phase): (Id, &std::sync::Arc<Phase>)| {
        let names = phase.touchpoints.iter().map(|id| journey.touchpoints[id].name.clone());
        format!("{}: {}", phase.name, names.collect::<Vec<_>>().join(" "))
    };
    journey.ordered_phases().map(of).collect::<Vec<_>>().join(" | ")
}

#[test]
fn every_column_takes_what_it_shows() {
    let workspace = workspace();
    for column in GRID_COLUMNS.iter().copied() {
        let sample = match column.kind() {
            crate::format::table::Kind::Entry | crate::format::table::Kind::Name => "Claims",
            crate::format::table::Kind::Entries | crate::format::table::Kind::Texts => "Claims; Sales",
            crate::format::table::Kind::Rating => "3.5",
            crate::format::table::Kind::Minutes => "1-2 weeks",
            crate::format::table::Kind::Count => "1200",
            crate::format::table::Kind::YesNo => "no",
            crate::format::table::Kind::Date => "2026-03-31",
            crate::format::table::Kind::Choice(ChoiceKind::Stage) => "backstage",
            crate::format::table::Kind::Choice(ChoiceKind::Starter) => "customer",
            crate::format::table::Kind::Choice(ChoiceKind::Method) => "shared record",
            crate::format::table::Kind::Choice(ChoiceKind::Evidence) => "observed",
            _ => "as it is",
        };
        let sample = if column == Column::Owner { "Billing" } else { sample };
        let (after, told) = pasted(&workspace, (0, column), sample);
        assert_eq!(told.cells, 1, "{column:?}");
        assert_eq!(text(&after, 0, column), sample, "{column:?}: {:?}", told.problems);
        assert!(read_cell(column, sample, crate::format::table::Setting::default()).is_ok());
        let (emptied, _) = pasted(&after, (0, column), "");
        assert_eq!(text(&emptied, 0, column), "", "{column:?}");
    }
}

#[test]
fn a_block_fills_cells_and_adds_rows_in_one_edit() {
    let workspace = workspace();
    let block = "Pay\tSettle\nThank\t\n\nAsk\tAfter";
    let (after, told) = pasted(&workspace, (2, Column::Touchpoint), block);
    assert_eq!(phases(&after), "Report: call register | Settle: Pay Thank | After: Ask");
    assert_eq!((told.added, told.problems.len()), (2, 0));
}

#[test]
fn names_are_found_or_made_once() {
    let (after, told) = pasted(&workspace(), (0, Column::Owner), "sales \nBilling\nBilling");
    assert_eq!(told.entries, 1);
    assert_eq!(after.departments.len(), 3);
    assert_eq!([0, 1, 2].map(|row| text(&after, row, Column::Owner)), ["Sales", "Billing", "Billing"]);
}

#[test]
fn further_owners_are_responsible_and_the_person_is_told() {
    let (after, told) = pasted(&workspace(), (0, Column::Owner), "Claims; Billing");
    assert_eq!(text(&after, 0, Column::Owner), "Claims");
    assert_eq!(text(&after, 0, Column::Responsible), "Billing");
    assert_eq!(told.problems[0].kind, PasteKind::SeveralOwners);
}

#[test]
fn what_cannot_be_read_is_told_and_the_cell_stays() {
    let (rated, _) = pasted(&workspace(), (0, Column::Satisfaction), "4");
    let (after, told) = pasted(&rated, (0, Column::Satisfaction), "80 %\tvery\tmaybe");
    assert_eq!(text(&after, 0, Column::Satisfaction), "4");
    let kinds: Vec<PasteKind> = told.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, [PasteKind::Unreadable; 3]);
    assert_eq!(told.problems[0].text, "80 %");
    assert_eq!(after, rated);
}

#[test]
fn waits_and_cards_find_their_step_after_the_rest_is_in_place() {
    let workspace = workspace();
    // The new row makes a next step for the last one, and a handoff to Billing.
    let (with_row, _) = pasted(&workspace, (3, Column::Touchpoint), "Thank");
    let (owned, _) = pasted(&with_row, (3, Column::Owner), "Billing");
    let (after, told) = pasted(&owned, (2, Column::Wait), "2 days\n3 days");
    assert_eq!(text(&after, 2, Column::Wait), "2 days");
    assert_eq!(told.problems[0].kind, PasteKind::NoNextStep);
    let (after, told) = pasted(&owned, (1, Column::Method), "email\nqueue");
    assert_eq!(text(&after, 2, Column::Method), "queue");
    assert_eq!(told.problems[0].kind, PasteKind::NoHandoff);
}

#[test]
fn headers_in_the_block_are_left_out() {
    let (after, told) = pasted(&workspace(), (0, Column::Touchpoint), "Touchpoint\tPhase\nRing\tReport");
    assert_eq!(phases(&after), "Report: Ring register | Settle: pay");
    assert_eq!(told.problems[0].kind, PasteKind::Headers);
}

#[test]
fn cells_beyond_the_last_column_are_told() {
    let last = *GRID_COLUMNS.last().unwrap();
    let (_, told) = pasted(&workspace(), (0, last), "2 days\tlost");
    assert!(told.problems.iter().any(|problem| problem.kind == PasteKind::Beyond && problem.text == "lost"));
}

#[test]
fn names_of_phases_keep_the_order_of_the_rows() {
    let cases = [
        // A phase whose rows all get the name is renamed.
        (0, "Start\nStart", "Start: call register | Settle: pay"),
        // The last row of a phase joins the next one, the first row the one before.
        (1, "settle", "Report: call | Settle: register pay"),
        (2, "Report", "Report: call register pay"),
        // A new name in the midst begins a phase.
        (1, "Check", "Report: call | Check: register | Settle: pay"),
        (0, "Check", "Check: call | Report: register | Settle: pay"),
        // A name that comes back later begins another phase.
        (0, "A\nB\nA", "A: call | B: register | A: pay"),
    ];
    for (row, block, expected) in cases {
        let (after, _) = pasted(&workspace(), (row, Column::Phase), block);
        assert_eq!(phases(&after), expected, "{block:?} at {row}");
        assert_eq!(rows(&after), rows(&workspace()));
    }
}

#[test]
fn a_phase_that_is_cut_in_two_goes_on_behind() {
    let (four, _) = pasted(&workspace(), (3, Column::Touchpoint), "thank\t\nask\t");
    assert_eq!(phases(&four), "Report: call register | Settle: pay thank ask");
    let (after, _) = pasted(&four, (3, Column::Phase), "Between");
    assert_eq!(phases(&after), "Report: call register | Settle: pay | Between: thank | Settle: ask");
}

#[test]
fn an_empty_journey_takes_a_block() {
    let mut workspace = Workspace::default();
    let add = Edit::AddJourney { id: id("j"), journey: Box::default(), to: None };
    workspace = apply(&workspace, &add).unwrap().workspace;
    let (after, told) = pasted(&workspace, (0, Column::Touchpoint), "Call\tReport\nPay\tSettle");
    assert_eq!(phases(&after), "Report: Call | Settle: Pay");
    assert_eq!(told.added, 2);
}
