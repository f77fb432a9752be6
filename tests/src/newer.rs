//! The worker that keeps the app, and another build of it that takes its place.

use std::path::{Path, PathBuf};

use crate::App;
use crate::place::dist;

impl App {
    /// Waits until the worker has every file, and serves the page.
    pub async fn wait_until_kept(&self) {
        self.script_with_answer("navigator.serviceWorker.ready.then(arguments[0])", vec![]).await;
        self.wait_for_script(
            "the page is served by its worker",
            "return !!navigator.serviceWorker.controller",
        )
        .await;
    }

    /// Another build of the same app: its parts are elsewhere, and nothing of the first build is left.
    pub async fn second_build(&self) -> PathBuf {
        let folder = self.own_folder("second");
        copy_folder(&dist(), &folder);
        let parts = std::fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.file_name());
        let parts =
            parts.filter_map(|name| name.into_string().ok()).find(|name| name.starts_with("app-")).unwrap();
        std::fs::rename(folder.join(&parts), folder.join("app-second")).unwrap();
        let page = std::fs::read_to_string(folder.join("index.html")).unwrap();
        let worker = std::fs::read_to_string(folder.join("worker.js")).unwrap();
        let newer = page.replace(&parts, "app-second").replace("<html ", "<html data-build=second ");
        let worker = worker
            .replace(&parts, "app-second")
            .replace(&self.digest(&page).await, &self.digest(&newer).await)
            .replace("const VERSION = \"", "const VERSION = \"second-");
        assert!(worker.contains("second-") && worker.contains("app-second") && newer.contains("data-build"));
        std::fs::write(folder.join("index.html"), newer).unwrap();
        std::fs::write(folder.join("worker.js"), worker).unwrap();
        folder
    }

    /// Has the browser ask whether there is a newer version, as it does itself when the page is opened again.
    pub async fn ask_for_newer(&self) {
        let script = "navigator.serviceWorker.ready.then(it => it.update()).then(() => arguments[0](true))";
        self.script_with_answer(script, vec![]).await;
    }

    /// The digest by which the worker knows a file, as the browser makes it.
    async fn digest(&self, text: &str) -> String {
        let script = "crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0])) \
            .then(digest => arguments[1](btoa(String.fromCharCode(...new Uint8Array(digest)))))";
        self.script_with_answer(script, vec![text.into()]).await.as_str().unwrap().to_owned()
    }
}

/// Copies a folder with all it holds.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}
