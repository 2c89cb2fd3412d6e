"""The seams are shapes; what fills them must fit them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.domain import seams
from hall_server.flows.here import Here
from tests.unit.hall_server.halls import NOON, SITE, HandClock

if TYPE_CHECKING:
    _: type[seams.Clock] = HandClock


def test_a_hand_clock_is_a_clock_and_gives_the_day() -> None:
    here = Here(SITE, HandClock())
    assert here.day(here.clock.now()) == "2026-01-02"
    assert here.day(NOON - 86_400_000_000) == "2026-01-01"


def test_each_seam_says_what_it_is_for() -> None:
    for shape in (seams.Clock, seams.Ids, seams.Transaction, seams.Reader, seams.Store, seams.Commits, seams.Promise):
        assert shape.__doc__
