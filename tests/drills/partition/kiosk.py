"""A simulated kiosk: the real session, desk, teller, delivery, watch, hall client and local store on one virtual loop.

Simulated are the machine (its boots, clocks, disk, hardware), the printer and the wire. Whatever is cut off here is cut
between two commits or between a commit and the slip; what a disk keeps of a torn write is another drill's.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from devices.values.receipt_printer import PrinterStatus, PrintOutcome, PrintResult
from kiosk.hall_client import HallAccess, HallClient
from kiosk.hall_client.wires import Precedence
from kiosk.local_store.machine import Machine, fingerprint
from kiosk.runner.delivery import Delivery, DeliveryPace
from kiosk.runner.hall_watch import HallWatch
from kiosk.session.effects import AskForTicket, ConfirmPrint, PrintSlip
from kiosk.session.events import CatalogueCame, DevicesChanged, HallNews, Tick
from kiosk.session.state import Devices, Page, Session
from kiosk.session.step import step
from tests.drills.partition.loop import Inline, until
from tests.drills.partition.net import Answer, Asked, HeardResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from hall_server.contract.messages import HallNow, TicketView
    from kiosk.local_store import LocalStore
    from kiosk.session.events import Event
    from tests.drills.partition.device import Device
    from tests.drills.partition.net import Link
    from tests.drills.partition.world import World

TICK_S = 2.0  # of a visit; the real one is finer and changes nothing but the load
PACE = DeliveryPace(look_s=20.0)  # the same: it looks whenever there is news


class WiredClient(HallClient):
    """The real client; only the socket is simulated."""

    def __init__(self, world: World, link: Link) -> None:
        super().__init__(HallAccess("http://127.0.0.1", world.hall_id, "k", "s"))
        self._world, self._link = world, link
        self._precedence = Precedence(at_most_s=0.0)  # one thread is all there is: nobody can be waited for

    def _session(self) -> Any:
        return self

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: dict[str, str],
        data: bytes | None,
        timeout: tuple[float, float],
        **_: Any,
    ) -> HeardResponse:
        asked = Asked(method, url.removeprefix(f"{self._root}/"), headers, data or b"")
        answer: Answer = until(lambda done: self._world.net.ask(self._link, asked, timeout[1], done))
        return HeardResponse(answer)


class QuietWatch(HallWatch):
    """The real watch without the thread that reads the stream: the simulated server's stream calls `pushed`."""

    async def run(self) -> None:
        while True:
            await self._look_and_rest()

    def pushed(self, name: str) -> None:
        self._pushed(name)


@dataclass
class Slip:
    """What the simulated printer needs to know."""

    ticket: TicketView
    good_until: float | None = None


@dataclass
class Printer:
    """Paper, or not. `trouble`: how often a slip fails, and how."""

    world: World
    kiosk: SimKiosk
    paper_out: bool = False
    jams: float = 0.0

    async def print(self, slip: Any) -> PrintResult:
        """See `devices.ports.ReceiptPrinter`."""
        status = PrinterStatus(answered=True)
        if self.paper_out:
            return PrintResult(PrintOutcome.NOT_PRINTED, status, "paper_out")
        await asyncio.sleep(self.world.rng.uniform(0.5, 2.5))
        if self.world.rng.random() < self.jams:
            if self.world.rng.random() < 0.5:
                self.world.held(self.kiosk, slip.ticket, "paper")
            return PrintResult(PrintOutcome.UNKNOWN, PrinterStatus(answered=False), "device_silent")
        self.world.held(self.kiosk, slip.ticket, "paper")
        await self.kiosk.printed_and_not_yet_known()
        return PrintResult(PrintOutcome.PRINTED, status)


