//! What the page is on paper: sheets, what stands on each, and where its headings begin.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::App;

/// A printed page, as Chromium writes PDF: objects in the clear, what is drawn deflated.
pub struct Pdf(Vec<u8>);

impl App {
    /// Prints the page with its headings as an outline.
    pub async fn pdf(&self) -> Pdf {
        let words = json!({ "generateTaggedPDF": true, "generateDocumentOutline": true });
        let printed = self.cdp("Page.printToPDF", words).await;
        let data = printed["data"].as_str().expect("the page prints");
        Pdf(STANDARD.decode(data).expect("what is printed is base64"))
    }
}

impl Pdf {
    /// How many texts are drawn on each sheet.
    pub fn texts(&self) -> Vec<usize> {
        let drawn = |sheet: usize| {
            let content =
                self.object(reference(self.object(sheet), b"/Contents ").expect("a sheet is drawn"));
            let start = find(content, b"stream\n").expect("what is drawn") + b"stream\n".len();
            let length = reference(content, b"/Length ").expect("its length");
            let stream = &content[start..start + length];
            let drawing = miniz_oxide::inflate::decompress_to_vec_zlib(stream).expect("it is deflated");
            drawing.windows(3).filter(|word| *word == b" Tj" || *word == b" TJ").count()
        };
        self.sheets().into_iter().map(drawn).collect()
    }

    /// The headings with the sheet each stands on, from 0.
    pub fn headings(&self) -> Vec<(String, usize)> {
        let sheets = self.sheets();
        let mut found = Vec::new();
        let mut rest = self.0.as_slice();
        while let Some(at) = find(rest, b"<</Title (") {
            rest = &rest[at + b"<</Title (".len()..];
            let end = find(rest, b")\n").expect("a title ends");
            let title = String::from_utf8_lossy(&rest[..end]).into_owned();
            let sheet = reference(&rest[end..], b"/Dest [").expect("a heading stands somewhere");
            let sheet = sheets.iter().position(|it| *it == sheet).expect("it stands on a sheet");
            found.push((title, sheet));
        }
        found
    }

    /// The numbers of the objects of the sheets, in order.
    fn sheets(&self) -> Vec<usize> {
        let catalog = find(&self.0, b"/Type /Catalog").expect("a catalog");
        let root = reference(&self.0[catalog..], b"/Pages ").expect("its sheets");
        self.sheets_below(root)
    }

    fn sheets_below(&self, node: usize) -> Vec<usize> {
        let object = self.object(node);
        let Some(at) = find(object, b"/Kids [") else { return vec![node] };
        let kids = &object[at + b"/Kids [".len()..];
        let kids = &kids[..find(kids, b"]").expect("a list ends")];
        let kids = String::from_utf8_lossy(kids).into_owned();
        let kids = kids.split_ascii_whitespace().step_by(3).filter_map(|number| number.parse().ok());
        kids.flat_map(|kid| self.sheets_below(kid)).collect()
    }

    fn object(&self, number: usize) -> &[u8] {
        let head = format!("\n{number} 0 obj\n");
        let start = find(&self.0, head.as_bytes()).expect("an object that is referred to") + head.len();
        let end = find(&self.0[start..], b"endobj").expect("an object ends");
        &self.0[start..start + end]
    }
}

/// The number after a word.
fn reference(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let rest = &bytes[find(bytes, word)? + word.len()..];
    let digits: String = rest.iter().map(|byte| char::from(*byte)).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|it| it == word)
}
