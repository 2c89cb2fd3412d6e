"""Several items, bundles, plans, referrals and the id of a visit, at a whole hall's door (CL-A7, A9, D7, D9, H4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.bookings import Book, Channel
from hall_server.contract.items import MAX_ITEMS, ReferralReason
from hall_server.contract.messages import TakeTicket, TicketView
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import PrintAnswer
from tests.integration.hall_server import bookers
from tests.integration.hall_server.item_halls import FAR, HERE, RESIDENCE, hall
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = hall()
SHENZHEN = "440304"  # another city of the province
SAME_CITY = "440106"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    made = MadeHall(tmp_path, site=SITE)
    yield made
    made.close()


def take(made: MadeHall, order: TakeTicket, key: str = "") -> TicketView:
    return made.hall.take_ticket(KIOSK, key or fresh(), order).result()


def refusal(made: MadeHall, order: TakeTicket, key: str = "") -> HallProblem:
    with pytest.raises(HallProblem) as refused:
        take(made, order, key)
    return refused.value


# -- several items -------------------------------------------------------------------------------------------------


def test_one_ticket_for_two_items_stands_where_one_counter_settles_both(made: MadeHall) -> None:
    """CL-A7, D9: of A (counters 1, 2) and C (2, 3) only counter 2 does both; the open ones decide, one call does."""
    who = made.open(2)
    made.open(3)
    view = take(made, TakeTicket("i2", more_items=("i1",)))
    assert (view.queue, view.items, view.item) == ("A", ("i2", "i1"), "i2")
    made.answer(view.id, PrintAnswer.PAPER)
    called = made.call(who)
    assert (called.id, called.items) == (view.id, ("i2", "i1"))


def test_the_same_thing_is_brought_once_and_says_for_whom(made: MadeHall) -> None:
    """CL-B5, D7: 身份证 of three items stands once, "用于3项"."""
    view = take(made, TakeTicket("i1", more_items=("i2", "i3")))
    assert view.bring == ("身份证", "照片", "申请表")
    by_id = {one.id: one for one in view.materials}
    assert by_id["m_id"].for_items == ("i1", "i2", "i3")
    assert by_id["m_form"].for_items == ("i2", "i3")
    assert (by_id["m_photo"].tolerable, by_id["m_form"].tolerable) == (True, False)
    assert made.hall.ticket(view.id).materials == view.materials


def test_a_single_item_is_as_it_always_was(made: MadeHall) -> None:
    view = take(made, TakeTicket("i1", more_items=("i1",)))
    assert (view.items, view.materials, view.bring, view.queue) == (("i1",), (), ("身份证", "照片"), "A")


def test_a_bundle_brings_its_items_on_one_ticket(made: MadeHall) -> None:
    """CL-D7."""
    view = take(made, TakeTicket("i1", bundle="b"))
    assert (view.bundle, view.items, view.bring) == ("b", ("i1", "i2"), ("身份证", "照片", "申请表"))


@pytest.mark.parametrize(
    ("order", "field"),
    [
        (TakeTicket("zz"), "$.item"),
        (TakeTicket("i1", more_items=("i2", "zz")), "$.more_items[1]"),
        (TakeTicket("i1", bundle="zz"), "$.bundle"),
    ],
)
def test_what_the_hall_does_not_offer_is_named(made: MadeHall, order: TakeTicket, field: str) -> None:
    problem = refusal(made, order)
    assert (problem.code, problem.field) == (ProblemCode.ITEM_UNKNOWN, field)


def test_a_bundle_whose_item_is_not_in_force_is_refused_whole(tmp_path: Path) -> None:
    offer = msgspec.structs.replace(hall(RESIDENCE).offer, bundles=SITE.offer.bundles)
    made = MadeHall(tmp_path, site=msgspec.structs.replace(hall(RESIDENCE), offer=offer))
    assert refusal(made, TakeTicket("i1", bundle="b")).code is ProblemCode.ITEM_UNKNOWN
    assert made.hall.n == 0
    made.close()


def test_more_items_than_a_ticket_takes_are_refused(tmp_path: Path) -> None:
    many = [{**RESIDENCE, "id": f"i{n}"} for n in range(MAX_ITEMS + 3)]
    made = MadeHall(tmp_path, site=hall(*many))
    ids = tuple(one["id"] for one in many)
    assert len(take(made, TakeTicket(ids[0], more_items=ids[1:MAX_ITEMS])).items) == MAX_ITEMS
    problem = refusal(made, TakeTicket(ids[0], more_items=ids[1 : MAX_ITEMS + 1]))
    assert problem.code is ProblemCode.BAD_REQUEST
    made.close()


def test_whoever_is_not_sure_may_add_items_to_the_general_number(made: MadeHall) -> None:
    assert take(made, TakeTicket("general", more_items=("i1",))).items == ("general", "i1")


# -- the plan ------------------------------------------------------------------------------------------------------


def test_a_plan_tells_counters_queue_materials_and_minutes_before_any_number(made: MadeHall) -> None:
    """CL-D9: four items over three queues, the fewest counters given the bindings."""
    plan = made.hall.items.plan(("i1", "i2", "i3", "i4"))
    assert [(one.counter, one.items) for one in plan.stops] == [(2, ("i1", "i2", "i3")), (4, ("i4",))]
    assert (plan.not_served, plan.catalogue, plan.stops[0].place) == ((), SITE.version, "一楼")
    assert next(one for one in plan.materials if one.id == "m_id").for_items == ("i1", "i2", "i3", "i4")
    assert 0 < plan.expected.low_min < plan.expected.high_min
    assert plan.promise_days == 15
    assert made.hall.n == 0


def test_a_plan_counts_who_waits_and_sends_to_the_counters_that_work(made: MadeHall) -> None:
    free = made.hall.items.plan(("i1",))
    made.open(1)
    for _ in range(6):
        made.waiting("i1")
    busy = made.hall.items.plan(("i1",))
    assert [one.counter for one in busy.stops] == [1]
    assert busy.expected.low_min > free.expected.low_min
    assert busy.expected.high_min > busy.expected.low_min


def test_a_plan_says_what_no_open_counter_serves(made: MadeHall) -> None:
    made.open(1)
    plan = made.hall.items.plan(("i1", "i4"))
    assert (plan.not_served, plan.queue, plan.counters) == (("i4",), "A", (1,))


def test_a_plan_of_a_bundle_is_the_plan_of_its_items(made: MadeHall) -> None:
    plan = made.hall.items.plan((), "b")
    assert (plan.bundle, plan.items, plan.queue) == ("b", ("i1", "i2"), plan.queue)
    assert plan.counters == (2,)


@pytest.mark.parametrize(
    ("items", "bundle", "code"),
    [
        ((), "", ProblemCode.BAD_REQUEST),
        (("zz",), "", ProblemCode.ITEM_UNKNOWN),
        (("i1",), "zz", ProblemCode.ITEM_UNKNOWN),
    ],
)
def test_a_plan_of_nothing_or_of_the_unknown_is_refused(
    made: MadeHall, items: tuple[str, ...], bundle: str, code: ProblemCode
) -> None:
    with pytest.raises(HallProblem) as refused:
        made.hall.items.plan(items, bundle)
    assert refused.value.code is code


# -- reach and referral --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "queue"),
    [
        (TakeTicket("i1"), "A"),  # nobody is asked for a card
        (TakeTicket("i1", region=HERE), "A"),
        (TakeTicket("i1", region=FAR, lives_here=True), "A"),
        (TakeTicket("i3", region=SAME_CITY), "X"),
        (TakeTicket("i2", region=FAR), "X"),
        (TakeTicket("general", region=FAR), "K"),  # a person answers everybody
    ],
)
def test_an_applicant_within_reach_stands_in_the_right_queue(made: MadeHall, order: TakeTicket, queue: str) -> None:
    """CL-A9."""
    assert take(made, order).queue == queue


@pytest.mark.parametrize(
    ("order", "reason", "venue"),
    [
        (TakeTicket("i1", region=FAR), ReferralReason.REACH_LOCAL, "far"),
        (TakeTicket("i1", region=SHENZHEN), ReferralReason.REACH_LOCAL, ""),  # no venue that this hall knows of
        (TakeTicket("i3", region=SHENZHEN), ReferralReason.REACH_CITY, ""),
        (TakeTicket("i4"), ReferralReason.NOT_AT_THIS_LEVEL, "city"),
        (TakeTicket("i2", more_items=("i4",)), ReferralReason.NOT_AT_THIS_LEVEL, "city"),
    ],
)
def test_whoever_cannot_be_taken_is_told_why_and_who_can(
    made: MadeHall, order: TakeTicket, reason: ReferralReason, venue: str
) -> None:
    """CL-A9: a clear referral, never a silent refusal; a person's queue is open to everybody."""
    problem = refusal(made, order)
    assert (problem.code, problem.detail, problem.field) == (ProblemCode.REFERRED, reason.value, "$.item")
    assert problem.referral is not None
    assert (problem.referral.reason, problem.referral.venue) == (reason, venue)
    assert problem.referral.help_queue == "K"
    assert problem.problem().referral == problem.referral
    assert made.hall.n == 0


