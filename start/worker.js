// Keeps the app for use without a connection: every file of one build, whole, in a cache named by what they hold.
//
// `cargo xtask build` writes name and files in (crates/xtask/src/offline.rs). Served as it stands here, by
// `cargo xtask serve`, it takes away what an earlier build kept: who works on a page must not be shown an old one.
"use strict";

/** The name of the build. */
const VERSION = "";
/** What it consists of: addresses relative to this file, "" being the page, each with the digest of what it holds. */
const FILES = [];

const SCOPE = self.registration.scope;
/** Other folders of this origin may hold a Crosslane of their own. */
const PREFIX = `crosslane ${SCOPE} `;
const OWN = PREFIX + VERSION;

/** Fetches one file; one that does not hold what it should, as while a host is being updated, ends all. */
const keep = async (cache, [name, integrity]) => {
  const address = new URL(name, SCOPE).href;
  const response = await fetch(address, { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A browser refuses a page that came by way of another address.
  await cache.put(address, response.redirected ? new Response(response.body, response) : response);
};

const install = async () => {
  const cache = await caches.open(OWN);
  try {
    await Promise.all(FILES.map((file) => keep(cache, file)));
  } catch (reason) {
    await caches.delete(OWN);
    throw reason;
  }
};

/** The caches of earlier builds, the oldest first. The one of a build that waits to be taken is younger than ours. */
const earlier = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  return names.slice(0, Math.max(0, names.indexOf(OWN)));
};

const pages = async () => {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(SCOPE));
};

/** Frees what earlier builds kept, but for the last of them while a page of it may be open. */
const free = async (last) => {
  const names = await earlier();
  await Promise.all(names.slice(0, last ? names.length : -1).map((name) => caches.delete(name)));
};

const activate = async () => {
  await free((await pages()).length === 0);
  await self.clients.claim();
};

/** What is asked for: from our cache, else from that of an earlier build whose page is still open, else from the host. */
const answer = async (address, request) => {
  const own = await (await caches.open(OWN)).match(address);
  return own ?? (await caches.match(address)) ?? fetch(request);
};

const giveWay = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
  await self.registration.unregister();
  for (const page of await pages()) page.navigate(page.url);
};

if (VERSION === "") {
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(giveWay()));
} else {
  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const address = request.url.split(/[?#]/)[0];
    if (request.method !== "GET" || !address.startsWith(SCOPE)) return;
    const isPage = address === SCOPE || address === `${SCOPE}index.html`;
    // Whatever else a host has below our folder is its own.
    if (request.mode === "navigate" && !isPage) return;
    event.respondWith(answer(isPage ? SCOPE : address, request));
  });
  self.addEventListener("message", (event) => {
    // A person takes the version that waits.
    if (event.data === "take") event.waitUntil(self.skipWaiting());
    // A page has started: where it is the only one, no page of an earlier build is left.
    if (event.data === "started") event.waitUntil(pages().then(({ length }) => free(length <= 1)));
  });
}
