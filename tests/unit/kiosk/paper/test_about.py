"""What every sheet says of where it comes from."""

import re

import msgspec

from kiosk.paper.about import catalogue_mark
from tests.unit.kiosk.paper.papers import ABOUT, CATALOGUE, ITEM


def test_the_mark_is_the_same_for_the_same_catalogue_and_another_for_another():
    mark = catalogue_mark(CATALOGUE)
    again = msgspec.json.decode(msgspec.json.encode(CATALOGUE), type=type(CATALOGUE))
    changed = msgspec.structs.replace(CATALOGUE, items=(msgspec.structs.replace(ITEM, promise_days=8),))
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", mark)
    assert catalogue_mark(again) == mark
    assert catalogue_mark(changed) != mark


def test_the_foot_says_hotline_hour_machine_and_catalogue():
    assert ABOUT.foot == ("热线 12345", "2026-10-16 09:42 打印", "1 号机", "事项库 2026-03 核对码 3F2A-91C0")
