// The order in which a board shows calls: strictly one at a time, each once, also those that it missed.
// Pure: time comes in as arguments, so that a test can play a whole day. Knows no page and no network.

export const DWELL_MS = 7000; // one red call at a time, at least so long
export const FRESH_MS = 45000; // how long the last call stays red
export const CALM_MS = 120000; // nobody called for so long: the hall's own line comes up
const MISSED_AFTER_MS = 60000; // a call that reaches the board later than this is shown as missed, not as "now"
const MISSED_ALL_MS = 24000; // all missed calls together take about so long …
const MISSED_MIN_MS = 300; // … and none is shorter than this
const MISSED_MAX_MS = 1500;
const HISTORY = 24;
const KNOWN = 200; // calls that are known again when a hall of another life tells them once more

const nameOf = (call) => `${call.n} ${call.at} ${call.label}`;

export class CallQueue {
  /**
   * `shown`: number of the last event that this board has shown, from its store; `history`: earlier calls, newest first;
   * `known`: of the queue before this one, when the hall went back in time: while two servers run at once, a board that
   * is sent from one to the other and back is told calls that it has shown.
   */
  constructor({ shown, history = [], known = [] }) {
    this.known = known;
    this.cursor = shown; // newest event that was pulled
    this.shown = shown; // newest event that was shown
    this.pending = [];
    this.current = null;
    this.currentSince = 0;
    this.history = history.slice(0, HISTORY);
    this.missedLeft = 0;
  }

  /** Events after the cursor, in order; whatever is older or doubled is dropped. `hallNow`: the hall's clock in ms. */
  add(calls, through, hallNow) {
    for (const call of calls) {
      if (call.n <= this.cursor) continue;
      this.cursor = call.n;
      if (this.known.includes(nameOf(call))) continue;
      const missed = hallNow - call.at / 1000 > MISSED_AFTER_MS;
      this.missedLeft += missed ? 1 : 0;
      this.pending.push({ ...call, missed });
    }
    this.cursor = Math.max(this.cursor, through);
    if (!this.pending.length && !this.current) this.shown = Math.max(this.shown, this.cursor);
  }

  /** How long the call that stands there must stay, in ms. */
  dwell() {
    if (!this.current || !this.current.missed) return DWELL_MS;
    const share = MISSED_ALL_MS / Math.max(1, this.missedLeft + 1);
    return Math.min(MISSED_MAX_MS, Math.max(MISSED_MIN_MS, share));
  }

  /** The call to show from `now` (ms) on, or null when nothing changes. */
  next(now) {
    if (!this.pending.length) return null;
    if (this.current && now - this.currentSince < this.dwell()) return null;
    this.retire();
    this.current = this.pending.shift();
    this.currentSince = now;
    this.shown = this.current.n;
    this.known = [nameOf(this.current), ...this.known].slice(0, KNOWN);
    if (this.current.missed) this.missedLeft -= 1;
    return this.current;
  }

  /** The number to remember: everything up to it has been shown or holds no call. */
  remembered() {
    return this.pending.length ? this.shown : this.cursor;
  }

  /** What the block shows at `now`: call, missed, last or idle. */
  view(now) {
    if (!this.current) return "idle";
    const age = now - this.currentSince;
    if (age >= CALM_MS) return "idle";
    if (this.current.missed) return "missed";
    return age < FRESH_MS ? "call" : "last";
  }

  /** The calls before the one in the block, newest first, each ticket once. */
  earlier(limit) {
    const seen = new Set(this.current ? [this.current.label] : []);
    const rows = [];
    for (const call of this.history) {
      if (seen.has(call.label)) continue;
      seen.add(call.label);
      rows.push(call);
      if (rows.length === limit) break;
    }
    return rows;
  }

  retire() {
    if (!this.current) return;
    this.history.unshift(this.current);
    this.history.length = Math.min(this.history.length, HISTORY);
  }
}
