//! `crosslane merge`: two versions that were changed apart made one.

use std::path::Path;

use crosslane_core::format::crosslane::{stamped, write};
use crosslane_core::merge::{Choices, Conflict, Merged, Side, merge, merge_without_base};
use crosslane_core::model::Workspace;
use crosslane_words::{change, command};
use serde_json::Value;

use crate::args::{ChangesFormat, MergeArgs, SettleSide};
use crate::error::{Failure, is_standard};
use crate::text::Page;
use crate::{Outcome, input, json, output, visible};

/// The files that were merged.
struct Versions {
    base: Option<Workspace>,
    ours: Workspace,
    theirs: Workspace,
}

/// Merges, writes the outcome and lists the conflicts.
///
/// # Errors
/// Where a file cannot be read, is refused or cannot be written; nothing is written then.
pub fn run(args: &MergeArgs) -> Result<Outcome, Failure> {
    let versions = Versions {
        base: base(&args.base)?,
        ours: input::workspace(&args.ours)?,
        theirs: input::workspace(&args.theirs)?,
    };
    let merged = match &versions.base {
        Some(base) => merge(base, &versions.ours, &versions.theirs),
        None => merge_without_base(&versions.ours, &versions.theirs),
    };
    let settled = args.settle.map(|side| match side {
        SettleSide::Ours => Side::Ours,
        SettleSide::Theirs => Side::Theirs,
    });
    let file = write(&stamped(&outcome(&merged, settled)));
    let listed = match args.format {
        ChangesFormat::Text => text(&versions, &merged, settled),
        ChangesFormat::Json => {
            let conflicts: Value = merged.conflicts.iter().map(Conflict::json).collect();
            json::line(&serde_json::json!({ "conflicts": conflicts }))
        }
    };
    if is_standard(&args.output) {
        output::print_json(&file)?;
        output::tell(&visible::json(&listed));
    } else {
        output::save(&args.output, file.as_bytes())?;
        match args.format {
            ChangesFormat::Text => output::print(&listed)?,
            ChangesFormat::Json => output::print_json(&listed)?,
        }
    }
    Ok(if merged.conflicts.is_empty() || settled.is_some() { Outcome::Fine } else { Outcome::Flagged })
}

/// The common version; Git gives an empty file where there is none.
fn base(path: &Path) -> Result<Option<Workspace>, Failure> {
    let text = input::decoded(path, input::bytes(path)?)?;
    if text.trim().is_empty() { Ok(None) } else { input::opened(path, &text).map(Some) }
}

/// What comes out with every conflict settled as a side has it, where one is asked for.
fn outcome(merged: &Merged, side: Option<Side>) -> Workspace {
    match side {
        Some(Side::Theirs) => merged.outcome(&Choices::all(&merged.conflicts, Side::Theirs)),
        _ => merged.workspace.clone(),
    }
}

fn text(versions: &Versions, merged: &Merged, settled: Option<Side>) -> String {
    let mut page = Page::default();
    if merged.conflicts.is_empty() {
        page.paragraph("", command::MERGED);
        return page.finish();
    }
    page.paragraph("", &command::conflicts(merged.conflicts.len(), settled));
    let none = Workspace::default();
    let base = versions.base.as_ref().unwrap_or(&none);
    for conflict in &merged.conflicts {
        let words = change::conflict(base, &versions.ours, &versions.theirs, conflict);
        let place = if words.place.is_empty() { command::WORKSPACE } else { &words.place };
        page.gap();
        page.paragraph("", &[place, " (", words.about, ")"].concat());
        page.paragraph("  ", &[command::OURS, &words.ours].concat());
        page.paragraph("  ", &[command::THEIRS, &words.theirs].concat());
    }
    page.finish()
}
