"""Visitors at kiosks: they touch what there is to touch, wait a little, take their slip or note their number, go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from kiosk.session.events import Choice, Chosen, Touch, Touched
from kiosk.session.state import Page

if TYPE_CHECKING:
    from tests.drills.partition.kiosk import SimKiosk
    from tests.drills.partition.world import World

ITEMS = ("i1", "i2", "i3")
PATIENCE = 6  # how often a visitor looks for a kiosk that works


class Visitor:
    """One person. `done` at the end, with or without a number."""

    def __init__(self, world: World, busy: set[SimKiosk]) -> None:
        self._world, self._busy = world, busy

    async def run(self) -> None:
        for _ in range(PATIENCE):
            free = [
                kiosk
                for kiosk in self._world.kiosks
                if kiosk.on and kiosk.session.page is Page.HOME and kiosk not in self._busy
            ]
            if free:
                kiosk = self._world.rng.choice(free)
                self._busy.add(kiosk)
                try:
                    await self._at(kiosk)
                finally:
                    self._busy.discard(kiosk)
                return
            await asyncio.sleep(self._world.rng.uniform(1, 5))
        self._world.tally["found no kiosk"] += 1

    async def _at(self, kiosk: SimKiosk) -> None:
        rng = self._world.rng
        self._touch(kiosk, Touch.TAKE_A_NUMBER)
        await asyncio.sleep(0.6)
        kiosk.post(Chosen(self._world.loop.time(), Choice.ITEM, rng.choice(ITEMS)))
        await asyncio.sleep(0.6)
        self._touch(kiosk, Touch.PRINT_NUMBER, self._world.fresh_id())
        await asyncio.sleep(0)
        page = await kiosk.leaves(Page.CONFIRM)
        for _ in range(12):
            if not kiosk.on or page in {Page.HOME, Page.CLEARED}:
                break
            page = await self._reacts(kiosk, page)
        while kiosk.on and kiosk.session.page is not Page.HOME:  # the next one waits until it is
            await kiosk.leaves(kiosk.session.page)

    async def _reacts(self, kiosk: SimKiosk, page: Page) -> Page:
        rng = self._world.rng
        match page:
            case Page.TICKET:
                await asyncio.sleep(1.0)
                self._read(kiosk)
                self._touch(kiosk, Touch.FINISH)
            case Page.PAPER_OUT:
                await asyncio.sleep(2.0)
                chance = rng.random()
                if chance < 0.6:
                    self._read(kiosk)
                    self._touch(kiosk, Touch.NOTED)
                elif chance < 0.8:
                    self._touch(kiosk, Touch.GIVE_UP_NUMBER)
            case Page.ASK_SLIP:
                await asyncio.sleep(2.0)
                chance = rng.random()
                if chance < 0.8:
                    came = self._ticket(kiosk) in {ticket for ticket, _ in self._world.slips}
                    self._touch(kiosk, Touch.SLIP_CAME if came else Touch.SLIP_DID_NOT_COME)
            case Page.BUSY:
                await asyncio.sleep(rng.uniform(2, 15))
                if kiosk.on and kiosk.session.page is Page.BUSY:
                    self._touch(kiosk, Touch.FINISH)
            case _:
                pass
        return await kiosk.leaves(page)

    def _read(self, kiosk: SimKiosk) -> None:
        """The number stands on the screen: who has no slip notes it down."""
        visit = kiosk.session.visit if kiosk.on else None
        if visit is not None and visit.ticket is not None and kiosk.session.page in {Page.TICKET, Page.PAPER_OUT}:
            self._world.held(kiosk, visit.ticket, "screen")

    def _ticket(self, kiosk: SimKiosk) -> str:
        visit = kiosk.session.visit
        return visit.ticket_id if visit is not None else ""

    def _touch(self, kiosk: SimKiosk, touch: Touch, fresh_id: str = "") -> None:
        kiosk.post(Touched(self._world.loop.time(), touch, fresh_id))
