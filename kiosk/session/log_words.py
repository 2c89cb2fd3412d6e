"""日志 (UI-T6) as values: what was logged, masked, and how far a copy on a stick is. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from kiosk.session.self_test_words import Lamp

ENTRIES_MOST = 1000  # the newest; a copy on a stick holds everything that is kept


class LogEntry(Hushed, Value, frozen=True):
    """One thing that was logged; `at` by this machine's clock, "" of a torn line."""

    at: str
    lamp: Lamp
    source: str
    text: str


class LogOnly(StrEnum):
    """Which of it is shown. Permanent."""

    ALL = "all"
    ODD = "odd"  # what somebody should look at, faults too
    FAULTS = "faults"


class StickStep(StrEnum):
    """How far the copy is. Permanent."""

    ASKED = "asked"  # not begun
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


class StickFault(StrEnum):
    """Why there is no copy. Permanent."""

    NO_STICK = "no_stick"
    READ_ONLY = "read_only"
    FULL = "full"
    GONE = "gone"  # pulled out, or broken
    NO_LOG = "no_log"


class LogCopy(Hushed, Value, frozen=True):
    """A copy on a stick. `passphrase` stands here and on the glass, nowhere else, until the page is left."""

    step: StickStep = StickStep.ASKED
    job: str = ""
    file: str = ""
    passphrase: str = ""
    fault: StickFault = StickFault.NO_STICK


class LogLook(Hushed, Value, frozen=True):
    """What stands on the page; newest first. `looked_for` is typed, `typed` is being typed."""

    read: bool = False
    entries: tuple[LogEntry, ...] = ()
    only: LogOnly = LogOnly.ALL
    looked_for: str = ""
    typed: str = ""
    place: int = 0  # counts on; the page shows it modulo the number of pages


class ReadLog(Errand, frozen=True):
    """Read what this kiosk has logged → LogRead."""


class SaveLog(Errand, frozen=True):
    """Put all of it on a stick, encrypted, under `job` → LogSaved or LogNotSaved."""

    job: str


class LogRead(JourneyEvent, frozen=True):
    """What was logged, the newest first."""

    entries: tuple[LogEntry, ...]


class LogSaved(Hushed, JourneyEvent, frozen=True):
    """A whole file lies on the stick; only `passphrase` opens it."""

    job: str
    file: str
    passphrase: str


class LogNotSaved(JourneyEvent, frozen=True):
    """Nothing lies on the stick."""

    job: str
    fault: StickFault
