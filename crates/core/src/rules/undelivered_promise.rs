//! `undelivered-promise`: a promise that nobody keeps, or that somebody keeps who was not told of it.
//!
//! Kind time, at the promise; counts at no handoff. An error where no later touchpoint fulfils its subject; a
//! warning where one of an owner does who is not told of it: who neither made the promise nor is
//! responsible, consulted or informed where it is made. Inputs: promises, owners, who else is told, subjects
//! fulfilled; no thresholds. A touchpoint that does not say which promises are made is asked; an empty
//! register of subjects is one open question for the journey.
//! Source: Valarie Zeithaml, Leonard Berry and A. Parasuraman, "Communication and Control Processes in the
//! Delivery of Service Quality", Journal of Marketing 1988: promised by one, to be kept by another.

use crate::model::{Id, Practice};

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::Findings;
use super::flag::{Place, Severity};
use super::inputs::{Input, Inputs};
use super::node::First;
use super::owners::{IN_WORD, bit_of};
use super::promises::{Keeping, Made, promises};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "undelivered-promise",
    kind: RuleKind::Time,
    place: PlaceKind::Promise,
    severities: &[Severity::Error, Severity::Warning],
    practices: &[Practice::Standard, Practice::Initiative, Practice::CoCreation],
    reads: Inputs::of(&[Input::Promises, Input::Fulfils, Input::Told, Input::EmptyRegister]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    ask_for_promises(context, findings);
    let (by_subject, unknown) = promises(context);
    for made in unknown {
        made.open(context, findings, vec![made.blank(context, BlankField::Subject)]);
    }
    if by_subject.is_empty() {
        return;
    }
    let keeping = Keeping::of(context);
    for (subject, made) in by_subject {
        let keeps = keeping.about(subject);
        let rounds: Vec<Vec<Kept>> =
            (0..context.owners().rounds().max(1)).map(|round| kept_after(context, &keeps, round)).collect();
        for made in made {
            let kept: Vec<Kept> = rounds.iter().map(|round| round[made.node]).collect();
            judge(context, findings, &made, &kept);
        }
    }
}

/// Touchpoints that do not say which promises are made there.
fn ask_for_promises(context: &Context<'_>, findings: &mut Findings) {
    let nodes = context.flow.nodes().iter().zip(&context.touchpoints);
    let silent = nodes.filter(|(node, touchpoint)| !node.customer_alone && touchpoint.promises.is_none());
    for (node, _) in silent {
        let is_empty = context.workspace.subjects.is_empty();
        let (place, missing) = if is_empty {
            (Place::Journey, Blank::register(BlankField::Subjects))
        } else {
            (Place::Touchpoint(node.id), Blank::at(node.id, BlankField::Promises))
        };
        findings.not_assessed(context, place, None, Severity::Error, vec![missing]);
        if is_empty {
            return;
        }
    }
}

/// Who keeps, or may keep, a subject after a node; owners as bits of one round.
#[derive(Clone, Copy, Default)]
struct Kept {
    by: u64,
    perhaps_by: u64,
    // The first touchpoint without an owner that keeps it.
    by_open_owner: First,
    // The first touchpoint that may, and the first of them without an owner.
    perhaps: First,
    perhaps_open_owner: First,
    // Kept at a touchpoint that is the customer's alone.
    alone: bool,
}

impl Kept {
    fn join(&mut self, other: &Self) {
        self.by |= other.by;
        self.alone |= other.alone;
        self.by_open_owner.join(other.by_open_owner);
        self.perhaps_by |= other.perhaps_by;
        self.perhaps.join(other.perhaps);
        self.perhaps_open_owner.join(other.perhaps_open_owner);
    }

    fn add(&mut self, context: &Context<'_>, node: usize, keeps: Option<bool>, round: usize) {
        let (of_flow, bit) = (&context.flow.nodes()[node], context.owners().bit(node, round));
        let open_owner = of_flow.owner.is_none() && !of_flow.customer_alone;
        match keeps {
            Some(true) => {
                self.by |= bit;
                self.alone |= of_flow.customer_alone;
                if open_owner {
                    self.by_open_owner.add(node);
                }
            }
            None => {
                self.perhaps_by |= bit;
                self.perhaps.add(node);
                if open_owner {
                    self.perhaps_open_owner.add(node);
                }
            }
            Some(false) => {}
        }
    }
}

/// Who keeps a subject after each node, in one pass against the flow.
fn kept_after(context: &Context<'_>, keeps: &[Option<bool>], round: usize) -> Vec<Kept> {
    let components = context.components();
    let mut at_or_after = vec![Kept::default(); components.count()];
    let mut after = vec![Kept::default(); context.flow.nodes().len()];
    for (component, members) in components.all().enumerate().rev() {
        let mut later = Kept::default();
        for step in members.iter().flat_map(|node| context.flow.steps_from(*node)) {
            let next = components.of_node[step.to];
            if next != component {
                later.join(&at_or_after[next]);
            }
        }
        let mut all = later;
        for node in members {
            all.add(context, *node, keeps[*node], round);
        }
        at_or_after[component] = all;
        for node in members {
            after[*node] = if components.loops(component) { all } else { later };
        }
    }
    after
}

