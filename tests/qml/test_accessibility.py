"""Every screen in every form: what can be touched has a name, room and reach, what is read is large enough.

The list A1 to A9 of ui.md 9, as far as it can be seen on one screen: A1, A2, A4, A9.
"""

import re
from itertools import pairwise

import pytest

from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.room import form_of
from tests.qml.forms import FORMS

FINGER_PX = 88  # 20 mm and a little more
DOT = "·"
CALL = {"#b3261a", "#ffd83a"}  # "your turn, go on", also in 高对比
ITEM_OVERLAP_PX = 2  # antialiased edges may share a line
NOT_IN_EVERY_FORM_YET = {}  # pages; those that are drawn upright only are held to the rules upright


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_screen_keeps_the_rules_in_every_form(glass, example):
    session = EXAMPLES[example]
    upright_only = session.page in NOT_IN_EVERY_FORM_YET
    broken = []
    for form in FORMS[:1] if upright_only else FORMS:
        glass.stand(form.of(session))
        for rule in RULES:
            broken += [f"{form.name}: {rule.__name__}: {found}" for found in rule(glass, form)]
    assert broken == []


def every_target_has_a_name_of_its_own(glass, _):
    targets = glass.targets()
    yield from (f"{name} is a nameless target" for _, spoken, _, name in targets if not spoken)
    for heard in ([spoken for _, spoken, _, _ in targets], [name for *_, name in targets]):
        yield from sorted({f"{name!r} stands twice" for name in heard if heard.count(name) > 1})
    yield from (f"{name!r} is no dotted name" for *_, name in targets if "." not in name)


def every_target_can_be_reached_and_hit(glass, form):
    for _, spoken, rect, _ in glass.targets():
        if rect.top() < form.touch_top or rect.bottom() >= form.height:
            yield f"{spoken} lies at {rect.top()} to {rect.bottom()}"
        if rect.left() < 0 or rect.right() >= form.width:
            yield f"{spoken} lies at {rect.left()} to {rect.right()} across"
        if min(rect.width(), rect.height()) < FINGER_PX:
            yield f"{spoken} is {rect.width()} × {rect.height()}"


def no_two_targets_overlap(glass, _):
    targets = glass.targets()
    for place, (_, spoken, rect, _) in enumerate(targets):
        for _, other, other_rect, _ in targets[place + 1 :]:
            if rect.intersects(other_rect):
                yield f"{spoken} and {other}"


def targets_stand_in_reading_order(glass, _):
    """Line by line, or column by column where one stands beside another."""
    for (_, spoken, rect, _), (_, next_spoken, following, _) in pairwise(glass.targets()):
        y, next_y = rect.center().y(), following.center().y()
        same_line = abs(y - next_y) < FINGER_PX / 2
        next_column = following.left() > rect.right()
        if not (following.left() > rect.left() if same_line else next_y > y or next_column):
            yield f"{spoken} before {next_spoken}"


def no_text_is_below_the_floor_or_cut_off(glass, form):
    for item in glass.texts():
        text, size = item.property("text"), item.property("fontInfo").property("pixelSize").toInt()
        floor = form.mixed_floor if re.search(r"[0-9A-Za-z]", text) else form.text_floor
        if size < floor:
            yield f"{text}: {size} px"
        if item.property("truncated"):
            yield f"{text} is cut off"
        box = item.mapRectToScene(item.boundingRect())
        if box.left() + item.property("contentWidth") > form.width or box.bottom() > form.height:
            yield f"{text} runs out of the glass"


def no_text_stands_on_another(glass, _):
    boxes = [(item.property("text"), _inked(item)) for item in glass.texts()]
    for place, (text, box) in enumerate(boxes):
        for other, other_box in boxes[place + 1 :]:
            shared = box.intersected(other_box)
            if shared.width() > ITEM_OVERLAP_PX and shared.height() > ITEM_OVERLAP_PX:
                yield f"{text} and {other}"


def _inked(item):
    """Where the letters are: a text's own box may be wider, and has room above and below its letters."""
    box = item.mapRectToScene(item.boundingRect())
    room = box.height() / 6
    return box.adjusted(0, room, item.property("contentWidth") - box.width(), -room)


def no_text_stands_under_a_target_that_is_not_its_own(glass, _):
    targets = [(spoken, rect) for _, spoken, rect, _ in glass.targets()]
    own = {item for item in glass.items() if item.objectName() and "." in item.objectName()}
    for item in glass.texts():
        if any(above in own for above in _above(item)):
            continue
        box = _inked(item).toRect()
        yield from (f"{item.property('text')} under {spoken}" for spoken, rect in targets if rect.intersects(box))


def _above(item):
    while item is not None:
        yield item
        item = item.parentItem()


def what_is_written_can_be_heard(glass, _):
    heard = _close(glass.heard())
    yield from (text for text in glass.words() if _close(text) not in heard and text != DOT)


def _close(text):
    return re.sub(r"[\s●]", "", text)  # what hides a PIN is told by how much there is


def at_most_one_thing_is_red(glass, _):
    grounds = [item for item in glass.items() if item.metaObject().className() == "QQuickRectangle"]
    red = [item for item in grounds if item.property("color").name() in CALL and item.width() > FINGER_PX]
    if len(red) > 1:
        yield f"{len(red)} things"


RULES = [
    every_target_has_a_name_of_its_own,
    every_target_can_be_reached_and_hit,
    no_two_targets_overlap,
    targets_stand_in_reading_order,
    no_text_is_below_the_floor_or_cut_off,
    no_text_stands_on_another,
    no_text_stands_under_a_target_that_is_not_its_own,
    what_is_written_can_be_heard,
    at_most_one_thing_is_red,
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_room_that_python_reckons_with_is_that_of_the_page(glass, form):
    session = form.of(EXAMPLES["confirm"])
    glass.stand(session)
    reckoned, metrics = form_of(session), glass.singleton("Metrics")
    drawn = {
        "content_top": "contentTop",
        "touch_top": "touchTop",
        "page_end": "pageEnd",
        "action_height": "actionHeight",
        "row": "row",
        "row_gap": "rowGap",
    }
    assert {name: getattr(reckoned, name) for name in drawn} == {
        name: metrics.property(spelt) for name, spelt in drawn.items()
    }
