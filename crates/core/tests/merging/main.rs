//! What merging promises, over random histories. `PROPTEST_CASES` says how many: 256 unless told, 10,000 in
//! `cargo xtask test slow`.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod kept;
mod stories;

use crosslane_core::compare::{PathPart, changes, difference};
use crosslane_core::edit::{Edit, apply};
use crosslane_core::format::crosslane::{open, write};
use crosslane_core::merge::{
    Conflict, ConflictKind, Merged, Side, merge, merge_without_base, resolve, value_at,
};
use crosslane_core::model::{Id, Workspace};
use crosslane_core::testing::{Random, history, past};
use proptest::prelude::*;

use kept::assert_kept;

/// A workspace and what two people made of it.
struct Versions {
    base: Workspace,
    ours: Workspace,
    theirs: Workspace,
}

fn versions(seed: u64) -> Versions {
    let mut random = Random::new(seed);
    let base = past(random.next_u64());
    let mut edited = |author: &str| {
        // Mostly a few edits, as people make between two meetings; sometimes many.
        let edits = if random.chance(20) { random.below(60) } else { 1 + random.below(8) };
        history(&base, random.next_u64(), author, edits)
    };
    let (ours, theirs) = (edited("o"), edited("t"));
    Versions { base, ours, theirs }
}

/// The same content without shared memory, as read from a file.
fn anew(workspace: &Workspace) -> Workspace {
    open(&write(workspace)).unwrap().workspace
}

fn all_resolved(merged: &Merged, side: Side, seed: u64) -> Workspace {
    let mut conflicts = merged.conflicts.clone();
    let mut random = Random::new(seed);
    for at in (1..conflicts.len()).rev() {
        conflicts.swap(at, random.below(at + 1));
    }
    conflicts.iter().fold(merged.workspace.clone(), |workspace, conflict| {
        resolve(&workspace, conflict, side).unwrap_or_else(|error| panic!("{error}: {conflict:?}"))
    })
}

fn assert_fits(workspace: &Workspace) {
    assert_eq!(&open(&write(workspace)).unwrap().workspace, workspace);
}

fn facts(conflicts: &[Conflict]) -> Vec<(String, ConflictKind)> {
    conflicts.iter().map(|conflict| (conflict.path.to_string(), conflict.kind)).collect()
}

/// Seeds that once found something.
const FOUND: [u64; 5] = [
    7_991_783_439_401_523_666,
    14_846_776_845_788_894_630,
    10_247_329_141_165_509_799,
    9_453_642_563_916_707_572,
    3_501_170_119_549_052_871,
];

#[test]
fn what_was_found_once_stays_mended() {
    for seed in FOUND {
        let Versions { base, ours, theirs } = versions(seed);
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        assert_eq!(facts(&one.conflicts), facts(&other.conflicts), "{seed}");
        assert_kept(&base, &ours, &theirs, &one);
        assert_kept(&base, &theirs, &ours, &one);
        for conflict in &one.conflicts {
            let held = value_at(&one.workspace, &conflict.path);
            assert_eq!(read(held.as_ref()), read(conflict.ours.as_ref()), "{seed}: {}", conflict.path);
        }
    }
}

/// Their value as the resolved version may have it: what a place comes after may itself have been moved elsewhere by
/// ours, without a conflict, and then the phase counts.
fn found_in(resolved: &Workspace, conflict: &Conflict) -> Vec<Option<serde_json::Value>> {
    let held = value_at(resolved, &conflict.path);
    let (Some(wanted), Some(held)) = (read(conflict.theirs.as_ref()), read(held.as_ref())) else {
        return vec![read(conflict.theirs.as_ref())];
    };
    let is_elsewhere = |after: &str| {
        let mut path = conflict.path.clone();
        let at = path.0.len() - 2;
        path.0[at] = PathPart::Key(after.to_owned());
        let place = value_at(resolved, &path);
        place.is_none_or(|place| read(Some(&place)).unwrap()["phase"] != wanted["phase"])
    };
    let moved_on = conflict.kind == ConflictKind::Place && wanted["after"].as_str().is_some_and(is_elsewhere);
    let same_phase = moved_on && held["phase"] == wanted["phase"];
    let mut found = vec![Some(wanted)];
    found.extend(same_phase.then_some(Some(held)));
    found
}

