// The counter console in the browser: keys, the 800 ms lock, seconds that count, the link. What may be done is the hall's
// business; htmx carries the presses and swaps the changing part. A press is never dropped without a word.

import { keepRefusal } from "./console_refusal.js";
import { isHeld, startReveal } from "./console_reveal.js";
import { lockOf, startClock } from "./console_clock.js";
import { Live, pageProof } from "./live.js";
import { minutesSeconds } from "./board_view.js";

const LOCK_MS = 800; // a second press within this time is the same press
const TOAST_MS = 5000;
const REFRESH_GAP_MS = 400; // news come in bunches
const LATE_AFTER_MS = 2000; // a clerk must know at once
const SEAT_DIGITS_MS = 900;

const html = document.documentElement;
const body = document.body;
const stage = document.getElementById("stage");
const toast = document.getElementById("toast");

let lockedUntil = 0;
let lockedKey = "";
let lookedOnly = false;
let inFlight = false;
let pointerDown = false;
let tabbed = false;
let refreshWanted = false;
let refreshTimer = 0;
let toastTimer = 0;
let lastLabel = stage ? labelNow() : "";

const clock = startClock(body);

function say(words) {
  clearTimeout(toastTimer);
  toast.textContent = words;
  toast.hidden = false;
  toastTimer = setTimeout(() => {
    toast.hidden = true;
  }, TOAST_MS);
}

function labelNow() {
  const work = document.querySelector("[data-label]");
  return work ? `${work.dataset.state} ${work.dataset.label}` : "";
}

/** Why this press does not count, or "" when it does. */
function refusalOf(button) {
  if (html.dataset.link !== "ok") return "连不上服务器，这一下没有算。连上后再按。";
  if (button.dataset.off) return button.dataset.off;
  if (inFlight) return "上一下还在办，请等一秒。";
  const lock = lockOf(button, clock.now());
  return lock ? `${lock}。` : "";
}

// Every press goes through here, whether by mouse, finger or key: one lock, one set of words.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest("[data-act], [data-off]");
    if (!button) return;
    const soon = Date.now() < lockedUntil;
    const name = button.dataset.key || button.id;
    const doubled = soon && name === lockedKey; // the same key again is the same press; another one is told
    const words = doubled ? "" : soon && !lookedOnly ? "按得太快，这一下没有算，请看清再按。" : refusalOf(button);
    if (words || doubled) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (words) say(words);
      return;
    }
    lockedUntil = Date.now() + LOCK_MS;
    lockedKey = name;
    lookedOnly = "look" in button.dataset;
    toast.hidden = true;
  },
  true,
);

function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || (target.matches("input, textarea, select") && !["radio", "checkbox"].includes(target.type)));
}

const KEYPAD = { NumpadDecimal: ".", NumpadAdd: "+", NumpadSubtract: "-", NumpadMultiply: "*", NumpadDivide: "/", NumpadEnter: "Enter" };
const OURS = ["F1", "F2", "F4", "F9"]; // the browser's own meaning of these helps nobody here

function keyName(event) {
  if (event.key === "Enter" && event.ctrlKey) return "Ctrl+Enter";
  const pad = /^Numpad(\d)$/.exec(event.code); // by its place, so that a keypad with NumLock off works too
  return pad ? pad[1] : KEYPAD[event.code] || event.key;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || event.metaKey) return;
  if (event.ctrlKey && event.key !== "Enter") return;
  const name = keyName(event);
  if (OURS.includes(name)) event.preventDefault();
  if (typing(event.target)) return leaveField(event, name);
  if (event.repeat) {
    if (name === "Enter") event.preventDefault(); // a key that lies pressed is one press
    return;
  }
  if (name === "Tab") tabbed = true;
  // Whoever walked to a button with Tab presses that button; a button that was clicked keeps no claim on Enter,
  // and the keypad's Enter is always the next step.
  const row = event.target.closest && event.target.closest("[data-row]");
  if (name === "Enter" && row) return press(`#${row.id}`, event);
  if (name === "ArrowDown" || name === "ArrowUp") return walk(name === "ArrowDown" ? 1 : -1, event);
  const onButton = tabbed && event.target.closest && event.target.closest("button, a");
  if (name === "Enter" && event.code !== "NumpadEnter" && onButton && !onButton.matches("[data-key='Enter']")) return;
  if (name === "Escape") return chosen ? choose(null) : press("[data-esc]", event);
  if (/^\d$/.test(name) && typeSeat(name)) return event.preventDefault();
  if (/^[\dA-Za-z]$/.test(name) && typeRow(name.toUpperCase())) return event.preventDefault();
  if (name === "Enter" && chosen) return pick(event);
  press(`[data-key~="${CSS.escape(name)}"]`, event);
});

