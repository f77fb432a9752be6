//! Systems and access.

use crosslane_core::rules::{BlankField, Severity};

use super::{AT_ENTRY, AT_IT, RuleGuide};

/// These rules.
pub const GUIDES: &[RuleGuide] = &[
    RuleGuide {
        rule: "broken-tool-chain",
        fires: "information passes, the two touchpoints share no system, no system of one exchanges data with one of the other (it is enough that one of the two says so), and the method is neither warm nor a shared record",
        severities: &[],
        counts: AT_IT,
        inputs: "information passed on and method, from the card; systems of both touchpoints and their connections",
        not_applicable: "",
        open: &[BlankField::Passed, BlankField::Method, BlankField::Systems, BlankField::ConnectedTo],
        blanks: "",
        source: "James Womack and Daniel Jones, “Lean Thinking”, 1996: typing it again is waste, and its errors too.",
    },
    RuleGuide {
        rule: "locked-system",
        fires: "the owner works with a system on which another department decides, without the access it needs. One flag for each such system",
        severities: &[
            (Severity::Error, "it has no access"),
            (
                Severity::Warning,
                "it has access only on request, or may only read where it produces something and uses no other system",
            ),
        ],
        counts: AT_ENTRY,
        inputs: "the systems used, who decides on each, access, and information produced",
        not_applicable: "where the customer acts alone",
        open: &[
            BlankField::Systems,
            BlankField::Owner,
            BlankField::DecidedBy,
            BlankField::Access,
            BlankField::Produced,
        ],
        blanks: "",
        source: "Matthew Skelton and Manuel Pais, “Team Topologies”, 2019: who has to ask each time, waits.",
    },
];
