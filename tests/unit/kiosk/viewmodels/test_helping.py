"""The page of 请人帮忙: three words, who comes, the way to the desk."""

import pytest

from kiosk.session.floor import Floor
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, IDLE
from kiosk.viewmodels.frame import About, frame_props
from kiosk.viewmodels.helping import DOTS, Spot, dotted, help_props


@pytest.mark.parametrize(
    ("example", "step", "done"),
    [
        ("help_asking", "asking", 0),
        ("help_called", "called", 1),
        ("help_seen", "seen", 2),
        ("help", "coming", 3),
        ("help_late", "late", 1),
        ("help_desk", "desk", 0),
    ],
)
def test_the_three_words_are_true_one_after_the_other(example, step, done):
    props = help_props(EXAMPLES[example])
    assert (props.step, props.done) == (step, done)


def test_whoever_comes_is_told_by_what_can_be_seen():
    props = help_props(EXAMPLES["help"])
    assert (props.looks, props.minutes, props.seconds_ago) == ("红马甲", 1, 40)


def test_without_a_plan_no_way_is_told():
    props = help_props(EXAMPLES["help_without_plan"])
    assert (props.direction, props.dots, props.blocks) == (-1, (), ())


def test_the_plan_is_in_shares_of_the_hall():
    props = help_props(replace(EXAMPLES["help"], floor=Floor(20, 10, here=(2, 8), desk=(18, 2), seats=(5, 5, 10, 2))))
    assert (props.here, props.desk) == ((Spot(0.1, 0.8),), (Spot(0.9, 0.2),))
    assert [(block.kind, block.x, block.width) for block in props.blocks] == [("seats", 0.25, 0.5)]
    assert len(props.dots) == DOTS


def test_dots_turn_with_the_way_and_leave_its_ends_clear():
    dots = dotted(((0, 0), (10, 0), (10, 10)))
    assert all(y == 0 or x == pytest.approx(10) for x, y in dots)
    assert dots[0][0] > 2
    assert dots[-1][1] < 8
    assert dotted(((1, 1), (1, 1))) == []


def test_the_help_button_says_that_somebody_was_called_and_a_number_s_page_gets_a_notice():
    about = About()
    assert frame_props(EXAMPLES["help"], about, None).helping
    assert not frame_props(EXAMPLES["help_desk"], about, None).helping
    call = replace(EXAMPLES["help"].help, told_at=IDLE.now)
    ticket = frame_props(replace(EXAMPLES["ticket"], help=call), about, None)
    assert (ticket.notice, ticket.help_looks) == ("help_coming", "红马甲")
    assert frame_props(replace(EXAMPLES["help"], page=Page.HELP), about, None).notice == ""
