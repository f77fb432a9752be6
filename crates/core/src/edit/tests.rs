//! Random edits keep every invariant, and single edits do what they say.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use crosslane_cases::cases;
use proptest::prelude::*;

use super::{Edit, EditError, Entry, JourneyEdit, Notice, apply};
use crate::flow::{Flow, same_flow};
use crate::format::crosslane;
use crate::model::{
    Card, Department, EntityKind, Id, Item, Journey, Phase, Stage, StepKey, Touchpoint, Workspace,
};
use crate::rules::evaluate;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn with_departments() -> Workspace {
    let mut workspace = Workspace::default();
    for name in ["x", "y", "z"] {
        let entry = Entry::Department(Department { name: name.into(), ..Department::default() });
        workspace = apply(&workspace, &Edit::PutEntry(id(name), Box::new(entry))).unwrap().workspace;
    }
    workspace
}

/// One journey `j` with one phase `p`; touchpoints as `name:owner`, `name:*` for the customer alone.
fn workspace(touchpoints: &[&str]) -> Workspace {
    let mut edits = vec![
        Edit::AddJourney { id: id("j"), journey: Box::default(), to: None },
        Edit::InJourney(id("j"), JourneyEdit::AddPhase { id: id("p"), phase: Box::default(), to: None }),
    ];
    for text in touchpoints {
        edits.push(add(text, None));
    }
    apply(&with_departments(), &Edit::Batch(edits)).unwrap().workspace
}

fn touchpoint(text: &str) -> (Id, Touchpoint) {
    let (name, owner) = text.split_once(':').unwrap();
    let stage = (owner == "*").then_some(Stage::Customer);
    (
        id(name),
        Touchpoint {
            name: name.into(),
            owner: Id::new(owner).map(Into::into),
            stage,
            ..Touchpoint::default()
        },
    )
}

fn add(text: &str, to: Option<usize>) -> Edit {
    let (id_, touchpoint) = touchpoint(text);
    in_journey(JourneyEdit::AddTouchpoint { id: id_, touchpoint: touchpoint.into(), phase: id("p"), to })
}

fn in_journey(edit: JourneyEdit) -> Edit {
    Edit::InJourney(id("j"), edit)
}

fn key(from: &str, to: &str) -> StepKey {
    StepKey::new(id(from), id(to))
}

fn put_card(handoff: StepKey, text: &str) -> JourneyEdit {
    let card = Card { trigger: Some(text.into()), ..Card::default() };
    JourneyEdit::PutCard(handoff, Some(Box::new(card)))
}

fn journey(workspace: &Workspace) -> &Journey {
    &workspace.journeys[&id("j")]
}

#[test]
fn a_card_moves_along_when_a_customer_step_is_put_between() {
    let before = workspace(&["a:x", "b:y"]);
    let before = apply(&before, &in_journey(put_card(key("a", "b"), "c"))).unwrap().workspace;
    let after = apply(&before, &add("n:x", Some(1))).unwrap();
    let moved = Notice::CardMoved { journey: id("j"), from: key("a", "b"), to: key("n", "b") };
    assert_eq!(after.notices, [moved]);
    assert!(journey(&after.workspace).steps[&key("n", "b")].card.is_some());
}

#[test]
fn a_card_without_its_handoff_waits_unplaced_and_can_be_put_back() {
    let before = workspace(&["a:x", "b:y"]);
    let before = apply(&before, &in_journey(put_card(key("a", "b"), "c"))).unwrap().workspace;
    let (_, mut owned) = touchpoint("b:x");
    owned.name = "b".into();
    let gone =
        apply(&before, &in_journey(JourneyEdit::PutTouchpoint(id("b"), owned.clone().into()))).unwrap();
    assert_eq!(gone.notices, [Notice::CardUnplaced { journey: id("j"), from: key("a", "b") }]);
    let unplaced = *journey(&gone.workspace).unplaced_cards.keys().next().unwrap();
    let place = in_journey(JourneyEdit::PlaceCard { id: unplaced, to: key("a", "b") });
    assert_eq!(apply(&gone.workspace, &place), Err(EditError::NoHandoff(key("a", "b"))));
    owned.owner = Some(id("z").into());
    let back =
        apply(&gone.workspace, &in_journey(JourneyEdit::PutTouchpoint(id("b"), owned.into()))).unwrap();
    let placed = apply(&back.workspace, &place).unwrap().workspace;
    assert!(journey(&placed).unplaced_cards.is_empty());
    assert_eq!(journey(&placed).steps[&key("a", "b")].card.as_ref().unwrap().trigger.as_deref(), Some("c"));
}

