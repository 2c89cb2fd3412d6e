"""网络 (UI-T5): what is not well wins, and says what to do."""

from __future__ import annotations

from collections import deque

from kiosk.hall_client.way import p95
from kiosk.session.events import Touch
from kiosk.session.modes import Language, Modes
from kiosk.session.self_test_words import Examine, Lamp
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.way import way_props
from tests.unit.kiosk.session.visits import T0, WAY, played, touch


def test_a_broken_way_says_what_to_do_in_the_reader_s_language() -> None:
    broken = way_props(EXAMPLES["way_broken"])
    assert [(row.part, row.lamp) for row in broken.rows] == [("cards", Lamp.FAULT), ("network", Lamp.FAULT)]
    assert "插好网线" in broken.rows[0].do
    english = way_props(replace(EXAMPLES["way_broken"], modes=Modes(language=Language.EN)))
    assert "plug in" in english.rows[0].do
    assert way_props(EXAMPLES["way"]).ill == 0


def test_one_touch_looks_again() -> None:
    assert played(WAY, touch(Touch.TRY_AGAIN, T0 + 2))[1] == [Examine()]


def test_p95_is_what_nineteen_of_twenty_answers_were_faster_than() -> None:
    assert p95(deque([0.01] * 190 + [0.5] * 10)) == 0.5
    assert p95(deque([0.01] * 191 + [0.5] * 9)) == 0.01
    assert p95(deque([0.2])) == 0.2
