"""升级 behind the glass (UI-T7): whatever the slots' file holds, and whoever does or does not take a wish up."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING

import pytest

from kiosk.runner.upgrading import Upgrading
from kiosk.runner.version_wish import WISH, VersionWish
from kiosk.session.upgrade_words import ChangeRefusal, LookAtSlots, SlotsBook, SlotsSeen, VersionRefused, WishVersion

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.session.events import Event

WELL = {"at_work": "0.4.1", "before": "0.4.0", "bad": [], "last": "well", "at": "2026-11-23T13:10:00+00:00"}


class Machine:
    def __init__(self, folder: Path) -> None:
        self.folder, self.book = folder, folder / "slots/kiosk.json"
        self.book.parent.mkdir()
        self.versions = VersionWish(folder, self.book, folder / "opt")
        self.told: list[Event] = []
        for name in ("0.4.0", "0.4.1"):
            (folder / f"opt/{name}/bin").mkdir(parents=True)
            (folder / f"opt/{name}/bin/kapok").touch()
        (folder / "opt/current").symlink_to("0.4.1")

    def upgrading(self, taken_s: float = 0.0) -> Upgrading:
        return Upgrading(
            self.versions,
            running="0.4.1",
            wanted=lambda: "0.4.2",
            post=self.told.append,
            clock=time.monotonic,
            taken_s=taken_s,
        )

    def looked(self) -> SlotsSeen:
        asyncio.run(self.upgrading().look(LookAtSlots()))
        seen = self.told.pop()
        assert isinstance(seen, SlotsSeen)
        return seen

    def refused(self, upgrading: Upgrading) -> ChangeRefusal | None:
        """Why a wish for 0.4.0 came to nothing."""
        asyncio.run(upgrading.wish(WishVersion("0.4.0")))
        return next((one.refusal for one in self.told if isinstance(one, VersionRefused)), None)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_what_the_slots_wrote_is_told_with_what_lies_on_the_disk(machine: Machine) -> None:
    machine.book.write_text(json.dumps(WELL))
    slots = machine.looked().slots
    assert (slots.book, slots.at_work, slots.before, slots.last) == (SlotsBook.READ, "0.4.1", "0.4.0", "well")
    assert (slots.there, slots.wanted) == (("0.4.0", "0.4.1"), "0.4.2"), "the link is no version"


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b'{"at_work": "0.4',
        b"\xff\xfe",
        b"[]",
        b'{"at_work": "\xff"}',
        b'{"at_work": 4}',
        b"{}",
        b'{"at_work":"1","bad":"x"}',
    ],
)
def test_a_book_that_is_torn_or_of_another_shape_is_said_so(machine: Machine, written: bytes) -> None:
    machine.book.write_bytes(written)
    assert machine.looked().slots.book is SlotsBook.TORN


def test_no_book_and_no_slots_are_two_things(machine: Machine) -> None:
    assert machine.looked().slots.book is SlotsBook.MISSING
    machine.book.parent.rmdir()
    assert machine.looked().slots.book is SlotsBook.NONE


def test_a_wish_that_nobody_takes_up_is_told_and_withdrawn(machine: Machine) -> None:
    assert machine.refused(machine.upgrading()) is ChangeRefusal.NOBODY
    assert not (machine.folder / WISH).exists(), "nor is it taken up by surprise, days later"


@pytest.mark.parametrize(
    ("came", "refusal"),
    [(2, ChangeRefusal.GONE), (3, ChangeRefusal.NOT_WELL), (4, ChangeRefusal.STUCK), (0, None)],
)
def test_what_came_of_a_wish_is_told(machine: Machine, came: int, refusal: ChangeRefusal | None) -> None:
    async def both() -> None:
        """The wish, and the slots beside it."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(machine.upgrading(taken_s=20).wish(WishVersion("0.4.0")))
            while not (machine.folder / WISH).exists():
                await asyncio.sleep(0.01)
            machine.book.write_text(json.dumps({**WELL, "wished": "0.4.0", "came": came}))
            (machine.folder / WISH).unlink()

    asyncio.run(both())
    assert [one.refusal for one in machine.told if isinstance(one, VersionRefused)] == ([refusal] if refusal else [])


def test_another_wish_under_way_is_left_alone(machine: Machine) -> None:
    (machine.folder / WISH).write_text("0.4.2\n")
    assert machine.refused(machine.upgrading()) is ChangeRefusal.BUSY
    assert (machine.folder / WISH).read_text() == "0.4.2\n"


def test_a_disk_that_takes_no_wish_is_told(machine: Machine) -> None:
    (machine.folder / "wished-version.new").mkdir()
    assert machine.refused(machine.upgrading()) is ChangeRefusal.DISK
