//! Who owns what, and the journey as a whole.

use super::{RuleWords, say, when};

/// The words of these rules.
pub const RULES: &[RuleWords] = &[
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
];
