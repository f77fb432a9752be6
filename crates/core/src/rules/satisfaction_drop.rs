//! `satisfaction-drop`: the customer feels worse after the handoff than before it.
//!
//! Kind customer, at the handoff: a warning where felt satisfaction falls by 2 or more, or by 1 or more to
//! 2 or less; an error where it falls by 3 or more. Inputs: stage and satisfaction of the felt touchpoints
//! around the handoff (see `felt`); thresholds `satisfaction_fall` and `satisfaction_fall_error`. At
//! branches the worst case: from the best that could be felt before to the worst after. Not applicable
//! where nothing is felt on one side, or the case is handed on before the customer feels anything.
//! Source: Alex Rawson, Ewan Duncan and Conor Jones, "The Truth About Customer Experience", Harvard
//! Business Review 2013: experience breaks between touchpoints that are each in order.

use crate::model::{Practice, Rating};
use crate::sort::Sort;

use super::blank::{Blank, BlankField};
use super::context::Context;
use super::felt::{Felt, Nearest, Reach, Side, Source, last_of_each_pair};
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "satisfaction-drop",
    kind: RuleKind::Customer,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning, Severity::Error],
    practices: &[Practice::CoCreation, Practice::Initiative, Practice::SharedGoal],
    reads: Inputs::of(&[Input::Stage, Input::Satisfaction, Input::Thresholds]),
    check: Check::Journey(check),
};

/// A smaller fall counts where it ends this low.
const SMALL_FALL: f64 = 1.0;
const LOW: f64 = 2.0;
/// Ratings come from averages: 3.3 to 1.3 is a fall of 2.
const TOLERANCE: f64 = 1e-9;
/// The ratings that a blank could turn out to be.
const BEST: f64 = 5.0;
const WORST: f64 = 1.0;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let felt = Felt::of(context);
    let before = Ratings::of(context, &felt, Side::Before);
    let after = Ratings::of(context, &felt, Side::After);
    let mut fired = Vec::new();
    for (handoff, ends) in context.flow.handoffs().iter().enumerate() {
        let possible = before.possible(ends.from).zip(after.possible(ends.to));
        let Some((best, worst)) = possible else { continue };
        let Some(at_worst) = severity(context, best.rating, worst.rating) else {
            findings.clear();
            continue;
        };
        let proven = before.certain(ends.from).zip(after.certain(ends.to)).and_then(|(best, worst)| {
            let severity = severity(context, best.rating, worst.rating)?;
            Some(((best.node, worst.node), handoff, severity))
        });
        if let Some(proven) = proven {
            fired.push(proven);
        } else {
            let mut missing = after.blanks(ends.to);
            missing.extend(before.blanks(ends.from));
            findings.not_assessed_at_handoff(context, handoff, at_worst, missing);
        }
    }
    for ((from, to), handoff, severity) in last_of_each_pair(context, fired) {
        findings.fires_at_handoff(context, handoff, severity, compared(context, from, to));
    }
}

/// How bad it is to come from one rating to another, where it is bad at all.
fn severity(context: &Context<'_>, before: f64, after: f64) -> Option<Severity> {
    let falls_by = |points: f64| before - after >= points - TOLERANCE;
    let thresholds = &context.thresholds;
    let falls_low = falls_by(SMALL_FALL) && after <= LOW + TOLERANCE;
    if falls_by(thresholds.satisfaction_fall_error) {
        Some(Severity::Error)
    } else if falls_by(thresholds.satisfaction_fall) || falls_low {
        Some(Severity::Warning)
    } else {
        None
    }
}

fn compared(context: &Context<'_>, from: usize, to: usize) -> Vec<NamedValue> {
    let rating = |node| context.touchpoint(node).satisfaction.map_or(Value::Nothing, Value::Rating);
    let touchpoint = |node: usize| Value::Touchpoint(context.flow.nodes()[node].id);
    vec![
        NamedValue::new("before", rating(from)),
        NamedValue::new("after", rating(to)),
        NamedValue::new("felt_before", touchpoint(from)),
        NamedValue::new("felt_after", touchpoint(to)),
    ]
}

/// A felt touchpoint and the satisfaction there.
struct Rated {
    node: usize,
    rating: f64,
}

