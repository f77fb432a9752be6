//! English questions for what nobody has filled yet.

use crosslane_core::rules::BlankField;

/// The questions for a blank, the best first: the first whose gaps can all be filled is asked.
#[allow(clippy::too_many_lines, reason = "a table of words")]
pub fn questions(field: BlankField) -> &'static [&'static str] {
    match field {
        BlankField::Items => &["Which information travels along the journeys? None is listed yet."],
        BlankField::Subjects => &["What are customers promised? No subject of a promise is listed yet."],
        BlankField::Terms => {
            &["Which words mean different things to different departments? None is listed yet."]
        }
        BlankField::Measures => &[
            "What is {department} measured by?",
            "What are the departments measured by? No measure is listed yet.",
        ],
        BlankField::Goals => {
            &["Which outcome for the customer do the departments share? No goal is listed yet."]
        }
        BlankField::Importance => &["How much does {touchpoint} matter to customers?"],
        BlankField::MomentOfTruth => &["Does {touchpoint} decide what customers think of the whole?"],
        BlankField::StartedBy => &["Who makes {touchpoint} happen: the customer or the organisation?"],
        BlankField::Duration => &["How long does {touchpoint} take?"],
        BlankField::PerceivedOwner => &["Whom do customers believe they are dealing with at {touchpoint}?"],
        BlankField::Responsible => &[
            "Which departments do the work beside {owner} at {touchpoint}?",
            "Which departments do the work at {touchpoint}?",
        ],
        BlankField::Consulted => &["Which departments are asked before {touchpoint}?"],
        BlankField::Informed => &["Which departments are told of {touchpoint}?"],
        BlankField::Promises => &[
            "What does {owner} promise the customer at {touchpoint}?",
            "What is the customer promised at {touchpoint}?",
        ],
        BlankField::Fulfils => &["Which promise is kept at {touchpoint}?"],
        BlankField::Standards => &["How are the agreed standards lived at {touchpoint}?"],
        BlankField::Evidence => &["What does the description of {touchpoint} rest on?"],
        BlankField::ReviewedOn => &["When was the evidence for {touchpoint} last looked at?"],
        BlankField::Subject => &["What is the promise at {touchpoint} about?", "What is the standard about?"],
        BlankField::Value => &[
            "What exactly is said at {touchpoint}?",
            "Which value is agreed in the standard for {standard}?",
        ],
        BlankField::DueWithin => &["How soon is what is promised at {touchpoint} due?"],
        BlankField::DecidedBy => &["Which department decides on {system}?"],
        BlankField::ConnectedTo => &["Which systems does {system} exchange data with?"],
        BlankField::TakesPart => &["Does {department} take part in this mapping?"],
        BlankField::Direction => &["Should {department} move {measure} up or down?"],
        BlankField::Opposes => &["Which measures get worse when {measure} gets better?"],
        BlankField::Contributions => &["What does each department do for {goal}?"],
        BlankField::Journeys => &["Which journeys is {goal} for?"],
        BlankField::Label => &["What does {department} call {term}?"],
        BlankField::Departments => &["Which departments carry {initiative}?"],
        BlankField::CompleteAccurate => {
            &["How many cases arrive complete and accurate between {from} and {to}?"]
        }
        BlankField::MonthlyVolume => &["How many customers a month go from {from} to {to}?"],
        BlankField::FromAgrees => &[
            "Does {from_department} agree to the card of {from} → {to}?",
            "Does the side that hands on agree to the card of {from} → {to}?",
        ],
        BlankField::ToAgrees => &[
            "Does {to_department} agree to the card of {from} → {to}?",
            "Does the side that receives agree to the card of {from} → {to}?",
        ],
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
