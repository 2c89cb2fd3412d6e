"""Where the focus is, whatever happens to the page under it."""

import pytest

from kiosk.bridge.reading.ring import QUESTION, Ring
from kiosk.speech.entries import Role, Spoken


def stops(*keys):
    return tuple(Spoken(Role.BUTTON, key, key=key) for key in keys)


@pytest.fixture
def ring():
    ring = Ring()
    ring.begin(stops("a", "b", "c"))
    return ring


def test_a_page_begins_at_its_question(ring):
    assert (ring.at, ring.here) == (QUESTION, None)


@pytest.mark.parametrize(
    ("by", "key"), [((1,), "a"), ((1, 1), "b"), ((-1,), "c"), ((1, 1, 1, 1), None), ((1, -1), None)]
)
def test_moving_goes_round_through_the_question(ring, by, key):
    for step in by:
        ring.move(step)
    assert (ring.here.key if ring.here else None) == key


def test_a_page_without_anything_to_touch_stays_at_its_question():
    ring = Ring()
    assert ring.move(1) is None
    assert ring.move(-1) is None


def test_the_focus_stays_with_its_name(ring):
    ring.focus("b")
    ring.renew(stops("x", "a", "b"))
    assert ring.here.key == "b"


def test_a_stop_that_has_gone_leaves_the_focus_to_what_took_its_place(ring):
    ring.focus("c")
    ring.renew(stops("a", "b"))
    assert ring.here.key == "b"
    ring.renew(())
    assert ring.here is None


def test_the_question_keeps_the_focus_when_the_page_changes_under_it(ring):
    ring.renew(stops("z"))
    assert ring.here is None


def test_what_is_not_there_cannot_be_focused(ring):
    ring.focus("a")
    assert not ring.focus("nowhere")
    assert ring.here.key == "a"


def test_from_the_question_ok_stands_on_what_leads_on_or_on_the_first_stop(ring):
    ring.lead()
    assert ring.here.key == "a"
    ring.begin((*stops("a", "b"), Spoken(Role.BUTTON, "go", key="go", leads=True)))
    ring.lead()
    assert ring.here.key == "go"


def test_a_page_without_anything_to_touch_leads_nowhere():
    ring = Ring()
    ring.lead()
    assert ring.here is None
