//! Several things in one cell, and single things that look like several.
//!
//! A list is cut at semicolons, vertical bars and line breaks; spaces around its items and bullets
//! before the lines of a text do not count. An item in quotes is taken to the letter, doubled quotes
//! inside it standing for one: that is how an item with a separator in it is written.

use crate::format::fold::{fold, listed};

/// Words that say "there is none", for lists and agreements: known, and empty.
const NONE: &str = "none|nothing|nobody|no one|nil|keine|keiner|kein|nichts|niemand|aucun|aucune|rien|personne|\
                    ninguno|ninguna|nada|nadie|ingen|intet|brak|nic|nikt";

/// Signs and words that say "not known": the same as an empty cell.
const BLANK: &str = "-|–|—|--|---|.|…|...|?|??|???|n/a|n.a.|na|n.v.|k.a.|tbd|t.b.d.|tbc|tba|unknown|\
                     unbekannt|inconnu|inconnue|desconocido|desconocida|ukendt|nieznane|nieznany|\
                     null|#n/a|#nv|nan";

/// Whether a cell says that there is none.
pub fn says_none(cell: &str) -> bool {
    cell.len() <= 20 && listed(NONE, &fold(cell.trim()))
}

/// Whether a cell is empty or says that nothing is known.
pub fn is_blank(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || (cell.len() <= 20 && listed(BLANK, &fold(cell)))
}

/// The items of a cell, none of them empty. "None" is an empty list.
pub fn split(cell: &str) -> Vec<String> {
    if says_none(cell) {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut rest = cell;
    while !rest.is_empty() {
        let (item, after) = next_item(rest);
        items.extend(item);
        rest = after;
    }
    items
}

/// Writes items so that [`split`] finds them again. Items must not be empty or blank at their ends.
pub fn join<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.into_iter().map(quote_item).collect();
    if items.is_empty() { "none".to_owned() } else { items.join("; ") }
}

/// The text of a cell that holds one thing: without spaces around it, and without the quotes that
/// [`quote`] put there. Other quotes are part of the text.
pub fn unquote(cell: &str) -> String {
    let cell = cell.trim();
    whole_in_quotes(cell).filter(|inside| misread(inside)).unwrap_or_else(|| cell.to_owned())
}

/// Writes one thing that [`unquote`] takes back: a text that says "unknown" or "none" stands in
/// quotes, and so does a text that already looks like that.
pub fn quote(text: &str) -> String {
    if misread(text) { in_quotes(text) } else { text.to_owned() }
}

fn misread(text: &str) -> bool {
    let signal = !text.is_empty() && (is_blank(text) || says_none(text));
    signal || whole_in_quotes(text).is_some_and(|inside| misread(&inside))
}

fn whole_in_quotes(text: &str) -> Option<String> {
    quoted_item(text).filter(|(_, rest)| rest.is_empty()).map(|(inside, _)| inside)
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ';' | '|' | '\n' | '\r')
}

/// Takes one item off; what follows begins behind its separator.
fn next_item(text: &str) -> (Option<String>, &str) {
    let start = text.trim_start_matches([' ', '\t']);
    if let Some((item, rest)) = quoted_item(start) {
        return (Some(item).filter(|item| !item.is_empty()), rest.strip_prefix(is_separator).unwrap_or(rest));
    }
    let end = text.find(is_separator).unwrap_or(text.len());
    let item = without_bullet(text[..end].trim());
    let rest = text[end..].strip_prefix(is_separator).unwrap_or_default();
    (Some(item.to_owned()).filter(|item| !item.is_empty()), rest)
}

/// An item in quotes at the start of a text, if a separator or the end follows it.
fn quoted_item(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut item = String::new();
    let mut rest = inside;
    loop {
        let (part, after) = rest.split_once('"')?;
        item.push_str(part);
        let Some(doubled) = after.strip_prefix('"') else {
            let after = after.trim_start_matches([' ', '\t']);
            let ends = after.is_empty() || after.starts_with(is_separator);
            return ends.then_some((item, after));
        };
        item.push('"');
        rest = doubled;
    }
}

/// `- slow`, `• slow` and `* slow` are the item `slow`.
fn without_bullet(item: &str) -> &str {
    ["- ", "– ", "• ", "* ", "· "]
        .iter()
        .find_map(|bullet| item.strip_prefix(bullet))
        .unwrap_or(item)
        .trim_start()
}

fn quote_item(item: &str) -> String {
    let misread = item.contains(is_separator)
        || item.starts_with('"')
        || item.trim() != item
        || without_bullet(item) != item
        || is_blank(item)
        || says_none(item);
    if misread { in_quotes(item) } else { item.to_owned() }
}

fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
