"""Chimes, made of sine partials. All of their energy lies below 3.8 kHz, where older ears still hear (ui.md 3).

Rising notes mean "your turn", falling ones "look here". Pure: the same chime is always the same samples.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from devices.speaker.codec import RATE, Sound, joined, levelled, silence
from devices.values.speaker import Chime

G4, C5, E5, G5 = 391.995, 523.251, 659.255, 783.991  # Hz, equal temperament, A4 = 440
PARTIALS = ((1, 1.0), (2, 0.35), (3, 0.12))  # (multiple, share); 3 × G5 = 2352 Hz
ATTACK_S = 0.008  # shorter would click
NOTES: dict[Chime, tuple[tuple[float, float], ...]] = {
    Chime.CALL: ((G4, 0.4), (C5, 0.4), (E5, 0.9)),  # (Hz, seconds)
    Chime.PRIORITY: ((E5, 0.35), (E5, 0.35), (G5, 0.9)),
    Chime.OK: ((C5, 0.2), (G5, 0.4)),
    Chime.WARN: ((E5, 0.3), (C5, 0.5)),
    Chime.TAP: ((G4, 0.06),),
}
PEAK_DB = {Chime.CALL: -9.0, Chime.PRIORITY: -9.0, Chime.OK: -14.0, Chime.WARN: -12.0, Chime.TAP: -24.0}


@cache
def chime(which: Chime) -> Sound:
    """The samples of a chime; NONE is no samples."""
    if which is Chime.NONE:
        return silence(0)
    return levelled(joined([_note(hertz, seconds) for hertz, seconds in NOTES[which]]), PEAK_DB[which])


def _note(hertz: float, seconds: float) -> Sound:
    at = np.arange(round(seconds * RATE)) / RATE
    wave = np.zeros_like(at)
    for multiple, share in PARTIALS:
        wave += share * np.sin(2 * np.pi * hertz * multiple * at)
    swell = np.minimum(1.0, at / ATTACK_S) * np.exp(-3.0 * at / seconds) * np.minimum(1.0, (seconds - at) / ATTACK_S)
    return Sound((wave * swell * 16000 / sum(share for _, share in PARTIALS)).astype(np.int16))
