//! The `crosslane` command line program: check, list the handoffs of, report on, convert, compare and merge Crosslane
//! files.

mod args;
mod check;
mod convert;
mod diff;
mod error;
mod handoffs;
mod input;
mod json;
mod merge;
mod output;
mod report;
mod text;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use crosslane_core::format::crosslane::json_schema;
use crosslane_core::model::Date;

use args::{Args, Command};
use error::Failure;

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Handoffs(args) => handoffs::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Schema => output::print(&json_schema()).map(|()| Outcome::Fine),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Flagged) => ExitCode::from(1),
        Ok(Outcome::SomeFilesBad) => ExitCode::from(2),
        Err(failure) => {
            tell(&failure);
            ExitCode::from(2)
        }
    }
}

/// How a command ended that did what it was asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to complain of.
    Fine,
    /// Flags at the level asked for, differences, or conflicts.
    Flagged,
    /// Of several files, some could not be checked; they were reported.
    SomeFilesBad,
}

/// Says on standard error what went wrong.
fn tell(failure: &Failure) {
    say(&failure.to_string());
}

/// Says on standard error what a person should know about a file.
fn warn(file: &str, what: &str) {
    say(&[file, ": ", what].concat());
}

/// Where nobody reads standard error there is nobody to tell.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "crosslane: {text}");
}

/// Says on standard error what would be printed, were standard output not taken.
fn say_plainly(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Today in universal time, as far as the computer's clock knows it.
fn today() -> Option<Date> {
    let date = time::OffsetDateTime::now_utc().date();
    Date::parse(&format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()))
}
