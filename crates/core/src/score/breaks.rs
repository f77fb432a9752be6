//! Breaks: what flags count at a handoff, kind by kind.

use std::cmp::Reverse;

use crate::rules::{Answers, FlagAt, RuleKind, Severity};
use crate::sort::Sort;

/// The kinds that count, the weightiest first. Ownership and the journey as a whole count at no handoff.
pub const COUNTED_KINDS: [RuleKind; 5] =
    [RuleKind::Customer, RuleKind::Time, RuleKind::Agreement, RuleKind::Systems, RuleKind::Steering];

/// What each flag of the customer kind counts after the worst one, and what they count together at most.
const FURTHER_CUSTOMER: u32 = 5;
const MOST_CUSTOMER: u32 = 45;

/// What the worst flag of a kind counts: as an error, a warning, an info.
fn points(kind: usize, severity: Severity) -> u32 {
    const POINTS: [[u32; 3]; 5] = [[35, 18, 5], [22, 11, 3], [15, 8, 2], [10, 5, 1], [8, 4, 1]];
    let column = match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info => 2,
    };
    POINTS[kind][column]
}

/// One flag and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The kind it counts under.
    pub kind: RuleKind,
    /// The flag.
    pub flag: FlagAt,
    /// What it counts, 1 to 35.
    pub points: u32,
}

/// What the open flags count at a handoff.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Breaks {
    /// The flags that count, by kind as in [`COUNTED_KINDS`], the worst first. A flag beside a worse one of
    /// the same kind counts nothing and is not listed, but in the customer kind.
    pub counted: Vec<Counted>,
}

impl Breaks {
    /// What the flags of one kind count together.
    pub fn of(&self, kind: RuleKind) -> u32 {
        self.counted.iter().filter(|counted| counted.kind == kind).map(|counted| counted.points).sum()
    }

    /// What all count together, 0 to 100.
    pub fn total(&self) -> u32 {
        self.counted.iter().map(|counted| counted.points).sum()
    }
}

/// The breaks of one handoff.
#[derive(Clone, Default)]
pub(super) struct AtHandoff {
    pub known: Breaks,
    /// The total with every open check counted as fired.
    pub at_worst: u32,
    /// All open flags at the handoff.
    pub flags: Vec<FlagAt>,
    /// The worst of them, risen.
    pub severity: Option<Severity>,
}

/// How many checks of each kind there are at a handoff, and the worst severity among them.
#[derive(Clone, Default)]
struct Tally {
    worst: [Option<Severity>; 5],
    customer: u32,
}

impl Tally {
    fn add(&mut self, kind: usize, severity: Severity) {
        self.worst[kind] = self.worst[kind].max(Some(severity));
        self.customer += u32::from(kind == 0);
    }

    fn total(&self) -> u32 {
        let of_kind = |(kind, worst): (usize, &Option<Severity>)| match (kind, worst) {
            (_, None) => 0,
            (0, Some(worst)) => {
                (points(0, *worst) + FURTHER_CUSTOMER * (self.customer - 1)).min(MOST_CUSTOMER)
            }
            (kind, Some(worst)) => points(kind, *worst),
        };
        self.worst.iter().enumerate().map(of_kind).sum()
    }
}

/// The breaks of each handoff, by its position in the flow.
pub(super) fn by_handoff(handoffs: usize, findings: &Answers) -> Vec<AtHandoff> {
    let mut found = vec![AtHandoff::default(); handoffs];
    let mut tallies = vec![Tally::default(); handoffs];
    let mut counting: Vec<Vec<(usize, Reverse<Severity>, FlagAt)>> = vec![Vec::new(); handoffs];
    for (position, flag) in findings.flags.with_places().filter(|(_, flag)| flag.is_open()) {
        let Some(at) = flag.handoff else { continue };
        found[at].flags.push(position);
        found[at].severity = found[at].severity.max(Some(flag.severity));
        if let Some(kind) = place_of(flag.kind) {
            tallies[at].add(kind, flag.base_severity);
            counting[at].push((kind, Reverse(flag.base_severity), position));
        }
    }
    for open in findings.not_assessed.iter() {
        if let (Some(at), Some(kind)) = (open.handoff, place_of(open.kind)) {
            tallies[at].add(kind, open.at_worst);
        }
    }
    for ((at, tally), counting) in found.iter_mut().zip(&tallies).zip(counting) {
        at.known = counted(counting);
        at.at_worst = tally.total();
    }
    found
}

fn place_of(kind: RuleKind) -> Option<usize> {
    COUNTED_KINDS.iter().position(|counted| *counted == kind)
}

/// What flags at one handoff count, given their kind, severity and place.
fn counted(mut counting: Vec<(usize, Reverse<Severity>, FlagAt)>) -> Breaks {
    counting.arrange();
    let mut breaks = Breaks::default();
    let mut before = None;
    for (kind, Reverse(severity), flag) in counting {
        let points = match (before == Some(kind), kind) {
            (false, _) => points(kind, severity),
            (true, 0) => FURTHER_CUSTOMER.min(MOST_CUSTOMER - breaks.total()),
            (true, _) => 0,
        };
        if points > 0 {
            breaks.counted.push(Counted { kind: COUNTED_KINDS[kind], flag, points });
        }
        before = Some(kind);
    }
    breaks
}
