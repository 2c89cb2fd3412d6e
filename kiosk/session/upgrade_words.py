"""升级 (UI-T7) as values: what this machine's slots hold, and how far the wish for another version is. Pure."""

from __future__ import annotations

from enum import StrEnum

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Value


class SlotsBook(StrEnum):
    """What is known of the slots. Permanent: the page has sentences for each."""

    READ = "read"
    NONE = "none"  # no slots on this machine: the program runs from a checkout
    MISSING = "missing"  # slots, and nothing written of them
    TORN = "torn"  # what is written cannot be read, or has another shape


class Slots(Value, frozen=True):
    """What `kapok-slots` wrote last, and what lies on the disk. `running`: this program; `wanted`: by the hall."""

    book: SlotsBook
    running: str
    wanted: str = ""
    at_work: str = ""
    before: str = ""  # the version in the other slot
    there: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()  # were not well
    last: str = ""  # how the last change ended, in the words of the slots
    wrong: str = ""  # why
    at: str = ""  # when, ISO 8601


class Change(StrEnum):
    """How far a change of version is. Permanent."""

    NONE = "none"
    ASKED = "asked"  # really?
    SENT = "sent"  # the slots have the wish; this program will be stopped
    REFUSED = "refused"


class ChangeRefusal(StrEnum):
    """Why a version was not put to work. Permanent: the page has a sentence for each."""

    GONE = "gone"  # it does not lie here
    NOT_WELL = "not_well"
    STUCK = "stuck"  # a person is needed
    BUSY = "busy"  # another one is being put to work
    DISK = "disk"
    NOBODY = "nobody"  # nothing on this machine takes wishes up


class Upgrade(Value, frozen=True):
    """The page. `slots` None: not looked at yet; `version`: the one that is asked for."""

    slots: Slots | None = None
    change: Change = Change.NONE
    version: str = ""
    refusal: str = ""


class LookAtSlots(Errand, frozen=True):
    """→ SlotsSeen."""


class WishVersion(Errand, frozen=True):
    """Ask the slots for it → the end of this program, or VersionRefused."""

    version: str


class SlotsSeen(JourneyEvent, frozen=True):
    """How they are."""

    slots: Slots


class VersionRefused(JourneyEvent, frozen=True):
    """It was not put to work."""

    version: str
    refusal: ChangeRefusal
