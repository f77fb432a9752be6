//! What the page is on paper: sheets, what stands on each, and where its headings begin.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::App;
use crate::driver::Browser;

/// A printed page: its objects by number, as far as they are written in the clear or in streams of objects.
pub struct Pdf(BTreeMap<usize, Vec<u8>>);

impl App {
    /// Prints the page; in Chromium with its headings as an outline.
    pub async fn pdf(&self) -> Pdf {
        if self.settings.browser == Browser::Firefox {
            return Pdf::read(&self.print().await);
        }
        let words = json!({ "generateTaggedPDF": true, "generateDocumentOutline": true });
        let printed = self.cdp("Page.printToPDF", words).await;
        let data = printed["data"].as_str().expect("the page prints");
        Pdf::read(&STANDARD.decode(data).expect("what is printed is base64"))
    }
}

impl Pdf {
    /// Reads what Chromium or Firefox printed.
    fn read(bytes: &[u8]) -> Self {
        let mut objects = BTreeMap::new();
        let mut rest = bytes;
        while let Some(at) = find(rest, b" 0 obj\n") {
            let (before, after) = rest.split_at(at);
            let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let number = std::str::from_utf8(&before[at - digits..]).ok().and_then(|text| text.parse().ok());
            let end = find(after, b"endobj").unwrap_or(after.len());
            if let Some(number) = number {
                objects.insert(number, after[b" 0 obj\n".len().min(end)..end].to_vec());
            }
            rest = &after[end..];
        }
        let inside: Vec<_> = objects
            .values()
            .filter(|object| find(object, b"/Type /ObjStm").is_some())
            .flat_map(|it| unpacked(it))
            .collect();
        objects.extend(inside);
        Self(objects)
    }

    /// How many texts are drawn on each sheet.
    pub fn texts(&self) -> Vec<usize> {
        self.sheets().into_iter().map(|sheet| self.texts_of(self.object(sheet))).collect()
    }

    /// The texts that a sheet, or a part that is drawn as a whole, draws itself or by its own parts.
    fn texts_of(&self, object: &[u8]) -> usize {
        let content = reference(object, b"/Contents ").map_or(object, |number| self.object(number));
        let drawing = stream(content);
        let texts = drawing
            .windows(3)
            .filter(|word| b" ])>".contains(&word[0]) && matches!(&word[1..], b"Tj" | b"TJ"));
        let resources = reference(object, b"/Resources ").map_or(object, |number| self.object(number));
        let parts =
            find(resources, b"/XObject <<").map_or(&[][..], |at| &resources[at + b"/XObject <<".len()..]);
        let parts = String::from_utf8_lossy(&parts[..find(parts, b">>").unwrap_or(0)]).into_owned();
        let words: Vec<&str> = parts.split_ascii_whitespace().collect();
        let numbers =
            words.windows(3).filter(|words| words[2] == "R").filter_map(|words| words[0].parse().ok());
        let inside = numbers.map(|number| self.object(number)).filter(|part| find(part, b"/Form").is_some());
        texts.count() + inside.map(|part| self.texts_of(part)).sum::<usize>()
    }

    /// The headings with the sheet each stands on, from 0. Only Chromium writes them.
    pub fn headings(&self) -> Vec<(String, usize)> {
        let sheets = self.sheets();
        let mut found = Vec::new();
        for object in self.0.values() {
            let Some(at) = find(object, b"<</Title (") else { continue };
            let rest = &object[at + b"<</Title (".len()..];
            let end = find(rest, b")\n").expect("a title ends");
            let title = String::from_utf8_lossy(&rest[..end]).into_owned();
            let Some(sheet) = reference(&rest[end..], b"/Dest [") else { continue };
            let sheet = sheets.iter().position(|it| *it == sheet).expect("it stands on a sheet");
            found.push((title, sheet));
        }
        found
    }

    /// The numbers of the objects of the sheets, in order.
    fn sheets(&self) -> Vec<usize> {
        let catalog =
            self.0.values().find(|object| find(object, b"/Type /Catalog").is_some()).expect("a catalog");
        self.sheets_below(reference(catalog, b"/Pages ").expect("its sheets"))
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
        self.0.get(&number).expect("an object that is referred to")
    }
}

/// What a stream holds; nothing where an object is none.
fn stream(object: &[u8]) -> Vec<u8> {
    let Some(start) = find(object, b"stream\n").map(|at| at + b"stream\n".len()) else { return Vec::new() };
    miniz_oxide::inflate::decompress_to_vec_zlib(&object[start..]).expect("it is deflated")
}

/// The objects of a stream of objects: where each begins stands before the first.
fn unpacked(object: &[u8]) -> Vec<(usize, Vec<u8>)> {
    let first = reference(object, b"/First ").expect("where the first begins");
    let text = stream(object);
    let head = String::from_utf8_lossy(&text[..first]).into_owned();
    let numbers: Vec<usize> =
        head.split_ascii_whitespace().filter_map(|number| number.parse().ok()).collect();
    let starts = numbers.chunks_exact(2).map(|pair| (pair[0], first + pair[1]));
    let ends = numbers.chunks_exact(2).skip(1).map(|pair| first + pair[1]).chain([text.len()]);
    starts.zip(ends).map(|((number, start), end)| (number, text[start..end].to_vec())).collect()
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
