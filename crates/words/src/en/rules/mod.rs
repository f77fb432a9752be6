//! English words for the rules. Gaps of the sentences: the compared values by the names their rule gives
//! them; `touchpoint`, `owner`, `phase`, `department`, `one` and `other` of a pair, `term` of the place;
//! `from`, `to`, `from_department`, `to_department` of the handoff; `subject`. `{name>}` joins several by arrows.

mod agreement;
mod customer;
mod meta;
mod ownership;
mod steering;
mod systems;
mod time;

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

/// Every rule, kind by kind.
const KINDS: [&[RuleWords]; 7] = [
    customer::RULES,
    agreement::RULES,
    time::RULES,
    systems::RULES,
    steering::RULES,
    ownership::RULES,
    meta::RULES,
];

/// Every rule.
pub fn all() -> impl Iterator<Item = &'static RuleWords> {
    KINDS.into_iter().flatten()
}

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
        for words in all() {
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
                let words = all().find(|words| words.rule == flag.rule);
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
