//! `crosslane convert`: from one format into another.

mod read;
mod write;

use std::path::Path;

use crosslane_core::flow::Flow;
use crosslane_core::format::{FileKind, lost, recognise};
use crosslane_core::model::{Id, Workspace};
use crosslane_core::share::{Extent, Shared, Without, share};
use crosslane_words::{command, lost as lost_words};

use crate::args::{ConvertArgs, FileFormat, LeaveOut};
use crate::error::{Failure, Problem, is_standard};
use crate::{Outcome, input, output};

/// Runs the command.
///
/// # Errors
/// Where a file cannot be read or written, a format is not known, or the input is refused.
pub fn run(args: &ConvertArgs) -> Result<Outcome, Failure> {
    // Known before anything is read: a mistyped ending should not cost a wait.
    let to =
        args.to.or_else(|| of_ending(&args.output)).ok_or_else(|| unknown_format(&args.output, "--to"))?;
    let bytes = input::bytes(&args.input)?;
    let from = args.from.or_else(|| of_ending(&args.input)).unwrap_or_else(|| of_content(&bytes));
    // Visio's table is told from a step table by its headers: both are `.csv`.
    let is_process = args.from.is_none() && of_content(&bytes) == FileFormat::Visio;
    let from = if from == FileFormat::Csv && is_process { FileFormat::Visio } else { from };
    let workspace = read::workspace(args, from, bytes)?;
    let workspace = shared(args, &workspace)?;
    let journeys = workspace.journey_order.clone();
    let to_screen = is_standard(&args.output);
    let bytes = write::bytes(args, &workspace, to).map_err(|problem| problem.of(&args.output))?;
    tell_lost(args, to, &workspace, &bytes);
    if to_screen {
        output::print_file(&bytes)?;
    } else {
        output::save(&args.output, &bytes)?;
        output::print(&summary(&workspace, &journeys))?;
    }
    Ok(Outcome::Fine)
}

fn of_ending(path: &Path) -> Option<FileFormat> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let twice = [
        (".visio.csv", FileFormat::Visio),
        (".drawio.csv", FileFormat::Drawio),
        (".issues.csv", FileFormat::Issues),
    ];
    if let Some((_, format)) = twice.into_iter().find(|(ending, _)| name.ends_with(ending)) {
        return Some(format);
    }
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "json" => FileFormat::Crosslane,
        "csv" => FileFormat::Csv,
        "tsv" | "tab" => FileFormat::Tsv,
        "mmd" | "mermaid" => FileFormat::Mermaid,
        "svg" => FileFormat::Svg,
        "html" | "htm" => FileFormat::Html,
        "png" => FileFormat::Png,
        "canvas" => FileFormat::Canvas,
        "xlsx" | "xlsm" => FileFormat::Xlsx,
        "cjml" | "xml" => FileFormat::Cjml,
        _ => return None,
    })
}

fn of_content(bytes: &[u8]) -> FileFormat {
    if crosslane_sheets::is_workbook(bytes) {
        return FileFormat::Xlsx;
    }
    match recognise("", bytes) {
        FileKind::Crosslane => FileFormat::Crosslane,
        FileKind::Embedded => FileFormat::Html,
        FileKind::Canvas => FileFormat::Canvas,
        FileKind::Cjml => FileFormat::Cjml,
        FileKind::Process => FileFormat::Visio,
        FileKind::Mermaid => FileFormat::Mermaid,
        FileKind::Table => FileFormat::Csv,
    }
}

fn unknown_format(path: &Path, option: &'static str) -> Failure {
    Problem::UnknownFormat { option }.of(path)
}

/// The journey of this title or identifier.
///
/// # Errors
/// Where there is none.
pub fn journey_named(workspace: &Workspace, wanted: &str) -> Result<Id, Problem> {
    let found = workspace
        .ordered_journeys()
        .find(|(id, journey)| id.as_str() == wanted || journey.title == wanted)
        .map(|(id, _)| id);
    found.ok_or_else(|| Problem::NoJourney(wanted.to_owned()))
}

/// The part of the workspace that is asked for. Says where somebody is still named in a text.
fn shared(args: &ConvertArgs, workspace: &Workspace) -> Result<Workspace, Failure> {
    let named = |wanted: &String| journey_named(workspace, wanted).map_err(|problem| problem.of(&args.input));
    let wanted = args.journeys.iter().map(named).collect::<Result<Vec<Id>, Failure>>()?;
    let without = |what| args.without.contains(&what);
    let without = Without {
        notes: without(LeaveOut::Notes),
        quotes: without(LeaveOut::Quotes),
        comments: without(LeaveOut::Comments),
        people: without(LeaveOut::People),
    };
    let Shared { workspace, mentions } =
        share(workspace, &Extent { journeys: (!wanted.is_empty()).then_some(wanted), without });
    read::notes(&args.input, mentions.iter().map(command::still_named), 0);
    Ok(workspace)
}

/// Says what the file cannot hold: what is not in it when it is read back.
fn tell_lost(args: &ConvertArgs, to: FileFormat, workspace: &Workspace, bytes: &[u8]) {
    let one_way = [FileFormat::Drawio, FileFormat::Issues, FileFormat::Crosslane].contains(&to);
    if one_way {
        return;
    }
    if let Ok(back) = read::quietly(args, to, bytes.to_vec()) {
        let said = lost_words::sentences(&lost(workspace, &back.workspace));
        read::notes(&args.output, said.into_iter(), 0);
    }
}

/// What was written, in a line.
fn summary(workspace: &Workspace, journeys: &[Id]) -> String {
    let all = journeys.iter().filter_map(|id| workspace.journeys.get(id));
    let touchpoints = all.clone().map(|journey| journey.touchpoints.len()).sum();
    let handoffs = all.map(|journey| Flow::of(journey).handoffs().len()).sum();
    let mut line = command::converted(journeys.len(), touchpoints, handoffs, workspace.departments.len());
    line.push('\n');
    line
}
