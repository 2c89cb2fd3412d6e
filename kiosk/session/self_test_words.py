"""The technician's pages (UI-T3) as values: what was seen of each part, what came of a try. Pure."""

from __future__ import annotations

from enum import StrEnum

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.session.log_words import LogCopy, LogLook
from kiosk.session.settings_words import Settings
from kiosk.session.state import Page
from kiosk.session.upgrade_words import Upgrade
from kiosk.values import Hushed, Value, field

LOCK_S = 300.0  # nobody touched it for so long: locked
SPOTS = 25  # crosses of the touch panel
TRY_S = 15.0  # so long a card, a code or a key is waited for


class Lamp(StrEnum):
    """How a part is. Permanent."""

    FINE = "fine"
    WARNING = "warning"  # works, somebody should look
    FAULT = "fault"
    UNKNOWN = "unknown"  # not looked at yet


class Seen(Value, frozen=True):
    """One look at a part. `box`: one of this machine's boxes; else a fact, as `figure` in `unit` or as words."""

    part: str
    lamp: Lamp = Lamp.UNKNOWN
    chinese: str = ""
    english: str = ""
    do_chinese: str = ""
    do_english: str = ""
    figure: str = ""
    unit: str = ""
    box: bool = False


class TryStep(StrEnum):
    """How far a try is. Permanent."""

    WAITING = "waiting"  # for a card, a code, a key, a page; or until it is printed
    WELL = "well"
    ILL = "ill"
    NOTHING = "nothing"  # nothing came in time


class Try(Hushed, Value, frozen=True):
    """The last try of a box: `value` is what there is to show, masked; the sentences say what helps."""

    part: str
    job: str
    step: TryStep = TryStep.WAITING
    value: str = ""
    chinese: str = ""
    english: str = ""


class Sounds(Value, frozen=True):
    """What sounded last, what was heard of all of it, and the level that somebody measured, in dB(A)."""

    last: str = ""
    heard: str = ""
    level: str = ""


class Workshop(Hushed, Value, frozen=True):
    """The technician's pages while they stand."""

    came_from: Page = Page.HOME
    seen: tuple[Seen, ...] = ()
    tries: tuple[Try, ...] = ()
    view: int = 0  # which card of the glass
    off_mm: tuple[float, ...] = ()  # of each touch of the grid so far
    sounds: Sounds = field(default_factory=Sounds)
    log: LogLook = field(default_factory=LogLook)
    copy: LogCopy = field(default_factory=LogCopy)  # of the log, on a stick
    settings: Settings = field(default_factory=Settings)
    upgrade: Upgrade = field(default_factory=Upgrade)


class Examine(Errand, frozen=True):
    """Look at everything, and again until the next Wipe → Examined."""


class TryBox(Errand, frozen=True):
    """试一下 one box, under `job` → BoxTried."""

    part: str
    job: str


class Examined(JourneyEvent, frozen=True):
    """What was seen, in the order of the list."""

    seen: tuple[Seen, ...]


class BoxTried(JourneyEvent, frozen=True):
    """What came of a try."""

    job: str
    step: TryStep
    value: str = ""
    chinese: str = ""
    english: str = ""


class CodeFelt(JourneyEvent, frozen=True):
    """The scanner read something while one was waited for; of what it says only the length is told."""

    length: int
