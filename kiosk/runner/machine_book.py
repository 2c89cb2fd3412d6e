"""What happens to this machine, on its way into the hall's book: kept in the outbox first, told when the hall is there.

What endangers it goes into the file for the cameras as well (CL-H18). Nothing here names anybody.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from devices.supervisor import Supervisor
from devices.values.sensors import SecurityEvent, SecurityKind
from hall_server.contract.machine_acts import MachineAct
from kiosk.local_store import LocalStoreError
from kiosk.runner.journalling import in_journal

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from concurrent.futures import Executor

    from devices.ports.sensors import SecurityEvents, Sensors
    from devices.values.health import DeviceHealth
    from kiosk.local_store import LocalStore

LOG = logging.getLogger("kapok.kiosk.machine_book")


class MachineBook:
    """`sink`: the file for the cameras, None: there is none; `posted` is called when there is something to tell."""

    def __init__(
        self, store: LocalStore, journal: Executor, sink: SecurityEvents | None, fresh_id: Callable[[], str]
    ) -> None:
        self._store, self._journal, self._sink, self._fresh_id = store, journal, sink, fresh_id
        self.posted: Callable[[], None] = lambda: None

    async def note(self, act: MachineAct, age_s: float = 0.0) -> None:
        """Keep it for the hall; a disk that does not take it is in the log, and stops nobody."""
        work = partial(self._store.machine_act, self._fresh_id(), act, age_s)
        try:
            await in_journal(self._journal, work)
        except LocalStoreError:
            LOG.exception("%s is not kept for the hall", act.value)
        else:
            self.posted()

    async def pause(self, *, paused: bool) -> None:
        """Keep that staff have put this machine out of service: a start of the program does not end it."""
        try:
            await in_journal(self._journal, partial(self._store.facts.keep_paused, paused=paused))
        except LocalStoreError:
            LOG.exception("a start of this program would forget: paused=%s", paused)

    async def alarm(self, kind: SecurityKind, source: str, age_s: float = 0.0) -> None:
        """Something that a camera system may want to bookmark."""
        LOG.warning("security: %s, %s", kind.value, source)
        if self._sink is not None:
            await self._sink.record(SecurityEvent(kind, source, age_s))
        await self.note(MachineAct(kind.value), age_s)


class SensorWatch:
    """Keeps the sensors alive and hands on what they feel. `box`: None where there are none."""

    def __init__(self, box: Sensors | None, book: MachineBook, on_health: Callable[[DeviceHealth], None]) -> None:
        self._book = book
        self._box = None if box is None else Supervisor("sensors", box, _felt, on_health=on_health)

    async def run(self) -> None:
        """Until cancelled."""
        if self._box is None:
            return
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._box.run())
            tasks.create_task(self._hand_on(self._box))

    async def _hand_on(self, box: Supervisor[Sensors, SecurityEvent]) -> None:
        async for event in box.events():
            await self._book.alarm(event.kind, event.source, event.age_s)


def _felt(box: Sensors) -> AsyncGenerator[SecurityEvent | DeviceHealth, None]:
    return box.events()
