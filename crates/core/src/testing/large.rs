//! One journey of any size, as full of facts as a well-kept one: for benchmarks.

use std::sync::Arc;

use crate::model::{
    Access, Card, Channel, Department, Field, Id, Interaction, Item, Journey, Link, Map, Method, Minutes,
    Percent, Phase, Rating, Ref, Stage, Step, StepKey, System, SystemAccess, Touchpoint, Workspace,
};

use super::Random;

const DEPARTMENTS: usize = 6;
const ITEMS: usize = 24;
const SYSTEMS: usize = 5;
const CHANNELS: usize = 4;
/// Touchpoints of a phase.
const IN_PHASE: usize = 12;

/// A workspace with one journey of so many touchpoints: 6 departments that keep a case for one to three
/// touchpoints, 24 information items, 5 systems; one touchpoint in ten is the customer's alone, one in
/// twenty branches, one in fifty goes back. About one field in ten is blank. The same for the same size.
pub fn large(touchpoints: usize) -> Workspace {
    let mut random = Random::new(touchpoints as u64);
    let mut workspace = Workspace { title: "Large".to_owned(), ..Workspace::default() };
    for at in 0..DEPARTMENTS {
        let name = format!("Department {at}");
        workspace.departments.insert(id("d", at), Department { name, ..Department::default() }.into());
        workspace.department_order.push(id("d", at));
    }
    workspace.channels = register("c", CHANNELS, |name| Channel { name, ..Channel::default() });
    let identity = |at: &str| Some(at.ends_with('7'));
    workspace.items = register("i", ITEMS, |name| {
        let identity_check = identity(&name);
        Item { name, identity_check, ..Item::default() }
    });
    let access = |random: &mut Random| {
        let one = |random: &mut Random| SystemAccess {
            access: Some(*random.pick(&[Access::Read, Access::Write, Access::None, Access::OnRequest])),
            ..SystemAccess::default()
        };
        let entry = |at| (Ref::<Department>::from(id("d", at)), Arc::new(one(random)));
        (0..DEPARTMENTS).map(entry).collect()
    };
    workspace.systems =
        register("s", SYSTEMS, |name| System { name, access: access(&mut random), ..System::default() });
    let journey = id("j", 0);
    workspace.journey_order.push(journey);
    workspace.journeys.insert(journey, journey_of(touchpoints, &mut random).into());
    workspace
}

fn id(kind: &str, at: usize) -> Id {
    // As long as the identifiers the app makes, and spread like them.
    let mut random = Random::new(at as u64);
    Id::new(&format!("{kind}-{:016x}-{at:08}", random.next_u64())).unwrap()
}

fn register<T: Field>(kind: &str, count: usize, mut entry: impl FnMut(String) -> T) -> Map<T> {
    (0..count).map(|at| (id(kind, at), Arc::new(entry(format!("Entry {at}"))))).collect()
}

fn journey_of(touchpoints: usize, random: &mut Random) -> Journey {
    let mut journey = Journey { title: "Large".to_owned(), ..Journey::default() };
    let mut owner = 0;
    for at in 0..touchpoints {
        if at % IN_PHASE == 0 {
            let phase = id("p", at / IN_PHASE);
            let last = touchpoints.min(at + IN_PHASE);
            let entry = Phase {
                name: format!("Phase {}", at / IN_PHASE),
                touchpoints: (at..last).map(|at| id("t", at)).collect(),
                ..Phase::default()
            };
            journey.phase_order.push(phase);
            journey.phases.insert(phase, entry.into());
        }
        if random.chance(45) {
            owner = random.below(DEPARTMENTS);
        }
        journey.touchpoints.insert(id("t", at), touchpoint(at, owner, random).into());
        if at + 1 < touchpoints {
            let mut to = |to: usize, link: Option<Link>, random: &mut Random| {
                let key = StepKey::new(id("t", at), id("t", to));
                journey.steps.insert(key, step(link, random).into());
            };
            let branches = random.chance(5) && at + 3 < touchpoints;
            let goes_back = random.chance(2) && at > 4;
            let share = |percent| Some(Link { share: Percent::new(percent), ..Link::default() });
            to(at + 1, share(60.0).filter(|_| branches || goes_back), random);
            if branches {
                to(at + 3, share(40.0), random);
            }
            if goes_back {
                to(at - 4, share(10.0), random);
            }
        }
    }
    journey
}

fn touchpoint(at: usize, owner: usize, random: &mut Random) -> Touchpoint {
    let alone = random.chance(10);
    let stage = *random.pick(&[Stage::Frontstage, Stage::Frontstage, Stage::Backstage, Stage::Support]);
    Touchpoint {
        name: format!("Touchpoint {at}"),
        stage: if alone { Some(Stage::Customer) } else { filled(stage, random) },
        owner: (!alone && random.chance(99)).then(|| id("d", owner).into()),
        claimed_by: filled(Vec::new(), random),
        channel: filled(id("c", random.below(CHANNELS)).into(), random),
        systems: some_of("s", SYSTEMS, random),
        satisfaction: filled(2.0 + 3.0 * fraction(random), random).and_then(Rating::new),
        importance: filled(2.0 + 3.0 * fraction(random), random).and_then(Rating::new),
        moment_of_truth: Some(random.chance(4)),
        asked: some_of("i", ITEMS, random),
        needed: some_of("i", ITEMS, random),
        produced: some_of("i", ITEMS, random),
        monthly_volume: filled(random.next_u64() % 50_000, random),
        ..Touchpoint::default()
    }
}

/// From 0 to 1, in quarters.
fn fraction(random: &mut Random) -> f64 {
    [0.0, 0.25, 0.5, 0.75, 1.0][random.below(5)]
}

fn filled<T>(value: T, random: &mut Random) -> Option<T> {
    random.chance(90).then_some(value)
}

fn some_of<T>(kind: &str, count: usize, random: &mut Random) -> Option<Vec<Ref<T>>> {
    let entries = (0..random.below(3)).map(|_| id(kind, random.below(count)).into()).collect();
    filled(entries, random)
}

fn step(link: Option<Link>, random: &mut Random) -> Step {
    let wait = random.next_u64() % 3000;
    let method = *random.pick(&[Method::Email, Method::Queue, Method::Warm, Method::Form, Method::None]);
    let interaction = *random.pick(&[Interaction::Service, Interaction::Collaboration]);
    let card = Card {
        answered_by: filled(vec![id("d", random.below(DEPARTMENTS)).into()], random),
        trigger: filled("Signed".to_owned(), random),
        passed: some_of("i", ITEMS, random),
        method: filled(method, random),
        target_wait: filled(Minutes::exact(2000), random),
        acknowledged: filled(true, random),
        fallback: filled("Call".to_owned(), random),
        interaction: filled(interaction, random),
        switch_forced: filled(random.chance(50), random),
        ..Card::default()
    };
    Step { link, wait: filled(Minutes::exact(wait), random), card: filled(card, random), ..Step::default() }
}
