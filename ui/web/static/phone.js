// The visitor's own ticket: asks the hall every few seconds while it is looked at, says how old the news are, speaks up
// when two are ahead and when the number is called, and gives the number up after asking. Knows no names.

import { Chime } from "./chime.js";

const PULL_MS = 5000;
const FETCH_MS = 8000;
const GONE = 404;
const LATE_MS = 20000; // four looks that brought nothing
const TICK_MS = 1000;
const NEAR_PATTERN = [200, 120, 200];
const CALLED_PATTERN = [500, 200, 500, 200, 900];
const SPOKEN = "kapok.phone.remind";

const code = document.body.dataset.code;
const address = `/t/${encodeURIComponent(code)}`;
const root = document.documentElement;
const part = document.getElementById("ticket");
const lamp = document.getElementById("lamp");
const chime = new Chime();

let offsetMs = Number(document.body.dataset.now) / 1000 - Date.now(); // hall clock − this telephone's
let heardAt = Date.now();
let asking = false;
let shown = looks();
let drawn = ""; // the answer that stands there
let reminds = recall();
let seen = false; // 我看到了 was pressed for this call

function looks() {
  const card = part.querySelector(".card");
  return { look: card.dataset.look || "", near: "near" in card.dataset, n: card.dataset.n };
}

function recall() {
  try {
    return localStorage.getItem(SPOKEN) === "on";
  } catch {
    return false; // a telephone without storage: ask each time
  }
}

function remember(on) {
  try {
    localStorage.setItem(SPOKEN, on ? "on" : "off");
  } catch {
    return; // works until the page is closed
  }
}

async function ask(path, how = {}) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_MS);
  try {
    return await fetch(path, { signal: abort.signal, cache: "no-store", ...how });
  } finally {
    clearTimeout(timer);
  }
}

async function pull() {
  if (asking || document.visibilityState !== "visible") return;
  asking = true;
  try {
    const response = await ask(`${address}/part`);
    if (response.ok) await take(response);
    else if (response.status === GONE) location.reload(); // the whole page has the friendly words
  } catch {
    return; // the lamp says how old this is; the next look comes by itself
  } finally {
    asking = false;
  }
}

/** Draw the hall's answer; what a finger or a reader is on stays under it when nothing changed. */
async function take(response) {
  const html = await response.text();
  heardAt = Date.now();
  offsetMs = Number(response.headers.get("Kapok-Now")) / 1000 - heardAt;
  const before = shown;
  if (html !== drawn) draw(html);
  shown = looks();
  if (shown.look === "called" && (before.look !== "called" || before.n !== shown.n)) {
    seen = false;
    part.querySelector(".card").classList.add("fresh");
    speakUp(CALLED_PATTERN);
  } else if (shown.near && !before.near && shown.look === "waiting") speakUp(NEAR_PATTERN);
  tick();
}

function draw(html) {
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.act : "";
  const asked = document.getElementById("ask")?.hidden === false;
  part.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  drawn = html;
  if (asked) question(true);
  if (focused) part.querySelector(`[data-act="${focused}"]`)?.focus();
}

/** 真的取消吗: shown or put away, where it may be asked at all. */
function question(open) {
  const asks = document.getElementById("ask");
  if (!asks) return;
  asks.hidden = !open;
  part.querySelector('button[data-act="ask"]').hidden = open;
}

function speakUp(pattern) {
  if (!reminds) return;
  if (navigator.vibrate) navigator.vibrate(pattern);
  chime.play();
}

function tick() {
  const age = Date.now() - heardAt;
  root.dataset.link = age > LATE_MS ? "late" : "ok";
  lamp.textContent = age > LATE_MS ? `${Math.round(age / 1000)} 秒没更新，请看大屏` : "刚刚更新";
  const called = part.querySelector("[data-called]");
  if (called) called.textContent = clock(Math.max(0, Date.now() + offsetMs - Number(called.dataset.called) / 1000));
  const button = part.querySelector('[data-act="seen"]');
  if (button && seen) {
    button.classList.add("done");
    button.textContent = "好，请到窗口";
  }
  const row = document.getElementById("remind-row");
  if (!row) return;
  row.hidden = false; // without scripts there is no reminder to offer
  row.querySelector("button").setAttribute("aria-checked", String(reminds));
}

function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

const ACTS = {
  async remind() {
    reminds = !reminds;
    remember(reminds);
    tick();
    if (!reminds) return;
    if (navigator.vibrate) navigator.vibrate(60);
    await chime.unlock();
  },
  seen() {
    seen = true;
    if (navigator.vibrate) navigator.vibrate(0);
    tick();
  },
  ask() {
    question(true);
    part.querySelector('[data-act="keep"]').focus();
  },
  keep() {
    question(false);
    part.querySelector('[data-act="ask"]').focus();
  },
  async cancel(button) {
    button.disabled = true;
    try {
      const response = await ask(`${address}/cancel`, { method: "POST", headers: { "Kapok-Page": "phone" } });
      if (response.status === GONE) location.reload();
      else await take(response);
    } catch {
      button.disabled = false;
      button.textContent = "没有连上，再试一次";
    }
  },
};

part.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (button) ACTS[button.dataset.act](button);
});
document.addEventListener("visibilitychange", pull);
document.addEventListener("pointerdown", () => reminds && chime.unlock(), { once: true });
setInterval(pull, PULL_MS);
setInterval(tick, TICK_MS);
tick();
