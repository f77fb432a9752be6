//! What the documentation says of each rule beyond its title: see [`guide`](crate::guide).

mod agreement;
mod blanks;
mod customer;
mod meta;
mod ownership;
mod steering;
mod systems;
mod time;

use crosslane_core::rules::{BlankField, Severity};

pub use blanks::blank;

/// What stands before the rules: written by hand.
pub const OPENING: &str = include_str!("opening.md");

/// What one rule looks at and when it says what.
pub struct RuleGuide {
    /// The rule.
    pub rule: &'static str,
    /// Ends the sentence "Fires where …".
    pub fires: &'static str,
    /// Where it has several severities: when each, in the order of the registry.
    pub severities: &'static [(Severity, &'static str)],
    /// Ends the sentence "Counts at …".
    pub counts: &'static str,
    /// Ends the sentence "Looks at …".
    pub inputs: &'static str,
    /// Ends the sentence "Not applicable …"; empty where it always applies.
    pub not_applicable: &'static str,
    /// The blanks that can keep it open.
    pub open: &'static [BlankField],
    /// What is to be said of blanks beyond that; may be empty.
    pub blanks: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

/// Where flags of handoffs count.
const AT_IT: &str = "the handoff itself";
/// Where flags of touchpoints count.
const AT_ENTRY: &str = "the handoff by which the path last entered the owner of the touchpoint";
/// Where flags of pairs count.
const AT_PAIR: &str = "the first handoff between the two";
/// Where the rest count.
pub const AT_NONE: &str = "no handoff";

/// What the rules about a described card do with blanks.
const DESCRIBED: &str = "While nothing on the card is filled, the card itself is the question. Once something is, a blank counts as missing.";
/// The same for rules that ask for their own field.
const DESCRIBED_ASKS: &str = "While nothing on the card is filled, the card itself is the question. Once something is, what is blank is asked.";

/// Every rule, kind by kind.
const KINDS: [&[RuleGuide]; 7] = [
    customer::GUIDES,
    agreement::GUIDES,
    time::GUIDES,
    systems::GUIDES,
    steering::GUIDES,
    ownership::GUIDES,
    meta::GUIDES,
];

/// Every rule, in the order of the documentation.
pub fn all() -> impl Iterator<Item = &'static RuleGuide> {
    KINDS.into_iter().flatten()
}
