//! One journey of any size, as full of facts as a well-kept one: for benchmarks.

mod card;
mod registers;
mod touchpoint;

use crate::model::{Id, Journey, Link, Percent, Phase, Ref, StepKey, Workspace};

use super::Random;
use card::step;
use touchpoint::touchpoint;

const DEPARTMENTS: usize = 6;
const ITEMS: usize = 24;
const SYSTEMS: usize = 5;
const CHANNELS: usize = 4;
const SUBJECTS: usize = 5;
const MEASURES: usize = 8;
/// Touchpoints of a phase.
const IN_PHASE: usize = 12;

/// A workspace with one journey of so many touchpoints, in which every rule has something to do: 6
/// departments that keep a case for one to three touchpoints, 24 information items, 5 systems, promises and
/// standards about 5 subjects, terms, measures, goals, initiatives, decisions; one touchpoint in ten is the
/// customer's alone, one in twenty branches, one in fifty goes back. About one field in ten is blank. The
/// same for the same size.
pub fn large(touchpoints: usize) -> Workspace {
    large_of(touchpoints as u64, touchpoints)
}

/// The same with another seed: the same identifiers, other facts.
pub fn large_of(seed: u64, touchpoints: usize) -> Workspace {
    let mut random = Random::new(seed);
    let mut workspace = Workspace { title: "Large".to_owned(), ..Workspace::default() };
    registers::fill(&mut workspace, &mut random);
    let journey = id("j", 0);
    workspace.journey_order.push(journey);
    workspace.journeys.insert(journey, journey_of(touchpoints, &mut random).into());
    registers::act(&mut workspace, journey, touchpoints, &mut random);
    workspace
}

fn id(kind: &str, at: usize) -> Id {
    // As long as the identifiers the app makes, and spread like them.
    let mut random = Random::new(at as u64);
    Id::new(&format!("{kind}-{:016x}-{at:08}", random.next_u64())).unwrap()
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

/// Mostly nobody.
fn hardly_any<T>(kind: &str, count: usize, random: &mut Random) -> Option<Vec<Ref<T>>> {
    let entries = if random.chance(15) { vec![id(kind, random.below(count)).into()] } else { Vec::new() };
    filled(entries, random)
}
