//! Merges as people would tell them.

use crosslane_core::compare::{DifferenceKind, difference};
use crosslane_core::edit::{Edit, JourneyEdit, apply};
use crosslane_core::format::crosslane::open;
use crosslane_core::merge::{Choices, ConflictKind, Merged, Side, merge};
use crosslane_core::model::{
    EntityKind, Id, Map, Promise, Ref, Side as CardSide, StepKey, Touchpoint, Workspace,
};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// Sales hands on to Claims; three touchpoints in two phases.
fn base() -> Workspace {
    let text = r#"{"format": "crosslane", "version": 1,
        "departments": {"s": {"name": "Sales"}, "c": {"name": "Claims"}, "l": {"name": "Legal"}},
        "department_order": ["s", "c", "l"],
        "journey_order": ["j"], "journeys": {"j": {"title": "Claim", "phase_order": ["p", "q"],
            "phases": {"p": {"name": "Ask", "touchpoints": ["a", "b"]}, "q": {"name": "Wait", "touchpoints": ["d"]}},
            "touchpoints": {
                "a": {"name": "Call", "owner": "s", "responsible": ["s"], "notes": "They call the desk in the morning."},
                "b": {"name": "Assess", "owner": "c"},
                "d": {"name": "Letter", "owner": "l"}},
            "steps": {"a/b": {"card": {"trigger": "A mail"}}}}}}"#;
    open(text).unwrap().workspace
}

fn edited(workspace: &Workspace, edits: Vec<Edit>) -> Workspace {
    apply(workspace, &Edit::Batch(edits)).unwrap().workspace
}

fn inside(edit: JourneyEdit) -> Edit {
    Edit::InJourney(id("j"), edit)
}

fn put(workspace: &Workspace, touchpoint: &str, change: impl Fn(&mut Touchpoint)) -> Edit {
    let mut changed = workspace.journeys[&id("j")].touchpoints[&id(touchpoint)].as_ref().clone();
    change(&mut changed);
    inside(JourneyEdit::PutTouchpoint(id(touchpoint), Box::new(changed)))
}

fn to(touchpoint: &str, phase: &str, to: usize) -> Edit {
    inside(JourneyEdit::MoveTouchpoint { id: id(touchpoint), phase: id(phase), to })
}

fn order(workspace: &Workspace) -> String {
    let ids: Vec<String> =
        workspace.journeys[&id("j")].ordered_touchpoints().map(|(id, _)| id.to_string()).collect();
    ids.join(" ")
}

fn of<'a>(workspace: &'a Workspace, touchpoint: &str) -> &'a Touchpoint {
    &workspace.journeys[&id("j")].touchpoints[&id(touchpoint)]
}

fn merged(ours: Vec<Edit>, theirs: Vec<Edit>) -> Merged {
    let base = base();
    merge(&base, &edited(&base, ours), &edited(&base, theirs))
}

fn told(merged: &Merged) -> Vec<(String, ConflictKind)> {
    merged.conflicts.iter().map(|it| (it.path.to_string(), it.kind)).collect()
}

#[test]
fn inserts_and_moves_of_both_survive() {
    let add = |new: &str, phase: &str, to| {
        let touchpoint = Box::<Touchpoint>::default();
        inside(JourneyEdit::AddTouchpoint { id: id(new), touchpoint, phase: id(phase), to: Some(to) })
    };
    let merged = merged(vec![add("n", "p", 1), to("b", "q", 1)], vec![add("m", "p", 1), add("o", "q", 0)]);
    assert_eq!((order(&merged.workspace).as_str(), told(&merged)), ("a n m o d b", vec![]));
}

/// One phase of five touchpoints: a, b, c, x and e.
fn one_phase() -> Workspace {
    let text = r#"{"format": "crosslane", "version": 1, "journey_order": ["j"], "journeys": {"j": {"title": "Claim",
        "phase_order": ["p"], "phases": {"p": {"name": "Ask", "touchpoints": ["a", "b", "c", "x", "e"]}},
        "touchpoints": {"a": {}, "b": {}, "c": {}, "x": {}, "e": {}}}}}"#;
    open(text).unwrap().workspace
}

