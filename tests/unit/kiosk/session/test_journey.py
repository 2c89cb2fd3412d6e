"""Journeys are tables beside each other: none may take another's touch."""

import pytest

from kiosk.session.events import Touch
from kiosk.session.journey import Journey, JourneyEvent, merged
from kiosk.session.state import Page
from kiosk.session.step import step
from tests.unit.kiosk.session.visits import HOME, T0


def stay(session, _):
    return session, ()


def test_two_journeys_that_want_the_same_touch_are_refused() -> None:
    one = Journey(touches={(Page.HOME, Touch.GUIDES): stay})
    other = Journey(touches={(Page.HOME, Touch.MORE): stay})
    assert merged("touches", (one, other)) == {**one.touches, **other.touches}
    with pytest.raises(ValueError, match="the same touches"):
        merged("touches", (one, one))


def test_an_answer_that_no_journey_waits_for_changes_nothing() -> None:
    assert step(HOME, JourneyEvent(T0)) == (HOME, ())
