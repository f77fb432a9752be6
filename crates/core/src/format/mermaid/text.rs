//! Texts of a diagram as texts of a workspace.

use super::js;

/// The text on one line: line breaks, those of HTML (`<br/>`) too, and runs of white space are one space.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        line.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(length) = break_length(rest) {
            line.push(' ');
            rest = &rest[length..];
        } else {
            line.push('<');
            rest = &rest[1..];
        }
    }
    line.push_str(rest);
    let words = line.split(|c: char| js::is_space(c) || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How long the `<br\s*\/?>` is that the text begins with.
fn break_length(text: &str) -> Option<usize> {
    let after = text.get(..3).filter(|start| start.eq_ignore_ascii_case("<br")).map(|_| &text[3..])?;
    let after = after.trim_start_matches(js::is_space);
    let after = after.strip_prefix('/').unwrap_or(after).strip_prefix('>')?;
    Some(text.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_text_of_several_lines_becomes_one() {
        assert_eq!(
            one_line(" Go<br>to<BR />the\n\u{a0} shop <b>now</b> <br"),
            "Go to the shop <b>now</b> <br"
        );
    }
}
