// Whose turn it is, for tabs to which the browser gives no locks: it gives none to pages that come over plain http.
//
// A tab asks by `[name, number]`, hears `[number, time, done]` when the turn of that name is its, and ends it by
// `[name, number, done]`. What a tab has done, the next one is told: it may not see it yet. Tabs of several builds of the app
// may be talking to one of these.
"use strict";

/** How long a turn lasts at most, in milliseconds: a tab that was closed or put to sleep does not end its own. */
const LONGEST = 2000;

/** By name: who has the turn, then who waits for it. */
const waiting = new Map();

/** By name: what the last tab had done. */
const last = new Map();

const begin = (name) => {
  const [first] = waiting.get(name);
  if (!first) {
    waiting.delete(name);
    return;
  }
  first.port.postMessage([first.number, Date.now(), last.get(name) ?? 0]);
  first.timer = setTimeout(() => end(name, first), LONGEST);
};

const end = (name, { port, number }) => {
  const turns = waiting.get(name) ?? [];
  const at = turns.findIndex((turn) => turn.port === port && turn.number === number);
  if (at < 0) return;
  const [ended] = turns.splice(at, 1);
  clearTimeout(ended.timer);
  if (at === 0) begin(name);
};

self.onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data: [name, number, done] }) => {
    if (done !== undefined) {
      last.set(name, done);
      end(name, { port, number });
      return;
    }
    if (!waiting.has(name)) waiting.set(name, []);
    waiting.get(name).push({ port, number });
    if (waiting.get(name).length === 1) begin(name);
  };
};
