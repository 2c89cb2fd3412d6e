"""Where the desk lies for whoever stands before the machine."""

from __future__ import annotations

import pytest

from kiosk.session.floor import Floor


@pytest.mark.parametrize(
    ("desk", "faces", "direction"),
    [
        ((10, 0), "up", 0),
        ((20, 0), "up", 1),
        ((20, 10), "up", 2),
        ((10, 20), "up", 4),
        ((0, 10), "up", 6),
        ((10, 0), "right", 6),
        ((20, 10), "right", 0),
        ((20, 10), "down", 6),
        ((10, 0), "left", 2),
    ],
)
def test_the_way_is_told_as_it_lies_for_whoever_stands_there(desk, faces, direction) -> None:
    assert Floor(30, 30, here=(10, 10), desk=desk, faces=faces).direction == direction


def test_the_way_is_as_long_as_it_is_walked() -> None:
    assert Floor(24, 14, here=(2, 11), desk=(19, 5), via=((19, 11),)).metres == 23
    assert Floor(24, 14, here=(2, 2), desk=(2, 2.2)).metres == 1
