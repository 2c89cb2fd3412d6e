"""What 在自助机上申办 asks the world and hears of it (UI-K26 to K28). Pure; pages are never here but with the runner.

Whose application it is goes with HandIn by pseudonym; what was filled in goes with it and is kept nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.item_words import ResultWay
from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Hushed

if TYPE_CHECKING:
    from hall_server.contract.applications import ApplicationBegun, ApplicationReceipt
    from hall_server.contract.city.applications import FormField


class BeginApplication(Errand, frozen=True):
    """After a yes → ApplicationOpen or ApplicationFailed under `look`. `answers`: situation and choice."""

    look: str
    visit: str
    item: str
    answers: tuple[tuple[str, str], ...] = ()


class HandIn(Hushed, Errand, frozen=True):
    """Send form and pages → ApplicationSending (any number), then ApplicationTaken or ApplicationFailed under `look`.

    Asked again after a failure it goes on where it stood. `materials`: id, and the electronic licence that stands for
    it; "" for what was scanned, or comes later when it was not.
    """

    look: str
    pseudonym: str
    fields: tuple[FormField, ...] = ()
    materials: tuple[tuple[str, str], ...] = ()
    delivery: ResultWay = ResultWay.COUNTER
    phone: str = ""
    address: str = ""


class DropApplication(Errand, frozen=True):
    """不办了: here all of it is gone at once, at the city when it hears of it. Nothing answers; `Wipe` does it too."""


class ApplicationOpen(JourneyEvent, frozen=True):
    """What to scan, what to fill, how the result can come."""

    look: str
    begun: ApplicationBegun


class ApplicationSending(JourneyEvent, frozen=True):
    """How much of it is there, 0 to 100."""

    look: str
    per_cent: int


class ApplicationTaken(JourneyEvent, frozen=True):
    """It is handed in; nothing of it is here any more."""

    look: str
    receipt: ApplicationReceipt


class ApplicationFailed(JourneyEvent, frozen=True):
    """It was not done: `code` is a problem code, `hall_silent`, `nobody_known`, `too_much` or a bundle's code."""

    look: str
    code: str
