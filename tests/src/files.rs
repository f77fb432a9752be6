//! Files on their way in and out: dropped, chosen, pasted, downloaded.

use serde_json::json;

use crate::App;
use crate::driver::Browser;

/// Makes a `DataTransfer` with one file out of a name, a type and a text.
const TRANSFER: &str = "const transfer = new DataTransfer(); \
    transfer.items.add(new File([arguments[2]], arguments[0], { type: arguments[1] }));";

impl App {
    /// Drops a file onto the middle of the element that a CSS selector finds.
    pub async fn drop_file(&self, css: &str, name: &str, media_type: &str, text: &str) {
        let script = format!(
            "{TRANSFER} const target = document.querySelector(arguments[3]); \
             const box = target.getBoundingClientRect(); \
             for (const kind of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, {{ \
               bubbles: true, cancelable: true, dataTransfer: transfer, \
               clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }}))"
        );
        self.wait_for_css(css).await;
        self.script(&script, vec![json!(name), json!(media_type), json!(text), json!(css)]).await;
    }

    /// Drops a file of any bytes.
    pub async fn drop_bytes(&self, css: &str, name: &str, bytes: &[u8]) {
        let script = "const [name, bytes, css] = arguments; const transfer = new DataTransfer(); \
             transfer.items.add(new File([new Uint8Array(bytes)], name)); \
             for (const kind of ['dragover', 'drop']) document.querySelector(css).dispatchEvent(new DragEvent(kind, \
               { bubbles: true, cancelable: true, dataTransfer: transfer }))";
        self.wait_for_css(css).await;
        self.script(script, vec![json!(name), json!(bytes), json!(css)]).await;
    }

    /// Chooses a file in the `input` that a CSS selector finds, as its file dialog would.
    pub async fn choose_file(&self, css: &str, name: &str, media_type: &str, text: &str) {
        let script = format!(
            "{TRANSFER} const input = document.querySelector(arguments[3]); input.files = transfer.files; \
             for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, {{ bubbles: true }}))"
        );
        self.wait_for_css(css).await;
        self.script(&script, vec![json!(name), json!(media_type), json!(text), json!(css)]).await;
    }

    /// Pastes a text into whatever has the focus. A field takes it where the app leaves the paste to it.
    pub async fn paste(&self, text: &str) {
        let script = "const transfer = new DataTransfer(); transfer.setData('text/plain', arguments[0]); \
            const target = document.activeElement ?? document.body; \
            const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer }); \
            if (target.dispatchEvent(paste)) document.execCommand('insertText', false, arguments[0])";
        self.script(script, vec![json!(text)]).await;
    }

    /// What is on the clipboard, as plain text and as a page.
    pub async fn clipboard(&self) -> [String; 2] {
        // Firefox is told at its start that scripts may read.
        if self.settings.browser == Browser::Chromium {
            let origin = self.script("return location.origin", vec![]).await;
            let permissions = json!(["clipboardReadWrite", "clipboardSanitizedWrite"]);
            let granted = json!({ "origin": origin, "permissions": permissions });
            self.cdp("Browser.grantPermissions", granted).await;
        }
        let script = "(async done => { const [item] = await navigator.clipboard.read(); \
            const read = async type => item.types.includes(type) ? await (await item.getType(type)).text() : ''; \
            done([await read('text/plain'), await read('text/html')]) })(arguments[0])";
        let texts = self.script_with_answer(script, vec![]).await;
        [0, 1].map(|at| texts[at].as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a download has ended; gives the name and bytes of the file, and takes it away.
    pub async fn download(&self) -> (String, Vec<u8>) {
        self.wait_until("a file is downloaded", async || {
            let folder = std::fs::read_dir(self.profile.downloads()).ok()?;
            let file = folder.flatten().map(|entry| entry.path()).find(|path| {
                // Browsers write under other names until the file is whole.
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                !name.starts_with('.') && !name.ends_with(".crdownload") && !name.ends_with(".part")
            })?;
            // Its own name is taken by an empty file before that.
            let bytes = std::fs::read(&file).ok().filter(|bytes| !bytes.is_empty())?;
            std::fs::remove_file(&file).ok()?;
            Some((file.file_name()?.to_string_lossy().into_owned(), bytes))
        })
        .await
    }
}
