//! What two departments should talk about.

use super::Crossing;
use crate::edit::side_lapsed;
use crate::model::{Card, Comment, Id, Side, StepKey, Workspace};
use crate::rules::{Evaluation, Question, Severity, is_described};

/// A handoff or question to talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// What there is to settle.
    pub topic: Topic,
    /// The journey, where it is about one.
    pub journey: Option<Id>,
    /// The handoff, where it is about one.
    pub handoff: Option<StepKey>,
}

/// What there is to settle.
#[derive(Clone, Debug, PartialEq)]
pub enum Topic {
    /// One side agrees to the card and the other does not, or what a side agreed to has changed.
    Dispute,
    /// It breaks the customer's experience: how many flags are errors, and how many there are.
    Break {
        /// Open errors.
        errors: usize,
        /// Open flags.
        flags: usize,
    },
    /// Nobody has said how it works.
    Undescribed,
    /// The card is filled in, and not both sides have agreed to it.
    NotAgreed,
    /// A comment on it that nobody has settled.
    Comment(Comment),
    /// Something only they can answer.
    Question(Question),
}

/// What is to be settled in one journey, the most pressing first; its questions are listed elsewhere.
pub fn journey_agenda(workspace: &Workspace, evaluation: &Evaluation, journey: Id) -> Vec<AgendaItem> {
    let Some(evaluated) = evaluation.journey(journey) else { return Vec::new() };
    // They are ranked already.
    let ranked = evaluated.scores.handoffs.iter().map(|risk| Crossing { journey, risk: risk.clone() });
    let here: Vec<Crossing> = ranked.collect();
    agenda(workspace, evaluation, &here.iter().collect::<Vec<_>>(), &[])
}

/// How many open questions are taken into an agenda.
const MOST_QUESTIONS: usize = 5;

/// What is to be settled at `crossings`, the most pressing first: disputes, breaks by risk, what is not described or
/// not agreed, comments, then questions.
pub(super) fn agenda(
    workspace: &Workspace,
    evaluation: &Evaluation,
    crossings: &[&Crossing],
    questions: &[Question],
) -> Vec<AgendaItem> {
    let card = |crossing: &Crossing| {
        let journey = workspace.journeys.get(&crossing.journey)?;
        journey.steps.get(&crossing.key())?.card.as_ref()
    };
    let mut disputes = Vec::new();
    let mut breaks = Vec::new();
    let mut unsettled = Vec::new();
    let mut comments = Vec::new();
    for crossing in crossings {
        let item =
            |topic| AgendaItem { topic, journey: Some(crossing.journey), handoff: Some(crossing.key()) };
        let card = card(crossing);
        if card.is_some_and(is_disputed) {
            disputes.push(item(Topic::Dispute));
        }
        let flags = crossing.flags(evaluation);
        let errors = flags.iter().filter(|flag| flag.severity == Severity::Error).count();
        if flags.iter().any(|flag| flag.severity != Severity::Info) {
            breaks.push(item(Topic::Break { errors, flags: flags.len() }));
        }
        match card.filter(|card| is_described(card)) {
            None => unsettled.push(item(Topic::Undescribed)),
            Some(card) if !is_disputed(card) && !is_agreed(card) => unsettled.push(item(Topic::NotAgreed)),
            Some(_) => {}
        }
        let open = card.map(|card| card.comments.values()).into_iter().flatten();
        let open = open.filter(|comment| comment.settled != Some(true));
        comments.extend(open.map(|comment| item(Topic::Comment(comment.as_ref().clone()))));
    }
    let questions = questions.iter().take(MOST_QUESTIONS).map(|question| AgendaItem {
        topic: Topic::Question(question.clone()),
        journey: question.journey,
        handoff: None,
    });
    disputes.into_iter().chain(breaks).chain(unsettled).chain(comments).chain(questions).collect()
}

fn is_disputed(card: &Card) -> bool {
    let says = |side: &Option<Side>| side.as_ref().and_then(|side| side.agrees);
    let lapsed = |side: &Option<Side>| side.as_ref().is_some_and(|side| side_lapsed(card, side));
    matches!((says(&card.from_side), says(&card.to_side)), (Some(from), Some(to)) if from != to)
        || lapsed(&card.from_side)
        || lapsed(&card.to_side)
}

fn is_agreed(card: &Card) -> bool {
    let agrees = |side: &Option<Side>| side.as_ref().is_some_and(|side| side.agrees == Some(true));
    agrees(&card.from_side) && agrees(&card.to_side)
}