/// The satisfaction felt on one side of each handoff.
struct Ratings<'f, 'c, 'a> {
    context: &'c Context<'a>,
    felt: &'f Felt<'c, 'a>,
    side: Side,
    certain: Nearest,
    possible: Nearest,
    blank: Nearest,
}

impl<'f, 'c, 'a> Ratings<'f, 'c, 'a> {
    fn of(context: &'c Context<'a>, felt: &'f Felt<'c, 'a>, side: Side) -> Self {
        let mut ratings =
            Self { context, felt, side, certain: Vec::new(), possible: Vec::new(), blank: Vec::new() };
        let possible = felt.sources(side, Reach::Possible);
        let mut certain = felt.sources(side, Reach::Certain);
        certain.retain(|node| ratings.is_rated(*node));
        let blank: Vec<Source> = possible
            .iter()
            .filter(|node| felt.has_blanks(side, **node, ratings.is_rated(**node)))
            .map(|node| Source::new(*node, 0))
            .collect();
        ratings.blank = felt.nearest(side, Reach::Possible, &blank);
        ratings.certain = felt.nearest(side, Reach::Certain, &ratings.worst_case_first(&certain));
        ratings.possible = felt.nearest(side, Reach::Possible, &ratings.worst_case_first(&possible));
        ratings
    }

    fn worst_case_first(&self, nodes: &[usize]) -> Vec<Source> {
        let mut rated: Vec<(f64, usize)> =
            nodes.iter().map(|node| (self.possible_rating(*node), *node)).collect();
        // Stable: of equal ratings the nearest counts.
        rated.arrange_by(
            |(a, _), (b, _)| if self.side == Side::Before { b.total_cmp(a) } else { a.total_cmp(b) },
        );
        rated.into_iter().map(|(_, node)| Source::new(node, 0)).collect()
    }

    /// The rating, or that of the worst case where it is blank: the best before, the worst after.
    fn possible_rating(&self, node: usize) -> f64 {
        let rating = self.context.touchpoint(node).satisfaction.map(Rating::value);
        let beyond_open_owner = self.felt.has_open_owner(node) && !self.felt.is_felt(node);
        match self.side {
            Side::Before => rating.unwrap_or(BEST),
            Side::After if beyond_open_owner => WORST,
            Side::After => rating.unwrap_or(WORST),
        }
    }

    fn rated(&self, nearest: &Nearest, node: usize) -> Option<Rated> {
        let node = nearest[node][0]?.node();
        Some(Rated { node, rating: self.possible_rating(node) })
    }

    /// The worst case that the known values prove.
    fn certain(&self, node: usize) -> Option<Rated> {
        self.rated(&self.certain, node)
    }

    /// The worst case that some filling of the blanks would make.
    fn possible(&self, node: usize) -> Option<Rated> {
        self.rated(&self.possible, node)
    }

    fn is_rated(&self, node: usize) -> bool {
        self.context.touchpoint(node).satisfaction.is_some()
    }

    fn blanks_at(&self, source: Source) -> Vec<Blank> {
        let node = source.node();
        self.felt.blanks(self.side, node, BlankField::Satisfaction, self.is_rated(node))
    }

