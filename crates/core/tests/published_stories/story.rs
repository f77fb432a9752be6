//! Journeys written down from a published story.

use crosslane_core::model::{
    Card, Channel, Department, Id, Item, Journey, Phase, Ref, Stage, Standard, Step, StepKey, Subject,
    Touchpoint, Workspace,
};

/// Where a break is.
#[derive(Clone, Copy, Debug)]
pub enum At {
    /// At the handoff between these touchpoints.
    Handoff(&'static str, &'static str),
    /// At a subject of standards.
    Subject(&'static str),
}

/// A break that the authors name.
pub struct Break {
    /// The rule that finds it.
    pub rule: &'static str,
    /// Where.
    pub at: At,
    /// What they say, in our words.
    pub named: &'static str,
}

/// A story as a journey.
pub struct Story {
    /// Author, title, where and when it was published.
    pub source: &'static str,
    /// The journey.
    pub workspace: Workspace,
    /// The breaks its authors name.
    pub breaks: Vec<Break>,
    /// The handoffs of which they say that they worked.
    pub worked: Vec<(&'static str, &'static str)>,
}

/// What a rule finds at a handoff, and what the authors say of it.
pub fn found(rule: &'static str, from: &'static str, to: &'static str, named: &'static str) -> Break {
    Break { rule, at: At::Handoff(from, to), named }
}

pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub fn step_key(from: &str, to: &str) -> StepKey {
    StepKey::new(id(from), id(to))
}

/// A list that is known, such as what is asked; an empty one says: nothing.
#[allow(clippy::unnecessary_wraps, reason = "a known list of the model")]
pub fn known<Kind>(ids: &[&str]) -> Option<Vec<Ref<Kind>>> {
    Some(ids.iter().map(|text| id(text).into()).collect())
}

/// Writes a story down.
pub struct Writer {
    workspace: Workspace,
    journey: Journey,
    phase: Phase,
}

impl Writer {
    /// An empty journey with these departments, as identifier and name.
    pub fn new(title: &str, departments: &[(&str, &str)]) -> Self {
        let mut workspace = Workspace { title: title.to_owned(), ..Workspace::default() };
        for (key, name) in departments {
            let department = Department { name: (*name).to_owned(), ..Department::default() };
            workspace.departments.insert(id(key), department.into());
            workspace.department_order.push(id(key));
        }
        let journey = Journey { title: title.to_owned(), ..Journey::default() };
        Self { workspace, journey, phase: Phase::default() }
    }

    /// Pieces of information, none of them an identity check.
    pub fn items(&mut self, items: &[(&str, &str)]) {
        for (key, name) in items {
            let item = Item { name: (*name).to_owned(), identity_check: Some(false), ..Item::default() };
            self.workspace.items.insert(id(key), item.into());
        }
    }

    /// Channels.
    pub fn channels(&mut self, channels: &[(&str, &str)]) {
        for (key, name) in channels {
            let channel = Channel { name: (*name).to_owned(), ..Channel::default() };
            self.workspace.channels.insert(id(key), channel.into());
        }
    }

    /// A standard that was agreed about a subject of the same name.
    pub fn agreed(&mut self, subject: &str, name: &str, value: &str) {
        let about = Subject { name: name.to_owned(), ..Subject::default() };
        self.workspace.subjects.insert(id(subject), about.into());
        let standard = Standard {
            subject: Some(id(subject).into()),
            value: Some(value.to_owned()),
            ..Standard::default()
        };
        self.workspace.standards.insert(id(subject), standard.into());
    }

    /// A touchpoint at the end of the order, at which nothing is asked, needed or produced but what `told` says.
    pub fn touchpoint(&mut self, key: &str, owner: &str, stage: Stage, told: Touchpoint) {
        let touchpoint = Touchpoint {
            stage: Some(stage),
            owner: Some(id(owner).into()),
            asked: told.asked.or(known(&[])),
            needed: told.needed.or(known(&[])),
            produced: told.produced.or(known(&[])),
            systems: told.systems.or(known(&[])),
            ..told
        };
        self.journey.touchpoints.insert(id(key), touchpoint.into());
        self.phase.touchpoints.push(id(key));
    }

    /// What is known of a handoff.
    pub fn card(&mut self, from: &str, to: &str, card: Card) {
        let step = Step { card: Some(card), ..Step::default() };
        self.journey.steps.insert(step_key(from, to), step.into());
    }

    /// The story as far as it is told.
    pub fn finish(
        mut self,
        source: &'static str,
        breaks: Vec<Break>,
        worked: &[(&'static str, &'static str)],
    ) -> Story {
        self.journey.phases.insert(id("phase"), self.phase.into());
        self.journey.phase_order.push(id("phase"));
        self.workspace.journeys.insert(id("journey"), self.journey.into());
        self.workspace.journey_order.push(id("journey"));
        Story { source, workspace: self.workspace, breaks, worked: worked.to_vec() }
    }
}
