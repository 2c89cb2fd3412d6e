// Says calls aloud, one after the other: asks the hall whose turn it is, so that each call is said once in a sound zone,
// and tells the board when it may go on. The sound comes from the hall, finished: chime and sentence.

const CAPTION_FIRST_MS = 350; // the number stands there before the voice begins
const ASK_AGAIN_MS = 2000; // the hall did not answer
const HOLD_MS = 30000; // a voice that hangs holds the board no longer than this
const TOO_OLD_MS = 10 * 60000; // nobody wants to hear a call from then on
const FETCH_MS = 8000;
const LOG_MAX = 500;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// A name for this load of the page. crypto.randomUUID is missing where pages do not come over TLS.
function newName() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Announcer {
  constructor({ board, chime, hallNow }) {
    this.path = `/board/${board}/announce`;
    this.chime = chime;
    this.hallNow = hallNow;
    this.name = newName();
    this.waiting = [];
    this.running = false;
    this.since = 0;
    this.alarming = false;
    this.sounding = false;
    this.said = []; // for tests and for the tour
  }

  /** Whether a call is still to be heard, so that the next one must not be shown yet. */
  busy() {
    return this.running && Date.now() - this.since < HOLD_MS;
  }

  /** Say a call when its turn comes. A page that may not sound leaves it to the others of its zone. */
  say(call) {
    if (!this.chime.allowed()) return;
    this.waiting.push(call);
    this.since = Date.now();
    if (!this.running) this.run();
  }

  /** Say the urgent notice again and again while it stands. */
  alarm(stands) {
    this.alarming = stands;
    if (stands && !this.sounding && this.chime.allowed()) this.ring();
  }

  async ring() {
    this.sounding = true;
    try {
      while (this.alarming) {
        const turn = await this.ask({ n: "urgent" });
        if (turn.say === "yours") await this.play({ n: "urgent" }, turn.left / 1000);
        else await pause(Math.min(5000, Math.max(1000, turn.left / 1000)));
      }
    } finally {
      this.sounding = false;
    }
  }

  async run() {
    this.running = true;
    try {
      while (this.waiting.length) {
        this.since = Date.now();
        await pause(CAPTION_FIRST_MS);
        await this.settle(this.waiting.shift());
      }
    } finally {
      this.running = false;
    }
  }

  /** Until a call was said, here or elsewhere, or is too old to be said. */
  async settle(call) {
    while (this.hallNow() - call.at / 1000 < TOO_OLD_MS) {
      const turn = await this.ask(call);
      if (turn.say === "yours") return this.play(call, turn.left / 1000);
      if (turn.say === "taken") return pause(turn.left / 1000);
      await pause(Math.max(100, turn.left / 1000));
    }
  }

  /** The hall's answer; a hall that does not answer is asked again, a call that it does not know is nobody's. */
  async ask(call) {
    try {
      const response = await this.fetch(call, { method: "POST", headers: { "Kapok-Page": "board", "Kapok-Speaker": this.name } });
      if (response.ok) return await response.json();
      if (response.status < 500) return { say: "taken", left: 0 };
    } catch {
      // the line is down, or the hall is starting
    }
    return { say: "wait", left: ASK_AGAIN_MS * 1000 };
  }

  async play(call, lengthMs) {
    this.said.push({ n: call.n, label: call.label, counter: call.counter, move: call.move, at: Date.now(), ms: lengthMs });
    if (this.said.length > LOG_MAX) this.said.shift();
    const ends = pause(lengthMs);
    try {
      const response = await this.fetch(call, {});
      if (!response.ok) throw new Error(String(response.status));
      await this.chime.sound(await response.arrayBuffer());
    } catch {
      this.chime.play(); // the words are lost, but not the sign
    }
    return ends;
  }

  async fetch(call, wish) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), FETCH_MS);
    try {
      return await fetch(`${this.path}/${call.n}`, { ...wish, signal: abort.signal, cache: "no-store" });
    } finally {
      clearTimeout(timer);
    }
  }
}
