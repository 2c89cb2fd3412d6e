"""What 在自助机上申办 asks the world and hears of it (UI-K26 to K28). Pure; pages are never here but with the runner.

Whose application it is goes with HandIn by pseudonym; what was filled in goes with it and is kept nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall_server.contract.item_words import ResultWay
from kiosk.session.journey import Errand, JourneyEvent

if TYPE_CHECKING:
    from hall_server.contract.applications import ApplicationBegun, ApplicationReceipt
    from hall_server.contract.city.applications import FormField


@dataclass(frozen=True, slots=True)
class BeginApplication(Errand):
    """After a yes → ApplicationOpen or ApplicationFailed under `look`. `answers`: situation and choice."""

    look: str
    visit: str
    item: str
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HandIn(Errand):
    """Send form and pages → ApplicationSending (any number), then ApplicationTaken or ApplicationFailed under `look`.

    Asked again after a failure it goes on where it stood. `materials`: id, and the electronic licence that stands for
    it; "" for what was scanned, or comes later when it was not.
    """

    look: str
    pseudonym: str = field(repr=False)
    fields: tuple[FormField, ...] = field(repr=False, default=())
    materials: tuple[tuple[str, str], ...] = ()
    delivery: ResultWay = ResultWay.COUNTER
    phone: str = field(repr=False, default="")
    address: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class DropApplication(Errand):
    """不办了: here all of it is gone at once, at the city when it hears of it. Nothing answers; `Wipe` does it too."""


@dataclass(frozen=True, slots=True)
class ApplicationOpen(JourneyEvent):
    """What to scan, what to fill, how the result can come."""

    look: str
    begun: ApplicationBegun


@dataclass(frozen=True, slots=True)
class ApplicationSending(JourneyEvent):
    """How much of it is there, 0 to 100."""

    look: str
    per_cent: int


@dataclass(frozen=True, slots=True)
class ApplicationTaken(JourneyEvent):
    """It is handed in; nothing of it is here any more."""

    look: str
    receipt: ApplicationReceipt


@dataclass(frozen=True, slots=True)
class ApplicationFailed(JourneyEvent):
    """It was not done: `code` is a problem code, `hall_silent`, `nobody_known`, `too_much` or a bundle's code."""

    look: str
    code: str
