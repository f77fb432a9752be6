//! A chart of values over time: where its points stand, and the paths through them.

use std::fmt::Write as _;

/// Values at one point of time, from low to high; a single value has both the same.
pub type Band = Option<(f64, f64)>;

/// A chart, in units of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// The value at its top; 0 stands at its bottom.
    pub top: f64,
}

/// The paths of one series, as SVG.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// The area between the low and the high values.
    pub area: String,
    /// The line through the high values.
    pub line: String,
    /// Where the high values stand: the position of the point, then x and y.
    pub dots: Vec<(usize, f64, f64)>,
}

/// The x of points that lie so many days after the first, in order: apart in proportion to time, and never closer than
/// a third of an even spread, so that days in a row stay apart.
pub fn places(frame: Frame, days: &[f64]) -> Vec<f64> {
    let Some(gaps) = days.len().checked_sub(1).filter(|gaps| *gaps > 0) else {
        return days.iter().map(|_| frame.width / 2.0).collect();
    };
    let span = (days[gaps] - days[0]).max(1.0);
    // There are far fewer than 2^52 points.
    #[allow(clippy::cast_precision_loss)]
    let least = span / gaps as f64 / 3.0;
    let mut at = Vec::with_capacity(days.len());
    let mut sum = 0.0;
    at.push(0.0);
    for two in days.windows(2) {
        sum += (two[1] - two[0]).max(least);
        at.push(sum);
    }
    at.into_iter().map(|at| at / sum * frame.width).collect()
}

/// Draws a series. The line breaks where a value is missing, or where `follows` says that a point does not compare with
/// the one before.
pub fn drawn(frame: Frame, places: &[f64], series: &[Band], follows: &[bool]) -> Drawn {
    let y = |value: f64| frame.height - (value / frame.top.max(1.0)).clamp(0.0, 1.0) * frame.height;
    let mut drawn = Drawn::default();
    let mut stretch: Vec<(f64, f64, f64)> = Vec::new();
    for (at, (x, band)) in places.iter().zip(series).enumerate() {
        if band.is_none() || !follows.get(at).copied().unwrap_or_default() {
            finish(&mut drawn, &mut stretch);
        }
        if let Some((low, high)) = band {
            stretch.push((*x, y(*low), y(*high)));
            drawn.dots.push((at, *x, y(*high)));
        }
    }
    finish(&mut drawn, &mut stretch);
    drawn
}

/// Adds the paths of a stretch without a break.
fn finish(drawn: &mut Drawn, stretch: &mut Vec<(f64, f64, f64)>) {
    if stretch.len() > 1 {
        let mut letter = 'M';
        for (x, _, high) in stretch.iter() {
            // Writing to a text does not fail.
            let _ = write!(drawn.line, "{letter}{x:.1} {high:.1}");
            let _ = write!(drawn.area, "{letter}{x:.1} {high:.1}");
            letter = 'L';
        }
        for (x, low, _) in stretch.iter().rev() {
            let _ = write!(drawn.area, "L{x:.1} {low:.1}");
        }
        drawn.area.push('Z');
    }
    stretch.clear();
}

/// A round number (5, 10, 20, 50, …) at or above `most`, for the top of a chart of counts.
pub fn round_top(most: u64) -> f64 {
    let mut step = 5_u64;
    while step < most {
        step = if step.to_string().starts_with('2') { step / 2 * 5 } else { step.saturating_mul(2) };
    }
    // Counts of flags are far below 2^52.
    #[allow(clippy::cast_precision_loss)]
    {
        step as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { width: 100.0, height: 50.0, top: 100.0 };

    #[test]
    fn points_stand_apart_in_proportion_to_time_but_never_on_top_of_one_another() {
        assert_eq!(places(FRAME, &[]), Vec::<f64>::new());
        assert_eq!(places(FRAME, &[7.0]), [50.0]);
        assert_eq!(places(FRAME, &[0.0, 10.0, 20.0]), [0.0, 50.0, 100.0]);
        let close = places(FRAME, &[0.0, 0.0, 100.0]);
        assert!(close[1] > 10.0 && close[2] > close[1], "{close:?}");
        assert!((close[2] - 100.0).abs() < 1e-9);
        // All on one day.
        let even = places(FRAME, &[0.0, 0.0, 0.0]);
        assert!((even[1] - 50.0).abs() < 1e-9, "{even:?}");
    }

    #[test]
    fn the_line_runs_through_the_high_values_and_the_area_reaches_down_to_the_low_ones() {
        let drawn = drawn(FRAME, &[0.0, 100.0], &[Some((20.0, 40.0)), Some((50.0, 100.0))], &[false, true]);
        assert_eq!(drawn.line, "M0.0 30.0L100.0 0.0");
        assert_eq!(drawn.area, "M0.0 30.0L100.0 0.0L100.0 25.0L0.0 40.0Z");
        assert_eq!(drawn.dots, [(0, 0.0, 30.0), (1, 100.0, 0.0)]);
    }

    #[test]
    fn the_line_breaks_where_nothing_is_known_and_where_rules_changed() {
        let one = Some((50.0, 50.0));
        let places = [0.0, 25.0, 50.0, 75.0, 100.0];
        let gap = drawn(FRAME, &places, &[one, one, None, one, one], &[true; 5]);
        assert_eq!(gap.line.matches('M').count(), 2);
        assert_eq!(gap.dots.len(), 4);
        let other_rules = drawn(FRAME, &places, &[one; 5], &[false, true, true, false, true]);
        assert_eq!(other_rules.line.matches('M').count(), 2);
        // One point alone is a dot without a line.
        assert_eq!(drawn(FRAME, &[50.0], &[one], &[false]).line, "");
    }

    #[test]
    fn the_top_of_counts_is_round_and_high_enough() {
        for (most, top) in [(0, 5.0), (5, 5.0), (6, 10.0), (11, 20.0), (21, 50.0), (51, 100.0), (399, 500.0)]
        {
            assert!((round_top(most) - top).abs() < f64::EPSILON, "{most}: {}", round_top(most));
        }
    }
}
