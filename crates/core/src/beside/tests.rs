//! What a current journey and its future, and two versions of one, look like side by side.
#![allow(clippy::unwrap_used, reason = "a failed `unwrap` is a failed test")]

use super::*;
use crate::act::agenda;
use crate::compare::DifferenceKind;
use crate::edit::{Edit, JourneyEdit, apply};
use crate::meeting::{department_page, pair_page};
use crate::model::{
    Card, Id, Initiative, Journey, JourneyState, Method, Phase, StepKey, Touchpoint, Workspace,
};
use crate::rules::{Evaluation, evaluate, waiver};
use crate::score::JourneyScores;
use crate::testing::{everything, id, journey_id, workspace};

const MAP: &str =
    "phase p\n a x front\n b y front\n phase q\n c x front\n d y back\n a>b method=none\n b>c method=warm\n";

fn with_future(text: &str) -> Workspace {
    let before = workspace(text);
    let edit = start_future(&before, journey_id(), id("f"), "Better".to_owned(), None).unwrap();
    apply(&before, &edit).unwrap().workspace
}

/// The touchpoint of the future journey that comes from this one.
fn future_of(workspace: &Workspace, current: &str) -> Id {
    let mut future = workspace.journeys[&id("f")].touchpoints.iter();
    let found = future.find(|(_, found)| found.based_on.map(crate::model::Ref::id) == Some(id(current)));
    *found.unwrap().0
}

fn in_future(workspace: &Workspace, edit: JourneyEdit) -> Workspace {
    apply(workspace, &Edit::InJourney(id("f"), edit)).unwrap().workspace
}

fn aligned(workspace: &Workspace) -> Aligned {
    align(workspace, journey_id(), workspace, id("f")).unwrap()
}

fn effect(workspace: &Workspace, aligned: &Aligned) -> Effect {
    let evaluation = evaluate(workspace, None, None);
    let of = |evaluation: &Evaluation, id| evaluation.journey(id).cloned();
    let (before, after) = (of(&evaluation, journey_id()), of(&evaluation, id("f")));
    Effect::of(&aligned.names, before.as_deref(), after.as_deref())
}

#[test]
fn a_future_journey_begins_as_the_current_one() {
    let both = with_future(MAP);
    let aligned = aligned(&both);
    assert!(aligned.difference.is_empty(), "{:?}", aligned.difference);
    let effect = effect(&both, &aligned);
    assert_eq!(effect.flags, []);
    assert!(effect.same_flags > 0, "the current journey breaks somewhere");
    assert!(
        effect.handoffs.iter().all(|handoff| handoff.rise().abs() < f64::EPSILON && handoff.before.is_some())
    );
    let map = Both::of(&aligned);
    assert!(map.steps.values().all(|fate| *fate == StepFate::Kept));
    assert_eq!(map.journey.touchpoints.len(), 4);
}

#[test]
fn what_breaks_today_is_told_once() {
    let both = with_future(MAP);
    let evaluation = evaluate(&both, None, None);
    let of_today = |workspace: &Workspace| {
        let evaluation = evaluate(workspace, None, None).of_today(workspace);
        evaluation.journeys.iter().map(|journey| journey.id).collect::<Vec<_>>()
    };
    assert_eq!(of_today(&both), [journey_id()]);
    assert_eq!(
        agenda(&both, &evaluation, 9).iter().map(|item| item.journey).collect::<Vec<_>>(),
        [journey_id()]
    );
    let page = pair_page(&both, &evaluation, id("x"), id("y"));
    assert!(page.there.iter().chain(&page.back).all(|crossing| crossing.journey == journey_id()));
    let x = department_page(&both, &evaluation, id("x"));
    assert_eq!((x.owns.len(), x.hands_on.len() + x.receives.len()), (1, page.there.len() + page.back.len()));
    // A future without its current journey is all there is.
    let alone = apply(&both, &Edit::RemoveJourney(journey_id())).unwrap().workspace;
    assert_eq!(of_today(&alone), [id("f")]);
}

