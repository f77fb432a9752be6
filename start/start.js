// Starts the app, and stands in for it where it cannot run: nothing here depends on WebAssembly.
"use strict";

(() => {
  const failure = document.getElementById("failure");
  const restarted = document.getElementById("restarted");
  // Written when building: where the app's script and WebAssembly are, relative to this page, and its worker.
  const parts = document.getElementById("app-parts").dataset;

  /** What the app had on the screen and could not store, as a file; null where everything is stored. */
  let unsaved = null;

  /** Shows the failure screen in place of everything else; the first failure is the one to report. */
  const fail = (kind, reason) => {
    if (!failure.hidden) return;
    document.getElementById("failure-details").textContent = describe(reason);
    document.getElementById("failure-download").hidden = !somethingIsStored();
    document.getElementById("failure-unsaved").hidden = unsaved === null;
    for (const element of document.body.children) {
      if (element !== failure) element.hidden = element.inert = true;
    }
    failure.dataset.kind = kind;
    failure.hidden = false;
    document.getElementById("failure-title").focus();
  };

  const describe = (reason) => {
    const what = String(reason);
    // Only some browsers repeat the message in the stack.
    const stack = reason?.stack ?? "";
    return [stack.includes(what) ? stack : `${what}\n${stack}`, navigator.userAgent].join("\n");
  };

  /** Everything this page keeps in the browser as one JSON object, key by key as stored. */
  const stored = () => JSON.stringify(Object.fromEntries(Object.entries(localStorage)), null, 2);

  const download = (name, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `crosslane-${name}-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
  };

  const somethingIsStored = () => {
    try {
      return localStorage.length > 0;
    } catch {
      return false;
    }
  };

  document.getElementById("failure-reload").addEventListener("click", () => location.reload());
  document.getElementById("failure-download").addEventListener("click", () => download("storage", stored()));
  document.getElementById("failure-unsaved").addEventListener("click", () => download("unsaved", unsaved));

  const STOPS = "crosslane-stops";
  const MINUTE = 60_000;
  /** After so many restarts within a minute the failure screen stands instead: another restart would not help. */
  const RESTARTS = 2;
  let stopped = false;

  /**
   * The app has stopped. It starts again in the same place, since all of it is stored: the address, and what was done up
   * to the last key. Where something is not stored, or it stopped too often, the failure screen is shown.
   */
  const crash = (reason) => {
    if (stopped) return;
    stopped = true;
    // What has stopped can still be asked to save, and to take over what is being typed. Should that fail too, it is the
    // browser that notes it.
    dispatchEvent(new Event("crosslane-stopping"));
    if (unsaved !== null || !remember(reason)) {
      fail(unsaved === null ? "crash" : "unsaved", reason);
      return;
    }
    // What has stopped is asked nothing any more: neither to save, nor whether the page may go.
    for (const type of ["beforeunload", "pagehide", "visibilitychange", "blur", "storage"]) {
      addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    }
    setTimeout(() => location.reload());
  };

  /** The stops that this tab remembers, the last one at the end. */
  const remembered = () => JSON.parse(sessionStorage.getItem(STOPS) ?? "[]");

  /** Remembers a stop for the next start of this tab; false where there were too many, or nothing can be remembered. */
  const remember = (reason) => {
    try {
      const recent = remembered().filter(({ at }) => Date.now() - at < MINUTE);
      const stops = [...recent, { at: Date.now(), details: describe(reason), told: false }];
      sessionStorage.setItem(STOPS, JSON.stringify(stops));
      return recent.length < RESTARTS;
    } catch {
      return false;
    }
  };

  /** Says in a line that the app has started again, where it has. */
  const tellRestart = () => {
    try {
      const stops = remembered();
      const last = stops.at(-1);
      if (!last || last.told) return;
      last.told = true;
      sessionStorage.setItem(STOPS, JSON.stringify(stops));
      document.getElementById("restarted-details").textContent = last.details;
      restarted.hidden = false;
    } catch {
      // What cannot be read is not told.
    }
  };

  document.getElementById("restarted-close").addEventListener("click", () => (restarted.hidden = true));
  document.getElementById("restarted-copy").addEventListener("click", () => {
    // Where nothing may be copied, the details can be marked and copied by hand.
    navigator.clipboard?.writeText(document.getElementById("restarted-details").textContent).catch(() => {});
  });

  const isTrap = (reason) => reason instanceof WebAssembly.RuntimeError;
  // Something thrown through WebAssembly leaves whatever was under way there half done, as a trap does. A script that
  // has nothing to do with the app does not end it.
  const passedThroughApp = (reason) => /wasm/.test(reason?.stack);

  // The app may say more than the trap does: its panic hook dispatches the message, and when it is asked to save, it gives
  // what cannot be stored.
  addEventListener("crosslane-unsaved", (event) => (unsaved = event.detail));
  addEventListener("crosslane-failed", (event) => crash(event.detail));
  addEventListener("error", ({ error }) => {
    if (isTrap(error) || passedThroughApp(error)) crash(error);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isTrap(reason)) crash(reason);
  });

  const start = async () => {
    const preload = document.querySelector('link[rel="preload"][type="application/wasm"]');
    const wasm = fetch(parts.wasm, { integrity: preload?.integrity ?? "" }).then(
      (response) => {
        if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
        return response;
      },
      (reason) => {
        throw new Error(`${parts.wasm}: ${reason.message}`);
      },
    );
    const app = await import(new URL(parts.script, document.baseURI).href);
    await app.default({ module_or_path: wasm });
    document.getElementById("boot").remove();
    tellRestart();
  };

  let modules = 0;
  /**
   * Loads the module that reads and writes workbooks (`src/sheets`): another one each time, so that one which stopped half
   * way is never used again.
   */
  globalThis.crosslaneSheets = async () => {
    if (!parts.sheets) throw new Error("this page was built without workbooks");
    const address = new URL(parts.sheets, document.baseURI).href;
    modules += 1;
    const module = await import(`${address}?${modules}`);
    await module.default({ module_or_path: address.replace(/\.js$/, "_bg.wasm") });
    return module;
  };

  /**
   * Keeps the file that a workspace is saved to beyond this page, gets it again or forgets it (`src/files/handle.rs`): what
   * the browser hands out for one can be kept in a database alone.
   */
  globalThis.crosslaneFiles = (act, id, file) =>
    new Promise((resolve, reject) => {
      const open = indexedDB.open("crosslane", 1);
      open.onupgradeneeded = () => open.result.createObjectStore("files");
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        try {
          const files = open.result.transaction("files", "readwrite").objectStore("files");
          const asked = act === "put" ? files.put(file, id) : files[act](id);
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        } catch (reason) {
          reject(reason);
        }
      };
    });

  const HOUR = 3_600_000;

  /**
   * Has the app kept for use without a connection, and asks for a newer version now and then. Nothing is taken by
   * itself: `src/offline` tells the person. A page that is being worked on names no worker.
   */
  const keep = async () => {
    const workers = navigator.serviceWorker;
    if (!parts.worker || !workers) return;
    workers.controller?.postMessage("started");
    const registration = await workers.register(parts.worker, { updateViaCache: "none" });
    let asked = Date.now();
    addEventListener("visibilitychange", () => {
      if (document.hidden || Date.now() - asked < HOUR) return;
      asked = Date.now();
      registration.update().catch(() => {});
    });
  };

  if (typeof WebAssembly !== "object") {
    fail("unsupported", "WebAssembly is missing");
  } else {
    start().then(
      // Where the browser keeps nothing, the app works as long as there is a connection.
      () => keep().catch(() => {}),
      (reason) => (isTrap(reason) ? crash(reason) : fail("load", reason)),
    );
  }
})();
