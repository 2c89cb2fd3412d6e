"""The accessibility tree as a test surface: names, order, sizes and reach of all that can be touched."""

import re
from itertools import pairwise

import pytest

from kiosk.viewmodels.examples import EXAMPLES

REACH_Y = 560  # 1200 mm above the floor on the standard machine
FINGER_PX = 88
DOT = "·"
RED = "#b3261a"  # "your turn, go on"
FLOOR_PX, MIXED_FLOOR_PX = 34, 36

pytestmark = pytest.mark.parametrize("example", EXAMPLES)


def test_every_target_has_a_name_of_its_own(glass, example):
    glass.stand(example)
    targets = glass.targets()
    spoken = [name for _, name, _, _ in targets]
    dotted = [object_name for *_, object_name in targets]
    assert all(spoken)
    assert len(set(spoken)) == len(spoken)
    assert all("." in name for name in dotted)
    assert len(set(dotted)) == len(dotted)


def test_every_target_can_be_reached_and_hit(glass, example):
    glass.stand(example)
    for _, name, rect, _ in glass.targets():
        assert rect.top() >= REACH_Y, name
        assert rect.bottom() < 1920, name
        assert min(rect.width(), rect.height()) >= FINGER_PX, name


def test_no_two_targets_overlap(glass, example):
    glass.stand(example)
    targets = glass.targets()
    for place, (_, name, rect, _) in enumerate(targets):
        for _, other, other_rect, _ in targets[place + 1 :]:
            assert not rect.intersects(other_rect), f"{name} and {other}"


def test_targets_stand_in_reading_order(glass, example):
    glass.stand(example)
    places = [(rect.center().y(), rect.left(), name) for _, name, rect, _ in glass.targets()]
    for (y, x, name), (next_y, next_x, next_name) in pairwise(places):
        same_line = abs(y - next_y) < FINGER_PX / 2
        assert next_x > x if same_line else next_y > y, f"{name} before {next_name}"


def test_no_text_is_below_the_floor_or_cut_off(glass, example):
    glass.stand(example)
    for item in glass.texts():
        text, size = item.property("text"), item.property("fontInfo").property("pixelSize").toInt()
        floor = MIXED_FLOOR_PX if re.search(r"[0-9A-Za-z]", text) else FLOOR_PX
        assert size >= floor, f"{text}: {size} px"
        assert not item.property("truncated"), text
        right = item.mapRectToScene(item.boundingRect()).left() + item.property("contentWidth")
        assert right <= 1080, f"{text} runs out of the glass"


def test_what_is_written_can_be_heard(glass, example):
    glass.stand(example)
    heard = _close(glass.heard())
    assert [text for text in glass.words() if _close(text) not in heard and text != DOT] == []


def _close(text):
    return re.sub(r"\s", "", text)


def test_at_most_one_thing_is_red(glass, example):
    glass.stand(example)
    grounds = [item for item in glass.items() if item.metaObject().className() == "QQuickRectangle"]
    red = [item for item in grounds if item.property("color").name() == RED and item.width() > FINGER_PX]
    assert len(red) <= 1