#[test]
fn journeys_with_everything_begin_without_difference() {
    for seed in 0..8 {
        let before = accepted_in_part(everything(seed));
        for journey in before.journey_order.clone() {
            let edit = start_future(&before, journey, id("f"), String::new(), None).unwrap();
            let both = apply(&before, &edit).unwrap().workspace;
            let aligned = align(&both, journey, &both, id("f")).unwrap();
            assert!(aligned.difference.is_empty(), "seed {seed}: {:?}", aligned.difference);
            let back = align(&both, id("f"), &both, journey).unwrap();
            assert!(back.difference.is_empty(), "seed {seed}, the other way: {:?}", back.difference);
            let evaluation = evaluate(&both, None, None);
            let [current, future] = [journey, id("f")].map(|id| evaluation.journey(id).unwrap());
            let effect = Effect::of(&aligned.names, Some(current), Some(future));
            assert_eq!(effect.flags, [], "seed {seed}");
            let of = |scores: &JourneyScores| {
                (
                    scores.connectedness,
                    scores.assessed,
                    scores.handoffs.iter().map(|it| it.risk).collect::<Vec<_>>(),
                )
            };
            assert_eq!(of(&current.scores), of(&future.scores), "seed {seed}");
        }
    }
}

/// The same with every third flag accepted, and every third addressed. What is addressed is looked for one journey
/// back, so no journey here is the future of another.
fn accepted_in_part(mut workspace: Workspace) -> Workspace {
    for id in workspace.journey_order.clone() {
        let journey = Journey { based_on: None, ..workspace.journeys[&id].as_ref().clone() };
        workspace.journeys.insert(id, journey.into());
    }
    let evaluation = evaluate(&workspace, None, None);
    let flags = evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags).enumerate();
    let mut mending = Initiative { departments: Some(Vec::new()), ..Initiative::default() };
    for (at, flag) in flags {
        match at % 3 {
            0 => {
                let accepted = waiver(flag, "known".to_owned(), "Ada".to_owned(), None);
                workspace.waivers.insert(id(&format!("accepted{at}")), accepted.into());
            }
            1 => mending.flags.push(flag.fingerprint()),
            _ => {}
        }
    }
    workspace.initiatives.insert(id("mending"), mending.into());
    workspace
}

#[test]
fn what_came_went_moved_and_changed_hands_stands_on_one_map() {
    let mut both = with_future(MAP);
    let [b, c, d] = ["b", "c", "d"].map(|old| future_of(&both, old));
    let phase_of = |both: &Workspace, at: usize| both.journeys[&id("f")].phase_order[at];
    both = in_future(&both, JourneyEdit::RemoveTouchpoint(b));
    let owned = Touchpoint {
        owner: Some(id("y").into()),
        ..both.journeys[&id("f")].touchpoints[&c].as_ref().clone()
    };
    both = in_future(&both, JourneyEdit::PutTouchpoint(c, owned.into()));
    both = in_future(&both, JourneyEdit::MoveTouchpoint { id: d, phase: phase_of(&both, 0), to: 0 });
    let new = Touchpoint { name: "new".to_owned(), ..Touchpoint::default() };
    let add = JourneyEdit::AddTouchpoint {
        id: id("n"),
        touchpoint: new.into(),
        phase: phase_of(&both, 1),
        to: None,
    };
    both = in_future(&both, add);

    let map = Both::of(&aligned(&both));
    let order: Vec<Id> = map.journey.ordered_touchpoints().map(|(id, _)| id).collect();
    assert_eq!(order, [id("d"), id("a"), id("b"), id("c"), id("n")], "what is gone stands where it stood");
    let kinds = |of: &str| map.touchpoints.get(&id(of)).cloned().unwrap_or_default();
    assert_eq!(kinds("a"), []);
    assert_eq!(kinds("b"), [DifferenceKind::Removed]);
    assert_eq!(kinds("c"), [DifferenceKind::NewOwner]);
    assert_eq!(kinds("d"), [DifferenceKind::Moved]);
    assert_eq!(kinds("n"), [DifferenceKind::Added]);
    assert_eq!(map.steps[&StepKey::new(id("a"), id("b"))], StepFate::Removed);
    assert_eq!(map.steps[&StepKey::new(id("a"), id("c"))], StepFate::Added);
    assert_eq!(map.flow.steps().len(), map.steps.len(), "nothing leads on by its order alone");
}

