//! Which versions stay with age.

use crate::store::thinned;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// A midnight that also begins a span of 30 days.
const START: u64 = 600 * 30 * DAY;

/// What stays of versions kept at these ages before `now`, as ages.
fn stay(now: u64, ages: &[u64]) -> Vec<u64> {
    let kept_at: Vec<u64> = ages.iter().map(|age| now - age).collect();
    let gone = thinned(now, &kept_at);
    (0..ages.len()).filter(|index| !gone.contains(index)).map(|index| ages[index]).collect()
}

#[test]
fn all_of_the_last_hour_stay_and_the_last_of_each_hour_of_a_day() {
    let now = START + 100 * DAY + 12 * HOUR;
    let minutes = |minutes: &[u64]| minutes.iter().map(|minute| minute * MINUTE).collect::<Vec<_>>();
    assert_eq!(stay(now, &minutes(&[0, 1, 2, 30, 59])), minutes(&[0, 1, 2, 30, 59]));
    // 10:59, 10:30 and 10:01, 9:59 and 9:01, whatever their order.
    assert_eq!(stay(now, &minutes(&[61, 90, 119, 121, 179])), minutes(&[61, 121]));
    assert_eq!(stay(now, &minutes(&[179, 119, 121, 90, 61])), minutes(&[121, 61]));
}

#[test]
fn the_last_of_each_day_stays_for_30_days_and_of_each_30_days_for_ever() {
    let now = START + 100 * DAY + 12 * HOUR;
    let hours = |hours: &[u64]| hours.iter().map(|hour| hour * HOUR).collect::<Vec<_>>();
    // Yesterday at 11:00, 10:00 and 1:00; the day before at 23:00 and 0:00.
    assert_eq!(stay(now, &hours(&[25, 26, 35, 37, 60])), hours(&[25, 37]));
    let days = |days: &[u64]| days.iter().map(|day| day * DAY).collect::<Vec<_>>();
    assert_eq!(stay(now, &days(&[2, 3, 29])), days(&[2, 3, 29]));
    // Days 69 to 60 of one span, 59 to 30 of the one before, and years ago.
    assert_eq!(stay(now, &days(&[31, 40, 41, 70, 71, 1000])), days(&[31, 41, 71, 1000]));
}

#[test]
fn what_stays_stays_whatever_the_moment_it_is_thinned_at() {
    // A version every 10 minutes for 50 days, thinned out as they come.
    let mut kept: Vec<u64> = Vec::new();
    for step in 0..(50 * 24 * 6) {
        let now = START + step * 10 * MINUTE;
        kept.push(now);
        let gone = thinned(now, &kept);
        let mut index = 0;
        kept.retain(|_| {
            index += 1;
            !gone.contains(&(index - 1))
        });
    }
    let now = *kept.last().unwrap();
    let count = |from: u64, to: u64| kept.iter().filter(|at| (from..to).contains(&(now - **at))).count();
    assert_eq!(count(0, HOUR), 6);
    assert!((23..=24).contains(&count(HOUR, DAY)), "{}", count(HOUR, DAY));
    assert!((29..=30).contains(&count(DAY, 30 * DAY)), "{}", count(DAY, 30 * DAY));
    assert!((1..=2).contains(&count(30 * DAY, 60 * DAY)));
}

#[test]
fn a_clock_that_was_set_back_lets_nothing_go() {
    assert!(thinned(START, &[START + HOUR, START + HOUR + 1, START + 90 * DAY]).is_empty());
}
