//! Waits and promises.

use super::{RuleWords, say, when};

/// The words of these rules.
pub const RULES: &[RuleWords] = &[
    RuleWords {
        rule: "no-target-wait",
        title: "No limit to the wait",
        about: "Customers wait at a handoff, and nobody agreed how long is too long.",
        why: &[
            say("Customers wait {wait} between {from} and {to}, and nobody agreed how long is too long."),
            say(
                "{volume} {volume|customer goes|customers go} from {from} to {to} each month, and nobody agreed how long they may wait.",
            ),
        ],
        mend: &[say("Agree the longest wait that {from_department} and {to_department} can both promise.")],
        values: &[("target", "longest wait agreed"), ("wait", "wait"), ("volume", "customers a month")],
    },
    RuleWords {
        rule: "wait-over-target",
        title: "The wait is too long",
        about: "The customer waits longer at a handoff than agreed, or far longer than inside departments.",
        why: &[
            when(
                "target",
                "nothing",
                "The customer waits {wait} between {from} and {to}, far longer than inside one department.",
            ),
            say("The customer waits {wait} between {from} and {to}; at most {target} was agreed."),
        ],
        mend: &[
            when(
                "target",
                "nothing",
                "Find out what holds {to_department} up, and agree how long it may take.",
            ),
            say("Find out what holds {to_department} up, and agree a wait that both can keep."),
        ],
        values: &[("wait", "wait"), ("target", "longest wait agreed")],
    },
    RuleWords {
        rule: "promise-cannot-hold",
        title: "A promise that cannot be kept",
        about: "On some path the customer gets later what was promised sooner.",
        why: &[
            when(
                "at_least",
                "yes",
                "{touchpoint} promises {subject} within {due}, but it takes at least {takes}: {path>}.",
            ),
            say("{touchpoint} promises {subject} within {due}, but it takes {takes}: {path>}."),
            say("{touchpoint} promises something within {due}, but it takes {takes}: {path>}."),
        ],
        mend: &[say(
            "Shorten the wait of {longest_wait} between {waits_after} and {waits_before}, or promise what can be kept.",
        )],
        values: &[
            ("due", "due within"),
            ("takes", "takes"),
            ("path", "the worst path"),
            ("longest_wait", "longest wait on it"),
            ("waits_before", "wait before"),
            ("waits_after", "wait after"),
            ("at_least", "at least, for it passes a loop"),
        ],
    },
    RuleWords {
        rule: "undelivered-promise",
        title: "A promise nobody keeps",
        about: "A promise that no later touchpoint fulfils, or one that a department keeps who was not told of it.",
        why: &[
            say("{kept_by} has to keep what {touchpoint} promises about {subject}, but is not told of it."),
            say("{touchpoint} promises something about {subject}, and no later touchpoint keeps it."),
            say("{touchpoint} makes a promise that no later touchpoint keeps."),
        ],
        mend: &[
            say("Tell {kept_by} what was promised, each time it is promised."),
            say("Name the touchpoint that keeps the promise, or stop making it."),
        ],
        values: &[("kept_by", "kept by")],
    },
    RuleWords {
        rule: "conflicting-promises",
        title: "Promises that contradict",
        about: "Two departments promise the customer different things.",
        why: &[say(
            "For {subject} {department} promises {promises}, and {other_department} promises {other_promises}.",
        )],
        mend: &[say(
            "Agree one value that {department} and {other_department} can both keep, as a standard.",
        )],
        values: &[
            ("department", "department"),
            ("promises", "promises"),
            ("other_department", "other department"),
            ("other_promises", "promises instead"),
        ],
    },
];
