//! Systems and access.

use super::{RuleWords, say, when};

/// The words of these rules.
pub const RULES: &[RuleWords] = &[
    RuleWords {
        rule: "broken-tool-chain",
        title: "The tools do not meet",
        about: "Information passes between two departments whose systems are not connected.",
        why: &[
            when(
                "systems_before",
                "nothing",
                "{from_department} has no system at {from}, so what {to_department} needs passes {method}.",
            ),
            when(
                "systems_after",
                "nothing",
                "{to_department} has no system at {to}, so what {from_department} knows passes {method}.",
            ),
            say(
                "{systems_before} and {systems_after} are not connected, so information passes {method} and is typed again.",
            ),
        ],
        mend: &[say(
            "Connect the systems, or give {to_department} a place in one that {from_department} uses.",
        )],
        values: &[
            ("method", "how it passes"),
            ("systems_before", "systems before"),
            ("systems_after", "systems after"),
        ],
    },
    RuleWords {
        rule: "locked-system",
        title: "Locked out of a system",
        about: "A department works with a system of another one without the access it needs.",
        why: &[say(
            "At {touchpoint} {owner} works with {subject}, in which it has {access}. {decided_by} decides on it.",
        )],
        mend: &[say("Ask {decided_by} for the access that {owner} needs every day.")],
        values: &[("access", "access"), ("decided_by", "decides on it")],
    },
];
