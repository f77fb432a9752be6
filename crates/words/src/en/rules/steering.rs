//! Goals, measures, standards and words.

use super::{RuleWords, say};

/// The words of these rules.
pub const RULES: &[RuleWords] = &[
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
        rule: "one-sided-initiative",
        title: "An initiative without the other side",
        about: "An initiative for a handoff leaves one of its departments out.",
        why: &[say("{initiative} is to mend {from} → {to}, but leaves {left_out} out.")],
        mend: &[say("Let {left_out} carry {initiative} too, or agree that it is not theirs.")],
        values: &[("initiative", "initiative"), ("left_out", "left out")],
    },
];
