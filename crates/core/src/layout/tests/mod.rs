#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

mod aspects;
mod gestures;

use super::*;
use crate::flow::Flow;
use crate::model::{
    Department, Id, Journey, Link, Phase, Rating, Stage, Step, StepKey, Touchpoint, Workspace,
};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A journey of phases; a touchpoint is `name`, `name:owner`, or `name!` for the customer alone.
fn workspace(phases: &[&[&str]], links: &[(&str, &str)]) -> Workspace {
    let mut workspace = Workspace::default();
    let mut journey = Journey::default();
    for owner in ["sales", "claims", "repair"] {
        workspace.departments.insert(id(owner), Department::default().into());
        workspace.department_order.push(id(owner));
    }
    for (at, cards) in phases.iter().enumerate() {
        let mut phase = Phase::default();
        for card in *cards {
            let (name, owner) =
                card.split_once(':').map_or((*card, None), |(name, owner)| (name, Some(owner)));
            let stage = name.ends_with('!').then_some(Stage::Customer);
            let name = name.trim_end_matches('!');
            let owner = owner.map(|owner| id(owner).into());
            journey.touchpoints.insert(id(name), Touchpoint { stage, owner, ..Touchpoint::default() }.into());
            phase.touchpoints.push(id(name));
        }
        let name = id(&format!("p{at}"));
        journey.phase_order.push(name);
        journey.phases.insert(name, phase.into());
    }
    for (from, to) in links {
        let step = Step { link: Some(Link::default()), ..Step::default() };
        journey.steps.insert(StepKey::new(id(from), id(to)), step.into());
    }
    workspace.journeys.insert(id("j"), journey.into());
    workspace.journey_order.push(id("j"));
    workspace
}

fn layout(workspace: &Workspace) -> LaneLayout {
    let journey = &workspace.journeys[&id("j")];
    LaneLayout::of(workspace.department_order.iter().copied(), journey, &Flow::of(journey))
}

fn arrow<'a>(layout: &'a LaneLayout, from: &str, to: &str) -> &'a Arrow {
    let column =
        |name| layout.columns.columns.iter().position(|column| column.touchpoint == id(name)).unwrap();
    let (from, to) = (column(from), column(to));
    layout.arrows.iter().find(|arrow| (arrow.from, arrow.to) == (from, to)).unwrap()
}

fn kinds(layout: &LaneLayout) -> Vec<LaneKind> {
    layout.lanes.iter().map(|lane| lane.kind).collect()
}

#[test]
fn a_card_stands_in_the_lane_of_its_owner_and_unused_departments_have_none() {
    let layout = layout(&workspace(&[&["a!", "b:repair", "c", "d:sales"]], &[]));
    let department = |name| LaneKind::Department(id(name));
    assert_eq!(
        kinds(&layout),
        [LaneKind::Customer, LaneKind::Open, department("sales"), department("repair")]
    );
    assert_eq!(layout.lane_of, [0, 3, 1, 2]);
    for at in 0..4 {
        let card = layout.card(at);
        let lane = layout.lane_at(card.y + CARD_HEIGHT / 2.0).unwrap();
        assert_eq!(lane, layout.lane_of[at]);
        assert!(layout.lanes[lane].top < card.y);
        assert!(card.y + CARD_HEIGHT < layout.lanes[lane].top + layout.lanes[lane].height);
    }
}

#[test]
fn the_lane_for_open_owners_is_there_only_while_it_is_needed() {
    let all_owned = layout(&workspace(&[&["a:sales", "b!"]], &[]));
    assert_eq!(kinds(&all_owned), [LaneKind::Customer, LaneKind::Department(id("sales"))]);
    assert_eq!(kinds(&layout(&workspace(&[], &[]))), [LaneKind::Customer]);
}

#[test]
fn steps_are_told_apart() {
    let layout =
        layout(&workspace(&[&["a:sales", "b:sales", "c:claims", "d!", "e:repair", "f"], &["g!", "h!"]], &[]));
    let kind = |from, to| arrow(&layout, from, to).kind;
    assert_eq!(kind("a", "b"), ArrowKind::Inside);
    assert_eq!(kind("b", "c"), ArrowKind::Handoff);
    assert_eq!(kind("e", "f"), ArrowKind::Undecided);
    assert_eq!(kind("f", "g"), ArrowKind::Undecided);
    assert_eq!(kind("g", "h"), ArrowKind::Customer);
    // The handoff from claims to repair passes through the customer and arrives with its last leg.
    let (first, second) = (arrow(&layout, "c", "d"), arrow(&layout, "d", "e"));
    assert_eq!((first.kind, second.kind), (ArrowKind::Handoff, ArrowKind::Handoff));
    assert_eq!(first.handoffs, [Passing { handoff: 1, arrives: false }]);
    assert_eq!(second.handoffs, [Passing { handoff: 1, arrives: true }]);
}

