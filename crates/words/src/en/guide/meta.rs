//! What is said of other flags.

use crosslane_core::rules::BlankField;

use super::RuleGuide;

/// Where badges count.
const AT_FLAG: &str = "nothing: it is a badge on the flag";

/// These rules.
pub const GUIDES: &[RuleGuide] = &[
    RuleGuide {
        rule: "unaddressed-break",
        fires: "a flag is an error and counts at a handoff, and no initiative and no decision of the steering committee names it",
        severities: &[],
        counts: AT_FLAG,
        inputs: "the flags that initiatives and decisions address",
        not_applicable: "to a flag that somebody accepted",
        open: &[],
        blanks: "",
        source: "W. Edwards Deming, “Out of the Crisis”, 1986: to see a fault and not to act on it teaches everybody that it is none.",
    },
    RuleGuide {
        rule: "stale-evidence",
        fires: "the description of one of the two touchpoints of the handoff a flag counts at is assumed, or rests on evidence reviewed more than 180 days before today",
        severities: &[],
        counts: AT_FLAG,
        inputs: "evidence and day of its review at both touchpoints, and today",
        not_applicable: "to a flag that somebody accepted",
        open: &[BlankField::Evidence, BlankField::ReviewedOn],
        blanks: "What nobody said is asked once for a handoff.",
        source: "Marc Stickdorn and others, “This Is Service Design Doing”, 2018: maps built on assumptions have to be challenged by research, and again as things change.",
    },
];
