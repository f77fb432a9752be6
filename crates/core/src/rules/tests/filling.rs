//! Filling blanks one by one: no flag rests on a blank, and nothing clear turns out to be wrong.

use std::collections::HashSet;

use crosslane_cases::cases;
use proptest::prelude::*;

use crate::flow::Flow;
use crate::model::{Id, StepKey, Workspace};
use crate::rules::{Evaluation, Flag, NotAssessed, Place, Subject, Value, evaluate};
use crate::testing::{Random, blank_text, journey_id, workspace};

use super::full::Full;

/// The blank that is an empty register of subjects.
const NO_SUBJECTS: &str = "subjects workspace";

/// What is derived from a journey of which some fields are hidden.
struct Seen {
    workspace: Workspace,
    evaluation: Evaluation,
    handoffs: HashSet<StepKey>,
    owners: HashSet<Id>,
    pairs: HashSet<(Id, Id)>,
    hidden: HashSet<String>,
    text: String,
}

impl Seen {
    fn of(full: &Full, visible: &[bool]) -> Self {
        let (text, hidden) = full.shown(visible);
        let workspace = workspace(&text);
        let flow = Flow::of(&workspace.journeys[&journey_id()]);
        let owners = flow.nodes().iter().filter_map(|node| node.owner).collect();
        let departments =
            flow.handoffs().iter().map(|handoff| (handoff.from_department, handoff.to_department));
        let pairs = departments.map(|(from, to)| (from.min(to), from.max(to))).collect();
        let handoffs = (0..flow.handoffs().len()).map(|at| flow.handoff_key(at)).collect();
        let evaluation = evaluate(&workspace, None, None);
        Self { workspace, evaluation, handoffs, owners, pairs, hidden, text }
    }

    fn flags(&self) -> impl Iterator<Item = &Flag> {
        self.evaluation.journeys[0].findings.flags.iter()
    }

    fn is_open(&self, rule: &str, place: Place) -> bool {
        let open = &self.evaluation.journeys[0].findings.not_assessed;
        open.iter().any(|open| open.rule == rule && (open.place == place || is_of_register(open)))
    }

    fn has_place(&self, place: Place) -> bool {
        match place {
            Place::Handoff(key) => self.handoffs.contains(&key),
            Place::Department(id) => self.owners.contains(&id),
            Place::Pair(one, other) => self.pairs.contains(&(one, other)),
            _ => true,
        }
    }
}

/// Whether a whole register is empty: that is asked once, at the journey, for all its places.
fn is_of_register(open: &NotAssessed) -> bool {
    open.missing.iter().any(|blank| blank_text(blank) == NO_SUBJECTS)
}

fn value<'a>(flag: &'a Flag, name: &str) -> Option<&'a Value> {
    flag.values.iter().find(|named| named.name == name).map(|named| &named.value)
}

/// Whether two flags say the same of the same place, or of what the rule reports once.
fn is_same(one: &Flag, other: &Flag) -> bool {
    if one.rule != other.rule {
        return false;
    }
    match one.rule {
        // Reported once for a pair of felt touchpoints: which handoff has it depends on the worst pair.
        "satisfaction-drop" | "forced-channel-switch" => {
            one.place == other.place || value(one, "felt_after") == value(other, "felt_after")
        }
        // Reported once for an owner and an item, at the first touchpoint known to need it.
        "information-lost" => one.subject == other.subject && one.subject != Subject::None,
        _ => (one.place, one.subject) == (other.place, other.subject),
    }
}

/// Whether the rule itself says that filling this field may take the flag away.
fn may_go(flag: &Flag, filled: &str) -> bool {
    let field = filled.split(' ').next().unwrap();
    let is_structure = matches!(field, "owner" | "stage");
    match flag.rule {
        // That nobody owns it is what the rule says.
        "unowned-touchpoint" => is_structure,
        // "Not known to be first produced by b's owner".
        "customer-repeats" => is_structure || field == "produced",
        // "Or with a channel unset": that it is unset counts.
        "conflicting-promises" => is_structure || field == "channel",
        // Without a target, the usual wait counts, which is a statistic of the journey.
        "wait-over-target" => {
            let without_target = value(flag, "target") == Some(&Value::Nothing);
            without_target && (is_structure || matches!(field, "wait" | "target_wait"))
        }
        // On a described card a blank counts as missing.
        "unowned-handoff" | "cold-handoff" | "no-acknowledgement" | "no-fallback" | "no-target-wait" => {
            filled.contains('>')
        }
        // What `no-fallback` reports is not repeated.
        "handoff-card-incomplete" => {
            filled.contains('>') || matches!(field, "importance" | "moment_of_truth")
        }
        _ => false,
    }
}

