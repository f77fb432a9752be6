//! The touchpoints of a large journey.

use crate::model::{
    Date, Evidence, LivedStandard, Map, Minutes, Promise, Rating, Stage, Starter, Touchpoint,
};

use super::{
    CHANNELS, DEPARTMENTS, ITEMS, Random, SUBJECTS, SYSTEMS, filled, fraction, hardly_any, id, some_of,
};

pub(super) fn touchpoint(at: usize, owner: usize, random: &mut Random) -> Touchpoint {
    let alone = random.chance(10);
    let stage = *random.pick(&[Stage::Frontstage, Stage::Frontstage, Stage::Backstage, Stage::Support]);
    let seen_as = if random.chance(5) { random.below(DEPARTMENTS) } else { owner };
    let mut touchpoint = Touchpoint {
        name: format!("Touchpoint {at}"),
        stage: if alone { Some(Stage::Customer) } else { filled(stage, random) },
        owner: (!alone && random.chance(99)).then(|| id("d", owner).into()),
        claimed_by: hardly_any("d", DEPARTMENTS, random),
        perceived_owner: filled(id("d", seen_as).into(), random),
        started_by: filled(*random.pick(&[Starter::Customer, Starter::Organisation]), random),
        channel: filled(id("c", random.below(CHANNELS)).into(), random),
        systems: some_of("s", SYSTEMS, random),
        satisfaction: filled(2.0 + 3.0 * fraction(random), random).and_then(Rating::new),
        importance: filled(2.0 + 3.0 * fraction(random), random).and_then(Rating::new),
        moment_of_truth: filled(random.chance(4), random),
        asked: some_of("i", ITEMS, random),
        needed: some_of("i", ITEMS, random),
        produced: some_of("i", ITEMS, random),
        monthly_volume: filled(random.next_u64() % 50_000, random),
        ..Touchpoint::default()
    };
    keep_promises(&mut touchpoint, random);
    touchpoint
}

/// What is promised and kept at a touchpoint, and what its description rests on.
fn keep_promises(touchpoint: &mut Touchpoint, random: &mut Random) {
    touchpoint.duration = filled(Minutes::exact(random.next_u64() % 120), random);
    touchpoint.responsible = hardly_any("d", DEPARTMENTS, random);
    touchpoint.consulted = hardly_any("d", DEPARTMENTS, random);
    touchpoint.informed = some_of("d", DEPARTMENTS, random);
    touchpoint.fulfils = hardly_any("o", SUBJECTS, random);
    touchpoint.promises = filled(promises(random), random);
    touchpoint.standards = filled(standards(random), random);
    touchpoint.evidence =
        filled(*random.pick(&[Evidence::Assumed, Evidence::Observed, Evidence::Measured]), random);
    touchpoint.reviewed_on =
        filled(*random.pick(&["2025-11-03", "2026-05-20"]), random).and_then(Date::parse);
}

fn promises(random: &mut Random) -> Map<Promise> {
    let mut promises = Map::new();
    if random.chance(10) {
        let due = Minutes::exact(1440 * (1 + random.next_u64() % 9));
        let promise = Promise {
            subject: filled(id("o", random.below(SUBJECTS)).into(), random),
            due_within: filled(due, random),
            ..Promise::default()
        };
        promises.insert(id("v", 0), promise.into());
    }
    promises
}

fn standards(random: &mut Random) -> Map<LivedStandard> {
    let mut standards = Map::new();
    if random.chance(10) {
        let lived = LivedStandard {
            subject: filled(id("o", random.below(SUBJECTS)).into(), random),
            value: filled("3 days".to_owned(), random),
            ..LivedStandard::default()
        };
        standards.insert(id("l", 0), lived.into());
    }
    standards
}
