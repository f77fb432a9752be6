//! Whether what a side did to cards of handoffs is in a merged version or in a conflict.
//!
//! Where a card lies is no change anybody made: it follows from the flow. So cards are told apart by what they say.

use std::collections::HashSet;

use crosslane_core::compare::PathPart;
use crosslane_core::edit::{Entry, card_terms};
use crosslane_core::flow::Flow;
use crosslane_core::format::crosslane::write;
use crosslane_core::merge::{Conflict, Merged};
use crosslane_core::model::{EntityKind, Id, Journey, Map, Step, StepKey, Workspace};
use serde_json::{Map as JsonMap, Value};

use super::kept::is_joined_value;

/// The version without any card.
pub fn without_cards(workspace: &Workspace) -> Workspace {
    let mut bare = workspace.clone();
    for (id, journey) in &workspace.journeys {
        let step = |step: &Step| Step { card: None, ..step.clone() };
        let steps = journey.steps.iter().map(|(key, entry)| (*key, step(entry)));
        let steps = steps.filter(|(_, step)| *step != Step::default());
        let steps = steps.map(|(key, step)| (key, step.into())).collect();
        let bare_journey = Journey { steps, unplaced_cards: Map::default(), ..journey.as_ref().clone() };
        bare.journeys.insert(*id, bare_journey.into());
    }
    bare
}

pub type Card = JsonMap<String, Value>;

/// What all cards of a journey say, those that were set aside too, without what refers to anything `dead`.
pub fn cards(workspace: &Workspace, journey: Id, dead: &HashSet<(EntityKind, Id)>) -> Vec<Card> {
    let Some(journey) = workspace.journeys.get(&journey) else { return Vec::new() };
    let on = journey.steps.values().filter_map(|step| step.card.as_ref());
    let aside = journey.unplaced_cards.values().filter_map(|entry| entry.card.as_ref());
    on.chain(aside).map(|card| said(card, dead)).collect()
}

/// What the cards beside touchpoints say which a side deleted.
fn cards_of_deleted(
    base: &Workspace,
    side: &Workspace,
    id: Id,
    dead: &HashSet<(EntityKind, Id)>,
) -> Vec<Card> {
    let (Some(base), Some(side)) = (base.journeys.get(&id), side.journeys.get(&id)) else {
        return Vec::new();
    };
    let has = |id: &Id| side.touchpoints.contains_key(id);
    let hanging = base.steps.iter().filter(|(key, _)| !has(&key.from) || !has(&key.to));
    hanging.filter_map(|(_, step)| step.card.as_ref()).map(|card| said(card, dead)).collect()
}

pub fn said(card: &crosslane_core::model::Card, dead: &HashSet<(EntityKind, Id)>) -> Card {
    // Written where a file has it, since only a file says what is in it.
    let steps = [(on_any_step(), Step { card: Some(card.clone()), ..Step::default() }.into())];
    let holder = Journey { steps: steps.into_iter().collect(), ..Journey::default() };
    let mut workspace = Workspace::default();
    workspace.journeys.insert(Id::new("j").unwrap(), holder.into());
    let file: Value = serde_json::from_str(&write(&workspace)).unwrap();
    let card = file["journeys"]["j"]["steps"]["a/b"]["card"].as_object().cloned();
    pruned(card.unwrap_or_default(), dead)
}

/// The card without what refers to anything `dead`.
pub fn pruned(mut card: Card, dead: &HashSet<(EntityKind, Id)>) -> Card {
    for (field, kind) in [("answered_by", EntityKind::Department), ("passed", EntityKind::Item)] {
        let is_dead =
            |item: &Value| item.as_str().and_then(Id::new).is_some_and(|id| dead.contains(&(kind, id)));
        if let Some(list) = card.get_mut(field).and_then(Value::as_array_mut) {
            list.retain(|item| !is_dead(item));
        }
    }
    card
}

/// Where the cards of a journey are, for people who look into what failed.
fn spots(workspace: &Workspace, journey: Id) -> String {
    let Some(journey) = workspace.journeys.get(&journey) else { return "no journey".to_owned() };
    let flow = Flow::of(journey);
    let on = journey.steps.iter().filter_map(|(key, step)| {
        let off = if flow.handoff(*key).is_none() { " (no handoff)" } else { "" };
        step.card.as_ref().map(|card| format!("{key:?}{off}: {}", card_terms(card)))
    });
    let aside = journey.unplaced_cards.iter();
    let aside = aside.filter_map(|(id, entry)| {
        let (from, to) = (&entry.from_name, &entry.to_name);
        entry.card.as_ref().map(|card| format!("aside {id} {from}/{to}: {}", card_terms(card)))
    });
    on.chain(aside).collect::<Vec<_>>().join("\n")
}

