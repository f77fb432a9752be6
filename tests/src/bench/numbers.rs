//! What a list of measurements comes to.

/// The middle of the values, or the mean of the two in the middle; NaN where there are none.
pub fn median(values: &[f64]) -> f64 {
    let sorted = sorted(values);
    let half = sorted.len() / 2;
    match (sorted.len() % 2, sorted.get(half)) {
        (_, None) => f64::NAN,
        (0, Some(upper)) => f64::midpoint(sorted[half - 1], *upper),
        (_, Some(middle)) => *middle,
    }
}

/// The smallest value that at least `percent` (0 to 100) of the values do not exceed; NaN where there are none.
pub fn percentile(values: &[f64], percent: usize) -> f64 {
    let sorted = sorted(values);
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(f64::NAN)
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)] // the values are whole
    use super::{median, percentile};

    #[test]
    fn one_slow_round_does_not_move_the_median() {
        assert_eq!(median(&[5.0, 900.0, 4.0]), 5.0);
        assert_eq!(median(&[4.0, 900.0, 5.0, 7.0]), 6.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn the_95th_of_a_hundred_leaves_five_above_it() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(percentile(&values, 95), 95.0);
        assert_eq!(percentile(&[3.0], 95), 3.0);
        assert!(percentile(&[], 95).is_nan());
    }
}
