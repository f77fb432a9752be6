//! What is said of other flags.

use super::{RuleWords, say};

/// The words of these rules.
pub const RULES: &[RuleWords] = &[
    RuleWords {
        rule: "unaddressed-break",
        title: "Nobody acts on it",
        about: "An error at a handoff is addressed by no initiative and no decision.",
        why: &[say("No initiative and no decision addresses this.")],
        mend: &[say("Start an initiative with both departments, or take it to the steering committee.")],
        values: &[],
    },
    RuleWords {
        rule: "stale-evidence",
        title: "Rests on old evidence",
        about: "A flag rests on assumptions, or on evidence that nobody has looked at for long.",
        why: &[say("Rests on assumption or old evidence at {rests_on}.")],
        mend: &[say("Watch or ask customers at {rests_on} before deciding.")],
        values: &[("rests_on", "rests on")],
    },
];
