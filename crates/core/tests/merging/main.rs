//! What merging promises, over random histories: 256 in a normal run, 10,240 in `cargo xtask test slow`.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "what tests sort goes to no browser")]

mod cards;
mod chosen;
mod differing;
mod kept;
mod stories;

use crosslane_cases::cases;
use crosslane_core::compare::{changes, difference};
use crosslane_core::edit::{Edit, apply};
use crosslane_core::format::crosslane::{open, write};
use crosslane_core::merge::{Choices, Conflict, ConflictKind, Merged, Side, merge, merge_without_base};
use crosslane_core::model::{Id, Workspace};
use crosslane_core::testing::{Random, history, past};
use proptest::prelude::*;

use cards::without_cards;
use chosen::Versions;
use differing::assert_named;
use kept::assert_kept;

/// A workspace and what two people made of it.
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

/// Whatever side happens to be chosen at each conflict.
fn some_choices(merged: &Merged, seed: u64) -> Choices {
    let mut random = Random::new(seed);
    let mut choices = Choices::default();
    for conflict in &merged.conflicts {
        choices.choose(conflict, if random.chance(50) { Side::Ours } else { Side::Theirs });
    }
    choices
}

/// The same choices as the other side makes them.
fn turned(merged: &Merged, choices: &Choices) -> Choices {
    let mut turned = Choices::default();
    for conflict in &merged.conflicts {
        turned.choose(conflict, choices.side(conflict).other());
    }
    turned
}

fn assert_fits(workspace: &Workspace) {
    assert_eq!(&open(&write(workspace)).unwrap().workspace, workspace);
}

/// Seeds that once found something.
const FOUND: [u64; 12] = [
    9_496_229_191_234_713_044,
    18_204_035_145_491_506_115,
    8_284_649_340_149_663_652,
    6_394_059_439_080_502_394,
    12_789_964_149_614_469_750,
    190_790_087_603_815_807,
    10_984_402_699_457_358_830,
    14_048_918_925_733_283_439,
    6_839_638_009_701_988_506,
    13_968_389_814_777_628_457,
    8_842_768_281_873_277_365,
    11_717_492_019_838_097_290,
];

#[test]
fn what_was_found_once_stays_mended() {
    // `MERGE_SEEDS=1,2` looks at histories that a run has just found.
    let named = std::env::var("MERGE_SEEDS").unwrap_or_default();
    let named: Vec<u64> = named.split(',').filter_map(|seed| seed.parse().ok()).collect();
    for seed in if named.is_empty() { FOUND.to_vec() } else { named } {
        nothing_is_dropped(seed);
        is_the_same_from_either_side(seed);
        gives_what_was_chosen(seed);
        asks_nothing_again(seed);
    }
}

fn nothing_is_dropped(seed: u64) {
    let Versions { base, ours, theirs } = versions(seed);
    let merged = merge(&base, &ours, &theirs);
    assert_fits(&merged.workspace);
    assert_kept(&base, &ours, &theirs, &merged);
    assert_kept(&base, &theirs, &ours, &merged);
}

fn is_the_same_from_either_side(seed: u64) {
    let Versions { base, ours, theirs } = versions(seed);
    for (one, other) in [
        (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours)),
        (merge_without_base(&ours, &theirs), merge_without_base(&theirs, &ours)),
    ] {
        let swapped = |conflict: &Conflict| Conflict {
            ours: conflict.theirs.clone(),
            theirs: conflict.ours.clone(),
            ..conflict.clone()
        };
        let swapped: Vec<Conflict> = other.conflicts.iter().map(swapped).collect();
        assert_eq!(one.conflicts, swapped, "{seed}");
        let choices = some_choices(&one, seed);
        let outcomes = (one.outcome(&choices), other.outcome(&turned(&other, &choices)));
        assert_eq!(outcomes.0, outcomes.1, "{seed}");
    }
}

fn gives_what_was_chosen(seed: u64) {
    let versions = versions(seed);
    let Versions { base, ours, theirs } = &versions;
    let merged = merge(base, ours, theirs);
    assert_eq!(merged.outcome(&Choices::default()), merged.workspace, "{seed}");
    for side in [Side::Ours, Side::Theirs] {
        let outcome = merged.outcome(&Choices::all(&merged.conflicts, side));
        assert_fits(&outcome);
        for conflict in &merged.conflicts {
            assert_ne!(conflict.ours, conflict.theirs, "{seed}: {}", conflict.path);
            assert!(versions.gives(&outcome, conflict, side), "{seed}: {side:?} at {conflict:?}");
            // Lists and cards lack what they refer to and the other side deleted.
            let is_single = !conflict.value(side).is_some_and(|json| json.starts_with(['{', '[']));
            if !is_single || matches!(conflict.kind, ConflictKind::Deleted | ConflictKind::Place) {
                continue;
            }
            let version = if side == Side::Ours { ours } else { theirs };
            assert!(versions.gives(version, conflict, side), "{seed}: {side:?} has not {conflict:?}");
        }
    }
    assert_fits(&merged.outcome(&some_choices(&merged, seed)));
}

