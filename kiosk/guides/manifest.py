"""What this kiosk can do without a counter: functions × boxes × link, and where else when it cannot (CL-C11, E13).

What cannot be done here is greyed with its reason, never hidden. Whether somebody is known well enough is no reason to
grey: they are asked for it on the way. Pure; knows no box but by its name.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.item_words import Hardware, Network, Payment, PlaceKind
from kiosk.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection

    from hall_server.contract.catalogue import Catalogue, ItemView
    from hall_server.contract.guides import PlaceView, ServiceView
    from hall_server.contract.identity.assurance import Assurance

_FAR = tuple(Network)


class Reason(StrEnum):
    """Why a function is greyed; the sentence for people is made from it."""

    NO_HARDWARE = "no_hardware"  # 本机暂无打印机 …
    NO_LINK = "no_link"  # 联网后再来
    NO_PAYMENT = "no_payment"


class Machine(Value, frozen=True):
    """This kiosk at this moment: `works` are the boxes that can be used now, `link` how far it is heard."""

    id: str
    works: Collection[Hardware] = ()
    link: Network = Network.NONE
    payments: Collection[Payment] = ()


class Function(Value, frozen=True):
    """One function here and now. `lacking`: the boxes; `nearest`: where else, nobody sent to this kiosk itself."""

    service: ServiceView
    reason: Reason | None = None  # None: it can be used
    lacking: tuple[Hardware, ...] = ()
    nearest: PlaceView | None = None
    sign_in: Assurance | None = None  # what it takes besides, when the visitor is not known so well yet

    @property
    def usable(self) -> bool:
        """Whether it can be used here and now."""
        return self.reason is None


def function(service: ServiceView, machine: Machine, known: Assurance | None = None) -> Function:
    """One function on a machine, for somebody who is `known` so well (None: not at all)."""
    lacking = tuple(one for one in service.hardware if one not in machine.works)
    reason = _reason(service, machine, lacking)
    wanted = service.sign_in if service.sign_in is not None and (known or 0) < service.sign_in else None
    return Function(service, reason, lacking, nearest(service, machine) if reason else None, wanted)


def functions(catalogue: Catalogue, machine: Machine, known: Assurance | None = None) -> tuple[Function, ...]:
    """All functions in the hall's order, usable or not."""
    return tuple(function(one, machine, known) for one in catalogue.services)


def for_item(catalogue: Catalogue, item: ItemView, machine: Machine, known: Assurance | None = None) -> Function | None:
    """The self-service of an item, the usable one first; None: at a counter only."""
    found = [function(one, machine, known) for one in catalogue.services if item.id in one.items]
    return min(found, key=lambda one: not one.usable, default=None)


def nearest(service: ServiceView, machine: Machine) -> PlaceView | None:
    """The first place that is not this kiosk: another one, a counter, a venue."""
    others = (one for one in service.elsewhere if (one.kind, one.id) != (PlaceKind.KIOSK, machine.id))
    return next(others, None)


def _reason(service: ServiceView, machine: Machine, lacking: tuple[Hardware, ...]) -> Reason | None:
    if lacking:
        return Reason.NO_HARDWARE
    if _FAR.index(machine.link) < _FAR.index(service.network):
        return Reason.NO_LINK
    if service.payment is not Payment.NONE and service.payment not in machine.payments:
        return Reason.NO_PAYMENT
    return None
