//! Programs that the system's own packages hold, of any version.

use std::path::{Path, PathBuf};

use super::Host;
use crate::error::XtaskError;
use crate::process;

/// A program from the system's packages.
pub struct SystemTool {
    /// What a person calls it.
    pub name: &'static str,
    /// The names it goes by, best first.
    pub programs: &'static [&'static str],
    /// The packages of Debian and its like.
    pub apt: &'static [&'static str],
    /// What to give to `brew install`.
    pub brew: &'static str,
}

impl SystemTool {
    /// Where the program is, after installing it where it was missing and we may.
    ///
    /// # Errors
    /// When it is missing and the system's packages cannot be installed by us.
    pub fn ensure(&self, host: &Host) -> Result<PathBuf, XtaskError> {
        if let Some(path) = self.find(host) {
            return Ok(path);
        }
        let apt = host.find("apt-get").filter(|_| is_root(host)).ok_or_else(|| self.missing(host))?;
        println!("Installing {}: {}", self.name, self.apt.join(" "));
        self.install(host, &apt).map_err(|_| self.missing(host))?;
        self.find(host).ok_or_else(|| self.missing(host))
    }

    fn find(&self, host: &Host) -> Option<PathBuf> {
        self.programs.iter().find_map(|program| host.find(program))
    }

    fn install(&self, host: &Host, apt: &Path) -> Result<(), XtaskError> {
        if !host.lists_are_fresh.replace(true) {
            process::run(host.command(apt).args(["update", "--quiet", "--quiet"]))?;
        }
        let mut command = host.command(apt);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command.args(["install", "--yes", "--quiet", "--quiet", "--no-install-recommends"]).args(self.apt);
        process::run(&mut command)
    }

    fn missing(&self, host: &Host) -> XtaskError {
        let mend = if host.find("apt-get").is_some() {
            format!("run `sudo apt-get install {}`", self.apt.join(" "))
        } else if host.find("brew").is_some() {
            format!("run `brew install {}`", self.brew)
        } else {
            format!("install it and put `{}` on the PATH", self.programs.first().unwrap_or(&self.name))
        };
        XtaskError::ToolMissing { tool: self.name.to_owned(), mend }
    }
}

fn is_root(host: &Host) -> bool {
    host.ask("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::super::NPM;
    use super::super::host::fake::FakeHost;

    #[test]
    fn root_gets_the_packages_after_one_update() {
        let fake = FakeHost::new("apt");
        let program = fake.folder("bin").join("npm");
        let write = format!("case $1 in install) : > {};; esac", program.display());
        fake.program("bin", "apt-get", &format!("echo \"$@\" >> {}; {write}", fake.log().display()));
        fake.program("bin", "id", "echo 0");
        assert_eq!(NPM.ensure(&fake.host).unwrap(), program);
        assert_eq!(
            fake.logged(),
            "update --quiet --quiet\ninstall --yes --quiet --quiet --no-install-recommends nodejs npm\n"
        );
    }

    #[test]
    fn others_are_told_the_command_for_their_system() {
        let fake = FakeHost::new("user");
        fake.program("bin", "id", "echo 1000");
        let message = || NPM.ensure(&fake.host).unwrap_err().to_string();
        let tail = "then run this again";
        assert_eq!(
            message(),
            format!("npm (Node.js) is missing: install it and put `npm` on the PATH, {tail}")
        );
        fake.program("bin", "brew", "exit 1");
        assert_eq!(message(), format!("npm (Node.js) is missing: run `brew install node`, {tail}"));
        fake.program("bin", "apt-get", "exit 1");
        assert_eq!(
            message(),
            format!("npm (Node.js) is missing: run `sudo apt-get install nodejs npm`, {tail}")
        );
    }
}
