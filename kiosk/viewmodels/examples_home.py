"""Made-up first pages: every way in which a hall, or a machine, is not as usual. Pure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import UrgentNotice
from kiosk.session.playlist import Slide
from kiosk.session.state import Devices
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.messages import HallNow
    from kiosk.session.state import Session

_HOUR = 3_600_000_000
PICTURE = Path(__file__).resolve().parents[2] / "ui/qml/Kapok/Theme/art/branch.svg"
SLIDE = Slide(str(PICTURE), caption="医保异地就医，手机上就能备案", caption_en="Insured away from home: on your phone")


def examples(idle: Session, hall: HallNow) -> dict[str, Session]:
    """UI-K1 and K22."""
    none = tuple(msgspec.structs.replace(queue, numbers=False, open_counters=0, wait=None) for queue in hall.queues)
    tomorrow = hall.at + 23 * _HOUR + _HOUR * 3 // 10  # 9:00 in the morning
    free = msgspec.structs.replace(hall, waiting=0, wait=None)
    out = tuple(msgspec.structs.replace(queue, numbers=False, numbers_from=tomorrow) for queue in hall.queues)
    shut = msgspec.structs.replace(
        hall, queues=none, open_counters=0, waiting=0, wait=None, closed_because="after_closing", opens_at=tomorrow
    )
    items = () if idle.catalogue is None else idle.catalogue.items
    alone = tuple(
        msgspec.structs.replace(item, self_service=place < 3)  # noqa: PLR2004 as many as is believable
        for place, item in enumerate(items)
    )
    catalogue = None if idle.catalogue is None else msgspec.structs.replace(idle.catalogue, items=alone)
    away = idle.now - idle.rules.idle_s - 1
    notice = UrgentNotice(
        "example",
        "二楼漏水，请走东门离开",
        hall.at,
        hall.at + _HOUR,
        "二樓漏水，請從東門離開",
        "Water on floor 2: please leave by the east door",
    )
    warned = replace(idle, hall=msgspec.structs.replace(hall, urgent=notice), heard_at=idle.now)
    return {
        "home_urgent": replace(warned, last_touch=idle.now),
        "home_urgent_idle": replace(warned, last_touch=away, playlist=(SLIDE,)),
        "home_idle": replace(idle, last_touch=away, playlist=(SLIDE,)),
        "home_night": replace(idle, last_touch=away, hall=shut, catalogue=catalogue),
        "home_free": replace(idle, hall=free),
        "home_no_counter": replace(idle, hall=msgspec.structs.replace(free, open_counters=0)),
        "home_out": replace(idle, hall=msgspec.structs.replace(hall, queues=out)),
        "home_closed": replace(idle, last_touch=idle.now, hall=shut, catalogue=catalogue),
        "home_no_printer": replace(
            idle, devices=Devices(card_reader=True, scanner=True, printer=False, printer_reason="paper_out")
        ),
    }
