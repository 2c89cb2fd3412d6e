"""少带几样 (UI-K12, CL-C6, D10): before a number is taken the hall may look which electronic licences there are.

Offered on the list of materials, never asked for: a touch, a card where nobody is known yet, a yes. What is found need
not be brought; a no, silence and a city that is away leave the list as it stands.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.consent import Purpose, ask_consent
from kiosk.session.events import Touch
from kiosk.session.journey import Journey
from kiosk.session.prechecking import OWN_CARD, at_materials, found_now, precheck_way
from kiosk.session.state import CardStep, Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Touched
    from kiosk.session.leaving import Turn

SLOW_S = 3.0  # 还在查
AWAY_S = 12.0  # no word for so long, where the runner's was lost


class Look(StrEnum):
    """How the look-up stands."""

    NONE = ""  # nothing that could be found
    OFFER = "offer"
    LOOKING = "looking"
    SLOW = "slow"
    FOUND = "found"
    NOTHING = "nothing"  # none of them is good today
    AWAY = "away"
    REFUSED = "refused"


def wanted(session: Session) -> Purpose:
    """What is on the list that a licence may stand for, besides the card that is asked for anyway."""
    way = precheck_way(session)
    if way is None:
        return Purpose((), (), ())
    left = found_now(session, way)
    names: dict[str, str] = {}
    for one in (*left.bring, *left.later):
        if one.licence and one.licence != OWN_CARD:
            names.setdefault(one.licence, one.name)
    return Purpose(tuple(item.id for item in way.items), tuple(names), tuple(names.values()))


def look(session: Session) -> Look:
    """What the list says of it."""
    visit, way = session.current_visit(), precheck_way(session)
    if way is None or way.lacking:
        return Look.NONE
    if visit.consented is None:
        known = visit.person is not None or session.devices.card_reader
        return Look.OFFER if session.online and known and wanted(session).licences else Look.NONE
    if way.asked_at is None:
        return Look.NONE
    if not visit.consented:
        return Look.REFUSED
    if visit.licences is not None and not visit.licences.looking:
        return Look.FOUND if found_now(session, way).by_licence else Look.NOTHING
    since = session.now - way.asked_at
    if visit.licences is None and (visit.licences_away or since >= AWAY_S):
        return Look.AWAY
    return Look.SLOW if since >= SLOW_S else Look.LOOKING


def look_up(session: Session, _: Touched) -> Turn:
    """查一查: the question, or the card first where nobody is known."""
    way = precheck_way(session)
    if way is None or look(session) is not Look.OFFER:
        return session, ()
    if session.current_visit().person is not None:
        return ask_consent(session, wanted(session), _asked)
    visit = replace(session.current_visit(), way=replace(way, looks_up=True), card_step=CardStep.WAITING)
    return replace(session, page=Page.CARD, visit=visit, last_touch=session.now), ()


def asks_after_card(session: Session) -> Turn | None:
    """The question, once somebody is known who came to the card page for it; None: they came for a number."""
    way = precheck_way(session)
    if session.page is not Page.CARD or way is None or not way.looks_up:
        return None
    back = at_materials(session, way)
    return ask_consent(back, wanted(back), _asked)


def _asked(session: Session, *, given: bool) -> Turn:
    """Back to the list, with a yes or a no; nobody asked is nobody's no."""
    way = precheck_way(session)
    if way is None or session.current_visit().consented is not given:
        return session, ()
    return at_materials(session, replace(way, asked_at=session.now)), ()


JOURNEY = Journey(touches=MappingProxyType({(Page.PRECHECK, Touch.LOOK_UP): look_up}))
