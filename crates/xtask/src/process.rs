//! Running other programs.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use crate::error::XtaskError;

/// Runs a program to its end with its output shown.
///
/// # Errors
/// When it cannot be started or reports failure.
pub fn run(command: &mut Command) -> Result<(), XtaskError> {
    let status = command.status().map_err(|source| start_error(command, source))?;
    if status.success() { Ok(()) } else { Err(XtaskError::Failed { command: shown(command), status }) }
}

/// What a program prints, or nothing where it cannot be started or reports failure.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program with its output shown, and hands each line it prints to `line` as well.
///
/// # Errors
/// When it cannot be started or its output cannot be read.
pub fn follow(command: &mut Command, mut line: impl FnMut(&str)) -> Result<ExitStatus, XtaskError> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| start_error(command, source))?;
    if let Some(stdout) = child.stdout.take() {
        for text in BufReader::new(stdout).split(b'\n') {
            let text = text.map_err(|source| start_error(command, source))?;
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            line(&text);
        }
    }
    child.wait().map_err(|source| start_error(command, source))
}

fn start_error(command: &Command, source: std::io::Error) -> XtaskError {
    XtaskError::Start { program: command.get_program().to_string_lossy().into_owned(), source }
}

/// A command line as a person would type it.
fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
