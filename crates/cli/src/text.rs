//! Text laid out for a terminal.

use unicode_width::UnicodeWidthStr as _;

/// The width that text is laid out for, in columns.
pub const WIDTH: usize = 100;

/// A text that grows by wrapped paragraphs.
#[derive(Default)]
pub struct Page(String);

impl Page {
    /// An empty line, unless the page begins with it or has one already.
    pub fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// A paragraph, wrapped. `head` stands before its first line, spaces of its width before the others.
    pub fn paragraph(&mut self, head: &str, text: &str) {
        let indent = head.width();
        let mut column = indent;
        self.0.push_str(head);
        let mut first = true;
        for word in text.split(' ') {
            let width = word.width();
            if !first && column + 1 + width > WIDTH {
                self.0.push('\n');
                self.0.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            } else if !first {
                self.0.push(' ');
                column += 1;
            }
            first = false;
            self.0.push_str(word);
            column += width;
        }
        while self.0.ends_with(' ') {
            self.0.pop();
        }
        self.0.push('\n');
    }

    /// The text.
    pub fn finish(self) -> String {
        self.0
    }
}

/// The text with spaces after it up to `width` columns.
pub fn padded(text: &str, width: usize) -> String {
    let mut padded = text.to_owned();
    padded.extend(std::iter::repeat_n(' ', width.saturating_sub(text.width())));
    padded
}

/// The text with spaces before it up to `width` columns.
pub fn right(text: &str, width: usize) -> String {
    let mut padded: String = std::iter::repeat_n(' ', width.saturating_sub(text.width())).collect();
    padded.push_str(text);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_wrapped_under_their_head() {
        let mut page = Page::default();
        page.gap();
        page.paragraph("ERROR  ", &"word ".repeat(30));
        page.gap();
        page.gap();
        page.paragraph("", &"x".repeat(150));
        let text = page.finish();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("ERROR  word") && lines[0].len() <= WIDTH, "{text}");
        assert!(lines[1].starts_with("       word"), "{text}");
        assert_eq!(lines[2], "");
        assert_eq!(lines[3].len(), 150, "a word too long stays whole");
        assert!(lines.iter().all(|line| !line.ends_with(' ')), "{text}");
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(padded("客户", 6), "客户  ");
        assert_eq!(right("7", 3), "  7");
    }
}
