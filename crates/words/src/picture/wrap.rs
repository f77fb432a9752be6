//! Text that has to fit: SVG breaks no lines, and nobody can be asked how wide the letters are.

/// How wide a letter of a system font is, as a share of the font's size: a little more than it takes, so that
/// nothing runs over an edge.
fn share(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' => 0.29,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' | '·' | '“' | '”' | '"' => 0.39,
        'm' | 'w' | 'M' | 'W' | '—' | '…' | '@' | '%' | '→' => 0.95,
        'A'..='Z' | 'À'..='Þ' => 0.72,
        c if u32::from(c) >= 0x2e80 => 1.05,
        // Marks that stand on the letter before.
        '\u{300}'..='\u{36f}' => 0.0,
        _ => 0.58,
    }
}

/// How wide a text is, in the unit of `size`.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(share).sum::<f64>() * size
}

/// The text in at most `lines` lines of this width; what does not fit is cut, with `…`.
pub(super) fn wrap(text: &str, room: f64, size: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        loop {
            let gap = if line.is_empty() { "" } else { " " };
            if width(&line, size) + width(gap, size) + width(rest, size) <= room {
                line.push_str(gap);
                line.push_str(rest);
                break;
            }
            if line.is_empty() {
                // A word longer than a line is broken.
                let (start, after) = rest.split_at(fitting(rest, room, size));
                wrapped.push(start.to_owned());
                rest = after;
            } else {
                wrapped.push(std::mem::take(&mut line));
            }
            if wrapped.len() > lines {
                return cut(wrapped, room, size, lines);
            }
        }
    }
    if !line.is_empty() {
        wrapped.push(line);
    }
    cut(wrapped, room, size, lines)
}

/// How many bytes of a text fit, at least its first character.
fn fitting(text: &str, room: f64, size: f64) -> usize {
    let mut used = 0.0;
    for (at, c) in text.char_indices() {
        used += share(c) * size;
        if used > room && at > 0 {
            return at;
        }
    }
    text.len()
}

fn cut(mut wrapped: Vec<String>, room: f64, size: f64, lines: usize) -> Vec<String> {
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        if let Some(last) = wrapped.last_mut() {
            while width(last, size) + width("…", size) > room && last.pop().is_some() {}
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost_where_there_is_room() {
        let text = "The fire inspector comes and looks at everything";
        let lines = wrap(text, 130.0, 13.0, 9);
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line, 13.0) <= 130.0));
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        assert_eq!(wrap(&"word ".repeat(50), 80.0, 13.0, 2).len(), 2);
        let long = wrap(&"Donaudampfschifffahrt".repeat(9), 100.0, 13.0, 3);
        assert_eq!(long.len(), 3);
        assert!(long[2].ends_with('…') && long.iter().all(|line| width(line, 13.0) <= 100.0));
        assert_eq!(wrap("", 100.0, 13.0, 3), Vec::<String>::new());
        assert_eq!(wrap("M", 1.0, 13.0, 3), ["M"]);
    }
}
