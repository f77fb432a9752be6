//! Durations in words of six languages, read as ranges of minutes.
#![allow(clippy::unwrap_used)] // a failed look-up is a failed test

use std::collections::BTreeMap;

use crosslane_cases::cases;
use crosslane_core::format::duration::{Reading, Unit, print, read, unit_in_header};
use crosslane_core::model::{MAX_MINUTES, Minutes};
use proptest::prelude::*;

const HOUR: u64 = 60;
const DAY: u64 = 24 * HOUR;
const WEEK: u64 = 7 * DAY;
const MONTH: u64 = 30 * DAY;

fn range(text: &str) -> Option<(u64, u64)> {
    read(text, None, false).map(ends)
}

fn ends(reading: Reading) -> (u64, u64) {
    (reading.minutes.low(), reading.minutes.high())
}

#[test]
fn amounts_with_units_are_read() {
    for (text, minutes) in [
        ("90 min", 90),
        ("2h", 2 * HOUR),
        ("2 hrs.", 2 * HOUR),
        ("1 h 30 min", 90),
        ("1h30", 90),
        ("1h 30m", 90),
        ("1 hour and 30 minutes", 90),
        ("1 hour, 30 minutes", 90),
        ("1:30", 90),
        ("01:30:00", 90),
        ("1:30 h", 90),
        ("3 days", 3 * DAY),
        ("1 day 4 hours", DAY + 4 * HOUR),
        ("half an hour", 30),
        ("half a day", 12 * HOUR),
        ("a half day", 12 * HOUR),
        ("half-day", 12 * HOUR),
        ("an hour", HOUR),
        ("one week", WEEK),
        ("1½ hours", 90),
        ("1 1/2 hours", 90),
        ("½ day", 12 * HOUR),
        ("1.5 days", 36 * HOUR),
        ("1,5 Tage", 36 * HOUR),
        ("ca. 3 Wochen", 3 * WEEK),
        ("~ 2 days", 2 * DAY),
        ("about 2 days", 2 * DAY),
        ("2 calendar days", 2 * DAY),
        ("1 month", MONTH),
        ("a fortnight", 2 * WEEK),
        ("1 quarter", 3 * MONTH),
        ("1 year", 365 * DAY),
        ("immediately", 0),
        ("0 min", 0),
        ("PT90M", 90),
        ("P1DT2H", DAY + 2 * HOUR),
        ("P2W", 2 * WEEK),
        ("P0,5D", 12 * HOUR),
    ] {
        assert_eq!(range(text), Some((minutes, minutes)), "{text}");
    }
}

#[test]
fn ranges_are_read() {
    for (text, low, high) in [
        ("1-2 weeks", 10_080, 20_160),
        ("1-2 Weeks", WEEK, 2 * WEEK),
        ("10–15 min", 10, 15),
        ("10 min - 15 min", 10, 15),
        ("10 min - 15", 10, 15),
        ("45 min to 1 h 30 min", 45, 90),
        ("2 to 3 days", 2 * DAY, 3 * DAY),
        ("two to three days", 2 * DAY, 3 * DAY),
        ("between 2 and 3 days", 2 * DAY, 3 * DAY),
        ("from 2 to 3 days", 2 * DAY, 3 * DAY),
        ("2 weeks - 1 month", 2 * WEEK, MONTH),
        ("1:30-2:00", 90, 120),
        ("up to 2 days", 0, 2 * DAY),
        ("< 1 h", 0, HOUR),
        ("max. 3 Tage", 0, 3 * DAY),
        ("within a day", 0, DAY),
        ("same day", 0, DAY),
        ("30 s", 0, 1),
        ("0:00:30", 0, 1),
    ] {
        assert_eq!(range(text), Some((low, high)), "{text}");
    }
}

#[test]
fn other_languages_are_read() {
    for (text, low, high) in [
        ("2 Stunden", 120, 120),
        ("1 Std. 30 Min.", 90, 90),
        ("eine Woche", WEEK, WEEK),
        ("halbe Stunde", 30, 30),
        ("eine halbe Stunde", 30, 30),
        ("2 bis 3 Tage", 2 * DAY, 3 * DAY),
        ("bis zu 2 Monate", 0, 2 * MONTH),
        ("sofort", 0, 0),
        ("2 à 3 jours", 2 * DAY, 3 * DAY),
        ("1 semaine", WEEK, WEEK),
        ("une demi-heure", 30, 30),
        ("jusqu’à 2 mois", 0, 2 * MONTH),
        ("le jour même", 0, DAY),
        ("de 2 a 3 días", 2 * DAY, 3 * DAY),
        ("media hora", 30, 30),
        ("hasta 1 año", 0, 365 * DAY),
        ("2 timer", 120, 120),
        ("to dage", 2 * DAY, 2 * DAY),
        ("1 til 2 uger", WEEK, 2 * WEEK),
        ("op til en måned", 0, MONTH),
        ("od 2 do 3 dni", 2 * DAY, 3 * DAY),
        ("do 2 tygodni", 0, 2 * WEEK),
        ("30 minut", 30, 30),
    ] {
        assert_eq!(range(text), Some((low, high)), "{text}");
    }
}

