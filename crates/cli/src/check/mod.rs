//! `crosslane check`: runs all rules over files and prints what they flag.

mod json;
mod text;

use std::path::Path;

use crosslane_core::model::{Date, Workspace};
use crosslane_core::rules::{Evaluation, evaluate};

use crate::args::{CheckArgs, CheckFormat};
use crate::error::Failure;
use crate::{Outcome, input, output, tell, today};

/// Runs the command.
///
/// # Errors
/// Where standard output cannot be written. Files that cannot be checked are reported one by one.
pub fn run(args: &CheckArgs) -> Result<Outcome, Failure> {
    let today = args.today.or_else(today);
    let mut outcome = Outcome::Fine;
    for (at, path) in args.files.iter().enumerate() {
        match check(path, today) {
            Ok(checked) => {
                match args.format {
                    CheckFormat::Text if at > 0 => output::print(&["\n", &text::page(&checked)].concat())?,
                    CheckFormat::Text => output::print(&text::page(&checked))?,
                    CheckFormat::Json => output::print_json(&json::line(&checked))?,
                }
                let flagged =
                    checked.flags().any(|flag| flag.is_open() && args.fail_on.includes(flag.severity));
                outcome = outcome.max(if flagged { Outcome::Flagged } else { Outcome::Fine });
            }
            Err(failure) => {
                tell(&failure);
                outcome = Outcome::SomeFilesBad;
            }
        }
    }
    Ok(outcome)
}

/// A file with everything derived from it.
struct Checked {
    file: String,
    workspace: Workspace,
    evaluation: Evaluation,
}

impl Checked {
    fn flags(&self) -> impl Iterator<Item = &crosslane_core::rules::Flag> {
        self.evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags)
    }
}

fn check(path: &Path, today: Option<Date>) -> Result<Checked, Failure> {
    let workspace = input::workspace(path)?;
    let evaluation = evaluate(&workspace, today, None);
    Ok(Checked { file: path.display().to_string(), workspace, evaluation })
}
