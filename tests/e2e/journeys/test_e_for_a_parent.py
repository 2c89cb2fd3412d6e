"""Journey (e): a son comes for his mother; where only she may, nobody turns him away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from devices.id_card.console import made_up_card

if TYPE_CHECKING:
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(180)]

CARD_REPLACED, SEEN_IN_PERSON = "i05", "i08"  # 社会保障卡挂失补换; 领取社会保险待遇资格认证
SON = made_up_card("罗大成", "44010619800101103")
MOTHER = made_up_card("何桂兰", "44010619500101102")
COUNTER = 4  # serves E


async def lays_own_card(floor: Floor, item: str) -> None:
    """From the first page to the check, with the son's card."""
    await floor.taps("home.take_a_number")
    await floor.visits.picks(item)
    await floor.visits.looks_at_materials()
    floor.lays(SON)
    await floor.visits.comes_to_confirm()
    floor.lifts()


async def test_cl_g1_both_cards_in_turn_and_the_counter_knows_for_whom(floor: Floor) -> None:
    await lays_own_card(floor, CARD_REPLACED)
    await floor.taps("confirm.for_other", "relation.relative")
    await floor.until(page="principal")
    await floor.until_reads("请放对方的身份证")
    floor.lays(MOTHER)
    await floor.visits.comes_to_confirm()
    floor.lifts()
    await floor.until_reads("何*兰")

    await floor.taps("confirm.print_number")
    label = (await floor.until(page="ticket"))["label"]
    await floor.slip(of=label)
    await floor.taps("ticket.finish")

    clerk = await floor.clerk(COUNTER)
    called = await clerk.calls()
    assert called["label"] == label
    assert called["for_other"]
    behalf = called["on_behalf"]
    assert (behalf["relation"], behalf["principal"]["name_mask"]) == ("relative", "何*兰")
    assert called["visitor"]["name_mask"] == "罗*成"
    await clerk.finishes(called)
    for path in floor.stage.state.rglob("*"):
        if path.is_file() and "city" not in path.parts:
            assert "何桂兰".encode() not in path.read_bytes(), path.name


async def test_cl_g1_what_only_she_may_do_is_arranged_by_video_or_at_home_and_a_person_is_one_touch_away(
    floor: Floor,
) -> None:
    await lays_own_card(floor, SEEN_IN_PERSON)
    await floor.taps("confirm.for_other", "relation.relative")
    read = await floor.until_reads("这件事要本人办")
    for words in ("要看本人的脸", "本人可以视频办", "走不开，可以上门办", "叫人帮我安排"):
        assert words in read
    await floor.taps("relation.way.video")
    await floor.until_reads("单子打好了，请取走")
    assert len(floor.slips()) == 1
    await floor.taps("relation.way.home")
    await floor.until_true(lambda: len(floor.slips()) == 2, "the second slip")
    await floor.taps("relation.back")
    await floor.until_reads("您替谁办？")
