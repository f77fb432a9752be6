//! English words for the rules. Gaps of the sentences: the compared values by the names their rule gives
//! them; `touchpoint`, `owner`, `phase`, `department`, `one` and `other` of a pair, `term` of the place;
//! `from`, `to`, `from_department`, `to_department` of the handoff; `subject`. `{name>}` joins several by arrows.

/// The words of one rule.
pub struct RuleWords {
    /// The rule.
    pub rule: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it looks for, in a sentence.
    pub about: &'static str,
    /// Why it fired: the first sentence that fits and whose gaps can all be filled.
    pub why: &'static [Sentence],
    /// How to mend it: the first sentence that fits and whose gaps can all be filled.
    pub mend: &'static [Sentence],
    /// The compared values: their names in the rule, and their labels.
    pub values: &'static [(&'static str, &'static str)],
}

/// A sentence with gaps.
pub struct Sentence {
    /// It fits only where this value, as text, is this.
    pub when: Option<(&'static str, &'static str)>,
    /// The sentence.
    pub text: &'static str,
}

const fn say(text: &'static str) -> Sentence {
    Sentence { when: None, text }
}

const fn when(name: &'static str, value: &'static str, text: &'static str) -> Sentence {
    Sentence { when: Some((name, value)), text }
}

/// Every rule.
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
    RuleWords {
        rule: "standards-differ",
        title: "A standard lived differently",
        about: "A standard is lived otherwise than agreed, or differently by two departments on one channel.",
        why: &[
            say("For {subject} {agreed} was agreed, but {lived_at} lives {lived}."),
            say(
                "For {subject} {department} lives {lived}, and {other_department} lives {other_lived} on the same channel.",
            ),
        ],
        mend: &[say("Agree one value for {subject} that all can keep, and how each touchpoint lives it.")],
        values: &[
            ("agreed", "agreed"),
            ("lived_at", "lived at"),
            ("lived", "lived"),
            ("department", "department"),
            ("other_department", "other department"),
            ("other_lived", "lived by the other"),
        ],
    },
    RuleWords {
        rule: "mixed-vocabulary",
        title: "Different words for one thing",
        about: "Departments that customers meet have different words for one thing, or one word for two.",
        why: &[
            say("For {term} {department} says {label}, and {other_department} says {other_label}."),
            say("{label} stands for {term}, but {other_department} says it for {other_term}."),
        ],
        mend: &[say(
            "Agree one word, list it in the shared vocabulary, and use it wherever customers read it.",
        )],
        values: &[
            ("department", "department"),
            ("label", "says"),
            ("other_department", "other department"),
            ("other_label", "says instead"),
            ("other_term", "also stands for"),
        ],
    },
    RuleWords {
        rule: "one-sided-initiative",
        title: "An initiative without the other side",
        about: "An initiative for a handoff leaves one of its departments out.",
        why: &[say("{initiative} is to mend {from} → {to}, but leaves {left_out} out.")],
        mend: &[say("Let {left_out} carry {initiative} too, or agree that it is not theirs.")],
        values: &[("initiative", "initiative"), ("left_out", "left out")],
    },
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
    RuleWords {
        rule: "opposing-measures",
        title: "Measured against each other",
        about: "Two departments that hand on to each other are steered by measures that oppose each other.",
        why: &[
            say(
                "{one} is steered by {measure}, {other} by {other_measure}: when one gets better, the other gets worse.",
            ),
            say("{one} is asked to move {measure} {direction}, {other} to move it {other_direction}."),
        ],
        mend: &[say(
            "Give {one} and {other} one measure of what the customer gets out of it, and weigh the others against it.",
        )],
        values: &[
            ("measure", "measure"),
            ("other_measure", "opposing measure"),
            ("direction", "direction"),
            ("other_direction", "direction of the other"),
        ],
    },
    RuleWords {
        rule: "no-shared-goal",
        title: "No goal in common",
        about: "Two departments that hand on to each other contribute to no goal in common.",
        why: &[say("{one} and {other} hand on to each other, but contribute to no goal in common.")],
        mend: &[say("Agree one outcome for the customer and what {one} and {other} each do for it.")],
        values: &[],
    },
    RuleWords {
        rule: "goal-without-contribution",
        title: "No part in the goal",
        about: "A department of the journey contributes to none of the journey's goals.",
        why: &[say("{department} owns touchpoints here, but has no part in any goal of the journey.")],
        mend: &[say("Agree with {department} what it does for the goal, and tell it how the goal stands.")],
        values: &[],
    },
    RuleWords {
        rule: "wrong-face",
        title: "The customer sees somebody else",
        about: "Customers believe that another department than the owner serves them.",
        why: &[say("At {touchpoint} customers believe they are dealing with {perceived}; it is {owner}.")],
        mend: &[say("Say at {touchpoint} who acts, or let {owner} act in the name customers know.")],
        values: &[("owner", "owner"), ("perceived", "perceived as")],
    },
    RuleWords {
        rule: "absent-department",
        title: "Not at the table",
        about: "A department owns touchpoints of the journey, but takes no part in the mapping.",
        why: &[say("{department} owns touchpoints here, but takes no part in the mapping.")],
        mend: &[say("Invite {department} before anything is decided about its part.")],
        values: &[],
    },
    RuleWords {
        rule: "green-parts-red-whole",
        title: "Good parts, poor whole",
        about: "Every touchpoint is rated well, but the journey as a whole is not.",
        why: &[say("The touchpoints are rated 4 or better on average, the journey as a whole only {whole}.")],
        mend: &[say(
            "Look between the touchpoints: at waits, at what is asked again, at who is responsible for the whole.",
        )],
        values: &[("whole", "satisfaction with the whole")],
    },
    RuleWords {
        rule: "unowned-touchpoint",
        title: "Nobody owns it",
        about: "A touchpoint where the organisation works has no owner.",
        why: &[say("Nobody owns {touchpoint}.")],
        mend: &[say("Name the one department that is accountable for it.")],
        values: &[],
    },
    RuleWords {
        rule: "contested-ownership",
        title: "More than one claims it",
        about: "A touchpoint is claimed by a department that does not own it.",
        why: &[
            when("owner", "nothing", "{touchpoint} has no owner, but is claimed by {claimed_by}."),
            say("{touchpoint} is owned by {owner}, but also claimed by {claimed_by}."),
        ],
        mend: &[say(
            "Let the steering committee name one owner; the others stay responsible or are consulted.",
        )],
        values: &[("owner", "owner"), ("claimed_by", "also claimed by")],
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
        rule: "handoff-card-incomplete",
        title: "Not everything is agreed",
        about: "A handoff card leaves open what two departments have to agree.",
        why: &[say("{from_department} and {to_department} have not agreed {missing}.")],
        mend: &[say("Fill in the card with {from_department} and {to_department} at one table.")],
        values: &[("missing", "not agreed")],
    },
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crosslane_core::format::crosslane::open;
    use crosslane_core::rules::evaluate;
    use crosslane_core::testing::anything;

    use super::*;
    use crate::template::gaps;

    /// What every sentence may use, wherever the flag stands.
    const EVERYWHERE: [&str; 12] = [
        "touchpoint",
        "owner",
        "phase",
        "department",
        "one",
        "other",
        "term",
        "from",
        "to",
        "from_department",
        "to_department",
        "subject",
    ];

    #[test]
    fn sentences_have_no_gap_that_nothing_fills() {
        for words in RULES {
            let sentences = words.why.iter().chain(words.mend);
            for gap in sentences.flat_map(|sentence| gaps(sentence.text)) {
                let known = gap.trim_end_matches('>');
                let named = words.values.iter().any(|(name, _)| *name == known);
                assert!(named || EVERYWHERE.contains(&known), "{}: {{{gap}}}", words.rule);
            }
        }
    }

    #[test]
    fn every_value_that_a_rule_compares_has_a_label() {
        let mut missing = BTreeSet::new();
        for seed in 0..60 {
            let Ok(opened) = open(&anything(seed)) else { panic!("made-up files open") };
            let evaluation = evaluate(&opened.workspace, None, None);
            for flag in evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags) {
                let words = RULES.iter().find(|words| words.rule == flag.rule);
                let labels = words.map_or(&[][..], |words| words.values);
                let unlabelled = |name: &&str| labels.iter().all(|(known, _)| known != name);
                missing.extend(
                    flag.values
                        .iter()
                        .map(|named| named.name)
                        .filter(unlabelled)
                        .map(|name| (flag.rule, name)),
                );
            }
        }
        assert_eq!(missing, BTreeSet::new());
    }
}
