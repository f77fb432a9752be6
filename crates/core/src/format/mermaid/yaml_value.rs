//! Values of YAML as far as front matter needs them: keys, quoted text, brackets, plain text.

use super::js;

/// A value that begins with a quotation mark or bracket.
pub(super) struct Opened {
    /// How many bytes it takes, its closing mark included.
    pub(super) length: usize,
    /// Its text, where it is one.
    pub(super) shown: Option<String>,
}

/// Splits `key: value`; the value has no white space in front.
pub(super) fn key(text: &str) -> Option<(&str, &str)> {
    let quoted = text.starts_with(['"', '\'']);
    let (key, rest) = if quoted {
        let Opened { length, .. } = opened(text)?;
        let rest = text[length..].trim_start().strip_prefix(':')?;
        if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
            return None;
        }
        (&text[1..length - 1], rest)
    } else if text.starts_with(['[', '{']) {
        return None;
    } else {
        let colon = text
            .match_indices(':')
            .map(|(at, _)| at)
            .find(|at| matches!(text.as_bytes().get(at + 1), None | Some(b' ' | b'\t')))?;
        if without_comment(&text[..colon]).1 {
            return None;
        }
        (text[..colon].trim_end(), &text[colon + 1..])
    };
    Some((key, rest.trim_start_matches([' ', '\t'])))
}

/// Follows a quoted text or a bracket to its closing mark; `None` where there is none.
pub(super) fn opened(text: &str) -> Option<Opened> {
    match text.as_bytes().first()? {
        b'"' => double_quoted(text),
        b'\'' => single_quoted(text),
        _ => Some(Opened { length: bracket(text)?, shown: None }),
    }
}

/// Where the bracket that `text` begins with is closed.
fn bracket(text: &str) -> Option<usize> {
    let mut closing = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let length = match c {
            '"' | '\'' if matches!(before, ' ' | '\n' | ',' | ':' | '[' | '{' | '\t') => {
                opened(&text[at..])?.length
            }
            '#' if js::is_space(before) => text[at..].find('\n')?,
            _ => c.len_utf8(),
        };
        match c {
            '[' => closing.push(']'),
            '{' => closing.push('}'),
            ']' | '}' if closing.pop() != Some(c) => return None,
            _ => {}
        }
        at += length;
        if closing.is_empty() {
            return Some(at);
        }
    }
    None
}

fn single_quoted(text: &str) -> Option<Opened> {
    let mut shown = String::new();
    let mut rest = &text[1..];
    loop {
        let end = rest.find('\'')?;
        shown.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('\'') {
            Some(more) => {
                shown.push('\'');
                rest = more;
            }
            None => return Some(Opened { length: text.len() - rest.len(), shown: Some(folded(&shown)) }),
        }
    }
}

fn double_quoted(text: &str) -> Option<Opened> {
    let mut shown = String::new();
    let mut line = 0;
    let mut chars = text[1..].char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => {
                let tail = folded(&shown[line..]);
                shown.replace_range(line.., &tail);
                return Some(Opened { length: at + 2, shown: Some(shown) });
            }
            '\\' => {
                let (_, escape) = chars.next()?;
                let tail = folded(&shown[line..]);
                shown.replace_range(line.., &tail);
                let digits = match escape {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                if digits > 0 {
                    let hex: String = chars.by_ref().take(digits).map(|(_, c)| c).collect();
                    let code = u32::from_str_radix(&hex, 16).ok()?;
                    shown.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                } else if escape != '\n' {
                    shown.push(escaped(escape)?);
                }
                line = shown.len();
            }
            _ => shown.push(c),
        }
    }
    None
}

fn escaped(c: char) -> Option<char> {
    Some(match c {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        ' ' | '"' | '/' | '\\' => c,
        _ => return None,
    })
}

/// Line ends inside a quoted text become spaces.
fn folded(text: &str) -> String {
    if !text.contains('\n') {
        return text.to_owned();
    }
    text.split('\n').map(|line| line.trim_matches([' ', '\t'])).collect::<Vec<_>>().join(" ")
}

/// A plain value without the comment behind it, and whether there was one.
pub(super) fn without_comment(text: &str) -> (&str, bool) {
    match text.find(" #").into_iter().chain(text.find("\t#")).min() {
        Some(at) => (text[..at].trim_end_matches([' ', '\t']), true),
        None => (text, false),
    }
}

/// A plain value as Mermaid shows it: nothing, "no" and zero are no title.
pub(super) fn plain_text(text: &str) -> Option<String> {
    let is_nothing = matches!(text, "" | "~" | "null" | "Null" | "NULL" | "false" | "False" | "FALSE");
    (!is_nothing && js::number(text) != 0.0).then(|| text.to_owned())
}
