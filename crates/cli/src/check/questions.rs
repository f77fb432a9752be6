//! Open checks grouped by the blank that decides them.

use std::collections::HashMap;

use crosslane_core::model::Id;
use crosslane_core::rules::{Blank, Evaluation};

/// A blank that leaves checks open.
pub struct Question {
    /// The journey it was met in.
    pub journey: Id,
    /// The blank.
    pub blank: Blank,
    /// How many checks name it.
    pub checks: usize,
}

/// The questions, those that answer most first; of equals, in the order they were met.
pub fn questions(evaluation: &Evaluation) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut known: HashMap<(Option<Id>, Blank), usize> = HashMap::new();
    for journey in &evaluation.journeys {
        for open in &journey.findings.not_assessed {
            for blank in &open.missing {
                // An empty register is one question, however many journeys ask it.
                let within = (!is_of_workspace(*blank)).then_some(journey.id);
                let at = *known.entry((within, *blank)).or_insert_with(|| {
                    questions.push(Question { journey: journey.id, blank: *blank, checks: 0 });
                    questions.len() - 1
                });
                questions[at].checks += 1;
            }
        }
    }
    questions.sort_by_key(|question| std::cmp::Reverse(question.checks));
    questions
}

fn is_of_workspace(blank: Blank) -> bool {
    use crosslane_core::rules::BlankPlace;
    !matches!(blank.place, BlankPlace::Journey | BlankPlace::Touchpoint(_) | BlankPlace::Step(_))
}
