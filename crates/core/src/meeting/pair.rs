//! The page of two departments: what passes between them, and what to talk about.

use super::agenda::agenda;
use super::department::can_answer;
use super::{AgendaItem, Crossing, crossings};
use crate::model::{Id, Workspace};
use crate::rules::{Evaluation, Flag, Place, Question, questions};
use crate::sort::Sort;

/// What concerns two departments together, over all journeys.
#[derive(Clone, Debug, PartialEq)]
pub struct PairPage {
    /// The handoffs from the first to the second, the highest risk first.
    pub there: Vec<Crossing>,
    /// The handoffs from the second to the first, the highest risk first.
    pub back: Vec<Crossing>,
    /// The open flags about the two as a pair, once each.
    pub flags: Vec<Flag>,
    /// What to talk about, the most pressing first.
    pub agenda: Vec<AgendaItem>,
}

/// Gathers what concerns two departments together.
pub fn pair_page(workspace: &Workspace, evaluation: &Evaluation, one: Id, two: Id) -> PairPage {
    let evaluation = &evaluation.of_today(workspace);
    let from_to = |from: Id, to: Id| {
        crossings(evaluation, |risk| risk.from_department == from && risk.to_department == to)
    };
    let (there, back) = (from_to(one, two), from_to(two, one));
    let mut both: Vec<&Crossing> = there.iter().chain(&back).collect();
    both.arrange_by(|a, b| b.risk.risk.total_cmp(&a.risk.risk));
    let between =
        |question: &Question| can_answer(workspace, question, one) && can_answer(workspace, question, two);
    let shared: Vec<Question> = questions(evaluation).into_iter().filter(between).collect();
    let agenda = agenda(workspace, evaluation, &both, &shared);
    PairPage { flags: pair_flags(evaluation, one, two), agenda, there, back }
}

/// The same pair is judged in every journey: what is said of it is the same, so each rule speaks once.
fn pair_flags(evaluation: &Evaluation, one: Id, two: Id) -> Vec<Flag> {
    let mut found: Vec<Flag> = Vec::new();
    for flag in evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags) {
        let about = matches!(flag.place, Place::Pair(a, b) if (a, b) == (one, two) || (a, b) == (two, one));
        let known = || found.iter().any(|known| known.rule == flag.rule && known.subject == flag.subject);
        if about && flag.is_open() && !known() {
            found.push(flag.clone());
        }
    }
    found
}
