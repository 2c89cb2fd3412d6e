"""Whether what was asked is what sounded: not silent, as long as its words take, as often as asked. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.speaker.chimes import chime
from devices.speaker.words import spoken
from devices.values.speaker import Language

if TYPE_CHECKING:
    from devices.speaker.codec import Sound
    from devices.values.speaker import Utterance

SYLLABLE_S = (0.1, 0.6)  # the shortest and the longest that a syllable of clear speech takes, pauses included
ENGLISH_LETTERS = 3.0  # of a word, for one syllable
EDGE_S = 0.6  # silence that engines leave before and behind


def fault_of(utterance: Utterance, sound: Sound) -> str:
    """Why this is not the sound of the utterance; empty when it is."""
    words = spoken(utterance.text, utterance.language)
    head_s = chime(utterance.chime).seconds
    syllables = _syllables(words, utterance.language)
    if (syllables or head_s) and not sound.loud_s:
        return "silent"
    least_s = (head_s if not syllables else 0) + syllables * SYLLABLE_S[0] * utterance.times
    most_s = head_s * utterance.times + (syllables * SYLLABLE_S[1] + EDGE_S + 1.0) * utterance.times
    if sound.seconds < least_s:
        return f"too short: {sound.seconds:.1f} s of at least {least_s:.1f}"
    return f"too long: {sound.seconds:.1f} s of at most {most_s:.1f}" if sound.seconds > most_s else ""


def _syllables(words: str, language: Language) -> float:
    letters = sum(character.isalnum() for character in words)
    return letters / ENGLISH_LETTERS if language is Language.ENGLISH else float(letters)
