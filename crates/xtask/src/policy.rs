//! The Content-Security-Policy of the built page.
//!
//! The page holds no inline script and no inline style, so that the policy needs no exception: what the app needs
//! beyond its own files is to compile WebAssembly, and pictures made in the page itself.

/// What the page may do. `trunk serve` sends the same as a header, loosened for its reload script (Trunk.toml).
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'";

/// Why a page cannot be given the policy.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The policy would block this script.
    #[error("a script without `src` would be blocked by the page's policy: {0}")]
    InlineScript(String),
    /// The policy would block this style.
    #[error("an inline style would be blocked by the page's policy: {0}")]
    InlineStyle(String),
    /// The page has no `<meta charset>` to put the policy after.
    #[error("the page does not begin with `<meta charset=utf-8>`")]
    NoCharset,
}

/// The page with the policy as its first instruction after the character set.
///
/// # Errors
/// When the page holds something that the policy blocks, or has no place for it.
pub fn with_policy(html: &str) -> Result<String, PageError> {
    for tag in tags(html) {
        if tag.starts_with("<script") && !tag.contains(" src=") {
            return Err(PageError::InlineScript(tag.to_owned()));
        }
        if tag.starts_with("<style") || tag.contains(" style=") {
            return Err(PageError::InlineStyle(tag.to_owned()));
        }
    }
    let charset = tags(html).find(|tag| tag.starts_with("<meta charset")).ok_or(PageError::NoCharset)?;
    let policy = format!("{charset}<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    Ok(html.replacen(charset, &policy, 1))
}

/// The opening and closing tags of a page as Trunk writes it (no `>` inside an attribute).
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.match_indices('<').filter_map(|(start, _)| {
        let length = html[start..].find('>')? + 1;
        html.get(start..start + length)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::{POLICY, PageError, with_policy};

    const PAGE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Crosslane</title>\
        <script defer src=./start.js></script><body><p class=start></p></body></html>";

    #[test]
    fn the_policy_stands_before_everything_it_governs() {
        let page = with_policy(PAGE).unwrap();
        assert!(page.find("Content-Security-Policy").unwrap() < page.find("<title").unwrap());
        assert_eq!(page.matches("Content-Security-Policy").count(), 1);
    }

    #[test]
    fn what_the_policy_would_block_is_refused_when_building() {
        let script = PAGE.replace("<p class=start>", "<script type=module>");
        assert_eq!(with_policy(&script), Err(PageError::InlineScript("<script type=module>".into())));
        let style = PAGE.replace("<p class=start>", "<p style=color:red>");
        assert_eq!(with_policy(&style), Err(PageError::InlineStyle("<p style=color:red>".into())));
        let element = PAGE.replace("<p class=start>", "<style>");
        assert_eq!(with_policy(&element), Err(PageError::InlineStyle("<style>".into())));
        assert_eq!(with_policy("<html><body></body></html>"), Err(PageError::NoCharset));
    }

    #[test]
    fn nothing_is_allowed_inline_or_from_elsewhere() {
        assert!(POLICY.starts_with("default-src 'none'"));
        for word in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!POLICY.split([' ', ';']).any(|source| source == word), "{word}");
        }
    }

    /// The served page differs by Trunk's reload script and its socket alone.
    #[test]
    fn trunk_serve_sends_the_same_policy() {
        let config = include_str!("../../../Trunk.toml");
        let served = config.split("Content-Security-Policy = \"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(served.replace(" 'unsafe-inline'", "").replace(" ws:", ""), POLICY);
    }
}
