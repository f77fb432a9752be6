// Opens a journey as a person does who pastes it: the preview, and its button. Says how long it took.
"use strict";

const [text, done] = arguments;

const frame = () => new Promise((next) => requestAnimationFrame(next));

/** When, after `find` finds something, the page is laid out as its next frame will show it. */
const laidOut = (find) =>
  new Promise((resolve) => {
    let last = null;
    const look = () => {
      if (!find()) return;
      document.body.getBoundingClientRect();
      const first = last === null;
      last = performance.now();
      if (!first) return;
      requestAnimationFrame(() => {
        observer.disconnect();
        resolve(last);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });

const appears = (css) => (document.querySelector(css) ? null : laidOut(() => document.querySelector(css)));

const open = async () => {
  // Every turn begins alike: on the home page, with nothing kept.
  location.hash = "#/";
  await appears(".home-buttons");
  localStorage.clear();
  await frame();

  const transfer = new DataTransfer();
  transfer.setData("text/plain", text);
  const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer });
  const button = ".incoming[open] .button-main:not([disabled])";
  const preview = laidOut(() => document.querySelector(button));
  const pasted = performance.now();
  document.body.dispatchEvent(paste);
  const read = (await preview) - pasted;
  const found = document.querySelector(".incoming-counts").textContent;
  await frame();

  const map = laidOut(() => document.querySelector(".map-card"));
  const clicked = performance.now();
  document.querySelector(button).click();
  const shown = (await map) - clicked;
  // `map` is answered in the first frame; the second is the next.
  await frame();
  const painted = performance.now() - clicked;
  return { found, read, laidOut: read + shown, painted: read + painted };
};

open().then(done, (error) => done({ error: String(error) }));