/// Where nothing clashed, what comes out has all that either side did: either of them has nothing more to say to it.
/// A card that moved along may be taken for another one then, and its lists are joined once more.
fn asks_nothing_again(seed: u64) {
    let Versions { base, ours, theirs } = versions(seed);
    let merged = merge(&base, &ours, &theirs);
    if !merged.conflicts.is_empty() {
        return;
    }
    for side in [&ours, &theirs] {
        for (one, other) in [(&merged.workspace, side), (side, &merged.workspace)] {
            let again = merge(&base, one, other);
            assert_eq!(again.conflicts, vec![], "{seed}");
            let [known, again] = [&merged.workspace, &again.workspace].map(without_cards);
            assert_eq!(changes(&known, &again), vec![], "{seed}");
        }
    }
}

/// The same histories in every run: in about one of 700 random ones a place is asked about again, since as few moves
/// explain the order of the outcome in no way that leads over that of the side.
#[test]
fn a_clean_outcome_merged_again_with_either_side_asks_nothing() {
    for seed in 0..256 {
        asks_nothing_again(seed);
    }
}

fn one_side(seed: u64) {
    let Versions { base, ours, .. } = versions(seed);
    let (same_base, same_ours) = (anew(&base), anew(&ours));
    for (ours_there, theirs_there) in
        [(&ours, &same_base), (&same_base, &ours), (&ours, &same_ours), (&ours, &base)]
    {
        let merged = merge(&base, ours_there, theirs_there);
        assert_eq!(changes(&ours, &merged.workspace), vec![], "{seed}");
        assert_eq!(merged.workspace, ours, "{seed}");
        assert_eq!(merged.conflicts, vec![], "{seed}");
    }
}

fn apart(seed: u64) {
    let (base, first, second) = two_journeys(seed);
    let ours = only(&base, &history(&base, seed, "o", 12), first);
    let theirs = only(&base, &history(&base, seed.wrapping_add(1), "t", 12), second);
    let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
    assert_eq!(one.workspace.journeys.get(&first), ours.journeys.get(&first), "{seed}");
    assert_eq!(one.workspace.journeys.get(&second), theirs.journeys.get(&second), "{seed}");
    assert_eq!(one.workspace, other.workspace, "{seed}");
    assert_eq!((one.conflicts, other.conflicts), (vec![], vec![]), "{seed}");
}

fn no_base(seed: u64) {
    let Versions { ours, theirs, .. } = versions(seed);
    let merged = merge_without_base(&ours, &theirs);
    assert_fits(&merged.workspace);
    assert_kept(&Workspace::default(), &ours, &theirs, &merged);
    assert_kept(&Workspace::default(), &theirs, &ours, &merged);
    let same = merge_without_base(&ours, &anew(&ours));
    assert_eq!((&same.workspace, same.conflicts.len()), (&ours, 0), "{seed}");
    assert_eq!(merge_without_base(&ours, &Workspace::default()).workspace, ours, "{seed}");
}

fn names_difference(seed: u64) {
    let Versions { base, ours, .. } = versions(seed);
    assert!(difference(&base, &anew(&base)).is_empty(), "{seed}");
    assert_eq!(difference(&base, &ours).is_empty(), base == ours, "{seed}");
    assert_named(&base, &ours);
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..cases(256) })]

    #[test]
    fn what_one_side_did_is_what_comes_out(seed: u64) {
        one_side(seed);
    }

    #[test]
    fn every_change_is_in_the_outcome_or_in_a_conflict_and_everything_fits(seed: u64) {
        nothing_is_dropped(seed);
    }

    #[test]
    fn from_either_side_the_same_conflicts_and_the_same_outcomes(seed: u64) {
        is_the_same_from_either_side(seed);
    }

    #[test]
    fn each_side_gives_its_values_and_any_choice_fits(seed: u64) {
        gives_what_was_chosen(seed);
    }

    #[test]
    fn edits_of_different_journeys_never_meet(seed: u64) {
        apart(seed);
    }

    #[test]
    fn without_a_base_nothing_is_lost(seed: u64) {
        no_base(seed);
    }

    #[test]
    fn a_difference_names_what_differs_and_nothing_else(seed: u64) {
        names_difference(seed);
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
