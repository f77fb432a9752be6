//! What scores count, and how.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::{COUNTED_KINDS, Counted, JourneyScores, matrix, score};
use crate::flow::Flow;
use crate::model::StepKey;
use crate::rules::{
    Answers, Check, Context, Findings, FlagAt, Inputs, PlaceKind, Rule, RuleKind, Severity, WaiverState,
};
use crate::testing::{evaluation, id, journey_id, workspace};

const fn of_kind(id: &'static str, kind: RuleKind) -> Rule {
    let severities = &[Severity::Error];
    Rule {
        id,
        kind,
        place: PlaceKind::Handoff,
        severities,
        practices: &[],
        reads: Inputs::of(&[]),
        check: Check::Journey(|_, _| {}),
    }
}

static CUSTOMER: Rule = of_kind("customer", RuleKind::Customer);
static TIME: Rule = of_kind("time", RuleKind::Time);
static AGREEMENT: Rule = of_kind("agreement", RuleKind::Agreement);
static SYSTEMS: Rule = of_kind("systems", RuleKind::Systems);
static STEERING: Rule = of_kind("steering", RuleKind::Steering);
static OWNERSHIP: Rule = of_kind("ownership", RuleKind::Ownership);
static JOURNEY: Rule = of_kind("journey", RuleKind::Journey);