fn check_filling(before: &Seen, after: &Seen, filled: &str) {
    let told = || format!("filled {filled} in\n{}", before.text);
    for flag in before.flags().filter(|flag| !may_go(flag, filled)) {
        let kept = after.flags().any(|other| is_same(flag, other));
        assert!(kept, "rests on a blank: {flag:?}\n{}", told());
    }
    for flag in after.flags().filter(|flag| before.has_place(flag.place)) {
        // One check may have several flags: one that fires may find more.
        let fired =
            |other: &Flag| is_same(flag, other) || (other.rule, other.place) == (flag.rule, flag.place);
        let promises = match flag.place {
            Place::Touchpoint(id) => format!("promises {id}"),
            _ => String::new(),
        };
        // Its place is the promise, which was not there before; `undelivered-promise` asks for it.
        if flag.rule == "promise-cannot-hold" && before.hidden.contains(&promises) {
            continue;
        }
        let foreseen = before.is_open(flag.rule, flag.place) || before.flags().any(fired);
        assert!(foreseen, "was clear: {flag:?}\n{}", told());
    }
}

/// What is still open was not clear while more was blank: no blank counts as fine.
fn check_open(before: &Seen, after: &Seen, filled: &str) {
    for open in after.evaluation.journeys[0].findings.not_assessed.iter() {
        let fired = |flag: &Flag| (flag.rule, flag.place) == (open.rule, open.place);
        let foreseen = before.is_open(open.rule, open.place) || before.flags().any(fired);
        let is_new = !before.has_place(open.place) || comes_with(open, filled);
        assert!(is_new || foreseen, "was clear: {open:?}\nfilled {filled} in\n{}", before.text);
    }
}

/// Whether filling this field may ask something that did not apply before.
fn comes_with(open: &NotAssessed, filled: &str) -> bool {
    let field = filled.split(' ').next().unwrap();
    // Whose the touchpoint is and what the customer meets decide what applies.
    let is_structure = matches!(field, "owner" | "stage");
    match open.rule {
        // It asks where there are flags.
        "stale-evidence" => true,
        // Its places are promises.
        "promise-cannot-hold" | "conflicting-promises" | "undelivered-promise" => {
            is_structure || matches!(field, "promises" | "fulfils")
        }
        // Its places are subjects that are lived.
        "standards-differ" => is_structure || field == "standards",
        // Once for an owner and an item, at the first touchpoint that needs it.
        "information-lost" => is_structure || field == "needed",
        // The median of the known waits is a statistic of the journey.
        "wait-over-target" => is_structure || field == "wait",
        _ => is_structure,
    }
}

/// Every blank that is named is one, and there is one wherever a check is open.
fn check_blanks(seen: &Seen) {
    for open in &seen.evaluation.journeys[0].findings.not_assessed {
        assert!(!open.missing.is_empty(), "no blank: {open:?}\n{}", seen.text);
        for blank in &open.missing {
            let name = blank_text(blank);
            let is_card = name.starts_with("card ");
            // Subjects come with the promises that name them: a register may be empty with nothing hidden.
            let is_empty = name == NO_SUBJECTS && seen.workspace.subjects.is_empty();
            let is_blank = is_card || is_empty || seen.hidden.contains(&name);
            assert!(is_blank, "not blank: {name} of {open:?}\n{}", seen.text);
        }
    }
}

fn check_each_filling(seed: u64) {
    let mut random = Random::new(seed);
    let full = Full::random(&mut random);
    let mut visible: Vec<bool> = (0..full.fields()).map(|_| random.below(4) > 0).collect();
    let mut seen = Seen::of(&full, &visible);
    check_blanks(&seen);
    while let Some(hidden) = (!seen.hidden.is_empty()).then(|| random.below(seen.hidden.len())) {
        let blanks = visible.iter().enumerate().filter(|(_, visible)| !**visible);
        let position = blanks.map(|(at, _)| at).nth(hidden).unwrap();
        visible[position] = true;
        let next = Seen::of(&full, &visible);
        check_filling(&seen, &next, full.name(position));
        check_open(&seen, &next, full.name(position));
        let again = evaluate(&next.workspace, None, Some((&seen.workspace, &seen.evaluation)));
        assert!(again == next.evaluation, "another outcome after filling {}", full.name(position));
        check_blanks(&next);
        seen = next;
    }
    let open = &seen.evaluation.journeys[0].findings.not_assessed;
    assert!(open.is_empty(), "still open where nothing is blank: {:?}\n{}", open, seen.text);
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn filling_a_blank_takes_no_flag_away_and_adds_none_where_all_was_clear(seed in any::<u64>()) {
        check_each_filling(seed);
    }
}

#[test]
fn where_no_subject_is_named_the_empty_register_is_the_blank() {
    check_each_filling(617_023_201_401_790_592);
}