#[test]
fn what_moved_past_something_deleted_moved_all_the_same() {
    let base = one_phase();
    // Without x it could as well be e that moved ahead of c.
    let ours = edited(&base, vec![to("c", "p", 4)]);
    let theirs = edited(&base, vec![inside(JourneyEdit::RemoveTouchpoint(id("x"))), to("a", "p", 2)]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!((order(&merged.workspace).as_str(), told(&merged)), ("b a e c", vec![]));
}

#[test]
fn clearing_a_field_speaks_against_a_deletion() {
    let base = base();
    let gone = inside(JourneyEdit::RemoveTouchpoint(id("a")));
    for change in [
        put(&base, "a", |it| it.owner = None),
        put(&base, "a", |it| it.notes = None),
        put(&base, "a", |it| it.responsible = Some(Vec::new())),
    ] {
        let ours = edited(&base, vec![change]);
        for (one, other) in
            [(ours.clone(), edited(&base, vec![gone.clone()])), (edited(&base, vec![gone.clone()]), ours)]
        {
            let merged = merge(&base, &one, &other);
            let path = "journeys[\"j\"].touchpoints[\"a\"]".to_owned();
            assert_eq!(told(&merged), [(path, ConflictKind::Deleted)]);
        }
    }
}

#[test]
fn taking_the_last_promise_back_speaks_against_a_deletion() {
    let mut base = base();
    let promised = put(&base, "a", |it| {
        let promise = Promise { value: Some("A call".into()), ..Promise::default() };
        it.promises.get_or_insert_default().insert(id("p1"), promise.into());
    });
    base = edited(&base, vec![promised]);
    let ours = edited(&base, vec![put(&base, "a", |it| it.promises = Some(Map::new()))]);
    let theirs = edited(&base, vec![inside(JourneyEdit::RemoveTouchpoint(id("a")))]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].kind, ConflictKind::Deleted);
}

#[test]
fn a_clean_outcome_has_nothing_more_to_ask_either_side() {
    let base = one_phase();
    let add = |new: &str, to| {
        let touchpoint = Box::<Touchpoint>::default();
        inside(JourneyEdit::AddTouchpoint { id: id(new), touchpoint, phase: id("p"), to: Some(to) })
    };
    let ours = edited(&base, vec![to("c", "p", 4)]);
    for end in 0..4 {
        let theirs = vec![inside(JourneyEdit::RemoveTouchpoint(id("x"))), add("n", end), to("a", "p", 2)];
        let theirs = edited(&base, theirs);
        let first = merge(&base, &ours, &theirs);
        assert_eq!(told(&first), []);
        for side in [&ours, &theirs] {
            let again = merge(&base, &first.workspace, side);
            assert_eq!((order(&again.workspace), told(&again)), (order(&first.workspace), vec![]));
        }
    }
}

#[test]
fn a_text_both_changed_apart_has_both_and_lists_are_sets() {
    let base = base();
    let with = |notes: &str, department: &str| {
        put(&base, "a", |it| {
            it.notes = Some(notes.to_owned());
            it.responsible.get_or_insert_default().push(id(department).into());
        })
    };
    let merged = merged(
        vec![with("They call the new desk in the morning.", "c")],
        vec![with("They call the desk in the late morning.", "l")],
    );
    assert_eq!(told(&merged), []);
    assert_eq!(
        of(&merged.workspace, "a").notes.as_deref(),
        Some("They call the new desk in the late morning.")
    );
    let mut responsible: Vec<String> =
        of(&merged.workspace, "a").responsible.iter().flatten().map(|it| it.id().to_string()).collect();
    responsible.sort();
    assert_eq!(responsible, ["c", "l", "s"]);
}

#[test]
fn two_owners_two_places_and_two_agreements_are_one_conflict_each() {
    let base = base();
    let owner = |department: &str| put(&base, "d", |it| it.owner = Some(id(department).into()));
    let agreed = |by: &str| {
        let key = StepKey::new(id("a"), id("b"));
        let mut card = base.journeys[&id("j")].steps[&key].card.clone().unwrap();
        card.to_side = Some(CardSide { agrees: Some(true), by: Some(by.to_owned()), ..CardSide::default() });
        inside(JourneyEdit::PutCard(key, Some(Box::new(card))))
    };
    let merged = merged(
        vec![agreed("Ann"), owner("s"), to("d", "p", 0)],
        vec![agreed("Bob"), owner("c"), to("d", "p", 2)],
    );
    let at = |field: &str| format!("journeys[\"j\"].{field}");
    assert_eq!(
        told(&merged),
        [
            (at("steps[\"a/b\"].card.to_side"), ConflictKind::Agreement),
            (at("touchpoints[\"d\"].owner"), ConflictKind::Owner),
            (at("touchpoints[\"d\"].place"), ConflictKind::Place),
        ]
    );
    assert_eq!(order(&merged.workspace), "d a b");
    let mut choices = Choices::default();
    choices.choose(&merged.conflicts[2], Side::Theirs);
    assert_eq!(order(&merged.outcome(&choices)), "a b d");
    choices.choose(&merged.conflicts[2], Side::Ours);
    assert_eq!(merged.outcome(&choices), merged.workspace);
}

