"""播报: which of several loudspeakers in one sound zone says a call, so that each is said once and none echoes. Pure.

Whoever speaks asks for each call before it says it. Calls are said in the order of their events; the one that spoke
last goes on, and another takes its place when it stays silent.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

GRACE = 1_500_000  # microseconds after a sentence that belong to whoever said it: the next call is theirs


class Say(StrEnum):
    """What a loudspeaker that asked shall do."""

    YOURS = "yours"  # say it now
    TAKEN = "taken"  # another has said it, or is saying it
    WAIT = "wait"  # another is still saying an earlier one: ask again


class ZoneVoice(msgspec.Struct, frozen=True):
    """The newest call that was said in a zone, by whom, and until when that sounds (UTC microseconds)."""

    n: int = 0
    speaker: str = ""
    until: int = 0


class Turn(msgspec.Struct, frozen=True):
    """The answer to a loudspeaker; `left`: microseconds for which that sounds, or after which to ask again."""

    say: Say
    left: int = 0


def turn(voice: ZoneVoice, speaker: str, n: int, at: int, length: int) -> tuple[Turn, ZoneVoice]:
    """Whether `speaker` says call `n`, which sounds for `length` microseconds; and the zone afterwards."""
    again = n == voice.n and speaker == voice.speaker and at < voice.until  # the answer was lost on its way
    if n <= voice.n and not again:
        return Turn(Say.TAKEN, max(0, voice.until - at) if n == voice.n else 0), voice
    if speaker != voice.speaker and at < voice.until + GRACE:
        return Turn(Say.WAIT, voice.until + GRACE - at), voice
    return Turn(Say.YOURS, length), ZoneVoice(n, speaker, at + length)
