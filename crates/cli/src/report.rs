//! `crosslane report`: what people read before they meet, as Markdown.

use crosslane_core::edit::form::find_named;
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::rules::evaluate;
use crosslane_words::page::{self, Page, Scope, markdown};

use crate::args::ReportArgs;
use crate::error::{Failure, Problem};
use crate::{Outcome, input, output, today};

/// Runs the command.
///
/// # Errors
/// Where the file cannot be read, has no such journey or department, or standard output cannot be written.
pub fn run(args: &ReportArgs) -> Result<Outcome, Failure> {
    let workspace = input::workspace(&args.file)?;
    let page = page(args, &workspace).map_err(|problem| problem.of(&args.file))?;
    output::print(&markdown(&workspace, &page))?;
    Ok(Outcome::Fine)
}

/// The page asked for: of two departments, of one, of one journey, or of all.
fn page(args: &ReportArgs, workspace: &Workspace) -> Result<Page, Problem> {
    let date = args.today.or_else(today);
    let evaluation = evaluate(workspace, date, None);
    let department = |name: &String| -> Result<Id, Problem> {
        let found = find_named(workspace, None, EntityKind::Department, name);
        found.ok_or_else(|| Problem::NoDepartment(name.clone()))
    };
    let found = match args.departments.as_slice() {
        [] => None,
        [one] => {
            let id = department(one)?;
            Some(
                page::department(workspace, &evaluation, id)
                    .ok_or_else(|| Problem::NoDepartment(one.clone()))?,
            )
        }
        [one, two, ..] => {
            let (first, second) = (department(one)?, department(two)?);
            let pair = page::pair(workspace, &evaluation, first, second);
            Some(pair.ok_or_else(|| Problem::NoDepartment(two.clone()))?)
        }
    };
    if let Some(page) = found {
        return Ok(page);
    }
    let scope = match &args.journey {
        Some(journey) => Scope::Journey(crate::convert::journey_named(workspace, journey)?),
        None => Scope::All,
    };
    Ok(page::report(workspace, &evaluation, scope, date))
}
