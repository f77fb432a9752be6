#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use std::collections::BTreeSet;

use super::*;
use crate::edit::{Edit, JourneyEdit, apply, side_lapsed};
use crate::model::{
    Card, Comment, EntityKind, Id, Journey, Map, Minutes, Phase, Rating, StepKey, Touchpoint, Workspace,
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
    let edit = place.write(id("j"), journey(workspace), field, datum).unwrap();
    apply(workspace, &edit).unwrap().workspace
}

#[test]
fn every_field_of_a_touchpoint_card_and_journey_is_in_one_group() {
    let cases = [
        (Touchpoint::FIELDS, TOUCHPOINT_GROUPS, &["name", "comments"][..]),
        (Card::FIELDS, CARD_GROUPS, &["comments", "from_side", "to_side"]),
        (
            Journey::FIELDS,
            JOURNEY_GROUPS,
            &["title", "phase_order", "phases", "touchpoints", "steps", "unplaced_cards"],
        ),
    ];
    for (fields, groups, elsewhere) in cases {
        let grouped: Vec<&str> = groups.iter().flat_map(|(_, fields)| fields.iter().copied()).collect();
        let shown: BTreeSet<&str> = grouped.iter().chain(elsewhere).copied().collect();
        assert_eq!(shown.len(), grouped.len() + elsewhere.len(), "a field stands in two groups");
        assert_eq!(shown, fields.iter().copied().collect());
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
    ];
    for place in places {
        for spec in place.specs() {
            let datum = sample(spec.widget);
            let after = set(&workspace, place, spec.name, datum.clone());
            assert_eq!(place.read(journey(&after), spec.name), Some(datum), "{}", spec.name);
            let blank = set(&after, place, spec.name, Datum::Absent);
            let read = place.read(journey(&blank), spec.name).unwrap();
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
        Widget::Promises | Widget::Standards => Datum::Entries(vec![id("x"), id("y")]),
    }
}

#[test]
fn none_differs_from_unknown() {
    let workspace = workspace();
    let place = Place::Touchpoint(id("a"));
    assert_eq!(place.read(journey(&workspace), "asked"), Some(Datum::Absent));
    let none = place.spec("asked").unwrap().widget.nothing().unwrap();
    let after = set(&workspace, place, "asked", none);
    assert!(place.read(journey(&after), "asked").unwrap().is_none());
    assert_ne!(place.read(journey(&after), "asked"), Some(Datum::Absent));
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
        assert_eq!(place.write(id("j"), journey(&workspace), field, datum), None, "{field}");
    }
}

#[test]
fn an_entry_of_a_list_keeps_its_fields_while_others_come_and_go() {
    let place = Place::Touchpoint(id("a"));
    let promise = Place::Promise(id("a"), id("x"));
    let one = set(&workspace(), place, "promises", Datum::Entries(vec![id("x")]));
    assert!(empty_entry(promise, journey(&one)));
    let said = set(&one, promise, "value", Datum::Text("2 days".to_owned()));
    let two = set(&said, place, "promises", Datum::Entries(vec![id("x"), id("y")]));
    assert_eq!(promise.read(journey(&two), "value"), Some(Datum::Text("2 days".to_owned())));
    assert!(!empty_entry(promise, journey(&two)));
    let without = set(&two, place, "promises", Datum::Entries(vec![id("y")]));
    assert_eq!(promise.read(journey(&without), "value"), None);
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
    let find = |name| find_named(&workspace, id("j"), EntityKind::Department, name);
    assert_eq!(find("claims DESK "), Some(id("claims")));
    assert_eq!(find("claim"), None);
    assert_eq!(name_of(&workspace, EntityKind::Department, id("claims")), "Claims desk");
    assert!(!creatable(EntityKind::Journey) && creatable(EntityKind::Subject));
}

#[test]
fn comments_stand_on_touchpoints_and_cards_and_go_with_them() {
    let key = StepKey::new(id("a"), id("b"));
    for place in [Place::Touchpoint(id("a")), Place::Card(key)] {
        let workspace = workspace();
        let said = Comment { author: "Ana".to_owned(), text: "No.".to_owned(), ..Comment::default() };
        let all = Map::from_iter([(id("c"), std::sync::Arc::new(said))]);
        let edit = put_comments(place, id("j"), journey(&workspace), all).unwrap();
        let after = apply(&workspace, &edit).unwrap().workspace;
        assert_eq!(comments(place, journey(&after))[&id("c")].author, "Ana");
        let edit =
            put_comments(place, id("j"), journey(&after), comments(place, &Journey::default())).unwrap();
        assert_eq!(apply(&after, &edit).unwrap().workspace, workspace);
    }
    assert_eq!(put_comments(Place::Journey, id("j"), &Journey::default(), Map::new()), None);
}
