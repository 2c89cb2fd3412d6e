"""换个地方办 (UI-K33, CL-A9): this hall may not take the applicant; which one does, and a slip that says so.

Nobody is refused in silence: the page names the place, its hours and its telephone, and a number for a person who can
be asked stands beside it (CL-C10).
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.items import ReferralReason
from kiosk.session.browsing import not_sure
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Touch
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import end_visit
from kiosk.session.state import Page, Session
from kiosk.session.typing import with_way
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.visits import Referral
    from kiosk.session.events import Touched
    from kiosk.session.leaving import Turn


class SlipStep(StrEnum):
    """How the slip stands."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"


class ReferralWay(Way, frozen=True):
    """Where to go instead."""

    referral: Referral
    slip: SlipStep = SlipStep.NONE
    job: str = ""


class PrintReferral(Errand, frozen=True):
    """引导单 → ReferralPrinted."""

    job: str
    item: str
    referral: Referral
    km: float | None = None


class ReferralPrinted(JourneyEvent, frozen=True):
    """Whether the slip came."""

    job: str
    came: bool


def refer(session: Session, referral: Referral) -> Turn:
    """Put it up; there is no number, and nothing to be answered for."""
    visit = replace(session.current_visit(), ticket_id="", ticket=None, fault="", way=ReferralWay(referral))
    shown = replace(session, page=Page.REFERRAL, visit=visit, page_ends_at=None, last_touch=session.now)
    return shown, (PlayTone(Tone.WARN),)


def referral_way(session: Session) -> ReferralWay | None:
    """What stands there."""
    way = session.current_visit().way
    return way if isinstance(way, ReferralWay) else None


def distance(session: Session) -> float | None:
    """How far the place is, km, where the catalogue knows it."""
    way = referral_way(session)
    venues = session.catalogue.venues if session.catalogue else ()
    return next((one.km for one in venues if way is not None and one.id == way.referral.venue), None)


def print_referral(session: Session, event: Touched) -> Turn:
    """打引导单."""
    way, item = referral_way(session), session.current_visit().item
    if way is None or item is None or not event.fresh_id or way.slip in {SlipStep.PRINTING, SlipStep.PRINTED}:
        return session, ()
    errand = PrintReferral(event.fresh_id, item.name, way.referral, distance(session))
    return with_way(session, replace(way, slip=SlipStep.PRINTING, job=event.fresh_id)), (errand,)


def referral_printed(session: Session, event: ReferralPrinted) -> Turn:
    """The slip came, or did not."""
    way = referral_way(session)
    if way is None or way.slip is not SlipStep.PRINTING or way.job != event.job:
        return session, ()
    slip = SlipStep.PRINTED if event.came else SlipStep.NOT_PRINTED
    return with_way(session, replace(way, slip=slip)), (PlayTone(Tone.OK if event.came else Tone.WARN),)


def ask_a_person(session: Session, event: Touched) -> Turn:
    """取号问窗口: the general number, for whoever wants to hear it from a person."""
    return not_sure(with_way(session, None), event)


def lives_here(session: Session, _: Touched) -> Turn:
    """我住在本区: said here, proved at the counter; asked for again with that."""
    way, visit = referral_way(session), session.current_visit()
    if way is None or way.referral.reason is not ReferralReason.REACH_LOCAL or visit.lives_here:
        return session, ()
    return replace(session, page=Page.CONFIRM, visit=replace(visit, way=None, lives_here=True)), ()


def other_item(session: Session, _: Touched) -> Turn:
    """返回, to the items."""
    return replace(with_way(session, None), page=Page.SERVICES, last_touch=session.now), ()


def _finish(session: Session, _: Touched) -> Turn:
    return end_visit(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.REFERRAL, Touch.REPRINT): print_referral,
            (Page.REFERRAL, Touch.NOT_SURE): ask_a_person,
            (Page.REFERRAL, Touch.LIVES_HERE): lives_here,
            (Page.REFERRAL, Touch.BACK): other_item,
            (Page.REFERRAL, Touch.FINISH): _finish,
        }
    ),
    answers=MappingProxyType({ReferralPrinted: referral_printed}),
)