function press(selector, event) {
  const button = document.querySelector(selector);
  if (!button) return;
  event.preventDefault();
  if (button.matches("input:not([type='checkbox'])")) button.focus();
  else button.click();
}

/** Enter ends a line that is written, Escape leaves it; every other key belongs to the line. */
function leaveField(event, name) {
  const field = event.target;
  if (name === "Escape" && field.closest("#stage")) {
    field.blur();
    return press("[data-esc]", event);
  }
  if (name === "Enter" && field.id === "note") {
    event.preventDefault();
    field.blur();
  }
}

// -- choosing a line by its number, or with the arrow keys -------------------------------------------------------------

let chosen = ""; // the ticket whose line was typed; it stays chosen when the line moves
let rowDigits = "";
let rowTimer = 0;

function walk(step, event) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return;
  event.preventDefault();
  const at = rows.indexOf(document.activeElement);
  rows[(at + step + rows.length) % rows.length].focus();
}

/** Digits (or the letter of a queue) choose a line; Enter then presses it. */
function typeRow(sign) {
  if (!document.querySelector("[data-typed]")) return false;
  clearTimeout(rowTimer);
  rowTimer = setTimeout(() => {
    rowDigits = "";
  }, SEAT_DIGITS_MS);
  const find = (typed) => document.querySelector(`[data-typed="${CSS.escape(typed)}"]`);
  const row = find((rowDigits = rowDigits + sign)) || find((rowDigits = sign));
  if (!row) {
    if (document.querySelector(`[data-key~="${CSS.escape(sign)}"]`)) return false;
    say(`没有 ${sign} 这一行，请看清再按。`);
    return true;
  }
  if (row.matches("[data-row]")) row.focus();
  else choose(row);
  return true;
}

function choose(row) {
  chosen = row ? row.dataset.id : "";
  for (const line of document.querySelectorAll("[data-pick]")) line.classList.toggle("chosen", line.dataset.id === chosen && chosen !== "");
  if (row) say(`选了 ${row.querySelector("b").textContent}，按 Enter 叫，按 Esc 不叫。`);
}

function pick(event) {
  event.preventDefault();
  const row = document.querySelector(`[data-pick][data-id="${CSS.escape(chosen)}"]`);
  chosen = "";
  if (!row) return say("选的这一位刚刚不在了，请再选。");
  const words = refusalOf(row);
  if (words) return say(words);
  toast.hidden = true;
  globalThis.htmx.ajax("GET", row.dataset.pick, { source: stage, target: "#stage" });
}

// -- choosing a counter by its number -------------------------------------------------------------------------------

let seatDigits = "";
let seatTimer = 0;

function typeSeat(digit) {
  if (!document.getElementById("seats")) return false;
  clearTimeout(seatTimer);
  seatTimer = setTimeout(() => {
    seatDigits = "";
  }, SEAT_DIGITS_MS);
  seatDigits = (seatDigits + digit).slice(-3);
  const seat = document.getElementById(`seat-${seatDigits}`) || document.getElementById(`seat-${(seatDigits = digit)}`);
  if (!seat) return true;
  if (seat.disabled) say(`${seat.value} 号窗口现在不能坐，请另选一个。`);
  else seat.click();
  return true;
}

document.addEventListener("change", (event) => {
  if (event.target.name !== "counter") return;
  for (const words of document.querySelectorAll("[data-seat]")) words.textContent = event.target.value;
});

// -- htmx ------------------------------------------------------------------------------------------------------------

body.addEventListener("htmx:configRequest", (event) => {
  const source = event.detail.elt;
  event.detail.headers["Kapok-Page"] = "console";
  event.detail.headers["Kapok-Proof"] = pageProof();
  const key = source.dataset.idem || (source.matches(".leave") ? leaveKey() : "");
  if (key) event.detail.headers["Idempotency-Key"] = key;
  const view = document.querySelector("[data-view]");
  if (source === stage && view && !event.detail.path.includes("?")) {
    event.detail.parameters.view = view.dataset.view;
    event.detail.parameters.about = view.dataset.about || "";
    event.detail.parameters.q = view.dataset.query || "";
  }
  if (source.id === "search") event.detail.parameters.view = "search";
});

