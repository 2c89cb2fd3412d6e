"""A person of the hall is needed at this machine, and nobody there called one: a card that was left (UI-K5)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.helping import call_for_card
from kiosk.session.journey import Journey, JourneyEvent
from kiosk.session.leaving import CARD_LEFT

if TYPE_CHECKING:
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session


class StaffWanted(JourneyEvent, frozen=True):
    """The runner has heard CallStaff: its `reason`, and a new UUID for a call that may come of it."""

    reason: str
    fresh_id: str


def staff_wanted(session: Session, event: StaffWanted) -> Turn:
    """A card that was left is worth a call; what is wrong with boxes stands in their health and in the log."""
    return call_for_card(session, event.fresh_id) if event.reason == CARD_LEFT else (session, ())


JOURNEY = Journey(answers=MappingProxyType({StaffWanted: staff_wanted}))
