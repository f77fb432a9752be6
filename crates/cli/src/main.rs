//! The `crosslane` command line program: check, list the handoffs of, report on, convert, compare and merge Crosslane
//! files.
#![deny(clippy::print_stdout, clippy::print_stderr, reason = "all output goes through `output`")]

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
mod visible;

use std::process::ExitCode;

use clap::Parser;
use crosslane_core::format::crosslane::json_schema;
use crosslane_core::model::Date;

use args::{Args, Command};
use error::Failure;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(told) => return told_of_arguments(&told),
    };
    let outcome = match args.command {
        Command::Check(args) => check::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Handoffs(args) => handoffs::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Schema => output::print_json(&json_schema()).map(|()| Outcome::Fine),
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

/// Help and version that were asked for, or what is wrong with the arguments, which anybody may have written.
fn told_of_arguments(told: &clap::Error) -> ExitCode {
    let text = told.render().to_string();
    if told.use_stderr() {
        output::tell(&text);
        return ExitCode::from(2);
    }
    match output::print(&text) {
        Ok(()) => ExitCode::SUCCESS,
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

fn say(text: &str) {
    output::tell(&["crosslane: ", text, "\n"].concat());
}

/// Today in universal time, as far as the computer's clock knows it.
fn today() -> Option<Date> {
    let date = time::OffsetDateTime::now_utc().date();
    Date::parse(&format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()))
}
