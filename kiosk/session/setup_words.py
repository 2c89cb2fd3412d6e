"""装机向导 (UI-T2) as values: eight steps, what was answered, what is typed, what the machine found. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from kiosk.session.self_test_words import Seen


class SetupStep(StrEnum):
    """The steps in their order. Permanent: where a wizard broke off is kept by this word."""

    LANGUAGE = "language"
    NETWORK = "network"
    PAIRING = "pairing"
    SCREEN = "screen"
    BOXES = "boxes"
    SOUND = "sound"
    TICKET = "ticket"
    HANDOVER = "handover"  # 交付单
    DONE = "done"


STEPS = tuple(SetupStep)[:-1]


class Entry(StrEnum):
    """What is typed at the pad."""

    SERVER = "server"
    CODE = "code"
    DIAGONAL = "diagonal"
    BOTTOM = "bottom"


class Said(StrEnum):
    """What came of the last thing, where words of our own say it."""

    NOTHING = ""
    NOT_A_NUMBER = "not_a_number"
    NOT_AN_ADDRESS = "not_an_address"
    CODE_WRONG = "enrolment_code_wrong"
    NOT_LET_IN = "not_authenticated"
    NOBODY_CAME = "enrolment_waiting"
    TOO_MANY = "too_many_requests"
    HALL_SILENT = "hall_silent"
    NOT_WRITTEN = "not_written"
    OTHER = "other"
    HELP = "help"


class Answers(Value, frozen=True):
    """What is kept when a wizard breaks off: nothing secret, the code of the hall neither."""

    step: SetupStep = SetupStep.LANGUAGE
    language: str = ""
    server: str = ""
    hall_name: str = ""
    kiosk: str = ""  # "" before it was let in
    kiosk_name: str = ""
    where: str = ""
    landscape: bool = False
    diagonal_in: float = 21.5
    bottom_mm: float = 850
    volume: int = 3
    tried: tuple[str, ...] = ()  # boxes with a try that went well
    heard: str = ""  # of the loudspeaker's two sides; "" not said
    level: str = ""  # in dB(A), as somebody measured it
    ticket: bool = False  # the test slip came out
    skipped: tuple[SetupStep, ...] = ()


class Handed(Value, frozen=True):
    """The certificate: its file, its SHA-256 in hex, where copies lie."""

    file: str
    sha256: str
    copies: tuple[str, ...] = ()


class Setup(Hushed, Value, frozen=True):
    """The wizard while it stands. `job`: what is under way; an answer to another one comes too late."""

    answers: Answers = Answers()
    zone: str = ""  # of the system's clock
    entry: Entry | None = None
    typed: str = ""
    job: str = ""
    said: Said = Said.NOTHING
    chinese: str = ""  # the machine's own words beside it
    english: str = ""
    reached: str = ""  # the address at which a hall answered
    cards: tuple[Seen, ...] = ()  # of the network
    hall: Seen | None = None  # how it answered
    pairs: str = ""  # as which kiosk the hall knows this machine, once it has asked
    fingerprint: str = ""  # shown until the hall lets this machine in
    handed: Handed | None = None


class LookAtNetwork(Errand, frozen=True):
    """Network cards, and the hall where an address is known → NetworkSeen."""

    job: str
    server: str


class NetworkSeen(JourneyEvent, frozen=True):
    """`hall` is None when no address was given."""

    job: str
    server: str
    cards: tuple[Seen, ...]
    hall: Seen | None = None


class Pair(Hushed, Errand, frozen=True):
    """登记 (ADR 0019) → PairingShown, then Paired or SetupFailed."""

    job: str
    server: str
    code: str


class PairingShown(JourneyEvent, frozen=True):
    """What both sides show; somebody at the hall compares."""

    job: str
    kiosk: str
    kiosk_name: str
    hall_name: str
    fingerprint: str


class Paired(JourneyEvent, frozen=True):
    """The hall let this machine in; its credential is written."""

    job: str
    where: str


class SetupFailed(JourneyEvent, frozen=True):
    """It came to nothing, and changed nothing; `detail` is for a technician."""

    job: str
    said: Said
    detail: str = ""


class FindBoxes(Errand, frozen=True):
    """Look for boxes, and open them → Examined, again and again, and BoxesFound once, or SetupFailed."""

    job: str


class BoxesFound(JourneyEvent, frozen=True):
    """All that answers stands in the list."""

    job: str


class TrySlip(Errand, frozen=True):
    """One slip that says that it is none → SlipTried."""

    job: str


class SlipTried(JourneyEvent, frozen=True):
    """What came of it, and whether the hall lets this machine in with its new key."""

    job: str
    well: bool
    chinese: str = ""
    english: str = ""


class HandOver(Errand, frozen=True):
    """Write the kiosk's file and the certificate → HandedOver or SetupFailed."""

    job: str
    answers: Answers


class HandedOver(JourneyEvent, frozen=True):
    """Both are written."""

    job: str
    handed: Handed


class KeepAnswers(Errand, frozen=True):
    """A wizard that breaks off goes on here."""

    answers: Answers


class EndSetup(Errand, frozen=True):
    """The wizard is over; what is kept of it may go."""
