//! English values: times, dates, amounts.

/// The months, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A unit of time.
pub struct TimeUnit {
    /// Its length in minutes.
    pub minutes: u64,
    /// The word for one.
    pub one: &'static str,
    /// The word for several.
    pub many: &'static str,
    /// The largest amount said in this unit alone rather than in larger ones.
    pub most: u64,
}

/// The units of time, the longest first.
pub const TIME_UNITS: [TimeUnit; 5] = [
    TimeUnit { minutes: 30 * 24 * 60, one: "month", many: "months", most: u64::MAX },
    TimeUnit { minutes: 7 * 24 * 60, one: "week", many: "weeks", most: 26 },
    TimeUnit { minutes: 24 * 60, one: "day", many: "days", most: 89 },
    TimeUnit { minutes: 60, one: "hour", many: "hours", most: 71 },
    TimeUnit { minutes: 1, one: "min", many: "min", most: 119 },
];

/// Between the ends of a range.
pub const RANGE: &str = " to ";
/// Before the end of a range that begins with nothing.
pub const UP_TO: &str = "up to ";
/// Before the last of several.
pub const AND: &str = " and ";
/// Between the others.
pub const COMMA: &str = ", ";
/// After the first of many, before their number: "A, B and 4 more".
pub const MORE: &str = " more";
/// Groups of three digits are parted by this.
pub const THOUSANDS: char = ',';
/// The whole of a fraction ends here.
pub const DECIMAL: char = '.';
/// Yes.
pub const YES: &str = "yes";
/// No.
pub const NO: &str = "no";
/// Known to be nobody, none or nothing.
pub const NOTHING: &str = "nothing";
