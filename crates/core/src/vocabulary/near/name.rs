//! A name in the forms in which it is compared.

use crate::format::fold::fold;
use crate::sort::Sort;
use crate::vocabulary::letters::words;

/// What joins two words and says nothing of them.
const AND: [&str; 5] = ["and", "und", "et", "og", "och"];

/// A name.
pub(super) struct Name {
    words: Vec<String>,
    /// Its words without those that only join, in the singular.
    pub singular: Vec<String>,
    /// Its numbers, in order.
    numbers: Vec<String>,
    /// Its signs that are neither letters nor part words, such as `#` or `+`.
    signs: Vec<char>,
}

impl Name {
    /// The name in parts; `None` where it has no letter and no digit.
    pub fn of(name: &str) -> Option<Self> {
        // `Customer's` is written `customers` by others.
        let joined = name.replace(['\'', '’'], "");
        let words: Vec<String> = words(&joined).into_iter().map(|word| word.folded).collect();
        if words.is_empty() {
            return None;
        }
        let says = |word: &&String| !AND.contains(&word.as_str());
        let singular: Vec<String> = words.iter().filter(says).map(|word| singular(word)).collect();
        let numbers = numbers(&words);
        let parts = |sign: char| {
            sign.is_alphanumeric()
                || sign.is_whitespace()
                || sign.is_control()
                || "-_/.,:;'’\"()[]&|–—".contains(sign)
        };
        let signs = fold(name)
            .chars()
            .filter(|sign| !parts(*sign) && !('\u{300}'..='\u{36f}').contains(sign))
            .collect();
        Some(Self { words, singular, numbers, signs })
    }

    /// Whether nothing says that two names are meant to differ.
    pub fn may_be(&self, other: &Self) -> bool {
        self.numbers == other.numbers && self.signs == other.signs
    }

    /// Its letters and digits.
    pub fn letters(&self) -> String {
        self.words.concat()
    }

    /// Its letters and digits without those of the words that only join.
    pub fn without_and(&self) -> String {
        self.words.iter().filter(|word| !AND.contains(&word.as_str())).map(String::as_str).collect()
    }

    /// Its words in the singular.
    pub fn in_the_singular(&self) -> String {
        self.singular.join(" ")
    }

    /// Its words in the singular, by the alphabet.
    pub fn in_order(&self) -> String {
        let mut words = self.singular.clone();
        words.arrange();
        words.join(" ")
    }

    /// All its words but one.
    pub fn rest(&self, without: usize) -> String {
        let others = self.singular.iter().enumerate().filter(|(at, _)| *at != without);
        others.map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The runs of digits of some words, and the words that are Roman numerals.
fn numbers(words: &[String]) -> Vec<String> {
    let mut numbers = Vec::new();
    for word in words {
        if is_roman(word) {
            numbers.push(word.clone());
        }
        let runs = word.split(|letter: char| !letter.is_numeric()).filter(|run| !run.is_empty());
        numbers.extend(runs.map(str::to_owned));
    }
    numbers
}

/// Whether the word is a number from 1 to 39 in Roman letters.
pub(super) fn is_roman(word: &str) -> bool {
    word.len() <= 6 && word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'))
}

/// An English word without the ending of its plural; other words are left as they are.
fn singular(word: &str) -> String {
    let length = word.chars().count();
    let hisses = |stem: &str| ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end));
    if length >= 5 {
        if let Some(stem) = word.strip_suffix("ies") {
            return [stem, "y"].concat();
        }
        if let Some(stem) = word.strip_suffix("es").filter(|stem| hisses(stem)) {
            return stem.to_owned();
        }
    }
    let ends_otherwise = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('s') {
        Some(stem) if length >= 4 && !ends_otherwise => stem.to_owned(),
        _ => word.to_owned(),
    }
}
