"""What the page 设备 shows of machines with keys of their own, as plain values for its templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.enrolment import MachineState, counter_place
from hall_server.domain.machines import spot_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hall_server.domain.machines import Machine
    from hall_server.flows.hall import Hall

    HallTime = Callable[[int], datetime]

_STATE_WORDS = {
    MachineState.WAITING: "等核对",
    MachineState.WELL: "已登记",
    MachineState.CLONED: "两台机器拿着同一把钥匙，都进不来：请到机器前核对，把真的那台重新登记",
    MachineState.OUT: "已吊销",
}


class MachineView(msgspec.Struct, frozen=True):
    """One machine; times as people read them."""

    key_id: str
    kiosk: str
    name: str
    where: str
    fingerprint: str
    state: str
    state_words: str
    asked: str
    decided: str
    by: str


class PlaceView(msgspec.Struct, frozen=True):
    """What a new machine may become: a kiosk, or the machine at a counter."""

    place: str
    name: str
    where: str


def places_seen(hall: Hall) -> tuple[list[PlaceView], list[PlaceView]]:
    """Kiosks by their ids, then counters by their numbers."""
    counters = [counter_place(no) for no in sorted(hall.site.counters)]
    kiosks, desks = (
        [PlaceView(one, *spot_of(hall.site, one)) for one in some] for some in (sorted(hall.site.kiosks), counters)
    )
    return kiosks, desks


def machines_seen(hall: Hall, hall_time: HallTime) -> tuple[list[MachineView], list[MachineView]]:
    """Those that wait for a comparison, and the others, by kiosk."""
    waiting = [_view(hall, one, hall_time) for one in hall.enrolment.waiting()]
    known = [one for one in hall.enrolment.machines() if one.state is not MachineState.WAITING]
    return waiting, [_view(hall, one, hall_time) for one in sorted(known, key=lambda one: one.kiosk)]


def _view(hall: Hall, one: Machine, hall_time: HallTime) -> MachineView:
    spot, decided = spot_of(hall.site, one.kiosk), one.decided_at
    return MachineView(
        key_id=one.key_id,
        kiosk=one.kiosk,
        name=spot.name,
        where=spot.where,
        fingerprint=one.comparing,
        state=one.state.value,
        state_words=_STATE_WORDS[one.state],
        asked=hall_time(one.asked_at).strftime("%H:%M"),
        decided=hall_time(decided).strftime("%Y-%m-%d %H:%M") if decided else "",
        by=one.decided_by,
    )
