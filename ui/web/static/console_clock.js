// The seconds on the console: elapsed times, locks with a filling bar, the hall's clock. All count from the hall's time,
// which the page learns once from its own address; a wrong panel clock changes nothing.

const TICK_MS = 250;
const MICRO = 1000; // microseconds in a millisecond

function pad(value) {
  return String(value).padStart(2, "0");
}

function elapsed(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes < 100 ? `${pad(minutes)}:${pad(seconds % 60)}` : `${minutes} 分`;
}

/** Why a button is locked at a time (ms): its own words with the seconds left; "" when it is open. */
export function lockOf(button, nowMs) {
  const opens = Number(button.dataset.opens || 0) / MICRO;
  const left = Math.ceil((opens - nowMs) / 1000);
  if (!(left > 0)) return "";
  const words = button.querySelector("[data-locked]");
  return words ? words.dataset.locked.replace("#", String(left)) : `还要等 ${left} 秒`;
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function drawLock(button, nowMs) {
  const words = button.querySelector("[data-locked]");
  const lock = lockOf(button, nowMs);
  button.classList.toggle("locked", lock !== "");
  if (lock || !button.dataset.off) button.setAttribute("aria-disabled", String(lock !== ""));
  if (!words) return;
  words.dataset.open = words.dataset.open || words.textContent;
  put(words, lock || words.dataset.open);
  const [from, opens] = [Number(button.dataset.from) / MICRO, Number(button.dataset.opens) / MICRO];
  const bar = button.querySelector("progress");
  if (bar && opens > from) bar.value = Math.min(1, Math.max(0, (nowMs - from) / (opens - from)));
}

/** Start counting. `now()` is the hall's time in ms, `tick()` redraws at once (after a swap). */
export function startClock(body) {
  const zone = body.dataset.zone;
  const offset = Number(body.dataset.now) / MICRO - Date.now();
  const format = (options) => new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hour12: false, ...options });
  const minute = format({ hour: "2-digit", minute: "2-digit" });
  const second = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const day = format({ month: "long", day: "numeric", weekday: "long" });
  const now = () => Date.now() + offset;
  const tick = () => {
    const at = now();
    for (const element of document.querySelectorAll("[data-clock]")) put(element, minute.format(at));
    for (const element of document.querySelectorAll("[data-date]")) put(element, day.format(at));
    for (const element of document.querySelectorAll("[data-since]")) put(element, elapsed(at - Number(element.dataset.since) / MICRO));
    for (const element of document.querySelectorAll("[data-time]")) put(element, second.format(Number(element.dataset.time) / MICRO));
    for (const element of document.querySelectorAll("[data-time-short]")) put(element, minute.format(Number(element.dataset.timeShort) / MICRO));
    for (const element of document.querySelectorAll("[data-until]")) element.hidden = at >= Number(element.dataset.until) / MICRO;
    for (const element of document.querySelectorAll("[data-after]")) element.hidden = at < Number(element.dataset.after) / MICRO;
    for (const button of document.querySelectorAll("[data-opens]")) drawLock(button, at);
  };
  setInterval(tick, TICK_MS);
  tick();
  return { now, tick };
}
