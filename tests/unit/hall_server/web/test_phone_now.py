"""What the holder of a slip reads about a number: in words, in a band, and nothing of the person."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from hall_server.contract.messages import TicketView, VisitorMask, WaitBand
from hall_server.contract.vocabulary import Delivery, Origin, TicketState
from hall_server.web.phone_now import DASHES_MOST, MINUTE, STATES, phone_ticket

TEN = 10 * 60 * MINUTE
PERSON = VisitorMask("0" * 32, "陈*明", "…18")


def ticket(state: TicketState = TicketState.WAITING, **more: object) -> TicketView:
    view = TicketView(
        id="t", label="A042", business_day="d", queue="A", item="i", item_name="社保卡挂失", state=state,
        origin=Origin.ONLINE, delivery=Delivery.PAPER, taken_at=0, n=7, bring=("身份证",), visitor=PERSON,
    )  # fmt: skip
    return msgspec.structs.replace(view, **more)


def read(view: TicketView):
    return phone_ticket(view, TEN, lambda at: datetime.fromtimestamp(at / 1_000_000, UTC))


@pytest.mark.parametrize("state", TicketState)
def test_every_state_has_words_and_nothing_of_the_person_is_in_them(state: TicketState) -> None:
    told = read(ticket(state, counter=3, called_at=TEN))
    assert told.state is STATES[state]
    assert told.state.head
    assert not [word for word in ("陈", "…18", "0" * 32) if word in repr(told)]


def test_a_wait_is_a_band_and_a_time_by_which_nine_of_ten_are_called() -> None:
    told = read(ticket(ahead=6, wait=WaitBand(12, 18)))
    assert (told.low_min, told.high_min, told.by, told.dashes, told.near) == (12, 18, "10:18", 6, False)


def test_a_wait_that_was_told_before_a_call_is_not_told_after_it() -> None:
    told = read(ticket(TicketState.CALLED, ahead=0, wait=WaitBand(1, 2), counter=3))
    assert (told.ahead, told.low_min, told.by, told.may_cancel) == (None, None, "", False)


@pytest.mark.parametrize(
    ("ahead", "near", "dashes"), [(0, True, 0), (2, True, 2), (3, False, 3), (40, False, DASHES_MOST)]
)
def test_the_telephone_speaks_up_from_two_ahead_and_draws_no_more_dashes_than_fit(
    ahead: int, dashes: int, *, near: bool
) -> None:
    told = read(ticket(ahead=ahead))
    assert (told.near, told.dashes) == (near, dashes)


@pytest.mark.parametrize(
    ("counters", "words"),
    [
        ((), ""),
        ((3,), "3 号窗口"),
        ((3, 4), "3 号或 4 号窗口"),
        ((3, 4, 5), "3 号、4 号或 5 号窗口"),
        ((1, 2, 3, 4), ""),
    ],
)
def test_counters_are_named_while_they_are_few(counters: tuple[int, ...], words: str) -> None:
    assert read(ticket(counters=counters)).counters == words


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (TicketState.WAITING, True),
        (TicketState.NO_SHOW, True),
        (TicketState.SERVING, False),
        (TicketState.CANCELLED, False),
        (TicketState.RESERVED, False),
    ],
)
def test_a_number_can_be_given_up_while_nobody_serves_it(state: TicketState, *, may: bool) -> None:
    assert read(ticket(state)).may_cancel is may


def test_a_visit_that_is_over_tells_how_its_case_goes_on_when_the_city_says_so() -> None:
    view = ticket(TicketState.COMPLETED)
    told = phone_ticket(view, TEN, lambda at: datetime.fromtimestamp(at / 1_000_000, UTC), "正在办理。")
    assert (told.state.look, told.state.head, told.state.note) == ("over", "您的号 · 办完了", "正在办理。")
