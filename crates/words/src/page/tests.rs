//! The pages of the samples, and text that would like to be more than text.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_core::beside::start_future;
use crosslane_core::edit::form::{find_named, named_entry};
use crosslane_core::edit::{Edit, apply};
use crosslane_core::format::crosslane::open;
use crosslane_core::model::{Date, EntityKind, Id, Workspace};
use crosslane_core::rules::{Evaluation, evaluate};
use crosslane_core::samples;

use super::*;
use crate::issues;

fn sample() -> (Workspace, Evaluation) {
    let workspace = open(samples::text(0).unwrap()).unwrap().workspace;
    let evaluation = evaluate(&workspace, today(), None);
    (workspace, evaluation)
}

fn today() -> Option<Date> {
    Date::parse("2026-03-20")
}

fn named(workspace: &Workspace, name: &str) -> Id {
    find_named(workspace, None, EntityKind::Department, name).unwrap()
}

/// What stands below a heading, up to the next.
fn below<'a>(text: &'a str, heading: &str) -> &'a str {
    let from = text.find(&format!("## {heading}\n")).unwrap_or_else(|| panic!("no {heading} in {text}"));
    let rest = &text[from + 3..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

#[test]
fn a_department_reads_what_it_receives_asks_lacks_and_promises() {
    let (workspace, evaluation) = sample();
    let page = department(&workspace, &evaluation, named(&workspace, "Claims")).unwrap();
    let text = markdown(&workspace, &page);
    assert!(text.starts_with("# Claims\n"));
    assert!(below(&text, "What it receives").contains("Assessment → Claims"));
    assert!(below(&text, "What it hands on").contains("Claims → Repair network"));
    assert!(below(&text, "What it needs and never gets").contains("“Photos of the damage”"));
    assert!(below(&text, "What it promises").contains("kept by Payments"));
    assert!(below(&text, "Your part").contains("Decides within two days of the report"));
    assert_eq!(department(&workspace, &evaluation, Id::derived(&[])), None);
}

#[test]
fn two_departments_have_an_agenda_and_see_what_each_side_says() {
    let (workspace, evaluation) = sample();
    let (claims, assessment) = (named(&workspace, "Claims"), named(&workspace, "Assessment"));
    let page = pair(&workspace, &evaluation, claims, assessment).unwrap();
    let text = markdown(&workspace, &page);
    assert!(text.starts_with("# Claims and Assessment\n"));
    assert!(
        below(&text, "Agenda").trim_start_matches("Agenda\n\n").starts_with("1. **Settle what both sides")
    );
    let there = below(&text, "Claims → Assessment");
    assert!(there.contains("Assessment does not agree") && there.contains("Claims agrees"), "{there}");
    assert_eq!(pair(&workspace, &evaluation, claims, claims), None);
}

#[test]
fn the_report_says_the_worst_first_and_what_is_decided() {
    let (workspace, evaluation) = sample();
    let text = markdown(&workspace, &report(&workspace, &evaluation, Scope::All, today()));
    let worst = below(&text, "The three worst handoffs");
    let risks: Vec<u32> =
        worst.lines().filter_map(|line| line.split_once("**")?.1.split_once("**")?.0.parse().ok()).collect();
    assert_eq!(risks.len(), 3, "{worst}");
    assert!(risks.is_sorted_by(|a, b| a >= b), "{worst}");
    assert!(below(&text, "What is decided and under way").contains("risk 61 → 0"));
    assert!(below(&text, "Is it getting better?").contains("→"));
    assert!(text.contains("Repair network (") || text.contains("(Repair network)"));
}

#[test]
fn a_future_journey_is_no_second_break() {
    let (before, evaluation) = sample();
    let (current, future) = (before.journey_order[0], Id::new("f").unwrap());
    let edit = start_future(&before, current, future, "Better".to_owned(), today()).unwrap();
    let after = apply(&before, &edit).unwrap().workspace;
    let with_future = evaluate(&after, today(), None);
    let worst = |workspace: &Workspace, evaluation: &Evaluation| {
        let text = markdown(workspace, &report(workspace, evaluation, Scope::All, today()));
        below(&text, "The three worst handoffs").to_owned()
    };
    assert_eq!(worst(&before, &evaluation), worst(&after, &with_future));
    assert_eq!(issues::rows(&before, &evaluation), issues::rows(&after, &with_future));
    let of_future = report(&after, &with_future, Scope::Journey(future), today());
    let of_future = markdown(&after, &of_future);
    assert!(!of_future.contains("No handoff is flagged."), "asked for alone, it is told");
    let trend = below(&of_future, "Is it getting better?");
    assert!(trend.contains("no earlier scores") && !trend.contains('|'), "it has none yet: {trend}");
}

#[test]
fn all_checks_are_said_to_be_answered_only_where_they_are() {
    let (workspace, mut evaluation) = sample();
    let journey = std::sync::Arc::make_mut(&mut evaluation.journeys[0]);
    journey.scores.assessed = Some(0.996);
    let text = markdown(&workspace, &report(&workspace, &evaluation, Scope::All, today()));
    assert!(below(&text, "How connected").contains("| 99% |"), "{text}");
}

#[test]
fn a_report_of_nothing_says_so_and_gives_no_score() {
    let workspace = Workspace::default();
    let text = markdown(&workspace, &report(&workspace, &Evaluation::default(), Scope::All, None));
    assert!(text.starts_with("# Report\n") && text.contains("No handoff is flagged."), "{text}");
    assert!(!text.contains("100"), "{text}");
}

#[test]
fn what_people_typed_cannot_become_markup() {
    for hostile in
        ["<img src=x onerror=alert(1)>", "[x](javascript:1)", "# big", "**bold** | cell", "- list", "1. one"]
    {
        let entry = named_entry(EntityKind::Department, hostile).unwrap();
        let id = Id::new("d").unwrap();
        let workspace = apply(&Workspace::default(), &Edit::PutEntry(id, Box::new(entry))).unwrap().workspace;
        let page = Page {
            title: hostile.to_owned(),
            blocks: vec![Block::Paragraph(vec![department_span(&workspace, id)])],
        };
        let text = markdown(&workspace, &page);
        let body = text.lines().nth(2).unwrap();
        assert!(!body.starts_with(['#', '-', '<', '*', '[']) && !body.starts_with("1."), "{body}");
        for sign in ["<img", "](", "**bold", "| cell"] {
            let plain = body.match_indices(sign).any(|(at, _)| at == 0 || !body[..at].ends_with('\\'));
            assert!(!plain, "{sign} of {body}");
        }
    }
}
