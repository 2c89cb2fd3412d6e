"""One proof for every port that halls tell things to: whatever the city does, each message arrives once, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.contracts.city.telling_halls import FAULTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.contracts.city.telling_halls import Telling


def prove(hall: Telling, fault: str, happen: Callable[[Telling], object]) -> int:
    """Something happens while the city has a fault; afterwards the city has all of it. How many messages it was."""
    hall.there.faults(**FAULTS[fault])
    happen(hall)
    hall.follow()
    hall.carry()
    if fault != "slow":  # each try costs the line's whole patience
        hall.rest()
        hall.carry()
    hall.there.faults()
    hall.line.breaker.worked()
    hall.carry_all()
    return arrived(hall)


def arrived(hall: Telling) -> int:
    """Everything that was posted is there once, each subject in order, byte for byte; how much it was."""
    posted = hall.made.hall.post.page(hall.port.value, "", 0, 1000)
    city = hall.there.city
    assert city is not None
    there = city.ask("GET", f"/inbox?port={hall.port.value}&hall={hall.name}").json()
    ids = [one["id"] for one in there]
    assert sorted(ids) == sorted(one.id for one in posted)
    assert hall.dead() == []
    for subject in {one.subject for one in posted}:
        wanted = [one.id for one in posted if one.subject == subject]
        assert [one for one in ids if one in wanted] == wanted
    return len(ids)
