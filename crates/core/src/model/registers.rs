//! The registers: what all journeys of a workspace share.

use super::color::Color;
use super::entity::{choice, entity};
use super::id::Ref;
use super::journey::Journey;
use super::map::Map;
use super::practice::Decision;
use super::scalar::Percent;

choice! {
    /// Where a department stands towards the organisation.
    pub enum DepartmentKind {
        /// Part of the organisation.
        Internal = "internal",
        /// Another company that works with it.
        Partner = "partner",
        /// A public authority.
        Authority = "authority",
    }
}

choice! {
    /// Where a measure should go.
    pub enum Direction {
        /// Higher is better.
        Up = "up",
        /// Lower is better.
        Down = "down",
    }
}

choice! {
    /// What a department may do in a system.
    pub enum Access {
        /// Nothing.
        None = "none",
        /// It has to ask each time.
        OnRequest = "on_request",
        /// See, but not change.
        Read = "read",
        /// See and change.
        Write = "write",
    }
}

entity! {
    /// An organisational unit that can own touchpoints.
    pub struct Department: Department {
        /// What people call it.
        name: String,
        /// Its colour everywhere, as #rrggbb; without one the app picks one by its place in the register.
        color: Option<Color>,
        /// Internal, partner or authority.
        kind: Option<DepartmentKind>,
        /// The person who leads it.
        lead as Line: Option<String>,
        /// What it is steered by, with the direction it is steered in. An empty object says: nothing.
        measures: Option<Map<SteeredMeasure, Ref<Measure>>>,
        /// Whether it takes part in this mapping.
        takes_part: Option<bool>,
        /// Anything else.
        notes: Option<String>,
    }
}

entity! {
    /// How a department is steered by a measure.
    pub struct SteeredMeasure in Steered {
        /// The direction it is asked to move the measure.
        direction: Option<Direction>,
        /// The value it is asked to reach.
        target as Line: Option<String>,
    }
}

entity! {
    /// A kind of customer.
    pub struct Persona: Persona {
        /// What people call them.
        name: String,
        /// Who they are and what they need.
        description: Option<String>,
    }
}

entity! {
    /// A way in which customer and organisation meet.
    pub struct Channel: Channel {
        /// What people call it.
        name: String,
        /// Anything else.
        notes: Option<String>,
    }
}

entity! {
    /// A system people work with.
    pub struct System: System {
        /// What people call it.
        name: String,
        /// The department that decides on it.
        decided_by: Option<Ref<Department>>,
        /// What each department may do in it.
        access: Map<SystemAccess, Ref<Department>>,
        /// The systems it exchanges data with. An empty list says: none.
        connected_to: Option<Vec<Ref<System>>>,
        /// Anything else.
        notes: Option<String>,
    }
}

entity! {
    /// What one department may do in a system.
    pub struct SystemAccess in Access {
        /// None, on request, read or write.
        access: Option<Access>,
    }
}

entity! {
    /// A piece of information that travels along a journey.
    pub struct Item: Item {
        /// What people call it.
        name: String,
        /// Asking for it again is deliberate, to make sure who the customer is.
        identity_check: Option<bool>,
        /// Anything else.
        notes: Option<String>,
    }
}

entity! {
    /// What promises and standards are about, such as reply time, delivery date or tone.
    pub struct Subject: Subject {
        /// What people call it.
        name: String,
        /// The unit its values are in, such as hours or days.
        unit as Line: Option<String>,
    }
}

entity! {
    /// An agreed value for a subject, and where it holds.
    pub struct Standard: Standard {
        /// What it is about.
        subject: Option<Ref<Subject>>,
        /// The agreed value.
        value as Line: Option<String>,
        /// The channel it holds on; without one, on all.
        channel: Option<Ref<Channel>>,
        /// The name of the phase it holds in; without one, in all.
        phase as Line: Option<String>,
        /// The departments that agreed.
        agreed_by: Option<Vec<Ref<Department>>>,
        /// The decision it comes from.
        decision: Option<Ref<Decision>>,
    }
}

entity! {
    /// A concept and what each department calls it.
    pub struct Term: Term {
        /// The concept.
        concept: String,
        /// What it means.
        meaning: Option<String>,
        /// The label everyone should use.
        preferred as Line: Option<String>,
        /// Other labels in use; one may end in * to stand for its inflected forms.
        variants: Option<Vec<String>>,
        /// The label each department uses.
        labels: Map<TermLabel, Ref<Department>>,
    }
}

entity! {
    /// What one department calls a concept.
    pub struct TermLabel in Labels {
        /// Its label.
        label as Line: Option<String>,
    }
}

entity! {
    /// A measure departments are steered by.
    pub struct Measure: Measure {
        /// What people call it.
        name: String,
        /// The unit of its values.
        unit as Line: Option<String>,
        /// The measures that get worse when this one gets better. An empty list says: none.
        opposes: Option<Vec<Ref<Measure>>>,
    }
}

entity! {
    /// A shared customer outcome.
    pub struct Goal: Goal {
        /// The outcome for the customer.
        outcome: String,
        /// How it is measured.
        measure as Line: Option<String>,
        /// The value at the start.
        baseline: Option<f64>,
        /// The value aimed at.
        target: Option<f64>,
        /// The value now.
        current: Option<f64>,
        /// The journeys it is for.
        journeys: Option<Vec<Ref<Journey>>>,
        /// What each department does for it.
        contributions: Map<Contribution, Ref<Department>>,
    }
}

entity! {
    /// What one department does for a goal.
    pub struct Contribution in Contributions {
        /// Its part, in a sentence.
        part: Option<String>,
        /// How much of the goal rests on it, in per cent.
        share: Option<Percent>,
    }
}
