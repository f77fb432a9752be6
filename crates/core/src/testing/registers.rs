//! The registers of a workspace written line by line.
//!
//! - `department NAME takes=yes measures=NAME/up,NAME/down,NAME` or `measures=-`
//! - `subject NAME unit=days`
//! - `standard NAME about=SUBJECT value= channel= phase=`
//! - `term NAME DEPARTMENT=LABEL …`
//! - `measure NAME opposes=`
//! - `goal NAME journeys= parts=`, the departments that contribute
//! - `initiative NAME departments= flags=RULE@FROM>TO`, the flags at handoffs; `decision NAME flags=`

use crate::model::{
    Contribution, Decision, Department, Direction, Goal, Id, Initiative, LivedStandard, Measure, Promise,
    Ref, Standard, SteeredMeasure, StepKey, Subject, Term, TermLabel, Touchpoint,
};
use crate::rules::{Place, Subject as FlagSubject, fingerprint};

use super::journey::{Places, id, journey_id, list, minutes, pair, yes_no};

impl Places {
    pub(super) fn register(&mut self, kind: &str, entry: Id, words: &[&str]) {
        let pairs: Vec<(&str, &str)> = words.iter().map(|word| pair(word)).collect();
        match kind {
            "department" => self.department_entry(entry, &pairs),
            "subject" => {
                let unit = pairs.first().map(|(_, unit)| (*unit).to_owned());
                let subject = Subject { name: entry.to_string(), unit, ..Subject::default() };
                self.workspace.subjects.insert(entry, subject.into());
            }
            "standard" => self.standard_entry(entry, &pairs),
            "term" => {
                let mut term = Term { concept: entry.to_string(), ..Term::default() };
                for (department, label) in pairs {
                    let label = TermLabel { label: Some(label.replace('_', " ")), ..TermLabel::default() };
                    term.labels.insert(self.department(department), label.into());
                }
                self.workspace.terms.insert(entry, term.into());
            }
            "measure" => {
                let opposes = pairs.first().map(|(_, names)| list(names, |name| self.measure(name)));
                let measure = Measure { name: entry.to_string(), opposes, ..Measure::default() };
                self.workspace.measures.insert(entry, measure.into());
            }
            "goal" => self.goal_entry(entry, &pairs),
            "initiative" => self.initiative_entry(entry, &pairs),
            "decision" => {
                let decision = Decision { flags: flags(pairs[0].1), ..Decision::default() };
                let committee = self.workspace.committee.get_or_insert_default();
                committee.decisions.insert(entry, decision.into());
            }
            other => panic!("{other}"),
        }
    }

    fn department_entry(&mut self, entry: Id, pairs: &[(&str, &str)]) {
        let mut department = Department { name: entry.to_string(), ..Department::default() };
        for (key, value) in pairs {
            match *key {
                "takes" => department.takes_part = Some(yes_no(value)),
                "measures" => {
                    let steered = list(value, |word| {
                        let (name, direction) = word.split_once('/').unwrap_or((word, ""));
                        let direction = Direction::from_word(direction);
                        let measure = SteeredMeasure { direction, ..SteeredMeasure::default() };
                        (self.measure(name), measure.into())
                    });
                    department.measures = Some(steered.into_iter().collect());
                }
                other => panic!("{other}"),
            }
        }
        self.department(entry.as_str());
        self.workspace.departments.insert(entry, department.into());
    }

    fn standard_entry(&mut self, entry: Id, pairs: &[(&str, &str)]) {
        let mut standard = Standard::default();
        for (key, value) in pairs {
            match *key {
                "about" => standard.subject = Some(self.subject(value)),
                "value" => standard.value = Some(value.replace('_', " ")),
                "channel" => standard.channel = Some(id(value).into()),
                "phase" => standard.phase = Some((*value).to_owned()),
                other => panic!("{other}"),
            }
        }
        self.workspace.standards.insert(entry, standard.into());
    }

    fn goal_entry(&mut self, entry: Id, pairs: &[(&str, &str)]) {
        let mut goal = Goal { outcome: entry.to_string(), ..Goal::default() };
        for (key, value) in pairs {
            match *key {
                "journeys" => {
                    goal.journeys =
                        Some(list(value, |name| if name == "j" { journey_id() } else { id(name) }.into()));
                }
                "parts" => {
                    let part = |name: &str| (self.department(name), Contribution::default().into());
                    goal.contributions = list(value, part).into_iter().collect();
                }
                other => panic!("{other}"),
            }
        }
        self.workspace.goals.insert(entry, goal.into());
    }

    fn initiative_entry(&mut self, entry: Id, pairs: &[(&str, &str)]) {
        let mut initiative = Initiative { title: entry.to_string(), ..Initiative::default() };
        for (key, value) in pairs {
            match *key {
                "departments" => initiative.departments = Some(list(value, |name| self.department(name))),
                "flags" => initiative.flags = flags(value),
                other => panic!("{other}"),
            }
        }
        self.workspace.initiatives.insert(entry, initiative.into());
    }

    pub(super) fn subject(&mut self, name: &str) -> Ref<Subject> {
        let key = id(name);
        if !self.workspace.subjects.contains_key(&key) {
            self.workspace
                .subjects
                .insert(key, Subject { name: name.to_owned(), ..Subject::default() }.into());
        }
        key.into()
    }

    fn measure(&mut self, name: &str) -> Ref<Measure> {
        let key = id(name);
        if !self.workspace.measures.contains_key(&key) {
            self.workspace
                .measures
                .insert(key, Measure { name: name.to_owned(), ..Measure::default() }.into());
        }
        key.into()
    }

    /// `NAME/SUBJECT/DUE/VALUE`
    pub(super) fn promise(&mut self, touchpoint: &mut Touchpoint, words: &str) {
        let mut parts = words.split('/');
        let name = id(parts.next().unwrap());
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let promise = Promise {
            subject: next().map(|subject| self.subject(subject)),
            due_within: next().map(minutes),
            value: next().map(|value| value.replace('_', " ")),
            ..Promise::default()
        };
        touchpoint.promises.get_or_insert_default().insert(name, promise.into());
    }

    /// `NAME/SUBJECT/VALUE`
    pub(super) fn lives(&mut self, touchpoint: &mut Touchpoint, words: &str) {
        let mut parts = words.split('/');
        let name = id(parts.next().unwrap());
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let lived = LivedStandard {
            subject: next().map(|subject| self.subject(subject)),
            value: next().map(|value| value.replace('_', " ")),
            ..LivedStandard::default()
        };
        touchpoint.standards.get_or_insert_default().insert(name, lived.into());
    }
}

/// The fingerprints of flags at handoffs, written as `RULE@FROM>TO`.
fn flags(words: &str) -> Vec<String> {
    list(words, |word| {
        let (rule, step) = word.split_once('@').unwrap();
        let (from, to) = step.split_once('>').unwrap();
        let place = Place::Handoff(StepKey::new(id(from), id(to)));
        fingerprint(rule, Some(journey_id()), place, FlagSubject::None)
    })
}
