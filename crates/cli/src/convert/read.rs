//! Any format into a workspace. What was changed or left out is said on standard error.

use std::path::Path;

use crosslane_core::format::embedded;
use crosslane_core::format::graph::{self, Graph, GraphError, GraphNotes, canvas, cjml, process};
use crosslane_core::format::mermaid::{self, Person, PersonKind};
use crosslane_core::format::table::{self, Layout, Sheet, StepTable};
use crosslane_core::model::Workspace;
use crosslane_words::{command, diagram as diagram_words, graph as graph_words, table as table_words};

use crate::args::{ConvertArgs, FileFormat};
use crate::error::{Failure, Problem, is_standard};
use crate::input;

/// The workspace in these bytes.
///
/// # Errors
/// Where they are not what the format asks for.
pub fn workspace(args: &ConvertArgs, from: FileFormat, bytes: Vec<u8>) -> Result<Workspace, Failure> {
    let Read { workspace, notes: list, unlisted } = quietly(args, from, bytes)?;
    notes(&args.input, list.into_iter(), unlisted);
    Ok(workspace)
}

/// A workspace that was read, and what is to be said of it.
pub struct Read {
    /// What was read.
    pub workspace: Workspace,
    notes: Vec<String>,
    unlisted: usize,
}

impl Read {
    fn whole(workspace: Workspace) -> Self {
        Self { workspace, notes: Vec::new(), unlisted: 0 }
    }
}

/// The same without saying anything.
///
/// # Errors
/// As [`workspace`].
pub fn quietly(args: &ConvertArgs, from: FileFormat, bytes: Vec<u8>) -> Result<Read, Failure> {
    let file = &args.input;
    match from {
        FileFormat::Crosslane => input::opened(file, &input::decoded(file, bytes)?).map(Read::whole),
        FileFormat::Csv | FileFormat::Tsv => of_table(file, &bytes),
        FileFormat::Svg | FileFormat::Html | FileFormat::Png => {
            let opened = embedded::read(&bytes).map_err(|error| Problem::Embedded(error).of(file))?;
            Ok(Read::whole(opened.workspace))
        }
        FileFormat::Visio => {
            let sheet = Sheet::read(&bytes).map_err(|error| Problem::Table(error).of(file))?;
            of_graph(file, process::read(&sheet))
        }
        FileFormat::Canvas => of_graph(file, canvas::read(&input::decoded(file, bytes)?)),
        FileFormat::Cjml => of_graph(file, cjml::read(&input::decoded(file, bytes)?)),
        FileFormat::Xlsx => {
            let sheet = crosslane_sheets::read(&bytes).map_err(|error| Problem::Workbook(error).of(file))?;
            of_sheet(file, &sheet)
        }
        FileFormat::Drawio | FileFormat::Issues => Err(Problem::OnlyWritten.of(file)),
        FileFormat::Mermaid => of_diagram(args, &input::decoded(file, bytes)?),
    }
}

/// The title of what comes from a file without one: the file's name.
fn title(file: &Path) -> String {
    let stem = file.file_stem().filter(|_| !is_standard(file));
    stem.map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn of_table(file: &Path, bytes: &[u8]) -> Result<Read, Failure> {
    of_sheet(file, &Sheet::read(bytes).map_err(|error| Problem::Table(error).of(file))?)
}

fn of_sheet(file: &Path, sheet: &Sheet) -> Result<Read, Failure> {
    let steps = StepTable::read(sheet, &Layout::propose(sheet));
    let steps = steps.map_err(|error| Problem::Table(error).of(file))?;
    let options = table::ImportOptions { title: title(file), ..table::ImportOptions::default() };
    let import = table::import(&steps, &Workspace::default(), &options);
    Ok(Read {
        workspace: Workspace { title: title(file), ..import.plan.workspace },
        notes: import.problems.list.iter().map(table_words::problem).collect(),
        unlisted: import.problems.unlisted,
    })
}

fn of_graph(file: &Path, read: Result<(Graph, GraphNotes), GraphError>) -> Result<Read, Failure> {
    let (graph, noted) = read.map_err(|error| Problem::Graph(error).of(file))?;
    let options = graph::ImportOptions { title: title(file), ..graph::ImportOptions::default() };
    let import = graph::import(&graph, &Workspace::default(), &options);
    let (notes, unlisted) = graph_words::told(&noted, &import.notes);
    let title = if graph.title.is_empty() { title(file) } else { graph.title };
    Ok(Read { workspace: Workspace { title, ..import.plan.workspace }, notes, unlisted })
}

fn of_diagram(args: &ConvertArgs, text: &str) -> Result<Read, Failure> {
    let file = &args.input;
    let reading = mermaid::read(text).map_err(|error| Problem::Diagram(error).of(file))?;
    let options = mermaid::ImportOptions {
        title: title(file),
        people: people(args),
        ..mermaid::ImportOptions::default()
    };
    let import = mermaid::import(&reading, &Workspace::default(), &options);
    let notes = import.notes.list.iter().map(diagram_words::note).collect();
    let unlisted = import.notes.unlisted;
    let workspace = import.plan.workspace;
    let title = workspace.ordered_journeys().next().map(|(_, journey)| journey.title.clone());
    Ok(Read { workspace: Workspace { title: title.unwrap_or_default(), ..workspace }, notes, unlisted })
}

/// What the person decided about the people of a diagram.
fn people(args: &ConvertArgs) -> Vec<Person> {
    let kinds = [
        (&args.customers, PersonKind::Customer),
        (&args.departments, PersonKind::Department),
        (&args.systems, PersonKind::System),
    ];
    let person = |name: &String, kind| Person { name: name.clone(), kind, tasks: 0 };
    kinds.into_iter().flat_map(|(names, kind)| names.iter().map(move |name| person(name, kind))).collect()
}

/// Says these on standard error.
pub fn notes(file: &Path, notes: impl Iterator<Item = String>, unlisted: usize) {
    let file = input::shown(&file.display().to_string());
    for note in notes {
        crate::warn(&file, &note);
    }
    if unlisted > 0 {
        crate::warn(&file, &command::unlisted(unlisted));
    }
}
