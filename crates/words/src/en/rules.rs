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
pub const RULES: &[RuleWords] = &[RuleWords {
    rule: "unowned-touchpoint",
    title: "Nobody owns it",
    about: "A touchpoint where the organisation works has no owner.",
    why: &[why("Nobody owns {touchpoint}.")],
    mend: &["Name the one department that is accountable for {touchpoint}."],
    values: &[],
}];

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
