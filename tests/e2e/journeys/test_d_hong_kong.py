"""Journey (d): Mr Chan of Hong Kong has renewed his permit twice, reads traditional characters, and has +852."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tour.programs import ProgramFailedError

if TYPE_CHECKING:
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(180)]

FUND = "i15"  # 租房提取住房公积金
FIRST, RENEWED_TWICE = "H1357924601", "H1357924602"
PHONE = "61235879"  # nobody types the same key twice faster than a finger that trembles
MOST_PAGES = 12


async def turns_to(floor: Floor, item: str) -> None:
    """Page by page until the item stands there, and touches it."""
    for _ in range(MOST_PAGES):
        try:
            await floor.taps(f"services.item.{item}")
        except ProgramFailedError:
            await floor.taps("services.next_page")
        else:
            return
    raise AssertionError(f"{item} is on no page")


async def types_permit(floor: Floor, number: str) -> None:
    """Beside the reader: letters and digits, as they are printed on the permit."""
    await floor.until(page="card")
    await floor.taps("card.type_number", "typing.other_pad", *(f"typing.key.{sign}" for sign in number))
    await floor.taps("typing.confirm")


async def test_cl_g5_a_resident_of_hong_kong_is_served_like_everybody_in_his_own_characters_and_on_his_own_telephone(
    floor: Floor,
) -> None:
    await floor.taps("access.language", "access.language.zh-HK", "home.from_hong_kong")
    await floor.until_reads("回鄉證 ✓")
    await turns_to(floor, FUND)
    await floor.visits.looks_at_materials()
    await floor.until_reads("外國人永居證")  # which cards do, drawn
    await types_permit(floor, RENEWED_TWICE)
    await floor.until(page="confirm", known=True)

    await floor.taps("confirm.text_me")
    await floor.until_reads("短訊發到哪個手機？")
    await floor.taps(*(f"phone.key.{sign}" for sign in PHONE), "phone.confirm")
    await floor.until_reads("****5879")
    await floor.visits.comes_to_confirm()
    await floor.taps("confirm.print_number")
    label = (await floor.until(page="ticket"))["label"]
    await floor.until_reads("會發短訊到 ****5879")
    slip = await floor.slip(of=label)
    assert slip.codes
    await floor.taps("ticket.finish")
    await floor.until(page="home")

    # the permit that it was renewed from names the same person: the number that he holds is found
    await floor.taps("home.take_a_number")
    await turns_to(floor, FUND)
    await floor.visits.looks_at_materials()
    await types_permit(floor, FIRST)
    await floor.until(page="has_ticket")
    await floor.until_reads(label)
    await floor.taps("has_ticket.another_item")

    clerk = await floor.clerk(2)
    called = await clerk.calls()
    assert called["label"] == label
    told = await floor.phone_buzzes("called", label)
    assert told["to"] == {"phone": f"+852{PHONE}"}
    await clerk.finishes(called)

    left = [path for path in floor.stage.state.rglob("*") if path.is_file() and "city" not in path.parts]
    assert left
    for path in left:
        written = path.read_bytes()
        assert PHONE.encode() not in written, path.name
        assert FIRST[:9].encode() not in written, path.name
    said = "\n".join(floor.stage.kiosk.lines)
    assert PHONE not in said


async def test_cl_c16_whoever_leaves_no_telephone_has_the_same_number_as_everybody(floor: Floor) -> None:
    await floor.taps("home.take_a_number")
    await floor.visits.picks("i05")
    await floor.visits.looks_at_materials()
    await floor.taps("card.without_card", "confirm.text_me", "phone.skip")
    await floor.until(page="confirm")
    await floor.taps("confirm.print_number")
    label = (await floor.until(page="ticket"))["label"]
    await floor.taps("ticket.finish")
    await floor.until_hall_says(label, "take", "confirm_print")
