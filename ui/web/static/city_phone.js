// The turning code on a telephone: asks for a code, shows it with the seconds until the next, asks again before it runs
// out, and takes it away when there is none in time. Counts the milliseconds that the city told from its answer on, so
// the telephone's clock does not matter. The text of a code is never here, only its dots.

const TICK_MS = 200;
const ASK_MS = 8000; // an answer that takes longer is none
const AGAIN_MS = [1000, 2000, 4000];
const STAMENS = 60;
const PATH = /^[Mh0-9. ]*$/;
const FAR = 7; // modules of an eye

const page = document.body;
const find = (selector) => document.querySelector(selector);
const [qr, dots, bloom, seconds, words, instead, told] = [".qr", ".dots", ".bloom", "#seconds", "#words", "#instead", "#told"].map(find);
const [now, big] = [find("#now"), find("#big")];
const stamens = [...document.querySelectorAll(".ring g")];

let shown = null; // {goneAt, turnAt, life}: what stands on the glass, in the page's own time
let asking = null; // the question under way
let askAt = 0; // when to ask by ourselves
let failed = 0; // questions in a row without a code
let awake = null;

/** How many of the sixty stamens are lit with so much of a life left. */
export function lit(leftMs, lifeMs) {
  return Math.min(STAMENS, Math.max(0, Math.ceil((leftMs / lifeMs) * STAMENS)));
}

/** Whether an answer is one: a city may answer nonsense. */
export function isCode(answer) {
  const whole = (value) => Number.isInteger(value) && value > 0;
  return Boolean(answer) && whole(answer.side) && whole(answer.life_ms) && whole(answer.left_ms) && Number.isInteger(answer.turn_ms)
    && answer.left_ms <= answer.life_ms && answer.turn_ms <= answer.left_ms && typeof answer.dots === "string" && PATH.test(answer.dots);
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function draw(answer) {
  qr.setAttribute("viewBox", `0 0 ${answer.side} ${answer.side}`);
  dots.setAttribute("d", answer.dots);
  const far = answer.side - FAR;
  const corners = [[0, 0], [far, 0], [0, far]];
  document.querySelectorAll(".eye").forEach((eye, no) => eye.setAttribute("transform", `translate(${corners[no].join(" ")})`));
  bloom.setAttribute("transform", `translate(${answer.side / 2} ${answer.side / 2}) scale(.068)`);
  qr.classList.remove("fresh");
  void qr.getBoundingClientRect(); // lets the arrival begin anew
  qr.classList.add("fresh");
  qr.removeAttribute("hidden");
}

function take(answer, askedAt) {
  const again = page.dataset.code === "late" || page.dataset.code === "gone";
  draw(answer);
  // Counted from the question, not from the answer: on a slow line the page rather believes too little.
  shown = { goneAt: askedAt + answer.left_ms, turnAt: askedAt + Math.max(0, answer.turn_ms), life: answer.life_ms };
  askAt = shown.turnAt;
  failed = 0;
  page.dataset.code = "shown";
  page.dataset.turns = String(Number(page.dataset.turns || 0) + 1);
  if (again) put(told, "码换好了");
}

function miss() {
  askAt = performance.now() + AGAIN_MS[Math.min(failed, AGAIN_MS.length - 1)];
  failed += 1;
}

async function ask() {
  if (asking) return;
  const stop = new AbortController();
  asking = stop;
  now.setAttribute("aria-disabled", "true");
  const limit = setTimeout(() => stop.abort(), ASK_MS);
  const askedAt = performance.now();
  try {
    const answer = await fetch(page.dataset.ask, { method: "POST", signal: stop.signal, cache: "no-store" });
    const code = answer.ok ? await answer.json() : null;
    if (isCode(code) && askedAt + code.left_ms > performance.now()) take(code, askedAt);
    else miss();
  } catch {
    miss(); // no network, no answer in time, no JSON: all the same to whoever holds the telephone
  } finally {
    clearTimeout(limit);
    asking = null;
    now.removeAttribute("aria-disabled");
    tick();
  }
}

function state(at) {
  if (shown && at >= shown.goneAt) {
    shown = null;
    qr.setAttribute("hidden", "");
    dots.removeAttribute("d"); // what has run out is nowhere any more
  }
  if (shown) return failed ? "late" : "shown";
  return failed || page.dataset.code !== "waiting" ? "gone" : "waiting";
}

function tick() {
  const at = performance.now();
  const is = state(at);
  if (page.dataset.code !== is) {
    page.dataset.code = is;
    if (is === "late") put(told, "连不上，码还能用一会儿");
    if (is === "gone") put(told, "码过时了，正在换");
  }
  const left = shown ? Math.ceil(((is === "late" ? shown.goneAt : shown.turnAt) - at) / 1000) : 0;
  put(seconds, left > 0 ? String(left) : "");
  put(words, { waiting: "", shown: left > 0 ? "秒后换一个" : "正在换…", late: "秒后作废，正在重连", gone: "没有码也能直接取号" }[is]);
  put(instead, is === "gone" ? "暂时换不了码" : "正在取码…");
  const on = shown ? lit(shown.goneAt - at, shown.life) : 0;
  stamens.forEach((stamen, no) => stamen.classList.toggle("out", no >= on));
  if (!document.hidden && at >= askAt) ask(); // nobody looks at a hidden page: it asks when it is seen again
}

async function keepAwake(on) {
  try {
    if (on && navigator.wakeLock && !document.hidden) awake = await navigator.wakeLock.request("screen");
    else if (!on && awake) awake = void (await awake.release());
  } catch {
    awake = null; // the telephone saves its battery: the code is shown all the same
  }
}

function enlarge(on) {
  page.classList.toggle("big", on);
  big.setAttribute("aria-pressed", String(on));
  put(big.querySelector("span"), on ? "缩回去" : "放到最大");
  big.querySelector("i").className = `icon icon-${on ? "shrink" : "sun"}`;
  keepAwake(on);
}

now.addEventListener("click", () => ask());
big.addEventListener("click", () => enlarge(!page.classList.contains("big")));
addEventListener("keydown", (event) => {
  const family = find(".family[open]");
  if (event.key !== "Escape") return;
  if (family) family.removeAttribute("open");
  else if (page.classList.contains("big")) enlarge(false);
});
addEventListener("online", () => { askAt = Math.min(askAt, performance.now()); });
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) tick();
  if (page.classList.contains("big")) keepAwake(!document.hidden);
});
setInterval(tick, TICK_MS);
tick();
