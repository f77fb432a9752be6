//! `cargo xtask test`: every check there is, with one count at the end.

use std::process::Command;
use std::time::Instant;

use crate::build;
use crate::drive;
use crate::error::XtaskError;
use crate::process;
use crate::project::Project;
use crate::size;
use crate::tally::Tally;
use crate::tools::{self, BrowserTools, FirefoxTools, versions};

/// The packages that are tested in browsers alone; all others are tested natively.
const IN_BROWSERS: [&str; 2] = ["crosslane-web", drive::PACKAGE];

/// The packages with properties.
const WITH_PROPERTIES: [&str; 3] = ["crosslane-core", "crosslane-words", "crosslane-sheets"];

/// How many times the cases of a normal run a property meets in a long one.
const LONG_RUN: &str = "40";

/// How many actions the random hand does in each browser in a long run.
const LONG_HAND: &str = "50000";

/// One part of the suite: its name, what it checks and how.
struct Part {
    name: &'static str,
    title: &'static str,
    run: fn(&Project) -> Result<Tally, XtaskError>,
}

/// In the order they run: what is quick to fail comes first.
const PARTS: [Part; 7] = [
    Part { name: "format", title: "Format", run: format },
    Part { name: "lint", title: "Lints of everything but the web app", run: lint },
    Part { name: "lint-web", title: "Lints of the web app", run: lint_web },
    Part { name: "native", title: "Tests without a browser", run: native },
    Part { name: "build", title: "Release build of the web app", run: release_build },
    Part { name: "size", title: "Size of the first load", run: first_load },
    Part { name: "browser", title: "Tests in Chromium and Firefox", run: browser },
];

/// Only run when named: what takes too long for every change.
const LONG: [Part; 2] = [
    Part { name: "slow", title: "Properties, 40 times the cases, each time others", run: slow },
    Part {
        name: "hand",
        title: "The random hand, 50,000 actions in each browser, each time others",
        run: hand,
    },
];

/// Runs all parts, or those named, and closes with the count; `false` where anything failed.
///
/// # Errors
/// When a word names no part. What goes wrong inside a part is printed and counted as one failure.
pub fn run(project: &Project, words: &[String]) -> Result<bool, XtaskError> {
    let chosen = choose(words)?;
    let mut sum = Tally::default();
    let mut failed = Vec::new();
    for part in chosen {
        println!("\n=== {} ===", part.title);
        let start = Instant::now();
        let tally = (part.run)(project).unwrap_or_else(|error| {
            println!("{error}");
            Tally { failed: 1, ..Tally::default() }
        });
        println!("{}: {tally} ({} s)", part.title, start.elapsed().as_secs());
        if tally.failed > 0 {
            failed.push(part.title);
        }
        sum.add(tally);
    }
    println!();
    for title in &failed {
        println!("Failed: {title}");
    }
    println!("{sum}");
    Ok(sum.failed == 0)
}

fn choose(words: &[String]) -> Result<Vec<&'static Part>, XtaskError> {
    if words.is_empty() {
        return Ok(PARTS.iter().collect());
    }
    let parts = || PARTS.iter().chain(&LONG);
    if let Some(word) = words.iter().find(|word| parts().all(|part| part.name != word.as_str())) {
        let names = parts().map(|part| part.name).collect::<Vec<_>>().join(", ");
        return Err(XtaskError::Usage(format!("test has no part `{word}`; it has {names}")));
    }
    Ok(parts().filter(|part| words.iter().any(|word| word == part.name)).collect())
}

fn format(project: &Project) -> Result<Tally, XtaskError> {
    tools::ensure_checkers()?;
    check(cargo(project).args(["fmt", "--all", "--check"]))
}

