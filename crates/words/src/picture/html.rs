//! A page of one file that needs no scripts, no network and no program but a browser: the report with the maps drawn,
//! all flags, and the workspace.

use std::cmp::Reverse;

use crosslane_core::format::embedded;
use crosslane_core::layout::department_color;
use crosslane_core::model::{Date, Id, Workspace};
use crosslane_core::rules::{Evaluation, Flag};
use crosslane_core::sort::Sort;

use super::paint::Theme;
use super::xml::Xml;
use super::{Options, svg};
use crate::en::pages::{more, report as en};
use crate::labels::Label;
use crate::name;
use crate::page::{Block, Line, Page, Scope, Span, flag_line, report};
use crate::ui::{flags as flag_words, map as words};
use crate::values;

/// The looks of the page, on screens and on paper.
const STYLE: &str = include_str!("page.css");
/// Nothing is loaded and nothing runs, whatever comes after.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
/// How many flags of a journey are listed.
const FLAGS: usize = 300;

/// The workspace as a page of HTML. `evaluation` is that of the same version.
pub fn html(workspace: &Workspace, evaluation: &Evaluation, today: Option<Date>) -> String {
    let mut page = report(workspace, evaluation, Scope::All, today);
    page.blocks.extend(flags(workspace, evaluation));
    let mut writer = Writer { workspace, evaluation, xml: Xml::default() };
    writer.page(&page);
    let mut text = writer.xml.finish();
    text.push('\n');
    text
}

/// Every open flag, the worst first, by journey.
fn flags(workspace: &Workspace, evaluation: &Evaluation) -> Vec<Block> {
    let mut blocks = vec![Block::Sheet, Block::Heading(flag_words::FLAGS.to_owned())];
    for journey in &evaluation.journeys {
        let mut open: Vec<&Flag> = journey.findings.flags.iter().filter(|flag| flag.is_open()).collect();
        open.arrange_by_key(|flag| Reverse(flag.severity));
        let title = name::shown(workspace, None, crosslane_core::model::EntityKind::Journey, journey.id);
        blocks.push(Block::Subheading(vec![Span::Text(title)]));
        let items = open.iter().take(FLAGS).map(|flag| vec![Block::Paragraph(flag_line(workspace, flag))]);
        blocks.push(match open.len() {
            0 => Block::Remark(flag_words::NONE.to_owned()),
            _ => Block::List(items.collect()),
        });
        if open.len() > FLAGS {
            blocks.push(Block::Remark(more(open.len() - FLAGS)));
        }
    }
    blocks
}

struct Writer<'a> {
    workspace: &'a Workspace,
    evaluation: &'a Evaluation,
    xml: Xml,
}

impl Writer<'_> {
    fn page(&mut self, page: &Page) {
        self.xml.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        self.xml.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        self.xml.raw(&["<meta http-equiv=\"Content-Security-Policy\" content=\"", POLICY, "\">"].concat());
        self.xml.said("title", &[], &page.title);
        self.xml.raw(&["<style>\n", STYLE, "</style></head><body><main>\n"].concat());
        self.xml.said("h1", &[("dir", &"auto")], &page.title);
        self.blocks(&page.blocks);
        self.xml.raw("</main>\n<template>");
        self.xml.raw(&embedded::element(self.workspace));
        self.xml.raw("</template></body></html>");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.xml.said("h2", &[("dir", &"auto")], heading),
            Block::Subheading(heading) => self.line("h3", heading),
            Block::Paragraph(said) => self.line("p", said),
            Block::Remark(remark) => self.xml.said("p", &[("class", &"remark")], remark),
            Block::Facts(facts) => self.facts(facts),
            Block::List(items) => self.items("ul", items),
            Block::Steps(items) => self.items("ol", items),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Map(journey) => self.map(*journey),
            Block::Sheet => self.xml.raw("<hr class=\"sheet\">"),
        }
        self.xml.raw("\n");
    }

    fn facts(&mut self, facts: &[(String, Line)]) {
        self.xml.raw("<dl>");
        for (label, value) in facts {
            self.xml.said("dt", &[], label);
            self.line("dd", value);
        }
        self.xml.raw("</dl>");
    }

    fn items(&mut self, list: &str, items: &[Vec<Block>]) {
        self.xml.raw(&["<", list, ">"].concat());
        for item in items {
            self.xml.raw("<li>");
            self.blocks(item);
            self.xml.raw("</li>");
        }
        self.xml.raw(&["</", list, ">"].concat());
    }

    fn table(&mut self, head: &[String], rows: &[Vec<Line>]) {
        self.xml.raw("<div class=\"wide\" tabindex=\"0\" role=\"group\"");
        // A table that is wider than a phone scrolls, by keyboard too.
        let name = head.first().map_or(en::JOURNEY, String::as_str);
        self.xml.raw(" aria-label=\"");
        self.xml.text(name);
        self.xml.raw("\"><table><thead><tr>");
        for head in head {
            self.xml.said("th", &[("scope", &"col")], head);
        }
        self.xml.raw("</tr></thead><tbody>");
        for row in rows {
            self.xml.raw("<tr>");
            for cell in row {
                self.line("td", cell);
            }
            self.xml.raw("</tr>");
        }
        self.xml.raw("</tbody></table></div>");
    }

    fn map(&mut self, journey: Id) {
        let evaluation = self.evaluation.journey(journey);
        let options = Options { theme: Theme::Light, embeds: false };
        let Some(map) = evaluation.and_then(|found| svg(self.workspace, journey, found, options)) else {
            return;
        };
        let label = words::CANVAS;
        self.xml.element(
            "div",
            &[("class", &"wide map"), ("tabindex", &0), ("role", &"group"), ("aria-label", &label)],
            |xml| {
                xml.raw(map.trim_end());
            },
        );
    }

    fn line(&mut self, element: &str, line: &[Span]) {
        let (workspace, mut inner) = (self.workspace, Xml::default());
        for span in line {
            write_span(workspace, &mut inner, span);
        }
        let inner = inner.finish();
        self.xml.element(element, &[("dir", &"auto")], |xml| xml.raw(&inner));
    }
}

fn write_span(workspace: &Workspace, xml: &mut Xml, span: &Span) {
    match span {
        Span::Text(said) => xml.text(said),
        Span::Strong(said) => xml.said("strong", &[], said),
        Span::Link(said, _) => xml.said("bdi", &[], said),
        Span::Department(id, said) => {
            let color = Theme::Light.department(&department_color(workspace, *id));
            let style = format!("background:{color}");
            xml.element("span", &[("class", &"kept")], |xml| {
                xml.empty_html(
                    "span",
                    &[("class", &"department"), ("style", &style), ("aria-hidden", &"true")],
                );
                xml.said("bdi", &[], said);
            });
        }
        Span::Severity(severity) => {
            xml.said("span", &[("class", &["severity ", severity.word()].concat())], severity.label());
            xml.text(" ");
        }
        Span::Risk(risk) => {
            xml.said("strong", &[("class", &"risk")], &values::decimal(risk.round()));
            xml.text(" ");
        }
    }
}
