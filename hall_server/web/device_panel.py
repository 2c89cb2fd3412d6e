"""What the page 设备 shows of one kiosk: what to do, its paper, its boxes, what it was sent and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.fleet import FleetAct, Trouble
from hall_server.contract.fleet_deeds import PUSHABLE
from hall_server.domain.deeds import DeedState
from hall_server.domain.fleet import troubles_of
from hall_server.web.device_words import ACT_WORDS, BOX_WORDS, CODE_WORDS, SERVICES, SETTING_WORDS, STATE_WORDS
from hall_server.web.fleet_view import fleet_row
from hall_server.web.paper_curve import HEIGHT, WIDTH, paper_curve
from hall_server.web.reason_words import reason_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hall_server.contract.fleet import Heartbeat
    from hall_server.domain.deeds import Sent
    from hall_server.flows.fleet_parcels import Parcel
    from hall_server.flows.hall import Hall

    HallTime = Callable[[int], datetime]

_SHOWN = 8  # of what it was sent
ADVICE = {
    Trouble.UPDATE_FAILED: "新版本没装上，它用的还是原来的。看日志里 slots 的几行。",
    Trouble.PAPER_OUT: "请马上去换一卷纸，换的时候请人去别的取号机。",
    Trouble.BOX_FAULT: "请去看下面打叉的设备：先看线插好没有，再在它的自检里试一下。",
    Trouble.DISK_LOW: "请清一清它的硬盘，满了就记不下号。",
    Trouble.PAPER_LOW: "请备一卷纸，换一卷 2 分钟，换的时候请人去别的取号机。",
    Trouble.CLOCK_OFF: "请看它的对时服务，时间差多了读码和证书都会出错。",
    Trouble.OUTBOX_WAITS: "有号还没报上来，请看它的网络。",
    Trouble.PAUSED: "工作人员暂停了它，在它的员工页里可以恢复。",
}


class CheckLine(msgspec.Struct, frozen=True):
    """One row of 自检: well, watch or off; what was measured."""

    name: str
    tone: str
    words: str


class SentLine(msgspec.Struct, frozen=True):
    """Something it was sent; `parcel`: what can be looked at, "logs" or "screenshot"."""

    deed: str
    when: str
    words: str
    state: str
    outcome: str
    parcel: str


def panel_seen(hall: Hall, kiosk: str, hall_time: HallTime) -> dict[str, object]:
    """Everything of one kiosk; `one` None: it has not been heard since this server began."""
    fleet = hall.fleet
    health = next((one for one in fleet.kiosks() if one.kiosk == kiosk), None)
    parcels = {one.deed: one for one in fleet.parcels.of(kiosk)}
    sent = tuple(_sent(one, parcels.get(one.deed.id), hall, hall_time) for one in fleet.deeds.of(kiosk)[-_SHOWN:])
    values: dict[str, object] = {
        "kiosk": kiosk,
        "kiosk_name": hall.site.kiosks.get(kiosk, kiosk),
        "kiosk_where": hall.site.kiosk_places.get(kiosk, ""),
        "one": None,
        "sent": sent[::-1],
    }
    if health is None:
        return values
    beat, now = health.beat, hall.clock.now()
    return values | {
        "one": fleet_row(hall, health, hall_time),
        "beat_at": hall_time(health.beat_at).strftime("%H:%M:%S"),
        "advice": tuple(ADVICE[one] for one in health.troubles),
        "checks": _checks(beat),
        "set_here": tuple(f"{SETTING_WORDS.get(key, key)} = {value}" for key, value in sorted(beat.set_here.items())),
        "paper": paper_curve(health.slots, beat.paper_left, health.paper_end, now, hall_time),
        "paper_box": (WIDTH, HEIGHT),
    }


def orders_seen(hall: Hall, kiosk: str) -> dict[str, object]:
    """What can be sent: to each box that it has, and the settings that may be pushed."""
    health = next((one for one in hall.fleet.kiosks() if one.kiosk == kiosk), None)
    has = {box.kind for box in health.beat.boxes} if health else set()
    off = set(health.beat.off) if health else set()
    services = tuple((kind, name, kind in off) for kind, name in SERVICES if kind in has)
    keys = tuple((key, words) for key, words in SETTING_WORDS.items() if key in PUSHABLE)
    return {"kiosk": kiosk, "services": services, "setting_keys": keys}


def _checks(beat: Heartbeat) -> tuple[CheckLine, ...]:
    off = set(beat.off)
    boxes = [
        CheckLine(
            BOX_WORDS.get(box.kind, box.kind),
            "off" if box.kind in off else "well" if box.ready else "watch",
            "停用了" if box.kind in off else "能用" if box.ready else reason_words(box.reason) or "有故障",
        )
        for box in beat.boxes
    ]
    disk = "不知道" if beat.disk_free_mb is None else f"还有 {beat.disk_free_mb / 1000:.1f} GB"
    clock = "和大厅一样" if not beat.clock_off_s else f"差 {abs(beat.clock_off_s)} 秒"
    found = set(troubles_of(beat))
    return (
        *boxes,
        CheckLine("硬盘", "watch" if Trouble.DISK_LOW in found else "well", disk),
        CheckLine("时间", "watch" if Trouble.CLOCK_OFF in found else "well", clock),
        CheckLine("没报上来的号", "watch" if Trouble.OUTBOX_WAITS in found else "well", f"{beat.outbox_pending} 个"),
    )


def _sent(one: Sent, parcel: Parcel | None, hall: Hall, hall_time: HallTime) -> SentLine:
    deed, state = one.deed, one.standing(hall.clock.now())
    about = BOX_WORDS.get(deed.service, "") or "、".join(f"{key} = {value}" for key, value in deed.settings.items())
    waits = deed.act == FleetAct.SCREENSHOT and state is DeedState.WAITING
    outcome = "等没人的时候" if waits else STATE_WORDS[state]
    if one.code:
        outcome += f"：{CODE_WORDS.get(one.code, one.code)}"
    return SentLine(
        deed.id,
        hall_time(one.at).strftime("%m-%d %H:%M"),
        f"{ACT_WORDS.get(deed.act, deed.act)} {about}".strip(),
        state.value,
        outcome,
        parcel.act if parcel else "",
    )
