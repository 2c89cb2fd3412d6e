// A call board: pulls what it has not seen, hands it to the queue, draws what the queue says, rings once per call.
// Remembers per board the number of the last event it has shown, so that a closed or sleeping board misses and repeats nothing.

import { Announcer } from "./announcer.js";
import { BoardView } from "./board_view.js";
import { CallQueue } from "./call_queue.js";
import { Chime } from "./chime.js";
import { Live } from "./live.js";

const TICK_MS = 100;
const SNAPSHOT_AFTER_MS = 300; // news come in bunches: one snapshot for all of them
const SNAPSHOT_EVERY_MS = 30000; // waits change while nothing happens
const FETCH_MS = 8000;
const PULL_AGAIN_MS = 2000;
const LOG_MAX = 500; // entries of the machine-readable log: a board lives for months

const board = document.body.dataset.board;
const memory = `kapok.board.${board}`;
const view = new BoardView(document.body);
const chime = new Chime();
const announcer = new Announcer({ board, chime, hallNow });
window.kapokCalls = []; // for tests and for the tour: every call that was shown, in order
window.kapokSpoken = announcer.said; // … and every call that this page said

let queue = null;
let now = null; // newest snapshot
let offsetMs = 0; // hall clock − panel clock
let pulling = false;
let again = false;
let snapshotTimer = 0;
let pullTimer = 0;
let lostAt = 0;

function recall() {
  try {
    return JSON.parse(localStorage.getItem(memory)) || {};
  } catch {
    return {}; // a browser without storage, or something else wrote there: start afresh
  }
}

function remember() {
  try {
    const kept = { incarnation: now.incarnation, business_day: now.business_day, n: queue.remembered() };
    localStorage.setItem(memory, JSON.stringify(kept));
  } catch {
    return; // storage refused: the board works, it only cannot catch up after being closed
  }
}

async function fetchJson(path) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_MS);
  try {
    const response = await fetch(path, { signal: abort.signal, cache: "no-store" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}

async function snapshot() {
  const sent = Date.now();
  const found = await fetchJson(`/board/${board}/now${queue ? "" : "?recent=1"}`);
  offsetMs = found.at / 1000 - (sent + Date.now()) / 2;
  const kept = queue ? null : recall();
  const sameLife = !now || now.incarnation === found.incarnation;
  now = found;
  // Numbers run on over midnight, and in a new life that forgot nothing this board has pulled: people who were called
  // are still to be shown. Only a hall that went back behind the cursor is another story.
  if (!queue || (!sameLife && found.n < queue.cursor)) begin(kept, found);
}

/** Start afresh, or go on from what this board remembers of the same life of the hall and the same business day. */
function begin(kept, found) {
  const known = kept && kept.incarnation === found.incarnation && kept.business_day === found.business_day;
  const shown = known && Number.isInteger(kept.n) ? Math.min(kept.n, found.n) : found.n;
  queue = new CallQueue({ shown, history: (found.recent || []).filter((call) => call.n <= shown), known: queue?.known });
}

async function pull() {
  if (pulling) {
    again = true;
    return;
  }
  pulling = true;
  try {
    do {
      again = false;
      await pullAll();
    } while (again);
    draw(); // a number does not wait for the next tick
  } catch {
    clearTimeout(pullTimer);
    pullTimer = setTimeout(pull, PULL_AGAIN_MS); // the stream may be well while one request is lost: nothing is skipped, only later
  } finally {
    pulling = false;
  }
}

async function pullAll() {
  if (!queue) await snapshot();
  for (;;) {
    const page = await fetchJson(`/board/${board}/calls?after=${queue.cursor}`);
    if (page.incarnation !== now.incarnation || page.business_day !== now.business_day) {
      await snapshot();
      continue;
    }
    queue.add(page.calls, page.through, hallNow());
    remember();
    if (page.through >= page.n) break;
  }
  clearTimeout(snapshotTimer);
  snapshotTimer = setTimeout(() => snapshot().then(draw, () => undefined), SNAPSHOT_AFTER_MS);
}

function hallNow() {
  return Date.now() + offsetMs;
}

function draw() {
  view.clock(hallNow());
  const link = document.documentElement.dataset.link;
  if (link === "ok") lostAt = 0;
  else lostAt = lostAt || hallNow();
  if (!queue) return;
  const urgent = now?.urgent && hallNow() < now.urgent.until / 1000 ? now.urgent : null;
  view.urgent(urgent, hallNow());
  announcer.alarm(urgent !== null);
  if (urgent) return; // calls wait behind it
  const call = link === "down" || announcer.busy() ? null : queue.next(Date.now());
  let name = link === "down" ? "silent" : queue.view(Date.now());
  if (link === "late" && name !== "idle") name = "last"; // nothing is red while it may be stale
  view.draw(name, queue, now, link, lostAt || hallNow());
  if (call) showed(call);
}

function showed(call) {
  view.arrive();
  view.speak(call);
  if (!call.missed) announcer.say(call);
  const { n, label, counter, move, missed } = call;
  window.kapokCalls.push({ n, label, counter, move, missed, shown_at: queue.currentSince });
  if (window.kapokCalls.length > LOG_MAX) window.kapokCalls.shift();
  remember();
}

const live = new Live({
  url: `/board/${board}/stream`,
  onWake: pull,
  onTick: (state, silentMs) => view.link(state, silentMs),
});

const sound = document.getElementById("sound");
sound.addEventListener("click", async () => {
  if (await chime.unlock()) chime.play();
  sound.hidden = chime.allowed();
});
setTimeout(() => {
  sound.hidden = chime.allowed();
}, 1000);

setInterval(draw, TICK_MS);
setInterval(pull, SNAPSHOT_EVERY_MS);
live.start();
pull();
draw();
