//! The machine we are on: where its programs are and where ours are installed.

use std::cell::Cell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;

/// Where to look for programs, and what may be installed.
pub struct Host {
    /// The folders that programs are looked for in, best first.
    pub path: Vec<PathBuf>,
    /// The folder of the tools that Crosslane installs for itself: kept outside the checkout, shared by all of them.
    pub tools: PathBuf,
    /// Whether the list of system packages was fetched in this run.
    pub lists_are_fresh: Cell<bool>,
}

impl Host {
    /// This machine. `CROSSLANE_TOOLS` names another folder for the tools than the one in cargo's home.
    pub fn here() -> Self {
        let cargo_home = std::env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from);
        let tools = std::env::var_os("CROSSLANE_TOOLS")
            .map_or_else(|| cargo_home.join("crosslane-tools"), PathBuf::from);
        let mut path: Vec<PathBuf> =
            std::env::var_os("PATH").iter().flat_map(std::env::split_paths).collect();
        path.push(cargo_home.join("bin"));
        path.push(tools.join("bin"));
        Self { path, tools, lists_are_fresh: Cell::new(false) }
    }

    /// Every program of that name, best first.
    pub fn find_all(&self, program: &str) -> Vec<PathBuf> {
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        self.path.iter().map(|folder| folder.join(&file)).filter(|path| path.is_file()).collect()
    }

    /// The program of that name that would run.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        self.find_all(program).into_iter().next()
    }

    /// A command that finds the programs this host finds.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", self.joined_path());
        command
    }

    /// What the program of that name prints, or nothing where it is missing or fails.
    pub fn ask(&self, program: &str, words: &[&str]) -> Option<String> {
        process::output(self.command(&self.find(program)?).args(words))
    }

    /// Puts the folder of `program` first, so that others find this one.
    pub fn prefer(&mut self, program: &Path) {
        if let Some(folder) = program.parent() {
            self.path.insert(0, folder.to_path_buf());
        }
    }

    fn joined_path(&self) -> OsString {
        // A folder that holds the separator cannot be said in PATH, and came from nowhere but PATH itself.
        std::env::join_paths(&self.path).unwrap_or_default()
    }
}

fn home() -> PathBuf {
    std::env::home_dir().unwrap_or_default()
}

/// A machine made up for one test: its programs are shell scripts.
#[cfg(all(test, unix))]
pub mod fake {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use std::cell::Cell;
    use std::fs;
    use std::path::PathBuf;
    use std::process::Command;

    use super::Host;

    pub struct FakeHost {
        pub host: Host,
        root: PathBuf,
    }

    impl FakeHost {
        /// A machine whose programs are looked for in `bin`, then `tools/bin`.
        pub fn new(name: &str) -> Self {
            let root = std::env::temp_dir().join(format!("crosslane-host-{name}-{}", std::process::id()));
            let tools = root.join("tools");
            let path = vec![root.join("bin"), tools.join("bin")];
            for folder in &path {
                fs::create_dir_all(folder).unwrap();
            }
            Self { host: Host { path, tools, lists_are_fresh: Cell::new(false) }, root }
        }

        pub fn folder(&self, name: &str) -> PathBuf {
            self.root.join(name)
        }

        /// Puts a program in place that does what `script` says.
        pub fn program(&self, folder: &str, name: &str, script: &str) {
            let path = self.folder(folder).join(name);
            // The scripts themselves use the programs of the real machine.
            let text = format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n");
            // Written by another process: a file that this one has open, a child of another test may hold open too,
            // and what is open for writing cannot be run.
            let write = "printf '%s' \"$1\" > \"$0\" && chmod +x \"$0\"";
            assert!(Command::new("sh").arg("-c").arg(write).arg(path).arg(text).status().unwrap().success());
        }

        /// The file that scripts may write what they were called with to.
        pub fn log(&self) -> PathBuf {
            self.folder("log")
        }

        pub fn logged(&self) -> String {
            fs::read_to_string(self.log()).unwrap()
        }
    }

    impl Drop for FakeHost {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.root);
        }
    }
}
