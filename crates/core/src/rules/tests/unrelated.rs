//! What a touchpoint that has nothing to do with the others changes: nothing but statistics of the journey.

use crosslane_cases::cases;
use proptest::prelude::*;

use crate::rules::{Flag, NotAssessed, evaluate};
use crate::testing::{Random, workspace};

use super::full::{Full, LAST};

/// Averages over all touchpoints of the journey.
const STATISTICS: &str = "green-parts-red-whole";
/// Something the customer does alone and that keeps no promise, in a phase of its own after all others.
const UNRELATED: &str = "phase apart\n apart ? customer fulfils=-";

struct Told {
    flags: Vec<Flag>,
    open: Vec<NotAssessed>,
}

fn told(text: &str) -> Told {
    let evaluation = evaluate(&workspace(text), None, None);
    let findings = &evaluation.journeys[0].findings;
    Told {
        flags: findings.flags.iter().filter(|flag| flag.rule != STATISTICS).cloned().collect(),
        open: findings.not_assessed.iter().filter(|open| open.rule != STATISTICS).cloned().collect(),
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn an_unrelated_touchpoint_changes_no_flag_of_others(seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let full = Full::random(&mut random);
        let visible: Vec<bool> = (0..full.fields()).map(|_| random.chance(80)).collect();
        let text = full.shown(&visible).0;
        let journey = |more: &str, ends: &str| told(&with(&text, more, ends));
        let (alone, beside) = (journey("", ""), journey(UNRELATED, ""));
        prop_assert_eq!(&alone.flags, &beside.flags, "it follows the last\n{}", text);

        // Where nothing leads to it no question changes either.
        let (alone, beside) = (journey("", " end"), journey(UNRELATED, " end"));
        prop_assert_eq!(&alone.flags, &beside.flags, "nothing leads to it\n{}", text);
        prop_assert_eq!(&alone.open, &beside.open, "nothing leads to it\n{}", text);
    }
}

/// The journey with more lines after those of its touchpoints, and more words about the last of these.
fn with(text: &str, more: &str, of_last: &str) -> String {
    let is_step = |line: &&str| line.split(' ').next().is_some_and(|word| word.contains('>'));
    let (steps, others): (Vec<&str>, Vec<&str>) = text.lines().partition(is_step);
    let last = format!("{LAST} ");
    let line = |line: &str| [line, if line.starts_with(&last) { of_last } else { "" }].concat();
    let others: Vec<String> = others.into_iter().map(line).collect();
    format!("{}\n{more}\n{}", others.join("\n"), steps.join("\n"))
}
