//! How the scores of a journey went, from snapshot to snapshot up to now.

use super::snapshot::{snapshot, snapshots};
use crate::model::{Date, Id, JourneyScore, Percent, Workspace};
use crate::rules::Evaluation;

/// The scores of a journey on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The day, where it was noted.
    pub date: Option<Date>,
    /// Whether these are the present scores, of no snapshot.
    pub is_now: bool,
    /// Whether the rules that gave them are those of the point before: else the two do not compare.
    pub follows: bool,
    /// Connectedness at worst and from what is known, 0 to 100.
    pub connectedness: Option<(f64, f64)>,
    /// Checks answered, 0 to 100.
    pub assessed: Option<f64>,
    /// Open flags that are errors.
    pub errors: Option<u64>,
    /// Open flags that are warnings.
    pub warnings: Option<u64>,
}

/// The scores of a journey in the order of time, the present ones last.
pub fn trend(
    workspace: &Workspace,
    evaluation: &Evaluation,
    journey: Id,
    today: Option<Date>,
) -> Vec<TrendPoint> {
    let now = snapshot(evaluation, today, None);
    let mut points: Vec<TrendPoint> = Vec::new();
    let mut rules = None;
    let kept = snapshots(workspace).into_iter().rev().map(|listed| listed.snapshot);
    for (snapshot, is_now) in kept.map(|kept| (kept, false)).chain([(now.into(), true)]) {
        let Some(score) = snapshot.journeys.get(&journey) else { continue };
        let follows = rules.replace(snapshot.rules_version) == Some(snapshot.rules_version);
        points.push(TrendPoint { is_now, follows, ..point(score, snapshot.date) });
    }
    points
}

fn point(score: &JourneyScore, date: Option<Date>) -> TrendPoint {
    let known = score.connectedness.map(Percent::value);
    let connectedness = known.map(|known| {
        let at_worst = score.connectedness_at_worst.map_or(known, Percent::value);
        (at_worst.min(known), known)
    });
    TrendPoint {
        date,
        is_now: false,
        follows: false,
        connectedness,
        assessed: score.assessed.map(Percent::value),
        errors: score.errors,
        warnings: score.warnings,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

    use super::*;
    use crate::edit::{Edit, apply};
    use crate::rules::evaluate;
    use crate::testing::{id, journey_id, workspace};

    fn with_snapshot(workspace: &Workspace, name: &str, date: &str, rules: Option<u64>) -> Workspace {
        let mut kept = snapshot(&evaluate(workspace, None, None), Date::parse(date), None);
        kept.rules_version = rules.or(kept.rules_version);
        apply(workspace, &Edit::PutSnapshot(id(name), Box::new(kept))).unwrap().workspace
    }

    fn dates(points: &[TrendPoint]) -> Vec<String> {
        points.iter().map(|point| point.date.map(|date| date.to_string()).unwrap_or_default()).collect()
    }

    #[test]
    fn the_points_stand_in_the_order_of_time_and_end_now() {
        let begun = workspace("a x front\n b y front");
        let later = with_snapshot(&begun, "s1", "2026-05-01", None);
        let both = with_snapshot(&later, "s2", "2026-03-01", None);
        let points = trend(&both, &evaluate(&both, None, None), journey_id(), Date::parse("2026-06-01"));
        assert_eq!(dates(&points), ["2026-03-01", "2026-05-01", "2026-06-01"]);
        let now: Vec<bool> = points.iter().map(|point| point.is_now).collect();
        assert_eq!(now, [false, false, true]);
        assert_eq!(points[0].errors, Some(0));
    }

    #[test]
    fn scores_of_other_rules_do_not_follow_one_another() {
        let begun = workspace("a x front\n b y front");
        let old = with_snapshot(&begun, "s1", "2026-03-01", Some(0));
        let both = with_snapshot(&old, "s2", "2026-05-01", None);
        let points = trend(&both, &evaluate(&both, None, None), journey_id(), None);
        let follows: Vec<bool> = points.iter().map(|point| point.follows).collect();
        assert_eq!(follows, [false, false, true]);
    }

    #[test]
    fn a_journey_of_which_nothing_was_kept_begins_now() {
        let begun = workspace("a x front\n b y front");
        let points = trend(&begun, &evaluate(&begun, None, None), journey_id(), None);
        assert_eq!(points.len(), 1);
        assert_eq!(points[0].connectedness, None, "too little is known");
        assert_eq!(trend(&begun, &Evaluation::default(), journey_id(), None), []);
    }
}
