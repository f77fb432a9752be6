//! A workspace into any format.

use crosslane_core::format::table;
use crosslane_core::model::Workspace;
use crosslane_words::export::{self, Format, Options};
use crosslane_words::picture::Theme;

use crate::args::{ConvertArgs, FileFormat};
use crate::error::{Problem, is_standard};
use crate::today;

/// A workspace in a format. A table for a file begins with a byte order mark; on standard output it would only be in the
/// way.
///
/// # Errors
/// Where the format cannot hold so many journeys, or is only read.
pub fn bytes(args: &ConvertArgs, workspace: &Workspace, to: FileFormat) -> Result<Vec<u8>, Problem> {
    let format = match to {
        FileFormat::Crosslane => Format::Crosslane,
        FileFormat::Csv => Format::Csv,
        FileFormat::Tsv => Format::Tsv,
        FileFormat::Mermaid => Format::Mermaid,
        FileFormat::Svg => Format::Svg,
        FileFormat::Html => Format::Html,
        FileFormat::Visio => Format::Visio,
        FileFormat::Canvas => Format::Canvas,
        FileFormat::Cjml => Format::Cjml,
        FileFormat::Drawio => Format::Drawio,
        FileFormat::Issues => Format::Issues,
        FileFormat::Xlsx => {
            let rows = table::export(workspace, &workspace.journey_order);
            return crosslane_sheets::write(&rows).map_err(Problem::Workbook);
        }
        FileFormat::Png => return Err(Problem::OnlyRead),
    };
    let options = Options {
        today: args.today.or_else(today),
        theme: if args.dark { Theme::Dark } else { Theme::Light },
        marked: !is_standard(&args.output),
    };
    let many = || Problem::ManyJourneys(workspace.journey_order.len());
    export::bytes(workspace, format, options).ok_or_else(many)
}
