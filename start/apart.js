// Runs the app's program a second time, apart from the page: there it reads large files (`src/incoming/apart`).
//
// The page names the files of the program behind the `#`, as they are for itself.
const parts = new URLSearchParams(self.location.hash.slice(1));
const address = (part) => new URL(parts.get(part), self.location.href.split("#")[0]).href;

/** Loads the module that reads workbooks. */
globalThis.crosslaneSheets = async () => {
  const module = await import(address("sheets"));
  await module.default({ module_or_path: address("sheets").replace(/\.js$/, "_bg.wasm") });
  return module;
};

const app = await import(address("script"));
await app.default({ module_or_path: address("wasm") });
