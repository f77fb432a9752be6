//! The words of a text, made comparable.
//!
//! A word is a run of letters and digits; everything else parts words. In scripts that are written without spaces
//! (Han, kana, Thai, Lao, Khmer, Burmese) every character is a word of its own, so that a term is found wherever its
//! characters stand. Case, accents, vowel points and characters that are not seen do not count.

use std::ops::Range;

use crate::format::fold::fold;

/// A word: where it stands in the text, and its letters made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub range: Range<usize>,
    pub folded: String,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if is_unseen(letter) {
            continue;
        }
        if stands_alone(letter) {
            close(text, &mut open, &mut words);
            open = Some(at..end);
            close(text, &mut open, &mut words);
        } else if letter.is_alphanumeric() || is_mark(letter) {
            match &mut open {
                Some(range) => range.end = end,
                None if is_mark(letter) => {}
                None => open = Some(at..end),
            }
        } else {
            close(text, &mut open, &mut words);
        }
    }
    close(text, &mut open, &mut words);
    words
}

fn close(text: &str, open: &mut Option<Range<usize>>, words: &mut Vec<Word>) {
    if let Some(range) = open.take() {
        let folded = comparable(&text[range.clone()]);
        if !folded.is_empty() {
            words.push(Word { range, folded });
        }
    }
}

/// The letters of a word without what does not count.
fn comparable(word: &str) -> String {
    fold(word).chars().filter(|letter| !is_unseen(*letter) && !is_mark(*letter)).map(plain).collect()
}

/// Greek and Cyrillic letters without their accents, which capitals often lack; one sigma.
fn plain(letter: char) -> char {
    match letter {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        other => other,
    }
}

/// Accents and vowel points that are written apart from their letter (Latin, Greek, Cyrillic, Hebrew, Arabic).
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Soft hyphens, joiners and marks of direction: not seen, and no part of a word's spelling.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether the letter is of a script without spaces between words.
fn stands_alone(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' // Burmese
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}' // kana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' // Han
        | '\u{20000}'..='\u{3ffff}')
        && letter.is_alphanumeric()
}

/// How what stands between two words of a text is compared: a space for whatever people write between the words of
/// one name, else the signs themselves, such as the `.` that ends a sentence.
pub(super) fn gap(between: &str) -> &str {
    let joins = |sign: char| {
        sign.is_whitespace()
            || is_unseen(sign)
            || is_mark(sign)
            || matches!(
                sign,
                '-' | '_' | '/' | '\u{5be}' | '&' | '\'' | '\u{2010}'
                    ..='\u{2015}' | '\u{2018}' | '\u{2019}' | '\u{200b}' | '・'
            )
    };
    if between.chars().all(joins) { " " } else { between.trim() }
}
