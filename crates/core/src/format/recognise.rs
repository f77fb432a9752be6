//! Which format a file or a pasted text is in.

use super::embedded::SIGNATURE;

/// The formats that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Crosslane JSON.
    Crosslane,
    /// A picture or page that may hold a workspace: PNG, SVG or HTML.
    Embedded,
    /// JSON Canvas.
    Canvas,
    /// CJML.
    Cjml,
    /// A process table of Visio.
    Process,
    /// A Mermaid `journey` diagram.
    Mermaid,
    /// A step table: CSV, TSV or cells copied from a spreadsheet.
    Table,
}

/// The format of `bytes`: by what they begin with, else by the ending of `name`, else a table.
pub fn recognise(name: &str, bytes: &[u8]) -> FileKind {
    let start = &bytes[..bytes.len().min(16 * 1024)];
    let text = String::from_utf8_lossy(start);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let name = name.to_ascii_lowercase();
    let ends_in = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if bytes.starts_with(&SIGNATURE) || is_page(text) {
        FileKind::Embedded
    } else if is_cjml(text) || text.starts_with('<') && ends_in(&[".cjml", ".xml"]) {
        FileKind::Cjml
    } else if is_canvas(text, ends_in(&[".canvas"])) {
        FileKind::Canvas
    } else if text.starts_with('{') || ends_in(&[".json"]) {
        FileKind::Crosslane
    } else if ends_in(&[".mmd", ".mermaid"]) || is_diagram(text) {
        FileKind::Mermaid
    } else if is_process(text) {
        FileKind::Process
    } else {
        FileKind::Table
    }
}

/// Whether the first element is that of CJML, or a document type may hide it: whoever reads XML refuses that.
fn is_cjml(text: &str) -> bool {
    if text.starts_with('<') && text.to_ascii_lowercase().contains("<!doctype") {
        return true;
    }
    let root = |at: usize| text.get(at + 1..at + 5).is_some_and(|name| name.eq_ignore_ascii_case("cjml"));
    text.starts_with('<') && text.match_indices('<').take(8).any(|(at, _)| root(at))
}

/// Whether an object has what a canvas has, and not what says that it is a Crosslane file.
fn is_canvas(text: &str, named: bool) -> bool {
    let has = |field: &str| text.contains(field);
    text.starts_with('{') && !has("\"crosslane\"") && (named || has("\"nodes\"") || has("\"edges\""))
}

/// Whether the first line names the columns of a process table.
fn is_process(text: &str) -> bool {
    let head = text.lines().next().unwrap_or_default().to_ascii_lowercase();
    ["process step id", "process step description"].iter().all(|column| head.contains(column))
}

/// Whether the text begins as an SVG or a page of HTML does.
fn is_page(text: &str) -> bool {
    // As long as the longest of them.
    let start: String = text.chars().take(14).collect::<String>().to_ascii_lowercase();
    let named = ["<svg", "<html", "<!doctype html"].iter().any(|begin| start.starts_with(begin));
    named || (start.starts_with("<?xml") && text.contains("<svg"))
}

/// Whether the first line that is no comment, and not part of the front matter, is `journey`.
fn is_diagram(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).peekable();
    if lines.next_if_eq(&"---").is_some() {
        lines.by_ref().find(|line| *line == "---");
    }
    let mut in_directive = false;
    let mut words = lines.filter(|line| {
        let comment = in_directive || line.starts_with("%%");
        in_directive = (in_directive || line.starts_with("%%{")) && !line.ends_with("}%%");
        !line.is_empty() && !comment
    });
    words.next().is_some_and(|line| {
        line == "journey" || line.starts_with("journey ") || line.starts_with("journey\t")
    })
}

#[cfg(test)]
mod tests {
    use super::{FileKind, recognise};

    #[test]
    fn content_counts_before_the_name() {
        let cases = [
            ("", "\u{feff} {\"format\": 1}", FileKind::Crosslane),
            ("x.csv", "{}", FileKind::Crosslane),
            ("broken.json", "nonsense", FileKind::Crosslane),
            ("", "---\ntitle: x\n---\n%% c\n  journey\n title T", FileKind::Mermaid),
            ("", "%%{init: {\n\"theme\": \"forest\"\n}}%%\njourney\n", FileKind::Mermaid),
            ("a.MMD", "nonsense", FileKind::Mermaid),
            ("", "Journey,Phase,Touchpoint\n", FileKind::Table),
            ("", "journeys\tPhase\n", FileKind::Table),
            ("", "", FileKind::Table),
            ("", " <svg xmlns=\"x\">", FileKind::Embedded),
            ("x.json", "<?xml version=\"1.0\"?>\n<svg>", FileKind::Embedded),
            ("", "<!DOCTYPE HTML><p>", FileKind::Embedded),
            ("x.json", "{\"nodes\": [], \"edges\": []}", FileKind::Canvas),
            ("x.canvas", "{}", FileKind::Canvas),
            ("", "{\"format\": \"crosslane\", \"nodes\": 1}", FileKind::Crosslane),
            ("", "<?xml version=\"1.0\"?><!-- x --><CJML version=\"2.0\">", FileKind::Cjml),
            ("a.csv", "Process Step ID;Process Step Description\n", FileKind::Process),
            ("", "<?xml version=\"1.0\"?>\n<other>", FileKind::Table),
            ("a.xml", "<?xml version=\"1.0\"?>\n<other>", FileKind::Cjml),
            ("a.cjml", "no XML", FileKind::Table),
            ("", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><other>", FileKind::Cjml),
        ];
        for (name, text, kind) in cases {
            assert_eq!(recognise(name, text.as_bytes()), kind, "{name} {text}");
        }
    }
}