#[test]
fn a_department_one_deleted_and_the_other_gave_work_comes_back_with_its_work() {
    let base = base();
    let deleted = vec![Edit::RemoveEntry(EntityKind::Department, id("l"))];
    let given = vec![put(&base, "b", |it| it.owner = Some(id("l").into()))];
    let conflict = vec![("departments[\"l\"]".to_owned(), ConflictKind::Deleted)];

    let gone = merged(deleted.clone(), given.clone());
    assert_eq!(told(&gone), conflict);
    assert!(!gone.workspace.departments.contains_key(&id("l")));
    let back = gone.outcome(&Choices::all(&gone.conflicts, Side::Theirs));
    assert_eq!(back.department_name(id("l")), "Legal");
    let owner = |touchpoint| of(&back, touchpoint).owner.map(Ref::id);
    assert_eq!((owner("b"), owner("d")), (Some(id("l")), Some(id("l"))));

    let kept = merged(given, deleted);
    assert_eq!(told(&kept), conflict);
    assert_eq!(of(&kept.workspace, "d").owner.map(Ref::id), Some(id("l")), "as we have it");
    let gone = kept.outcome(&Choices::all(&kept.conflicts, Side::Theirs));
    assert_eq!((of(&gone, "b").owner, of(&gone, "d").owner), (None, None));
}

#[test]
fn a_phase_one_deleted_and_the_other_filled_comes_back_with_what_is_in_it() {
    let base = base();
    let deleted = vec![inside(JourneyEdit::RemovePhase(id("q")))];
    let filled = vec![to("a", "q", 1), put(&base, "d", |it| it.name = "Letter of decision".into())];
    let gone = merged(deleted, filled);
    assert_eq!(told(&gone), [("journeys[\"j\"].phases[\"q\"]".to_owned(), ConflictKind::Deleted)]);
    let with: Vec<String> = gone.conflicts[0].with.iter().map(ToString::to_string).collect();
    assert!(with.contains(&"journeys[\"j\"].touchpoints[\"d\"].name".to_owned()), "{with:?}");
    assert_eq!(order(&gone.workspace), "a b", "nothing that was not deleted goes with the phase");
    let back = gone.outcome(&Choices::all(&gone.conflicts, Side::Theirs));
    assert_eq!(back.journeys[&id("j")].phases[&id("q")].touchpoints, [id("d"), id("a")]);
    assert_eq!(of(&back, "d").name, "Letter of decision");
}

#[test]
fn a_card_whose_handoff_went_with_the_other_side_is_kept() {
    let base = base();
    let key = StepKey::new(id("a"), id("b"));
    let mut card = base.journeys[&id("j")].steps[&key].card.clone().unwrap();
    card.trigger = Some("A call".into());
    let ours = vec![inside(JourneyEdit::PutCard(key, Some(Box::new(card))))];
    // The same department on both sides is no handoff.
    let theirs = vec![put(&base, "b", |it| it.owner = Some(id("s").into()))];
    let merged = merged(ours, theirs);
    let journey = &merged.workspace.journeys[&id("j")];
    let aside = journey.unplaced_cards.values().filter_map(|it| it.card.as_ref()?.trigger.clone());
    let on_steps = journey.steps.values().filter_map(|it| it.card.as_ref()?.trigger.clone());
    assert!(aside.chain(on_steps).any(|trigger| trigger == "A call"));
}

/// Two handoffs and a card that was set aside.
fn with_a_card_aside() -> Workspace {
    let text = r#"{"format": "crosslane", "version": 1,
        "departments": {"s": {"name": "Sales"}, "c": {"name": "Claims"}, "l": {"name": "Legal"}},
        "department_order": ["s", "c", "l"],
        "journey_order": ["j"], "journeys": {"j": {"title": "Claim", "phase_order": ["p"],
            "phases": {"p": {"name": "Ask", "touchpoints": ["a", "b", "d"]}},
            "touchpoints": {"a": {"name": "Call", "owner": "s"}, "b": {"name": "Assess", "owner": "c"},
                "d": {"name": "Letter", "owner": "l"}},
            "unplaced_cards": {"u": {"from_name": "Call", "to_name": "Desk", "card": {"trigger": "A mail"}}}}}}"#;
    open(text).unwrap().workspace
}

