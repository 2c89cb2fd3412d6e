// Draws a board: turns values into text on the page. Decides nothing about which call comes when (call_queue.js does).

const WAYS = {
  left: "左边",
  right: "右边",
  straight: "直走",
  upstairs: "上楼",
  downstairs: "下楼",
};
const TITLES = { call: "正在叫号", last: "最后叫到的号", missed: "刚才叫过的号" };
const NOTICE_MS = 12000; // pages of the calm list change so often
const SHORT_LABEL = 4; // A001; longer ones get smaller digits, down to AC1000 with two letters more
const LONGEST_LABEL = 9;
const LONG_NAME = 5;
const BRIEF_NOTICE = 6;
const SHORT_NOTICE = 8;
const LONG_NOTICE = 12;

const at = (id) => document.getElementById(id);

function put(id, text) {
  const element = at(id);
  if (element.textContent !== text) element.textContent = text;
}

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Redraw a list only when it changed, so that nothing flickers and no screen reader repeats itself. */
function redraw(element, key, children) {
  if (element.dataset.key === key) return;
  element.dataset.key = key;
  element.replaceChildren(...children());
}

/** "09:42" in the hall's own time zone, wherever the panel thinks it is. */
export function hallTime(ms, zone) {
  return new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hour: "2-digit", minute: "2-digit", hour12: false }).format(ms);
}

/** 01:12 */
export function minutesSeconds(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value) => String(value).padStart(2, "0");
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}

function callRow(call) {
  const row = make("li", "digit");
  const no = make("span", "no", String(call.counter));
  no.append(make("span", "", "号"));
  row.append(make("span", "", call.label), no);
  return row;
}

function queueRow(queue) {
  const row = make("li", "");
  row.append(make("span", "queue-letter digit", queue.letter));
  row.append(make("span", queue.name.length > LONG_NAME ? "queue-name long" : "queue-name", queue.name));
  if (queue.state === "free") row.append(make("span", "queue-wait free", "不用等"));
  else if (queue.state === "shut") row.append(make("span", "queue-wait shut", "没开窗口"));
  else {
    const wait = make("span", "queue-wait");
    wait.append(make("b", "digit", `${queue.low_min}–${queue.high_min}`), "分");
    row.append(wait);
  }
  return row;
}

export class BoardView {
  constructor(body) {
    this.zone = body.dataset.zone;
    this.rows = Number(body.dataset.rows);
    this.rowsBatch = Number(body.dataset.rowsBatch);
    this.digit = Number(body.dataset.digit);
    this.digitBatch = Number(body.dataset.digitBatch);
  }

  /** 紧急通知 over everything, or nothing. */
  urgent(notice, nowMs) {
    at("urgent").hidden = !notice;
    if (!notice) return;
    put("urgent-clock", hallTime(nowMs, this.zone));
    put("urgent-words", notice.words);
    const long = notice.words.length;
    at("urgent-words").dataset.length = long <= BRIEF_NOTICE ? "brief" : long <= SHORT_NOTICE ? "short" : long <= LONG_NOTICE ? "long" : "longer";
    put("urgent-english", notice.english);
  }

  clock(ms) {
    put("clock", hallTime(ms, this.zone));
  }

  /** The block and the list for a view: call | last | missed | idle | silent. */
  draw(view, queue, now, link, nowMs) {
    document.documentElement.dataset.view = view;
    if (view === "idle") this.calm(now, nowMs, link);
    else if (view !== "silent") {
      this.call(view, queue, link);
      this.list(queue, link, nowMs);
    }
    this.foot(view, now, link, nowMs);
  }

  call(view, queue, link) {
    const call = queue.current;
    const missedAt = view === "missed" ? ` · ${hallTime(call.at / 1000, this.zone)}` : "";
    put("call-title", (link === "ok" ? TITLES[view] : TITLES.last) + missedAt);
    const number = at("number");
    if (number.textContent !== call.label) number.textContent = call.label;
    number.dataset.letters = Math.min(LONGEST_LABEL, Math.max(SHORT_LABEL, call.label.length));
    put("counter", String(call.counter));
    at("tag").hidden = !(call.move === "recall" && view === "call");
    put("tag", "再叫一遍");
    const way = call.way in WAYS ? call.way : "";
    at("way").hidden = !way;
    if (way) {
      put("way-word", WAYS[way]);
      at("way-icon").className = `icon icon-${way}`;
    }
    const dots = view === "call" || view === "missed" ? queue.pending.length : 0;
    redraw(at("dots"), String(dots), () => (dots ? ["now", ...Array(Math.min(dots, 6)).fill("")].map((name) => make("i", name)) : []));
  }

