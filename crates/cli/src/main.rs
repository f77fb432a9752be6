//! The `crosslane` command line program.

fn main() {}