fn lint(project: &Project) -> Result<Tally, XtaskError> {
    tools::ensure_checkers()?;
    check(cargo(project).args([
        "clippy",
        "--workspace",
        "--exclude",
        "crosslane-web",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn lint_web(project: &Project) -> Result<Tally, XtaskError> {
    tools::ensure_checkers()?;
    tools::ensure_wasm_target()?;
    let target = ["--target", versions::WASM_TARGET];
    check(
        cargo(project)
            .args(["clippy", "--package", "crosslane-web"])
            .args(target)
            .args(["--", "-D", "warnings"]),
    )
}

fn native(project: &Project) -> Result<Tally, XtaskError> {
    let mut command = cargo(project);
    command.args(["test", "--no-fail-fast", "--workspace"]);
    for package in IN_BROWSERS {
        command.args(["--exclude", package]);
    }
    tests(&mut command)
}

/// Thousands of cases: the code is worth compiling well, with its checks.
fn slow(project: &Project) -> Result<Tally, XtaskError> {
    let mut command = cargo(project);
    command.env("CROSSLANE_CASES", LONG_RUN).args(["test", "--profile", "slow", "--no-fail-fast"]);
    command.args(["--config", "profile.slow.inherits=\"dev\"", "--config", "profile.slow.opt-level=2"]);
    for package in WITH_PROPERTIES {
        command.args(["--package", package]);
    }
    tests(&mut command)
}

fn release_build(project: &Project) -> Result<Tally, XtaskError> {
    build::build(project).map(|()| one(true))
}

fn first_load(project: &Project) -> Result<Tally, XtaskError> {
    Ok(one(size::print(&project.dist())?))
}

fn browser(project: &Project) -> Result<Tally, XtaskError> {
    tests(&mut in_browsers(project)?)
}

/// An hour and more: so it is only run when named, on what was built last.
fn hand(project: &Project) -> Result<Tally, XtaskError> {
    let mut command = in_browsers(project)?;
    tests(command.args(["--test", "browser", "hand::"]).env("CROSSLANE_HAND_ACTIONS", LONG_HAND))
}

/// The tests in browsers, told where everything is.
fn in_browsers(project: &Project) -> Result<Command, XtaskError> {
    let mut command = cargo(project);
    command.args(["test", "--no-fail-fast", "--package", drive::PACKAGE]);
    BrowserTools::ensure()?.tell(&mut command, &project.dist());
    FirefoxTools::ensure()?.tell(&mut command);
    Ok(command)
}

fn cargo(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project.root());
    command
}

/// One check that a program makes: it passes where the program succeeds.
fn check(command: &mut Command) -> Result<Tally, XtaskError> {
    process::run(command).map(|()| one(true))
}

fn one(passed: bool) -> Tally {
    let mut tally = Tally::default();
    tally.count(passed);
    tally
}

/// The tests of a `cargo test`; one failure more where it failed without a failed test, as when nothing compiles.
fn tests(command: &mut Command) -> Result<Tally, XtaskError> {
    let mut tally = Tally::default();
    let status = process::follow(command, |line| tally.read(line))?;
    if !status.success() && tally.failed == 0 {
        tally.count(false);
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use std::process::Command;

    use super::{PARTS, choose, tests};

    #[test]
    fn parts_run_in_their_own_order_and_a_mistyped_one_is_told() {
        let names = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            choose(&words).map(|parts| parts.iter().map(|part| part.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&[]).unwrap().len(), PARTS.len());
        assert_eq!(names(&["browser", "format"]).unwrap(), ["format", "browser"]);
        assert_eq!(names(&["hand", "slow"]).unwrap(), ["slow", "hand"], "only when named");
        let message = names(&["brwser"]).unwrap_err().to_string();
        assert!(message.starts_with("test has no part `brwser`; it has format,"), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn a_test_program_that_dies_without_a_count_is_a_failure() {
        let tally = tests(Command::new("sh").args(["-c", "exit 101"])).unwrap();
        assert_eq!((tally.passed, tally.failed), (0, 1));
        let script = "echo 'test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured'; exit 101";
        let tally = tests(Command::new("sh").args(["-c", script])).unwrap();
        assert_eq!((tally.passed, tally.failed), (1, 2));
    }
}
