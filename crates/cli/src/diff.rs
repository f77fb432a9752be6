//! `crosslane diff`: what differs between two versions.

use std::path::{Path, PathBuf};

use crosslane_core::compare::{Difference, difference};
use crosslane_core::model::Workspace;
use crosslane_words::{change, command, name};

use crate::args::{ChangesFormat, DiffArgs};
use crate::error::{Failure, Problem};
use crate::text::Page;
use crate::{Outcome, input, json, output};

/// The part of an entity's words that stands before each line.
const INDENT: &str = "  ";

/// Compares two versions, or those that Git names.
///
/// # Errors
/// Where a file cannot be read or is refused, or there are not two.
pub fn run(args: &DiffArgs) -> Result<Outcome, Failure> {
    if let (true, [path]) = (args.git, args.files.as_slice()) {
        output::print(&[&input::shown(&path.display().to_string()), ": ", command::UNMERGED, "\n"].concat())?;
        return Ok(Outcome::Fine);
    }
    let (before, after, title) = files(args)?;
    let (before, after) = (version(before, args.git)?, version(after, args.git)?);
    let difference = difference(&before, &after);
    match args.format {
        ChangesFormat::Json => {
            output::print_json(&json::line(&serde_json::json!({ "entities": difference.json() })))?;
        }
        ChangesFormat::Text => {
            let mut page = Page::default();
            if let Some(title) = title {
                page.paragraph("", &name::plain(title));
            }
            write(&mut page, &before, &after, &difference);
            output::print(&page.finish())?;
        }
    }
    Ok(if args.git || difference.is_empty() { Outcome::Fine } else { Outcome::Flagged })
}

/// The two files, and the name that heads them. Git gives an external diff program the path, then file, hash and mode
/// of the earlier version and of the later one, and two words more for a file that was renamed.
fn files(args: &DiffArgs) -> Result<(&Path, &Path, Option<&str>), Failure> {
    let wrong = || Problem::TwoFiles.of(args.files.first().map_or(Path::new("-"), PathBuf::as_path));
    match (args.git, args.files.as_slice()) {
        (false, [before, after]) => Ok((before, after, None)),
        (true, [path, before, _, _, after, ..]) => Ok((before, after, path.to_str())),
        _ => Err(wrong()),
    }
}

/// The workspace in a file; for Git, an empty one where there is no such version.
fn version(path: &Path, git: bool) -> Result<Workspace, Failure> {
    if git && path == Path::new("/dev/null") { Ok(Workspace::default()) } else { input::workspace(path) }
}

fn write(page: &mut Page, before: &Workspace, after: &Workspace, difference: &Difference) {
    if difference.is_empty() {
        page.paragraph("", command::SAME);
        return;
    }
    page.paragraph("", &change::summary(difference));
    page.gap();
    for entity in &difference.entities {
        let words = change::entity(before, after, entity);
        let heading = if words.entity.is_empty() { command::WORKSPACE } else { &words.entity };
        page.paragraph("", heading);
        for line in &words.lines {
            page.paragraph(INDENT, line);
        }
    }
}
