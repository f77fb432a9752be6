//! A workspace in the formats that other programs read, and what each of them could not hold.

use std::borrow::Cow;
use std::collections::HashMap;

use crosslane_core::format::graph::{self, Graph, GraphLane, canvas, cjml, drawio, process};
use crosslane_core::format::ids::key;
use crosslane_core::format::table::{Delimiter, Layout, Sheet, StepTable, write_file, write_text};
use crosslane_core::format::{crosslane, embedded, lost, mermaid, table, with_short_names};
use crosslane_core::layout::department_color;
use crosslane_core::model::{Date, Id, Workspace};
use crosslane_core::rules::{evaluate, evaluate_journey};

use crate::picture::{self, Theme};
use crate::ui::map as map_words;
use crate::{command, issues, lost as lost_words};

/// The colours of draw.io where a lane has none.
const WHITE: &str = "#ffffff";
const GREY: &str = "#545d70";

/// The formats that are written as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Crosslane's own.
    Crosslane,
    /// A step table, with commas.
    Csv,
    /// A step table, with tabs.
    Tsv,
    /// A Mermaid journey.
    Mermaid,
    /// The map of a journey as a picture.
    Svg,
    /// The report as a page.
    Html,
    /// The table of Visio's Data Visualizer.
    Visio,
    /// JSON Canvas.
    Canvas,
    /// CJML.
    Cjml,
    /// The CSV that draw.io draws.
    Drawio,
    /// Flags and initiatives as issues of a tracker.
    Issues,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The day for which the rules are asked.
    pub today: Option<Date>,
    /// The colours of a picture.
    pub theme: Theme,
    /// Whether a table begins with a byte order mark, without which Excel reads letters wrong.
    pub marked: bool,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 11] = [
        Self::Crosslane,
        Self::Csv,
        Self::Tsv,
        Self::Mermaid,
        Self::Svg,
        Self::Html,
        Self::Visio,
        Self::Canvas,
        Self::Cjml,
        Self::Drawio,
        Self::Issues,
    ];

    /// Whether it holds one journey, no more and no fewer.
    pub fn is_of_one_journey(self) -> bool {
        matches!(self, Self::Mermaid | Self::Svg | Self::Visio | Self::Canvas | Self::Cjml | Self::Drawio)
    }

    /// Whether nothing of it can be opened again.
    pub fn is_only_written(self) -> bool {
        matches!(self, Self::Drawio | Self::Issues)
    }
}

/// The workspace in a format; `None` where the format is of one journey and the workspace has another number of them.
pub fn bytes(workspace: &Workspace, format: Format, options: Options) -> Option<Vec<u8>> {
    let rows = |rows: Vec<Vec<String>>, delimiter| {
        if options.marked { write_file(rows, delimiter) } else { write_text(rows, delimiter).into_bytes() }
    };
    let steps = || table::export(workspace, &workspace.journey_order);
    let text = match format {
        Format::Crosslane => crosslane::write(workspace),
        Format::Csv => return Some(rows(steps(), Delimiter::Comma)),
        Format::Tsv => return Some(rows(steps(), Delimiter::Tab)),
        Format::Mermaid => mermaid::write(&mermaid::export(workspace, only(workspace)?, command::CUSTOMER)?),
        Format::Svg => svg(workspace, options, true)?,
        Format::Html => picture::html(workspace, &evaluate(workspace, options.today, None), options.today),
        Format::Visio => {
            return Some(rows(process::write(&only_graph(workspace)?, command::CUSTOMER), Delimiter::Comma));
        }
        Format::Canvas => {
            let colors = Colors::of(workspace);
            canvas::write(&only_graph(workspace)?, command::CUSTOMER, |lane| colors.lane(lane))
        }
        Format::Cjml => cjml::write(&only_graph(workspace)?, command::CUSTOMER),
        Format::Drawio => {
            let known = Colors::of(workspace);
            let border = |lane: &GraphLane| known.lane(lane).unwrap_or_else(|| GREY.to_owned());
            let colors = |lane: &GraphLane| [WHITE.to_owned(), border(lane)];
            drawio::write(&only_graph(workspace)?, command::CUSTOMER, map_words::OPEN, colors)
        }
        Format::Issues => {
            let list = issues::rows(workspace, &evaluate(workspace, options.today, None));
            return Some(rows(list, Delimiter::Comma));
        }
    };
    Some(text.into_bytes())
}

/// The map of the one journey as a picture, with or without the workspace in it.
pub fn svg(workspace: &Workspace, options: Options, embeds: bool) -> Option<String> {
    let id = only(workspace)?;
    let evaluation = evaluate_journey(workspace, id, workspace.journeys.get(&id)?, options.today);
    picture::svg(workspace, id, &evaluation, picture::Options { theme: options.theme, embeds })
}

/// What a file of the workspace cannot hold, in sentences: what is not there when it is read back. Empty where it holds
/// everything.
pub fn not_held(workspace: &Workspace, format: Format, bytes: &[u8]) -> Vec<String> {
    let mut sentences = match read_back(format, bytes) {
        Some(back) => lost_words::sentences(&lost(workspace, &back)),
        None => Vec::new(),
    };
    let is_whole = matches!(format, Format::Crosslane | Format::Svg | Format::Html);
    if !is_whole && matches!(with_short_names(workspace), Cow::Owned(_)) {
        sentences.push(lost_words::names_cut());
    }
    sentences
}

