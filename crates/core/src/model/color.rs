//! Colours, which go into styles of pages and pictures: nothing but a colour may be one.

use std::fmt;

use serde_json::{Value, json};

use super::datum::{Datum, Widget};
use super::field::Scalar;
use super::read::{ProblemKind, Reader};
use super::schema::Schema;
use super::write::Writer;

/// A colour by its red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color([u8; 3]);

impl Color {
    /// The colour written as `#rrggbb`, in small or capital letters; `None` where the text is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // A number may begin with a sign, a colour may not.
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        is_hex.then_some(Self([red, green, blue]))
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Scalar for Color {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let text = String::read(value, reader)?;
        let color = Self::parse(&text);
        if color.is_none() {
            reader.report(ProblemKind::BadColor(text.chars().take(40).collect()));
        }
        color
    }
    fn write(&self, writer: &mut Writer) {
        writer.text(&self.to_string());
    }
    fn schema(_: &mut Schema) -> Value {
        json!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
    }
    const WIDGET: Option<Widget> = Some(Widget::Color);
    fn datum(&self) -> Datum {
        Datum::Text(self.to_string())
    }
    fn of_datum(datum: Datum) -> Option<Self> {
        if let Datum::Text(text) = datum { Self::parse(&text) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::Color;

    #[test]
    fn nothing_but_a_colour_is_one() {
        let shown = |text: &str| Color::parse(text).map(|color| color.to_string());
        assert_eq!(shown("#12aBc0").as_deref(), Some("#12abc0"));
        for text in [
            "",
            "#",
            "red",
            "#fff",
            "#12abc",
            "#12abc00",
            "12abc0",
            "#+1abc0",
            "#12abcg",
            "#12abc0;x:url(//e)",
            "#éééa",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
