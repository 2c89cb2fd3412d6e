// The call chime: G4–C5–E5 rising, 1.7 s, -9 dBFS, sine partials below 2 kHz so that older ears hear all of it.
// Made here from sines: no file to fetch. Sentences come from the hall, as finished sounds.

const NOTES = [
  { hz: 392.0, at: 0.0 },
  { hz: 523.25, at: 0.3 },
  { hz: 659.26, at: 0.6 },
];
const PARTIALS = [1, 0.28, 0.1]; // weight of the fundamental, the octave, the twelfth
const LENGTH_S = 1.7;
const PEAK = 10 ** (-9 / 20);
const ATTACK_S = 0.012;

export class Chime {
  constructor() {
    const Context = globalThis.AudioContext;
    this.context = Context ? new Context() : null;
  }

  /** May this page make a sound now? A browser without the autoplay switch says no until somebody touches the page. */
  allowed() {
    return this.context !== null && this.context.state === "running";
  }

  /** Ask for permission; call it from a touch. */
  async unlock() {
    if (this.context) await this.context.resume();
    return this.allowed();
  }

  play() {
    if (!this.allowed()) return false;
    const from = this.context.currentTime + 0.02;
    const sum = PARTIALS.reduce((a, b) => a + b, 0) * 1.9; // notes overlap: never above the peak
    for (const note of NOTES) {
      PARTIALS.forEach((weight, index) => this.tone(note.hz * (index + 1), (PEAK * weight) / sum, from + note.at, from + LENGTH_S));
    }
    return true;
  }

  /** Play a finished sound (WAV) in the place of the one before. Throws when these bytes are none. */
  async sound(bytes) {
    const decoded = await this.context.decodeAudioData(bytes);
    if (this.playing) this.playing.stop();
    this.playing = this.context.createBufferSource();
    this.playing.buffer = decoded;
    this.playing.connect(this.context.destination);
    this.playing.start();
  }

  tone(hz, level, from, until) {
    const sine = this.context.createOscillator();
    const gain = this.context.createGain();
    sine.frequency.value = hz;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(level, from + ATTACK_S);
    gain.gain.exponentialRampToValueAtTime(level / 1000, until);
    sine.connect(gain).connect(this.context.destination);
    sine.start(from);
    sine.stop(until);
  }
}