#[test]
fn the_customer_between_two_touchpoints_of_one_owner_is_no_handoff() {
    let layout = layout(&workspace(&[&["a:sales", "b!", "c:sales"]], &[]));
    assert_eq!(arrow(&layout, "a", "b").kind, ArrowKind::Customer);
    assert_eq!(arrow(&layout, "b", "c").kind, ArrowKind::Customer);
}

/// Whether a line along an axis runs through the inside of a card.
fn crosses(layout: &LaneLayout, from: Point, to: Point, column: usize) -> bool {
    let card = layout.card(column);
    let (left, right) = (from.x.min(to.x), from.x.max(to.x));
    let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
    let width = layout.columns.sizes().card;
    right > card.x && left < card.x + width && bottom > card.y && top < card.y + CARD_HEIGHT
}

#[test]
fn no_arrow_runs_through_a_card_whatever_its_way() {
    let cards: Vec<String> = (0..30)
        .map(|at| match at % 5 {
            0 => format!("t{at}!"),
            1 => format!("t{at}"),
            2 => format!("t{at}:sales"),
            3 => format!("t{at}:claims"),
            _ => format!("t{at}:repair"),
        })
        .collect();
    let cards: Vec<&str> = cards.iter().map(String::as_str).collect();
    let (first, second) = cards.split_at(11);
    let names: Vec<String> = (0..30).map(|at| format!("t{at}")).collect();
    let links: Vec<(&str, &str)> = (0..30)
        .flat_map(|from| [(from, (from * 7 + 3) % 30), (from, (from * 11 + 8) % 30)])
        .filter(|(from, to)| from != to)
        .map(|(from, to)| (names[from].as_str(), names[to].as_str()))
        .collect();
    let layout = layout(&workspace(&[first, &[], second], &links));
    assert_eq!(layout.arrows.len(), links.len());
    for arrow in &layout.arrows {
        let points = layout.points(arrow);
        for pair in points.windows(2) {
            assert!(
                (pair[0].x - pair[1].x).abs() < 0.01 || (pair[0].y - pair[1].y).abs() < 0.01,
                "{arrow:?} is askew"
            );
            for column in 0..30 {
                assert!(!crosses(&layout, pair[0], pair[1], column), "{arrow:?} crosses {column}");
            }
        }
        for y in points.iter().map(|point| point.y) {
            assert!((0.0..=layout.height).contains(&y));
        }
    }
}

#[test]
fn long_arrows_that_overlap_run_on_tracks_of_their_own() {
    let layout = layout(&workspace(
        &[&["a:sales", "b:sales", "c:sales", "d:sales", "e:sales"]],
        &[("a", "c"), ("a", "d"), ("b", "e"), ("d", "a")],
    ));
    let track = |from, to| arrow(&layout, from, to).corridor.unwrap();
    let forward = [track("a", "c"), track("a", "d"), track("b", "e")];
    assert!(forward.iter().all(|corridor| corridor.way == 1), "forward arrows run above their lane");
    let mut tracks: Vec<usize> = forward.iter().map(|corridor| corridor.track).collect();
    tracks.sort_unstable();
    assert_eq!(tracks, [0, 1, 2]);
    assert_eq!(track("d", "a"), Corridor { way: 2, track: 0 }, "a loop runs below");
}

#[test]
fn a_risk_stands_where_no_card_is() {
    let layout = layout(&workspace(
        &[&["a:sales", "b:repair", "c!", "d:claims", "e:claims"], &["f", "g"]],
        &[("e", "a"), ("a", "d"), ("a", "b")],
    ));
    for arrow in &layout.arrows {
        let at = layout.badge(arrow, true);
        for column in 0..7 {
            let (left, right) = (Point::new(at.x - 24.0, at.y), Point::new(at.x + 24.0, at.y));
            assert!(!crosses(&layout, left, right, column), "{arrow:?} at {at:?} covers {column}");
        }
    }
}

#[test]
fn only_columns_and_arrows_in_sight_are_named() {
    let layout = layout(&workspace(&[&["a:sales", "b:sales"], &[], &["c:claims", "d:sales"]], &[]));
    let sizes = ColumnSizes::LANES;
    assert_eq!(layout.columns.visible(0.0, 10_000.0), 0..4);
    let second = layout.columns.columns[1].x;
    assert_eq!(layout.columns.visible(second, second + sizes.card), 1..2);
    assert_eq!(layout.columns.visible(-500.0, -300.0), 0..0);
    assert_eq!(layout.arrows_over(0, 1).collect::<Vec<_>>(), [0]);
    assert_eq!(layout.arrows_over(1, 2).collect::<Vec<_>>(), [0, 1]);
    let empty = layout.columns.phases[1];
    assert_eq!((empty.count, empty.width), (0, sizes.card + 2.0 * sizes.pad));
    assert_eq!(layout.columns.visible_phases(empty.x + 1.0, empty.x + 2.0), 1..2);
}

