#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use std::collections::BTreeSet;

use super::*;
use crate::edit::{Edit, EditError, Entry, JourneyEdit, apply, side_lapsed};
use crate::model::{
    Card, Comment, EntityKind, Fields, Id, Journey, Map, Minutes, Phase, Rating, Standard, StepKey,
    Touchpoint, Workspace,
};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A journey `j` with the touchpoints `a` of `sales` and `b` of `claims`.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    let owned = |owner: &str| Touchpoint { owner: Some(id(owner).into()), ..Touchpoint::default() };
    let inside = |edit| Edit::InJourney(id("j"), edit);
    let edits = [
        Edit::PutEntry(id("sales"), Box::new(named_entry(EntityKind::Department, "Sales").unwrap())),
        Edit::PutEntry(id("claims"), Box::new(named_entry(EntityKind::Department, " Claims  desk").unwrap())),
        Edit::AddJourney { id: id("j"), journey: Box::default(), to: None },
        inside(JourneyEdit::AddPhase { id: id("p"), phase: Box::new(Phase::default()), to: None }),
    ];
    let adds = [("a", "sales"), ("b", "claims")].map(|(touchpoint, owner)| {
        inside(JourneyEdit::AddTouchpoint {
            id: id(touchpoint),
            touchpoint: Box::new(owned(owner)),
            phase: id("p"),
            to: None,
        })
    });
    for edit in edits.into_iter().chain(adds) {
        workspace = apply(&workspace, &edit).unwrap().workspace;
    }
    workspace
}

fn journey(workspace: &Workspace) -> &Journey {
    &workspace.journeys[&id("j")]
}

fn set(workspace: &Workspace, place: Place, field: &str, datum: Datum) -> Workspace {
    let edit = place.write(workspace, Some(id("j")), field, datum).unwrap();
    apply(workspace, &edit).unwrap().workspace
}

fn names(entity: &dyn Fields) -> BTreeSet<&'static str> {
    entity.each().map(|(field, _)| field.name).collect()
}

#[test]
fn every_field_of_a_touchpoint_card_and_journey_is_in_one_group() {
    let cases = [
        (names(&Touchpoint::default()), TOUCHPOINT_GROUPS, &["name", "comments"][..]),
        (names(&Card::default()), CARD_GROUPS, &["comments", "from_side", "to_side"]),
        (
            names(&Journey::default()),
            JOURNEY_GROUPS,
            &["title", "phase_order", "phases", "touchpoints", "steps", "unplaced_cards"],
        ),
    ];
    for (fields, groups, elsewhere) in cases {
        let grouped: Vec<&str> = groups.iter().flat_map(|(_, fields)| fields.iter().copied()).collect();
        let shown: BTreeSet<&str> = grouped.iter().chain(elsewhere).copied().collect();
        assert_eq!(shown.len(), grouped.len() + elsewhere.len(), "a field stands in two groups");
        assert_eq!(shown, fields);
    }
}

#[test]
fn a_declared_field_is_read_back_as_it_was_set() {
    let workspace = workspace();
    let places = [
        Place::Journey,
        Place::Phase(id("p")),
        Place::Touchpoint(id("a")),
        Place::Step(StepKey::new(id("a"), id("b"))),
        Place::Link(StepKey::new(id("a"), id("b"))),
        Place::Card(StepKey::new(id("a"), id("b"))),
        Place::Side(StepKey::new(id("a"), id("b")), SideOf::To),
        Place::Committee,
        Place::Settings,
    ];
    let entries = Entry::KINDS.iter().map(|kind| Place::Entry(*kind, entry_id(*kind)));
    let workspace = Entry::KINDS.iter().fold(workspace, |workspace, kind| {
        let entry = named_entry(*kind, "one").unwrap_or(Entry::Standard(Standard::default()));
        apply(&workspace, &Edit::PutEntry(entry_id(*kind), Box::new(entry))).unwrap().workspace
    });
    for place in places.into_iter().chain(entries) {
        assert!(place.specs().next().is_some(), "{place:?} has no fields");
        for spec in place.specs() {
            let datum = sample(spec.widget);
            let after = set(&workspace, place, spec.name, datum.clone());
            assert_eq!(place.read(&after, Some(id("j")), spec.name), Some(datum), "{}", spec.name);
            let blank = set(&after, place, spec.name, Datum::Absent);
            let read = place.read(&blank, Some(id("j")), spec.name).unwrap();
            assert!(read == Datum::Absent || read == Datum::Text(String::new()), "{}", spec.name);
        }
    }
}

