//! What the customer feels.

use crosslane_core::rules::{BlankField, Severity};

use super::{AT_ENTRY, AT_IT, RuleGuide};

/// These rules.
pub const GUIDES: &[RuleGuide] = &[
    RuleGuide {
        rule: "customer-repeats",
        fires: "a touchpoint asks for an item that is known to be no identity check, that a touchpoint before it of another owner asked for or produced, and that is not known to be first produced by its own owner. An owner first produced an item if every touchpoint before that produces it, with none that does before, is that owner's. One flag for each item",
        severities: &[],
        counts: AT_ENTRY,
        inputs: "owners, information asked and produced, and whether an item is an identity check",
        not_applicable: "where the customer acts alone",
        open: &[
            BlankField::Owner,
            BlankField::Asked,
            BlankField::Produced,
            BlankField::IdentityCheck,
            BlankField::Items,
        ],
        blanks: "An empty register of items is one question for the journey.",
        source: "Matthew Dixon, Karen Freeman and Nicholas Toman, “Stop Trying to Delight Your Customers”, Harvard Business Review 2010: 56 % of customers had to re-explain their issue.",
    },
    RuleGuide {
        rule: "information-lost",
        fires: "a touchpoint needs an item and does not ask for it, some touchpoint before it had the item, and its owner has it neither from an own touchpoint before, nor by a handoff into one of its touchpoints that passes it, nor by read access to a system used where it was had (who decides on a system reads it too). Once for an owner and an item, at the first touchpoint that lacks it",
        severities: &[],
        counts: AT_ENTRY,
        inputs: "owners, information asked, needed and produced, information passed on, systems and the access to them",
        not_applicable: "where the customer acts alone, and where the same owner lacked the item before",
        open: &[
            BlankField::Owner,
            BlankField::Asked,
            BlankField::Needed,
            BlankField::Produced,
            BlankField::Passed,
            BlankField::Systems,
            BlankField::Access,
            BlankField::Items,
        ],
        blanks: "An empty register of items is one question for the journey.",
        source: "Mary and Tom Poppendieck, “Implementing Lean Software Development”, 2006: every handoff leaves behind about half of what was known.",
    },
    RuleGuide {
        rule: "customer-carries",
        fires: "the method is that the customer carries it, or the customer has to start the touchpoint that receives and nothing triggers it",
        severities: &[],
        counts: AT_IT,
        inputs: "method and trigger of the card, and who starts the touchpoint that receives",
        not_applicable: "",
        open: &[BlankField::Method, BlankField::Trigger, BlankField::StartedBy],
        blanks: "",
        source: "Matthew Dixon, Nick Toman and Rick DeLisi, “The Effortless Experience”, 2013: having to come again and to explain is what makes customers leave.",
    },
    RuleGuide {
        rule: "satisfaction-drop",
        fires: "felt satisfaction falls by 2 or more, or by 1 or more to 2 or less",
        severities: &[
            (Severity::Warning, "it falls by less than 3"),
            (Severity::Error, "it falls by 3 or more"),
        ],
        counts: "the handoff itself: the last one between the two felt touchpoints",
        inputs: "stage and satisfaction of the felt touchpoints around the handoff; at branches the worst case, from the best that could be felt before to the worst after",
        not_applicable: "where nothing is felt on one side, or the case is handed on before the customer feels anything",
        open: &[BlankField::Satisfaction, BlankField::Stage, BlankField::Owner],
        blanks: "",
        source: "Alex Rawson, Ewan Duncan and Conor Jones, “The Truth About Customer Experience”, Harvard Business Review 2013: experience breaks between touchpoints that are each in order.",
    },
    RuleGuide {
        rule: "forced-channel-switch",
        fires: "felt channels differ and the switch is forced",
        severities: &[],
        counts: "the handoff itself: the last one between the two felt touchpoints",
        inputs: "stage and channel of the felt touchpoints around the handoff, and whether the card says that the switch is forced; at branches any change counts",
        not_applicable: "where nothing is felt on one side, or the case is handed on before the customer feels anything",
        open: &[BlankField::Channel, BlankField::SwitchForced, BlankField::Stage, BlankField::Owner],
        blanks: "",
        source: "Matthew Dixon, Karen Freeman and Nicholas Toman, “Stop Trying to Delight Your Customers”, Harvard Business Review 2010: having to switch from the web to the phone is a main source of effort.",
    },
];
