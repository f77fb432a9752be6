//! Pages as Markdown (CommonMark with tables as on GitHub), to be mailed or kept.

use crosslane_core::model::{Id, Workspace};

use super::{Block, Line, Page, Span};
use crate::en::pages::report as en;
use crate::labels::Label;
use crate::{name, values};

/// The page as Markdown. Nothing that people typed can become markup.
pub fn markdown(workspace: &Workspace, page: &Page) -> String {
    let mut writer = Writer { workspace, text: String::new() };
    writer.paragraph(0, &["# ", &escaped(&page.title)].concat());
    writer.blocks(&page.blocks, 0);
    writer.text
}

struct Writer<'a> {
    workspace: &'a Workspace,
    text: String,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            self.block(block, depth);
        }
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Heading(heading) => self.paragraph(depth, &["## ", &escaped(heading)].concat()),
            Block::Subheading(heading) => self.paragraph(depth, &["### ", &line(heading)].concat()),
            Block::Paragraph(said) => self.paragraph(depth, &line(said)),
            Block::Remark(remark) => self.paragraph(depth, &["*", &escaped(remark), "*"].concat()),
            Block::Facts(facts) => {
                for (label, value) in facts {
                    self.item(depth, "- ", &["**", &escaped(label), ":** ", &line(value)].concat());
                }
                self.end_list(depth);
            }
            Block::List(items) => self.items(items, depth, |_| "- ".to_owned()),
            Block::Steps(items) => self.items(items, depth, |at| format!("{}. ", at + 1)),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Map(journey) => self.map(*journey),
            Block::Sheet => self.paragraph(0, "---"),
        }
    }

    fn items(&mut self, items: &[Vec<Block>], depth: usize, mark: impl Fn(usize) -> String) {
        for (at, item) in items.iter().enumerate() {
            let mut rest = item.as_slice();
            let mut first = String::new();
            if let [Block::Paragraph(said), after @ ..] = item.as_slice() {
                first = line(said);
                rest = after;
            }
            self.item(depth, &mark(at), &first);
            self.blocks(rest, depth + 1);
        }
        self.end_list(depth);
    }

    fn item(&mut self, depth: usize, mark: &str, said: &str) {
        self.text.push_str(&"   ".repeat(depth));
        self.text.push_str(mark);
        self.text.push_str(said.trim_end());
        self.text.push('\n');
    }

    /// A list ends with an empty line; one inside another ends with it.
    fn end_list(&mut self, depth: usize) {
        if depth == 0 {
            self.text.push('\n');
        }
    }

    fn paragraph(&mut self, depth: usize, said: &str) {
        self.text.push_str(&"   ".repeat(depth));
        self.text.push_str(said.trim_end());
        self.text.push_str(if depth == 0 { "\n\n" } else { "\n" });
    }

    fn table(&mut self, head: &[String], rows: &[Vec<Line>]) {
        self.row(head.iter().map(|head| escaped(head)));
        self.row(head.iter().map(|_| "---".to_owned()));
        for row in rows {
            self.row(row.iter().map(|cell| line(cell)));
        }
        self.text.push('\n');
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) {
        self.text.push('|');
        for cell in cells {
            self.text.push(' ');
            self.text.push_str(cell.trim());
            self.text.push_str(" |");
        }
        self.text.push('\n');
    }

    /// The map as a table of its phases.
    fn map(&mut self, journey: Id) {
        let Some(journey) = self.workspace.journeys.get(&journey) else { return };
        let phases = journey.phase_order.iter().filter_map(|id| journey.phases.get(id));
        let rows: Vec<Vec<Line>> = phases
            .map(|phase| {
                let touchpoints = phase.touchpoints.iter().filter_map(|id| journey.touchpoints.get(id));
                let said: Vec<String> = touchpoints
                    .map(|touchpoint| {
                        let owner = touchpoint.owner.map(|owner| self.workspace.department_name(owner.id()));
                        let owner = owner.map_or(en::NO_OWNER.to_owned(), name::plain);
                        [&name::plain(&touchpoint.name), " (", &owner, ")"].concat()
                    })
                    .collect();
                vec![super::text(name::plain(&phase.name)), super::text(said.join(" → "))]
            })
            .collect();
        self.table(&[en::PHASE.to_owned(), en::TOUCHPOINTS.to_owned()], &rows);
    }
}

/// A line, kept from beginning a list or a heading of its own.
fn line(line: &[Span]) -> String {
    let said = inline(line);
    let digits = said.chars().take_while(char::is_ascii_digit).count();
    if said.starts_with(['-', '+', '=']) {
        return ["\\", &said].concat();
    }
    if digits > 0 && said[digits..].starts_with(['.', ')']) {
        return [&said[..digits], "\\", &said[digits..]].concat();
    }
    said
}

fn inline(line: &[Span]) -> String {
    let mut text = String::new();
    for span in line {
        match span {
            Span::Text(said) | Span::Link(said, _) | Span::Department(_, said) => {
                text.push_str(&escaped(said));
            }
            Span::Strong(said) => {
                let trimmed = said.trim_end();
                text.push_str(&["**", &escaped(trimmed), "**"].concat());
                text.push_str(&said[trimmed.len()..]);
            }
            Span::Severity(severity) => text.push_str(&["[", severity.label(), "] "].concat()),
            Span::Risk(risk) => text.push_str(&["**", &values::decimal(risk.round()), "** "].concat()),
        }
    }
    text
}

/// Text that is shown as it stands: on one line, with every sign that could be markup behind a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '~' | '&' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\r' | '\t' => escaped.push(' '),
            c if name::is_hidden(c) && !matches!(c, '\u{2066}'..='\u{2069}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}