fn sample(widget: Widget) -> Datum {
    match widget {
        Widget::Line | Widget::Text | Widget::Agreed => Datum::Text("said".to_owned()),
        Widget::Rating => Datum::Rating(Rating::new(3.5).unwrap()),
        Widget::YesNo => Datum::YesNo(false),
        Widget::Choice(kind) => Datum::Word(kind.words()[0]),
        Widget::Date => Datum::Date(crate::model::Date::parse("2026-03-31").unwrap()),
        Widget::Count => Datum::Count(0),
        Widget::Percent => Datum::Percent(crate::model::Percent::new(40.0).unwrap()),
        Widget::Minutes => Datum::Minutes(Minutes::range(10, 20).unwrap()),
        Widget::One(EntityKind::Department) => Datum::One(id("claims")),
        Widget::One(EntityKind::Touchpoint) => Datum::One(id("b")),
        Widget::One(EntityKind::Journey) => Datum::One(id("j")),
        Widget::One(_) => Datum::Absent,
        Widget::Many(EntityKind::Department) => Datum::Many(vec![id("claims"), id("sales")]),
        Widget::Many(_) => Datum::Many(Vec::new()),
        Widget::Texts => Datum::Texts(vec!["one".to_owned(), "two".to_owned()]),
        Widget::Number => Datum::Number(2.5),
        Widget::Color => Datum::Text("#336699".to_owned()),
        Widget::Entries(EntryKind::Steered) => Datum::Entries(vec![entry_id(EntityKind::Measure)]),
        Widget::Entries(kind) if kind.keyed_by().is_some() => Datum::Entries(vec![id("claims"), id("sales")]),
        Widget::Entries(_) => Datum::Entries(vec![id("x"), id("y")]),
    }
}

fn entry_id(kind: EntityKind) -> Id {
    Id::derived(&[&format!("{kind:?}")])
}

#[test]
fn the_entries_of_a_list_have_fields_of_their_own() {
    let goal = Place::Entry(EntityKind::Goal, id("g"));
    let entry = named_entry(EntityKind::Goal, "Paid within a week").unwrap();
    let workspace = apply(&workspace(), &Edit::PutEntry(id("g"), Box::new(entry))).unwrap().workspace;
    let with = set(&workspace, goal, "contributions", Datum::Entries(vec![id("claims")]));
    let part = goal.of_entry(EntryKind::Contributions, id("claims")).unwrap();
    let said = set(&with, part, "part", Datum::Text("Decide in a day".to_owned()));
    assert_eq!(part.read(&said, None, "part"), Some(Datum::Text("Decide in a day".to_owned())));
    assert_eq!(part.read(&workspace, None, "part"), None);
    // Somebody who is not there cannot contribute.
    let edit = goal.write(&workspace, None, "contributions", Datum::Entries(vec![id("nobody")])).unwrap();
    assert_eq!(
        apply(&workspace, &edit).unwrap_err(),
        EditError::Dangling(EntityKind::Department, id("nobody"))
    );
    assert_eq!(goal.of_entry(EntryKind::Promises, id("x")), None);
}

#[test]
fn the_committee_keeps_its_decisions_while_it_is_described() {
    let decision = Place::Entry(EntityKind::Decision, id("d"));
    let entry = named_entry(EntityKind::Decision, "One answer within two days").unwrap();
    let decided = apply(&workspace(), &Edit::PutEntry(id("d"), Box::new(entry))).unwrap().workspace;
    let described = set(&decided, Place::Committee, "mandate", Datum::Text("Handoffs".to_owned()));
    let text = Some(Datum::Text("One answer within two days".to_owned()));
    assert_eq!(decision.read(&described, None, "text"), text);
    let edit = Edit::RemoveEntry(EntityKind::Decision, id("d"));
    let without = apply(&described, &edit).unwrap().workspace;
    assert_eq!(decision.read(&without, None, "text"), None);
}

#[test]
fn none_differs_from_unknown() {
    let workspace = workspace();
    let place = Place::Touchpoint(id("a"));
    assert_eq!(place.read(&workspace, Some(id("j")), "asked"), Some(Datum::Absent));
    let none = place.spec("asked").unwrap().widget.nothing().unwrap();
    let after = set(&workspace, place, "asked", none);
    assert!(place.read(&after, Some(id("j")), "asked").unwrap().is_none());
    assert_ne!(place.read(&after, Some(id("j")), "asked"), Some(Datum::Absent));
}

