//! What a column of the step table can mean.

use serde::{Deserialize, Serialize};

/// A column that is understood. In the order in which they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// The identifier of the touchpoint.
    Id,
    /// The title of the journey.
    Journey,
    /// The persona of the journey.
    Persona,
    /// The name of the phase; one that comes back later is another phase.
    Phase,
    /// What the customer wants to reach in the phase.
    Goal,
    /// The name of the touchpoint.
    Touchpoint,
    /// What the customer does.
    Action,
    /// Customer, frontstage, backstage or support.
    Stage,
    /// The owner; further departments in its cells are responsible.
    Owner,
    /// Departments that do the work beside the owner.
    Responsible,
    /// Departments that are asked.
    Consulted,
    /// Departments that are told.
    Informed,
    /// Departments that also claim to own it.
    ClaimedBy,
    /// The owner as the customer perceives it.
    PerceivedOwner,
    /// The customer or the organisation.
    StartedBy,
    /// The channel.
    Channel,
    /// The systems.
    Systems,
    /// Satisfaction, 1 to 5.
    Satisfaction,
    /// Importance, 1 to 5.
    Importance,
    /// Whether it is a moment of truth.
    MomentOfTruth,
    /// How long it takes.
    Duration,
    /// Information asked from the customer.
    Asked,
    /// Information needed.
    Needed,
    /// Information produced.
    Produced,
    /// How long the customer waits for the next touchpoint.
    Wait,
    /// How long the customer should wait for it at most.
    TargetWait,
    /// How information passes to the next touchpoint.
    Method,
    /// Information passed on to the next touchpoint.
    Passed,
    /// What sets the next touchpoint going.
    Trigger,
    /// Departments that answer for the handoff to the next touchpoint.
    AnsweredBy,
    /// Whether the receiver acknowledges.
    Acknowledged,
    /// What happens when the handoff fails.
    Fallback,
    /// Pain points.
    PainPoints,
    /// Ideas.
    Ideas,
    /// Quotes of customers.
    Quotes,
    /// Assumed, observed or measured.
    Evidence,
    /// Where the evidence can be read.
    EvidenceLink,
    /// When the evidence was last looked at.
    ReviewedOn,
    /// Customers a month.
    Volume,
    /// Free labels.
    Tags,
    /// Whether the journey ends here.
    Ends,
    /// Notes, and whatever no column holds.
    Notes,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text as it stands.
    Text,
    /// A name that may be missing, which a dash says.
    Name,
    /// What was agreed; "none" says that nothing is.
    Agreed,
    /// One name of a register.
    Entry,
    /// Names of a register.
    Entries,
    /// Several texts.
    Texts,
    /// A number from 1 to 5.
    Rating,
    /// Minutes, exact or as a range.
    Minutes,
    /// A whole number.
    Count,
    /// Yes or no.
    YesNo,
    /// A calendar day.
    Date,
    /// One of the stages.
    Stage,
    /// The customer or the organisation.
    Starter,
    /// How information passes at a handoff.
    Method,
    /// What the description rests on.
    Evidence,
}

impl Column {
    /// Every column, in the order in which they are written.
    pub const ALL: [Self; 42] = [
        Self::Id,
        Self::Journey,
        Self::Persona,
        Self::Phase,
        Self::Goal,
        Self::Touchpoint,
        Self::Action,
        Self::Stage,
        Self::Owner,
        Self::Responsible,
        Self::Consulted,
        Self::Informed,
        Self::ClaimedBy,
        Self::PerceivedOwner,
        Self::StartedBy,
        Self::Channel,
        Self::Systems,
        Self::Satisfaction,
        Self::Importance,
        Self::MomentOfTruth,
        Self::Duration,
        Self::Asked,
        Self::Needed,
        Self::Produced,
        Self::Wait,
        Self::TargetWait,
        Self::Method,
        Self::Passed,
        Self::Trigger,
        Self::AnsweredBy,
        Self::Acknowledged,
        Self::Fallback,
        Self::PainPoints,
        Self::Ideas,
        Self::Quotes,
        Self::Evidence,
        Self::EvidenceLink,
        Self::ReviewedOn,
        Self::Volume,
        Self::Tags,
        Self::Ends,
        Self::Notes,
    ];

    /// What its cells hold.
    pub fn kind(self) -> Kind {
        match self {
            Self::Id | Self::Touchpoint | Self::Action | Self::Goal | Self::EvidenceLink | Self::Notes => {
                Kind::Text
            }
            Self::Journey | Self::Phase => Kind::Name,
            Self::Trigger | Self::Fallback => Kind::Agreed,
            Self::Persona | Self::PerceivedOwner | Self::Channel => Kind::Entry,
            Self::Owner
            | Self::Responsible
            | Self::Consulted
            | Self::Informed
            | Self::ClaimedBy
            | Self::Systems
            | Self::Asked
            | Self::Needed
            | Self::Produced
            | Self::Passed
            | Self::AnsweredBy => Kind::Entries,
            Self::PainPoints | Self::Ideas | Self::Quotes | Self::Tags => Kind::Texts,
            Self::Satisfaction | Self::Importance => Kind::Rating,
            Self::Duration | Self::Wait | Self::TargetWait => Kind::Minutes,
            Self::Volume => Kind::Count,
            Self::MomentOfTruth | Self::Acknowledged | Self::Ends => Kind::YesNo,
            Self::ReviewedOn => Kind::Date,
            Self::Stage => Kind::Stage,
            Self::StartedBy => Kind::Starter,
            Self::Method => Kind::Method,
            Self::Evidence => Kind::Evidence,
        }
    }

    /// The header it is written under.
    pub fn header(self) -> &'static str {
        match self {
            Self::Id => "Id",
            Self::Journey => "Journey",
            Self::Persona => "Persona",
            Self::Phase => "Phase",
            Self::Goal => "Customer's goal",
            Self::Touchpoint => "Touchpoint",
            Self::Action => "What the customer does",
            Self::Stage => "Stage",
            Self::Owner => "Owner",
            Self::Responsible => "Responsible",
            Self::Consulted => "Consulted",
            Self::Informed => "Informed",
            Self::ClaimedBy => "Also claimed by",
            Self::PerceivedOwner => "Perceived owner",
            Self::StartedBy => "Started by",
            Self::Channel => "Channel",
            Self::Systems => "Systems",
            Self::Satisfaction => "Satisfaction",
            Self::Importance => "Importance",
            Self::MomentOfTruth => "Moment of truth",
            Self::Duration => "Duration",
            Self::Asked => "Information asked",
            Self::Needed => "Information needed",
            Self::Produced => "Information produced",
            Self::Wait => "Wait to next step",
            Self::TargetWait => "Target wait",
            Self::Method => "Handoff method",
            Self::Passed => "Information passed",
            Self::Trigger => "Handoff trigger",
            Self::AnsweredBy => "Handoff answered by",
            Self::Acknowledged => "Handoff acknowledged",
            Self::Fallback => "If the handoff fails",
            Self::PainPoints => "Pain points",
            Self::Ideas => "Ideas",
            Self::Quotes => "Quotes",
            Self::Evidence => "Evidence",
            Self::EvidenceLink => "Evidence link",
            Self::ReviewedOn => "Reviewed on",
            Self::Volume => "Customers per month",
            Self::Tags => "Tags",
            Self::Ends => "Ends the journey",
            Self::Notes => "Notes",
        }
    }

    /// Whether it belongs to the step to the next touchpoint, not to the touchpoint.
    pub fn is_of_step(self) -> bool {
        (Self::Wait..=Self::Fallback).contains(&self)
    }
}