    /// The blanks that could make the worst case worse than what is known.
    fn blanks(&self, node: usize) -> Vec<Blank> {
        let rating = |rated: Option<Rated>| rated.map(|rated| rated.rating);
        if rating(self.certain(node)) == rating(self.possible(node)) {
            return Vec::new();
        }
        self.blank[node][0].map_or_else(Vec::new, |source| self.blanks_at(source))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(map: &str) -> Vec<String> {
        answers("satisfaction-drop", map)
    }

    /// Two departments, one touchpoint each, with these words.
    fn two(before: &str, after: &str) -> Vec<String> {
        of(&format!("a x front {before}\n b y front {after}"))
    }

    #[test]
    fn fires_from_the_threshold_on() {
        let fires = |severity: &str, before: &str, after: &str| {
            vec![format!("a>b {severity} before={before} after={after} felt_before=a felt_after=b")]
        };
        let clear = vec!["clear 1".to_owned()];
        let table = [
            ("5", "3", fires("warning", "5", "3")),
            ("4.9", "3", clear.clone()),
            ("5", "2", fires("error", "5", "2")),
            ("4.9", "2", fires("warning", "4.9", "2")),
            ("3", "2", fires("warning", "3", "2")),
            ("3", "2.1", clear.clone()),
            ("2.9", "2", clear.clone()),
            ("3.3", "1.3", fires("warning", "3.3", "1.3")),
            ("4.1", "1.1", fires("error", "4.1", "1.1")),
            ("2", "5", clear),
        ];
        for (before, after, answer) in table {
            assert_eq!(two(&format!("sat={before}"), &format!("sat={after}")), answer, "{before} to {after}");
        }
    }

    #[test]
    fn rises_where_the_receiver_matters() {
        let error = ["a>b error before=5 after=3 felt_before=a felt_after=b"];
        assert_eq!(two("sat=5", "sat=3 imp=4"), error);
        assert_eq!(two("sat=5", "sat=3 truth"), error);
    }

    #[test]
    fn a_blank_leaves_it_open_where_it_could_decide() {
        assert_eq!(two("sat=5", ""), ["a>b ? satisfaction b"]);
        assert_eq!(two("", "sat=1"), ["a>b ? satisfaction a"]);
        assert_eq!(two("", ""), ["a>b ? satisfaction b, satisfaction a"]);
        assert_eq!(two("", "sat=3.5"), ["clear 1"]);
        assert_eq!(two("sat=1.5", ""), ["clear 1"]);
        assert_eq!(of("a x ? sat=5\n b y front sat=1"), ["a>b ? stage a"]);
    }

    #[test]
    fn looks_past_what_the_customer_does_not_feel_and_reports_at_the_last_handoff() {
        let map = "a x front sat=5\n b y back\n c z support sat=4\n d z front sat=1";
        assert_eq!(of(map), ["b>c error before=5 after=1 felt_before=a felt_after=d"]);
        assert!(of("a x back\n b y front sat=1").is_empty());
        assert!(of("a x front sat=5\n b y back").is_empty());
    }

    #[test]
    fn the_customer_alone_feels_too() {
        let after = "a x front sat=4\n b y back\n c ? customer sat=1";
        assert_eq!(of(after), ["a>b error before=4 after=1 felt_before=a felt_after=c"]);
        let before = "c ? customer sat=4\n a x back\n b y front sat=2";
        assert_eq!(of(before), ["a>b warning before=4 after=2 felt_before=c felt_after=b"]);
    }

    #[test]
    fn at_branches_the_worst_case_counts() {
        let map =
            "a x front sat=3\n b x front sat=5\n c x back\n d y back\n e y front sat=3\n f y front sat=1
            a>c link\n b>c link\n d>e link\n d>f link";
        assert_eq!(of(map), ["c>d error before=5 after=1 felt_before=b felt_after=f"]);
        let blank = map.replace(" sat=5", "").replace(" sat=1", " sat=2.5");
        assert_eq!(of(&blank), ["c>d ? satisfaction b"]);
    }

    #[test]
    fn one_pair_is_reported_once_at_the_last_handoff_between_the_two() {
        let map = "a x front sat=5\n b y back\n c z back\n d z front sat=1\n e z front sat=1
            a>b link\n a>c link\n b>d link\n c>d link";
        // b is in another department than d, so b>d is a handoff; so is a>c.
        let found = of(map);
        assert_eq!(
            found,
            ["b>d error before=5 after=1 felt_before=a felt_after=d"],
            "a>c is earlier than b>d, and a>b is handed on"
        );
    }

    #[test]
    fn an_open_owner_may_be_a_later_handoff() {
        let map = "a x front sat=5\n b y back\n c ? back\n d y front sat=1";
        assert_eq!(of(map), ["a>b ? owner c"]);
        assert_eq!(of("a x front sat=5\n b y back\n c ? front sat=1"), ["a>b ? owner c"]);
        assert_eq!(of("a x front sat=5\n b y back\n c ? front sat=5"), ["clear 1"]);
    }

    #[test]
    fn goes_round_loops() {
        let map = "a x front sat=5\n b y back\n c y back\n d y front sat=1\n b>c link\n c>b link\n c>d link";
        assert_eq!(of(map), ["a>b error before=5 after=1 felt_before=a felt_after=d"]);
    }
}
