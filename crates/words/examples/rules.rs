//! Writes `docs/rules.md` to standard output.

use std::io::Write;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(crosslane_words::guide::rules().as_bytes())
}
