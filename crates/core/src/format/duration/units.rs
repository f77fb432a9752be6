//! Units of time and their words in six languages, folded.

use super::words::BUSINESS;
use crate::format::fold::{fold, listed};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A sixtieth of a minute.
    Second,
    /// The unit everything is kept in.
    Minute,
    /// 60 minutes.
    Hour,
    /// 24 hours.
    Day,
    /// A day on which the organisation works, five a week.
    BusinessDay,
    /// 7 days.
    Week,
    /// 14 days.
    Fortnight,
    /// 30 days.
    Month,
    /// 90 days.
    Quarter,
    /// 365 days.
    Year,
}

impl Unit {
    /// Units that are printed, the largest first.
    pub(super) const PRINTED: [Self; 4] = [Self::Week, Self::Day, Self::Hour, Self::Minute];

    pub(super) fn minutes(self) -> f64 {
        match self {
            Self::Second => 1.0 / 60.0,
            Self::Minute => 1.0,
            Self::Hour => 60.0,
            Self::Day | Self::BusinessDay => 1_440.0,
            Self::Week => 10_080.0,
            Self::Fortnight => 20_160.0,
            Self::Month => 43_200.0,
            Self::Quarter => 129_600.0,
            Self::Year => 525_600.0,
        }
    }

    pub(super) fn whole_minutes(self) -> u64 {
        match self {
            Self::Week => 10_080,
            Self::Day => 1_440,
            Self::Hour => 60,
            _ => 1,
        }
    }

    /// Minutes that so many of this unit take at least.
    pub(super) fn shortest(self, count: f64) -> f64 {
        let weekends = if self == Self::BusinessDay { (count / 5.0).floor() } else { 0.0 };
        (count * self.minutes()) + weekends * 2.0 * Self::Day.minutes()
    }

    /// Minutes that so many of this unit take at most.
    pub(super) fn longest(self, count: f64) -> f64 {
        let weekends = if self == Self::BusinessDay { (count / 5.0).ceil() } else { 0.0 };
        (count * self.minutes()) + weekends * 2.0 * Self::Day.minutes()
    }

    pub(super) fn word(self, count: u64) -> &'static str {
        match (self, count) {
            (Self::Week, 1) => "week",
            (Self::Week, _) => "weeks",
            (Self::Day, 1) => "day",
            (Self::Day, _) => "days",
            (Self::Hour, _) => "h",
            _ => "min",
        }
    }

    pub(crate) fn named(word: &str) -> Option<Self> {
        UNITS.iter().find(|(_, words)| listed(words, word)).map(|(unit, _)| *unit)
    }
}

const UNITS: &[(Unit, &str)] = &[
    (
        Unit::Second,
        "s|sec|secs|second|seconds|sek|sekunde|sekunden|seconde|secondes|segundo|segundos|sekund|\
         sekunder|sekundy",
    ),
    (Unit::Minute, "min|mins|minute|minutes|minuten|minuto|minutos|minut|minutter|minuty|minutach"),
    (
        Unit::Hour,
        "h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas|time|timer|godz|godzina|\
         godziny|godzin|godzinach",
    ),
    (
        Unit::Day,
        "d|day|days|tag|tage|tagen|j|jour|jours|dia|dias|dag|dage|dogn|dzien|dni|doba|doby|dob|\
         dniach|kalendertag|kalendertage|kalenderdage",
    ),
    (
        Unit::BusinessDay,
        "workday|workdays|werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen|hverdag|\
         hverdage|arbejdsdag|arbejdsdage",
    ),
    (
        Unit::Week,
        "w|wk|wks|week|weeks|woche|wochen|semaine|semaines|semana|semanas|uge|uger|tydzien|\
         tygodnie|tygodni|tygodniach|tyg",
    ),
    (Unit::Fortnight, "fortnight|fortnights"),
    (
        Unit::Month,
        "mo|mos|mth|mths|month|months|monat|monate|monaten|mois|mes|meses|maned|maneder|mdr|\
         miesiac|miesiace|miesiecy",
    ),
    (Unit::Quarter, "quarter|quarters|quartal|quartale|trimestre|trimestres|kvartal|kwartal"),
    (Unit::Year, "y|yr|yrs|year|years|jahr|jahre|jahren|an|ans|annee|annees|ano|anos|ar|rok|lata|lat"),
];

/// The unit a header names: in brackets (`Duration (days)`), or last after "in" (`Dauer in Tagen`).
pub fn unit_in_header(header: &str) -> Option<Unit> {
    let folded = fold(header);
    let bracketed = folded.rsplit_once(['(', '[']).map(|(_, inside)| inside);
    let after_in =
        [" in ", " en ", " i ", " w "].iter().find_map(|word| folded.rsplit_once(word)).map(|(_, rest)| rest);
    let words = bracketed.or(after_in)?;
    let words = words.trim().trim_end_matches([')', ']', '.']).trim();
    let mut words = words.split_whitespace();
    match (words.next()?, words.next(), words.next()) {
        ("in" | "en", Some(word), None) | (word, None, None) => Unit::named(word),
        (word, Some(second), None) if listed(BUSINESS, word) || listed(BUSINESS, second) => {
            let day = if listed(BUSINESS, word) { second } else { word };
            (Unit::named(day) == Some(Unit::Day)).then_some(Unit::BusinessDay)
        }
        _ => None,
    }
}
