//! What people read about their edits.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_core::edit::{Edit, JourneyEdit, Notice, apply};
use crosslane_core::format::crosslane::open;
use crosslane_core::model::{Id, StepKey, Workspace};
use crosslane_words::edit;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn workspace() -> Workspace {
    let text = r#"{"format": "crosslane", "version": 1,
        "departments": {"s": {"name": "Sales"}, "c": {"name": "Claims"}}, "department_order": ["s", "c"],
        "journey_order": ["j"], "journeys": {"j": {"phase_order": ["p"],
            "phases": {"p": {"touchpoints": ["a", "b", "e"]}},
            "touchpoints": {
                "a": {"name": "Call", "owner": "s"},
                "b": {"name": "Assess", "owner": "c"},
                "e": {"owner": "c"}},
            "steps": {"a/b": {"card": {"trigger": "A mail"}}}}}}"#;
    open(text).unwrap().workspace
}

#[test]
fn a_card_that_moves_or_loses_its_place_is_told_with_names() {
    let before = workspace();
    let remove = |touchpoint: &str| {
        let edit = Edit::InJourney(id("j"), JourneyEdit::RemoveTouchpoint(id(touchpoint)));
        apply(&before, &edit).unwrap()
    };
    let moved = remove("b");
    assert_eq!(
        edit::notice(&before, &moved.workspace, &moved.notices[0]),
        "The handoff card of “Call” → “Assess” moved along to “Call” → an unnamed touchpoint."
    );
    let unplaced = remove("a");
    assert!(matches!(unplaced.notices[0], Notice::CardUnplaced { .. }));
    assert_eq!(
        edit::notice(&before, &unplaced.workspace, &unplaced.notices[0]),
        "The handoff of “Call” → “Assess” is gone; its card waits among the unplaced cards."
    );
}

#[test]
fn a_refused_edit_says_why() {
    let before = workspace();
    let refused = |change: JourneyEdit| {
        let error = apply(&before, &Edit::InJourney(id("j"), change)).unwrap_err();
        edit::refused(&before, &error)
    };
    let link = |from: &str, to: &str| JourneyEdit::PutLink {
        key: StepKey::new(id(from), id(to)),
        label: None,
        share: None,
    };
    assert_eq!(refused(link("a", "a")), "A step cannot lead from “Call” to itself.");
    assert_eq!(
        refused(JourneyEdit::RemovePhase(id("zz"))),
        "That is not there any more; somebody may have deleted it."
    );
    let card = JourneyEdit::PutCard(StepKey::new(id("b"), id("e")), Some(Box::default()));
    assert_eq!(refused(card), "“Assess” → an unnamed touchpoint is no handoff, so no card can stand there.");
    assert_eq!(edit::label(&Edit::Batch(vec![Edit::SetTitle(String::new())])), "rename the workspace");
}

#[test]
fn fields_that_nobody_knows_are_told_by_name_and_leave_the_rest_as_it_was() {
    let file = |extra: &str| {
        let text = format!(
            r#"{{"format": "crosslane", "version": 1, "departments": {{"d": {{"name": "Desk"{extra}}}}}, "department_order": ["d"]}}"#
        );
        open(&text).unwrap().workspace
    };
    let [before, after] =
        [file(r#", "colour_of_the_door": "red""#), file(r#", "colour_of_the_door": "blue", "floor": "3""#)];
    let entities = crosslane_core::compare::difference(&before, &after).entities;
    let [desk] = entities.as_slice() else { panic!("one department differs: {entities:?}") };
    let words = crosslane_words::change::entity(&before, &after, desk);
    assert_eq!(words.entity, "Department Desk");
    assert_eq!(words.lines, ["“colour_of_the_door”: “red” → “blue”", "“floor”: new: “3”"]);
}
