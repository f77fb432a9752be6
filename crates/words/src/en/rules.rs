//! English words for the rules. Gaps of the sentences: the compared values by the names their rule gives
//! them; `touchpoint`, `owner`, `phase` of the place; `from`, `to`, `from_department`, `to_department` of
//! the handoff; `subject`. `{name>}` joins several by arrows.

/// The words of one rule.
pub struct RuleWords {
    /// The rule.
    pub rule: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it looks for, in a sentence.
    pub about: &'static str,
    /// Why it fired: the first sentence that fits and whose gaps can all be filled.
    pub why: &'static [Why],
    /// How to mend it: the first sentence whose gaps can all be filled.
    pub mend: &'static [&'static str],
    /// The compared values: their names in the rule, and their labels.
    pub values: &'static [(&'static str, &'static str)],
}

/// A sentence that says why a rule fired.
pub struct Why {
    /// It fits only where this value, as text, is this.
    pub when: Option<(&'static str, &'static str)>,
    /// The sentence.
    pub sentence: &'static str,
}

const fn why(sentence: &'static str) -> Why {
    Why { when: None, sentence }
}

const fn when(name: &'static str, value: &'static str, sentence: &'static str) -> Why {
    Why { when: Some((name, value)), sentence }
}

/// Every rule.
pub const RULES: &[RuleWords] = &[
    RuleWords {
        rule: "unowned-touchpoint",
        title: "Nobody owns it",
        about: "A touchpoint where the organisation works has no owner.",
        why: &[why("Nobody owns {touchpoint}.")],
        mend: &["Name the one department that is accountable for it."],
        values: &[],
    },
    RuleWords {
        rule: "contested-ownership",
        title: "More than one claims it",
        about: "A touchpoint has an owner, and another department also claims it.",
        why: &[
            when("owner", "nothing", "{touchpoint} has no owner, and {claimed_by} claim it."),
            why("{owner} owns {touchpoint}, but {claimed_by} also {claimed_by|claims|claim} it."),
        ],
        mend: &["Let the steering committee name one owner; the others stay responsible or are consulted."],
        values: &[("owner", "owner"), ("claimed_by", "also claimed by")],
    },
    RuleWords {
        rule: "unowned-handoff",
        title: "Nobody answers for the handoff",
        about: "A handoff is described, but no department answers for it.",
        why: &[why("Between {from_department} and {to_department}, nobody answers for {from} → {to}.")],
        mend: &[
            "Agree which of {from_department} and {to_department} answers for it until the customer is served.",
        ],
        values: &[("answered_by", "who answers for it")],
    },
    RuleWords {
        rule: "cold-handoff",
        title: "Cold handoff",
        about: "Nothing passes at a handoff, or a message or a place in a queue without the information.",
        why: &[
            when(
                "method",
                "none",
                "{from_department} hands nothing over to {to_department}: {to} begins from zero.",
            ),
            when(
                "method",
                "nothing",
                "Nobody knows how {from_department} hands over to {to_department} at {from} → {to}.",
            ),
            why("{from_department} hands over to {to_department} {method}, but passes no information on."),
        ],
        mend: &[
            "Agree what {to_department} needs to know, and pass it on in a shared record or from person to person.",
        ],
        values: &[("method", "how it passes"), ("passed", "information passed on")],
    },
    RuleWords {
        rule: "handoff-card-incomplete",
        title: "Not everything is agreed",
        about: "A handoff card leaves open what two departments have to agree.",
        why: &[why("{from_department} and {to_department} have not agreed {missing}.")],
        mend: &["Put {from_department} and {to_department} at one table and fill in the card."],
        values: &[("missing", "not agreed")],
    },
    RuleWords {
        rule: "customer-repeats",
        title: "The customer is asked again",
        about: "A department asks for something another department already has from the customer.",
        why: &[why("{owner} asks for {subject} at {touchpoint}, but {had_by} already had it from {had_at}.")],
        mend: &["Pass {subject} on from {had_by} to {owner}, and let the customer only confirm it."],
        values: &[("had_by", "had before by"), ("had_at", "had before at")],
    },
    RuleWords {
        rule: "information-lost",
        title: "Information is lost on the way",
        about: "A department needs something that another one has, and neither asks for it nor receives it.",
        why: &[why(
            "{owner} needs {subject} at {touchpoint}. {had_by} has it from {had_at}, but it is not passed on.",
        )],
        mend: &["Pass {subject} on in the handoff, or let {owner} read the system where it is."],
        values: &[("had_by", "had before by"), ("had_at", "had before at")],
    },
    RuleWords {
        rule: "satisfaction-drop",
        title: "Satisfaction drops at the handoff",
        about: "Customers are clearly less satisfied after a handoff than before it.",
        why: &[why(
            "From {from_department} to {to_department}, satisfaction falls from {before} to {after}.",
        )],
        mend: &["Look at {from} → {to} together, with customers, and find what changes for them there."],
        values: &[("before", "satisfaction before"), ("after", "satisfaction after")],
    },
    RuleWords {
        rule: "forced-channel-switch",
        title: "Forced to change channel",
        about: "The customer has no choice but to go on in another channel.",
        why: &[why("The customer has to go on from {before} to {after} when {to_department} takes over.")],
        mend: &["Let the customer stay on {before}, or take the step for them."],
        values: &[("before", "channel before"), ("after", "channel after")],
    },
    RuleWords {
        rule: "wait-over-target",
        title: "The wait is too long",
        about: "The customer waits longer at a handoff than agreed, or far longer than elsewhere.",
        why: &[
            why("The customer waits {wait} for {to_department}; at most {target} was agreed."),
            why("The customer waits {wait} for {to_department}, far longer than inside one department."),
        ],
        mend: &["Find what {to_department} waits for at {from} → {to}, and agree a wait both can keep."],
        values: &[("wait", "wait"), ("target", "longest wait agreed")],
    },
    RuleWords {
        rule: "ping-pong",
        title: "Back and forth",
        about: "The journey leaves a department and comes back to it.",
        why: &[why("It goes back and forth: {departments>}.")],
        mend: &["Let one department finish what it began, or do the steps between as a service."],
        values: &[("departments", "departments")],
    },
    RuleWords {
        rule: "relay",
        title: "A relay of departments",
        about: "Within one phase the customer is handed on three times or more.",
        why: &[why("In {phase} the customer is handed on {count} {count|time|times}: {departments>}.")],
        mend: &["Ask which of these steps one department could do alone."],
        values: &[("count", "handoffs"), ("departments", "departments")],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::gaps;

    /// What every sentence may use, wherever the flag stands.
    const EVERYWHERE: [&str; 8] =
        ["touchpoint", "owner", "phase", "from", "to", "from_department", "to_department", "subject"];

    #[test]
    fn sentences_have_no_gap_that_nothing_fills() {
        for words in RULES {
            let sentences = words.why.iter().map(|why| why.sentence).chain(words.mend.iter().copied());
            for gap in sentences.flat_map(gaps) {
                let known = gap.trim_end_matches('>');
                let named = words.values.iter().any(|(name, _)| *name == known);
                assert!(named || EVERYWHERE.contains(&known), "{}: {{{gap}}}", words.rule);
            }
        }
    }
}
