"""现场协助 (UI-K24): the corner of this machine that is staff's own, behind a PIN. No visitor is in it. Pure.

The PIN is judged outside (`CheckPin`); here is only what is typed, and that it is gone with the page. Five wrong ones
shut the corner for ten minutes, a minute without a touch locks it. Nothing in it leads out of the program.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.browsing import take_a_number
from kiosk.session.corner_words import NumberLook
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import Choice, Touch, Touched
from kiosk.session.hearing import STEPS
from kiosk.session.journey import Errand, Journey, JourneyEvent
from kiosk.session.self_test_words import LOCK_S as BENCH_S
from kiosk.session.self_test_words import Examine, Workshop
from kiosk.session.state import Page, Session
from kiosk.values import Hushed, Value, replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen
    from kiosk.session.leaving import Turn

LEAST, MOST = 4, 12  # digits of a PIN
TRIES = 5
SHUT_S = 600.0
LOCK_S = 60.0
OPEN_FROM = frozenset({Page.HOME, Page.OUT_OF_SERVICE, Page.STARTING})  # where no visitor is
DIGITS = frozenset("0123456789")


class StaffAct(StrEnum):
    """What staff do here; permanent, they stand in the log."""

    OPENED = "opened"
    WRONG_PIN = "wrong_pin"
    SHUT = "shut"  # too many wrong ones
    LOCKED = "locked"  # nobody touched it for a minute
    CLOSED = "closed"
    REPRINT = "reprint"  # the last slip once more, marked 补打
    PAPER = "paper"  # a new roll is in
    TECHNICIAN = "technician"
    LOUDER = "louder"
    SOFTER = "softer"
    PAUSED = "paused"  # 暂停服务, until staff resume it; a start of the program does not
    RESUMED = "resumed"
    SOMEBODY = "somebody"  # 替人取号: a visit begins, without the corner
    NUMBERS = "numbers"  # 号票: one is looked at, then cancelled or put first
    TECHNICIAN_CAME = "technician_came"  # 自检, behind a PIN of its own
    TECHNICIAN_LEFT = "technician_left"
    DRILLED = "drilled"  # 演练: a fault was played
    SETTINGS_CHANGED = "settings_changed"  # 配置: the technician changed a setting, or went back
    VERSION_WISHED = "version_wished"  # 升级: the technician asked for another version


CHOICES = (
    *(StaffAct.SOMEBODY, StaffAct.NUMBERS, StaffAct.REPRINT, StaffAct.PAPER, StaffAct.PAUSED),
    *(StaffAct.LOUDER, StaffAct.SOFTER, StaffAct.TECHNICIAN),
)
WHILE_PAUSED = (StaffAct.RESUMED, *(act for act in CHOICES[1:] if act is not StaffAct.PAUSED))


class Gate(Value, frozen=True):
    """How the corner is guarded."""

    wrong: int = 0
    shut_until: float = 0.0  # monotonic seconds


class Corner(Hushed, Value, frozen=True):
    """The corner while it stands on the screen. `said`: what came of the last thing: wrong, shut, or StaffAct.value."""

    typed: str = ""
    judging: bool = False
    said: str = ""
    failed: bool = False
    came_from: Page = Page.HOME
    look: NumberLook | None = None  # at somebody's number


class CheckPin(Hushed, Errand, frozen=True):
    """→ PinJudged. Takes a fifth of a second on purpose."""

    pin: str


class StaffDoes(Errand, frozen=True):
    """Do it, and write down that it was done → StaffDone for REPRINT."""

    act: StaffAct


class PinJudged(JourneyEvent, frozen=True):
    """Whether the PIN is this machine's; the technician's opens 自检."""

    right: bool
    technician: bool = False


class StaffDone(JourneyEvent, frozen=True):
    """What came of it."""

    act: StaffAct
    ok: bool


def open_gate(session: Session, _: Touched) -> Turn:
    """The crest was held, or its keys were pressed: the PIN is asked for. Without a PIN nothing happens."""
    if session.gate is None or session.page not in OPEN_FROM or session.visit is not None:
        return session, ()
    shut = _is_shut(session)
    corner = Corner(came_from=session.page, said=StaffAct.SHUT if shut else "")
    return stays(replace(session, page=Page.STAFF_PIN, corner=corner)), ()


def _is_shut(session: Session) -> bool:
    return session.gate is None or session.now < session.gate.shut_until


def stays(session: Session) -> Session:
    """The corner stays open for another minute."""
    return replace(session, page_ends_at=session.now + LOCK_S, last_touch=session.now)


def key_pressed(session: Session, event: Chosen) -> Turn:
    """A digit, or what undoes; a PIN that is being judged is not changed."""
    corner = session.corner
    if corner is None or corner.judging or _is_shut(session):
        return session, ()
    match event.value:
        case "back":
            typed = corner.typed[:-1]
        case "clear":
            typed = ""
        case digit if digit in DIGITS:
            typed = (corner.typed + digit)[:MOST]
        case _:
            return session, ()
    return stays(replace(session, corner=replace(corner, typed=typed, said=""))), ()


def confirm_pin(session: Session, _: Touched) -> Turn:
    """确定."""
    corner = session.corner
    if corner is None or corner.judging or _is_shut(session) or len(corner.typed) < LEAST:
        return session, ()
    return stays(replace(session, corner=replace(corner, judging=True))), (CheckPin(corner.typed),)


def _judged(session: Session, event: PinJudged) -> Turn:
    corner, gate = session.corner, session.gate
    if corner is None or gate is None or not corner.judging or session.page is not Page.STAFF_PIN:
        return session, ()
    if event.right and event.technician:
        workshop = Workshop(came_from=corner.came_from)
        after = replace(session, page=Page.SELF_TEST, gate=Gate(), corner=None, workshop=workshop)
        after = replace(after, page_ends_at=session.now + BENCH_S, last_touch=session.now)
        return after, (StaffDoes(StaffAct.TECHNICIAN_CAME), Examine())
    if event.right:
        after = replace(session, page=Page.STAFF, gate=Gate(), corner=Corner(came_from=corner.came_from))
        return stays(after), (StaffDoes(StaffAct.OPENED),)
    wrong = gate.wrong + 1
    if wrong < TRIES:
        gate, act = replace(gate, wrong=wrong), StaffAct.WRONG_PIN
    else:
        gate, act = replace(gate, wrong=0, shut_until=session.now + SHUT_S), StaffAct.SHUT
    said = replace(corner, typed="", judging=False, said=act)
    return replace(session, gate=gate, corner=said), (StaffDoes(act), PlayTone(Tone.WARN))


def act_chosen(session: Session, event: Chosen) -> Turn:
    """One of the things that staff do here; one that nobody knows changes nothing."""
    corner = session.corner
    if corner is None or event.value not in choices(session):
        return session, ()
    act = StaffAct(event.value)
    if act is StaffAct.SOMEBODY:
        left, effects = _left(session, act)
        begun, more = take_a_number(left, Touched(event.at, Touch.TAKE_A_NUMBER, event.fresh_id))
        return begun, (*effects, *more)
    if act is StaffAct.NUMBERS:
        look = replace(corner, said="", failed=False, look=NumberLook())
        return stays(replace(session, page=Page.STAFF_FIND, corner=look)), ()
    session = replace(session, paused=(session.paused or act is StaffAct.PAUSED) and act is not StaffAct.RESUMED)
    does: Turn = stays(replace(session, corner=replace(corner, said=act, failed=False))), (StaffDoes(act),)
    if act not in {StaffAct.LOUDER, StaffAct.SOFTER}:
        return does
    after, effects = does
    step = session.hearing.usual + (1 if act is StaffAct.LOUDER else -1)
    step = min(STEPS, max(1, step))
    return replace(after, hearing=replace(session.hearing, usual=step, volume=step)), (*effects, PlayTone(Tone.OK))


def choices(session: Session) -> tuple[StaffAct, ...]:
    """What can be done now: a number is taken only by a machine that is in service."""
    if session.paused:
        return WHILE_PAUSED
    return CHOICES if session.catalogue is not None else CHOICES[1:]


def _done(session: Session, event: StaffDone) -> Turn:
    corner = session.corner
    if corner is None or session.page is not Page.STAFF:
        return session, ()
    return replace(session, corner=replace(corner, said=event.act, failed=not event.ok)), ()


def leave_corner(session: Session, _: Touched) -> Turn:
    """完成, or 返回 from the PIN."""
    return _left(session, None if session.page is Page.STAFF_PIN else StaffAct.CLOSED)


def corner_locked(session: Session) -> Turn:
    """Nobody touched anything for a minute."""
    return _left(session, None if session.page is Page.STAFF_PIN else StaffAct.LOCKED)


def _left(session: Session, act: StaffAct | None) -> Turn:
    page = Page.HOME if session.corner is None else session.corner.came_from
    page = Page.HOME if page is not Page.HOME and session.catalogue is not None else page
    page = Page.OUT_OF_SERVICE if session.paused else page
    after = replace(session, page=page, corner=None, page_ends_at=None, last_touch=session.now)
    return after, (Wipe(),) if act is None else (StaffDoes(act), Wipe())


JOURNEY = Journey(
    touches=MappingProxyType(
        {(page, Touch.STAFF): open_gate for page in OPEN_FROM}
        | {
            (Page.STAFF_PIN, Touch.TYPED): confirm_pin,
            (Page.STAFF_PIN, Touch.BACK): leave_corner,
            (Page.STAFF, Touch.FINISH): leave_corner,
        }
    ),
    choices=MappingProxyType({(Page.STAFF_PIN, Choice.KEY): key_pressed, (Page.STAFF, Choice.STAFF): act_chosen}),
    answers=MappingProxyType({PinJudged: _judged, StaffDone: _done}),
    ends=MappingProxyType({Page.STAFF_PIN: corner_locked, Page.STAFF: corner_locked}),
)