fn on_any_step() -> StepKey {
    StepKey::new(Id::new("a").unwrap(), Id::new("b").unwrap())
}

/// What the common version has and one of both sides deleted: whether the other side's references to it stay is
/// asked with its deletion.
pub fn dead(base: &Workspace, side: &Workspace, other: &Workspace) -> HashSet<(EntityKind, Id)> {
    let kinds = [EntityKind::Department, EntityKind::Item];
    let all = kinds.into_iter().flat_map(|kind| Entry::ids(base, kind).into_iter().map(move |id| (kind, id)));
    all.filter(|(kind, id)| !side.contains(*kind, *id) || !other.contains(*kind, *id)).collect()
}

/// Fails where what `side` did to a card is neither in the outcome nor in a conflict.
pub fn assert_cards_kept(base: &Workspace, side: &Workspace, other: &Workspace, merged: &Merged) {
    let dead = dead(base, side, other);
    for id in side.journeys.keys() {
        let here = [PathPart::Field("journeys"), PathPart::Key(id.to_string())];
        let inside = |conflict: &&Conflict| conflict.path.0.starts_with(&here);
        let conflicts: Vec<&Conflict> = merged.conflicts.iter().filter(inside).collect();
        if conflicts.iter().any(|conflict| conflict.path.0.len() == 2) {
            // Whether the journey stays is asked.
            continue;
        }
        let versions = [base, side, other, &merged.workspace];
        let [base, side, other, outcome] = versions.map(|version| cards(version, *id, &dead));
        let told = || {
            let conflicts: Vec<String> = conflicts.iter().map(|it| it.path.to_string()).collect();
            let [base, other @ ..] = versions.map(|version| spots(version, *id));
            let differ = |lines: &String| {
                let line = |line: &&str| !base.lines().any(|old| old == *line);
                let gone = base
                    .lines()
                    .filter(|old| !lines.lines().any(|line| line == *old))
                    .map(|line| format!("- {line}"));
                let new = lines.lines().filter(line).map(|line| format!("+ {line}"));
                gone.chain(new).collect::<Vec<_>>().join("\n")
            };
            let [side, other, outcome] = [0, 1, 2].map(|at| differ(&other[at]));
            format!("side\n{side}\nother\n{other}\noutcome\n{outcome}\nconflicts {conflicts:#?}")
        };
        let count = |cards: &[Card], card: &Card| cards.iter().filter(|it| *it == card).count();
        for card in side.iter().filter(|card| count(&side, card) > count(&base, card)) {
            let gone: Vec<&Card> = base.iter().filter(|it| count(&side, it) < count(&base, it)).collect();
            let there = count(&outcome, card) >= count(&side, card).min(count(&other, card).max(1));
            let held = conflicts.iter().any(|conflict| holds_card(conflict, card, &dead));
            let empty = Card::new();
            let mut before = gone.into_iter().chain([&empty]);
            let joined = before.any(|before| is_in_one(before, card, &other, &outcome, &conflicts, &dead));
            assert!(there || held || joined, "lost: {card:?}\n{}", told());
        }
        // Who deletes a touchpoint says nothing of the cards beside it.
        let hanging = cards_of_deleted(versions[0], versions[1], *id, &dead);
        for card in base.iter().filter(|card| count(&side, card) + count(&hanging, card) < count(&base, card))
        {
            let added = count(&other, card).saturating_sub(count(&base, card));
            let gone = count(&outcome, card) <= count(&side, card) + added;
            let held = || conflicts.iter().any(|conflict| holds_before(conflict, card, &dead));
            assert!(gone || held(), "back: {card:?}\n{}", told());
        }
    }
}

/// What of a card a conflict is about.
#[derive(PartialEq)]
enum About<'a> {
    Card,
    Field(&'a str),
    Else,
}

