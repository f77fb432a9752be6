//! Words that differ in a letter or two.

use std::collections::BTreeSet;

use super::name::is_roman;

/// How many letters may differ in a word of so many: none in a short one.
fn allowed(length: usize) -> usize {
    match length {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// A word longer than this is no word.
const LONGEST: usize = 40;

/// Longer words are looked up with one letter left out, not two: there would be too many.
const LONGEST_WITH_TWO: usize = 24;

/// Words that differ in a letter or two and mean different things.
const LOOK_ALIKE: [(&str, &str); 7] = [
    ("contact", "contract"),
    ("complaint", "compliant"),
    ("personal", "personnel"),
    ("principal", "principle"),
    ("quality", "quantity"),
    ("mobile", "mobil"),
    ("stationary", "stationery"),
];

/// Beginnings that turn a word into its opposite.
const OPPOSITES: [(&str, &str); 14] = [
    ("on", "off"),
    ("in", "out"),
    ("in", "ex"),
    ("im", "ex"),
    ("inter", "exter"),
    ("inter", "intra"),
    ("pre", "post"),
    ("pre", "pro"),
    ("up", "down"),
    ("over", "under"),
    ("hyper", "hypo"),
    ("super", "sub"),
    ("macro", "micro"),
    ("re", "de"),
];

/// Whether one word may be the other, mistyped.
pub(super) fn is_typo(one: &str, other: &str) -> bool {
    let (one_letters, other_letters): (Vec<char>, Vec<char>) =
        (one.chars().collect(), other.chars().collect());
    let shorter = one_letters.len().min(other_letters.len());
    let longer = one_letters.len().max(other_letters.len());
    let is_word = |letters: &[char]| !letters.iter().any(|letter| letter.is_numeric());
    let looks_alike =
        LOOK_ALIKE.iter().any(|(a, b)| (*a == one && *b == other) || (*a == other && *b == one));
    one != other
        && longer <= LONGEST
        && allowed(shorter) > 0
        && is_word(&one_letters)
        && is_word(&other_letters)
        && !is_roman(one)
        && !is_roman(other)
        && !looks_alike
        && distance(&one_letters, &other_letters) <= allowed(shorter)
}

/// Whether the words are opposites by how they begin, as in `Onboarding` and `Offboarding`.
pub(super) fn beginnings_oppose(one: &str, other: &str) -> bool {
    let rest_is_same = |a: &str, b: &str| match (one.strip_prefix(a), other.strip_prefix(b)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    };
    OPPOSITES.iter().any(|(a, b)| rest_is_same(a, b) || rest_is_same(b, a))
}

/// Letters left out, put in, replaced or swapped with their neighbour between two words (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, beside) in other.iter().enumerate() {
            let replaced = last[column] + usize::from(letter != beside);
            let mut fewest = replaced.min(last[column + 1] + 1).min(this[column] + 1);
            let swapped = row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *beside;
            if swapped {
                fewest = fewest.min(before[column - 1] + 1);
            }
            this.push(fewest);
        }
        before = std::mem::replace(&mut last, this);
    }
    last[other.len()]
}

/// A word, and what is left of it without as many letters as may differ: two words that may be one mistyped share
/// one of these (symmetric deletion, Wolf Garbe 2012). The first letter is seldom wrong, and never left out.
pub(super) fn deletions(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut all = BTreeSet::new();
    // The other word may be a letter or two shorter, and so allow fewer.
    if allowed(letters.len()) == 0
        || letters.len() > LONGEST
        || letters.iter().any(|letter| letter.is_numeric())
    {
        return all;
    }
    all.insert(word.to_owned());
    let without = |word: &[char], at: usize| [&word[..at], &word[at + 1..]].concat();
    for at in 1..letters.len() {
        let one_less = without(&letters, at);
        all.insert(one_less.iter().collect());
        if allowed(letters.len()) > 1 && letters.len() <= LONGEST_WITH_TWO {
            for second in at..one_less.len() {
                all.insert(without(&one_less, second).iter().collect());
            }
        }
    }
    all
}
