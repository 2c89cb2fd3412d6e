"""告警 in words, for the pages 设备 and 现在."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.alerts import AlertKind
from hall_server.domain.machines import spot_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hall_server.flows.hall import Hall

ALERT_WORDS = {
    AlertKind.COPIED: "两台机器拿着同一把钥匙，都进不来，请到机器前核对",
    AlertKind.SILENT: "没有声音了，请去看电源和网线",
    AlertKind.UPDATE_FAILED: "新版本没装上，退回来了",
    AlertKind.BOX: "有设备坏了，请去看看",
    AlertKind.PAPER: "纸快没了，请去换一卷",
    AlertKind.DISK: "硬盘快满了",
    AlertKind.CLOCK: "时间和大厅差多了",
}


class AlertLine(msgspec.Struct, frozen=True):
    """One that stands; since when, as people read it."""

    kiosk: str
    name: str
    where: str
    kind: str
    words: str
    since: str


def alert_lines(hall: Hall, hall_time: Callable[[int], datetime]) -> tuple[AlertLine, ...]:
    """All that stand, the gravest first."""
    site, today = hall.site, hall_time(hall.clock.now()).date()
    return tuple(
        AlertLine(
            one.kiosk,
            *spot_of(site, one.kiosk),
            one.kind.value,
            ALERT_WORDS[one.kind],
            (at := hall_time(one.opened_at)).strftime("%H:%M" if at.date() == today else "%m-%d %H:%M"),
        )
        for one in hall.fleet.alerts.standing()
    )
