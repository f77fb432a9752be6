//! What a rule finds: flags, their places and subjects, and the blanks that leave a check open.

use crate::model::{EntityKind, Id, StepKey};

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

impl Place {
    /// The same place in other identifiers; `None` where `of` has none for one of them.
    pub(crate) fn renamed(self, of: impl Fn(EntityKind, Id) -> Option<Id>) -> Option<Self> {
        let touchpoint = |id| of(EntityKind::Touchpoint, id);
        let department = |id| of(EntityKind::Department, id);
        Some(match self {
            Self::Journey => Self::Journey,
            Self::Phase(id) => Self::Phase(of(EntityKind::Phase, id)?),
            Self::Touchpoint(id) => Self::Touchpoint(touchpoint(id)?),
            Self::Handoff(key) => Self::Handoff(StepKey::new(touchpoint(key.from)?, touchpoint(key.to)?)),
            Self::Department(id) => Self::Department(department(id)?),
            Self::Pair(one, other) => {
                let (one, other) = (department(one)?, department(other)?);
                Self::Pair(one.min(other), one.max(other))
            }
            Self::Subject(id) => Self::Subject(of(EntityKind::Subject, id)?),
            Self::Term(id) => Self::Term(of(EntityKind::Term, id)?),
        })
    }
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
    /// What the rules about flags say of it. An accepted flag has none.
    pub badges: Vec<Badge>,
}

/// What a rule about flags says of a flag.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// The rule.
    pub rule: &'static str,
    /// The values behind it, in the rule's order.
    pub values: Vec<NamedValue>,
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

    /// The fingerprint as a number.
    pub(crate) fn fingerprint_number(&self) -> u64 {
        super::fingerprint::number(self.rule, self.journey, self.place, self.subject)
    }
}
