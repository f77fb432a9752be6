//! The other words of durations: numbers, ranges, phrases and prefixes in six languages, all of
//! them folded.

use crate::format::fold::listed;
use crate::model::Minutes;

/// Words that turn the day beside them into a business day.
pub const BUSINESS: &str = "business|working|work|bank|banking|ouvre|ouvres|ouvrable|ouvrables|habil|habiles|\
         laborable|laborables|roboczy|robocze|roboczych";

/// Words beside a unit that change nothing.
pub const NEUTRAL: &str = "calendar|calendaires|naturales|kalendarzowych|approx";

/// Words between the two ends of a range.
pub const TO: &str = "to|bis|a|til|till|until|through|do|hasta|jusqu'a";

/// Words between two amounts that add up, or between the ends of a range after `between`.
pub const AND: &str = "and|und|et|y|og|i|plus";

/// Numbers in words, articles among them.
const NUMBERS: &[(&str, f64)] = &[
    ("half|halbe|halber|halben|halbes|demi|media|medio|halv|pol", 0.5),
    ("a|an|one|ein|eine|einen|einem|einer|un|une|una|uno|en|et|jeden|jedna", 1.0),
    ("anderthalb|eineinhalb|halvanden|poltora|poltorej", 1.5),
    ("two|zwei|deux|dos|to|dwa|dwie", 2.0),
    ("three|drei|trois|tres|tre|trzy", 3.0),
    ("four|vier|quatre|cuatro|fire|cztery", 4.0),
    ("five|funf|fuenf|cinq|cinco|fem|piec", 5.0),
    ("six|sechs|seis|seks|szesc", 6.0),
    ("seven|sieben|sept|siete|syv|siedem", 7.0),
    ("eight|acht|huit|ocho|otte|osiem", 8.0),
    ("nine|neun|neuf|nueve|ni|dziewiec", 9.0),
    ("ten|zehn|dix|diez|ti|dziesiec", 10.0),
    ("twelve|zwolf|zwoelf|douze|doce|tolv|dwanascie", 12.0),
];

const PHRASES: &[(&str, (u64, u64))] = &[
    (
        "immediate|immediately|instant|instantly|instantaneous|at once|right away|real time|\
         real-time|realtime|sofort|sofortig|unmittelbar|immediat|immediatement|instantane|\
         inmediato|inmediata|inmediatamente|straks|med det samme|ojeblikkelig|natychmiast|\
         natychmiastowo|od razu",
        (0, 0),
    ),
    (
        "same day|same-day|the same day|on the same day|within the day|taggleich|am selben tag|\
         am gleichen tag|gleicher tag|selber tag|le jour meme|jour meme|meme jour|le meme jour|\
         mismo dia|el mismo dia|samme dag|ten sam dzien|tego samego dnia",
        (0, 1_440),
    ),
];

/// Words and signs before a duration that change nothing.
const PASSED_OVER: &str = "approximately|approx.|approx|about|around|roughly|circa|ca.|ca|c.|etwa|ungefahr|environ|\
         env.|aproximadamente|aprox.|unos|unas|alrededor de|cirka|omkring|okolo|ok.|from|von|de|\
         desde|fra|od|between|zwischen|entre|mellem|miedzy|takes|in|~|≈";

/// Words and signs that make what follows the upper end.
const FROM_ZERO: &str = "up to|upto|at most|no more than|not more than|less than|within|under|maximum|max.|max|\
         maximal|bis zu|bis|hochstens|weniger als|unter|innerhalb von|innerhalb|binnen|jusqu'a|\
         au plus|moins de|sous|hasta|como maximo|menos de|en menos de|op til|hojst|mindre end|\
         inden for|maks.|maks|do|najwyzej|mniej niz|w ciagu|<=|<|≤";

/// Whole texts that mean a duration.
pub fn phrase(folded: &str) -> Option<Minutes> {
    let (_, (low, high)) = PHRASES.iter().find(|(texts, _)| listed(texts, folded))?;
    Minutes::range(*low, *high)
}

/// The text without words that come before its numbers, and whether they say "from zero".
pub fn strip_prefixes(folded: &str) -> (&str, bool) {
    let mut rest = folded;
    let mut from_zero = false;
    // Two of each at most ("up to about …"): no loop that a text could prolong.
    for _ in 0..2 {
        if let Some(after) = strip_one_of(FROM_ZERO, rest) {
            rest = after;
            from_zero = true;
        }
        if let Some(after) = strip_one_of(PASSED_OVER, rest) {
            rest = after;
        }
    }
    (rest, from_zero)
}

/// Takes the prefix only as whole words: `do` is none of `dos`.
fn strip_one_of<'a>(prefixes: &str, text: &'a str) -> Option<&'a str> {
    prefixes.split('|').find_map(|prefix| {
        let after = text.strip_prefix(prefix)?;
        let whole = !prefix.ends_with(char::is_alphabetic) || after.starts_with(' ');
        whole.then(|| after.trim_start())
    })
}

/// The number a word says.
pub fn number(word: &str) -> Option<f64> {
    NUMBERS.iter().find(|(words, _)| listed(words, word)).map(|(_, value)| *value)
}