  /** A call begins: the block slides in and the number pulses, once per call. */
  arrive() {
    const block = at("block");
    block.classList.remove("fresh");
    void block.offsetWidth; // restart the animation
    block.classList.add("fresh");
  }

  /** One line for whoever listens to the screen: written anew for each call, so that a recall is heard as well. */
  speak(call) {
    at("spoken").replaceChildren(make("span", "", `${call.label}，到 ${call.counter} 号窗口`));
  }

  list(queue, link, nowMs) {
    const batch = link === "ok" ? queue.pending.slice(0, Math.max(1, this.rowsBatch - 2)) : [];
    const total = batch.length ? this.rowsBatch : this.rows - (link === "ok" ? 0 : 1);
    const earlier = queue.earlier(total - batch.length);
    this.sizes(batch.length ? this.rowsBatch : total, batch.length > 0, link);
    at("batch").hidden = !batch.length;
    redraw(at("batch-rows"), batch.map((call) => call.n).join(), () => batch.map(callRow));
    redraw(at("rows"), earlier.map((call) => call.n).join(), () => earlier.map(callRow));
    put("side-title", link === "ok" ? "刚才叫过" : `${hallTime(nowMs, this.zone)} 之前叫过`);
    put("side-right", "窗口");
  }

  sizes(rows, batch, link) {
    const side = at("side").style;
    const height = (batch ? 6.68 : 7.42) - (link === "ok" ? 0 : 1.4);
    side.setProperty("--row", `${height / rows}rem`);
    side.setProperty("--digit", `${Math.min((batch ? this.digitBatch : this.digit) / 100, (height / rows) * 0.86)}rem`);
  }

  calm(now, nowMs, link) {
    if (!now) return;
    document.documentElement.dataset.open = String(Math.min(1, now.open_counters));
    put("calm-state", now.open_counters ? "正在办理" : "现在没有开窗口");
    put("calm-title", now.headline);
    at("calm-title").classList.toggle("long", now.headline.length > LONG_NAME);
    put("calm-lines", now.advice);
    const rows = this.rows - (link === "ok" ? 0 : 1);
    const pages = Math.max(1, Math.ceil(now.queues.length / rows));
    const first = (Math.floor(nowMs / NOTICE_MS) % pages) * rows;
    const shown = now.queues.slice(first, first + rows);
    at("batch").hidden = true;
    put("side-title", "各类现在");
    put("side-right", "大约要等");
    this.sizes(rows, false, link);
    redraw(at("rows"), JSON.stringify(shown), () => shown.map((queue) => queueRow(queue)));
  }

  foot(view, now, link, nowMs) {
    const lost = link !== "ok";
    const calm = view === "idle" && !lost;
    const waits = now ? now.queues.filter((queue) => queue.state === "wait") : [];
    const queue = waits[Math.floor(nowMs / NOTICE_MS) % Math.max(1, waits.length)];
    const key = JSON.stringify([lost, calm, now && [now.next, now.waiting, now.open_counters, now.closes], queue]);
    const tag = at("foot-tag");
    if (tag.dataset.key === key) return;
    tag.dataset.key = key;
    tag.classList.toggle("quiet", lost);
    const [left, right] = [at("foot-left"), at("foot-right")];
    left.classList.toggle("words", lost || calm);
    right.replaceChildren();
    tag.hidden = !now && !lost;
    if (lost) {
      tag.textContent = "不清楚？";
      left.textContent = "过号不作废，到服务台问一声就行";
    } else if (calm && now) {
      tag.textContent = "今天";
      if (now.closes) left.replaceChildren("办到", make("b", "digit", now.closes));
      else left.textContent = now.open_counters ? "" : "不开门"; // no hours today, yet somebody may be calling
      right.replaceChildren("开着", make("b", "digit", String(now.open_counters)), "个窗口");
    } else if (now) {
      tag.textContent = "请准备";
      tag.hidden = !now.next.length;
      left.replaceChildren(...now.next.map((label) => make("span", "digit", label)));
      right.replaceChildren("在等", make("b", "digit", String(now.waiting)), "位");
      if (queue) right.append(make("span", "sep", "·"), make("b", "digit", queue.letter), "约", make("b", "digit", `${queue.low_min}–${queue.high_min}`), "分钟");
      const edge = right.parentElement.getBoundingClientRect().right;
      while (left.children.length > 1 && right.getBoundingClientRect().right > edge + 1) left.lastChild.remove();
    }
  }

  link(state, silentMs) {
    const lost = state !== "ok";
    at("strip").hidden = !lost;
    at("offline").hidden = !lost;
    if (lost) put("offline-for", minutesSeconds(silentMs));
  }
}