class SimKiosk:
    """One machine that runs, or is off. `trap` cuts its power at a moment that is named, not timed."""

    def __init__(self, world: World, device: Device, link: Link) -> None:
        self.world, self.device, self.link = world, device, link
        self.printer = Printer(world, self)
        self.on = False
        self.trap = ""
        self.on_trap: Callable[[], None] = lambda: None
        self.put_back_at = -1.0  # when an older image of the disk was put back last
        self._tasks: list[asyncio.Task[Any]] = []
        link.watch, link.stream = self._on_the_wire, self._streams

    def boot(self) -> None:
        """Power on: another boot."""
        world, device = self.world, self.device
        device.boots += 1
        device.boot_id = world.fresh_id() if world.naming.bound else f"{1:08x}-0000-0000-0000-000000000000"
        device.booted_at_us = world.now_us()
        self.start()

    def start(self) -> None:
        """The process begins (in the boot that the machine is in)."""
        world, device = self.world, self.device
        hardware = device.hardware if world.naming.bound else device.kiosk_id
        machine = Machine(
            device.boot_id,
            fingerprint(hardware, (), ()),
            lambda: world.now_us() - device.booted_at_us,
            lambda: world.now_us() + device.wall_off_us,
        )
        self.on, self.session = True, Session()
        self.store: LocalStore = world.naming.local_store(device.disk, machine)
        journal = Inline(world.loop, self._gate)
        client = WiredClient(world, self.link)
        self.desk = world.naming.desk(
            hall=client,
            store=self.store,
            printer=self.printer,
            slip_of=lambda ticket, _: Slip(ticket),
            post=self._post,
            clock=world.loop.time,
            journal=journal,
            fresh_id=world.fresh_id,
        )
        self.delivery = Delivery(device.kiosk_id, client, self.store, self.desk.standby, journal, PACE)
        self.watch = QuietWatch(client, self._post, world.loop.time, listener=self.delivery)
        self.desk.standby.look = self.watch.look_soon
        self.desk.teller.posted = self.delivery.wake
        self._client = client
        self._changed = asyncio.Event()
        self._run(self._life())

    def die(self) -> None:
        """The process or the power is gone between two instructions."""
        if not self.on:
            return
        self.on, self.trap = False, ""
        self.store._file.close()
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        self._changed.set()
        self.world.say(self.device.hardware, "is off")

    # -- the visitor's side --------------------------------------------------------------------------------------

    def post(self, event: Event) -> None:
        """Somebody touched something."""
        self._post(event)

    async def leaves(self, page: Page) -> Page:
        """The page that follows; what it was when the machine went off."""
        while self.on and self.session.page is page:
            self._changed.clear()
            await self._changed.wait()
        return self.session.page

    async def printed_and_not_yet_known(self) -> None:
        """The slip is in the tray, the journal does not say so."""
        if self._trapped("slip"):
            await asyncio.Event().wait()

    def settled(self) -> str:
        """What is still owed or missing; "" when this kiosk and its hall are of one mind."""
        pending = self.store.outbox.pending()
        standing = self.desk.standby.standing()
        if pending:
            return f"{pending} rows in the outbox"
        if standing is None or standing.incarnation != self.world.main.hall.incarnation:
            return "has not met the hall's present life"
        if not self.desk.standby.answers:
            return "takes the hall for silent"
        left = self.store.numbers.left(standing)
        queues = sorted(self.world.main.hall.site.queues)
        return "" if all(left.get(queue, 0) > 20 for queue in queues) else f"leases {left}"

    # -- how it runs ---------------------------------------------------------------------------------------------

    async def _life(self) -> None:
        await self.desk.recover()
        standby = self.desk.standby
        if standby.contact is not None:
            self._client.remember(standby.contact.now.incarnation, standby.contact.now.n)
            self._post(HallNews(self._now, standby.contact.now))
        if standby.catalogue is not None:
            self._post(CatalogueCame(self._now, standby.catalogue))
        self._post(DevicesChanged(self._now, Devices(printer=True)))
        self.watch._streaming = self.link.whole
        for work in (self.watch.run(), self.desk.run(), self.delivery.run(), self._ticks()):
            self._run(work)

    async def _ticks(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            if self.session.visit is not None or self.session.page in {Page.STARTING, Page.CLEARED}:
                self._post(Tick(self._now))

    @property
    def _now(self) -> float:
        return self.world.loop.time()

    def _post(self, event: Event) -> None:
        if self.on:
            self.world.loop.call_soon(self._step, event)

    def _step(self, event: Event) -> None:
        if not self.on:
            return
        before = self.session
        self.session, effects = step(before, event)
        if self.session.page is not before.page:
            self._changed.set()
        for effect in effects:
            match effect:
                case AskForTicket():
                    self._run(self.desk.ask(effect))
                case PrintSlip():
                    self._run(self.desk.print(effect, self._hall()))
                case ConfirmPrint():
                    before = self.desk.teller.last_told(effect.ticket_id)
                    self.desk.tell(effect.ticket_id, effect.answer)
                    if (told := self.desk.teller.last_told(effect.ticket_id)) is not None and told is not before:
                        self.world.tells(self, effect.ticket_id, told)

    def _hall(self) -> HallNow | None:
        return self.session.hall

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = self.world.loop.create_task(work)
        self._tasks.append(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.world.fault(f"{self.device.hardware}: {type(error).__name__}: {error}")

    # -- where it may be cut off ---------------------------------------------------------------------------------

    def _gate(self, job: Callable[[], Any]) -> tuple[bool, Any]:
        if not self.on:
            return False, None
        before = self._counts()
        result = job()
        after = self._counts()
        return not (before != after and self._trapped("journal")), result

    def _counts(self) -> int:
        return self.store._file.connection.total_changes if self.trap == "journal" else 0

    def _trapped(self, where: str) -> bool:
        if self.trap != where:
            return False
        self.trap = ""
        self.world.say(self.device.hardware, f"falls into the trap: {where}")
        self.world.loop.call_soon(self.on_trap)
        self.die()
        return True

    def _streams(self, name: str) -> None:
        if self.on:
            self.watch.pushed(name)

    def _on_the_wire(self, what: str, asked: Asked) -> None:
        if self.trap.startswith("outbox") and asked.path.endswith("/outbox") and self.on:
            self._trapped(f"outbox {what}")