/// What happened at a handoff: fired, fired but waived, or open.
#[derive(Clone, Copy)]
enum Answer {
    Fired(&'static Rule, Severity),
    Waived(&'static Rule, Severity),
    Open(&'static Rule, Severity),
}
use Answer::{Fired, Open, Waived};
use Severity::{Error, Info, Warning};

/// The scores of a journey with these answers, each at the handoff in this position.
fn scores(map: &str, answers: &[(usize, Answer)]) -> JourneyScores {
    let workspace = workspace(map);
    let journey = &workspace.journeys[&journey_id()];
    let flow = Flow::of(journey);
    let context = Context::new(&workspace, journey_id(), journey, &flow, None);
    let answered = |(at, answer): &(usize, Answer)| {
        let (Fired(rule, severity) | Waived(rule, severity) | Open(rule, severity)) = *answer;
        let mut findings = Findings::new(journey_id(), rule);
        match answer {
            Open(..) => findings.not_assessed_at_handoff(&context, *at, severity, Vec::new()),
            _ => findings.fires_at_handoff(&context, *at, severity, Vec::new()),
        }
        if matches!(answer, Waived(..)) {
            findings.flags[0].waiver = WaiverState::Waived(id("w"));
        }
        findings.into()
    };
    let findings = Answers::new(answers.iter().map(answered).collect());
    score(&context, &findings)
}

const TWO: &str = "a x front\n b y front imp=5 volume=100000";

/// The risk and the risk at worst of the only handoff, at full stakes.
fn risk(answers: &[Answer]) -> (f64, f64) {
    let answers: Vec<(usize, Answer)> = answers.iter().map(|answer| (0, *answer)).collect();
    let scores = scores(TWO, &answers);
    (scores.handoffs[0].risk, scores.handoffs[0].at_worst)
}

fn same(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn the_worst_flag_of_each_kind_counts() {
    let table = [
        (&CUSTOMER, [35.0, 18.0, 5.0]),
        (&TIME, [22.0, 11.0, 3.0]),
        (&AGREEMENT, [15.0, 8.0, 2.0]),
        (&SYSTEMS, [10.0, 5.0, 1.0]),
        (&STEERING, [8.0, 4.0, 1.0]),
        (&OWNERSHIP, [0.0, 0.0, 0.0]),
        (&JOURNEY, [0.0, 0.0, 0.0]),
    ];
    for (rule, points) in table {
        for (severity, points) in [Error, Warning, Info].into_iter().zip(points) {
            same(risk(&[Fired(rule, severity)]).0, points);
        }
        if rule.kind != RuleKind::Customer {
            same(risk(&[Fired(rule, Info), Fired(rule, Error), Fired(rule, Warning)]).0, points[0]);
        }
    }
}

#[test]
fn further_customer_flags_count_five_each_up_to_forty_five() {
    same(risk(&[Fired(&CUSTOMER, Info), Fired(&CUSTOMER, Error)]).0, 40.0);
    same(risk(&[Fired(&CUSTOMER, Error); 9]).0, 45.0);
    same(risk(&[Fired(&CUSTOMER, Warning); 6]).0, 43.0);
    same(risk(&[Fired(&CUSTOMER, Warning); 7]).0, 45.0);
}

#[test]
fn everything_wrong_is_a_hundred_and_nothing_is_none() {
    let all = [&CUSTOMER, &CUSTOMER, &CUSTOMER, &TIME, &AGREEMENT, &SYSTEMS, &STEERING];
    same(risk(&all.map(|rule| Fired(rule, Error))).0, 100.0);
    assert_eq!(risk(&[]), (0.0, 0.0));
}

#[test]
fn the_parts_say_which_flag_counts_how_much() {
    let scores = scores(
        TWO,
        &[
            (0, Fired(&AGREEMENT, Warning)),
            (0, Fired(&CUSTOMER, Warning)),
            (0, Fired(&AGREEMENT, Error)),
            (0, Fired(&CUSTOMER, Error)),
            (0, Fired(&OWNERSHIP, Error)),
        ],
    );
    let handoff = &scores.handoffs[0];
    let flag = |rule| FlagAt::new(rule, 0);
    let counted = |kind, rule, points| Counted { kind, flag: flag(rule), points };
    assert_eq!(
        handoff.breaks.counted,
        [
            counted(RuleKind::Customer, 3, 35),
            counted(RuleKind::Customer, 1, 5),
            counted(RuleKind::Agreement, 2, 15)
        ]
    );
    assert_eq!(COUNTED_KINDS.map(|kind| handoff.breaks.of(kind)), [40, 0, 15, 0, 0]);
    assert_eq!(handoff.flags, [0, 1, 2, 3, 4].map(flag));
}

#[test]
fn waived_flags_count_nothing_and_open_checks_only_at_worst() {
    assert_eq!(risk(&[Waived(&CUSTOMER, Error)]), (0.0, 0.0));
    assert_eq!(risk(&[Open(&CUSTOMER, Error)]), (0.0, 35.0));
    assert_eq!(risk(&[Fired(&CUSTOMER, Warning), Open(&CUSTOMER, Error)]), (18.0, 40.0));
    assert_eq!(risk(&[Fired(&TIME, Error), Open(&TIME, Warning)]), (22.0, 22.0));
}

#[test]
fn stakes_grow_with_importance_and_volume() {
    let table = [
        ("imp=1", 50.0),
        ("imp=5", 90.0),
        ("imp=2.5", 65.0),
        ("", 70.0),
        ("truth", 80.0),
        ("imp=2 truth", 80.0),
        ("imp=5 truth", 90.0),
        ("imp=1 volume=9", 50.0),
        ("imp=1 volume=10", 52.0),
        ("imp=1 volume=0", 50.0),
        ("imp=1 volume=99999", 58.0),
        ("imp=1 volume=100000", 60.0),
        ("imp=1 volume=9000000", 60.0),
    ];
    for (words, percent) in table {
        let scores = scores(&format!("a x front\n b y front {words}"), &[]);
        same(scores.handoffs[0].stakes.percent(), percent);
        assert_eq!(scores.handoffs[0].stakes.importance_assumed, !words.contains("imp"), "{words}");
    }
}

#[test]
fn volume_is_the_cards_else_the_share_of_the_first_else_the_seconds() {
    let volume = |map: &str| {
        let scores = scores(map, &[]);
        scores.handoffs.iter().find(|handoff| handoff.handoff == 0).unwrap().volume
    };
    assert_eq!(volume("a x front volume=100\n b y front volume=7\n a>b volume=30"), Some(30));
    assert_eq!(volume("a x front volume=100\n b y front volume=7"), Some(100));
    assert_eq!(volume("a x front\n b y front volume=7"), Some(7));
    assert_eq!(volume("a x front\n b y front"), None);
    let branch = "a x front volume=250\n b y front volume=7\n c y front\n";
    assert_eq!(volume(&[branch, "a>b share=10\n a>c share=90"].concat()), Some(25));
    assert_eq!(volume(&[branch, "a>b link\n a>c share=90"].concat()), Some(7));
    let via = "a x front volume=80\n c ? customer\n b y front end\n d z front\n a>c share=50\n a>d share=50";
    assert_eq!(volume(via), Some(40));
}

#[test]
fn the_worst_handoff_comes_first_and_ties_keep_the_order_of_the_journey() {
    let map = "a x front\n b y front\n c x front\n d y front volume=50\n e x front";
    let answers = [
        (1, Fired(&CUSTOMER, Error)),
        (2, Open(&CUSTOMER, Error)),
        (3, Open(&CUSTOMER, Error)),
        (0, Open(&TIME, Error)),
    ];
    let order: Vec<usize> = scores(map, &answers).handoffs.iter().map(|handoff| handoff.handoff).collect();
    assert_eq!(order, [1, 2, 3, 0]);
    assert_eq!(scores(map, &answers).worst().unwrap().key, StepKey::new(id("b"), id("c")));
    assert_eq!(scores(map, &[]).worst(), None);
    let ties: Vec<usize> = scores(map, &[]).handoffs.iter().map(|handoff| handoff.handoff).collect();
    assert_eq!(ties, [2, 3, 0, 1]);
}

#[test]
fn connectedness_is_the_mean_risk_by_volume_from_known_to_worst() {
    let map = "a x front volume=30\n b y front imp=5 volume=10\n c x front imp=5";
    // Stakes of both are 92 %: importance 5 and two-digit volume.
    let found = scores(map, &[(0, Fired(&CUSTOMER, Error)), (1, Open(&TIME, Error))]).connectedness.unwrap();
    same(found.known, 100.0 - 35.0 * 0.92 * 30.0 / 40.0);
    same(found.at_worst, 100.0 - (35.0 * 30.0 + 22.0 * 10.0) * 0.92 / 40.0);
}

#[test]
fn an_unknown_volume_weighs_the_median_of_the_known_ones() {
    let map = |first: &str| {
        format!(
            "a x front {first}\n b y front imp=1\n c x front imp=1 volume=20\n d y front imp=1 volume=60\n e x front imp=1"
        )
    };
    let known = |map: &str| scores(map, &[(0, Fired(&CUSTOMER, Error))]).connectedness.unwrap().known;
    // Handoffs a>b unknown, b>c 20 (from c), c>d 20, d>e 60: the median is 20.
    same(known(&map("")), 100.0 - 17.5 * 20.0 / 120.0);
    same(known("a x front\n b y front imp=1\n c x front imp=1"), 100.0 - 17.5 / 2.0);
    same(known("a x front volume=0\n b y front imp=1 volume=0\n c x front imp=1"), 100.0 - 17.5 / 2.0);
}

#[test]
fn connectedness_has_no_value_where_too_little_is_known() {
    let fired = |at| (at, Fired(&AGREEMENT, Info));
    let open = |at| (at, Open(&AGREEMENT, Info));
    assert_eq!(scores("a x front\n b x front", &[]).connectedness, None);
    assert_eq!(scores(TWO, &[]).connectedness, None);
    assert_eq!(scores(TWO, &[fired(0), open(0), open(0)]).connectedness, None);
    assert!(scores(TWO, &[fired(0), open(0)]).connectedness.is_some());
    let undecided = "a x front\n b y front\n c ? front\n d y front";
    assert_eq!(scores(undecided, &[fired(0)]).connectedness, None);
}

#[test]
fn the_matrix_sums_up_pairs_of_departments() {
    let map = "a x front\n b y front volume=5\n c x front\n d y front\n e z front";
    let first =
        scores(map, &[(2, Fired(&CUSTOMER, Error)), (0, Fired(&TIME, Info)), (3, Waived(&TIME, Info))]);
    let cells = matrix([&first, &first]);
    let shown: Vec<_> =
        cells.iter().map(|cell| (cell.from.as_str(), cell.to.as_str(), cell.count, cell.flags)).collect();
    assert_eq!(shown, [("x", "y", 4, 4), ("y", "x", 2, 0), ("y", "z", 2, 0)]);
    assert_eq!((cells[0].volume, cells[0].volume_unknown), (Some(10), 2));
    assert_eq!((cells[2].volume, cells[2].volume_unknown), (None, 2));
    same(cells[0].worst_risk, 35.0 * 0.7);
}

#[test]
fn an_evaluation_carries_its_scores() {
    let evaluation = evaluation("a x front\n b y front\n a>b by=-");
    let scores = &evaluation.journeys[0].scores;
    assert_eq!(scores.handoffs[0].key, StepKey::new(id("a"), id("b")));
    assert_eq!(scores.of(StepKey::new(id("a"), id("b"))), scores.handoffs.first());
    assert_eq!(scores.handoffs[0].breaks.of(RuleKind::Agreement), 8);
}