/// What is read from a file that [`bytes`] wrote.
fn read_back(format: Format, bytes: &[u8]) -> Option<Workspace> {
    let text = || String::from_utf8_lossy(bytes);
    let drawn = |read: Result<(Graph, graph::GraphNotes), graph::GraphError>| {
        let (graph, _) = read.ok()?;
        let workspace = graph::import(&graph, &Workspace::default(), &graph::ImportOptions::default());
        Some(Workspace { title: graph.title, ..workspace.plan.workspace })
    };
    match format {
        Format::Crosslane => Some(crosslane::open(&text()).ok()?.workspace),
        Format::Svg | Format::Html => Some(embedded::read(bytes).ok()?.workspace),
        Format::Csv | Format::Tsv => steps(&Sheet::read(bytes).ok()?),
        Format::Mermaid => {
            let reading = mermaid::read(&text()).ok()?;
            let options = mermaid::ImportOptions::default();
            Some(mermaid::import(&reading, &Workspace::default(), &options).plan.workspace)
        }
        Format::Visio => drawn(process::read(&Sheet::read(bytes).ok()?)),
        Format::Canvas => drawn(canvas::read(&text())),
        Format::Cjml => drawn(cjml::read(&text())),
        Format::Drawio | Format::Issues => None,
    }
}

fn steps(sheet: &Sheet) -> Option<Workspace> {
    let steps = StepTable::read(sheet, &Layout::propose(sheet)).ok()?;
    let options = table::ImportOptions::default();
    Some(table::import(&steps, &Workspace::default(), &options).plan.workspace)
}

/// The one journey of a workspace.
fn only(workspace: &Workspace) -> Option<Id> {
    match workspace.journey_order.as_slice() {
        [journey] => Some(*journey),
        _ => None,
    }
}

fn only_graph(workspace: &Workspace) -> Option<Graph> {
    graph::graph(workspace, only(workspace)?)
}

/// The colours of departments by name: a drawing knows no identifiers, and asks for each of its steps.
struct Colors(HashMap<String, String>);

impl Colors {
    fn of(workspace: &Workspace) -> Self {
        let mut colors = HashMap::new();
        for (id, department) in workspace.ordered_departments() {
            let color = || Theme::Light.department(&department_color(workspace, id));
            colors.entry(key(&department.name)).or_insert_with(color);
        }
        Self(colors)
    }

    /// The colour of a lane; the customer and nobody have none.
    fn lane(&self, lane: &GraphLane) -> Option<String> {
        let GraphLane::Department(name) = lane else { return None };
        self.0.get(&key(name)).cloned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use std::sync::Arc;

    use crosslane_core::format::crosslane::open;
    use crosslane_core::model::{Department, Workspace};
    use crosslane_core::samples;

    use super::{Format, Options, bytes, not_held};

    fn sample() -> Workspace {
        open(samples::text(0).unwrap()).unwrap().workspace
    }

    #[test]
    fn every_format_is_written_and_says_what_it_cannot_hold() {
        let workspace = sample();
        for format in Format::ALL {
            let written = bytes(&workspace, format, Options::default()).unwrap();
            assert!(written.len() > 500, "{format:?}");
            let lost = not_held(&workspace, format, &written);
            let holds_all = matches!(format, Format::Crosslane | Format::Svg | Format::Html);
            assert_eq!(lost.is_empty(), holds_all || format.is_only_written(), "{format:?}: {lost:#?}");
        }
    }

    #[test]
    fn names_that_are_too_long_for_other_programs_are_cut_and_that_is_told() {
        let mut workspace = sample();
        let id = *workspace.departments.keys().next().unwrap();
        let department = workspace.departments.get(&id).unwrap();
        let renamed = Department { name: "long ".repeat(100_000), ..department.as_ref().clone() };
        workspace.departments.insert(id, Arc::new(renamed));
        for format in Format::ALL {
            let written = bytes(&workspace, format, Options::default()).unwrap();
            let told = not_held(&workspace, format, &written);
            let is_cut = told.iter().any(|told| told == "Names of more than 2,000 characters are cut.");
            assert_ne!(is_cut, matches!(format, Format::Crosslane | Format::Svg | Format::Html), "{told:?}");
            assert!(!is_cut || written.len() < 500_000, "{format:?}: {} bytes", written.len());
        }
    }

    #[test]
    fn a_format_of_one_journey_takes_no_two() {
        let mut workspace = sample();
        let one = workspace.journey_order[0];
        let other = crosslane_core::model::Id::new("other").unwrap();
        let journey = workspace.journeys.get(&one).unwrap().clone();
        workspace.journeys.insert(other, journey);
        workspace.journey_order.push(other);
        for format in Format::ALL {
            let written = bytes(&workspace, format, Options::default());
            assert_eq!(written.is_none(), format.is_of_one_journey(), "{format:?}");
        }
    }
}
