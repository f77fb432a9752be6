//! A workspace into any format.

use crosslane_core::format::table::{Delimiter, write_file, write_text};
use crosslane_core::format::{crosslane, mermaid, table};
use crosslane_core::model::{Id, Workspace};
use crosslane_words::command;

use crate::args::FileFormat;
use crate::error::Problem;

/// The journeys of a workspace in a format. A table for a file begins with a byte order mark, without which
/// Excel reads letters wrong; on standard output it would only be in the way.
///
/// # Errors
/// Where the format cannot hold so many journeys.
pub fn bytes(
    workspace: &Workspace,
    journeys: &[Id],
    to: FileFormat,
    to_screen: bool,
) -> Result<Vec<u8>, Problem> {
    let rows = || table::export(workspace, journeys);
    let of_table = |delimiter| {
        if to_screen { write_text(rows(), delimiter).into_bytes() } else { write_file(rows(), delimiter) }
    };
    match to {
        FileFormat::Crosslane => Ok(crosslane::write(workspace).into_bytes()),
        FileFormat::Csv => Ok(of_table(Delimiter::Comma)),
        FileFormat::Tsv => Ok(of_table(Delimiter::Tab)),
        FileFormat::Mermaid => {
            let [journey] = journeys else { return Err(Problem::ManyJourneys(journeys.len())) };
            let diagram = mermaid::export(workspace, *journey, command::CUSTOMER);
            Ok(diagram.map(|diagram| mermaid::write(&diagram)).unwrap_or_default().into_bytes())
        }
    }
}