#[test]
fn every_slot_is_found_where_it_is_shown() {
    for sizes in [ColumnSizes::LANES, ColumnSizes::ASPECTS] {
        let workspace = workspace(&[&["a", "b"], &[], &["c"]], &[]);
        let columns = Columns::of(&workspace.journeys[&id("j")], sizes);
        for (phase, count) in [(0, 2), (1, 0), (2, 1)] {
            for position in 0..=count {
                let slot = Slot { phase, position };
                assert_eq!(columns.slot_at(columns.slot_x(slot)), Some(slot));
            }
        }
        assert_eq!(columns.slot_at(-50.0), Some(Slot { phase: 0, position: 0 }));
        assert_eq!(columns.slot_at(9_999.0), Some(Slot { phase: 2, position: 1 }));
        assert_eq!(columns.slot_near(columns.columns[0].x + sizes.card / 2.0, 12.0), None);
        assert_eq!(columns.slot_of(2), Some(Slot { phase: 2, position: 0 }));
    }
    let nothing = Columns::of(&Journey::default(), ColumnSizes::LANES);
    assert_eq!((nothing.slot_at(0.0), nothing.width), (None, 0.0));
}

#[test]
fn going_up_and_down_finds_the_nearest_card() {
    // Lanes: customer a, d; sales b, f; repair c, e.
    let layout = layout(&workspace(&[&["a!", "b:sales", "c:repair", "d!", "e:repair", "f:sales"]], &[]));
    assert_eq!(layout.neighbour(4, Move::Up), Some(5), "the next column, one lane up");
    assert_eq!(layout.neighbour(2, Move::Up), Some(1));
    assert_eq!(layout.neighbour(1, Move::Up), Some(0));
    assert_eq!(layout.neighbour(0, Move::Up), None);
    assert_eq!(layout.neighbour(3, Move::Down), Some(1), "of several as near, the first");
    assert_eq!(layout.neighbour(4, Move::Down), None);
}

#[test]
fn the_curve_has_a_gap_where_a_feeling_is_unknown_and_none_where_nobody_feels() {
    let mut workspace = workspace(&[&["a!", "b:sales", "c:sales", "d!", "e!"]], &[]);
    let mut journey = workspace.journeys[&id("j")].as_ref().clone();
    for (name, stage, satisfaction) in [
        ("a", Stage::Customer, Some(5.0)),
        ("b", Stage::Backstage, Some(1.0)),
        ("c", Stage::Frontstage, Some(1.0)),
        ("d", Stage::Customer, None),
        ("e", Stage::Customer, Some(3.0)),
    ] {
        let satisfaction = satisfaction.and_then(Rating::new);
        let touchpoint = Touchpoint { stage: Some(stage), satisfaction, ..Touchpoint::default() };
        journey.touchpoints.insert(id(name), touchpoint.into());
    }
    workspace.journeys.insert(id("j"), journey.clone().into());
    let flow = Flow::of(&journey);
    let curve = CurvePoint::around(&journey, &flow, 0, usize::MAX);
    let points: Vec<_> = curve.iter().map(|point| (point.column, point.joined)).collect();
    assert_eq!(points, [(0, false), (2, true), (4, false)]);
    let columns = Columns::of(&journey, ColumnSizes::LANES);
    let heights: Vec<f64> = curve.iter().map(|point| point.place(&columns, 100.0, 40.0).y).collect();
    assert_eq!(heights, [100.0, 140.0, 120.0]);
    let around = |first, end| {
        let seen = CurvePoint::around(&journey, &flow, first, end);
        seen.iter().map(|point| (point.column, point.joined)).collect::<Vec<_>>()
    };
    assert_eq!(around(3, 4), [(2, false), (4, false)]);
    assert_eq!(around(1, 2), [(0, false), (2, true)]);
}

#[test]
fn paths_turn_round_corners_and_end_in_a_head() {
    let points = [Point::new(0.0, 0.0), Point::new(20.0, 0.0), Point::new(20.0, 50.0)];
    assert_eq!(rounded_path(&points, 8.0), "M0.0 0.0L12.0 0.0Q20.0 0.0 20.0 8.0L20.0 50.0");
    assert_eq!(arrow_head(&points, 8.0), "M20.0 50.0L16.0 42.0L24.0 42.0Z");
    assert_eq!((rounded_path(&[], 8.0), arrow_head(&points[..1], 8.0)), (String::new(), String::new()));
}

#[test]
fn the_risks_of_long_arrows_to_one_card_stand_beside_each_other() {
    let cards = ["a:sales", "b:sales", "c:sales", "d:sales", "e:sales", "f:claims"];
    let layout = layout(&workspace(&[&cards], &[("a", "f"), ("b", "f"), ("c", "f")]));
    let mut x =
        [("a", "f"), ("b", "f"), ("c", "f")].map(|(from, to)| layout.badge(arrow(&layout, from, to), true).x);
    x.sort_by(f64::total_cmp);
    assert!(x[1] - x[0] >= 60.0 && x[2] - x[1] >= 60.0, "{x:?}");
}
