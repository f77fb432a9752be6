// Runs the app's program a second time, apart from the page: there it reads large files (`src/apart`).
//
// The page says first where the files of the program are, relative to this one. What stands in the address of a worker that
// was kept for use without a connection, it does not learn.
"use strict";

self.onmessage = async ({ data: [script, wasm, sheets] }) => {
  const address = (part) => new URL(part, self.location.href).href;

  /** Loads the module that reads workbooks. */
  globalThis.crosslaneSheets = async () => {
    const module = await import(address(sheets));
    await module.default({ module_or_path: address(sheets).replace(/\.js$/, "_bg.wasm") });
    return module;
  };

  try {
    const app = await import(address(script));
    await app.default({ module_or_path: address(wasm) });
  } catch {
    // A module that fails tells the page nothing by itself.
    self.postMessage(["missing"]);
  }
};
