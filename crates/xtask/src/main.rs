//! What developers and CI run: `cargo xtask serve|build|test|size|screenshots|bench`.

use std::process::ExitCode;

mod build;
mod drive;
mod error;
mod offline;
mod parts;
mod policy;
mod process;
mod project;
mod sheets;
mod size;
mod styles;
mod suite;
mod tally;
mod tools;

use error::XtaskError;
use project::Project;

const USAGE: &str = "\
cargo xtask COMMAND

  serve         install what is missing and serve the app on http://127.0.0.1:8080, rebuilt on every change
  build         make dist/: the whole app, for any path of any static host
  test [PART…]  install what is missing and run every check; PART is any of
                format, lint, lint-web, native, build, size, browser; only when named: slow, 10,000 cases of each
                property of merging, and hand, 50,000 random actions in Chromium and as many in Firefox
  size          print what the first load of dist/ weighs, brotli -q 11
  screenshots [SCENE…]
                write a PNG of every scene in light and dark, wide and narrow, into target/screenshots/
  bench [core|browser]
                run the benchmarks: the core natively, the app in Chromium beside Mermaid";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; `false` says that it ran to its end and found something wrong.
fn run(words: &[String]) -> Result<bool, XtaskError> {
    let (command, rest) =
        words.split_first().map_or(("help", &[][..]), |(first, rest)| (first.as_str(), rest));
    let project = Project::here();
    match command {
        "serve" => build::serve(&project, rest).map(|()| true),
        "build" => build::build(&project).map(|()| true),
        "test" => suite::run(&project, rest),
        "size" => size::print(&project.dist()),
        "screenshots" => drive::screenshots(&project, rest).map(|()| true),
        "bench" => drive::bench(&project, rest).map(|()| true),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(true)
        }
        other => Err(XtaskError::Usage(format!("there is no command `{other}`\n\n{USAGE}"))),
    }
}
