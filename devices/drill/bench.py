"""What a row writes down while it runs, and how a box is kept alive meanwhile: by the supervisor, as in a hall.

Keys of what is given and read are compared and counted, never shown: they may be card numbers.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter
from typing import TYPE_CHECKING, Generic, TypeVar

from devices.drill.rows import RECOVER_S, Outcome, Seen
from devices.supervisor import Supervisor
from devices.values.health import DeviceHealth, Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Hashable
    from pathlib import Path

    from devices.ports.device import Device

QUIET_S = 0.5
OURS = "internal_error"  # what the supervisor says when a driver raises what it may not

BoxT = TypeVar("BoxT", bound="Device")
EventT = TypeVar("EventT")


class Bench:
    """One row's notes: `gave` and `got`, `reported`, `over` when the fault has ended, `back` when it works again.

    `folder` is an empty one for links, pictures and sockets, gone after the row.
    """

    def __init__(
        self, folder: Path, *, recover_s: float = RECOVER_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.folder = folder
        self._may_take_s = recover_s
        self._clock = clock
        self._given: Counter[Hashable] = Counter()
        self._got: Counter[Hashable] = Counter()
        self._codes: list[str] = []
        self._over_at: float | None = None
        self._recover_s: float | None = None
        self._note = ""

    def gave(self, key: Hashable) -> None:
        """Something was put before the box (a code, a card) or asked of it (a slip): it may come once."""
        self._given[key] += 1

    def got(self, key: Hashable) -> None:
        """Something was read, or lies on the paper."""
        self._got[key] += 1

    def reported(self, code: str) -> None:
        """The port said by its permanent code that something is wrong."""
        if code and code not in self._codes:
            self._codes.append(code)

    def note(self, words: str) -> None:
        """One thing that a reader of the table should know of this row."""
        self._note = words

    def over(self) -> None:
        """The fault has ended now: the driver's time to recover runs, and what worked before does not count."""
        self._over_at, self._recover_s = self._clock(), None

    def back(self) -> None:
        """A sound exchange after the fault: the first one counts."""
        if self._recover_s is None:
            self._recover_s = 0.0 if self._over_at is None else self._clock() - self._over_at

    def outcome(self, kind: str, driver: str, fault: str, *, violation: str = "") -> Outcome:
        """What the notes come to; a `violation` that the run itself ended with comes before what they say."""
        twice = sum(max(0, self._got[key] - count) for key, count in self._given.items())
        wrong = sum(count for key, count in self._got.items() if key not in self._given)
        seen = Seen.REPORTED if self._codes else Seen.RECOVERED
        note = "; ".join(filter(None, (", ".join(self._codes), self._note)))
        violation = violation or self._violation(twice, wrong)
        return Outcome(kind, driver, fault, seen, self._recover_s, twice, wrong, note, violation)

    def _violation(self, twice: int, wrong: int) -> str:
        if OURS in self._codes:
            return "a fault of our own: the log has the traceback"
        if self._recover_s is None:
            return "did not work again"
        if self._recover_s > self._may_take_s:
            return f"worked again after {self._recover_s:.1f} s, allowed {self._may_take_s:g}"
        if not self._got:
            return "nothing was exchanged"
        if twice:
            return f"{twice} came twice"
        return f"{wrong} came that nobody gave" if wrong else ""


class Kept(Generic[BoxT, EventT]):
    """A box under a supervisor with its ordinary back-off: `next()` is its next event, `until` waits for a health."""

    def __init__(
        self, bench: Bench, device: str, box: BoxT, watch: Callable[[BoxT], AsyncGenerator[EventT | DeviceHealth, None]]
    ) -> None:
        self._bench = bench
        self._news = asyncio.Condition()
        self._healths: asyncio.Queue[DeviceHealth] = asyncio.Queue()
        self.supervisor: Supervisor[BoxT, EventT] = Supervisor(device, box, watch, on_health=self._hear)

    async def next(self) -> EventT:
        """The next event of the box."""
        async with contextlib.aclosing(self.supervisor.events()) as events:
            return await anext(events)

    async def rest(self, quiet_s: float = QUIET_S) -> list[EventT]:
        """What still comes, until nothing has come for `quiet_s` seconds."""
        found: list[EventT] = []
        with contextlib.suppress(TimeoutError):
            while True:
                async with asyncio.timeout(quiet_s):
                    found.append(await self.next())
        return found

    async def until(self, *healths: Health) -> DeviceHealth:
        """The next health, from what was not yet looked at, that is one of these."""
        while (health := await self._healths.get()).health not in healths:
            pass
        return health

    def _hear(self, health: DeviceHealth) -> None:
        if health.health in {Health.FAULT, Health.WARNING}:
            self._bench.reported(health.reason)
        self._healths.put_nowait(health)


@contextlib.asynccontextmanager
async def kept_alive(
    bench: Bench, device: str, box: BoxT, watch: Callable[[BoxT], AsyncGenerator[EventT | DeviceHealth, None]]
) -> AsyncIterator[Kept[BoxT, EventT]]:
    """`box` opened, watched and reopened by the supervisor inside; closed after. Faults that it sees are reported."""
    kept = Kept(bench, device, box, watch)
    running = asyncio.create_task(kept.supervisor.run())
    try:
        await kept.until(Health.NORMAL, Health.WARNING)
        yield kept
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
