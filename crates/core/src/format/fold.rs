//! Words as people type them, made comparable: without case, accents or typographic variants.

/// Lower case without accents: `Ärger` is `arger`, `Straße` is `strasse`, `Zürich` written with
/// a combining mark (as a Mac does) is `zurich`. Curly apostrophes and non-breaking spaces become
/// plain ones. Other scripts pass through in lower case.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match base_letters(letter) {
            Some(base) => folded.push_str(base),
            None if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            None => folded.push(letter),
        }
    }
    folded
}

/// The letters and digits of a folded text alone, for names that differ in spacing and
/// punctuation: `Moment-of-truth ?` is `momentoftruth`.
pub fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether a word is one of a list written `one|two|three`.
pub fn listed(words: &str, word: &str) -> bool {
    words.split('|').any(|listed| listed == word)
}

fn base_letters(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'ş' | 'š' => "s",
        'ß' => "ss",
        'ť' | 'ţ' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '\u{2018}' | '\u{2019}' | '\u{2b9}' | '\u{2bc}' => "'",
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_case_and_accents() {
        assert_eq!(fold("ÄRGER Straße Łódź Øre"), "arger strasse lodz ore");
        assert_eq!(fold("Zu\u{308}rich"), "zurich");
        assert_eq!(fold("l’étape"), "l'etape");
    }

    #[test]
    fn squeezing_leaves_letters_and_digits() {
        assert_eq!(squeeze("Moment-of-truth ?"), "momentoftruth");
        assert_eq!(squeeze("Étape 2 (bis)"), "etape2bis");
    }
}
