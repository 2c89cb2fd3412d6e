"""A kiosk's store in small processes that can be broken at any call: `python -m tests.drills.crash.kiosk_work`.

Words of an order (see `orders`): `careless` (the control: a number is told whatever the disk says). A child says
["told", …] for what the kiosk has told (see `kiosk_life`), ["failed", code] when the disk refused it a visit,
["no start", code], ["end"].
"""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.local_store import LocalStore, LocalStoreError
from kiosk.local_store.machine import Machine
from tests.drills.crash.orders import fork_for_each, say, spend
from tests.drills.power.kiosk_life import SECOND, T0, Kiosk

if TYPE_CHECKING:
    from tests.drills.crash.orders import Order

FILE_NAME = "kiosk.db"


class CarelessStore(LocalStore):
    """The control: a number counts as kept when the disk has refused it. Never for use."""

    def asked(self, *words: Any, **more: Any) -> None:
        """Whatever the disk says."""
        with suppress(LocalStoreError):
            super().asked(*words, **more)

    def reserved(self, *words: Any, **more: Any) -> None:
        """Whatever the disk says."""
        with suppress(LocalStoreError):
            super().reserved(*words, **more)


class _Aloud:
    def send(self, told: tuple[Any, ...], /) -> None:
        say("told", *told)


def machine(life: int) -> Machine:
    """The same machine in another boot."""
    return Machine(f"00000000-0000-4000-8000-{life:012}", "a" * 64, lambda: 1000 * SECOND, lambda: T0)


def work(order: Order) -> None:
    """A life of so many visits; each is one to four commits."""
    path, rng = Path(order.folder) / FILE_NAME, random.Random(order.seed)
    spend(path, order)
    try:
        store = (CarelessStore if "careless" in order.words else LocalStore)(path, machine(1))
        kiosk = Kiosk(_Aloud(), store, 1, rng)
    except LocalStoreError as error:
        say("no start", error.code)
        return
    for _ in range(order.turns):
        try:
            kiosk.visit(own=kiosk.chance(2))
            if kiosk.chance(4):
                kiosk.deliver()
        except LocalStoreError as error:
            say("failed", error.code)
    store.close()
    say("end")


if __name__ == "__main__":
    fork_for_each(work)
