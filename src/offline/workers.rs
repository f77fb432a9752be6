//! The browser's service workers, as far as they are needed here.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

use crate::reactive::prelude::window;

#[wasm_bindgen]
extern "C" {
    /// `ServiceWorkerContainer`.
    #[wasm_bindgen(extends = web_sys::EventTarget)]
    pub type Workers;
    /// The worker this page is served by.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &Workers) -> Option<Worker>;
    /// A [`Registration`], as soon as there is one with a worker at work.
    #[wasm_bindgen(method, getter)]
    pub fn ready(this: &Workers) -> Promise;

    /// `ServiceWorkerRegistration`.
    #[derive(Clone)]
    #[wasm_bindgen(extends = web_sys::EventTarget)]
    pub type Registration;
    /// The worker that is getting its files.
    #[wasm_bindgen(method, getter)]
    pub fn installing(this: &Registration) -> Option<Worker>;
    /// The worker of a newer version, which has all of its files and waits.
    #[wasm_bindgen(method, getter)]
    pub fn waiting(this: &Registration) -> Option<Worker>;

    /// `ServiceWorker`.
    #[wasm_bindgen(extends = web_sys::EventTarget)]
    pub type Worker;
    /// Tells it something; the words are those of `start/worker.js`.
    #[wasm_bindgen(method, js_name = postMessage)]
    pub fn tell(this: &Worker, word: &str);
}

impl Workers {
    /// Those of this page; `None` where the browser gives it none.
    pub fn here() -> Option<Self> {
        let workers = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
        (!workers.is_undefined()).then(|| workers.unchecked_into())
    }
}
