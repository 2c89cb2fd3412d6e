"""What the greeter's page shows, as plain values for its templates: calls for help, kiosks by place, one ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.video import Speech
from hall_server.contract.help_calls import HelpState
from hall_server.contract.priority import PriorityCost, PriorityReason
from hall_server.contract.slip_code import slip_address, slip_code
from hall_server.contract.vocabulary import Chip, CounterState, TicketState
from hall_server.domain.priority_cost import goes_first
from hall_server.flows.greeter_desk import CANCELLABLE
from hall_server.web.chips import ChipView, chips_of
from hall_server.web.overview import MINUTE, SECOND
from hall_server.web.qr import QrPath, qr_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hall_server.contract.help_calls import HelpCall
    from hall_server.contract.messages import CounterNow, QueueNow, TicketView
    from hall_server.domain.accounts import StaffAccount
    from hall_server.domain.site import HallSite

ITEMS_SHOWN = 8
SEATS = 20
_SPOTS = {
    CounterState.CALLING: ("calling", "正在叫号"),
    CounterState.PAUSED: ("paused", "暂停"),
    CounterState.CLOSED: ("closed", "没开"),
}
_SPEECH = {Speech.CANTONESE: "说粤语", Speech.ENGLISH: "说英语", Speech.SIGN: "打手语"}
_MODES = {"L": "看大字", "C": "看高对比", "A": "用听的"}
_CALL_WORDS = {HelpState.CALLED: "还没有人去", HelpState.SEEN: "看到了", HelpState.COMING: "在路上"}
STATE_WORDS = {
    TicketState.RESERVED: "还在出票",
    TicketState.UNCONFIRMED: "可能没拿到号票",
    TicketState.WAITING: "在等",
    TicketState.CALLED: "正在叫",
    TicketState.SERVING: "正在办",
    TicketState.HELD: "挂起了",
    TicketState.NO_SHOW: "过号了",
    TicketState.COMPLETED: "办完了",
    TicketState.CANCELLED: "取消了",
    TicketState.VOID: "作废了",
    TicketState.EXPIRED: "过期了",
}
REASONS = {
    PriorityReason.ELDER: "65 岁以上",
    PriorityReason.DISABLED: "残疾人",
    PriorityReason.PREGNANT: "孕妇",
    PriorityReason.WITH_CHILD: "抱孩子",
    PriorityReason.SOLDIER: "军人",
    PriorityReason.UNWELL: "身体不舒服",
}
WISHES = {Chip.WHEELCHAIR: "坐轮椅", Chip.CANTONESE: "说粤语", Chip.ELDER: "老人优先"}


class CallView(msgspec.Struct, frozen=True):
    """One call for help. `mine`: whoever looks has taken it; `taken`: somebody has."""

    id: str
    mark: str
    kiosk: str
    place: str
    wants: str
    since: int
    state: str
    who: str
    mine: bool
    taken: bool


class KioskView(msgspec.Struct, frozen=True):
    """One kiosk on the map; state = "" | called | coming."""

    mark: str
    name: str
    state: str
    words: str


class PlaceView(msgspec.Struct, frozen=True):
    """Kiosks that stand together."""

    name: str
    kiosks: tuple[KioskView, ...]


class CounterSpot(msgspec.Struct, frozen=True):
    """One counter of the drawing. `state`: "" at work or free | calling | paused | closed; `words` says it."""

    no: int
    state: str
    words: str


class LineSeats(msgspec.Struct, frozen=True):
    """Who waits in a queue, a seat each up to `SEATS`; `more`: those beyond."""

    letter: str
    name: str
    waiting: int
    seats: int
    more: int


class FoundView(msgspec.Struct, frozen=True):
    """One ticket for the desk. `code`: what a telephone or a kiosk reads.

    `ahead`: who came before in its queue; None once it is called, and where it goes first whoever came before.
    """

    id: str
    label: str
    item: str
    state: str
    waited_min: int
    ahead: int | None
    chips: tuple[ChipView, ...]
    code: str
    qr: QrPath
    may_cancel: bool
    waits: bool


def calls_seen(calls: Iterable[HelpCall], staff: Mapping[str, StaffAccount], me: str) -> tuple[CallView, ...]:
    """Those that nobody has taken first, each the longest ago first."""
    seen = [_call(call, staff, me) for call in calls]
    return tuple(sorted(seen, key=lambda one: one.taken))


def _call(call: HelpCall, staff: Mapping[str, StaffAccount], me: str) -> CallView:
    wants = [_SPEECH[call.speech]] if call.speech in _SPEECH else []
    wants += [_MODES[letter] for letter in call.modes if letter in _MODES]
    known = staff.get(call.by)
    return CallView(
        id=call.id,
        mark=_mark(call.kiosk),
        kiosk=call.kiosk_name or call.kiosk,
        place=call.place,
        wants="，".join(wants),
        since=call.at,
        state=_CALL_WORDS[call.state],
        who=known.name if known else call.by,
        mine=call.by == me,
        taken=call.state is HelpState.COMING,
    )


def places_seen(site: HallSite, calls: Iterable[HelpCall]) -> tuple[PlaceView, ...]:
    """All kiosks by the place where they stand, with those that call."""
    calling = {call.kiosk: call.state for call in calls}
    places: dict[str, list[KioskView]] = {}
    for kiosk, name in site.kiosks.items():
        state = calling.get(kiosk)
        coming = state is HelpState.COMING
        words = "" if state is None else "有人去了" if coming else "要帮忙"
        mark = "" if state is None else "coming" if coming else "called"
        place = site.kiosk_places.get(kiosk, "") or "大厅"
        places.setdefault(place, []).append(KioskView(_mark(kiosk), name or kiosk, mark, words))
    return tuple(PlaceView(name, tuple(kiosks)) for name, kiosks in places.items())


def counters_drawn(counters: Iterable[CounterNow]) -> tuple[CounterSpot, ...]:
    """All counters, as they stand in a row."""
    return tuple(CounterSpot(one.no, *_SPOTS.get(one.state, ("", "开着"))) for one in counters)


def lines_drawn(queues: Iterable[QueueNow]) -> tuple[LineSeats, ...]:
    """Queues in which somebody waits, the longest first."""
    waiting = sorted((one for one in queues if one.waiting), key=lambda one: -one.waiting)
    return tuple(
        LineSeats(one.letter, one.name, one.waiting, min(one.waiting, SEATS), max(0, one.waiting - SEATS))
        for one in waiting
    )


def items_like(site: HallSite, text: str) -> list[tuple[str, str]]:
    """Items whose name has the words in it, or whose first letters begin so: (id, name); nothing asked, the common."""
    wanted = "".join(text.split()).lower()
    shown = [one for one in site.catalogue if one.id not in site.not_now]
    if not wanted:
        found = [one for one in shown if one.common]
    else:
        found = [
            one
            for one in shown
            if wanted in one.name.lower() or wanted in one.initials or any(wanted in word.words for word in one.also)
        ]
        found.sort(key=lambda one: (not one.name.lower().startswith(wanted), not one.common))
    return [(one.id, one.name) for one in found[:ITEMS_SHOWN]]


def found_view(ticket: TicketView, at: int, public_address: str) -> FoundView:
    """A ticket as it stands, with what its slip says."""
    code = slip_code(bytes.fromhex(ticket.id.replace("-", "")), ticket.modes)
    return FoundView(
        id=ticket.id,
        label=ticket.label,
        item=ticket.item_name,
        state=STATE_WORDS[ticket.state],
        waited_min=max(0, at - ticket.taken_at) // MINUTE,
        ahead=None if goes_first(ticket.chips) else ticket.ahead,
        chips=chips_of(
            ticket.chips,
            for_other=ticket.for_other,
            unconfirmed=False,
            modes=ticket.modes,
            booked=ticket.booked_for is not None,
        ),
        code=slip_address(public_address, code),
        qr=qr_path(slip_address(public_address, code)),
        may_cancel=ticket.state in CANCELLABLE,
        waits=ticket.state is TicketState.WAITING,
    )


def cost_words(cost: PriorityCost) -> str:
    """What it does to others, in words."""
    if not cost.others:
        return "不会让别人多等"
    return f"{cost.others} 位会多等，每位大约 {max(1, round(cost.each_s * SECOND / MINUTE))} 分钟"


def _mark(kiosk: str) -> str:
    """The number of a kiosk as it stands in a circle: K2 is 2."""
    return kiosk.lstrip("Kk") or kiosk