fn about(conflict: &Conflict) -> About<'_> {
    let [_, _, PathPart::Field(register), PathPart::Key(_), rest @ ..] = conflict.path.0.as_slice() else {
        return About::Else;
    };
    match (*register, rest) {
        ("unplaced_cards", []) | ("steps" | "unplaced_cards", [PathPart::Field("card")]) => About::Card,
        ("steps" | "unplaced_cards", [PathPart::Field("card"), PathPart::Field(field), ..]) => {
            About::Field(field)
        }
        _ => About::Else,
    }
}

pub fn read(json: Option<&String>) -> Value {
    json.map_or(Value::Null, |json| serde_json::from_str(json).unwrap())
}

/// A value a conflict holds, without what refers to anything `dead`.
fn held(json: Option<&String>, dead: &HashSet<(EntityKind, Id)>) -> Value {
    let is_dead = |item: &Value| dead.iter().any(|(_, id)| item.as_str() == Some(id.as_str()));
    let mut value = read(json);
    let prune = |value: &mut Value| {
        if let Value::Array(items) = value {
            items.retain(|item| !is_dead(item));
        }
    };
    // The value of a field, a card, or a card that is set aside.
    prune(&mut value);
    if let Value::Object(fields) = &mut value {
        for field in fields.values_mut() {
            prune(field);
            field.as_object_mut().into_iter().flatten().for_each(|(_, inner)| prune(inner));
        }
    }
    value
}

fn is_card(value: &Value, card: &Card) -> bool {
    value.as_object() == Some(card) || value.get("card").and_then(Value::as_object) == Some(card)
}

/// Whether a conflict about a whole card holds this one.
fn holds_card(conflict: &Conflict, card: &Card, dead: &HashSet<(EntityKind, Id)>) -> bool {
    let values = [&conflict.ours, &conflict.theirs].map(|json| held(json.as_ref(), dead));
    about(conflict) == About::Card && values.iter().any(|value| is_card(value, card))
}

/// Whether a conflict is about what became of this card.
fn holds_before(conflict: &Conflict, card: &Card, dead: &HashSet<(EntityKind, Id)>) -> bool {
    let before = held(conflict.base.as_ref(), dead);
    match about(conflict) {
        About::Card => is_card(&before, card),
        About::Field(field) => card.get(field) == Some(&before) || before.is_null(),
        About::Else => false,
    }
}

/// Whether one card of the outcome has everything that `after` changed of `before`, but what is in a conflict.
fn is_in_one(
    before: &Card,
    after: &Card,
    other: &[Card],
    outcome: &[Card],
    conflicts: &[&Conflict],
    dead: &HashSet<(EntityKind, Id)>,
) -> bool {
    let fields: HashSet<&String> = before.keys().chain(after.keys()).collect();
    let null = Value::Null;
    let value = |card: &Card, field: &String| card.get(field).unwrap_or(&null).clone();
    let changed: Vec<&String> =
        fields.into_iter().filter(|field| value(before, field) != value(after, field)).collect();
    let in_conflict = |field: &String| {
        let is_about = |conflict: &&&Conflict| about(conflict) == About::Field(field.as_str());
        conflicts.iter().filter(is_about).any(|conflict| {
            let wanted = value(after, field);
            [&conflict.ours, &conflict.theirs].map(|json| held(json.as_ref(), dead)).iter().any(|held| {
                // A comment, or the whole field.
                *held == wanted || wanted.as_object().is_some_and(|all| all.values().any(|it| it == held))
            })
        })
    };
    outcome.iter().any(|card| {
        changed.iter().all(|field| {
            let (old, new, found) = (value(before, field), value(after, field), value(card, field));
            let joined = |other: &Card| is_joined_value(&old, &new, &value(other, field), &found);
            new == found || in_conflict(field) || other.iter().any(joined)
        })
    })
}

/// Fails where a card is on a step that is no handoff though neither side has it like that.
pub fn assert_on_handoffs(outcome: &Workspace, sides: [&Workspace; 2]) {
    for (id, journey) in &outcome.journeys {
        let flow = Flow::of(journey);
        for (key, _) in journey.steps.iter().filter(|(_, step)| step.card.is_some()) {
            let off = |side: &&Workspace| {
                let journey = side.journeys.get(id);
                journey.is_some_and(|journey| {
                    journey.steps.get(key).is_some_and(|step| step.card.is_some())
                        && Flow::of(journey).handoff(*key).is_none()
                })
            };
            assert!(
                flow.handoff(*key).is_some() || sides.iter().any(off),
                "a card on {key:?}, which is no handoff"
            );
        }
    }
}
