"""UI-K31: all five words, none of them chosen, whatever was touched before."""

import pytest

from kiosk.session.state import Session
from kiosk.viewmodels.codes import ticket_state_props
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.rating import ALL, RatingProps, rating_props


@pytest.mark.parametrize("example", [name for name in EXAMPLES if name.startswith("rating")])
def test_all_five_words_stand_there_and_none_is_chosen(example):
    props = rating_props(EXAMPLES[example])
    assert props.stars == ALL
    assert not hasattr(props, "chosen")


def test_time_runs_on_the_page():
    props = rating_props(EXAMPLES["rating"])
    assert (props.step, props.seconds, props.share, props.item) == ("asking", 18, 0.9, "社会保障卡挂失补换")


def test_without_a_visit_the_page_is_empty():
    assert rating_props(Session()) == RatingProps()


@pytest.mark.parametrize(
    ("example", "invited"), [("slip_ended", True), ("slip_waiting", False), ("slip_called", False)]
)
def test_only_a_finished_ticket_invites(example, invited):
    assert ticket_state_props(EXAMPLES[example]).can_rate is invited
