//! A copied page without its styles: a browser that reads it refuses them, as the policy of the app says, and reports each.

const STYLE: &str = "style";

/// The page with its style sheets left out, and its style attributes under a name that means nothing. Text stays as it is.
pub fn unstyled(page: &str) -> String {
    let mut plain = String::with_capacity(page.len());
    let mut left = page;
    while let Some(at) = left.find('<') {
        plain.push_str(&left[..at]);
        let tag = &left[at..];
        let tag = tag.find('>').map_or(tag, |end| &tag[..=end]);
        left = &left[at + tag.len()..];
        if is_sheet(tag) {
            left = after_sheet(left);
        } else {
            push_tag(&mut plain, tag);
        }
    }
    plain.push_str(left);
    plain
}

/// Whether a tag begins a style sheet.
fn is_sheet(tag: &str) -> bool {
    let name = tag[1..].split(|character: char| !character.is_ascii_alphanumeric()).next();
    name.is_some_and(|name| name.eq_ignore_ascii_case(STYLE))
}

/// What follows the end of a style sheet.
fn after_sheet(sheet: &str) -> &str {
    let end = sheet.match_indices("</").find(|(at, _)| {
        sheet.get(at + 2..at + 2 + STYLE.len()).is_some_and(|name| name.eq_ignore_ascii_case(STYLE))
    });
    let after = end.and_then(|(at, _)| sheet[at..].find('>').map(|close| &sheet[at + close + 1..]));
    after.unwrap_or_default()
}

fn push_tag(plain: &mut String, tag: &str) {
    let lower = tag.to_ascii_lowercase();
    let mut from = 0;
    for (at, _) in lower.match_indices(STYLE) {
        let begins = lower[..at].ends_with(|character: char| " \t\r\n\u{c}\"'/".contains(character));
        if begins && lower[at + STYLE.len()..].trim_start().starts_with('=') {
            plain.push_str(&tag[from..at]);
            plain.push_str("data-");
            from = at;
        }
    }
    plain.push_str(&tag[from..]);
}

#[cfg(test)]
mod tests {
    use super::unstyled;

    #[test]
    fn sheets_go_and_attributes_mean_nothing_while_text_stays() {
        for (page, plain) in [
            (
                "<td style=\"a: b\" Style = 'c'>style=\"x\"</td>",
                "<td data-style=\"a: b\" data-Style = 'c'>style=\"x\"</td>",
            ),
            ("<td\nSTYLE=a>1</td>", "<td\ndata-STYLE=a>1</td>"),
            ("<img alt=\"\"style=a>", "<img alt=\"\"data-style=a>"),
            ("<a href=\"lifestyle=1\" data-style=b style>", "<a href=\"lifestyle=1\" data-style=b style>"),
            ("a<STYLE type=x>td > a { b: \"</td>\" }</sTyle >b<p>c", "ab<p>c"),
            ("a<styles>b</styles>", "a<styles>b</styles>"),
            ("a<style>never ends <p>", "a"),
            ("1 < 2 <br", "1 < 2 <br"),
            ("長<td style=é>長</td>", "長<td data-style=é>長</td>"),
            ("", ""),
        ] {
            assert_eq!(unstyled(page), plain);
        }
    }
}
