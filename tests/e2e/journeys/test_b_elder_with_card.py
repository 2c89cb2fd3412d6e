"""Journey (b): Granny He is 74 and has no telephone. Her card and her eyes are all that she brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tour.people import PEOPLE

if TYPE_CHECKING:
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(120)]

HE = PEOPLE[4]  # 何桂芳, born in 1952
STILL_ENTITLED = "i08"  # 领取社会保险待遇资格认证, in queue E
COUNTER = 4  # serves E


async def test_cl_g2_an_elder_needs_her_card_alone_is_offered_large_letters_and_keeps_a_number_that_she_missed(
    floor: Floor,
) -> None:
    floor.lays(HE)
    await floor.until(page="services", known=True)
    read = await floor.until_reads("字看不清？按「大字」")  # offered by her age
    assert "已开" not in read  # and not forced

    await floor.taps("access.large")
    await floor.visits.picks(STILL_ENTITLED)
    await floor.visits.looks_at_materials()
    shown = await floor.until(page="confirm")
    assert shown["chips"] == ["elder"]  # 65 岁优先 is on by itself
    await floor.until_reads("何*芳", "证件尾号 3644", "65 岁优先")
    await floor.taps("confirm.print_number")

    label = (await floor.until(page="ticket"))["label"]
    await floor.until_reads(label, "请取回身份证，再拿好小票", "二楼 A 区")
    await floor.taps("ticket.finish")
    await floor.until_reads("身份证还在读卡区上")
    floor.lifts()
    await floor.until(page="cleared", known=False)
    assert not [name for name in floor.touched if ".key." in name]  # nothing was typed
    slip = await floor.slip(of=label)
    assert slip.codes[0].endswith(":L")  # what she likes goes with the paper, not into a table

    clerk = await floor.clerk(COUNTER)
    called = await clerk.calls()
    assert (called["label"], called["chips"]) == (label, ["elder"])
    await floor.later(3.2)  # the stage's no_show_lock_s
    await clerk.move(called, "no_show")
    await floor.until(page="home")
    await floor.shows(slip.codes[0])
    await floor.until(page="ticket_state")
    await floor.until_reads("您的号叫过了", "没关系，请到服务台说一声", label, "已开")  # in large letters
    await floor.taps("ticket_state.finish")

    back = await clerk.move(called, "return")
    assert (back["state"], back["taken_at"]) == ("waiting", called["taken_at"])
    again = await clerk.calls()
    assert again["label"] == label
    await clerk.finishes(again)
