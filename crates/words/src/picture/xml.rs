//! Writing XML: every name and text is escaped on its way in, so that nothing people typed can become markup.

use std::fmt::{Display, Write};

/// A text of elements.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// Everything written.
    pub fn finish(self) -> String {
        self.text
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// An element of HTML without content, which has to be closed there.
    pub fn empty_html(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.element(name, attributes, |_| {});
    }

    /// An element with what `fill` writes.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &dyn Display)], fill: impl FnOnce(&mut Self)) {
        self.tag(name, attributes);
        self.text.push('>');
        fill(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element with a text.
    pub fn said(&mut self, name: &str, attributes: &[(&str, &dyn Display)], said: &str) {
        self.element(name, attributes, |xml| xml.text(said));
    }

    /// Text.
    pub fn text(&mut self, said: &str) {
        escape(&mut self.text, said);
    }

    /// Markup made elsewhere.
    pub fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            // Writing to a String cannot fail.
            let _ = write!(self.text, " {attribute}=\"");
            escape(&mut self.text, &value.to_string());
            self.text.push('"');
        }
    }
}

/// The text with all signs that mean something in XML and HTML replaced, and without characters that XML cannot hold.
fn escape(target: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => target.push_str("&amp;"),
            '<' => target.push_str("&lt;"),
            '>' => target.push_str("&gt;"),
            '"' => target.push_str("&quot;"),
            '\'' => target.push_str("&#39;"),
            '\n' | '\r' | '\t' => target.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => target.push(c),
        }
    }
}
