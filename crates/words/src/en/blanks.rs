//! English questions for what nobody has filled yet.

use crosslane_core::rules::BlankField;

/// The questions for a blank, the best first: the first whose gaps can all be filled is asked.
pub fn questions(field: BlankField) -> &'static [&'static str] {
    match field {
        BlankField::Items => &["Which information travels along the journeys? None is listed yet."],
        BlankField::Owner => &["Which department owns {touchpoint}?"],
        BlankField::Stage => &[
            "Does {touchpoint} happen in front of the customer, behind the scenes, or by the customer alone?",
        ],
        BlankField::Satisfaction => {
            &["How satisfied are customers at {touchpoint}?", "How satisfied are customers with the whole?"]
        }
        BlankField::Channel => &["On which channel does {touchpoint} happen?"],
        BlankField::Asked => &[
            "What does {owner} ask the customer at {touchpoint}?",
            "What is the customer asked at {touchpoint}?",
        ],
        BlankField::Needed => &[
            "What does {owner} need to know at {touchpoint}?",
            "What does somebody need to know at {touchpoint}?",
        ],
        BlankField::Produced => &["Which information comes into being at {touchpoint}?"],
        BlankField::Systems => {
            &["Which systems does {owner} use at {touchpoint}?", "Which systems are used at {touchpoint}?"]
        }
        BlankField::ClaimedBy => &[
            "Does any department besides {owner} claim to own {touchpoint}?",
            "Which departments claim to own {touchpoint}?",
        ],
        BlankField::Access => {
            &["What may {department} do in {system}?", "What may each department do in {system}?"]
        }
        BlankField::IdentityCheck => &["Is asking for {item} again meant to make sure who the customer is?"],
        BlankField::Wait => &["How long does the customer wait between {from} and {to}?"],
        BlankField::Card => &[
            "What did {from_department} and {to_department} agree about {from} → {to}?",
            "What was agreed about {from} → {to}?",
        ],
        BlankField::AnsweredBy => &["Who answers for the handoff {from} → {to}?"],
        BlankField::Trigger => &["What sets {to} going after {from}?"],
        BlankField::Passed => &[
            "What does {from_department} pass on to {to_department} between {from} and {to}?",
            "What is passed on between {from} and {to}?",
        ],
        BlankField::Method => &[
            "How does {from_department} hand over to {to_department} between {from} and {to}?",
            "How does it pass between {from} and {to}?",
        ],
        BlankField::Acknowledged => &[
            "Does {to_department} confirm to {from_department} that it received {from} → {to}?",
            "Does the receiver confirm {from} → {to}?",
        ],
        BlankField::Fallback => &["What happens when {from} → {to} fails?"],
        BlankField::Interaction => &[
            "How do {from_department} and {to_department} work together at {from} → {to}?",
            "How do the two sides work together at {from} → {to}?",
        ],
        BlankField::SwitchForced => &["Can the customer keep the channel between {from} and {to}?"],
        BlankField::TargetWait => &["How long may the customer wait at most between {from} and {to}?"],
    }
}

/// How many checks an answer decides.
pub const ANSWERS: (&str, &str) = ("answers 1 check", "answers {count} checks");
