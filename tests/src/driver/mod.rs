//! The drivers of the browsers: one is started for each browser.

mod chromium;
mod firefox;
mod profile;

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use thirtyfour::WebDriver;

use crate::place;
pub use profile::Profile;

/// A browser that tests can run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, which also answers questions that no other browser does.
    Chromium,
    /// Firefox, by what every browser's driver can do.
    Firefox,
}

/// What is asked of a browser when it starts.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    /// Whether the person's system prefers dark pages.
    pub dark: bool,
    /// Whether the browser writes down what its main thread does.
    pub trace: bool,
}

/// How often a driver is started until it has a port.
const STARTS: usize = 5;

/// A driver process; it ends when dropped.
pub struct Driver {
    process: Child,
    browser: Browser,
    port: u16,
    said: Said,
}

/// Lines that the driver and its browser printed, as far as nobody has taken them yet.
type Said = Arc<Mutex<Vec<String>>>;

impl Driver {
    /// Starts the driver on a free port. One that ends before it has a port is started again.
    pub fn start(browser: Browser) -> Self {
        (0..STARTS).find_map(|_| Self::try_start(browser)).expect("a driver says which port it is on")
    }

    fn try_start(browser: Browser) -> Option<Self> {
        let mut command = match browser {
            Browser::Chromium => chromium::command(),
            Browser::Firefox => firefox::command(),
        };
        // The clock of the tests is the same everywhere.
        command.env("TZ", "UTC").stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap_or_else(|error| {
            panic!("{} does not start: {error}", command.get_program().to_string_lossy())
        });
        let mut printed = BufReader::new(process.stdout.take().expect("its output is ours"));
        let errors = process.stderr.take().expect("its errors are ours");
        let Some(port) = port(browser, &mut printed) else {
            let _ = process.wait();
            return None;
        };
        // A driver whose words nobody takes would stop in the middle of one.
        let said = Said::default();
        listen(browser, printed, &said);
        listen(browser, errors, &said);
        Some(Self { process, browser, port, said })
    }

    /// Starts a browser with a profile of its own.
    pub async fn browser(&self, profile: &Profile, wishes: Wishes) -> WebDriver {
        let capabilities = match self.browser {
            Browser::Chromium => chromium::capabilities(profile, wishes),
            Browser::Firefox => firefox::capabilities(profile, wishes),
        };
        let capabilities = capabilities.expect("the capabilities can be written");
        let address = format!("http://127.0.0.1:{}", self.port);
        WebDriver::new(address, capabilities)
            .await
            .unwrap_or_else(|error| panic!("{:?} does not start: {error}", self.browser))
    }

    /// The lines that Firefox printed since the last look: errors in pages are among them.
    pub fn said(&self) -> Vec<String> {
        std::mem::take(&mut self.said.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in the first line that names one.
fn port(browser: Browser, printed: &mut impl BufRead) -> Option<u16> {
    let before = match browser {
        Browser::Chromium => chromium::BEFORE_PORT,
        Browser::Firefox => firefox::BEFORE_PORT,
    };
    printed.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once(before)?;
        port.trim_end_matches('.').parse().ok()
    })
}

/// Takes the lines of one output until it ends. Chromium has a log that can be asked, so of it nothing is kept.
fn listen(browser: Browser, output: impl Read + Send + 'static, said: &Said) {
    let said = Arc::clone(said);
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            if browser == Browser::Firefox {
                let line = String::from_utf8_lossy(&line).into_owned();
                said.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        }
    });
}

/// The program of a driver.
fn program(browser: Browser) -> Command {
    Command::new(match browser {
        Browser::Chromium => place::chromedriver(),
        Browser::Firefox => place::geckodriver(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Browser, port};

    #[test]
    fn each_driver_says_which_port_it_is_on() {
        let chromium =
            "Starting ChromeDriver 156\nChromeDriver was started successfully on port 41234.\nmore\n";
        assert_eq!(port(Browser::Chromium, &mut chromium.as_bytes()), Some(41234));
        let firefox = "1764550000000\tgeckodriver\tINFO\tListening on 127.0.0.1:40001\n";
        assert_eq!(port(Browser::Firefox, &mut firefox.as_bytes()), Some(40001));
        assert_eq!(port(Browser::Firefox, &mut "geckodriver: error: Address in use\n".as_bytes()), None);
    }
}
