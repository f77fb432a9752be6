//! The workspace: everything one file holds.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use super::entity::entity;
use super::id::{EntityKind, Id};
use super::journey::Journey;
use super::map::Map;
use super::practice::{Initiative, Session, SteeringCommittee, Story};
use super::record::{SavedView, Settings, Snapshot, Waiver};
use super::registers::{Channel, Department, Goal, Item, Measure, Persona, Standard, Subject, System, Term};
use super::revisions::Revisions;

entity! {
    /// The journeys and what they share.
    pub struct Workspace {
        /// Its identity, kept when it is sent to others.
        id: Option<Id>,
        /// What it is called.
        title: String,
        /// A hash of the canonical content, set when the file is saved.
        revision: Option<String>,
        /// The revision this one was made from.
        parent_revision: Option<String>,
        /// The revisions before that one, the newest first: at most 16 that were exported or opened.
        earlier_revisions: Revisions,
        /// The thresholds of the rules.
        settings: Option<Settings>,
        /// Departments.
        departments: Map<Department>,
        /// The departments in the order of their lanes.
        department_order: Vec<Id>,
        /// Personas.
        personas: Map<Persona>,
        /// Channels.
        channels: Map<Channel>,
        /// Systems.
        systems: Map<System>,
        /// Information items.
        items: Map<Item>,
        /// Subjects of promises and standards.
        subjects: Map<Subject>,
        /// Standards.
        standards: Map<Standard>,
        /// Terms.
        terms: Map<Term>,
        /// Measures.
        measures: Map<Measure>,
        /// Goals.
        goals: Map<Goal>,
        /// The journeys in order.
        journey_order: Vec<Id>,
        /// The journeys.
        journeys: Map<Journey>,
        /// Initiatives.
        initiatives: Map<Initiative>,
        /// Stories.
        stories: Map<Story>,
        /// The steering committee.
        committee: Option<SteeringCommittee>,
        /// Co-creation sessions.
        sessions: Map<Session>,
        /// Accepted flags.
        waivers: Map<Waiver>,
        /// Scores of earlier days.
        snapshots: Map<Snapshot>,
        /// Saved views.
        views: Map<SavedView>,
    }
}

impl Workspace {
    /// Whether an entity of this kind with this identifier exists.
    pub fn contains(&self, kind: EntityKind, id: Id) -> bool {
        let in_journeys =
            |has: fn(&Journey, &Id) -> bool| self.journeys.values().any(|journey| has(journey, &id));
        match kind {
            EntityKind::Department => self.departments.contains_key(&id),
            EntityKind::Persona => self.personas.contains_key(&id),
            EntityKind::Channel => self.channels.contains_key(&id),
            EntityKind::System => self.systems.contains_key(&id),
            EntityKind::Item => self.items.contains_key(&id),
            EntityKind::Subject => self.subjects.contains_key(&id),
            EntityKind::Standard => self.standards.contains_key(&id),
            EntityKind::Term => self.terms.contains_key(&id),
            EntityKind::Measure => self.measures.contains_key(&id),
            EntityKind::Goal => self.goals.contains_key(&id),
            EntityKind::Journey => self.journeys.contains_key(&id),
            EntityKind::Initiative => self.initiatives.contains_key(&id),
            EntityKind::Story => self.stories.contains_key(&id),
            EntityKind::Session => self.sessions.contains_key(&id),
            EntityKind::Decision => {
                self.committee.as_ref().is_some_and(|committee| committee.decisions.contains_key(&id))
            }
            EntityKind::Phase => in_journeys(|journey, id| journey.phases.contains_key(id)),
            EntityKind::Touchpoint => in_journeys(|journey, id| journey.touchpoints.contains_key(id)),
        }
    }

    /// [`contains`](Self::contains) for many questions, as pruning asks them: where touchpoints are asked for,
    /// those of all journeys are gathered once.
    pub fn known(&self) -> impl Fn(EntityKind, Id) -> Option<Id> + '_ {
        let touchpoints: OnceCell<HashSet<Id>> = OnceCell::new();
        let gather =
            || self.journeys.values().flat_map(|journey| journey.touchpoints.keys().copied()).collect();
        move |kind, id| {
            let exists = match kind {
                EntityKind::Touchpoint => touchpoints.get_or_init(gather).contains(&id),
                _ => self.contains(kind, id),
            };
            exists.then_some(id)
        }
    }

    /// What the journeys share, without them.
    #[must_use]
    pub fn without_journeys(&self) -> Self {
        Self { journeys: Map::default(), ..self.clone() }
    }

    /// The journeys in order, with their identifiers.
    pub fn ordered_journeys(&self) -> impl Iterator<Item = (Id, &Arc<Journey>)> {
        self.journey_order.iter().filter_map(|id| Some((*id, self.journeys.get(id)?)))
    }

    /// The departments in the order of their lanes, with their identifiers.
    pub fn ordered_departments(&self) -> impl Iterator<Item = (Id, &Arc<Department>)> {
        self.department_order.iter().filter_map(|id| Some((*id, self.departments.get(id)?)))
    }

    /// The thresholds in force: those of the workspace, else those of the rules.
    pub fn thresholds(&self) -> Settings {
        self.settings.clone().unwrap_or_default()
    }

    /// The name of a department, or the empty text where there is none.
    pub fn department_name(&self, id: Id) -> &str {
        self.departments.get(&id).map_or("", |department| department.name.as_str())
    }
}
