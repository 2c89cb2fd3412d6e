"""评一评: five words or none, once, about a ticket of today that is done."""

from __future__ import annotations

import pytest
from msgspec import structs

from hall_server.contract.vocabulary import TicketState
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import Choice, Chosen, LinkChanged, Tick, TicketSeen, Touch
from kiosk.session.modes import Mode, Modes
from kiosk.session.rating import RatingSent, RatingStep, SendRating, can_rate, rating_way
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    HALL,
    HOME,
    ID,
    LOOK,
    OTHER_ID,
    RATING,
    SLIP_SHOWN,
    T0,
    after,
    played,
    ticket,
    touch,
)

DONE = after(replace(SLIP_SHOWN, hall=HALL), TicketSeen(T0, LOOK, ticket(state=TicketState.COMPLETED)))


def starred(stars: str, at: float = T0 + 1, key: str = OTHER_ID) -> Chosen:
    return Chosen(at, Choice.STARS, stars, key)


def step_of(session: Session) -> RatingStep | None:
    way = rating_way(session)
    return None if way is None else way.step


def test_a_slip_of_a_finished_ticket_of_today_invites_once() -> None:
    assert can_rate(DONE)
    asked = after(DONE, touch(Touch.RATE))
    assert (asked.page, step_of(asked), can_rate(asked)) == (Page.RATING, RatingStep.ASKING, False)


@pytest.mark.parametrize(
    "seen",
    [
        ticket(state=TicketState.WAITING),
        ticket(state=TicketState.CANCELLED),
        structs.replace(ticket(state=TicketState.COMPLETED), business_day="2026-10-15"),
    ],
    ids=["waiting", "cancelled", "yesterday"],
)
def test_a_ticket_that_nobody_served_today_is_not_rated(seen) -> None:  # type: ignore[no-untyped-def]  # a ticket
    session = after(replace(SLIP_SHOWN, hall=HALL), TicketSeen(T0, LOOK, seen))
    assert played(session, touch(Touch.RATE))[0].page is Page.TICKET_STATE


@pytest.mark.parametrize("stars", ["5", "4", "3", "2", "1"])
def test_each_word_is_sent_as_it_is(stars: str) -> None:
    session, effects = played(RATING, starred(stars))
    assert effects == [SendRating(OTHER_ID, ID, int(stars))]
    assert step_of(session) is RatingStep.SENDING


@pytest.mark.parametrize("stars", ["0", "6", "", "-1", "五", "5 "])
def test_a_word_that_there_is_not_changes_nothing(stars: str) -> None:
    session, effects = played(RATING, starred(stars))
    assert (step_of(session), effects) == (RatingStep.ASKING, [])


def test_whoever_touches_two_words_has_said_the_first() -> None:
    _, effects = played(RATING, starred("5"), starred("1", T0 + 2, ID))
    assert effects == [SendRating(OTHER_ID, ID, 5)]


@pytest.mark.parametrize("session", [RATING, replace(RATING, online=False)])
def test_a_page_that_nobody_touches_leaves_no_rating(session: Session) -> None:
    ended, effects = played(session, Tick(T0 + 20))
    assert (ended.page, effects) == (Page.CLEARED, [Wipe()])


def test_whoever_reads_large_type_has_twice_the_time() -> None:
    session = after(replace(DONE, modes=Modes(frozenset({Mode.LARGE}))), touch(Touch.RATE))
    assert session.page_ends_at == T0 + 40


def test_going_without_a_word_ends_the_visit_and_sends_nothing() -> None:
    session, effects = played(RATING, touch(Touch.SKIP, T0 + 1))
    assert (session.page, session.visit, effects) == (Page.CLEARED, None, [Wipe()])


@pytest.mark.parametrize("step", [RatingStep.HEARD, RatingStep.AGAIN, RatingStep.KEPT])
def test_thanks_stand_for_a_while_whatever_was_said(step: RatingStep) -> None:
    session, effects = played(RATING, starred("1"), RatingSent(T0 + 2, OTHER_ID, step))
    assert step_of(session) is step
    assert effects[1:] == [PlayTone(Tone.OK)]
    assert after(session, Tick(T0 + 8)).page is Page.CLEARED


@pytest.mark.parametrize("step", [RatingStep.NOT_YET, RatingStep.LOST])
def test_a_rating_that_went_nowhere_says_so(step: RatingStep) -> None:
    session, effects = played(RATING, starred("3"), RatingSent(T0 + 2, OTHER_ID, step))
    assert (step_of(session), effects[1:]) == (step, [PlayTone(Tone.WARN)])


def test_a_runner_that_says_nothing_ends_in_no_promise() -> None:
    session = after(RATING, starred("4"), Tick(T0 + 12))
    assert step_of(session) is RatingStep.LOST
    assert after(session, RatingSent(T0 + 13, OTHER_ID, RatingStep.HEARD)) == replace(session, now=T0 + 13)


def test_an_answer_to_another_rating_or_after_the_visit_changes_nothing() -> None:
    sending = after(RATING, starred("4"))
    assert step_of(after(sending, RatingSent(T0 + 2, ID, RatingStep.HEARD))) is RatingStep.SENDING
    home = after(HOME, RatingSent(T0 + 2, OTHER_ID, RatingStep.HEARD))
    assert (home.page, home.visit) == (Page.HOME, None)


def test_the_link_may_come_and_go_meanwhile() -> None:
    session = after(RATING, LinkChanged(T0 + 1, online=False), starred("5", T0 + 2))
    assert step_of(session) is RatingStep.SENDING
