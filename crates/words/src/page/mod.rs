//! Pages to read, print and mail: what departments read before they meet, and the report.
//!
//! A page is a list of blocks, made here from facts. The app shows the blocks with links into its views, and
//! [`markdown`] writes the same blocks as text.

mod department;
mod handoff;
mod markdown;
mod pair;
mod report;

#[cfg(test)]
mod tests;

use crosslane_core::model::{EntityKind, Id, StepKey, Workspace};
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::{Flag, Place, Severity};

use crate::{flag, name};

pub use department::department;
pub use markdown::markdown;
pub use pair::pair;
pub use report::{Scope, report};

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its heading.
    pub title: String,
    /// What stands below.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of the page's second level.
    Heading(String),
    /// A heading of the third level.
    Subheading(Line),
    /// A paragraph.
    Paragraph(Line),
    /// A remark.
    Remark(String),
    /// Facts with their labels.
    Facts(Vec<(String, Line)>),
    /// A list; each item is made of blocks.
    List(Vec<Vec<Block>>),
    /// A numbered list.
    Steps(Vec<Vec<Block>>),
    /// A table.
    Table {
        /// The heads of its columns.
        head: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<Line>>,
    },
    /// The map of a journey.
    Map(Id),
    /// A new sheet of paper begins.
    Sheet,
}

/// Text with what stands out in it.
pub type Line = Vec<Span>;

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// What matters most.
    Strong(String),
    /// Text that leads somewhere in the app.
    Link(String, Target),
    /// A department, with its name.
    Department(Id, String),
    /// How bad a flag is.
    Severity(Severity),
    /// A risk, 0 to 100.
    Risk(f64),
}

/// Where a link leads in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The view.
    pub view: View,
    /// The journey; without one, that which is shown.
    pub journey: Option<Id>,
    /// What is chosen there.
    pub selection: Selection,
}

fn text(text: impl Into<String>) -> Line {
    vec![Span::Text(text.into())]
}

fn said(text: impl Into<String>) -> Block {
    Block::Paragraph(vec![Span::Text(text.into())])
}

fn department_span(workspace: &Workspace, id: Id) -> Span {
    Span::Department(id, name::shown(workspace, None, EntityKind::Department, id))
}

/// A touchpoint that leads to its place on the map.
fn touchpoint_span(workspace: &Workspace, journey: Id, id: Id) -> Span {
    let of = workspace.journeys.get(&journey).map(AsRef::as_ref);
    let target = Target { view: View::Map, journey: Some(journey), selection: Selection::Touchpoint(id) };
    Span::Link(name::shown(workspace, of, EntityKind::Touchpoint, id), target)
}

/// A handoff that leads to its card.
fn handoff_span(workspace: &Workspace, journey: Id, key: StepKey) -> Span {
    let target = Target { view: View::Handoffs, journey: Some(journey), selection: Selection::Step(key) };
    Span::Link(flag::place(workspace, Some(journey), Place::Handoff(key)), target)
}

/// A flag: how bad it is, what it is called, and why it fired.
pub(crate) fn flag_line(workspace: &Workspace, flag: &Flag) -> Line {
    let title = [flag::title(flag.rule), ". "].concat();
    vec![Span::Severity(flag.severity), Span::Strong(title), Span::Text(flag::why(workspace, flag))]
}
