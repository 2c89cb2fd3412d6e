"""What happens to servers: clocks, restarts, disks that are lost, and a second one beside the first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.drills.partition.net import Link
    from tests.drills.partition.server import Server
    from tests.drills.partition.world import World

YEAR_US = 365 * 86_400 * 1_000_000
REAL_RESTORES = 0.25  # by the product's own flow; the others do what it does last, for it proves the backup for long


class ServerFaults:
    """See `Faults`."""

    world: World
    _rng: Random
    _moving: bool  # a server is being replaced

    def _note(self, what: str) -> None:
        raise NotImplementedError

    def stream_opens(self, link: Link) -> None:
        """The machine has its stream again."""
        raise NotImplementedError

    async def server_clock(self, lasts: float) -> None:
        """The server's clock jumps by a year."""
        by = self._rng.choice((-1, 1)) * YEAR_US
        self._note(f"clock of the server jumps {by:+d}")
        self.world.server_off_us += by
        await asyncio.sleep(lasts)
        self.world.server_off_us -= by

    async def server_restarts(self, lasts: float) -> None:
        """The hall's process is killed and comes back."""
        server = self.world.main
        if not server.up:
            return
        self._note(f"{server.name} restarts")
        server.stop()
        await asyncio.sleep(min(lasts, self._rng.uniform(0.5, 20)))
        if server is self.world.main and not server.up:
            server.start()

    def _backed_up(self, server: Server) -> None:
        if server.up:
            target = self.world.folder / f"backup-{len(self.world.backups)}.zip"
            server.back_up(target)
            self.world.backups.append(target)
            self.world.say(server.name, f"backup at n={server.hall.n}")

    async def restored(self, lasts: float) -> None:
        """The server's disk is lost; a backup of before is restored on a new one."""
        self._backed_up(self.world.main)
        await asyncio.sleep(lasts)
        if self._moving or not self.world.backups:
            return
        self._moving = True
        old = self.world.main
        self._note(f"{old.name} is lost")
        old.stop()
        await asyncio.sleep(self._rng.uniform(1, 15))
        self._takes_over(self._restored_from_a_backup())
        self._moving = False

    async def two_servers(self, lasts: float) -> None:
        """A backup is restored beside a server that is still there: some hear the one, some the other."""
        self._backed_up(self.world.main)
        await asyncio.sleep(lasts / 2)
        if self._moving or not self.world.backups or not self.world.main.up:
            return
        self._moving = True
        old = self.world.main
        self._note(f"a second server beside {old.name}")
        new = self._restored_from_a_backup()
        moved = self._rng.sample(self.world.links, self._rng.randint(1, len(self.world.links)))
        for link in moved:
            link.server = new
        ends = self.world.loop.time() + lasts / 2
        while self.world.loop.time() < ends:
            await asyncio.sleep(self._rng.uniform(1, max(2.0, lasts / 4)))
            new.tick()
            if self._rng.random() < 0.3:  # an address that is answered by the one and by the other
                self._rng.choice(self.world.links).server = self._rng.choice((old, new))
        old.stop()
        self._takes_over(new)
        self._moving = False

    def _restored_from_a_backup(self) -> Server:
        world = self.world
        source = self._rng.choice(world.backups[-2:])
        server = world.server(f"S{len(world.servers) + 1}")
        if not world.naming.new_life:
            server.put_back(source)
        elif self._rng.random() < REAL_RESTORES:
            server.restore(source, world.fresh_id())
        else:
            server.put_back(source)
            server.begin_life(world.fresh_id())
        server.start()
        world.say(server.name, f"restored from {source.name}: n={server.hall.n}")
        world.tally["restores"] += 1
        return server

    def _takes_over(self, server: Server) -> None:
        self.world.main = server
        for link in self.world.links:
            link.server = server
            self.world.loop.call_later(self._rng.uniform(0, 2), self.stream_opens, link)
