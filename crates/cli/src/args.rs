//! The arguments of the program. Their comments are its help.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use crosslane_core::model::Date;
use crosslane_core::rules::Severity;
use crosslane_words::command;

/// Checks, lists and converts Crosslane files: customer journeys and the handoffs between departments.
#[derive(Debug, Parser)]
#[command(name = "crosslane", version, about, max_term_width = 100)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Runs all rules over Crosslane files and prints what they flag
    #[command(after_help = "Exit code: 0 no open flag at the level, 1 some, 2 bad file or usage.")]
    Check(CheckArgs),
    /// Ranks the handoffs of a Crosslane file by risk and prints the matrix of departments
    Handoffs(HandoffsArgs),
    /// Converts between Crosslane files and the formats of other tools
    Convert(ConvertArgs),
    /// Prints the report of a Crosslane file as Markdown, or what a department reads before it meets others
    Report(ReportArgs),
    /// Joins two versions of a Crosslane file that were changed apart; also as a merge driver of Git
    #[command(after_help = "Exit code: 0 merged, 1 merged with conflicts, 2 bad file or usage.")]
    Merge(MergeArgs),
    /// Prints what differs between two versions of a Crosslane file; also as a diff driver of Git
    #[command(after_help = "Exit code: 0 nothing differs, 1 something does, 2 bad file or usage.")]
    Diff(DiffArgs),
    /// Prints the JSON Schema of Crosslane files
    Schema,
}

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Crosslane files; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// Exit with 1 from this severity on
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "LEVEL")]
    pub fail_on: FailOn,
    /// The date to check for, such as 2026-03-31 [default: today]
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub today: Option<Date>,
}

/// The arguments of `handoffs`.
#[derive(Debug, clap::Args)]
pub struct HandoffsArgs {
    /// A Crosslane file; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value_t = HandoffsFormat::Text)]
    pub format: HandoffsFormat,
    /// The date to check for, such as 2026-03-31 [default: today]
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub today: Option<Date>,
}

/// The formats of `handoffs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum HandoffsFormat {
    /// For people
    Text,
    /// One line of JSON
    Json,
    /// A table for a spreadsheet, a row for each handoff
    Csv,
}

/// The arguments of `report`.
#[derive(Debug, clap::Args)]
pub struct ReportArgs {
    /// A Crosslane file; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only this journey, by title or identifier
    #[arg(long, value_name = "JOURNEY", conflicts_with = "departments")]
    pub journey: Option<String>,
    /// The page of this department; given twice, that of the two with the agenda of their meeting
    #[arg(long = "department", value_name = "NAME")]
    pub departments: Vec<String>,
    /// The date to check for, such as 2026-03-31 [default: today]
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub today: Option<Date>,
}

/// The arguments of `merge`.
#[derive(Debug, clap::Args)]
pub struct MergeArgs {
    /// The version both started from; an empty file says there is none
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    /// Our version, whose values are kept where both changed the same
    #[arg(value_name = "OURS")]
    pub ours: PathBuf,
    /// Their version
    #[arg(value_name = "THEIRS")]
    pub theirs: PathBuf,
    /// The file to write; `-` writes standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Settles every conflict this way instead of leaving it open
    #[arg(long, value_enum, value_name = "SIDE")]
    pub settle: Option<SettleSide>,
    /// How to print the conflicts
    #[arg(long, value_enum, default_value_t = ChangesFormat::Text)]
    pub format: ChangesFormat,
}

/// The side that settles conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SettleSide {
    /// As we have it
    Ours,
    /// As they have it
    Theirs,
}

/// The arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// The earlier version, then the later one; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ChangesFormat::Text)]
    pub format: ChangesFormat,
    /// Takes the arguments that Git gives an external diff program, and exits with 0 whatever differs
    #[arg(long)]
    pub git: bool,
}

/// The formats of `merge` and `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChangesFormat {
    /// Sentences for people
    Text,
    /// One line of JSON
    Json,
}

/// The arguments of `convert`.
#[derive(Debug, clap::Args)]
pub struct ConvertArgs {
    /// The file to read; `-` reads standard input
    #[arg(value_name = "IN")]
    pub input: PathBuf,
    /// The file to write; `-` writes standard output
    #[arg(value_name = "OUT")]
    pub output: PathBuf,
    /// The format of IN [default: by its ending, else by its content]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub from: Option<FileFormat>,
    /// The format of OUT [default: by its ending]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub to: Option<FileFormat>,
    /// Only this journey with what it uses, by title or identifier; may be given several times
    #[arg(long = "journey", value_name = "JOURNEY")]
    pub journeys: Vec<String>,
    /// Leaves these out of OUT, such as `notes,people`
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    pub without: Vec<LeaveOut>,
    /// Draws a picture for dark screens
    #[arg(long)]
    pub dark: bool,
    /// The date for pictures and pages, such as 2026-03-31 [default: today]
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub today: Option<Date>,
    /// Someone in a diagram who is the customer; may be given several times
    #[arg(long = "customer", value_name = "NAME")]
    pub customers: Vec<String>,
    /// Someone in a diagram who is a department; may be given several times
    #[arg(long = "department", value_name = "NAME")]
    pub departments: Vec<String>,
    /// Someone in a diagram who is a system; may be given several times
    #[arg(long = "system", value_name = "NAME")]
    pub systems: Vec<String>,
}

/// The formats of `convert`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FileFormat {
    /// A Crosslane file (.json)
    Crosslane,
    /// A step table (.csv); reading finds out what parts the cells
    Csv,
    /// A step table with tabs (.tsv)
    Tsv,
    /// A Mermaid journey diagram (.mmd, .mermaid)
    Mermaid,
    /// The map as a picture that holds the workspace (.svg)
    Svg,
    /// A page with map, handoffs, flags and report that holds the workspace (.html)
    Html,
    /// The process table of Visio's Data Visualizer (.visio.csv)
    Visio,
    /// JSON Canvas, as Obsidian draws it (.canvas)
    Canvas,
    /// CJML 2.0 (.cjml, .xml)
    Cjml,
    /// The CSV that draw.io inserts (.drawio.csv); only written
    Drawio,
    /// Open flags and initiatives for a tracker of issues (.issues.csv); only written
    Issues,
    /// A workbook of Excel with a step table in its first sheet (.xlsx)
    Xlsx,
    /// A picture that holds the workspace (.png); only read
    Png,
}

/// What `convert` can leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LeaveOut {
    /// Notes
    Notes,
    /// What customers said
    Quotes,
    /// Comments
    Comments,
    /// Names of people
    People,
}

/// The formats of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// Sentences for people
    Text,
    /// A line of JSON for each file
    Json,
}

/// The severity from which `check` exits with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors only
    Error,
    /// Errors and warnings
    Warning,
    /// Any flag
    Info,
    /// Always exits with 0
    Never,
}

impl FailOn {
    /// Whether an open flag of this severity makes the program exit with 1.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Info => true,
            Self::Never => false,
        }
    }
}

fn date(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).ok_or(command::BAD_DATE)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn arguments_do_not_contradict_each_other() {
        super::Args::command().debug_assert();
    }
}
