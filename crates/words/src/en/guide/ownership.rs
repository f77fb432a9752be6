//! Who owns what, and the journey as a whole.

use crosslane_core::rules::BlankField;

use super::{AT_NONE, RuleGuide};

/// These rules.
pub const GUIDES: &[RuleGuide] = &[
    RuleGuide {
        rule: "unowned-touchpoint",
        fires: "a frontstage, backstage or support touchpoint has no owner",
        severities: &[],
        counts: AT_NONE,
        inputs: "owner and stage",
        not_applicable: "where the customer acts alone",
        open: &[BlankField::Owner, BlankField::Stage],
        blanks: "No owner is what it is about; only without a stage too is it open whether anybody has to own it.",
        source: "Lynn Shostack, “Designing Services That Deliver”, Harvard Business Review 1984: work nobody answers for is where a service fails.",
    },
    RuleGuide {
        rule: "contested-ownership",
        fires: "another department also claims the touchpoint; without an owner, two do",
        severities: &[],
        counts: AT_NONE,
        inputs: "owner, stage, and the departments that also claim it",
        not_applicable: "where the customer acts alone",
        open: &[BlankField::ClaimedBy, BlankField::Owner, BlankField::Stage],
        blanks: "One claim without an owner leaves it open.",
        source: "The responsibility assignment matrix (RACI) of the Project Management Institute, PMBOK Guide, 6th edition 2017, section 9.1: one, and only one, is accountable for a piece of work.",
    },
    RuleGuide {
        rule: "absent-department",
        fires: "a department owns touchpoints here, but takes no part in the mapping",
        severities: &[],
        counts: AT_NONE,
        inputs: "the owners, and whether each department takes part",
        not_applicable: "",
        open: &[BlankField::TakesPart],
        blanks: "",
        source: "Marc Stickdorn and others, “This Is Service Design Doing”, 2018: a map made without those who do the work shows what others believe they do.",
    },
    RuleGuide {
        rule: "green-parts-red-whole",
        fires: "the customer and frontstage touchpoints average 4 or more and the journey as a whole is rated 3 or less",
        severities: &[],
        counts: AT_NONE,
        inputs: "satisfaction and stage of the touchpoints, and satisfaction with the journey",
        not_applicable: "where the customer meets no touchpoint",
        open: &[BlankField::Satisfaction, BlankField::Stage],
        blanks: "A touchpoint without a rating could have any from 1 to 5.",
        source: "Alex Rawson, Ewan Duncan and Conor Jones, “The Truth About Customer Experience”, Harvard Business Review 2013: touchpoints above 90 % satisfied, the journey 40 % below.",
    },
];
