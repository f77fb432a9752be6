//! Writing to standard output, to standard error and to files. Nothing else of the program does, so that no name of a file
//! can steer the terminal it is shown in.
#![allow(clippy::disallowed_methods, reason = "here is where both are written")]

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use crate::error::{Failure, Problem};
use crate::visible;

/// Writes a text for people to standard output. A reader that has seen enough and closed it is no failure.
///
/// # Errors
/// Where it cannot be written, such as to a full disk.
pub fn print(text: &str) -> Result<(), Failure> {
    write(visible::lines(text).as_bytes())
}

/// Writes JSON to standard output, under the same terms.
///
/// # Errors
/// As [`print`].
pub fn print_json(text: &str) -> Result<(), Failure> {
    write(visible::json(text).as_bytes())
}

/// Writes a file to standard output, byte for byte unless a person looks on; under the same terms.
///
/// # Errors
/// As [`print`].
pub fn print_file(bytes: &[u8]) -> Result<(), Failure> {
    if io::stdout().is_terminal() { print(&String::from_utf8_lossy(bytes)) } else { write(bytes) }
}

/// Says on standard error what would be printed, were standard output not taken. Where nobody reads it there is nobody to
/// tell.
pub fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(visible::lines(text).as_bytes());
}

fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| Problem::Write(error).of(Path::new("-"))),
    }
}

/// Writes a file. One that is there is replaced only once the new one is whole, so that a full disk
/// loses nothing.
///
/// # Errors
/// Where it cannot be written.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    save_whole(path, bytes).map_err(|error| Problem::Write(error).of(path))
}

fn save_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Behind a link, the file it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    // A device or pipe cannot be replaced; what is missing or a file can.
    if fs::metadata(&target).is_ok_and(|metadata| !metadata.is_file()) {
        return fs::write(&target, bytes);
    }
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part: PathBuf = target.with_file_name(name);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, &target));
    if written.is_err() {
        // What is left of the attempt is of no use; that it may not go away is told by the first error.
        let _ = fs::remove_file(&part);
    }
    written
}
