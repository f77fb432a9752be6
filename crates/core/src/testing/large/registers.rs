//! What the journeys of a large workspace share, and what is done about its flags.

use std::sync::Arc;

use crate::model::{
    Access, Channel, Contribution, Decision, Declared, Department, Direction, Goal, Id, Initiative, Item,
    Map, Measure, Ref, Standard, SteeredMeasure, StepKey, Subject, System, SystemAccess, Term, TermLabel,
    Workspace,
};
use crate::rules::{Place, Subject as FlagSubject, fingerprint};

use super::{
    CHANNELS, DEPARTMENTS, IN_PHASE, ITEMS, MEASURES, Random, SUBJECTS, SYSTEMS, filled, id, some_of,
};

const TERMS: usize = 20;
const STANDARDS: usize = 8;
const GOALS: usize = 4;
/// Touchpoints for each initiative and each decision.
const TO_EACH_ACT: usize = 100;

/// Fills the registers.
pub(super) fn fill(workspace: &mut Workspace, random: &mut Random) {
    workspace.department_order = (0..DEPARTMENTS).map(|at| id("d", at)).collect();
    workspace.departments = register("d", DEPARTMENTS, |name| Department {
        name,
        takes_part: filled(random.chance(80), random),
        measures: filled(measures(random), random),
        ..Department::default()
    });
    workspace.channels = register("c", CHANNELS, |name| Channel { name, ..Channel::default() });
    let identity = |at: &str| Some(at.ends_with('7'));
    workspace.items = register("i", ITEMS, |name| {
        let identity_check = identity(&name);
        Item { name, identity_check, ..Item::default() }
    });
    workspace.systems = register("s", SYSTEMS, |name| System {
        name,
        decided_by: filled(id("d", random.below(DEPARTMENTS)).into(), random),
        access: access(random),
        connected_to: some_of("s", SYSTEMS, random),
        ..System::default()
    });
    workspace.subjects =
        register("o", SUBJECTS, |name| Subject { name, unit: Some("days".to_owned()), ..Subject::default() });
    workspace.measures = register("m", MEASURES, |name| Measure {
        name,
        opposes: some_of("m", MEASURES, random),
        ..Measure::default()
    });
    steer(workspace, random);
}

/// What departments should have in common: standards, words, goals.
fn steer(workspace: &mut Workspace, random: &mut Random) {
    workspace.standards = register("k", STANDARDS, |_| Standard {
        subject: Some(id("o", random.below(SUBJECTS)).into()),
        value: filled("72 hours".to_owned(), random),
        channel: random.chance(50).then(|| id("c", random.below(CHANNELS)).into()),
        phase: random.chance(50).then(|| format!("Phase {}", random.below(20))),
        ..Standard::default()
    });
    workspace.terms = register("w", TERMS, |concept| {
        let label = |at: usize| TermLabel { label: Some(format!("Word {}", at / 4)), ..TermLabel::default() };
        let labels = (0..DEPARTMENTS).filter(|_| random.chance(90));
        let labels = labels.map(|at| (Ref::<Department>::from(id("d", at)), Arc::new(label(at)))).collect();
        Term { concept, labels, ..Term::default() }
    });
    workspace.goals = register("g", GOALS, |outcome| {
        let part = |at: usize| (Ref::<Department>::from(id("d", at)), Arc::new(Contribution::default()));
        let contributions = (0..DEPARTMENTS).filter(|_| random.chance(40)).map(part).collect();
        Goal { outcome, journeys: filled(vec![id("j", 0).into()], random), contributions, ..Goal::default() }
    });
}

fn register<T: Declared>(kind: &str, count: usize, mut entry: impl FnMut(String) -> T) -> Map<T> {
    (0..count).map(|at| (id(kind, at), Arc::new(entry(format!("Entry {at}"))))).collect()
}

fn measures(random: &mut Random) -> Map<SteeredMeasure, Ref<Measure>> {
    let one = |random: &mut Random| SteeredMeasure {
        direction: filled(*random.pick(&[Direction::Up, Direction::Down]), random),
        ..SteeredMeasure::default()
    };
    let entry = |_| (Ref::<Measure>::from(id("m", random.below(MEASURES))), Arc::new(one(random)));
    (0..2).map(entry).collect()
}

fn access(random: &mut Random) -> Map<SystemAccess, Ref<Department>> {
    let one = |random: &mut Random| SystemAccess {
        access: Some(*random.pick(&[Access::Read, Access::Write, Access::None, Access::OnRequest])),
        ..SystemAccess::default()
    };
    let entry = |at| (Ref::<Department>::from(id("d", at)), Arc::new(one(random)));
    (0..DEPARTMENTS).map(entry).collect()
}

/// Initiatives and decisions for some of the flags.
pub(super) fn act(workspace: &mut Workspace, journey: Id, touchpoints: usize, random: &mut Random) {
    let acts = touchpoints / TO_EACH_ACT;
    let flag = |random: &mut Random| {
        let rule = *random.pick(&["cold-handoff", "unowned-handoff", "no-fallback"]);
        let from = random.below(touchpoints - 1);
        let place = Place::Handoff(StepKey::new(id("t", from), id("t", from + 1)));
        fingerprint(rule, Some(journey), place, FlagSubject::None)
    };
    workspace.initiatives = register("n", acts, |title| Initiative {
        title,
        departments: filled((0..2).map(|_| id("d", random.below(DEPARTMENTS)).into()).collect(), random),
        flags: (0..IN_PHASE).map(|_| flag(random)).collect(),
        ..Initiative::default()
    });
    let decisions = register("x", acts, |text| Decision {
        text,
        flags: (0..IN_PHASE).map(|_| flag(random)).collect(),
        ..Decision::default()
    });
    workspace.committee.get_or_insert_default().decisions = decisions;
}
