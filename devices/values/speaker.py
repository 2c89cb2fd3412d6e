"""What a speaker is asked to say, how that ended, and how the speaker is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.completion import End
    from devices.values.health import Health


class Language(StrEnum):
    """Spoken languages of a hall."""

    MANDARIN = "mandarin"
    CANTONESE = "cantonese"
    ENGLISH = "english"


class Chime(StrEnum):
    """What sounds before the words. Rising: your turn; falling: look here."""

    NONE = "none"
    CALL = "call"
    PRIORITY = "priority"
    OK = "ok"
    WARN = "warn"
    TAP = "tap"


class Side(StrEnum):
    """Which loudspeaker sounds."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Urgency(IntEnum):
    """Who goes first. An alarm interrupts what is being said; the others wait for it to end."""

    ALARM = 0
    CALL = 1
    NOTICE = 2


@dataclass(frozen=True, slots=True, repr=False)
class Utterance:
    """One thing to say: the chime, then the words, `times` times. Empty words: only the chime.

    What still waits after `expires_s` seconds is not said any more: nobody wants to hear an old call. `volume_db` is
    louder (+) or softer (−) than usual, in decibels, never beyond full scale; `speed` is how many times as fast the
    words are spoken, 0.5 to 2 (recorded phrases stay as they were recorded). What is not `kept` leaves nothing behind,
    not even in memory: it may hold a name.
    """

    text: str
    language: Language = Language.MANDARIN
    chime: Chime = Chime.NONE
    urgency: Urgency = Urgency.CALL
    times: int = 1
    expires_s: float = 60.0
    volume_db: float = 0.0
    speed: float = 1.0
    kept: bool = True
    side: Side = Side.BOTH

    def __repr__(self) -> str:  # the words may hold a name
        return f"Utterance({len(self.text)} characters, {self.language}, {self.chime}, {self.urgency.name})"


@dataclass(frozen=True, slots=True)
class SpeakResult:
    """The one end of an utterance. `seconds` is how long it sounds when it is said in full."""

    end: End
    reason: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class SpeakerStatus:
    """How the speaker is, and how much it still has to say."""

    health: Health
    reason: str = ""
    speaking: bool = False
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerCapabilities:
    """What it speaks, and how much it takes at once."""

    languages: frozenset[Language] = frozenset(Language)
    chimes: frozenset[Chime] = frozenset(Chime)
    longest_text: int = 200
    longest_queue: int = 32
