//! English labels.

use crosslane_core::model::{
    Access, DepartmentKind, Direction, EntityKind, Evidence, InitiativeStatus, Interaction, JourneyState,
    Method, ParticipantKind, Practice, SatisfactionKind, Stage, Starter,
};
use crosslane_core::rules::{CardField, RuleKind, Severity};

use crate::labels::Label;

macro_rules! labels {
    ($($type:ident { $($variant:ident: $label:literal),* $(,)? })*) => { $(
        impl Label for $type {
            fn label(self) -> &'static str {
                match self { $( Self::$variant => $label, )* }
            }
        }
    )* };
}

labels! {
    Severity { Info: "Info", Warning: "Warning", Error: "Error" }
    RuleKind {
        Customer: "What the customer feels",
        Agreement: "What was agreed",
        Time: "Waits and promises",
        Systems: "Systems and access",
        Steering: "Goals, measures and words",
        Ownership: "Who owns what",
        Journey: "The journey as a whole",
        Meta: "What is done about flags",
    }
    Stage {
        Customer: "Customer alone",
        Frontstage: "Frontstage",
        Backstage: "Backstage",
        Support: "Support",
    }
    Starter { Customer: "The customer", Organisation: "The organisation" }
    SatisfactionKind {
        Estimate: "Our estimate",
        Interview: "Interviews",
        Survey: "Survey",
        Operational: "Operations",
    }
    Evidence { Assumed: "Assumed", Observed: "Observed", Measured: "Measured" }
    JourneyState { Current: "Current", Future: "Future" }
    DepartmentKind { Internal: "Internal", Partner: "Partner", Authority: "Authority" }
    Direction { Up: "Up", Down: "Down" }
    Access { None: "No access", OnRequest: "On request", Read: "May read", Write: "May change" }
    Method {
        SharedRecord: "Shared record",
        Warm: "Warm handover",
        Form: "Form",
        Email: "E-mail",
        Queue: "Queue",
        Customer: "The customer carries it",
        None: "Nothing passes",
    }
    Interaction {
        Service: "As a service",
        Collaboration: "Collaboration until a date",
        Facilitating: "Helping the other to learn",
    }
    Practice {
        SharedGoal: "Shared goal",
        SharedVocabulary: "Shared vocabulary",
        Initiative: "Cross-department initiative",
        Story: "Story",
        SteeringCommittee: "Steering committee",
        Standard: "Standard",
        CoCreation: "Co-creation session",
    }
    InitiativeStatus { Proposed: "Proposed", Agreed: "Agreed", UnderWay: "Under way", Done: "Done" }
    ParticipantKind { Department: "Department", Partner: "Partner", Customer: "Customers" }
    CardField {
        Trigger: "What sets it going",
        Passed: "Information passed on",
        AnsweredBy: "Who answers for it",
        Fallback: "What happens when it fails",
        Acknowledged: "Whether the receiver confirms",
    }
    EntityKind {
        Department: "Department",
        Persona: "Persona",
        Channel: "Channel",
        System: "System",
        Item: "Information item",
        Subject: "Subject",
        Standard: "Standard",
        Term: "Term",
        Measure: "Measure",
        Goal: "Goal",
        Journey: "Journey",
        Phase: "Phase",
        Touchpoint: "Touchpoint",
        Decision: "Decision",
        Initiative: "Initiative",
        Story: "Story",
        Session: "Session",
    }
}

/// Card fields inside a sentence: "… is missing on the card".
pub fn card_field(field: CardField) -> &'static str {
    match field {
        CardField::Trigger => "what sets it going",
        CardField::Passed => "what is passed on",
        CardField::AnsweredBy => "who answers for it",
        CardField::Fallback => "what happens when it fails",
        CardField::Acknowledged => "whether the receiver confirms",
    }
}

/// Methods inside a sentence: "It passes …".
pub fn method(method: Method) -> &'static str {
    match method {
        Method::SharedRecord => "in a shared record",
        Method::Warm => "from person to person",
        Method::Form => "by form",
        Method::Email => "by e-mail",
        Method::Queue => "through a queue",
        Method::Customer => "through the customer",
        Method::None => "in no way",
    }
}

/// Who makes something happen, inside a sentence.
pub fn starter(starter: Starter) -> &'static str {
    match starter {
        Starter::Customer => "the customer",
        Starter::Organisation => "the organisation",
    }
}

/// Where a measure should go, inside a sentence.
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}

/// Access inside a sentence: "Claims has …".
pub fn access(access: Access) -> &'static str {
    match access {
        Access::None => "no access",
        Access::OnRequest => "access on request only",
        Access::Read => "leave to read only",
        Access::Write => "leave to change",
    }
}
