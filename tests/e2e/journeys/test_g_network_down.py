"""Journey (g): the hall is gone, then the printer, then the reader; nobody goes home without a number."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from devices.receipt_printer.emulator import Fault
from tests.tour.people import PEOPLE
from tests.tour.programs import run
from tests.tour.stage import KAPOK

if TYPE_CHECKING:
    from devices.receipt_printer.emulator import EmulatedSlip
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(120)]

LOST_CARD = "i05"  # 社会保障卡挂失补换, in queue E
COUNTER = 4  # serves E
MOSTLY, BAND_DOTS = 0.5, 24  # of a row; rows, at 8 dots a millimetre
GUEST, SECOND, THIRD, FOURTH, LAST = PEOPLE[0], PEOPLE[5], PEOPLE[8], PEOPLE[3], PEOPLE[9]


def band(slip: EmulatedSlip) -> bytes:
    """What stands first on it in white on black across the paper: at least three millimetres of rows, mostly ink."""
    image = slip.image.convert("L")
    rows = [image.crop((0, y, image.width, y + 1)).histogram()[:128] for y in range(image.height)]
    drawn = "".join("#" if sum(row) > MOSTLY * image.width else " " for row in rows)
    found = re.search(f"#{{{BAND_DOTS},}}", drawn)
    return image.crop((0, found.start(), image.width, found.end())).tobytes() if found else b""


def says_that_it_is_offline(before: EmulatedSlip, offline: EmulatedSlip) -> None:
    """离线号 一样有效 stands white on black, and its code is good later."""
    assert band(offline) not in {b"", band(before)}  # late in the day 可能无法当天办理 stands on the other
    assert "有网后扫一扫" in offline.text


async def reads_a_guide(floor: Floor) -> None:
    """办事指南 without the network, page by page; and back to the first page, which says how it is."""
    await floor.taps("home.guides", f"guides.item.{LOST_CARD}")
    await floor.until(page="guide")
    await floor.until_reads("社会保障卡挂失补换", "带身份证，当场拿新卡")
    await floor.taps("guide.next_page")
    await floor.until_reads("有效身份证件")
    await floor.taps("guide.back")
    await floor.until(page="guides")
    await floor.later(0.5)  # the same touch at once would be a finger that trembles
    await floor.taps("guides.back")
    await floor.until(page="home", online=False)
    await floor.until_reads("暂时没网，取号照常")


async def the_hall_falls_silent(floor: Floor) -> None:
    """What the first page says then, and that guides can be read."""
    assert floor.stage.hall
    await floor.stage.hall.kill()
    await floor.until(page="home", online=False)
    await floor.until_reads("暂时没网，取号照常", "正在自动重连", "离线号", "一样有效", "办事指南", "联网后再来")
    await reads_a_guide(floor)


async def test_without_hall_printer_and_reader_everybody_gets_a_number_and_all_of_it_is_told_once_and_in_order(
    floor: Floor,
) -> None:
    await floor.stage.kiosk.heard(r"leased E")
    order = [await floor.takes(GUEST, LOST_CARD)]
    printed = len(floor.slips())

    await the_hall_falls_silent(floor)
    order.append(await floor.takes(SECOND, LOST_CARD))
    says_that_it_is_offline(*floor.slips())
    printed += 1

    floor.stage.paper.fail(Fault.PAPER_OUT)
    await floor.until(page="home", printer=False)
    await floor.starts(LOST_CARD)
    floor.lays(THIRD)
    await floor.taps("confirm.print_number")
    order.append((await floor.until(page="paper_out"))["label"])
    await floor.until_reads("请记下您的号", order[-1], "到窗口给工作人员看照片就行")
    floor.lifts()
    await floor.taps("paper_out.noted")
    floor.stage.paper.heal()
    await floor.until(page="home", printer=True)

    await floor.starts(LOST_CARD)
    await floor.stage.card_reader.unplug()
    await floor.until_reads("换个办法吧")
    await floor.taps("card.type_number")
    await floor.types(FOURTH.number)
    await floor.taps("typing.confirm", "confirm.print_number")
    order.append((await floor.until(page="ticket", known=True))["label"])
    await floor.taps("ticket.finish")
    await floor.stage.card_reader.plug()
    printed += 1

    await floor.stage.open_hall()
    await floor.is_ready()
    order.append(await floor.takes(LAST, LOST_CARD))

    assert len(floor.slips()) == printed + 1, "nothing is reprinted by itself"
    first, *alone, last = order
    for label in (first, last):
        await floor.until_hall_says(label, "take", "confirm_print")
    told = [await floor.until_hall_says(label, "take") for label in alone]  # with what became of its slip
    assert [life[0]["answer"] for life in told] == ["paper", "screen", "paper"]
    assert all(label.startswith("E6") for label in alone), "from the block that was leased beforehand"
    taken = Counter(event["label"] for event in await floor.stage.events() if event["move"] == "take")
    assert set(taken.values()) == {1}
    assert "whole" in await run([*KAPOK, "db", "verify", "--data", str(floor.stage.data)])
    clerk = await floor.clerk(COUNTER)
    called = []
    for _ in order:
        ticket = await clerk.calls()
        called.append(ticket["label"])
        await clerk.finishes(ticket)
    assert called == order
    assert await clerk.finds_nobody()
