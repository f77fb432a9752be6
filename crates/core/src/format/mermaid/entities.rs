//! Entities: `#35;` and `#amp;` in a diagram stand for characters that its grammar cannot hold.
//!
//! Mermaid puts marks in their place before its grammar runs (`encodeEntities`) and turns the marks into HTML
//! character references when it draws (`decodeEntities`), so a name may hold whatever a reference can say.

use super::entity_names;
use super::js;
use super::source::Source;

const NUMBER: &str = "\u{fb02}\u{b0}\u{b0}";
const NAME: &str = "\u{fb02}\u{b0}";
const END: &str = "\u{b6}\u{df}";
/// Stands for an empty name, which the grammar cannot express: a character nobody sees.
pub(super) const EMPTY: &str = "#8203;";
const EMPTY_MARKED: &str = "\u{fb02}\u{b0}\u{b0}8203\u{b6}\u{df}";

/// Mermaid takes the last `;` off a line that looks like `style…:#…;`, and the same for `classDef`.
pub(super) fn drop_style_ends(source: &Source) -> Source {
    let once = drop_last_semicolon(source, "style");
    drop_last_semicolon(&once, "classDef")
}

fn drop_last_semicolon(source: &Source, word: &str) -> Source {
    let mut pass = source.rewrite();
    let mut start = 0;
    for line in source.text.split_inclusive(js::ends_line) {
        if let Some(at) = style_end(line, word) {
            pass.keep(start + at);
            pass.skip(start + at + 1);
        }
        start += line.len();
    }
    pass.finish()
}

/// Where `word.*:\S*#.*;` ends in a line.
fn style_end(line: &str, word: &str) -> Option<usize> {
    let end = line.rfind(';')?;
    let from = line.find(word)? + word.len();
    let mut after_colon = false;
    for c in line.get(from..end)?.chars() {
        match c {
            '#' if after_colon => return Some(end),
            ':' => after_colon = true,
            c if js::is_space(c) => after_colon = false,
            _ => {}
        }
    }
    None
}

/// Puts marks in the place of `#\w+;`.
pub(super) fn mark(source: &Source) -> Source {
    let text = &source.text;
    let mut pass = source.rewrite();
    let mut from = 0;
    while let Some(found) = text[from..].find('#') {
        let hash = from + found;
        let length = js::run(&text[hash + 1..], js::is_word);
        from = hash + 1 + length;
        if length > 0 && text[from..].starts_with(';') {
            let inner = &text[hash + 1..from];
            let start = if inner.bytes().all(|b| b.is_ascii_digit()) { NUMBER } else { NAME };
            from += 1;
            pass.keep(hash);
            pass.replace(from, &format!("{start}{inner}{END}"));
        }
    }
    pass.finish()
}

/// The text as Mermaid shows it, without white space around it. Names that are no entity stay as written and
/// are told to `unknown`.
pub(super) fn decode(marked: &str, mut unknown: impl FnMut(&str)) -> String {
    let marked = js::trim(marked);
    if marked == EMPTY_MARKED {
        return String::new();
    }
    let mut out = String::with_capacity(marked.len());
    let mut rest = marked;
    while let Some(at) = rest.find(NAME) {
        out.push_str(&rest[..at]);
        let (is_number, inner) = match rest[at..].strip_prefix(NUMBER) {
            Some(inner) => (true, inner),
            None => (false, &rest[at + NAME.len()..]),
        };
        let length = js::run(inner, js::is_word);
        let (name, after) = inner.split_at(length);
        let Some(after) = after.strip_prefix(END).filter(|_| length > 0) else {
            out.push_str(NAME);
            rest = &rest[at + NAME.len()..];
            continue;
        };
        if let Some(c) = if is_number { Some(numbered(name)) } else { entity_names::find(name) } {
            out.push(c);
        } else {
            let written = format!("#{name};");
            unknown(&written);
            out.push_str(&written);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text as it was typed, with `#…;` instead of marks.
pub(super) fn as_written(marked: &str) -> String {
    marked.replace(NUMBER, "#").replace(NAME, "#").replace(END, ";")
}

/// A numeric character reference, by the rules of HTML.
fn numbered(digits: &str) -> char {
    let Ok(code) = digits.parse::<u32>() else { return char::REPLACEMENT_CHARACTER };
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => entity_names::windows_1252(code),
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> (String, Vec<String>) {
        let mut unknown = Vec::new();
        let text = decode(&mark(&Source::new(text)).text, |name| unknown.push(name.to_owned()));
        (text, unknown)
    }

    #[test]
    fn entities_become_the_characters_they_name() {
        for (text, expected) in [
            ("A #35; B#59;", "A # B;"),
            ("#amp;#lt;#comma;#eacute;#Eacute;#euro;", "&<,\u{e9}\u{c9}\u{20ac}"),
            ("##35;5#", "##5#"),
            ("  #32;x#32; ", " x "),
            ("#10;#9;", "\n\t"),
            ("#0;#55296;#1114112;#99999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("#128;#129;", "\u{20ac}\u{81}"),
            ("#8203;", ""),
            ("\u{200b}", "\u{200b}"),
            ("#35 ;#; #+35;", "#35 ;#; #+35;"),
        ] {
            assert_eq!(shown(text), (expected.to_owned(), vec![]), "{text:?}");
        }
    }

    #[test]
    fn a_name_that_is_no_entity_stays_and_is_told() {
        assert_eq!(
            shown("a #ticket; b #x41;"),
            ("a #ticket; b #x41;".to_owned(), vec!["#ticket;".to_owned(), "#x41;".to_owned()])
        );
    }

    #[test]
    fn a_line_that_looks_like_a_style_loses_its_last_semicolon() {
        let kept = ["style: #35;", "style a; b", "lifestyle:#", "a:#35; style"];
        for line in kept {
            assert_eq!(drop_style_ends(&Source::new(line)).text, line);
        }
        assert_eq!(drop_style_ends(&Source::new("style x:a#35;b;c\nstyle")).text, "style x:a#35;bc\nstyle");
        assert_eq!(drop_style_ends(&Source::new("classDef a:#35;")).text, "classDef a:#35");
    }
}
