use super::{id, workspace};
use crate::edit::{Edit, JourneyEdit, apply};
use crate::layout::*;
use crate::model::{Id, Stage, Touchpoint, Workspace};

/// The phases after an edit, each with its touchpoints.
fn after(workspace: &Workspace, edit: Option<JourneyEdit>) -> Vec<String> {
    let mut next = workspace.clone();
    if let Some(edit) = edit {
        next = apply(workspace, &Edit::InJourney(id("j"), edit)).unwrap().workspace;
    }
    let names = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
    next.journeys[&id("j")].ordered_phases().map(|(_, phase)| names(&phase.touchpoints)).collect()
}

#[test]
fn a_touchpoint_moves_place_by_place_across_phases_to_the_ends() {
    let workspace = workspace(&[&["a", "b"], &[], &["c"]], &[]);
    let journey = &workspace.journeys[&id("j")];
    let moved = |name, side| after(&workspace, moved_beside(journey, id(name), side));
    assert_eq!(moved("a", Side::Right), ["b a", "", "c"]);
    assert_eq!(moved("b", Side::Right), ["a", "b", "c"]);
    assert_eq!(moved("c", Side::Left), ["a b", "c", ""]);
    assert_eq!(moved_beside(journey, id("a"), Side::Left), None);
    assert_eq!(moved_beside(journey, id("c"), Side::Right), None);
    assert_eq!(moved_beside(journey, id("gone"), Side::Right), None);
}

#[test]
fn a_dropped_touchpoint_stands_in_the_slot_it_was_dropped_in() {
    let workspace = workspace(&[&["a", "b", "c"], &["d"]], &[]);
    let journey = &workspace.journeys[&id("j")];
    let drop_at =
        |name, phase, position| after(&workspace, dropped(journey, id(name), Slot { phase, position }));
    assert_eq!(drop_at("a", 0, 3), ["b c a", "d"]);
    assert_eq!(drop_at("a", 0, 2), ["b a c", "d"]);
    assert_eq!(drop_at("c", 0, 0), ["c a b", "d"]);
    assert_eq!(drop_at("b", 1, 1), ["a c", "d b"]);
    assert_eq!(dropped(journey, id("b"), Slot { phase: 0, position: 1 }), None);
    assert_eq!(dropped(journey, id("b"), Slot { phase: 0, position: 2 }), None);
}

#[test]
fn a_phase_moves_among_the_others() {
    let workspace = workspace(&[&["a"], &["b"]], &[]);
    let journey = &workspace.journeys[&id("j")];
    let moved = |side| phase_moved_beside(journey, id("p1"), side);
    assert_eq!(after(&workspace, moved(Side::Left)), ["b", "a"]);
    assert_eq!(moved(Side::Right), None);
}

#[test]
fn a_lane_gives_its_owner_and_the_customer_meets_who_takes_over() {
    let alone = new_in_lane(LaneKind::Customer);
    assert_eq!((alone.owner, alone.stage), (None, Some(Stage::Customer)));
    let owned = into_lane(&alone, LaneKind::Department(id("sales"))).unwrap();
    assert_eq!((owned.owner, owned.stage), (Some(id("sales").into()), Some(Stage::Frontstage)));
    let unseen = Touchpoint { stage: Some(Stage::Backstage), ..owned.clone() };
    let open = into_lane(&unseen, LaneKind::Open).unwrap();
    assert_eq!((open.owner, open.stage), (None, Some(Stage::Backstage)));
    assert_eq!(into_lane(&alone, LaneKind::Open).unwrap().stage, None);
    assert_eq!(into_lane(&owned, LaneKind::Department(id("sales"))), None);
}
