//! What two departments agreed.

use super::{RuleWords, say, when};

/// The words of these rules.
pub const RULES: &[RuleWords] = &[
    RuleWords {
        rule: "cold-handoff",
        title: "Cold handoff",
        about: "At a handoff nothing passes, or a message or a place in a queue without the information.",
        why: &[
            when(
                "method",
                "none",
                "Nothing passes from {from_department} to {to_department}: {to} begins from zero.",
            ),
            when(
                "method",
                "nothing",
                "The card does not say how it passes from {from_department} to {to_department}.",
            ),
            say("From {from_department} to {to_department} it passes {method}, but no information with it."),
        ],
        mend: &[say(
            "Agree what {to_department} must know, and pass it on in a shared record or from person to person.",
        )],
        values: &[("method", "how it passes"), ("passed", "information passed on")],
    },
    RuleWords {
        rule: "unowned-handoff",
        title: "Nobody answers for the handoff",
        about: "A handoff is described, but no department answers for it.",
        why: &[say(
            "Nobody answers for what happens between {from} ({from_department}) and {to} ({to_department}).",
        )],
        mend: &[say(
            "Agree whether {from_department} or {to_department} must answer until the customer is served.",
        )],
        values: &[("answered_by", "who answers for it")],
    },
    RuleWords {
        rule: "no-acknowledgement",
        title: "Nobody confirms that it arrived",
        about: "The department that receives does not confirm that it has the case.",
        why: &[
            when(
                "acknowledged",
                "nothing",
                "Nothing says that {to_department} confirms to {from_department} what it receives at {to}.",
            ),
            say("{to_department} does not confirm to {from_department} what it receives at {to}."),
        ],
        mend: &[say("Let {to_department} confirm each case, or let both work in one record.")],
        values: &[("acknowledged", "the receiver confirms")],
    },
    RuleWords {
        rule: "no-fallback",
        title: "No plan for failure",
        about: "A handoff that matters to customers has no agreed answer for the day it fails.",
        why: &[
            say(
                "{to} has importance {importance} for customers, but nobody agreed what happens when {from_department} → {to_department} fails.",
            ),
            say(
                "{to} decides what customers think of the whole, but nobody agreed what happens when {from_department} → {to_department} fails.",
            ),
        ],
        mend: &[say("Agree who notices, who calls the customer, and within which time.")],
        values: &[
            ("fallback", "what happens when it fails"),
            ("importance", "importance"),
            ("moment_of_truth", "moment of truth"),
        ],
    },
    RuleWords {
        rule: "handoff-card-incomplete",
        title: "Not everything is agreed",
        about: "A handoff card leaves open what two departments have to agree.",
        why: &[say("{from_department} and {to_department} have not agreed {missing}.")],
        mend: &[say("Fill in the card with {from_department} and {to_department} at one table.")],
        values: &[("missing", "not agreed")],
    },
    RuleWords {
        rule: "disputed-handoff",
        title: "The two sides disagree",
        about: "One side agrees to the handoff card and the other does not, or an agreement no longer holds.",
        why: &[
            say("{agrees} agrees to what stands on the card; {disagrees} does not."),
            say("The card changed after {lapsed} agreed to it."),
        ],
        mend: &[say("Hear both sides at one table, and change the card until both agree.")],
        values: &[
            ("agrees", "agrees"),
            ("disagrees", "does not agree"),
            ("lapsed", "agreed to earlier terms"),
        ],
    },
    RuleWords {
        rule: "returned-incomplete",
        title: "Too much arrives incomplete",
        about: "Too few cases arrive complete and accurate at the department that receives.",
        why: &[say(
            "Only {complete_accurate} of what {to_department} receives from {from_department} is complete and accurate.",
        )],
        mend: &[say(
            "Count for a week what is missing, and agree what {from_department} checks before handing over.",
        )],
        values: &[("complete_accurate", "complete and accurate")],
    },
    RuleWords {
        rule: "ping-pong",
        title: "Back and forth",
        about: "The case comes back to a department that had handed it on.",
        why: &[
            say("The case leaves {owner} at {handed_on_at} and comes back at {to}, after {middle}."),
            say("The case comes back to {owner} at {to}."),
        ],
        mend: &[say("Let {owner} finish the case once begun, or agree on the steps between as a service.")],
        values: &[("owner", "comes back to"), ("middle", "after"), ("handed_on_at", "handed on at")],
    },
    RuleWords {
        rule: "relay",
        title: "Handed on again and again",
        about: "Within one phase the customer is handed on three times or more.",
        why: &[say("In {phase} the customer is handed on {handoffs} times: {run>}.")],
        mend: &[say("Find the steps that one department could do alone.")],
        values: &[("handoffs", "handoffs"), ("run", "departments")],
    },
];
