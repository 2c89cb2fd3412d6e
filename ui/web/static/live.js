// One live link to the hall: "push wakes, pull delivers". Listens to the stream's named events (news, beat, build),
// notices a stream that is silent without being closed, reconnects with a jittered back-off and wakes the page to pull.
// Knows nothing of tickets, boards or counters. State for the style sheets: <html data-link="ok|late|down">.

const SILENT_MS = 24000; // the hall beats every 10 s: two beats missed = the stream is dead, and told so within 25 s
const DOWN_MS = 5 * 60000; // from here on an old number is worse than none
const TICK_MS = 500;
const BACK_OFF_FIRST_MS = 1000;
const BACK_OFF_MAX_MS = 30000;

/** The next pause before trying again: doubled each time, up to 30 s, ±30 % so that a hall's screens do not come back in step. */
export function backOff(attempt, random = Math.random()) {
  const pause = Math.min(BACK_OFF_MAX_MS, BACK_OFF_FIRST_MS * 2 ** attempt);
  return Math.round(pause * (0.7 + 0.6 * random));
}

/** ok, late or down: how a page should show a link that has been broken for so long. */
export function linkState(brokenMs, lateAfterMs) {
  if (brokenMs >= DOWN_MS) return "down";
  return brokenMs > lateAfterMs ? "late" : "ok";
}

/** The build that this page was made by; the hall's stream names its own, and the page reloads when they differ. */
export function pageBuild() {
  const meta = document.querySelector('meta[name="kapok-build"]');
  return meta ? meta.content : "";
}

/** What proves that a command comes from a page drawn for whoever is signed in; "" where nobody is. */
export function pageProof() {
  const meta = document.querySelector('meta[name="kapok-proof"]');
  return meta ? meta.content : "";
}

/**
 * Open the link and keep it open. `onWake(why)` is called on every (re)connect, every news and every failure to connect;
 * the page then pulls what it lacks.
 * `onTick(state, brokenMs)` is called twice a second. `lateAfterMs`: how long a break may last before people are told.
 */
export class Live {
  constructor({ url, onWake, onTick = () => {}, lateAfterMs = SILENT_MS }) {
    this.url = url;
    this.onWake = onWake;
    this.onTick = onTick;
    this.lateAfterMs = lateAfterMs;
    this.heardAt = Date.now();
    this.brokenAt = 0; // 0 = the stream is open
    this.attempt = 0;
    this.source = null;
    this.retry = 0;
  }

  start() {
    this.open();
    setInterval(() => this.tick(), TICK_MS);
    addEventListener("online", () => this.again(0));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && this.brokenAt) this.again(0);
    });
    return this;
  }

  /** Milliseconds since anything was heard of the hall. */
  silentFor() {
    return Math.max(0, Date.now() - this.heardAt);
  }

  /** Something came over the stream: the hall is there. Pulls do not count, a page needs to be woken. */
  heard() {
    this.heardAt = Date.now();
  }

  open() {
    this.close();
    const source = new EventSource(this.url);
    this.source = source;
    const alive = () => {
      if (this.source !== source) return;
      this.heard();
      if (this.brokenAt) this.attempt = 0;
      this.brokenAt = 0;
    };
    source.onopen = () => {
      alive();
      this.onWake("open");
    };
    source.onerror = () => {
      if (this.source !== source) return;
      this.broke();
      this.onWake("broken"); // the stream may be refused while questions are answered: "sign in again", for one
    };
    source.addEventListener("beat", alive);
    source.addEventListener("news", () => {
      alive();
      this.onWake("news");
    });
    source.addEventListener("help", () => {
      alive();
      this.onWake("help"); // a call for help changed; told to staff only
    });
    source.addEventListener("build", (event) => {
      alive();
      this.checkBuild(event.data);
    });
  }

  close() {
    clearTimeout(this.retry);
    this.retry = 0;
    if (this.source) this.source.close(); // never leave it to the browser: six half-open streams wedge an origin
    this.source = null;
  }

  broke() {
    this.close();
    this.brokenAt = this.brokenAt || Date.now();
    this.again(backOff(this.attempt));
    this.attempt += 1;
  }

  again(pause) {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), pause);
  }

  checkBuild(data) {
    let build = "";
    try {
      build = String(JSON.parse(data).build || "");
    } catch {
      return; // not ours to judge: the next connect says it again
    }
    if (build && pageBuild() && build !== pageBuild()) location.reload();
  }

  tick() {
    if (!this.brokenAt && this.silentFor() > SILENT_MS) this.broke();
    const brokenMs = this.brokenAt ? (this.lateAfterMs >= SILENT_MS ? this.silentFor() : Date.now() - this.brokenAt) : 0;
    const state = linkState(brokenMs, this.lateAfterMs);
    if (document.documentElement.dataset.link !== state) document.documentElement.dataset.link = state;
    this.onTick(state, this.silentFor());
  }
}
