//! `mixed-vocabulary`: departments that customers meet use different words for one thing.
//!
//! Kind steering, a warning at the term; counts at no handoff. Fires where two departments that both own a
//! frontstage or customer touchpoint of the journey have different labels for the term, or where the label
//! of one of them is what the other calls another term; that shows at both terms. Inputs: owners and stages, the labels of the terms; no
//! thresholds. Case and spaces do not count. Not applicable where fewer than two departments could meet
//! the customer; an empty register of terms is one open question for the journey.
//! Source: Eric Evans, "Domain-Driven Design", 2003: one language, or each hears something else.

use std::collections::HashMap;

use crate::model::{Id, Practice, Stage, Term};
use crate::sort::Sort;

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::texts::folded;
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "mixed-vocabulary",
    kind: RuleKind::Steering,
    place: PlaceKind::Term,
    severities: &[Severity::Warning],
    practices: &[Practice::SharedVocabulary],
    reads: Inputs::of(&[Input::Stage, Input::Labels, Input::EmptyRegister]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let meets = Meets::of(context);
    if meets.perhaps.len() + usize::from(meets.open_owner) < 2 {
        return;
    }
    if context.workspace.terms.is_empty() {
        findings.not_assessed(
            context,
            Place::Journey,
            None,
            Severity::Warning,
            vec![Blank::register(BlankField::Terms)],
        );
        return;
    }
    let used = Used::of(context, &meets);
    for (id, term) in &context.workspace.terms {
        let place = Place::Term(*id);
        let values = different_labels(&meets, term).or_else(|| same_label(&meets, term, *id, &used));
        if let Some(values) = values {
            let (subject, severity) = (Subject::None, Severity::Warning);
            findings.fires(context, [Finding { place, subject, severity, blames: None, values }]);
            continue;
        }
        let missing = missing(&meets, *id, term, &used);
        if missing.is_empty() {
            findings.clear();
        } else {
            findings.not_assessed(context, place, None, Severity::Warning, missing.into_blanks());
        }
    }
}

/// The departments that meet the customer in the journey, and those that may.
struct Meets {
    surely: Vec<Id>,
    perhaps: Vec<Id>,
    // Touchpoints that decide who else does, and whether somebody nobody named may.
    open: Vec<Blank>,
    open_owner: bool,
}

impl Meets {
    fn of(context: &Context<'_>) -> Self {
        let mut meets = Self { surely: Vec::new(), perhaps: Vec::new(), open: Vec::new(), open_owner: false };
        for (node, touchpoint) in context.flow.nodes().iter().zip(&context.touchpoints) {
            let Some(owner) = node.owner else {
                if matches!(touchpoint.stage, None | Some(Stage::Frontstage)) {
                    meets.open.push(Blank::at(node.id, BlankField::Owner));
                    meets.open_owner = true;
                }
                continue;
            };
            match touchpoint.stage {
                Some(Stage::Customer | Stage::Frontstage) => {
                    meets.surely.push(owner);
                    meets.perhaps.push(owner);
                }
                None => {
                    meets.perhaps.push(owner);
                    meets.open.push(Blank::at(node.id, BlankField::Stage));
                }
                Some(Stage::Backstage | Stage::Support) => {}
            }
        }
        for list in [&mut meets.surely, &mut meets.perhaps] {
            list.arrange();
            list.dedup();
        }
        meets
    }
}

/// What departments call a term.
fn labels<'a>(departments: &'a [Id], term: &'a Term) -> impl Iterator<Item = (Id, &'a str)> {
    let label = |department: &Id| Some((*department, term.labels.get(department)?.label.as_deref()?));
    departments.iter().filter_map(label).filter(|(_, label)| !label.trim().is_empty())
}

fn different_labels(meets: &Meets, term: &Term) -> Option<Vec<NamedValue>> {
    let (one, label) = labels(&meets.surely, term).next()?;
    let (other, other_label) =
        labels(&meets.surely, term).find(|(_, other)| folded(other) != folded(label))?;
    Some(vec![
        NamedValue::new("department", Value::Department(one)),
        NamedValue::new("label", Value::Text(label.to_owned())),
        NamedValue::new("other_department", Value::Department(other)),
        NamedValue::new("other_label", Value::Text(other_label.to_owned())),
    ])
}

/// The labels of all terms.
struct Used {
    // Who uses a label for which term.
    by_label: HashMap<String, Vec<(Id, Id)>>,
    blank: Missing,
}

impl Used {
    fn of(context: &Context<'_>, meets: &Meets) -> Self {
        let mut used = Self { by_label: HashMap::new(), blank: Missing::default() };
        for (id, term) in &context.workspace.terms {
            for (department, label) in labels(&meets.surely, term) {
                used.by_label.entry(folded(label)).or_default().push((*id, department));
            }
            add_blank_labels(meets, *id, term, &mut used.blank);
        }
        used
    }
}

fn same_label(meets: &Meets, term: &Term, id: Id, used: &Used) -> Option<Vec<NamedValue>> {
    let mut labels = labels(&meets.surely, term);
    labels.find_map(|(department, label)| {
        let mut uses = used.by_label.get(&folded(label))?.iter();
        let (other_term, other) = uses.find(|(term, other)| *term != id && *other != department)?;
        Some(vec![
            NamedValue::new("label", Value::Text(label.to_owned())),
            NamedValue::new("other_department", Value::Department(*other)),
            NamedValue::new("other_term", Value::Term(*other_term)),
        ])
    })
}

fn add_blank_labels(meets: &Meets, id: Id, term: &Term, missing: &mut Missing) {
    for department in &meets.perhaps {
        let is_blank = labels(std::slice::from_ref(department), term).next().is_none();
        let place = BlankPlace::TermLabel { term: id, department: *department };
        missing.add_if(is_blank, place, BlankField::Label);
    }
}

/// What could make labels differ, or be the same as those of another term.
fn missing(meets: &Meets, id: Id, term: &Term, used: &Used) -> Missing {
    let mut missing = Missing::default();
    add_blank_labels(meets, id, term, &mut missing);
    for blank in used.blank.clone().into_blanks() {
        missing.add(blank);
    }
    if meets.open_owner || meets.surely.len() < meets.perhaps.len() {
        for blank in &meets.open {
            missing.add(*blank);
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(terms: &str) -> Vec<String> {
        answers("mixed-vocabulary", &["a x front\n b y front\n c z back\n", terms].concat())
    }

    #[test]
    fn two_words_for_one_thing() {
        assert_eq!(
            of("term t x=Survey y=expert_opinion z=report"),
            ["term:t warning department=x label=Survey other_department=y other_label=expert,opinion"]
        );
        assert_eq!(of("term t x=Survey y=survey z=report"), ["clear 1"]);
    }

    #[test]
    fn one_word_for_two_things() {
        assert_eq!(
            of("term t x=case y=case\n term u x=case y=case"),
            [
                "term:t warning label=case other_department=y other_term=u",
                "term:u warning label=case other_department=y other_term=t"
            ]
        );
    }

    #[test]
    fn blanks_are_asked_and_one_department_alone_is_not() {
        assert_eq!(of("term t x=case"), ["term:t ? label t/y"]);
        assert_eq!(of(""), ["journey ? terms workspace"]);
        assert!(answers("mixed-vocabulary", "a x front\n b y back\n term t x=one y=two").is_empty());
        let unknown = "a x front\n b y ?\n term t x=one y=two";
        assert_eq!(answers("mixed-vocabulary", unknown), ["term:t ? stage b"]);
    }
}
