"""Copied disks and old images before the real hall: found out, fenced, and no label is ever given twice (C4)."""

from __future__ import annotations

import dataclasses
import shutil
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from kiosk.hall_client import HallClient
from kiosk.local_store import LocalStore
from kiosk.runner.boxes import Boxes
from kiosk.session.events import Choice, Touch
from kiosk.session.state import Page
from tests.integration.kiosk.machines import Bench
from tests.integration.kiosk.programs import RealHall
from tests.integration.kiosk.stand_in import QUICK, Stage, staged
from tests.integration.kiosk.test_real_offline import births, proven

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

PATIENT = dataclasses.replace(QUICK, take_s=10.0)


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


def kiosk_of(hall: RealHall, path: Path, bench: Bench, kiosk: str = "K1") -> Stage:
    path.mkdir(exist_ok=True)
    store = LocalStore(path / "kiosk.db", bench.machine())
    client = HallClient(hall.access(hall.credential.with_name(f"{kiosk}.toml"), answer_timeout_s=10.0))
    boxes = Boxes(printer=SimulatedReceiptPrinter())
    return staged(client, path, boxes, store=store, patience=PATIENT, kiosk_id=kiosk)


async def took(play: Stage) -> str:
    """One visitor's label, with the slip out."""
    await play.until(lambda now: now.page is Page.HOME and now.devices.printer)
    play.kiosk.touch(Touch.TAKE_A_NUMBER)
    play.kiosk.choose(Choice.ITEM, "i05")
    play.kiosk.touch(Touch.PRINT_NUMBER)
    session = await play.page(Page.TICKET)
    assert session.visit is not None
    assert session.visit.ticket is not None
    play.kiosk.touch(Touch.FINISH)
    await play.until(lambda now: now.visit is None)
    return session.visit.ticket.label


def silence(play: Stage) -> None:
    """This kiosk alone cannot reach the hall any more."""
    client = play.kiosk._parts.hall
    assert isinstance(client, HallClient)
    client._root = "http://127.0.0.1:9/nobody"
    play.kiosk._desk.standby.silent(play.kiosk.clock())


def reconnect(play: Stage, hall: RealHall) -> None:
    client = play.kiosk._parts.hall
    assert isinstance(client, HallClient)
    client._root = HallClient(hall.access())._root


async def leased(play: Stage) -> None:
    store, standby = play.kiosk._parts.store, play.kiosk._desk.standby

    def block() -> int:
        standing = standby.standing()
        return 0 if standing is None else store.numbers.left(standing).get("E", 0)

    await play.until(lambda now: now.page is Page.HOME and now.online)
    await play.until_on_disk(block)


async def delivered(play: Stage) -> None:
    outbox = play.kiosk._parts.store.outbox
    await play.eventually(lambda: not play.kiosk.owes_the_hall)
    await play.until_on_disk(lambda: not outbox.pending())


async def test_a_copied_disk_gets_no_numbers_and_its_model_none_on_its_own_either(
    tmp_path: Path, hall: RealHall
) -> None:
    bench, path, copy = Bench(), tmp_path / "first", tmp_path / "copy"

    async with kiosk_of(hall, path, bench) as first:
        await leased(first)
    shutil.copytree(path, copy)
    clone_bench = dataclasses.replace(bench.rebooted(), fingerprint="b" * 64)
    async with AsyncExitStack() as machines:
        first = await machines.enter_async_context(kiosk_of(hall, path, bench))
        await leased(first)
        clone = await machines.enter_async_context(kiosk_of(hall, copy, clone_bench))
        facts = clone.kiosk._parts.store.facts
        reason = await clone.until_on_disk(facts.quarantined)
        assert reason is not None
        assert reason.code == "lease_fenced"
        assert await clone.on_disk(facts.emergency_letter) == ""
        silence(clone)
        clone.kiosk.touch(Touch.TAKE_A_NUMBER)
        clone.kiosk.choose(Choice.ITEM, "i05")
        clone.kiosk.touch(Touch.PRINT_NUMBER)
        await clone.page(Page.BUSY)  # no number rather than one that another machine may give as well
        silence(first)
        assert (await took(first)).startswith("E")
        reconnect(first, hall)
        await delivered(first)
        births(await proven(hall))


async def test_two_kiosks_without_their_hall_never_give_the_same_label(tmp_path: Path, hall: RealHall) -> None:
    await hall.key_for("K2")
    other = dataclasses.replace(Bench(), boot="33333333-3333-4333-8333-333333333333", fingerprint="c" * 64)
    async with kiosk_of(hall, tmp_path / "one", Bench()) as one, kiosk_of(hall, tmp_path / "two", other, "K2") as two:
        for kiosk in (one, two):
            await leased(kiosk)
            silence(kiosk)
        labels = [await took(kiosk) for kiosk in (one, two) for _ in range(2)]
        for kiosk in (one, two):
            await kiosk.on_disk(kiosk.kiosk._parts.store.numbers.drop_leases)
        labels += [await took(kiosk) for kiosk in (one, two) for _ in range(2)]
        for kiosk in (one, two):
            reconnect(kiosk, hall)
            await delivered(kiosk)
            assert await kiosk.on_disk(kiosk.kiosk._parts.store.outbox.refused) == {}
    assert len(set(labels)) == 8
    assert set(labels) == set(births(await proven(hall)))


async def test_an_old_copy_of_the_store_is_found_out_and_loses_nothing(tmp_path: Path, hall: RealHall) -> None:
    bench, path = Bench(), tmp_path / "kiosk"

    labels: list[str] = []
    async with kiosk_of(hall, path, bench) as play:
        await leased(play)
        silence(play)
        labels.append(await took(play))
        reconnect(play, hall)
        await delivered(play)
    shutil.copytree(path, tmp_path / "old")
    async with kiosk_of(hall, path, bench) as play:
        await leased(play)
        silence(play)
        labels += [await took(play) for _ in range(3)]
        reconnect(play, hall)
        await delivered(play)
    shutil.rmtree(path)
    shutil.copytree(tmp_path / "old", path)
    async with kiosk_of(hall, path, bench.rebooted()) as play:
        silence(play)
        labels += [await took(play) for _ in range(2)]
        reconnect(play, hall)
        await delivered(play)
        outbox = play.kiosk._parts.store.outbox
        assert await play.on_disk(outbox.highest) == 6
        assert await play.on_disk(outbox.refused) == {}
        await leased(play)
    events = await proven(hall)
    held = births(events)
    assert len(set(labels)) == 6
    assert set(labels) == set(held)