#[test]
fn a_mended_handoff_shows_which_flags_went_and_what_it_did() {
    let mut both = with_future(MAP);
    let key = StepKey::new(future_of(&both, "a"), future_of(&both, "b"));
    let card = Card { method: Some(Method::Warm), ..Card::default() };
    both = in_future(&both, JourneyEdit::PutCard(key, Some(Box::new(card))));
    let aligned = aligned(&both);
    let effect = effect(&both, &aligned);
    let first = &effect.handoffs[0];
    assert_eq!(first.key, StepKey::new(id("a"), id("b")), "what changed the most comes first");
    assert!(first.rise() < 0.0);
    let rules = |flags: &[usize]| {
        flags.iter().map(|at| effect.flags[*at].before.as_ref().map(|flag| flag.rule)).collect::<Vec<_>>()
    };
    assert!(rules(&first.gone).contains(&Some("cold-handoff")), "{:?}", effect.flags);
    assert!(first.come.is_empty());
    let [before, after] = &effect.scores;
    assert!(after.as_ref().unwrap().handoffs[0].risk <= before.as_ref().unwrap().handoffs[0].risk);
}

#[test]
fn two_versions_of_a_journey_are_compared_with_all_around_it() {
    let before = workspace(MAP);
    let edit = Edit::Batch(vec![
        Edit::SetTitle("New".to_owned()),
        Edit::InJourney(journey_id(), JourneyEdit::RemoveTouchpoint(id("d"))),
    ]);
    let after = apply(&before, &edit).unwrap().workspace;
    let aligned = align(&before, journey_id(), &after, journey_id()).unwrap();
    assert_eq!(aligned.inside().count(), 1);
    assert_eq!(aligned.outside().count(), 1, "the title of the workspace");
    let without = apply(&before, &Edit::RemoveJourney(journey_id())).unwrap().workspace;
    let gone = align(&before, journey_id(), &without, journey_id()).unwrap();
    assert_eq!(Both::of(&gone).journey.touchpoints.len(), 4, "a journey that is gone is shown as it was");
    assert_eq!(align(&without, journey_id(), &without, journey_id()), None);
}

#[test]
fn journeys_without_links_are_paired_by_name() {
    let before = workspace(MAP);
    let mut copy = before.journeys[&journey_id()].as_ref().clone();
    let renamed = |id: Id| Id::derived(&["other", id.as_str()]);
    copy.state = Some(JourneyState::Current);
    copy.phase_order = copy.phase_order.into_iter().map(renamed).collect();
    copy.phases = copy
        .phases
        .iter()
        .map(|(id, phase)| {
            let touchpoints = phase.touchpoints.iter().copied().map(renamed).collect();
            (renamed(*id), Phase { touchpoints, ..phase.as_ref().clone() }.into())
        })
        .collect();
    copy.touchpoints = copy.touchpoints.iter().map(|(id, found)| (renamed(*id), found.clone())).collect();
    copy.steps = copy
        .steps
        .iter()
        .map(|(key, step)| (StepKey::new(renamed(key.from), renamed(key.to)), step.clone()))
        .collect();
    let add = Edit::AddJourney { id: id("f"), journey: Box::new(copy), to: None };
    let both = apply(&before, &add).unwrap().workspace;
    let aligned = aligned(&both);
    assert!(aligned.difference.is_empty(), "{:?}", aligned.difference);
}