fn judge(context: &Context<'_>, findings: &mut Findings, made: &Made<'_>, kept: &[Kept]) {
    let is_kept = kept.iter().any(|kept| kept.by != 0 || kept.alone || kept.by_open_owner.number().is_some());
    let perhaps = kept.iter().find_map(|kept| kept.perhaps.number());
    let fulfils = |node: Option<usize>| node.map(|node| Blank::at(context.id_of(node), BlankField::Fulfils));
    if !is_kept {
        match fulfils(perhaps) {
            Some(missing) => made.open(context, findings, vec![missing]),
            None => findings.fires(context, [made.finding(context, Severity::Error, None, Vec::new())]),
        }
        return;
    }
    let touchpoint = context.touchpoint(made.node);
    let lists = [
        (&touchpoint.responsible, BlankField::Responsible),
        (&touchpoint.consulted, BlankField::Consulted),
        (&touchpoint.informed, BlankField::Informed),
    ];
    let told: Vec<Id> = lists
        .iter()
        .filter_map(|(list, _)| list.as_ref())
        .flatten()
        .map(|department| department.id())
        .collect();
    let owner = context.flow.nodes()[made.node].owner;
    let is_told = |number: &usize| {
        let department = context.owners().id(*number);
        owner == Some(department) || told.contains(&department)
    };
    let untold = |bits: fn(&Kept) -> u64| {
        kept.iter().enumerate().find_map(|(round, kept)| {
            let first = round * IN_WORD;
            let last = context.owners().ids().len().min(first + IN_WORD);
            let has = |number: &usize| bits(kept) & bit_of(*number, round) != 0;
            (first..last).filter(|_| bits(kept) != 0).find(|number| has(number) && !is_told(number))
        })
    };
    let here = BlankPlace::Touchpoint(context.id_of(made.node));
    let mut missing = Missing::default();
    let kept_by = untold(|kept| kept.by);
    if kept_by.is_some() {
        missing.add_if(owner.is_none(), here, BlankField::Owner);
        for (list, field) in lists {
            missing.add_if(list.is_none(), here, field);
        }
        if let Some(number) = kept_by.filter(|_| missing.is_empty()) {
            let values = vec![NamedValue::new("kept_by", Value::Department(context.owners().id(number)))];
            findings.fires(context, [made.finding(context, Severity::Warning, None, values)]);
            return;
        }
    }
    for node in kept.iter().filter_map(|kept| kept.by_open_owner.number()) {
        missing.add(Blank::at(context.id_of(node), BlankField::Owner));
    }
    let open_owner = kept.iter().find_map(|kept| kept.perhaps_open_owner.number());
    let may_be_untold = untold(|kept| kept.perhaps_by).is_some() || open_owner.is_some();
    if let Some(blank) = fulfils(open_owner.or(perhaps)).filter(|_| may_be_untold) {
        missing.add(blank);
    }
    if missing.is_empty() {
        findings.clear();
    } else {
        made.open(context, findings, missing.into_blanks());
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(promise: &str, rest: &str) -> Vec<String> {
        answers("undelivered-promise", &format!("a x front promise=p/s/60 {promise}\n{rest}"))
    }

    #[test]
    fn nobody_keeps_it() {
        assert_eq!(of("fulfils=s", "b y front promises=- fulfils=-"), ["a error p"]);
        assert_eq!(of("", "b x front promises=- fulfils=s"), ["clear 1"]);
        assert_eq!(of("", "b ? customer fulfils=s"), ["clear 1"]);
        let round = "b y front promises=- fulfils=-\n b>a link";
        assert_eq!(of("fulfils=s", round), ["clear 1"], "in a loop a comes after a");
    }

    #[test]
    fn who_keeps_it_has_to_be_told() {
        let later = "b y front promises=- fulfils=s";
        assert_eq!(of("responsible=- consulted=- informed=z", later), ["a warning p kept_by=y"]);
        for told in ["responsible=y", "consulted=y", "informed=z,y"] {
            assert_eq!(of(told, later), ["clear 1"], "{told}");
        }
        assert_eq!(of("informed=-", later), ["a ? responsible a, consulted a"]);
    }

    #[test]
    fn blanks_leave_it_open() {
        assert_eq!(of("", "b y front promises=-"), ["a ? fulfils b"]);
        assert_eq!(of("", "b x front promises=- fulfils=s\n c y front promises=-"), ["a ? fulfils c"]);
        assert_eq!(of("", "b ? front promises=- fulfils=s"), ["a ? owner b"]);
        assert_eq!(answers("undelivered-promise", "a x front\n b x front"), ["journey ? subjects workspace"]);
        assert_eq!(answers("undelivered-promise", "subject s unit=days\n a x front"), ["a ? promises a"]);
        assert_eq!(answers("undelivered-promise", "a x front promise=p//60"), ["a ? subject a/p"]);
    }
}
