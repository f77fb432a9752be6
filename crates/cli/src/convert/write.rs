//! A workspace into any format.

use crosslane_core::edit::form::find_named;
use crosslane_core::format::graph::{self, Graph, GraphLane, canvas, cjml, drawio, process};
use crosslane_core::format::table::{Delimiter, write_file, write_text};
use crosslane_core::format::{crosslane, mermaid, table};
use crosslane_core::layout::department_color;
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::rules::{evaluate, evaluate_journey};
use crosslane_words::picture::{self, Theme};
use crosslane_words::ui::map as map_words;
use crosslane_words::{command, issues};

use crate::args::{ConvertArgs, FileFormat};
use crate::error::{Problem, is_standard};
use crate::today;

/// The colours of draw.io where a lane has none.
const WHITE: &str = "#ffffff";
const GREY: &str = "#545d70";

/// A workspace in a format.
///
/// # Errors
/// Where the format cannot hold so many journeys, or is only read.
pub fn bytes(args: &ConvertArgs, workspace: &Workspace, to: FileFormat) -> Result<Vec<u8>, Problem> {
    let date = || args.today.or_else(today);
    let text = match to {
        FileFormat::Crosslane => crosslane::write(workspace),
        FileFormat::Csv => return Ok(steps(args, workspace, Delimiter::Comma)),
        FileFormat::Tsv => return Ok(steps(args, workspace, Delimiter::Tab)),
        FileFormat::Mermaid => {
            let diagram = mermaid::export(workspace, only_journey(workspace)?, command::CUSTOMER);
            diagram.map(|diagram| mermaid::write(&diagram)).unwrap_or_default()
        }
        FileFormat::Svg => {
            let id = only_journey(workspace)?;
            let journey = workspace.journeys.get(&id).ok_or(Problem::ManyJourneys(0))?;
            let evaluation = evaluate_journey(workspace, id, journey, date());
            let theme = if args.dark { Theme::Dark } else { Theme::Light };
            let options = picture::Options { theme, embeds: true };
            picture::svg(workspace, id, &evaluation, options).unwrap_or_default()
        }
        FileFormat::Html => picture::html(workspace, &evaluate(workspace, date(), None), date()),
        FileFormat::Visio => {
            return Ok(rows(
                args,
                process::write(&only_graph(workspace)?, command::CUSTOMER),
                Delimiter::Comma,
            ));
        }
        FileFormat::Canvas => {
            canvas::write(&only_graph(workspace)?, command::CUSTOMER, |lane| color(workspace, lane))
        }
        FileFormat::Cjml => cjml::write(&only_graph(workspace)?, command::CUSTOMER),
        FileFormat::Drawio => {
            let border = |lane: &GraphLane| color(workspace, lane).unwrap_or_else(|| GREY.to_owned());
            let colors = |lane: &GraphLane| [WHITE.to_owned(), border(lane)];
            drawio::write(&only_graph(workspace)?, command::CUSTOMER, map_words::OPEN, colors)
        }
        FileFormat::Issues => {
            let list = issues::rows(workspace, &evaluate(workspace, date(), None));
            return Ok(rows(args, list, Delimiter::Comma));
        }
        FileFormat::Xlsx => {
            let rows = table::export(workspace, &workspace.journey_order);
            return crosslane_sheets::write(&rows).map_err(Problem::Workbook);
        }
        FileFormat::Png => return Err(Problem::OnlyRead),
    };
    Ok(text.into_bytes())
}

/// The one journey, where a format holds no more.
fn only_journey(workspace: &Workspace) -> Result<Id, Problem> {
    match workspace.journey_order.as_slice() {
        [journey] => Ok(*journey),
        journeys => Err(Problem::ManyJourneys(journeys.len())),
    }
}

/// The one journey as a graph.
fn only_graph(workspace: &Workspace) -> Result<Graph, Problem> {
    graph::graph(workspace, only_journey(workspace)?).ok_or(Problem::ManyJourneys(0))
}

/// The colour of a lane; the customer and nobody have none.
fn color(workspace: &Workspace, lane: &GraphLane) -> Option<String> {
    let GraphLane::Department(name) = lane else { return None };
    let id = find_named(workspace, None, EntityKind::Department, name)?;
    Some(Theme::Light.department(&department_color(workspace, id)))
}

/// A step table. One for a file begins with a byte order mark, without which Excel reads letters wrong; on standard
/// output it would only be in the way.
fn steps(args: &ConvertArgs, workspace: &Workspace, delimiter: Delimiter) -> Vec<u8> {
    rows(args, table::export(workspace, &workspace.journey_order), delimiter)
}

fn rows(args: &ConvertArgs, rows: Vec<Vec<String>>, delimiter: Delimiter) -> Vec<u8> {
    if is_standard(&args.output) {
        write_text(rows, delimiter).into_bytes()
    } else {
        write_file(rows, delimiter)
    }
}
