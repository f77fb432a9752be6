//! What a rule finds: flags, their places and subjects, and the blanks that leave a check open.

use crate::model::{Id, StepKey};

use super::registry::RuleKind;
use super::value::NamedValue;

/// How bad a flag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be mended.
    Warning,
    /// Breaks the customer's experience.
    Error,
}

impl Severity {
    /// One step worse; an error stays an error.
    #[must_use]
    pub fn risen(self) -> Self {
        match self {
            Self::Info => Self::Warning,
            Self::Warning | Self::Error => Self::Error,
        }
    }

    /// The word it has in files and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where a check is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The journey as a whole.
    Journey,
    /// A phase.
    Phase(Id),
    /// A touchpoint.
    Touchpoint(Id),
    /// A handoff.
    Handoff(StepKey),
    /// A department in the journey.
    Department(Id),
    /// Two departments, the lower identifier first.
    Pair(Id, Id),
    /// A subject, of the workspace.
    Subject(Id),
    /// A term, of the workspace.
    Term(Id),
}

/// What a flag is about, where its place alone does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Only the place.
    None,
    /// A piece of information.
    Item(Id),
    /// A department.
    Department(Id),
    /// A promise.
    Promise(Id),
    /// A system.
    System(Id),
    /// A measure.
    Measure(Id),
}

/// Whether somebody accepted a flag.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum WaiverState {
    /// Nobody did.
    #[default]
    Open,
    /// Somebody did, and the compared values are still the same.
    Waived(Id),
    /// Somebody did, but these compared values changed since.
    Reopened(Id, Vec<&'static str>),
}

/// One finding of one rule at one place about one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// The rule.
    pub rule: &'static str,
    /// What the rule is about.
    pub kind: RuleKind,
    /// How bad it is, risen where the rule says so.
    pub severity: Severity,
    /// How bad it is before rising: what counts for the risk.
    pub base_severity: Severity,
    /// The journey it was found in; `None` for flags of the workspace.
    pub journey: Option<Id>,
    /// Where.
    pub place: Place,
    /// About what.
    pub subject: Subject,
    /// The values that made it fire, in the rule's order.
    pub values: Vec<NamedValue>,
    /// The handoff it counts at.
    pub blames: Option<StepKey>,
    /// The position of that handoff in [`Flow::handoffs`](crate::flow::Flow::handoffs).
    pub handoff: Option<usize>,
    /// Whether somebody accepted it.
    pub waiver: WaiverState,
}

impl Flag {
    /// Whether it counts: nobody accepted it, or what was accepted has changed.
    pub fn is_open(&self) -> bool {
        !matches!(self.waiver, WaiverState::Waived(_))
    }

    /// Its stable name, the same as long as rule, journey, place and subject are.
    pub fn fingerprint(&self) -> String {
        super::fingerprint(self.rule, self.journey, self.place, self.subject)
    }
}

/// What a blank belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlankPlace {
    /// A register of the workspace that is empty.
    Workspace,
    /// The journey.
    Journey,
    /// A touchpoint.
    Touchpoint(Id),
    /// A step or handoff.
    Step(StepKey),
    /// A department.
    Department(Id),
    /// A system.
    System(Id),
    /// An information item.
    Item(Id),
    /// A department in a system.
    SystemAccess {
        /// The system.
        system: Id,
        /// The department.
        department: Id,
    },
}

/// The field a blank is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlankField {
    /// The register of information items.
    Items,
    /// A touchpoint's owner.
    Owner,
    /// A touchpoint's stage.
    Stage,
    /// A touchpoint's satisfaction.
    Satisfaction,
    /// A touchpoint's channel.
    Channel,
    /// Information asked from the customer.
    Asked,
    /// Information needed.
    Needed,
    /// Information that comes into being.
    Produced,
    /// The systems used.
    Systems,
    /// Other departments that claim it.
    ClaimedBy,
    /// What a department may do in a system.
    Access,
    /// The wait of a step.
    Wait,
    /// The handoff card as a whole: nothing on it is filled.
    Card,
    /// Who answers for the handoff.
    AnsweredBy,
    /// What sets the next touchpoint going.
    Trigger,
    /// Information passed on.
    Passed,
    /// How it passes.
    Method,
    /// Whether the receiver acknowledges.
    Acknowledged,
    /// What happens when it fails.
    Fallback,
    /// How the two work together.
    Interaction,
    /// Whether a change of channel is forced.
    SwitchForced,
    /// The longest wait agreed.
    TargetWait,
    /// Whether asking for an item again is deliberate.
    IdentityCheck,
}

impl BlankField {
    /// The field's name in the file; `items` and `card` for a register or card that is empty.
    pub fn word(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::Owner => "owner",
            Self::Stage => "stage",
            Self::Satisfaction => "satisfaction",
            Self::Channel => "channel",
            Self::Asked => "asked",
            Self::Needed => "needed",
            Self::Produced => "produced",
            Self::Systems => "systems",
            Self::ClaimedBy => "claimed_by",
            Self::Access => "access",
            Self::Wait => "wait",
            Self::Card => "card",
            Self::AnsweredBy => "answered_by",
            Self::Trigger => "trigger",
            Self::Passed => "passed",
            Self::Method => "method",
            Self::Acknowledged => "acknowledged",
            Self::Fallback => "fallback",
            Self::Interaction => "interaction",
            Self::SwitchForced => "switch_forced",
            Self::TargetWait => "target_wait",
            Self::IdentityCheck => "identity_check",
        }
    }
}

/// Of many blanks that could decide one check, this many are named.
pub const MOST_BLANKS: usize = 6;

/// A field nobody has filled yet and that could decide a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blank {
    /// What it belongs to.
    pub place: BlankPlace,
    /// The field.
    pub field: BlankField,
}

impl Blank {
    /// The field of something.
    pub fn new(place: BlankPlace, field: BlankField) -> Self {
        Self { place, field }
    }
}
