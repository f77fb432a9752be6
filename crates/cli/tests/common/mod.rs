//! Running the program as a person would.
#![allow(clippy::unwrap_used, dead_code, reason = "a test may stop at the first surprise, and uses its part")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What the program did.
pub struct Run {
    /// Its exit code.
    pub code: i32,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

impl Run {
    /// The standard output, which must be one line of JSON.
    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.out.matches('\n').count(), 1, "{}", self.out);
        serde_json::from_str(&self.out).unwrap()
    }
}

/// The program with these arguments.
pub fn crosslane(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosslane"));
    command.args(args).current_dir(env!("CARGO_TARGET_TMPDIR"));
    command
}

/// Runs the program with this standard input.
pub fn run_with(args: &[&str], input: &[u8]) -> Run {
    let mut command = crosslane(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The program may refuse before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs the program.
pub fn run(args: &[&str]) -> Run {
    run_with(args, b"")
}

/// Writes a file of this name for one test, and returns its path.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A workspace whose one journey has a backstage touchpoint without an owner: one error, one open check.
pub const UNOWNED: &str = r#"{
  "format": "crosslane", "version": 1, "title": "Home insurance",
  "departments": {"sales": {"name": "Sales"}}, "department_order": ["sales"],
  "journey_order": ["j1"],
  "journeys": {"j1": {
    "title": "Claim", "phase_order": ["p1"],
    "phases": {"p1": {"name": "Ask", "touchpoints": ["t1", "t2", "t3"]}},
    "touchpoints": {
      "t1": {"name": "Call", "owner": "sales"},
      "t2": {"name": "Assess", "stage": "backstage"},
      "t3": {"name": "Letter"}}}}}"#;

/// A workspace with nothing to flag.
pub const EMPTY: &str = r#"{"format": "crosslane", "version": 1}"#;
