// Runs before everything else of each page that the random hand works on: notes what stops the app, keeps the hand in the
// page, and tells where things are.
"use strict";

(() => {
  const TOLD = "crosslane-hand";

  // In the tab's own store: a page that is loaded again takes what was noted before with it.
  const told = () => JSON.parse(sessionStorage.getItem(TOLD) ?? "[]");
  // What a page has asked for is cut off when it goes.
  let going = false;
  addEventListener("beforeunload", () => {
    going = true;
  });
  const tell = (kind, reason) => {
    if (going && /fetch|AbortError|Network error/.test(reason)) return;
    const what = String(reason?.stack ?? reason?.message ?? reason);
    sessionStorage.setItem(TOLD, JSON.stringify([...told(), `${kind}: ${what}`].slice(0, 20)));
  };

  addEventListener("crosslane-failed", (event) => tell("stop", event.detail));
  addEventListener("error", ({ error, message }) => {
    // Said by the browser where an observer of sizes changes sizes; nobody finds it in the console.
    if (message && !message.startsWith("ResizeObserver loop")) tell("error", error ?? message);
  });
  addEventListener("unhandledrejection", ({ reason }) => tell("rejection", reason));
  const write = console.error;
  console.error = (...words) => {
    tell("console", words.map(String).join(" "));
    write.apply(console, words);
  };

  // What opens a window of the system's has to be closed there, and what leads away is no concern of the app.
  window.print = () => {};
  window.open = () => null;
  const cancelled = () => Promise.reject(new DOMException("cancelled", "AbortError"));
  for (const picker of ["showOpenFilePicker", "showSaveFilePicker", "showDirectoryPicker"]) {
    if (picker in window) window[picker] = cancelled;
  }
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type !== "file") click.call(this);
  };
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      const leads_away = link && (link.origin !== location.origin || link.target === "_blank");
      if (leads_away || event.target.matches?.("input[type=file]")) event.preventDefault();
    },
    true,
  );

  // Downloads are not written to disk: the last one can be asked for.
  const blobs = new Map();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = create.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  const follow = HTMLAnchorElement.prototype.click;
  let downloaded = null;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return follow.call(this);
    downloaded = blobs.get(this.href) ?? null;
    blobs.clear();
  };

  const THINGS =
    "button, a[href], summary, input, textarea, select, label, [role=button], [role=option], [role=menuitem], " +
    "[role=tab], [role=gridcell], [role=row], [tabindex], [draggable=true]";
  const FIELDS = "input, textarea, select, [role=gridcell], [contenteditable=true]";

  const shown = (css) => {
    const dialogs = document.querySelectorAll("dialog:modal");
    const within = dialogs[dialogs.length - 1] ?? document;
    return [...within.querySelectorAll(css)].filter(
      (it) => !it.disabled && it.checkVisibility({ visibilityProperty: true }),
    );
  };

  const nth = (list, number) => list[number % list.length];

  const kind = (it) => `${it.localName} ${it.getAttribute("role") ?? ""} ${it.classList[0] ?? ""}`;

  const element = (place) => {
    if ("Field" in place) return nth(shown(FIELDS), place.Field);
    const things = Object.values(Object.groupBy(shown(THINGS), kind));
    return things.length ? nth(nth(things, place.Thing[0]), place.Thing[1]) : undefined;
  };

  const describe = (it) => {
    const words = it.getAttribute("aria-label") ?? it.textContent.trim();
    return `${kind(it).replace(/ +/g, " ")} #${it.id} "${words.slice(0, 30)}"`;
  };

  const inside = (number, end) => Math.round(Math.min(Math.max(number, 1), end - 2));

  /** Where a place is now: x, y and what is there. */
  const find = (place) => {
    if ("Point" in place) {
      const [x, y] = place.Point;
      return [inside((x / 1000) * innerWidth, innerWidth), inside((y / 1000) * innerHeight, innerHeight), "a point"];
    }
    const found = element(place);
    if (!found) return [1, 1, "nothing"];
    found.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const box = found.getBoundingClientRect();
    return [
      inside(box.x + box.width / 2, innerWidth),
      inside(box.y + box.height / 2, innerHeight),
      describe(found),
    ];
  };

  const been = new Set();
  const remember = () => been.size < 300 && location.hash.startsWith("#/w/") && been.add(location.hash);
  addEventListener("hashchange", remember);

  /** The address of a view of the open workspace, of an entry of its registers, or one that was shown before. */
  const address = (number) => {
    const [, , workspace, , journey] = location.hash.split("/");
    if (!workspace) return [...been].at(-1) ?? "#/";
    const views = ["map", "table", "handoffs", "flags", "departments", "act", "compare", "snapshots", "report"];
    const kinds = ["department", "system", "goal", "term", "decision", "session", "story", "initiative", "persona"];
    const at = (view, rest = "") => `#/w/${workspace}/${view}/${journey ?? "-"}${rest}`;
    const all = [
      ...views.map((view) => at(view)),
      ...kinds.map((of) => at(["department", "system", "persona"].includes(of) ? "departments" : "act", `/all/${of}`)),
      at("flags", "/thresholds"),
      at("flags", "/questions"),
      ...been,
    ];
    return nth(all, number);
  };

  const did = {
    Back: () => globalThis.navigation?.canGoBack !== false && history.back(),
    Forward: () => history.forward(),
    Go: (number) => {
      location.hash = address(number);
    },
  };

  window.crosslaneHand = {
    /** What was noted, and where the places of the next actions are; nothing while the page shows nothing. */
    look: (places) => {
      remember();
      const failed = document.getElementById("failure")?.hidden === false;
      const seen = document.body?.innerText.trim();
      if (!seen && !told().length) return null;
      return { told: told(), failed, hash: location.hash, places: places.map(find) };
    },
    /** Does what needs no pointer and no key. */
    act: (what, number) => {
      did[what](number);
      return location.hash;
    },
    forget: () => sessionStorage.removeItem(TOLD),
    /** The text of the last download, once there is one; it is told once. */
    download: async () => {
      const blob = downloaded;
      downloaded = null;
      return blob && blob.text();
    },
  };
})();
