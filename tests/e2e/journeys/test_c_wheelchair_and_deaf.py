"""Journey (c) by touch: somebody who sits, somebody who does not hear. Without eyes it is told by ear and keys."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.tour.people import PEOPLE

if TYPE_CHECKING:
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(120)]

ZHOU = PEOPLE[5]
HIGH, LOW = 1, 2  # both serve K; one of them can be reached from a wheelchair


async def test_cl_g3_whoever_sits_brings_the_page_down_and_is_called_to_a_low_counter_and_no_other(
    floor: Floor,
) -> None:
    await floor.taps("access.low", "home.take_a_number", "services.not_sure")
    floor.lays(ZHOU)
    await floor.until(page="confirm")
    floor.lifts()
    await floor.taps("confirm.chip.wheelchair", "confirm.print_number")
    shown = await floor.until(page="ticket")
    assert "wheelchair" in shown["chips"]
    read = await floor.until_reads("号取好了", f"{LOW} 号低位窗口", "二楼 A 区")
    assert not [words for words in read if "一楼大厅" in words]  # not where nobody will call them
    await floor.taps("ticket.finish")

    high, low = await floor.clerk(HIGH), await floor.clerk(LOW)
    assert await high.finds_nobody()
    called = await low.calls()
    assert called["label"] == shown["label"]
    await low.finishes(called)

    slip = await floor.slip(of=shown["label"])
    assert slip.codes[0].endswith(":W")
    await floor.until(page="home")
    await floor.shows(slip.codes[0])
    await floor.until_reads("已开")  # the page comes down for the same paper
    await floor.taps("ticket_state.finish")


async def test_cl_e10_whoever_does_not_hear_writes_with_a_person_and_reads_what_they_say(floor: Floor) -> None:
    await floor.taps("access.help", "help.other_ways", "ways.remote")
    await floor.until_reads("就在这儿等，不用走开")

    city = floor.stage.city
    assert city
    session = (await asyncio.to_thread(city.ask, "POST", "/video/answer"))["session"]
    phrases = await floor.until_can_touch("remote.phrase.")
    await floor.taps(phrases[0])
    line = {"words": "您好，请把材料放在台面上，我来看。"}
    await asyncio.to_thread(city.ask, "POST", f"/video/talks/{session}", line)
    await floor.until_reads(line["words"])

    await floor.taps("remote.hang_up")
    await floor.until_reads_no_more(line["words"])
    await floor.later(0.5)  # the same touch at once would be a finger that trembles
    await floor.taps("ways.back", "help.not_needed")
