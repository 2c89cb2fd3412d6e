"""The seams are shapes; what fills them must fit them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.flows.here import Here
from tests.unit.hall_server.halls import NOON, SITE, HandClock

if TYPE_CHECKING:
    from hall_server.domain import seams

    _: type[seams.Clock] = HandClock


def test_a_hand_clock_is_a_clock_and_gives_the_day() -> None:
    here = Here(SITE, HandClock())
    assert here.day(here.clock.now()) == "2026-01-02"
    assert here.day(NOON - 86_400_000_000) == "2026-01-01"