fn place_card(from: &str, to: &str) -> Vec<Edit> {
    vec![inside(JourneyEdit::PlaceCard { id: id("u"), to: StepKey::new(id(from), id(to)) })]
}

/// Every handoff with a card, and how many are set aside.
fn cards(workspace: &Workspace) -> (Vec<String>, usize) {
    let journey = &workspace.journeys[&id("j")];
    let on = journey.steps.iter().filter(|(_, step)| step.card.is_some());
    (on.map(|(key, _)| format!("{}/{}", key.from, key.to)).collect(), journey.unplaced_cards.len())
}

#[test]
fn a_card_both_put_on_a_handoff_goes_where_the_chosen_side_put_it() {
    let base = with_a_card_aside();
    let (ours, theirs) = (edited(&base, place_card("a", "b")), edited(&base, place_card("b", "d")));
    for (ours, theirs, here, there) in [(&ours, &theirs, "a/b", "b/d"), (&theirs, &ours, "b/d", "a/b")] {
        let merged = merge(&base, ours, theirs);
        let at = "journeys[\"j\"].unplaced_cards[\"u\"].place".to_owned();
        assert_eq!(told(&merged), [(at, ConflictKind::Place)]);
        let quoted = |key: &str| Some(format!("\"{key}\""));
        let conflict = &merged.conflicts[0];
        assert_eq!((conflict.ours.clone(), conflict.theirs.clone()), (quoted(here), quoted(there)));
        assert_eq!(cards(&merged.workspace), (vec![here.to_owned()], 0));
        let chosen = merged.outcome(&Choices::all(&merged.conflicts, Side::Theirs));
        assert_eq!(cards(&chosen), (vec![there.to_owned()], 0));
    }
    let same = merge(&base, &ours, &edited(&base, place_card("a", "b")));
    assert_eq!((told(&same), cards(&same.workspace)), (vec![], (vec!["a/b".to_owned()], 0)));
}

#[test]
fn a_card_one_put_on_a_handoff_and_the_other_removed_is_one_conflict() {
    let base = with_a_card_aside();
    let removed = edited(&base, vec![inside(JourneyEdit::RemoveUnplacedCard(id("u")))]);
    let merged = merge(&base, &removed, &edited(&base, place_card("b", "d")));
    assert_eq!(told(&merged), [("journeys[\"j\"].unplaced_cards[\"u\"]".to_owned(), ConflictKind::Value)]);
    assert_eq!(cards(&merged.workspace), (vec![], 0));
    let kept = merged.outcome(&Choices::all(&merged.conflicts, Side::Theirs));
    assert_eq!(cards(&kept), (vec!["b/d".to_owned()], 0));
}

#[test]
fn who_deletes_what_the_other_put_a_card_on_is_asked() {
    let base = with_a_card_aside();
    let deleted = edited(&base, vec![inside(JourneyEdit::RemoveTouchpoint(id("d")))]);
    let merged = merge(&base, &deleted, &edited(&base, place_card("b", "d")));
    assert_eq!(told(&merged), [("journeys[\"j\"].touchpoints[\"d\"]".to_owned(), ConflictKind::Deleted)]);
    assert_eq!(cards(&merged.workspace), (vec![], 1), "the card is not lost with it");
    let kept = merged.outcome(&Choices::all(&merged.conflicts, Side::Theirs));
    assert_eq!((cards(&kept), order(&kept).as_str()), ((vec!["b/d".to_owned()], 0), "a b d"));
}

#[test]
fn a_difference_is_one_change_for_a_move_and_knows_owners() {
    let base = base();
    let after = edited(
        &base,
        vec![
            to("d", "p", 0),
            put(&base, "a", |it| it.owner = Some(id("l").into())),
            inside(JourneyEdit::RemoveTouchpoint(id("b"))),
        ],
    );
    let kinds: Vec<(String, Vec<DifferenceKind>)> =
        difference(&base, &after).entities.into_iter().map(|it| (it.path.to_string(), it.kinds)).collect();
    let at = |field: &str| format!("journeys[\"j\"].{field}");
    let of = |field: &str, kind| (at(field), vec![kind]);
    assert!(kinds.contains(&of("touchpoints[\"d\"]", DifferenceKind::Moved)), "{kinds:?}");
    assert!(kinds.contains(&of("touchpoints[\"a\"]", DifferenceKind::NewOwner)), "{kinds:?}");
    assert!(kinds.contains(&of("touchpoints[\"b\"]", DifferenceKind::Removed)), "{kinds:?}");
    assert!(!kinds.iter().any(|(path, _)| path.contains("phases")), "{kinds:?}");
}