#[test]
fn business_days_become_elapsed_days_and_say_so() {
    for (text, low, high) in [
        ("1 business day", DAY, 3 * DAY),
        ("3 business days", 3 * DAY, 5 * DAY),
        ("5 working days", WEEK, WEEK),
        ("3-5 Werktage", 3 * DAY, WEEK),
        ("10 jours ouvrés", 2 * WEEK, 2 * WEEK),
        ("5 días hábiles", WEEK, WEEK),
        ("2 dni robocze", 2 * DAY, 4 * DAY),
    ] {
        let reading = read(text, None, false).unwrap();
        assert_eq!(ends(reading), (low, high), "{text}");
        assert!(reading.business_days, "{text}");
    }
    assert!(!read("3 days", None, false).unwrap().business_days);
}

#[test]
fn a_bare_number_is_minutes_by_assumption_or_in_the_unit_of_its_header() {
    let assumed = read("90", None, false).unwrap();
    assert_eq!((ends(assumed), assumed.assumed_minutes), ((90, 90), true));
    let given = read("2-3", unit_in_header("Duration (days)"), false).unwrap();
    assert_eq!((ends(given), given.assumed_minutes), ((2 * DAY, 3 * DAY), false));
    let own = read("2 h", Some(Unit::Day), false).unwrap();
    assert_eq!(ends(own), (120, 120), "a unit in the cell wins over the header's");
}

#[test]
fn headers_name_units() {
    for (header, unit) in [
        ("Duration (days)", Some(Unit::Day)),
        ("Wait [h]", Some(Unit::Hour)),
        ("Duration in minutes", Some(Unit::Minute)),
        ("Dauer in Tagen", Some(Unit::Day)),
        ("Durée (en jours)", Some(Unit::Day)),
        ("Varighed i timer", Some(Unit::Hour)),
        ("SLA (working days)", Some(Unit::BusinessDay)),
        ("Wait time", None),
        ("Duration (typical)", None),
        ("Duration (m)", None),
    ] {
        assert_eq!(unit_in_header(header), unit, "{header}");
    }
}

#[test]
fn what_is_in_doubt_is_not_read() {
    for text in [
        "",
        "-",
        "tbd",
        "a few days",
        "at least 2 days",
        "2+ days",
        "> 1 week",
        "3m",
        "2 days per case",
        "1-2 weeks (after payment)",
        "5-3 days",
        "1-2-3 days",
        "-2 days",
        "24/48 h",
        "3 h 2 days",
        "1 day 1 day",
        "2 3 days",
        "1:75",
        "2026-11-22",
        "Monday 10:30 am",
        "P",
        "PT",
        "P1",
        "P1H",
        "days",
        "per day",
        "4 business hours",
        "99999999999999999999 years",
        "101 years",
        "1e5 days",
        "NaN days",
    ] {
        assert_eq!(read(text, None, false), None, "{text}");
    }
}

#[test]
fn ranges_print_in_short_words() {
    for (low, high, text) in [
        (0, 0, "0 min"),
        (30, 30, "30 min"),
        (60, 60, "1 h"),
        (90, 90, "1 h 30 min"),
        (DAY, DAY, "1 day"),
        (DAY + HOUR, DAY + HOUR, "25 h"),
        (3 * DAY + 61, 3 * DAY + 61, "3 days 1 h 1 min"),
        (WEEK, 2 * WEEK, "1-2 weeks"),
        (MONTH, MONTH, "30 days"),
        (10, 15, "10-15 min"),
        (45, 90, "45 min - 1 h 30 min"),
        (0, DAY, "0-1 day"),
    ] {
        assert_eq!(print(Minutes::range(low, high).unwrap()), text);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_range_reads_back_equal(
        low in prop_oneof![0..100_u64, 0..1_000_000_u64, 0..=MAX_MINUTES, (0..5_000_u64).prop_map(|days| days * DAY)],
        more in prop_oneof![Just(0), 0..1_000_000_u64, (0..500_u64).prop_map(|days| days * DAY)],
    ) {
        let high = (low + more).min(MAX_MINUTES);
        for decimal_comma in [false, true] {
            let minutes = Minutes::range(low, high).unwrap();
            let reading = read(&print(minutes), None, decimal_comma).unwrap();
            prop_assert_eq!(reading.minutes, minutes);
            prop_assert!(!reading.assumed_minutes && !reading.business_days);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,40}", pieces in "([0-9]{1,3}|[-–:/.,+½ ]|days?|h|min|to|ein|business|m|a){0,12}") {
        for text in [text, pieces] {
            if let Some(reading) = read(&text, None, true) {
                prop_assert!(reading.minutes.low() <= reading.minutes.high());
            }
        }
    }
}

#[test]
fn every_duration_of_the_permits_is_read() {
    let Some(inputs) = std::env::var_os("CROSSLANE_INPUTS") else {
        println!("left out: CROSSLANE_INPUTS is not set");
        return;
    };
    let table = std::fs::read_to_string(std::path::Path::new(&inputs).join("permits.csv")).unwrap();
    let mut durations = BTreeMap::<String, usize>::new();
    for record in csv::Reader::from_reader(table.as_bytes()).records() {
        *durations.entry(record.unwrap()[7].to_owned()).or_default() += 1;
    }
    assert_eq!(durations.values().sum::<usize>(), 708);
    for text in durations.keys() {
        // Each of them is "low-high Weeks".
        let (low, rest) = text.split_once('-').unwrap();
        let high = rest.strip_suffix(" Weeks").unwrap();
        let weeks = |digits: &str| digits.parse::<u64>().unwrap() * WEEK;
        assert_eq!(range(text), Some((weeks(low), weeks(high))), "{text}");
    }
}
