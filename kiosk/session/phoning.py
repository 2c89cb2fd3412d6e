"""留个手机号 (UI-K35, CL-C16, CL-G6): where from, the number at a pad, checked as it grows; as easy to skip as to give.

Before the number it is kept for it; after it the hall is told at once. Without the hall nobody can be told: the page
says so, and what does instead.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.telephones import LENGTH, PhoneRegion, e164, may_begin, whole
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey, Way
from kiosk.session.leaving import patient
from kiosk.session.modes import Language
from kiosk.session.phone import Phone, TextNoMore, TextsSet, Told, tell
from kiosk.session.state import Page, Session
from kiosk.session.typing import DIGITS, with_way
from kiosk.values import Hushed, replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn


class PhoneWay(Hushed, Way, frozen=True):
    """A telephone number that is being typed. `held`: the way that it stands on."""

    came_from: Page
    region: PhoneRegion = PhoneRegion.MAINLAND
    text: str = ""
    touched_at: float = 0.0
    asked: bool = True  # False: one is known, and 换一个号 was not touched
    held: Way | None = None

    @property
    def odd(self) -> bool:
        """No mobile number of that region begins so."""
        return not may_begin(self.region, self.text)

    @property
    def ready(self) -> bool:
        """Whether 就发这个号 would do anything."""
        return whole(self.region, self.text)


def can_be_told(session: Session) -> bool:
    """Whether this hall sends messages at all; whether it answers just now is said on the page."""
    return session.hall is not None and session.hall.notices


def phone_way(session: Session) -> PhoneWay | None:
    """What is being typed; None when nothing is."""
    way = session.current_visit().way
    return way if isinstance(way, PhoneWay) else None


def begin(session: Session, _: Touched) -> Turn:
    """发短信告诉我, before the number or after it."""
    visit = session.current_visit()
    if not can_be_told(session):
        return session, ()
    region = PhoneRegion.HONG_KONG if session.modes.language is Language.ZH_HK else PhoneRegion.MAINLAND
    way = PhoneWay(session.page, region, touched_at=session.now, asked=visit.phone is None, held=visit.way)
    return replace(with_way(session, way), page=Page.PHONE, page_ends_at=None, last_touch=session.now), ()


def key_pressed(session: Session, event: Chosen) -> Turn:
    """A key of the pad; one that is not there, or that finds no room, changes nothing but the time."""
    way = phone_way(session)
    if way is None or not way.asked:
        return session, ()
    match event.value:
        case "back":
            text = way.text[:-1]
        case "clear":
            text = ""
        case "look":
            text = way.text
        case sign if len(sign) == 1 and sign in DIGITS and len(way.text) < LENGTH[way.region]:
            text = way.text + sign
        case _:
            return session, ()
    return with_way(session, replace(way, text=text, touched_at=session.now)), ()


def region_chosen(session: Session, event: Chosen) -> Turn:
    """内地、香港、澳门 or 台湾: another length, so it is typed anew; one that nobody knows changes nothing."""
    way = phone_way(session)
    if way is None or not way.asked or event.value not in set(PhoneRegion):
        return session, ()
    return with_way(session, replace(way, region=PhoneRegion(event.value), text="", touched_at=session.now)), ()


def confirm(session: Session, _: Touched) -> Turn:
    """就发这个号."""
    way = phone_way(session)
    if way is None or not way.ready or not session.online:
        return session, ()
    visit = replace(session.current_visit(), phone=Phone(e164(way.region, way.text)))
    after = _back_to(replace(session, visit=visit), way)
    return after, (PlayTone(Tone.OK), *(tell(visit) if after.page is Page.TICKET else ()))


def leave(session: Session, _: Touched) -> Turn:
    """不用了: what was typed is gone; what was left before stays."""
    way = phone_way(session)
    return (session, ()) if way is None else (_back_to(session, way), ())


def other_phone(session: Session, _: Touched) -> Turn:
    """换一个号."""
    way = phone_way(session)
    return (session, ()) if way is None else (with_way(session, replace(way, asked=True, touched_at=session.now)), ())


def no_texts(session: Session, _: Touched) -> Turn:
    """不用发了: forgotten here, and at the hall where it was told."""
    way, visit = phone_way(session), session.current_visit()
    if way is None or visit.phone is None:
        return session, ()
    told = visit.ticket is not None and visit.phone.told is not Told.NOT_YET
    effects = (TextNoMore(visit.ticket.id),) if visit.ticket is not None and told else ()
    return _back_to(replace(session, visit=replace(visit, phone=None)), way), effects


def texts_set(session: Session, event: TextsSet) -> Turn:
    """The hall's word; one about another number, or of a telephone that was taken back, changes nothing."""
    visit = session.current_visit()
    if visit.phone is None or visit.ticket is None or visit.ticket.id != event.ticket_id:
        return session, ()
    phone = replace(visit.phone, told=Told.HEARD if event.heard else Told.UNHEARD)
    return replace(session, visit=replace(visit, phone=phone)), () if event.heard else (PlayTone(Tone.WARN),)


def _back_to(session: Session, way: PhoneWay) -> Session:
    """Where it began; a number that stood there stands as long as a new one."""
    ends_at = session.now + patient(session, "ticket_s") if way.came_from is Page.TICKET else None
    back = replace(session, page=way.came_from, page_ends_at=ends_at, last_touch=session.now)
    return with_way(back, way.held)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.CONFIRM, Touch.TEXT_ME): begin,
            (Page.TICKET, Touch.TEXT_ME): begin,
            (Page.PHONE, Touch.TYPED): confirm,
            (Page.PHONE, Touch.SKIP): leave,
            (Page.PHONE, Touch.OTHER_PHONE): other_phone,
            (Page.PHONE, Touch.NO_TEXTS): no_texts,
        }
    ),
    choices=MappingProxyType({(Page.PHONE, Choice.KEY): key_pressed, (Page.PHONE, Choice.REGION): region_chosen}),
    answers=MappingProxyType({TextsSet: texts_set}),
)
