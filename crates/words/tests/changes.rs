//! What people read where two versions differ.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_core::edit::{Edit, JourneyEdit, apply};
use crosslane_core::format::crosslane::open;
use crosslane_core::merge::merge;
use crosslane_core::model::{Id, StepKey};
use crosslane_words::change::conflict;

#[test]
fn a_card_both_put_somewhere_is_told_by_its_handoffs() {
    let text = r#"{"format": "crosslane", "version": 1,
        "departments": {"s": {"name": "Sales"}, "c": {"name": "Claims"}}, "department_order": ["s", "c"],
        "journey_order": ["j"], "journeys": {"j": {"title": "Claim", "phase_order": ["p"],
            "phases": {"p": {"touchpoints": ["a", "b", "d"]}},
            "touchpoints": {
                "a": {"name": "Call", "owner": "s"},
                "b": {"name": "Assess", "owner": "c"},
                "d": {"name": "Letter", "owner": "s"}},
            "unplaced_cards": {"u": {"from_name": "Call", "to_name": "Desk", "card": {"trigger": "A mail"}}}}}}"#;
    let base = open(text).unwrap().workspace;
    let id = |text: &str| Id::new(text).unwrap();
    let placed = |from: &str, to: &str| {
        let edit = JourneyEdit::PlaceCard { id: id("u"), to: StepKey::new(id(from), id(to)) };
        apply(&base, &Edit::InJourney(id("j"), edit)).unwrap().workspace
    };
    let (ours, theirs) = (placed("a", "b"), placed("b", "d"));
    let merged = merge(&base, &ours, &theirs);
    let words = conflict(&base, &ours, &theirs, &merged.conflicts[0]);
    assert_eq!(words.about, "both moved it");
    assert_eq!(words.place, "Unplaced card “Call” → “Desk” in journey “Claim”");
    let at = |step: &str| format!("on the handoff {step}");
    assert_eq!((words.ours, words.theirs), (at("“Call” → “Assess”"), at("“Assess” → “Letter”")));
}
