"""What the lead's page shows, as plain values for its template: queues with their waits, counters, what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import CounterState
from hall_server.domain.findings import Finding, FindingCode, Severity
from hall_server.web.overview import MINUTE, SLOW_FACTOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hall_server.contract.messages import CounterNow, CounterQueue, HallNow, QueueNow, WaitBand
    from hall_server.domain.accounts import StaffAccount
    from hall_server.domain.site import HallSite
    from hall_server.web.lead_calls import LeadCall, LeadCalls

LONG_MIN = 30  # a predicted wait that a lead should see coming
SCALE_MIN = 60  # as long as the whole bar
_WIDTH = 200
_STATES = {
    CounterState.CLOSED: "没开",
    CounterState.IDLE: "空闲",
    CounterState.PAUSED: "暂停",
    CounterState.CALLING: "叫号中",
    CounterState.SERVING: "办理中",
}
_SEVERITY = {Severity.FAULT: "要改", Severity.WARNING: "看一看", Severity.ADVICE: "建议"}
WORDS = {
    FindingCode.YEAR_UNKNOWN: "{subject} 年的节假日还不知道，先按平日算",
    FindingCode.QUEUE_WITHOUT_COUNTER: "{subject} 队星期 {days} 没有窗口办",
    FindingCode.QUEUE_PAUSES: "{subject} 队星期 {days} 的 {from} 到 {until} 没有窗口开着",
    FindingCode.EXTENDED_WITHOUT_EFFECT: "延时到 {until} 没有让星期 {days} 更长（{subject}）",
    FindingCode.COUNTER_KIND_MISSING: "没有“{subject}”窗口，这一级大厅应当有",
    FindingCode.CODE_FORMAT_UNKNOWN: "事项 {subject} 的编码 {code} 不是规定的样子",
    FindingCode.BOOKINGS_END: "从 {from} 起没有预约规则，到时约不了",
    FindingCode.ISSUER_IN_CLEAR: "统一登录 {subject} 没有加密",
    FindingCode.TREE_MISSING: "一件事 {subject} 没有问答",
    FindingCode.TREE_LEADS_NOWHERE: "一件事 {subject} 的 {at} 走不下去",
    FindingCode.TREE_TURNS_IN_CIRCLES: "一件事 {subject} 的 {at} 会绕圈",
    FindingCode.TREE_NEVER_REACHED: "一件事 {subject} 的 {at} 没有人走得到",
    FindingCode.TREE_EMPTY_LEAF: "一件事 {subject} 的 {at} 是空的",
    FindingCode.TREE_FOREIGN_ITEM: "一件事 {subject} 里有别处的事项 {at}",
    FindingCode.TREE_ITEM_LEFT_OUT: "一件事 {subject} 的事项 {at} 问不到",
    FindingCode.PROXY_WITHOUT_WAY: "事项 {subject} 不能代办，也不能上门或视频办",
    FindingCode.HKMO_WITHOUT_REASON: "事项 {subject} 不收港澳台证件，没有写原因",
}


class QueueLine(msgspec.Struct, frozen=True):
    """One queue. `band`: the wait of somebody who comes now; `low_x`, `high_x`: the same on a bar of 200."""

    letter: str
    name: str
    waiting: int
    open_counters: int
    band: str
    low_x: float
    high_x: float
    tone: str  # "", long, nobody


class CounterLine(msgspec.Struct, frozen=True):
    """One counter: who sits there, whom they have, since how long, and how many wait for it."""

    no: int
    name: str
    clerk: str
    state: str
    label: str
    minutes: int | None
    waiting: int
    longest_min: int
    slow: bool
    over_min: int | None = None  # minutes since its clerk meant to be back


class FindingLine(msgspec.Struct, frozen=True):
    """One thing to look at, how much it matters, and the clause it rests on."""

    words: str
    severity: str
    weight: str
    clause: str


class CaseLine(msgspec.Struct, frozen=True):
    """A visit that was rated badly: somebody calls back. The stars and the clerk are not told."""

    label: str
    item: str
    came: str  # "11-23 10:32"


def queue_lines(now: HallNow) -> tuple[QueueLine, ...]:
    """All queues, in the hall's order."""
    return tuple(_queue(queue) for queue in now.queues)


