//! Everything that can stop a command, each with what to do about it where that is known.

use std::path::PathBuf;

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum XtaskError {
    /// The words after `cargo xtask` make no command.
    #[error("{0}")]
    Usage(String),
    /// A program exists but could not be started.
    #[error("could not start `{program}`: {source}")]
    Start {
        /// The program.
        program: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A program ran and reported failure.
    #[error("`{command}` failed ({status})")]
    Failed {
        /// The program with its arguments.
        command: String,
        /// How it ended.
        status: std::process::ExitStatus,
    },
    /// A file or folder could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A tool is missing and cannot be installed from here.
    #[error("{tool} is missing: {mend}, then run this again")]
    ToolMissing {
        /// The tool, as a person would call it.
        tool: String,
        /// What the reader should do, without the final stop.
        mend: String,
    },
    /// `Cargo.lock` does not name a package that a tool's version comes from.
    #[error("Cargo.lock names no version of `{0}`")]
    NotInLock(&'static str),
    /// The program could not be split into its parts.
    #[error("the program could not be split into its parts: {0}")]
    Split(String),
    /// The built app could not be given its worker.
    #[error("the app cannot be kept for use without a connection: {0}")]
    Worker(String),
    /// The built page cannot be given its policy.
    #[error("dist/index.html: {0}")]
    Page(#[from] crate::policy::PageError),
}

impl XtaskError {
    /// Wraps a failure to read or write `path`.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