#[test]
fn a_value_of_another_type_is_refused() {
    let workspace = workspace();
    let wrong = [
        (Place::Touchpoint(id("a")), "owner", Datum::Text("sales".to_owned())),
        (Place::Touchpoint(id("a")), "nonsense", Datum::Absent),
        (Place::Touchpoint(id("gone")), "name", Datum::Absent),
        (Place::Touchpoint(id("a")), "stage", Datum::Word("nonsense")),
        (Place::Step(StepKey::new(id("a"), id("b"))), "card", Datum::Absent),
    ];
    for (place, field, datum) in wrong {
        assert_eq!(place.write(&workspace, Some(id("j")), field, datum), None, "{field}");
    }
}

#[test]
fn an_entry_of_a_list_keeps_its_fields_while_others_come_and_go() {
    let place = Place::Touchpoint(id("a"));
    let promise = Place::Promise(id("a"), id("x"));
    let one = set(&workspace(), place, "promises", Datum::Entries(vec![id("x")]));
    assert!(empty_entry(promise, &one, Some(id("j"))));
    let said = set(&one, promise, "value", Datum::Text("2 days".to_owned()));
    let two = set(&said, place, "promises", Datum::Entries(vec![id("x"), id("y")]));
    assert_eq!(promise.read(&two, Some(id("j")), "value"), Some(Datum::Text("2 days".to_owned())));
    assert!(!empty_entry(promise, &two, Some(id("j"))));
    let without = set(&two, place, "promises", Datum::Entries(vec![id("y")]));
    assert_eq!(promise.read(&without, Some(id("j")), "value"), None);
}

#[test]
fn a_card_without_anything_on_it_is_no_card() {
    let key = StepKey::new(id("a"), id("b"));
    let filled = set(&workspace(), Place::Card(key), "acknowledged", Datum::YesNo(true));
    assert!(journey(&filled).steps[&key].card.is_some());
    let emptied = set(&filled, Place::Card(key), "acknowledged", Datum::Absent);
    assert!(journey(&emptied).steps.is_empty());
}

#[test]
fn who_agrees_agrees_to_the_terms_as_they_are() {
    let card = Card { acknowledged: Some(true), ..Card::default() };
    let agreed = say(&card, SideOf::From, Some(true), Some("Ana".to_owned()), None);
    let side = agreed.from_side.clone().unwrap();
    assert!(!side_lapsed(&agreed, &side));
    let changed = Card { acknowledged: Some(false), ..agreed.clone() };
    assert!(side_lapsed(&changed, &side));
    let again = say(&changed, SideOf::From, Some(true), None, None);
    assert!(!side_lapsed(&again, again.from_side.as_ref().unwrap()));
    assert_eq!(again.from_side.as_ref().unwrap().by.as_deref(), Some("Ana"));
    assert_eq!(say(&again, SideOf::From, None, None, None).from_side, None);
}

#[test]
fn entities_are_found_by_name_without_case_and_surplus_spaces() {
    let workspace = workspace();
    let find = |name| find_named(&workspace, Some(id("j")), EntityKind::Department, name);
    assert_eq!(find("claims DESK "), Some(id("claims")));
    assert_eq!(find("claim"), None);
    assert_eq!(name_of(&workspace, EntityKind::Department, id("claims")), "Claims desk");
    assert!(!creatable(EntityKind::Journey) && creatable(EntityKind::Subject));
}

#[test]
fn comments_stand_on_touchpoints_and_cards_and_go_with_them() {
    let key = StepKey::new(id("a"), id("b"));
    let initiative = named_entry(EntityKind::Initiative, "One desk").unwrap();
    let workspace = apply(&workspace(), &Edit::PutEntry(id("i"), Box::new(initiative))).unwrap().workspace;
    let places =
        [Place::Touchpoint(id("a")), Place::Card(key), Place::Entry(EntityKind::Initiative, id("i"))];
    for place in places {
        let said = Comment { author: "Ana".to_owned(), text: "No.".to_owned(), ..Comment::default() };
        let all = Map::from_iter([(id("c"), std::sync::Arc::new(said))]);
        let edit = put_comments(place, &workspace, Some(id("j")), all).unwrap();
        let after = apply(&workspace, &edit).unwrap().workspace;
        assert_eq!(comments(place, &after, Some(id("j")))[&id("c")].author, "Ana");
        let edit = put_comments(place, &after, Some(id("j")), Map::new()).unwrap();
        assert_eq!(apply(&after, &edit).unwrap().workspace, workspace);
    }
    assert_eq!(put_comments(Place::Journey, &workspace, Some(id("j")), Map::new()), None);
}