def _queue(queue: QueueNow) -> QueueLine:
    low, high = (queue.wait.low_min, queue.wait.high_min) if queue.wait else (0, 0)
    nobody = queue.waiting > 0 and queue.open_counters == 0
    tone = "nobody" if nobody else "long" if high >= LONG_MIN else ""
    return QueueLine(
        letter=queue.letter,
        name=queue.name,
        waiting=queue.waiting,
        open_counters=queue.open_counters,
        band=band_words(queue.wait, queue.open_counters),
        low_x=_x(low),
        high_x=_x(high),
        tone=tone,
    )


def band_words(wait: WaitBand | None, open_counters: int) -> str:
    """A predicted wait in words; without a counter nobody knows."""
    if wait is not None:
        return f"{wait.low_min}–{wait.high_min} 分钟"
    return "不用等" if open_counters else "没有窗口开着"


def counter_lines(
    site: HallSite, now: HallNow, lines: Mapping[int, CounterQueue], staff: Mapping[str, StaffAccount]
) -> tuple[CounterLine, ...]:
    """All counters, in order."""
    return tuple(_counter(site, one, lines[one.no], staff, now.at) for one in now.counters)


def _counter(
    site: HallSite, one: CounterNow, line: CounterQueue, staff: Mapping[str, StaffAccount], at: int
) -> CounterLine:
    clerk = staff.get(one.clerk)
    busy = one.state in {CounterState.CALLING, CounterState.SERVING, CounterState.PAUSED}
    minutes = max(0, at - one.since) // MINUTE if busy else None
    usual = min((site.queues[queue].service_s for queue in site.counters[one.no].queues), default=480.0)
    slow = one.state is CounterState.SERVING and (minutes or 0) * 60 > SLOW_FACTOR * usual
    return CounterLine(
        no=one.no,
        name=one.name,
        clerk=clerk.name if clerk else one.clerk,
        state=_STATES[one.state],
        label=one.label,
        minutes=minutes,
        waiting=line.waiting,
        longest_min=max((ticket.waited_min for ticket in line.tickets), default=0),
        slow=slow,
        over_min=_over_min(one, at),
    )


def _over_min(one: CounterNow, at: int) -> int | None:
    """How long a pause has lasted beyond what its reason allows."""
    late = one.state is CounterState.PAUSED and one.back_at is not None and at > one.back_at
    return (at - (one.back_at or at)) // MINUTE if late else None


class LeadLine(msgspec.Struct, frozen=True):
    """One counter that asks for whoever leads."""

    no: int
    words: str


def lead_lines(
    site: HallSite, now: HallNow, calls: LeadCalls, staff: Mapping[str, StaffAccount]
) -> tuple[LeadLine, ...]:
    """Who asked to be looked after, in the order of counters."""
    found = ((one, calls.of(one)) for one in now.counters)
    return tuple(LeadLine(one.no, _asked(site, one, call, staff, now.at)) for one, call in found if call)


def _asked(site: HallSite, one: CounterNow, call: LeadCall, staff: Mapping[str, StaffAccount], at: int) -> str:
    clerk = staff.get(one.clerk)
    who = clerk.name if clerk else one.clerk
    if call.queue:
        queue = site.queues[call.queue]
        return f"{who} 空着，可以帮 {queue.letter} {queue.name}"
    return f"{who} 请您过去：{call.label} 办了 {max(0, at - one.since) // MINUTE} 分钟"


def finding_lines(found: Iterable[Finding]) -> tuple[FindingLine, ...]:
    """What the plan checker found, the worst first."""
    order = list(Severity)
    ranked = sorted(found, key=lambda one: order.index(one.severity))
    return tuple(
        FindingLine(
            WORDS[one.code].format(subject=one.subject, **one.detail), _SEVERITY[one.severity], one.severity, one.clause
        )
        for one in ranked
    )


def _x(minutes: int) -> float:
    return round(_WIDTH * min(minutes, SCALE_MIN) / SCALE_MIN, 1)
