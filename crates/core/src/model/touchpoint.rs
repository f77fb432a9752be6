//! The touchpoint and what stands on it.

use super::entity::{choice, entity};
use super::id::Ref;
use super::map::Map;
use super::registers::{Channel, Department, Item, Subject, System};
use super::scalar::{Date, Minutes, Rating};

choice! {
    /// Who the touchpoint happens between.
    pub enum Stage {
        /// The customer alone.
        Customer = "customer",
        /// Customer and organisation meet.
        Frontstage = "frontstage",
        /// The organisation works unseen by the customer.
        Backstage = "backstage",
        /// Work that supports the organisation's own work.
        Support = "support",
    }
}

choice! {
    /// Who makes a touchpoint happen.
    pub enum Starter {
        /// The customer has to act.
        Customer = "customer",
        /// The organisation acts.
        Organisation = "organisation",
    }
}

choice! {
    /// Where a satisfaction figure comes from.
    pub enum SatisfactionKind {
        /// The team's own guess.
        Estimate = "estimate",
        /// Asked in interviews or observed.
        Interview = "interview",
        /// Asked in a survey.
        Survey = "survey",
        /// Read from operations, such as complaints.
        Operational = "operational",
    }
}

choice! {
    /// What a touchpoint's description rests on.
    pub enum Evidence {
        /// Nobody has looked yet.
        Assumed = "assumed",
        /// Someone saw it or was told by a customer.
        Observed = "observed",
        /// Figures show it.
        Measured = "measured",
    }
}

entity! {
    /// A moment in which customer and organisation meet, something the customer does alone, or backstage work the customer depends on.
    pub struct Touchpoint: Touchpoint {
        /// What it is called.
        name: String,
        /// What the customer does.
        action: Option<String>,
        /// Customer, frontstage, backstage or support.
        stage: Option<Stage>,
        /// The one department accountable for it.
        owner: Option<Ref<Department>>,
        /// The department that does the work, where it is not the owner.
        performed_by: Option<Ref<Department>>,
        /// Departments that do the work beside the owner. An empty list says: none.
        responsible: Option<Vec<Ref<Department>>>,
        /// Departments that are asked.
        consulted: Option<Vec<Ref<Department>>>,
        /// Departments that are told.
        informed: Option<Vec<Ref<Department>>>,
        /// Departments that also claim to own it. An empty list says: none.
        claimed_by: Option<Vec<Ref<Department>>>,
        /// The department the customer believes it is dealing with.
        perceived_owner: Option<Ref<Department>>,
        /// Who makes it happen.
        started_by: Option<Starter>,
        /// The channel it happens on.
        channel: Option<Ref<Channel>>,
        /// The systems used. An empty list says: none.
        systems: Option<Vec<Ref<System>>>,
        /// How satisfied customers are here, 1 to 5.
        satisfaction: Option<Rating>,
        /// Where that figure comes from.
        satisfaction_kind: Option<SatisfactionKind>,
        /// Its source, such as the name of the survey.
        satisfaction_source as Line: Option<String>,
        /// How many customers answered.
        satisfaction_answers: Option<u64>,
        /// When it was taken.
        satisfaction_date: Option<Date>,
        /// How much it matters to customers, 1 to 5.
        importance: Option<Rating>,
        /// Whether it decides what the customer thinks of the whole.
        moment_of_truth: Option<bool>,
        /// How long it takes.
        duration: Option<Minutes>,
        /// Information asked from the customer here. An empty list says: none.
        asked: Option<Vec<Ref<Item>>>,
        /// Information needed here. An empty list says: none.
        needed: Option<Vec<Ref<Item>>>,
        /// Information that comes into being here. An empty list says: none.
        produced: Option<Vec<Ref<Item>>>,
        /// Promises made to the customer here. An empty object says: none.
        promises: Option<Map<Promise>>,
        /// Subjects of earlier promises that are kept here.
        fulfils: Option<Vec<Ref<Subject>>>,
        /// Standards as they are lived here.
        standards: Option<Map<LivedStandard>>,
        /// What goes wrong.
        pain_points: Option<Vec<String>>,
        /// What could be better.
        ideas: Option<Vec<String>>,
        /// What customers said.
        quotes: Option<Vec<String>>,
        /// What this description rests on.
        evidence: Option<Evidence>,
        /// Where the evidence can be read.
        evidence_link as Line: Option<String>,
        /// When the evidence was last looked at.
        reviewed_on: Option<Date>,
        /// Customers a month.
        monthly_volume: Option<u64>,
        /// Free labels.
        tags: Option<Vec<String>>,
        /// The journey ends here: no default step leads on.
        ends: Option<bool>,
        /// The touchpoint of the current journey it replaces.
        based_on: Option<Ref<Touchpoint>>,
        /// What people say about it.
        comments: Map<Comment>,
        /// Anything else.
        notes: Option<String>,
    }
}

entity! {
    /// A promise made to the customer.
    pub struct Promise in Promises {
        /// What it is about.
        subject: Option<Ref<Subject>>,
        /// What is promised.
        value as Line: Option<String>,
        /// How soon it is due.
        due_within: Option<Minutes>,
    }
}

entity! {
    /// The value of a standard as a touchpoint lives it.
    pub struct LivedStandard in Standards {
        /// What it is about.
        subject: Option<Ref<Subject>>,
        /// The value lived here.
        value as Line: Option<String>,
    }
}

entity! {
    /// What somebody said about a touchpoint, a handoff or an initiative.
    pub struct Comment {
        /// Who said it.
        author: String,
        /// When.
        date: Option<Date>,
        /// What was said.
        text: String,
        /// Nothing more has to be done about it.
        settled: Option<bool>,
    }
}
