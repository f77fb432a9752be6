// Starts the app, and stands in for it where it cannot run: nothing here depends on WebAssembly.
"use strict";

(() => {
  const failure = document.getElementById("failure");
  // Written when building: where the app's script and WebAssembly are, relative to this page, and its worker.
  const parts = document.getElementById("app-parts").dataset;

  /** Shows the failure screen in place of everything else; the first failure is the one to report. */
  const fail = (kind, reason) => {
    if (!failure.hidden) return;
    document.getElementById("failure-details").textContent = describe(reason);
    document.getElementById("failure-download").hidden = !somethingIsStored();
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

  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([stored()], { type: "application/json" }));
    link.download = `crosslane-storage-${new Date().toISOString().slice(0, 10)}.json`;
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
  document.getElementById("failure-download").addEventListener("click", download);

  const isTrap = (reason) => reason instanceof WebAssembly.RuntimeError;
  // Something thrown through WebAssembly leaves whatever was under way there half done, as a trap does. A script that
  // has nothing to do with the app does not end it.
  const passedThroughApp = (reason) => /wasm/.test(reason?.stack);

  // The app may say more than the trap does: its panic hook dispatches this with the message as detail.
  addEventListener("crosslane-failed", (event) => fail("crash", event.detail));
  addEventListener("error", ({ error }) => {
    if (isTrap(error) || passedThroughApp(error)) fail("crash", error);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isTrap(reason)) fail("crash", reason);
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
      (reason) => fail(isTrap(reason) ? "crash" : "load", reason),
    );
  }
})();
