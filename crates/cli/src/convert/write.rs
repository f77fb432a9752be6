//! A workspace into any format.

use crosslane_core::format::table::{Delimiter, write_file, write_text};
use crosslane_core::format::{crosslane, mermaid, table};
use crosslane_core::model::{Id, Workspace};
use crosslane_core::rules::{evaluate, evaluate_journey};
use crosslane_words::command;
use crosslane_words::picture::{self, Theme};

use crate::args::{ConvertArgs, FileFormat};
use crate::error::{Problem, is_standard};
use crate::today;

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

/// A step table. One for a file begins with a byte order mark, without which Excel reads letters wrong; on standard
/// output it would only be in the way.
fn steps(args: &ConvertArgs, workspace: &Workspace, delimiter: Delimiter) -> Vec<u8> {
    let rows = table::export(workspace, &workspace.journey_order);
    if is_standard(&args.output) {
        write_text(rows, delimiter).into_bytes()
    } else {
        write_file(rows, delimiter)
    }
}