function leaveKey() {
  // crypto.randomUUID needs a secure context; a hall's http address is none
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

// Who asked: the button itself may be gone when the answer is swapped in, its request remembers it.
const isRefresh = (event) => (event.detail.requestConfig ? event.detail.requestConfig.elt : event.detail.elt) === stage;

body.addEventListener("htmx:beforeRequest", (event) => {
  if (!isRefresh(event)) {
    inFlight = true;
    html.classList.add("busy");
  }
});

body.addEventListener("htmx:afterRequest", (event) => {
  if (!isRefresh(event)) {
    inFlight = false;
    html.classList.remove("busy");
  }
  if (refreshWanted) refreshSoon();
});

body.addEventListener("htmx:beforeSwap", (event) => {
  // what was asked before a press and answered after it is old
  if (isRefresh(event) && inFlight) event.detail.shouldSwap = false;
});

const LOST_PRESS = "服务器没有回答，不知道这一下算没算。连上后请看清状态再按。";
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  body.addEventListener(name, (event) => {
    if (isRefresh(event)) return;
    say(LOST_PRESS);
    refreshSoon();
  });
}
body.addEventListener("htmx:responseError", () => say("大厅服务器出了错，请再按一次；还不行请找技术员。"));

body.addEventListener("htmx:afterSwap", (event) => {
  clock.tick();
  if (stage) keepRefusal(stage, isRefresh(event));
  showCaptions();
  const line = document.querySelector("[data-focus]");
  const rows = document.querySelector("[data-row]");
  if (line && !rows) return line.focus();
  const primary = document.getElementById("act-main") || rows;
  if (chosen) for (const one of document.querySelectorAll("[data-pick]")) one.classList.toggle("chosen", one.dataset.id === chosen);
  const nowhere = document.activeElement === body || !document.activeElement;
  if (primary && (nowhere || !tabbed)) primary.focus({ preventScroll: true });
  const label = labelNow();
  const said = document.getElementById("said");
  if (said && label !== lastLabel) {
    lastLabel = label;
    const heading = document.querySelector(".now-state h2, .end-state");
    said.textContent = `${heading ? heading.textContent : ""} ${label.split(" ")[1] || ""}`;
  }
});

// -- live ------------------------------------------------------------------------------------------------------------

/** Somebody writes a line: a swap would take it away. */
function writing() {
  const line = document.getElementById("note");
  const inside = stage.contains(document.activeElement); // what stands beside it is never drawn anew
  return (inside && typing(document.activeElement)) || Boolean(line && line.value) || Boolean(stage.querySelector("[data-keep]"));
}

function refreshSoon() {
  refreshWanted = true;
  if (refreshTimer) return;
  refreshTimer = setTimeout(() => {
    refreshTimer = 0;
    if (inFlight || pointerDown || isHeld() || writing()) return; // a swap under a finger would lose the press; asked again when it is over
    refreshWanted = false;
    globalThis.htmx.trigger(stage, "kapok-news");
  }, REFRESH_GAP_MS);
}

document.addEventListener("pointerdown", () => {
  pointerDown = true;
  tabbed = false;
});
startReveal(() => refreshWanted && refreshSoon());
for (const name of ["pointerup", "pointercancel"]) {
  document.addEventListener(name, () => {
    pointerDown = false;
    if (refreshWanted) refreshSoon();
  });
}

/** Calls for help change nothing on a counter's console. */
function wake(why) {
  if (why !== "help" || body.dataset.helps) refreshSoon();
}

function showLink(state, silentMs) {
  const ok = state === "ok";
  const word = document.getElementById("link-word");
  if (word) word.textContent = ok ? "正常联网" : "连不上";
  const lost = document.getElementById("lost");
  if (!lost) return;
  lost.hidden = ok;
  if (!ok) document.getElementById("lost-for").textContent = `（${minutesSeconds(silentMs)}）`;
}

/** 字幕 are for somebody who stands at the counter. */
function showCaptions() {
  const captions = document.getElementById("captions");
  if (captions) captions.hidden = !document.querySelector('[data-state="called"], [data-state="serving"]');
}

showCaptions();
if (body.dataset.stream) {
  new Live({ url: body.dataset.stream, onWake: wake, onTick: showLink, lateAfterMs: LATE_AFTER_MS }).start();
  document.getElementById("act-main")?.focus({ preventScroll: true });
}

if (globalThis.htmx) for (const button of document.querySelectorAll("[data-wait]")) button.disabled = false;
html.dataset.ready = "yes"; // keys are heard from here on
