"""演练 (UI-T9): a fault is played, so that staff know its screen. No number, no slip, nothing for the hall.

What is played stands in front of the kiosk as it really is: everything that happens meanwhile happens there, and the
first touch ends the play. It ends with the technician's five minutes as well. What it shows is made up.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.messages import TicketView
from hall_server.contract.vocabulary import Delivery, Origin, TicketState
from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.effects import PlayTone
from kiosk.session.events import Choice, Chosen, Stirred, Touched
from kiosk.session.hearing import CaptionCame, HeadphonesChanged, PadPressed, ReadOut, Silenced
from kiosk.session.journey import Journey
from kiosk.session.leaving import HALL_SILENT
from kiosk.session.self_test import stays_open
from kiosk.session.state import CardStep, Page, Session, Visit
from kiosk.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.catalogue import ItemView
    from kiosk.session.events import Event
    from kiosk.session.leaving import Turn


NOBODY_S = "00000000-0000-0000-0000-000000000000"  # no ticket has this id


class DrillKind(StrEnum):
    """What is played. Permanent."""

    PAPER_OUT = "paper_out"  # 缺纸
    OFFLINE = "offline"  # 断网
    CARD = "card"  # 读卡失败
    BUSY = "busy"  # 忙


class Drill(Value, frozen=True):
    """What is played, and the kiosk as it really is."""

    kind: DrillKind
    behind: Session


def in_drill(session: Session, drill: Drill, event: Event, really: Callable[[Session, Event], Turn]) -> Turn:
    """A touch ends the play, and a tone; it can be listened to; everything else happens to the kiosk behind it."""
    if isinstance(event, ReadOut | Silenced | CaptionCame | HeadphonesChanged | PadPressed):
        after, effects = really(replace(session, drill=None), event)
        return replace(after, drill=drill), effects
    behind = replace(drill.behind, now=session.now)
    if isinstance(event, Touched | Chosen | Stirred):
        return stays_open(behind), ()
    after, effects = really(behind, event)
    if after.page is not Page.DRILL or any(isinstance(effect, PlayTone) for effect in effects):  # locked, or urgent
        return after, effects
    return replace(session, drill=replace(drill, behind=after)), effects


def drills(session: Session) -> tuple[DrillKind, ...]:
    """What can be played here: without a catalogue nobody could want a number."""
    offered = session.catalogue is not None and session.catalogue.items
    return tuple(DrillKind) if offered else (DrillKind.OFFLINE,)


def _begun(session: Session, event: Chosen) -> Turn:
    if event.value not in drills(session):
        return session, ()
    kind, behind = DrillKind(event.value), stays_open(session)
    shown = replace(_played(behind, kind), workshop=None, drill=Drill(kind, behind))
    return shown, (StaffDoes(StaffAct.DRILLED),)


def _played(session: Session, kind: DrillKind) -> Session:
    if kind is DrillKind.OFFLINE or session.catalogue is None:
        return replace(session, page=Page.HOME, online=False)
    item = session.catalogue.items[0]
    visit = Visit(started_at=session.now, item=item)
    match kind:
        case DrillKind.PAPER_OUT:
            ticket = _made_up(session, item)
            visit = replace(visit, ticket=ticket, ticket_id=ticket.id, fault="paper_out")
            return replace(session, page=Page.PAPER_OUT, visit=visit)
        case DrillKind.CARD:
            failures = session.rules.card_failures
            visit = replace(visit, card_step=CardStep.OTHER_WAY, card_failures=failures)
            return replace(session, page=Page.CARD, visit=visit, page_ends_at=None)
        case _:
            return replace(session, page=Page.BUSY, visit=replace(visit, fault=HALL_SILENT), page_ends_at=None)


def _made_up(session: Session, item: ItemView) -> TicketView:
    """000 is nobody's number."""
    return TicketView(
        id=NOBODY_S,
        label="000",
        business_day="",
        queue=item.queue,
        item=item.id,
        item_name=item.name,
        state=TicketState.RESERVED,
        origin=Origin.ONLINE,
        delivery=Delivery.SCREEN,
        taken_at=session.hall.at if session.hall is not None else 0,
        n=0,
    )


JOURNEY = Journey(choices=MappingProxyType({(Page.DRILL, Choice.DRILL): _begun}))