#[test]
fn the_first_link_keeps_the_default_step() {
    let before = workspace(&["a:x", "b:y", "c:z"]);
    let link = in_journey(JourneyEdit::PutLink { key: key("a", "c"), label: None, share: None });
    let after = apply(&before, &link).unwrap().workspace;
    let flow = Flow::of(journey(&after));
    let ends: Vec<usize> = flow.steps_from(0).iter().map(|step| step.to).collect();
    assert_eq!(ends, [1, 2]);
}

#[test]
fn removing_a_department_blanks_what_referred_to_it() {
    let before = workspace(&["a:x", "b:y"]);
    let after = apply(&before, &Edit::RemoveEntry(EntityKind::Department, id("y"))).unwrap().workspace;
    assert_eq!(journey(&after).touchpoints[&id("b")].owner, None);
    assert_eq!(after.department_order, [id("x"), id("z")]);
}

#[test]
fn what_would_break_the_document_is_refused() {
    let before = workspace(&["a:x", "b:y"]);
    let (_, dangling) = touchpoint("a:nobody");
    let refused = [
        (add("a:x", None), EditError::Taken(id("a"))),
        (
            in_journey(JourneyEdit::PutTouchpoint(id("a"), dangling.into())),
            EditError::Dangling(EntityKind::Department, id("nobody")),
        ),
        (
            in_journey(JourneyEdit::PutLink { key: key("a", "a"), label: None, share: None }),
            EditError::StepToItself(id("a")),
        ),
        (in_journey(put_card(key("b", "a"), "c")), EditError::NoHandoff(key("b", "a"))),
        (in_journey(JourneyEdit::RemovePhase(id("q"))), EditError::NotThere(id("q"))),
    ];
    for (edit, error) in refused {
        assert_eq!(apply(&before, &edit), Err(error));
    }
}

/// Turns three random numbers into an edit of the present version; many are refused, which is fine.
fn random_edit(workspace: &Workspace, serial: usize, [kind, one, two]: [u16; 3]) -> Edit {
    let journey = journey(workspace);
    let pick =
        |list: Vec<Id>, at: u16| list.get(usize::from(at) % list.len().max(1)).copied().unwrap_or(id("none"));
    let touchpoints: Vec<Id> = journey.ordered_touchpoints().map(|(id, _)| id).collect();
    let (from, to) = (pick(touchpoints.clone(), one), pick(touchpoints.clone(), two));
    let phase = pick(journey.phase_order.clone(), two);
    let new = id(&format!("n{serial}"));
    let owner = ["x", "y", "z", "*", "-"][usize::from(two) % 5];
    let handoffs: Vec<StepKey> = Flow::of(journey)
        .handoffs()
        .iter()
        .map(|handoff| {
            let flow = Flow::of(journey);
            flow.key(handoff.from, handoff.to)
        })
        .collect();
    let handoff =
        handoffs.get(usize::from(one) % handoffs.len().max(1)).copied().unwrap_or(StepKey::new(from, to));
    let position = usize::from(one) % 7;
    let edit = match kind % 16 {
        0 => JourneyEdit::AddPhase { id: new, phase: Box::default(), to: Some(position) },
        1 => JourneyEdit::MovePhase { id: phase, to: position },
        2 => JourneyEdit::RemovePhase(phase),
        3 => {
            let copies =
                journey.phases.get(&phase).map(|phase| phase.touchpoints.clone()).unwrap_or_default();
            let copies =
                copies.iter().enumerate().map(|(at, old)| (*old, id(&format!("n{serial}-{at}")))).collect();
            JourneyEdit::DuplicatePhase { id: phase, copy: new, touchpoints: copies }
        }
        4 | 5 => {
            let (_, touchpoint) = touchpoint(&format!("n{serial}:{owner}"));
            JourneyEdit::AddTouchpoint { id: new, touchpoint: touchpoint.into(), phase, to: Some(position) }
        }
        6 | 7 => {
            let (_, changed) = touchpoint(&format!("t:{owner}"));
            JourneyEdit::PutTouchpoint(from, changed.into())
        }
        8 | 9 => JourneyEdit::MoveTouchpoint { id: from, phase, to: position },
        10 => JourneyEdit::RemoveTouchpoint(from),
        11 => JourneyEdit::DuplicateTouchpoint { id: from, copy: new },
        12 => JourneyEdit::PutLink { key: StepKey::new(from, to), label: None, share: None },
        13 => JourneyEdit::RemoveLink(StepKey::new(from, to)),
        14 => put_card(handoff, &format!("card {serial}")),
        _ => JourneyEdit::PlaceCard {
            id: pick(journey.unplaced_cards.keys().copied().collect(), one),
            to: handoff,
        },
    };
    if kind % 97 == 0 {
        let kind = [EntityKind::Department, EntityKind::Item][usize::from(one) % 2];
        return Edit::RemoveEntry(kind, id(["x", "y", "z", "i"][usize::from(two) % 4]));
    }
    in_journey(edit)
}