def test_the_venue_of_a_referral_comes_with_its_name_and_address(made: MadeHall) -> None:
    referral = refusal(made, TakeTicket("i4")).referral
    assert referral is not None
    assert (referral.item, referral.name, referral.address) == ("i4", "市中心", "市府路 1 号")


def test_a_referral_that_is_asked_for_again_is_the_first_one(made: MadeHall) -> None:
    key = fresh()
    first = refusal(made, TakeTicket("i1", region=FAR), key)
    again = refusal(made, TakeTicket("i1", region=FAR), key)
    assert (again.code, again.referral) == (first.code, first.referral)


def test_reach_is_told_beforehand(made: MadeHall) -> None:
    taken = made.hall.items.reach("i2", FAR, lives_here=False)
    assert (taken.taken, taken.queue, taken.cross_region, taken.referral) == (True, "X", True, None)
    refused = made.hall.items.reach("i1", FAR, lives_here=False)
    assert (refused.taken, refused.queue) == (False, "")
    assert refused.referral is not None
    assert refused.referral.venue == "far"
    assert made.hall.items.reach("i1", FAR, lives_here=True).queue == "A"
    with pytest.raises(HallProblem):
        made.hall.items.reach("zz", "", lives_here=False)


def test_where_an_applicant_is_from_is_kept_nowhere(tmp_path: Path) -> None:
    """Data minimisation: not in the ticket, its events, what is kept of the request, or any file of the hall."""
    made = MadeHall(tmp_path, site=SITE)
    strange = "659004"
    key = fresh()
    view = take(made, TakeTicket("i2", region=strange), key)
    refusal(made, TakeTicket("i1", region=strange))
    assert take(made, TakeTicket("i2"), key) == view  # the request is remembered without the region
    assert strange not in repr(made.hall.ticket(view.id)) + repr(made.hall.history(view.id))
    made.close()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert not any(strange.encode() in path.read_bytes() for path in kept)


