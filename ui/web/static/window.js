// A window's own screen: shows what its counter is doing, what the clerk writes for the visitor, and on an upright tablet
// asks for a rating, which nobody has to give. Knows no person. A screen that hears nothing sends people to the board.

import { Live } from "./live.js";

const SNAPSHOT_EVERY_MS = 30000;
const FETCH_MS = 8000;
const TICK_MS = 250;
const SHORT_LABEL = 4;

const no = document.body.dataset.window;
const html = document.documentElement;
const at = (id) => document.getElementById(id);
const { lost: LOST, lostNote: LOST_NOTE } = document.body.dataset;

let now = null;
let offsetMs = 0;
let loading = false;
let again = false;

function put(id, text) {
  if (at(id).textContent !== text) at(id).textContent = text;
}

async function ask(path, wish = {}) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_MS);
  try {
    return await fetch(`/window/${no}/${path}`, { ...wish, signal: abort.signal, cache: "no-store" });
  } finally {
    clearTimeout(timer);
  }
}

async function look() {
  again = true;
  if (loading) return;
  loading = true;
  try {
    while (again) {
      again = false;
      const answer = await ask("now");
      if (answer.ok) now = await answer.json();
      offsetMs = now.at / 1000 - Date.now();
    }
    draw();
  } catch {
    setTimeout(look, 2000);
  } finally {
    loading = false;
  }
}

function draw() {
  const lost = html.dataset.link !== "ok" || !now;
  const state = lost ? "lost" : now.state;
  if (html.dataset.state !== state) html.dataset.state = state;
  const label = lost ? "" : now.label;
  put("number", state === "called" ? label : "");
  put("serving", state === "serving" ? label : "");
  for (const number of ["number", "serving"]) at(number).dataset.letters = Math.max(SHORT_LABEL, label.length);
  put("clerk", now && now.clerk ? ` · 工号 ${now.clerk}` : "");
  put("state-words", lost ? LOST : now.words);
  put("note", lost ? LOST_NOTE : now.note);
  at("instead").hidden = state !== "paused" || !now.instead;
  if (state === "paused") put("instead-no", String(now.instead));
  const does = state === "idle" ? now.does : [];
  if (at("does").dataset.key !== does.join()) {
    at("does").dataset.key = does.join();
    at("does").replaceChildren(...does.map((name) => Object.assign(document.createElement("li"), { textContent: name })));
  }
  captions(lost || state === "called" ? [] : now.captions);
  rating(lost ? null : now.invite, state === "called" ? label : "");
}

function captions(lines) {
  at("caption").hidden = !lines.length;
  html.dataset.caption = String(lines.length > 0);
  put("caption-new", lines[lines.length - 1] || "");
  put("caption-old", lines.length > 1 ? lines[0] : "");
}

/** 评价 on an upright screen, which is one to be touched; no answer is no rating. */
function rating(invite, called) {
  const left = invite ? (invite.until / 1000 - (Date.now() + offsetMs)) / 1000 : 0;
  const asks = left > 0 && matchMedia("(orientation: portrait)").matches;
  at("rating").hidden = !asks;
  at("screen").hidden = asks;
  if (!asks) return;
  put("rating-label", invite.label);
  put("rating-seconds", String(Math.ceil(left)));
  at("rating-left").value = left;
  at("rating-call").hidden = !called;
  put("rating-call", called ? `${called}，请到 ${no} 号窗口` : "");
}

at("rating").addEventListener("click", async (event) => {
  const button = event.target.closest("[data-stars]");
  if (!button || !now || !now.invite) return;
  const { at: visit } = now.invite;
  now = { ...now, invite: null }; // one touch, one answer
  draw();
  await ask(`rate/${visit}/${button.dataset.stars}`, { method: "POST", headers: { "Kapok-Page": "window" } }).catch(() => undefined);
});

new Live({ url: `/window/${no}/stream`, onWake: look, onTick: draw }).start();
setInterval(look, SNAPSHOT_EVERY_MS);
setInterval(() => now && now.invite && draw(), TICK_MS);
look();
