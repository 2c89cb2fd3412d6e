"""What the page 设备 shows of the fleet: how each kiosk is, its day, its paper; and a roll-out as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.fleet import Trouble
from hall_server.domain.business_day import day_began
from hall_server.domain.fleet import SLOT_US, Condition
from hall_server.domain.rollout import RolloutState
from hall_server.web.alert_view import alert_lines
from hall_server.web.device_words import BOX_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hall_server.domain.fleet import PaperEnd
    from hall_server.flows.fleet_desk import KioskHealth
    from hall_server.flows.hall import Hall

    HallTime = Callable[[int], datetime]

_WIDTH, _FROM_H, _HOURS = 600, 8, 12  # a drawing of the day from eight to eight
_PAPER_FULL = 500
_MINUTE_US = 60_000_000
_JUST_NOW_MIN = 2
TROUBLE_WORDS = {
    Trouble.UPDATE_FAILED: "升级没成，退回来了",
    Trouble.PAPER_OUT: "没纸了",
    Trouble.BOX_FAULT: "设备有故障",
    Trouble.DISK_LOW: "硬盘快满",
    Trouble.PAPER_LOW: "快没纸",
    Trouble.CLOCK_OFF: "时间不准",
    Trouble.OUTBOX_WAITS: "有号没报上来",
    Trouble.PAUSED: "暂停服务",
}


class Bar(msgspec.Struct, frozen=True):
    """A piece of a timeline: where it begins and how long it is, in units of the drawing."""

    x: float
    width: float
    condition: str


class FleetRow(msgspec.Struct, frozen=True):
    """One kiosk; `paper_words` with when it ends, `faults` by device."""

    kiosk: str
    name: str
    where: str
    condition: str
    words: str
    paper: int
    paper_words: str
    bars: tuple[Bar, ...]
    version: str
    seen: str
    faults: str


class RolloutView(msgspec.Struct, frozen=True):
    """How a roll-out stands; `stages`: had, present or "" for later, each."""

    version: str
    words: str
    running: bool
    stages: tuple[str, ...]
    reason: str


def fleet_seen(hall: Hall, hall_time: HallTime) -> dict[str, object]:
    """All kiosks that were heard, those to be looked after first; how many are how; the hours of the drawing."""
    found = hall.fleet.kiosks()
    ordered = sorted(found, key=lambda one: (one.condition is Condition.WELL, one.kiosk))
    count = {condition.value: sum(one.condition is condition for one in found) for condition in Condition}
    rows = [fleet_row(hall, one, hall_time) for one in ordered]
    return {"fleet": rows, "count": count, "width": _WIDTH, "alerts": alert_lines(hall, hall_time)}


def rollout_seen(hall: Hall, hall_time: HallTime) -> RolloutView | None:
    """The newest one; None when there was none."""
    rollout = hall.fleet.rollout
    if rollout is None:
        return None
    done = rollout.state is RolloutState.DONE
    stages = tuple("had" if done or no < rollout.stage else "present" if no == rollout.stage else "" for no in range(3))
    began = hall_time(rollout.began_at).strftime("%m-%d %H:%M")
    words = {
        RolloutState.RUNNING: f"{began} 起，先 1 台，再 10%，再全部；只在闭厅时装",
        RolloutState.STOPPED: "停下了，没装的不再装",
        RolloutState.DONE: "全部装好",
    }[rollout.state]
    names = [hall.site.kiosks.get(kiosk, kiosk) for kiosk in rollout.reason.split(",") if kiosk]
    reason = "人工停下" if rollout.reason == "by hand" else "、".join(names)
    return RolloutView(rollout.version, words, rollout.state is RolloutState.RUNNING, stages, reason)


def fleet_row(hall: Hall, one: KioskHealth, hall_time: HallTime) -> FleetRow:
    """One kiosk as a row."""
    site, now, beat = hall.site, hall.clock.now(), one.beat
    minutes = (now - one.beat_at) // _MINUTE_US
    words = {
        Condition.WELL: "正常",
        Condition.WATCH: TROUBLE_WORDS[one.troubles[0]] if one.troubles else "要照看",
        Condition.AWAY: f"连不上 {minutes} 分",
    }[one.condition]
    faults = "、".join(BOX_WORDS.get(box.kind, box.kind) for box in beat.boxes if not box.ready)
    return FleetRow(
        kiosk=one.kiosk,
        name=site.kiosks.get(one.kiosk, one.kiosk),
        where=site.kiosk_places.get(one.kiosk, ""),
        condition=one.condition.value,
        words=words,
        paper=min(100, (beat.paper_left or 0) * 100 // _PAPER_FULL),
        paper_words=_paper(beat.paper_left, one.paper_end, now, hall_time),
        bars=_bars(hall, one),
        version=beat.version,
        seen="刚刚" if minutes < _JUST_NOW_MIN else hall_time(one.beat_at).strftime("%H:%M"),
        faults=faults,
    )


def _paper(left: int | None, end: PaperEnd | None, now: int, hall_time: HallTime) -> str:
    if left is None:
        return "不知道还有多少"
    if end is None:
        return f"约 {left} 张"
    early, today = hall_time(end.early), hall_time(now).date()
    days = (early.date() - today).days
    day = "今天" if days == 0 else "明天" if days == 1 else early.strftime("%m-%d")
    return f"约 {left} 张 · {day} {early.strftime('%H:%M')} 前换"


def _bars(hall: Hall, one: KioskHealth) -> tuple[Bar, ...]:
    """Neighbours that are alike are one bar."""
    began = day_began(hall.today(), hall.site.zone, _FROM_H * 60)
    wide = _WIDTH * SLOT_US / (_HOURS * 60 * _MINUTE_US)
    bars: list[Bar] = []
    for slot in one.slots:
        x = (slot.at - began) / SLOT_US * wide
        if not 0 <= x < _WIDTH:
            continue
        last = bars[-1] if bars else None
        if last and last.condition == slot.condition.value and abs(last.x + last.width - x) < wide / 2:
            bars[-1] = msgspec.structs.replace(last, width=round(last.width + wide, 2))
        else:
            bars.append(Bar(round(x, 2), round(wide, 2), slot.condition.value))
    return tuple(bars)