# -- one id --------------------------------------------------------------------------------------------------------


def test_a_visit_that_begins_with_a_number_goes_by_that_numbers_id(made: MadeHall) -> None:
    """CL-H4."""
    view = take(made, TakeTicket("i1"))
    assert view.correlation == view.id
    found = made.hall.items.of_visit(view.id)
    assert (found.tickets, found.bookings) == ((view.id,), ())


def test_a_booking_and_its_ticket_are_found_by_one_id(tmp_path: Path) -> None:
    """CL-H4: begun by the booking, or by whatever told the booking its id."""
    made = MadeHall(tmp_path, site=bookers.SITE)
    own = bookers.booked(made)
    begun = fresh()
    order = Book("i1", bookers.TWO, Channel.KIOSK, bookers.person("cd"), correlation=begun)
    told = made.hall.bookings.book(KIOSK, fresh(), order).result()
    bookers.go_to(made, bookers.TWO - 5 * bookers.MINUTE)
    for booking, visit in ((own, own.id), (told, begun)):
        ticket = bookers.checked_in(made, booking).ticket
        assert ticket.correlation == visit
        found = made.hall.items.of_visit(visit)
        assert (found.tickets, found.bookings) == ((ticket.id,), (booking.id,))
    made.close()


def test_a_visit_that_began_elsewhere_keeps_its_id_over_two_numbers(made: MadeHall) -> None:
    begun = fresh()
    first, second = (take(made, TakeTicket(one, correlation=begun)) for one in ("i1", "i2"))
    assert made.hall.items.of_visit(begun).tickets == (first.id, second.id)
    assert made.hall.items.of_visit(first.id).tickets == ()


@pytest.mark.parametrize(
    "name", ["", "x", "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e\n"]
)
def test_an_id_that_is_none_is_refused(made: MadeHall, name: str) -> None:
    with pytest.raises(HallProblem) as refused:
        made.hall.items.of_visit(name)
    assert refused.value.code is ProblemCode.BAD_REQUEST
    if name:
        assert refusal(made, TakeTicket("i1", correlation=name)).field == "$.correlation"
