"""What goes wrong: each fault is drawn with its moment, does its harm, and takes back what would heal by itself.

Whatever is left when the time is over (copies, images, an old server) is settled by `heal`, as a technician would.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.drills.partition.device import Device, copy_disk
from tests.drills.partition.kiosk import SimKiosk
from tests.drills.partition.server_faults import YEAR_US, ServerFaults

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from tests.drills.partition.net import Link
    from tests.drills.partition.world import World

BOOT_S = 10.0  # no machine is there again sooner: what it sent before has arrived by then, or never will
TRAPS = ("journal", "journal", "slip", "slip", "outbox sent", "outbox done", "outbox answered")


class Faults(ServerFaults):
    """The faults of one world. Each method is one of them; it is told how long it may last."""

    def __init__(self, world: World) -> None:
        self.world, self._rng = world, world.rng
        self.happened: list[str] = []
        self.clones: list[SimKiosk] = []
        self._moving = False  # a server is being replaced

    def drawn(self, many: int) -> list[Callable[[float], Awaitable[None]]]:
        """So many faults, drawn by weight."""
        every = [
            (self.partition, 9), (self.rough, 4), (self.power_cut, 5), (self.trap, 8), (self.image, 4),
            (self.clone, 3), (self.server_restarts, 2), (self.restored, 3), (self.two_servers, 3),
            (self.kiosk_clock, 2), (self.server_clock, 2), (self.paper, 4), (self.jams, 3),
        ]  # fmt: skip
        faults, weights = zip(*every, strict=True)
        return self._rng.choices(faults, weights, k=many)

    def _note(self, what: str) -> None:
        self.happened.append(what)
        self.world.say("fault", what)

    def _machine(self) -> SimKiosk:
        return self._rng.choice(self.world.kiosks)

    # -- wires ----------------------------------------------------------------------------------------------------

    async def partition(self, lasts: float) -> None:
        """Some machines and their hall do not hear each other; sometimes in one direction only."""
        links = self._rng.sample(self.world.links, self._rng.randint(1, len(self.world.links)))
        out, back = self._rng.choice(((1, 1), (1, 1), (1, 0), (0, 1)))
        self._note(f"partition {'out ' * out}{'back ' * back}{' '.join(link.name for link in links)}")
        for link in links:
            link.cut_out, link.cut_back = link.cut_out + out, link.cut_back + back
            self.world.loop.call_later(self._rng.uniform(0, 20), self.stream_ends, link)
        await asyncio.sleep(lasts)
        for link in links:
            link.cut_out, link.cut_back = link.cut_out - out, link.cut_back - back
        for link in links:
            self.world.loop.call_later(self._rng.uniform(0, 2), self.stream_opens, link)
        self.world.say("fault", "partition heals")

    async def rough(self, lasts: float) -> None:
        """Messages are lost, doubled, late, and overtake each other."""
        self._note("rough network")
        loss, doubled, late = self._rng.uniform(0, 0.3), self._rng.uniform(0, 0.3), self._rng.uniform(0, 0.1)
        for link in self.world.links:
            link.loss, link.doubled, link.late = loss, doubled, late
        await asyncio.sleep(lasts)
        self.smooth()

    def smooth(self) -> None:
        """An ordinary network again."""
        for link in self.world.links:
            link.loss = link.doubled = link.late = 0.0

    @staticmethod
    def stream_ends(link: Link) -> None:
        """The machine notices that no beat comes."""
        if link.stream is not None and not link.whole:
            link.stream("")

    def stream_opens(self, link: Link) -> None:
        """The machine has its stream again."""
        if link.stream is not None and link.whole and link.server is not None and link.server.up:
            link.stream("open")

    # -- kiosks ---------------------------------------------------------------------------------------------------

    async def power_cut(self, lasts: float) -> None:
        """The machine is off, and comes back with another boot."""
        kiosk = self._machine()
        self._note(f"power cut {kiosk.device.hardware}")
        await self._off(kiosk, BOOT_S + min(lasts, 50))

    async def trap(self, lasts: float) -> None:
        """The same at a named moment: after the next commit, with the slip in the tray, while rows are delivered."""
        kiosk, where = self._machine(), self._rng.choice(TRAPS)
        self._note(f"trap {where} {kiosk.device.hardware}")
        sprung = asyncio.Event()
        kiosk.trap, kiosk.on_trap = where, sprung.set
        only_process = self._rng.random() < 0.4
        try:
            async with asyncio.timeout(lasts):
                await sprung.wait()
        except TimeoutError:
            kiosk.trap = ""
            return
        await asyncio.sleep(self._rng.uniform(0.5, 5) if only_process else self._rng.uniform(BOOT_S, 30))
        if not kiosk.on:
            (kiosk.start if only_process else kiosk.boot)()

    async def _off(self, kiosk: SimKiosk, lasts: float, *, same_boot: bool = False) -> None:
        if not kiosk.on:
            return
        kiosk.die()
        await asyncio.sleep(lasts)
        if not kiosk.on and kiosk in self.world.kiosks:
            (kiosk.start if same_boot else kiosk.boot)()

    async def image(self, lasts: float) -> None:
        """An older image of the disk is put back; half of the time while the kiosk cannot reach its hall."""
        kiosk, alone = self._machine(), self._rng.random() < 0.5
        aside = kiosk.device.disk.with_suffix(f".image{len(self.happened)}")
        copy_disk(kiosk.device.disk, aside)
        self._note(f"image taken of {kiosk.device.hardware}{', alone' * alone}")
        self._cut(kiosk.link, int(alone))
        try:
            await self._put_back(kiosk, aside, lasts * 2 / 3)
            await asyncio.sleep(lasts / 3)
        finally:
            self._cut(kiosk.link, -int(alone))

    async def _put_back(self, kiosk: SimKiosk, aside: Path, after: float) -> None:
        if self._rng.random() < 0.5:  # it starts once more and has no leased numbers then
            await self._off(kiosk, BOOT_S)
        await asyncio.sleep(after)
        if kiosk not in self.world.kiosks:
            return
        kiosk.die()
        copy_disk(aside, kiosk.device.disk)
        self.world.say("fault", f"image put back on {kiosk.device.hardware}")
        kiosk.put_back_at = self.world.loop.time()
        self.world.tally["images"] += 1
        await asyncio.sleep(self._rng.uniform(BOOT_S, 2 * BOOT_S))
        if not kiosk.on:
            (kiosk.start if self._rng.random() < 0.3 else kiosk.boot)()

    @staticmethod
    def _cut(link: Link, by: int) -> None:
        link.cut_out, link.cut_back = link.cut_out + by, link.cut_back + by

    async def clone(self, lasts: float) -> None:
        """A second machine runs with a copy of the disk."""
        if self.clones:
            return
        kiosk = self._rng.choice(self.world.kiosks)
        device = kiosk.device
        copy = Device(device.kiosk_id, f"{device.hardware}x", device.disk.with_stem(f"{device.disk.stem}x"))
        copy_disk(device.disk, copy.disk)
        self._note(f"clone of {device.hardware}")
        clone = SimKiosk(self.world, copy, self.world.link(copy.hardware, device.kiosk_id, "kiosk"))
        clone.link.server = kiosk.link.server
        clone.link.cut_out = clone.link.cut_back = self._rng.choice((0, 1))
        self.clones.append(clone)
        self.world.kiosks.append(clone)
        clone.boot()
        await asyncio.sleep(lasts)
        clone.link.cut_out = clone.link.cut_back = 0

    async def kiosk_clock(self, lasts: float) -> None:
        """The kiosk's clock jumps by a year."""
        kiosk = self._machine()
        by = self._rng.choice((-1, 1)) * YEAR_US
        self._note(f"clock of {kiosk.device.hardware} jumps {by:+d}")
        kiosk.device.wall_off_us += by
        await asyncio.sleep(lasts)
        kiosk.device.wall_off_us -= by

    async def paper(self, lasts: float) -> None:
        """No paper."""
        kiosk = self._machine()
        self._note(f"paper out {kiosk.device.hardware}")
        kiosk.printer.paper_out = True
        await asyncio.sleep(lasts)
        kiosk.printer.paper_out = False

    async def jams(self, lasts: float) -> None:
        """A printer that falls mute."""
        kiosk = self._machine()
        self._note(f"printer mute {kiosk.device.hardware}")
        kiosk.printer.jams = 0.5
        await asyncio.sleep(lasts)
        kiosk.printer.jams = 0.0

    # -- the end --------------------------------------------------------------------------------------------------

    def heal(self) -> None:
        """Everything that a technician does; from here on nothing fails any more."""
        world = self.world
        world.say("fault", "everything heals")
        self.smooth()
        world.server_off_us = 0
        if not world.main.up:
            world.main.start()
        for clone in self.clones:
            clone.die()
            clone.link.gone = True
            world.kiosks.remove(clone)
        for link in world.links:
            link.cut_out = link.cut_back = 0
            link.server = world.main
        fenced = {one.partition(":")[2] for one in world.main.hall.health().alarms}
        for kiosk in world.kiosks:
            kiosk.trap = ""
            kiosk.printer.paper_out, kiosk.printer.jams = False, 0.0
            if kiosk.device.kiosk_id in fenced or (kiosk.on and kiosk.store.facts.quarantined() is not None):
                world.main.release(kiosk.device.kiosk_id)
                kiosk.die()
            if not kiosk.on:
                kiosk.boot()
        for link in world.links:
            self.stream_opens(link)
            world.loop.call_later(1.0, self.stream_opens, link)
