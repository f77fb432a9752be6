//! Waits and promises.

use crosslane_core::rules::{BlankField, Severity};

use super::{AT_IT, AT_NONE, RuleGuide};

/// These rules.
pub const GUIDES: &[RuleGuide] = &[
    RuleGuide {
        rule: "no-target-wait",
        fires: "no target wait stands on the card, though the wait is known, or how many customers pass",
        severities: &[],
        counts: AT_IT,
        inputs: "target wait of the card, the waits on the way, and the volume of the handoff",
        not_applicable: "",
        open: &[BlankField::Card, BlankField::Wait, BlankField::MonthlyVolume],
        blanks: "While nothing on the card is filled, the card itself is the question. Once something is, a blank target counts as none.",
        source: "John Little, “A Proof for the Queuing Formula L = λW”, Operations Research 1961: what comes and how long it waits decide together how much lies about.",
    },
    RuleGuide {
        rule: "wait-over-target",
        fires: "the wait is above the target of the card; without a target, above a day and above twice the median of the known waits of steps inside one department, of which there have to be three. A range of a wait counts with its low end, one of a target with its high end; the usual wait is the median of the high ends",
        severities: &[],
        counts: AT_IT,
        inputs: "the waits of the steps between the two touchpoints, added up, and the target wait of the card",
        not_applicable: "",
        open: &[BlankField::Wait, BlankField::TargetWait],
        blanks: "Where only the high end of a wait is above the target, the exact wait is asked. Without a target only no wait at all is clear: the target that somebody may agree could be shorter.",
        source: "David Maister, “The Psychology of Waiting Lines”, 1985: waits that nobody announced or explained feel longer.",
    },
    RuleGuide {
        rule: "promise-cannot-hold",
        fires: "waits and durations after the promise, up to and including the first touchpoint that fulfils its subject, added up over the worst path, exceed what is due (the high end of the time promised). A path passes no touchpoint twice: a loop counts once, and the total reads “at least”",
        severities: &[
            (Severity::Error, "their low ends exceed it"),
            (Severity::Warning, "their high ends do, or their low ends exceed 80 % of it"),
        ],
        counts: "the handoff with the longest wait on the path",
        inputs: "promises, waits, durations, and the promises kept at touchpoints",
        not_applicable: "where a value is promised rather than a time, and where no later touchpoint keeps the promise, which is the matter of `undelivered-promise`",
        open: &[
            BlankField::Subject,
            BlankField::DueWithin,
            BlankField::Wait,
            BlankField::Duration,
            BlankField::Fulfils,
        ],
        blanks: "",
        source: "Eliyahu Goldratt, “Critical Chain”, 1997: a date is kept by the whole chain or not at all.",
    },
    RuleGuide {
        rule: "undelivered-promise",
        fires: "no later touchpoint fulfils what is promised, or one of an owner does who is not told of it: who neither made the promise nor is responsible, consulted or informed where it is made",
        severities: &[
            (Severity::Error, "no later touchpoint fulfils it"),
            (Severity::Warning, "somebody fulfils it who is not told of it"),
        ],
        counts: AT_NONE,
        inputs: "promises, owners, who else is told, and the promises kept at touchpoints",
        not_applicable: "",
        open: &[
            BlankField::Promises,
            BlankField::Subject,
            BlankField::Fulfils,
            BlankField::Owner,
            BlankField::Responsible,
            BlankField::Consulted,
            BlankField::Informed,
            BlankField::Subjects,
        ],
        blanks: "A touchpoint that does not say which promises are made is asked; an empty register of subjects is one question for the journey.",
        source: "Valarie Zeithaml, Leonard Berry and A. Parasuraman, “Communication and Control Processes in the Delivery of Service Quality”, Journal of Marketing 1988: promised by one, to be kept by another.",
    },
    RuleGuide {
        rule: "conflicting-promises",
        fires: "two owners promise different values for one subject, on one channel or with a channel unset. When a promise is due counts before the words of its value; words that are a time count as minutes, whatever their unit",
        severities: &[],
        counts: AT_NONE,
        inputs: "owners, channels and promises",
        not_applicable: "to a subject that nobody in the journey is known to promise",
        open: &[BlankField::Promises, BlankField::Subject, BlankField::DueWithin, BlankField::Owner],
        blanks: "A time and words that are none do not compare: then it is asked when the promise is due.",
        source: "Valarie Zeithaml, Leonard Berry and A. Parasuraman, “Communication and Control Processes in the Delivery of Service Quality”, Journal of Marketing 1988: promises that do not match.",
    },
];
