//! The page of a department: what its head reads before the meeting.

use super::information::{asked, never_got};
use super::promises::promises;
use super::{Asked, Crossing, NeverGot, PromiseLine, crossings, evaluated};
use crate::model::{Id, Journey, Ref, Workspace};
use crate::rules::{Blank, BlankField, BlankPlace, Evaluation, Flag, Place, Question, Subject, questions};
use crate::sort::Sort;

/// What concerns one department, over all journeys.
#[derive(Clone, Debug, PartialEq)]
pub struct DepartmentPage {
    /// The touchpoints it owns: the journey and how many there.
    pub owns: Vec<(Id, usize)>,
    /// The handoffs in which it receives, the highest risk first.
    pub receives: Vec<Crossing>,
    /// The handoffs in which it hands on, the highest risk first.
    pub hands_on: Vec<Crossing>,
    /// What it asks the customer for.
    pub asks: Vec<Asked>,
    /// What it needs and never gets.
    pub never_gets: Vec<NeverGot>,
    /// The promises it makes.
    pub makes: Vec<PromiseLine>,
    /// The promises of others that it keeps.
    pub keeps: Vec<PromiseLine>,
    /// The open flags that concern it and count at no handoff of its: at its touchpoints, or about itself. The worst
    /// first.
    pub flags: Vec<Flag>,
    /// The open questions it can answer, those that answer the most checks first.
    pub questions: Vec<Question>,
}

/// Gathers what concerns one department.
pub fn department_page(workspace: &Workspace, evaluation: &Evaluation, department: Id) -> DepartmentPage {
    let evaluation = &evaluation.of_today(workspace);
    let owns = evaluated(workspace, evaluation)
        .map(|(journey, evaluated)| (evaluated.id, owned(journey, department).count()))
        .filter(|(_, count)| *count > 0)
        .collect();
    let (makes, keeps) = promises(workspace, evaluation, department);
    DepartmentPage {
        owns,
        receives: crossings(evaluation, |risk| risk.to_department == department),
        hands_on: crossings(evaluation, |risk| risk.from_department == department),
        asks: asked(workspace, evaluation, department),
        never_gets: never_got(workspace, evaluation, department),
        makes,
        keeps,
        flags: flags(workspace, evaluation, department),
        questions: questions(evaluation)
            .into_iter()
            .filter(|question| can_answer(workspace, question, department))
            .collect(),
    }
}

fn owned(journey: &Journey, department: Id) -> impl Iterator<Item = Id> {
    let of = journey.touchpoints.iter();
    of.filter(move |(_, it)| it.owner.is_some_and(|owner| owner.id() == department)).map(|(id, _)| *id)
}

fn flags(workspace: &Workspace, evaluation: &Evaluation, department: Id) -> Vec<Flag> {
    let mut found: Vec<Flag> = Vec::new();
    for (journey, evaluated) in evaluated(workspace, evaluation) {
        let owns = |touchpoint: &Id| {
            let owner = journey.touchpoints.get(touchpoint).and_then(|touchpoint| touchpoint.owner);
            owner.is_some_and(|owner| owner.id() == department)
        };
        // What counts at one of its handoffs stands with that handoff.
        let at_handoff = |flag: &Flag| flag.blames.is_some_and(|key| owns(&key.from) || owns(&key.to));
        let concerns = |flag: &&Flag| match flag.place {
            Place::Touchpoint(id) => owns(&id),
            Place::Department(id) => id == department,
            Place::Pair(one, two) => one == department || two == department,
            _ => flag.subject == Subject::Department(department),
        };
        let open = evaluated.findings.flags.iter().filter(|flag| flag.is_open() && !at_handoff(flag));
        found.extend(open.filter(concerns).cloned());
    }
    // Stable: equally bad flags stay in the order of journeys and rules.
    found.arrange_by_key(|flag| std::cmp::Reverse(flag.severity));
    found
}

/// Whether a department is the one to ask about a blank.
pub(super) fn can_answer(workspace: &Workspace, question: &Question, department: Id) -> bool {
    let owner_of = |touchpoint: Id| {
        let journey = workspace.journeys.get(&question.journey?)?;
        journey.touchpoints.get(&touchpoint)?.owner.map(Ref::id)
    };
    let is_mine = |touchpoint: Id| owner_of(touchpoint) == Some(department);
    let Blank { place, field } = question.blank;
    match place {
        BlankPlace::Touchpoint(touchpoint)
        | BlankPlace::Promise { touchpoint, .. }
        | BlankPlace::LivedStandard { touchpoint, .. } => is_mine(touchpoint),
        BlankPlace::Step(key) => match field {
            BlankField::FromAgrees => is_mine(key.from),
            BlankField::ToAgrees => is_mine(key.to),
            _ => is_mine(key.from) || is_mine(key.to),
        },
        BlankPlace::Department(id)
        | BlankPlace::SteeredMeasure { department: id, .. }
        | BlankPlace::SystemAccess { department: id, .. }
        | BlankPlace::TermLabel { department: id, .. } => id == department,
        BlankPlace::System(id) => {
            let decided_by = workspace.systems.get(&id).and_then(|system| system.decided_by);
            decided_by.is_some_and(|decides| decides.id() == department)
        }
        _ => false,
    }
}
