"""Journey (a): Ms Chen has booked at the city, shows her code, and touches nothing until she says how it went."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.booking_code import booking_code
from tests.e2e.journeys.booked_before import beyond_grace, has_booked, of_today, over, too_early, within_grace
from tests.tour.people import PEOPLE, Person, id_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.journeys.booked_before import Times
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(120)]

CARD_REPLACED, FLEXIBLE = "i05", "i06"  # 社会保障卡挂失补换, 灵活就业人员参保: both in queue E
COUNTER = 4  # serves E
WALKS_IN = PEOPLE[5]
GRACE, LATE, GONE, EARLY = (
    Person(name, id_number("440199", "19800704", order), CARD_REPLACED)
    for name, order in (("许志明", "115"), ("谢文静", "226"), ("唐小兰", "337"), ("邓家豪", "448"))
)


async def test_cl_c3_a_booking_and_a_code_are_a_slip_without_a_touch_and_every_word_of_it_comes_true(
    floor: Floor,
) -> None:
    reference = await floor.books("chen", CARD_REPLACED, queue="E")

    await floor.shows_code_of("chen")

    shown = await floor.until(page="ticket", known=True)
    label = shown["label"]
    assert floor.touched == []
    promised = ("社会保障卡挂失补换", "请准备：有效身份证件", "二楼 A 区", "小票从左下方出来，请拿好")
    await floor.until_reads(label, *promised)
    slip = await floor.slip(of=label)
    await floor.until_city_says(reference, "checked_in")
    await floor.taps("ticket.finish")

    clerk = await floor.clerk(COUNTER)
    called = await clerk.calls()
    assert called["label"] == label
    await floor.phone_buzzes("called", label)
    await clerk.finishes(called)
    await floor.phone_buzzes("rate", label)

    await floor.until(page="home")
    await floor.shows(slip.codes[0])
    await floor.taps("ticket_state.rate", "rating.stars.5")
    await floor.until_reads("谢谢")
    assert [one["stars"] for one in await floor.city_hears("ratings")] == [5]
    await floor.taps("rating.finish")


async def test_two_bookings_one_after_the_other_are_one_number_and_one_wait(floor: Floor) -> None:
    first = await floor.books("chen-guo", CARD_REPLACED, queue="E")
    second = await floor.books("chen-guo", FLEXIBLE, queue="E")

    await floor.shows_code_of("chen-guo")

    shown = await floor.until(page="ticket")
    assert floor.touched == []
    await floor.until_hall_says(shown["label"], "check_in", "confirm_print")
    for reference in (first, second):
        await floor.until_city_says(reference, "checked_in")
    assert len(floor.slips()) == 1
    await floor.taps("ticket.finish")


async def test_cl_c10_who_comes_a_day_early_is_known_and_told_so_and_may_take_a_number_like_everybody(
    floor: Floor,
) -> None:
    await floor.books("chen-yu", CARD_REPLACED, queue="E", tomorrow=True)

    await floor.shows_code_of("chen-yu")

    await floor.until(page="services", known=True)
    await floor.until_reads("认出您了，没有到时间的预约")
    await floor.visits.picks(CARD_REPLACED)
    await floor.visits.looks_at_materials()
    await floor.taps("confirm.print_number")
    label = (await floor.until(page="ticket"))["label"]
    await floor.until_hall_says(label, "take", "confirm_print")
    await floor.taps("ticket.finish")


async def test_cl_c10_who_is_a_few_minutes_late_is_still_on_time_and_touches_nothing(floor: Floor) -> None:
    booking = await has_booked(floor, GRACE, CARD_REPLACED, within_grace)

    floor.lays(GRACE)

    label = (await floor.until(page="ticket", known=True))["label"]
    assert floor.touched == []
    await floor.until_reads(label, "预约认到了，您准时", "请取回身份证，再拿好小票")
    floor.lifts()
    await floor.taps("ticket.finish")
    called = await (await floor.clerk(COUNTER)).calls()
    assert (called["label"], called["booked_for"]) == (label, booking.starts_at)


async def test_cl_c10_who_is_later_than_that_is_not_sent_away_and_keeps_the_time_of_the_booking(floor: Floor) -> None:
    booking = await has_booked(floor, LATE, CARD_REPLACED, beyond_grace)
    walked_in = await floor.takes(WALKS_IN, CARD_REPLACED)

    floor.lays(LATE)

    label = (await floor.until(page="ticket", known=True))["label"]
    assert floor.touched[-1] == "ticket.finish", "it was the other visitor's; this one has touched nothing"
    await floor.until_reads(label, "预约认到了，过了点也照样办")
    floor.lifts()
    await floor.taps("ticket.finish")
    clerk = await floor.clerk(COUNTER)
    first = await clerk.calls()
    assert (first["label"], first.get("booked_for")) == (label, None), "as if somebody had walked in"
    await clerk.finishes(first)
    assert booking.starts_at < first["taken_at"], "and had come when the booking began"
    assert (await clerk.calls())["label"] == walked_in


@pytest.mark.parametrize(("who", "when"), [(EARLY, too_early), (GONE, over)], ids=["early", "late"])
async def test_cl_c10_who_comes_at_quite_another_time_takes_a_number_like_everybody(
    floor: Floor, who: Person, when: Callable[[int], Times]
) -> None:
    booking = await has_booked(floor, who, CARD_REPLACED, when)

    await floor.taps("home.check_in")
    floor.lays(who)

    if when is too_early and of_today(booking):
        await floor.until_reads("您来早了")
        await floor.taps("code_refused.take_a_number")
    await floor.until(page="services", known=True)
    floor.lifts()
    await floor.visits.picks(CARD_REPLACED)
    await floor.visits.looks_at_materials()
    await floor.taps("confirm.print_number")
    label = (await floor.until(page="ticket"))["label"]
    await floor.until_hall_says(label, "take", "confirm_print")
    await floor.taps("ticket.finish")

    if when is too_early:
        await floor.until(page="home")
        await floor.shows(booking_code(uuid.UUID(booking.id).bytes))
        await floor.until_reads("您来早了")
        await floor.taps("code_refused.back")


async def test_cl_c4_an_old_picture_of_a_code_is_asked_to_be_turned_and_the_fresh_one_does(floor: Floor) -> None:
    await floor.shows(await floor.old_code_of("zhou"))

    await floor.until(page="code_refused")
    await floor.until_reads("请刷新二维码", "没有码也能取号")

    fresh = await floor.shows_code_of("zhou")
    await floor.until(page="services", known=True)
    await floor.taps("services.back")

    await floor.until(page="home")
    await floor.shows(fresh)  # somebody has taken a picture of it
    await floor.until(page="code_refused")
    await floor.until_reads("这个码已经用过一次了")
    await floor.taps("code_refused.back")
