//! Writing to standard output.

use std::io::{self, Write as _};
use std::path::Path;

use crate::error::{Failure, Problem};

/// Writes a text to standard output. A reader that has seen enough and closed it is no failure.
///
/// # Errors
/// Where it cannot be written, such as to a full disk.
pub fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Writes bytes to standard output, under the same terms.
///
/// # Errors
/// As [`print`].
pub fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| Problem::Write(error).of(Path::new("-"))),
    }
}
