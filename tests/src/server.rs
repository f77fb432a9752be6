//! A static host on this machine: serves the built app under a path, and damages it on request.

use std::io::{BufRead, BufReader, Result, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// The name of the script that runs before everything else of a page.
const BEFORE: &str = "before-every-page.js";

/// Something wrong with the files on the host whose name fits, such as `start-*.js`.
#[derive(Debug, Clone, Copy)]
pub enum Fault {
    /// It is not there.
    Missing(&'static str),
    /// It arrives with its second half missing.
    CutOff(&'static str),
    /// Something else is in its place, or something in a place where nothing was.
    Replaced(&'static str, &'static str),
    /// It does not arrive until the browser gives up waiting.
    Stuck(&'static str),
}

/// Files of a folder under an address.
#[derive(Debug, Clone)]
pub struct Mount {
    /// The path of the address, from `/` to `/`.
    pub at: &'static str,
    /// Where the files are.
    pub folder: PathBuf,
}

/// A running host; it ends when dropped.
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
}

/// What is served, and what is wrong with it.
struct Site {
    mounts: Mutex<Vec<Mount>>,
    faults: Vec<Fault>,
    /// What runs before everything else of a page.
    before: Mutex<Option<String>>,
    /// Whether it hangs up on whoever asks.
    unreachable: AtomicBool,
    ended: AtomicBool,
}

impl Server {
    /// Serves the mounts on a free port of this machine.
    pub fn start(mounts: Vec<Mount>, faults: Vec<Fault>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = listener.local_addr().expect("the port has an address");
        let (unreachable, ended) = (AtomicBool::new(false), AtomicBool::new(false));
        let (mounts, before) = (Mutex::new(mounts), Mutex::default());
        let site = Arc::new(Site { mounts, faults, before, unreachable, ended });
        let served = Arc::clone(&site);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if served.ended.load(Ordering::Relaxed) {
                    return;
                }
                let site = Arc::clone(&served);
                // A browser that hangs up in the middle is no concern of ours.
                thread::spawn(move || site.answer(&stream).ok());
            }
        });
        Self { address, site }
    }

    /// From now on nothing is answered, or everything again.
    pub fn set_unreachable(&self, unreachable: bool) {
        self.site.unreachable.store(unreachable, Ordering::Relaxed);
    }

    /// Puts another folder under an address.
    pub fn mount(&self, mount: Mount) {
        let mut mounts = self.site.mounts.lock().expect("nobody panics while serving");
        mounts.retain(|before| before.at != mount.at);
        mounts.push(mount);
    }

    /// From now on every page runs this script before everything else.
    pub fn set_before(&self, script: &str) {
        *self.site.before.lock().expect("nobody panics while serving") = Some(script.to_owned());
    }

    /// `http://127.0.0.1:PORT`, the origin of everything served.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.site.ended.store(true, Ordering::Relaxed);
        // Wakes the listener, so that it sees the end.
        let _ = TcpStream::connect(self.address);
    }
}

impl Site {
    /// Answers one request and hangs up.
    fn answer(&self, mut stream: &TcpStream) -> Result<()> {
        // A browser opens connections that it may never use.
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut lines = BufReader::new(stream).lines();
        let Some(request) = lines.next().transpose()? else { return Ok(()) };
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        if self.unreachable.load(Ordering::Relaxed) {
            return Ok(());
        }
        let path = request.split(' ').nth(1).unwrap_or("/").split('?').next().unwrap_or("/");
        while self.is_stuck(path) && !self.ended.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(50));
        }
        let (status, kind, body) = match self.body(path) {
            Some(body) => ("200 OK", kind(path), body),
            None => ("404 Not Found", "text/plain", b"not here".to_vec()),
        };
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             Connection: close\r\n\r\n",
            body.len()
        )?;
        stream.write_all(&body)
    }

    fn is_stuck(&self, path: &str) -> bool {
        self.faults.iter().any(|fault| matches!(fault, Fault::Stuck(name) if fits(path, name)))
    }

    /// The bytes at a path, with whatever is wrong with them.
    fn body(&self, path: &str) -> Option<Vec<u8>> {
        let mut body = self.file(path).and_then(|file| std::fs::read(file).ok());
        if let Some(script) = self.before.lock().expect("nobody panics while serving").as_deref() {
            body = match body {
                _ if fits(path, BEFORE) => Some(script.as_bytes().to_vec()),
                Some(page) if path.ends_with('/') => Some(with_before(&page)),
                other => other,
            };
        }
        for fault in &self.faults {
            body = match fault {
                Fault::Missing(name) if fits(path, name) => None,
                Fault::CutOff(name) if fits(path, name) => {
                    body.map(|bytes| bytes[..bytes.len() / 2].to_vec())
                }
                Fault::Replaced(name, text) if fits(path, name) => Some(text.as_bytes().to_vec()),
                _ => body,
            };
        }
        body
    }

    /// The file at a path; a path that ends with `/` means its `index.html`.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let mounts = self.mounts.lock().expect("nobody panics while serving");
        let mount = mounts.iter().find(|mount| path.starts_with(mount.at))?;
        let name = path.strip_prefix(mount.at)?;
        let name = if name.is_empty() { "index.html" } else { name };
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| mount.folder.join(name))
    }
}

/// A page that runs the script before everything else: a file of its own, as the policy of the page asks.
fn with_before(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    page.replacen("<meta charset", &format!("<script src=\"./{BEFORE}\"></script><meta charset"), 1)
        .into_bytes()
}

/// Whether the file at a path has this name; a `*` stands for anything.
fn fits(path: &str, name: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    match name.split_once('*') {
        Some((start, end)) => file.starts_with(start) && file.ends_with(end),
        None => file == name,
    }
}

/// The media type of a file by its name. WebAssembly is compiled while it arrives only under its own type.
fn kind(path: &str) -> &'static str {
    match path.rsplit(['.', '/']).next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "" | "html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}
