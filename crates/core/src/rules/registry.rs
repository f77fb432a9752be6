//! The registry: every rule, once.

use std::sync::Arc;

use crate::model::Practice;

use super::context::Context;
use super::findings::Findings;
use super::flag::{Flag, Severity};
use super::inputs::Inputs;
use super::value::NamedValue;

/// The version of the rule set, kept with snapshots: scores of different versions do not compare.
pub const RULES_VERSION: u64 = 2;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleKind {
    /// What the customer feels.
    Customer,
    /// What two departments agreed.
    Agreement,
    /// Waits and promises.
    Time,
    /// Systems and access.
    Systems,
    /// Goals, measures, standards and words.
    Steering,
    /// Who owns what.
    Ownership,
    /// The journey as a whole.
    Journey,
    /// Other flags.
    Meta,
}

impl RuleKind {
    /// The word it has in files and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Agreement => "agreement",
            Self::Time => "time",
            Self::Systems => "systems",
            Self::Steering => "steering",
            Self::Ownership => "ownership",
            Self::Journey => "journey",
            Self::Meta => "meta",
        }
    }

    /// Whether a flag of this kind rises one step at a handoff to a touchpoint that matters.
    pub fn rises(self) -> bool {
        matches!(self, Self::Customer | Self::Time | Self::Systems)
    }
}

/// The kind of place a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// Each touchpoint.
    Touchpoint,
    /// Each handoff.
    Handoff,
    /// Each promise made at a touchpoint.
    Promise,
    /// Each phase.
    Phase,
    /// Each two departments with a handoff between them.
    Pair,
    /// Each department with a touchpoint in the journey.
    Department,
    /// Each subject of promises and standards.
    Subject,
    /// Each term.
    Term,
    /// The journey.
    Journey,
    /// Each flag at a handoff.
    Flag,
}

impl PlaceKind {
    /// What it is called in the documentation.
    pub fn word(self) -> &'static str {
        match self {
            Self::Touchpoint => "touchpoint",
            Self::Handoff => "handoff",
            Self::Promise => "promise",
            Self::Phase => "phase",
            Self::Pair => "department pair",
            Self::Department => "department in journey",
            Self::Subject => "subject",
            Self::Term => "term",
            Self::Journey => "journey",
            Self::Flag => "flag",
        }
    }
}

/// A rule of the registry.
#[derive(Debug)]
pub struct Rule {
    /// Its name, the same everywhere.
    pub id: &'static str,
    /// What it is about.
    pub kind: RuleKind,
    /// Where it looks.
    pub place: PlaceKind,
    /// The severities it can have, the default first.
    pub severities: &'static [Severity],
    /// The practices that mend it, the best first.
    pub practices: &'static [Practice],
    /// What it reads beside the flow: it is asked again only where one of these changed.
    pub reads: Inputs,
    /// How it answers.
    pub check: Check,
}

/// How a rule answers.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// From what is known of a journey.
    Journey(fn(&Context<'_>, &mut Findings)),
    /// From the flags of the rules before it too.
    Flags(fn(&Context<'_>, &[Arc<Findings>], &mut Findings)),
    /// By badges on the flags of the rules before it; what keeps it from saying so is noted once.
    Badges(for<'c> fn(&'c Context<'c>, &[Arc<Findings>], &mut Findings) -> Badges<'c>),
}

/// What a rule about flags says of a flag, given its fingerprint where it asks for it: the values of a
/// badge, or nothing.
pub type Badges<'c> = Box<dyn Fn(&Flag, &dyn Fn() -> u64) -> Option<Vec<NamedValue>> + 'c>;

/// Every rule, in the order in which they are listed.
pub const RULES: &[&Rule] = &[
    &super::customer_repeats::RULE,
    &super::information_lost::RULE,
    &super::customer_carries::RULE,
    &super::satisfaction_drop::RULE,
    &super::forced_channel_switch::RULE,
    &super::cold_handoff::RULE,
    &super::unowned_handoff::RULE,
    &super::no_acknowledgement::RULE,
    &super::no_fallback::RULE,
    &super::handoff_card_incomplete::RULE,
    &super::disputed_handoff::RULE,
    &super::returned_incomplete::RULE,
    &super::no_target_wait::RULE,
    &super::wait_over_target::RULE,
    &super::promise_cannot_hold::RULE,
    &super::undelivered_promise::RULE,
    &super::conflicting_promises::RULE,
    &super::ping_pong::RULE,
    &super::relay::RULE,
    &super::broken_tool_chain::RULE,
    &super::locked_system::RULE,
    &super::standards_differ::RULE,
    &super::mixed_vocabulary::RULE,
    &super::opposing_measures::RULE,
    &super::no_shared_goal::RULE,
    &super::goal_without_contribution::RULE,
    &super::wrong_face::RULE,
    &super::unowned_touchpoint::RULE,
    &super::contested_ownership::RULE,
    &super::absent_department::RULE,
    &super::green_parts_red_whole::RULE,
    &super::one_sided_initiative::RULE,
    &super::unaddressed_break::RULE,
    &super::stale_evidence::RULE,
];

/// The rule with this name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
