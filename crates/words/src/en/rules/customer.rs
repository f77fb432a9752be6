//! What the customer feels.

use super::{RuleWords, say, when};

/// The words of these rules.
pub const RULES: &[RuleWords] = &[
    RuleWords {
        rule: "customer-repeats",
        title: "The customer has to say it again",
        about: "A department asks the customer for something that another one already has.",
        why: &[
            when(
                "first_by",
                "nothing",
                "At {touchpoint} the customer is asked for {subject}, though they gave it at {first_at}.",
            ),
            say(
                "At {touchpoint} the customer is asked for {subject}, though {first_by} had it from {first_at}.",
            ),
        ],
        mend: &[
            when("first_by", "nothing", "Bring {subject} from {first_at} to {owner} without asking again."),
            say("Pass {subject} on from {first_by} to {owner}; at most let the customer confirm it."),
        ],
        values: &[("first_at", "first had at"), ("first_by", "first had by")],
    },
    RuleWords {
        rule: "information-lost",
        title: "Information does not arrive",
        about: "A department needs something that is known before, but neither asks for it nor receives it.",
        why: &[
            when(
                "had_by",
                "nothing",
                "{subject} is needed at {touchpoint}. It was known from {had_at}, but never reached {owner}.",
            ),
            say(
                "{subject} is needed at {touchpoint}. {had_by} had it from {had_at}, but it never reached {owner}.",
            ),
        ],
        mend: &[say("Pass {subject} on in the handoff, or let {owner} read the system it is in.")],
        values: &[("had_at", "had at"), ("had_by", "had by")],
    },
    RuleWords {
        rule: "customer-carries",
        title: "The customer carries it",
        about: "The customer has to bring the case to the next department, or to set it going.",
        why: &[
            when(
                "method",
                "customer",
                "The customer carries the case from {from_department} to {to_department}.",
            ),
            say("Nothing sets {to} going at {to_department}: the customer has to come again."),
        ],
        mend: &[say(
            "Let {from_department} hand the case to {to_department}, and tell the customer what happens next.",
        )],
        values: &[
            ("method", "how it passes"),
            ("started_by", "started by"),
            ("trigger", "what sets it going"),
        ],
    },
    RuleWords {
        rule: "satisfaction-drop",
        title: "Satisfaction falls",
        about: "Customers are clearly less satisfied after a handoff than before it.",
        why: &[say("Satisfaction falls from {before} at {felt_before} to {after} at {felt_after}.")],
        mend: &[say("Watch customers go from {felt_before} to {felt_after}, both departments together.")],
        values: &[
            ("before", "satisfaction before"),
            ("after", "satisfaction after"),
            ("felt_before", "felt before at"),
            ("felt_after", "felt after at"),
        ],
    },
    RuleWords {
        rule: "forced-channel-switch",
        title: "Forced to change channel",
        about: "The customer has no choice but to go on in another channel.",
        why: &[say("The customer has to change from {before} at {felt_before} to {after} at {felt_after}.")],
        mend: &[say("Let the customer stay with {before}, or do the step in {after} for them.")],
        values: &[
            ("before", "channel before"),
            ("after", "channel after"),
            ("felt_before", "felt before at"),
            ("felt_after", "felt after at"),
        ],
    },
];
