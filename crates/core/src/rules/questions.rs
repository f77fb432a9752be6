//! The open questions: blanks, by how many checks each could decide.

use std::collections::HashMap;

use crate::model::Id;
use crate::sort::Sort;

use super::blank::Blank;
use super::evaluate::Evaluation;

/// A blank to fill, and what filling it answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The journey the blank is in; `None` for what all journeys share.
    pub journey: Option<Id>,
    /// The blank.
    pub blank: Blank,
    /// The open checks that name it.
    pub checks: usize,
    /// Their rules, each once, in the order of the registry.
    pub rules: Vec<&'static str>,
}

/// The open questions of a workspace: those that answer the most checks first, then in the order of the
/// journeys. A check that several blanks could decide counts at each of them.
pub fn questions(evaluation: &Evaluation) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut asked: HashMap<(Option<Id>, Blank), usize> = HashMap::new();
    for journey in &evaluation.journeys {
        for open in &journey.findings.not_assessed {
            for blank in &open.missing {
                let of = Some(journey.id).filter(|_| !blank.place.is_shared());
                let at = *asked.entry((of, *blank)).or_insert_with(|| {
                    questions.push(Question { journey: of, blank: *blank, checks: 0, rules: Vec::new() });
                    questions.len() - 1
                });
                let question = &mut questions[at];
                question.checks += 1;
                if !question.rules.contains(&open.rule) {
                    question.rules.push(open.rule);
                }
            }
        }
    }
    for question in &mut questions {
        question
            .rules
            .arrange_by_key(|rule| super::registry::RULES.iter().position(|known| known.id == *rule));
    }
    // Stable: questions worth the same stay in the order in which they were met.
    questions.arrange_by_key(|question| std::cmp::Reverse(question.checks));
    questions
}
