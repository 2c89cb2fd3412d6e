"""输号码 (UI-K6): a number is typed at a pad, checked as it grows, and known by its pseudonym only.

What is typed stands in the visit's way, private like every way, and is gone as soon as it has named somebody. Whose it
is, and what the pad is for, say `Typed` and `kiosk.session.typed`; here nobody is named.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.codes.typed_number import ID_LENGTH, adds_up, odd_at
from kiosk.session.journey import Errand, JourneyEvent, Way
from kiosk.session.state import Page, Session
from kiosk.values import Hushed, replace

if TYPE_CHECKING:
    from hall_server.contract.identity.words import Reason
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Person

DIGITS = "1234567890"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST = 20
LEAST = 5  # of a passport
STATE_LENGTH = 3
BACK, CLEAR, LOOK = "back", "clear", "look"  # keys that are no signs


class Typed(StrEnum):
    """What is typed, and for whom."""

    OWN = "own"  # the visitor's own number
    PRINCIPAL = "principal"  # of whom they act for
    COMPANY = "company"  # 统一社会信用代码


class Pad(StrEnum):
    """Which keys stand there."""

    ID = "id"  # digits and X
    LETTERS = "letters"  # digits and letters


class TypingWay(Hushed, Way, frozen=True):
    """A number that is being typed. `held`: the way that it belongs to; `asked`: under what it is being recognised."""

    what: Typed
    came_from: Page
    text: str = ""
    pad: Pad = Pad.ID
    number: str = ""  # of a passport, while its state is typed
    touched_at: float = 0.0
    asked: str = ""
    refusal: Reason | None = None
    held: Way | None = None

    @property
    def asks_state(self) -> bool:
        """The letters of the state that gave the passport are typed now."""
        return bool(self.number)


class RecogniseNumber(Hushed, Errand, frozen=True):
    """Whom a number names → NumberRecognised or NumberRefused under `look`."""

    look: str
    text: str
    state: str = ""
    company: bool = False


class NumberRecognised(Hushed, JourneyEvent, frozen=True):
    """It names this person, or organisation; the number itself stays behind."""

    look: str
    person: Person
    company: str = ""  # its short name


class NumberRefused(JourneyEvent, frozen=True):
    """It names nobody."""

    look: str
    reason: Reason


def begin_typing(session: Session, what: Typed, page: Page = Page.NUMBER) -> Session:
    """Put up the pad; whatever way the visitor was on waits."""
    visit = session.current_visit()
    pad = Pad.LETTERS if what is Typed.COMPANY else Pad.ID
    way = TypingWay(what, came_from=session.page, pad=pad, touched_at=session.now, held=visit.way)
    return replace(session, page=page, visit=replace(visit, way=way), page_ends_at=None, last_touch=session.now)


def typing_way(session: Session) -> TypingWay | None:
    """What is being typed; None when nothing is."""
    way = session.current_visit().way
    return way if isinstance(way, TypingWay) else None


def with_way(session: Session, way: Way | None) -> Session:
    """The session with this way in its visit."""
    return replace(session, visit=replace(session.current_visit(), way=way))


def fault_near(way: TypingWay, day: str) -> int:
    """看第 N 位附近: the place at which an identity number cannot be right; 0: none, or another kind of number."""
    if way.pad is not Pad.ID or way.what is Typed.COMPANY:
        return 0
    return odd_at(way.text, _date(day))


def complete(way: TypingWay, day: str) -> bool:
    """Whether 确定 would do anything."""
    if way.asked:
        return False
    if way.asks_state:
        return len(way.text) == STATE_LENGTH
    if way.what is Typed.COMPANY:
        return len(way.text) == ID_LENGTH
    if way.pad is Pad.ID:
        return adds_up(way.text) and not fault_near(way, day)
    return len(way.text) >= LEAST and any(sign in DIGITS for sign in way.text)


def key_pressed(session: Session, event: Chosen) -> Turn:
    """A key of the pad; one that is not there, or that finds no room, changes nothing but the time."""
    way = typing_way(session)
    if way is None or way.asked:
        return session, ()
    text = way.text
    match event.value:
        case "back":
            text = text[:-1]
        case "clear":
            text = ""
        case "look":
            pass
        case sign if _fits(way, sign):
            text += sign
        case _:
            return session, ()
    return with_way(session, replace(way, text=text, touched_at=session.now, refusal=None)), ()


def _fits(way: TypingWay, sign: str) -> bool:
    if len(sign) != 1:
        return False
    if way.asks_state:
        return sign in LETTERS and len(way.text) < STATE_LENGTH
    if way.what is Typed.COMPANY:
        return sign in DIGITS + LETTERS and len(way.text) < ID_LENGTH
    if way.pad is Pad.LETTERS:
        return sign in DIGITS + LETTERS and len(way.text) < LONGEST
    if sign == "X":
        return len(way.text) == ID_LENGTH - 1
    return sign in DIGITS and len(way.text) < ID_LENGTH


def other_pad(session: Session, _: Touched) -> Turn:
    """通行证、护照, or back to digits: what was typed so far is typed anew."""
    way = typing_way(session)
    if way is None or way.asked or way.what is Typed.COMPANY or way.asks_state:
        return session, ()
    pad = Pad.ID if way.pad is Pad.LETTERS else Pad.LETTERS
    return with_way(session, replace(way, pad=pad, text="", refusal=None, touched_at=session.now)), ()


def confirm_typed(session: Session, event: Touched) -> Turn:
    """确定: whom it names is found out; while that is unknown nothing can be typed."""
    way = typing_way(session)
    if way is None or not event.fresh_id or not complete(way, pad_day(session)):
        return session, ()
    number, state = (way.number, way.text) if way.asks_state else (way.text, "")
    asking = replace(way, asked=event.fresh_id)
    errand = RecogniseNumber(event.fresh_id, number, state, company=way.what is Typed.COMPANY)
    return with_way(session, asking), (errand,)


def leave_pad(session: Session, _: Touched) -> Turn:
    """返回: what was typed is gone. From the state back to the number."""
    way = typing_way(session)
    if way is None:
        return session, ()
    if way.asks_state:
        return with_way(session, replace(way, number="", text=way.number, asked="", refusal=None)), ()
    return replace(with_way(session, way.held), page=way.came_from, last_touch=session.now), ()


def pad_day(session: Session) -> str:
    """The business day by which a birth is judged; "" while the hall was never heard."""
    return session.hall.business_day if session.hall is not None else ""


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
