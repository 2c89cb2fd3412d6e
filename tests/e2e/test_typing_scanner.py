"""A scanner that types like a keyboard, before every page that a walk comes to: nothing of it leads out or on.

The scanner types on its wire as the kernel gives keys, at a scanner's pace; hall, city and kiosk are processes, the
window is real. What is typed is how scanners are programmed, addresses, commands, far too much, and no text at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from devices.code_scanner.typing_emulator import CONTROL, TypingScannerEmulator
from kiosk.session.refusing import OPEN_PAGES
from tests.e2e.journeys.floor import Floor, FloorStage
from tests.tour.people import PEOPLE

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.timeout(420)]

HUANG = PEOPLE[9]
ALT, META, ESCAPE, F4, F5, KEY_K, KEY_O, KEY_L, TAB, DELETE = 56, 125, 1, 62, 63, 37, 24, 38, 15, 111
TEXTS = (
    "%%SpecCode9E",  # how scanners are programmed
    "$#R6C#$",
    "^3^FNC1AREAD",
    "https://example.org/pay?to=me",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "'; DROP TABLE ticket; --",
    "A" * 4_000,  # more than any code holds, and less than the driver gives up at
)
COMMANDS = (
    *((KEY_K, CONTROL, ALT), (DELETE, CONTROL, ALT), (F4, ALT), (TAB, ALT)),  # the first asks for staff at a keyboard
    *((KEY_O, CONTROL), (KEY_L, META), (ESCAPE,), (F5,)),
)
HUGE = "B" * 100_000
TRACES = ("SpecCode", "R6C", "FNC1", "example.org", "passwd", "javascript", "DROP", "AAAA", "BBBB")
HEARD = re.compile("a code was refused: |a code was passed over|keys are dropped: ")
WALK = """
services:home.take_a_number search:services.search services:search.key.leave card:services.item.i05
number:card.type_number card:typing.back services:card.back home:services.back
guides:home.guides home:guides.back
progress:home.track_case case_number:progress.type_case progress:case_number.back home:progress.back
elsewhere:home.print_record home:elsewhere.back
help:access.help ways:help.other_ways complaint:ways.complain ways:complaint.back help:ways.back home:help.not_needed
"""  # each page, and what was touched to come to it


class TypedAt(FloorStage):
    """The floor's boxes, the scanner one that types; somebody reads a page for as long as it takes to type at it."""

    patience = "idle_s = 90\nwarning_s = 6\nticket_page_s = 90\n"

    def __init__(self, out: Path, *, quick: bool) -> None:
        super().__init__(out, quick=quick)
        self.typist = TypingScannerEmulator(link=self.state / "typist")

    async def plug_in(self, *, camera: bool = False) -> None:
        await super().plug_in(camera=camera)
        await self.typist.start()

    def _scans(self) -> str:
        return f'driver = "evdev"\naddress = "{self.typist.address}"\n'

    async def close(self) -> None:
        await super().close()
        await self.typist.stop()


class Attack:
    """Types everything at whatever page stands, and looks at what came of it."""

    def __init__(self, floor: Floor, stage: TypedAt) -> None:
        self._floor, self._stage = floor, stage
        self.pages: set[str] = set()

    async def at(self, page: str, *, huge: bool = False) -> None:
        """Everything, at this page."""
        shown = await self._floor.until(page=page)
        before = await self._steady()
        mark = self._stage.kiosk.mark
        if huge:
            await self._stage.typist.scan(HUGE.encode())
        for text, command in zip(TEXTS, COMMANDS, strict=True):
            await self._stage.typist.command(*command)
            await self._stage.typist.scan(text.encode())  # which ends what is typed before it
        await self._all_heard(mark, len(TEXTS) + len(COMMANDS) + huge)
        await self._steady()
        if page in OPEN_PAGES:
            await self._is_told_politely()
            await self._floor.until(page=page)
        after = await self._steady()
        assert self._kept(self._floor.hand.showing()) == self._kept(shown)
        assert after["look"] == before["look"]
        self._nothing_shown(after)
        self.pages.add(page)

    async def _steady(self) -> dict[str, Any]:
        """What stands on the glass once nothing moves there."""
        before: dict[str, Any] = {}
        while before != (before := await self._floor.hand.look()):
            await self._floor.later(0.4)
        return before

    async def _all_heard(self, mark: int, count: int) -> None:
        """Each was heard by the kiosk, and none was taken."""
        for _ in range(count):
            await self._stage.kiosk.heard(HEARD.pattern, since=mark, within_s=60)
            mark = next(at for at, line in enumerate(self._stage.kiosk.lines[mark:], mark) if HEARD.search(line)) + 1

    async def _is_told_politely(self) -> None:
        """In one sentence, with a way on; and back to where the visitor was."""
        await self._floor.until(page="code_refused")
        seen = await self._floor.until_reads("没有码也能取号")
        assert any(word in text for text in seen for word in ("请", "直接取号"))
        self._nothing_shown(await self._floor.hand.look())
        await self._floor.taps("code_refused.back")

    @staticmethod
    def _kept(shown: dict[str, Any]) -> dict[str, Any]:
        return {name: shown[name] for name in ("page", "known", "item", "more_items", "chips", "label", "warning")}

    @staticmethod
    def _nothing_shown(look: dict[str, Any]) -> None:
        """No word of what was typed, nothing whole of who stands there."""
        held = "\n".join([*look["words"], look["clipboard"]])
        assert not [trace for trace in (*TRACES, HUANG.name, HUANG.number) if trace in held]
        assert look["clipboard"] == ""


async def test_cl_c4_whatever_a_scanner_types_at_a_page_the_page_stays_and_says_so_politely(tmp_path: Path) -> None:
    floor = Floor(tmp_path, TypedAt)
    stage = floor.stage
    assert isinstance(stage, TypedAt)
    try:
        await floor.open()
        attack = Attack(floor, stage)
        await attack.at("home", huge=True)
        for step in WALK.split():
            page, _, touched = step.partition(":")
            await floor.taps(touched)
            await attack.at(page)

        await floor.starts("i05")
        floor.lays(HUANG)
        await attack.at("confirm", huge=True)  # somebody is known
        await floor.taps("confirm.for_other")
        await attack.at("relation")
        await floor.taps("relation.back", "confirm.print_number")
        await attack.at("ticket")
        floor.lifts()
        await floor.taps("ticket.finish")
        await floor.until(page="home")
        await floor.is_forgotten()
        assert len(floor.slips()) == 1, "one was asked for, by a finger"
        assert len(attack.pages) >= 12
        assert stage.kiosk.running
    finally:
        await stage.close()
