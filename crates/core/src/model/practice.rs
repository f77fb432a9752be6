//! The practices that connect silos: initiatives, stories, the steering committee, co-creation sessions.

use super::entity::{choice, entity};
use super::id::Ref;
use super::journey::Journey;
use super::map::Map;
use super::record::WaivedValue;
use super::registers::{Department, Standard};
use super::scalar::{Date, Percent};
use super::touchpoint::{Comment, Touchpoint};

choice! {
    /// A way to connect silos.
    pub enum Practice {
        /// An outcome for the customer that several departments are measured by.
        SharedGoal = "shared_goal",
        /// One word for one thing.
        SharedVocabulary = "shared_vocabulary",
        /// A change that several departments carry together.
        Initiative = "initiative",
        /// Telling what worked, and who made it work.
        Story = "story",
        /// A circle that decides across departments.
        SteeringCommittee = "steering_committee",
        /// An agreed value that all live.
        Standard = "standard",
        /// Working on it together with customers.
        CoCreation = "co_creation",
    }
}

choice! {
    /// How far an initiative is.
    pub enum InitiativeStatus {
        /// Somebody suggested it.
        Proposed = "proposed",
        /// The departments agreed to do it.
        Agreed = "agreed",
        /// Work has begun.
        UnderWay = "under_way",
        /// It is finished.
        Done = "done",
    }
}

entity! {
    /// A change that several departments carry together.
    pub struct Initiative: Initiative {
        /// What it is called.
        title: String,
        /// The practice it follows.
        practice: Option<Practice>,
        /// The departments that carry it.
        departments: Option<Vec<Ref<Department>>>,
        /// The fingerprints of the flags it addresses.
        flags as Unseen: Vec<String>,
        /// Those flags as they were when it was started, by their fingerprints.
        found: Map<AddressedFlag>,
        /// The person who leads it.
        owner as Line: Option<String>,
        /// How far it is.
        status: Option<InitiativeStatus>,
        /// When it should be done.
        due: Option<Date>,
        /// The worst risk among its handoffs before, 0 to 100.
        risk_before: Option<Percent>,
        /// The worst risk among its handoffs after, 0 to 100.
        risk_after: Option<Percent>,
        /// What people say about it.
        comments: Map<Comment>,
        /// Anything else.
        notes: Option<String>,
    }
}

entity! {
    /// A flag as it was when somebody began to do something about it.
    pub struct AddressedFlag {
        /// The rule that found it.
        rule: String,
        /// The journey it was found in.
        journey: Option<Ref<Journey>>,
        /// The touchpoint that hands on, at the handoff it counted at.
        from: Option<Ref<Touchpoint>>,
        /// The touchpoint that receives, at the handoff it counted at.
        to: Option<Ref<Touchpoint>>,
        /// The values compared at that time, by name.
        values: Map<WaivedValue>,
    }
}

entity! {
    /// What worked, and who made it work.
    pub struct Story: Story {
        /// What it is called.
        title: String,
        /// The story.
        text: Option<String>,
        /// The departments that worked together.
        departments: Option<Vec<Ref<Department>>>,
        /// Where it happened.
        touchpoints: Option<Vec<Ref<Touchpoint>>>,
        /// The people recognised.
        people: Option<Vec<String>>,
        /// When.
        date: Option<Date>,
    }
}

entity! {
    /// The circle that decides across departments.
    pub struct SteeringCommittee {
        /// What it may decide.
        mandate: Option<String>,
        /// How often it meets.
        rhythm as Line: Option<String>,
        /// Who sits in it for each department.
        members: Map<Members, Ref<Department>>,
        /// What it decided.
        decisions: Map<Decision>,
        /// What proved good, for others to copy.
        best_practices: Map<BestPractice>,
    }
}

entity! {
    /// Who sits in the committee for one department.
    pub struct Members in Members {
        /// Their names.
        names: Vec<String>,
    }
}

entity! {
    /// A decision of the steering committee.
    pub struct Decision: Decision {
        /// What was decided.
        text as Text: String,
        /// When.
        date: Option<Date>,
        /// The departments it binds.
        departments: Option<Vec<Ref<Department>>>,
        /// The fingerprints of the flags it addresses.
        flags as Unseen: Vec<String>,
        /// Those flags as they were when it was taken, by their fingerprints.
        found: Map<AddressedFlag>,
        /// The standard it became.
        standard: Option<Ref<Standard>>,
    }
}

entity! {
    /// Something that proved good.
    pub struct BestPractice in BestPractices {
        /// What it is called.
        title: String,
        /// What to do, and what it brought.
        text: Option<String>,
        /// The department it comes from.
        department: Option<Ref<Department>>,
    }
}

choice! {
    /// Who somebody in a session speaks for.
    pub enum ParticipantKind {
        /// A department.
        Department = "department",
        /// A partner.
        Partner = "partner",
        /// Customers.
        Customer = "customer",
    }
}

entity! {
    /// A session in which departments, partners and customers work on touchpoints together.
    pub struct Session: Session {
        /// What it is called.
        title: String,
        /// When it was held.
        date: Option<Date>,
        /// Who took part.
        participants: Map<Participant>,
        /// The touchpoints worked on.
        touchpoints: Option<Vec<Ref<Touchpoint>>>,
        /// Its cycles.
        cycles: Map<Cycle>,
    }
}

entity! {
    /// Somebody who takes part in a session.
    pub struct Participant in Participants {
        /// Their name or group.
        name: String,
        /// Who they speak for.
        kind: Option<ParticipantKind>,
        /// Their department.
        department: Option<Ref<Department>>,
    }
}

entity! {
    /// One round from findings to learning.
    pub struct Cycle in Cycles {
        /// When it began.
        date: Option<Date>,
        /// What was found.
        findings: Option<Vec<String>>,
        /// What could be done.
        ideas: Option<Vec<String>>,
        /// What was tried.
        prototype: Option<String>,
        /// How it was tested with customers.
        test: Option<String>,
        /// What was learned.
        learning: Option<String>,
        /// The initiatives its ideas became.
        initiatives as Unseen: Option<Vec<Ref<Initiative>>>,
    }
}
