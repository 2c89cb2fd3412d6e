"""What the printer knows of its paper roll outlives the process that printed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from devices.registry.receipt_printer import receipt_printer
from devices.values.receipt_printer import PrintDocument, PrintOutcome, Span, TextLine
from kiosk.local_store import LocalStore, LocalStoreError
from kiosk.runner.paper import PaperKeeper
from kiosk.session.state import Page
from tests.integration.kiosk.stand_in import MemoryHall, staged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from devices.ports.receipt_printer import ReceiptPrinter

SLIP = PrintDocument((TextLine((Span("A001"),)),))


@pytest.fixture
def journal() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


def printer(folder: Path, paper: dict[str, float]) -> ReceiptPrinter:
    (folder / "paper.bin").touch()
    settings = {"driver": "escpos", "address": f"file:{folder / 'paper.bin'}", "acknowledges": "written"}
    return receipt_printer(settings, roll=paper)


async def test_a_printer_goes_on_counting_where_an_earlier_life_stopped(
    tmp_path: Path, journal: ThreadPoolExecutor
) -> None:
    printed: list[float] = []
    for _ in range(2):
        store = LocalStore(tmp_path / "kiosk.db")
        paper = store.facts.paper()
        keeper, box = PaperKeeper(paper, store, journal), printer(tmp_path, paper)
        await box.open()
        assert (await box.print(SLIP)).outcome is PrintOutcome.PRINTED
        printed.append((await box.status()).left.printed_mm)
        await keeper.keep()
        await box.close()
        store.close()
    assert printed == [pytest.approx(printed[0]), pytest.approx(2 * printed[0])]
    assert printed[0] > 0


async def test_a_kiosk_that_stops_keeps_what_was_counted_last(tmp_path: Path) -> None:
    paper: dict[str, float] = {}
    async with staged(MemoryHall(), tmp_path, paper=paper) as play:
        await play.page(Page.HOME)
        paper["printed_mm"] = 1234.5
    store = LocalStore(tmp_path / "kiosk.db")
    assert store.facts.paper() == {"printed_mm": 1234.5}
    store.close()


async def test_a_disk_that_refuses_is_tried_again_at_the_next_look(
    tmp_path: Path, journal: ThreadPoolExecutor, caplog: pytest.LogCaptureFixture
) -> None:
    class FullDisk:
        kept: dict[str, float] | None = None
        full = True

        @property
        def facts(self) -> FullDisk:
            return self

        def keep_paper(self, numbers: dict[str, float]) -> None:
            if self.full:
                raise LocalStoreError("disk full")
            self.kept = numbers

    disk, paper = FullDisk(), {"printed_mm": 1.0}
    keeper = PaperKeeper(paper, disk, journal)
    await keeper.keep()
    assert disk.kept is None  # nothing has changed yet
    paper["printed_mm"] = 2.0
    await keeper.keep()
    assert "not kept" in caplog.text
    disk.full = False
    await keeper.keep()
    assert disk.kept == {"printed_mm": 2.0}