/// The cards of a journey, placed or not, by the text written on them.
fn cards(workspace: &Workspace) -> BTreeSet<String> {
    let journey = journey(workspace);
    let placed = journey.steps.values().filter_map(|step| step.card.as_ref());
    let unplaced = journey.unplaced_cards.values().filter_map(|unplaced| unplaced.card.as_ref());
    placed.chain(unplaced).filter_map(|card| card.trigger.clone()).collect()
}

fn check_step(before: &Workspace, edit: &Edit, after: &Workspace) {
    let text = crosslane::write(after);
    assert_eq!(crosslane::open(&text).map(|opened| opened.workspace), Ok(after.clone()), "after {edit:?}");
    let flow = Flow::of(journey(after));
    for (key, step) in &journey(after).steps {
        assert!(step.card.is_none() || flow.handoff(*key).is_some(), "card off a handoff after {edit:?}");
    }
    if same_flow(journey(before), journey(after)) {
        assert_eq!(flow, Flow::of(journey(before)), "the flow is another after {edit:?}");
    }
    let evaluated = evaluate(before, None, None);
    let from_before = evaluate(after, None, Some((before, &evaluated)));
    assert_eq!(from_before, evaluate(after, None, None), "another evaluation after {edit:?}");
    let lost: Vec<String> = cards(before).difference(&cards(after)).cloned().collect();
    let replaces = matches!(edit, Edit::InJourney(_, JourneyEdit::PutCard(..)));
    assert!(lost.is_empty() || replaces && lost.len() == 1, "{lost:?} lost by {edit:?}");
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn random_edits_keep_every_invariant(numbers in prop::collection::vec(any::<[u16; 3]>(), 1..80)) {
        let mut present = workspace(&["a:x", "b:y", "c:*", "d:z"]);
        let item = Entry::Item(Item { name: "Item".into(), ..Item::default() });
        present = apply(&present, &Edit::PutEntry(id("i"), Box::new(item))).unwrap().workspace;
        for (serial, numbers) in numbers.into_iter().enumerate() {
            let edit = random_edit(&present, serial, numbers);
            if let Ok(applied) = apply(&present, &edit) {
                check_step(&present, &edit, &applied.workspace);
                present = applied.workspace;
            }
        }
    }
}

#[test]
fn a_batch_is_all_or_none_and_settles_cards_once() {
    let before = workspace(&["a:x", "b:y", "c:x"]);
    let before = apply(&before, &in_journey(put_card(key("a", "b"), "c"))).unwrap().workspace;
    let there_and_back = Edit::Batch(vec![
        in_journey(JourneyEdit::MoveTouchpoint { id: id("b"), phase: id("p"), to: 2 }),
        in_journey(JourneyEdit::MoveTouchpoint { id: id("b"), phase: id("p"), to: 1 }),
    ]);
    let after = apply(&before, &there_and_back).unwrap();
    assert_eq!((after.notices.len(), &after.workspace), (0, &before));
    let half = Edit::Batch(vec![Edit::SetTitle("new".into()), Edit::RemoveJourney(id("none"))]);
    assert!(apply(&before, &half).is_err());
    let phase = Phase { name: "P".into(), ..Phase::default() };
    let renamed =
        apply(&before, &in_journey(JourneyEdit::PutPhase(id("p"), phase.into()))).unwrap().workspace;
    assert_eq!(journey(&renamed).phases[&id("p")].touchpoints.len(), 3);
}
