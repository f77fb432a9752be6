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
/** In our cache: the names of those that were there before us. */
const EARLIER = `${SCOPE}?earlier`;

/** Fetches one file that is not kept; one that does not hold what it should, as while a host is being updated, ends all. */
const keep = async (cache, [name, integrity]) => {
  const address = new URL(name, SCOPE).href;
  if (await cache.match(address)) return;
  const response = await fetch(address, { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A browser refuses a page that came by way of another address.
  await cache.put(address, response.redirected ? new Response(response.body, response) : response);
};

/** Gets the files that are missing. A cache that is not whole goes again, unless it was there before: it is in use. */
const fill = async () => {
  const isInUse = await caches.has(OWN);
  const cache = await caches.open(OWN);
  try {
    await Promise.all(FILES.map((file) => keep(cache, file)));
  } catch (reason) {
    if (!isInUse) await caches.delete(OWN);
    throw reason;
  }
};

const names = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** The caches of earlier builds, the oldest first. Which came first, the browser does not say once one was taken away. */
const earlier = async () => {
  const noted = await caches.match(EARLIER, { cacheName: OWN });
  const there = await names();
  return noted ? (await noted.json()).filter((name) => there.includes(name)) : [];
};

const pages = async () => {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(SCOPE));
};

/** Frees what earlier builds kept, but for the last of them while a page of it may be open. */
const free = async (last) => {
  const all = await earlier();
  await Promise.all(all.slice(0, last ? all.length : -1).map((name) => caches.delete(name)));
};

const activate = async () => {
  const before = (await names()).filter((name) => name !== OWN);
  await (await caches.open(OWN)).put(EARLIER, new Response(JSON.stringify(before)));
  await free((await pages()).length === 0);
  await self.clients.claim();
};

/**
 * A page has started: where it is the only one, no page of an earlier build is left. It may be closed by now, and the only
 * one another. What is missing is kept again.
 */
const started = async (page) => {
  const others = (await pages()).filter(({ id }) => id !== page.id);
  const isThere = Boolean(await self.clients.get(page.id));
  await free(isThere && others.length === 0);
  // Without a connection, or where the host has another build, the next page asks again.
  await fill().catch(() => {});
};

/**
 * What is asked for: from our cache, else from that of an earlier build whose page is still open, else from the host. Never
 * from that of a newer build, which nobody has taken yet.
 */
const answer = async (address, request) => {
  for (const cacheName of [OWN, ...(await earlier()).reverse()]) {
    const found = await caches.match(address, { cacheName });
    if (found) return found;
  }
  return fetch(request);
};

const giveWay = async () => {
  await Promise.all((await names()).map((name) => caches.delete(name)));
  await self.clients.claim();
  await self.registration.unregister();
  for (const page of await pages()) page.navigate(page.url);
};

if (VERSION === "") {
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(giveWay()));
} else {
  self.addEventListener("install", (event) => event.waitUntil(fill()));
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
    if (event.data === "started") event.waitUntil(started(event.source));
  });
}