fn read(json: Option<&String>) -> Option<serde_json::Value> {
    json.map(|json| serde_json::from_str(json).unwrap())
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, max_shrink_iters: 64, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_one_side_did_is_what_comes_out(seed: u64) {
        let Versions { base, ours, .. } = versions(seed);
        let (same_base, same_ours) = (anew(&base), anew(&ours));
        for (ours_there, theirs_there) in [(&ours, &same_base), (&same_base, &ours), (&ours, &same_ours), (&ours, &base)] {
            let merged = merge(&base, ours_there, theirs_there);
            prop_assert_eq!(changes(&ours, &merged.workspace), vec![]);
            prop_assert_eq!(&merged.workspace, &ours);
            prop_assert_eq!(merged.conflicts, vec![]);
        }
    }

    #[test]
    fn what_comes_out_fits(seed: u64) {
        let Versions { base, ours, theirs } = versions(seed);
        assert_fits(&merge(&base, &ours, &theirs).workspace);
    }

    #[test]
    #[ignore = "one history in some hundred still breaks it: docs/architecture.md, Comparing and merging"]
    fn every_change_is_in_the_outcome_or_in_a_conflict_and_everything_fits(seed: u64) {
        let Versions { base, ours, theirs } = versions(seed);
        let merged = merge(&base, &ours, &theirs);
        assert_fits(&merged.workspace);
        assert_kept(&base, &ours, &theirs, &merged);
        assert_kept(&base, &theirs, &ours, &merged);
    }

    #[test]
    #[ignore = "one history in some hundred still breaks it: docs/architecture.md, Comparing and merging"]
    fn from_either_side_the_same_conflicts(seed: u64) {
        let Versions { base, ours, theirs } = versions(seed);
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(facts(&one.conflicts), facts(&other.conflicts));
        let plain = |pair: &(&Conflict, &Conflict)| pair.0.kind != ConflictKind::Value;
        for (one, other) in one.conflicts.iter().zip(&other.conflicts).filter(plain) {
            prop_assert_eq!(one.ours.is_some(), other.theirs.is_some(), "{}", one.path);
            prop_assert_eq!(one.theirs.is_some(), other.ours.is_some(), "{}", one.path);
        }
        let other = merge_without_base(&theirs, &ours);
        prop_assert_eq!(facts(&merge_without_base(&ours, &theirs).conflicts), facts(&other.conflicts));
    }

    #[test]
    #[ignore = "one history in some hundred still breaks it: docs/architecture.md, Comparing and merging"]
    fn conflicts_hold_ours_and_give_theirs(seed: u64) {
        let Versions { base, ours, theirs } = versions(seed);
        let merged = merge(&base, &ours, &theirs);
        for conflict in &merged.conflicts {
            let held = value_at(&merged.workspace, &conflict.path);
            prop_assert_eq!(read(held.as_ref()), read(conflict.ours.as_ref()), "{}", &conflict.path);
        }
        let resolved = all_resolved(&merged, Side::Theirs, seed);
        assert_fits(&resolved);
        for conflict in &merged.conflicts {
            let held = value_at(&resolved, &conflict.path);
            let wanted = found_in(&resolved, conflict);
            prop_assert!(wanted.contains(&read(held.as_ref())), "{}: {held:?}, not {wanted:?}", &conflict.path);
        }
        assert_fits(&all_resolved(&merged, Side::Ours, seed));
    }

    #[test]
    fn edits_of_different_journeys_never_meet(seed: u64) {
        let (base, first, second) = two_journeys(seed);
        let ours = only(&base, &history(&base, seed, "o", 12), first);
        let theirs = only(&base, &history(&base, seed + 1, "t", 12), second);
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(&one.workspace.journeys.get(&first), &ours.journeys.get(&first));
        prop_assert_eq!(&one.workspace.journeys.get(&second), &theirs.journeys.get(&second));
        prop_assert_eq!(&one.workspace, &other.workspace);
        prop_assert_eq!((one.conflicts, other.conflicts), (vec![], vec![]));
    }

    #[test]
    fn without_a_base_nothing_is_lost(seed: u64) {
        let Versions { ours, theirs, .. } = versions(seed);
        let merged = merge_without_base(&ours, &theirs);
        assert_fits(&merged.workspace);
        assert_kept(&Workspace::default(), &ours, &theirs, &merged);
        assert_kept(&Workspace::default(), &theirs, &ours, &merged);
        prop_assert!(merge_without_base(&ours, &anew(&ours)).conflicts.is_empty());
        prop_assert_eq!(&merge_without_base(&ours, &anew(&ours)).workspace, &ours);
        prop_assert_eq!(&merge_without_base(&ours, &Workspace::default()).workspace, &ours);
    }

    #[test]
    fn a_difference_names_what_differs_and_nothing_else(seed: u64) {
        let Versions { base, ours, .. } = versions(seed);
        prop_assert!(difference(&base, &anew(&base)).is_empty());
        prop_assert_eq!(difference(&base, &ours).is_empty(), base == ours);
    }
}

/// A workspace with two journeys, neither of which refers to the other.
fn two_journeys(seed: u64) -> (Workspace, Id, Id) {
    let base = past(seed);
    let first = base.journey_order[0];
    let second = Id::new("second").unwrap();
    let journey = Box::new(base.journeys[&first].as_ref().clone());
    let base = apply(&base, &Edit::AddJourney { id: second, journey, to: None }).unwrap().workspace;
    (base, first, second)
}

/// The base with what became of one journey, as far as it refers to what the base has.
fn only(base: &Workspace, edited: &Workspace, journey: Id) -> Workspace {
    let mut workspace = base.clone();
    let Some(edited) = edited.journeys.get(&journey) else { return workspace };
    workspace.journeys.insert(journey, edited.clone());
    match open(&write(&workspace)) {
        Ok(_) => workspace,
        Err(_) => base.clone(),
    }
}
