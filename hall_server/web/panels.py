"""What a clerk opens over the console: reasons laid out as the keypad, and lists that are walked with the arrow keys.

Pure values for one template; what may be done is the hall's business. Words only from the hall, nothing of a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.counters import HOLD_WHY, PAUSE_WHY
from hall_server.contract.vocabulary import CounterState, TicketState
from hall_server.web.overview import MINUTE, clock_span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hall_server.contract.counters import AsideTicket
    from hall_server.contract.messages import HallNow
    from hall_server.domain.site import HallSite
    from hall_server.web.today import Shift


class PanelKey(msgspec.Struct, frozen=True):
    """One key: what it says, and where it is sent."""

    key: str
    title: str
    note: str
    post: str


class PanelRow(msgspec.Struct, frozen=True):
    """One line of a list. `post` or `look`: what Enter does with it; neither: it can only be read."""

    typed: str
    label: str
    title: str
    note: str
    action: str = ""
    post: str = ""
    look: str = ""
    off: str = ""  # why the line itself cannot be pressed; `action` stands beside it then


class PanelSwitch(msgspec.Struct, frozen=True):
    """A key that draws the panel the other way."""

    key: str
    title: str
    view: str


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """One open panel. `about`: the ticket it is for; `noting`: a line may be written; `query`: a number typed."""

    view: str
    title: str
    hint: str
    about: str = ""
    label: str = ""
    keys: tuple[PanelKey, ...] = ()
    rows: tuple[PanelRow, ...] = ()
    empty: str = ""
    noting: str = ""
    query: str | None = None
    figures: tuple[tuple[str, str], ...] = ()
    switch: PanelSwitch | None = None


CALL_WHY: Mapping[str, str] = {
    "1": "需要照顾，先请过来",
    "2": "刚才没办完，接着办",
    "3": "只差一样，很快就好",
    "4": "值班长安排",
    "5": "别的原因",
}
_STATES = {
    TicketState.RESERVED: "号票正在打印",
    TicketState.WAITING: "在等",
    TicketState.UNCONFIRMED: "在等，可能没拿到号票",
    TicketState.CALLED: "叫到了",
    TicketState.SERVING: "正在办",
    TicketState.HELD: "挂起",
    TicketState.NO_SHOW: "过号",
    TicketState.EXPIRED: "过号两次",
    TicketState.COMPLETED: "办完了",
    TicketState.CANCELLED: "取消了",
    TicketState.VOID: "作废了",
}
_AT_ONE = frozenset({TicketState.CALLED, TicketState.SERVING, TicketState.HELD})
NEVER_MIND = "按 Esc 回去"


def hold_panel(ticket: str, label: str) -> Panel:
    """先挂起 (C10): why, and with it when to look again."""
    keys = tuple(
        PanelKey(key, why.words, f"{why.minutes} 分钟后提醒", f"/counter/hold/{ticket}?why={key}")
        for key, why in HOLD_WHY.items()
    )
    return Panel(
        view="hold",
        title=f"{label} 去做什么？",
        hint=f"号和先后都留着，{NEVER_MIND}",
        about=ticket,
        label=label,
        keys=keys,
        noting="补一句给同事看（不写姓名号码）",
    )


def pause_panel() -> Panel:
    """暂停窗口 (C6)."""
    keys = tuple(
        PanelKey(key, why.words, f"约 {why.minutes} 分钟", f"/counter/pause?why={key}")
        for key, why in PAUSE_WHY.items()
    )
    return Panel(view="pause", title="暂停多久？", hint=f"大厅里只看到“暂停”，看不到原因。{NEVER_MIND}", keys=keys)


def call_panel(ticket: str, label: str) -> Panel:
    """指定叫: a reason, which is kept."""
    keys = tuple(PanelKey(key, words, "", f"/counter/name/{ticket}?why={key}") for key, words in CALL_WHY.items())
    return Panel(
        view="name",
        title=f"为什么先叫 {label}？",
        hint=f"原因会记下来，排在前面的人可以问。{NEVER_MIND}",
        about=ticket,
        label=label,
        keys=keys,
    )


def transfer_panel(site: HallSite, now: HallNow, mine: int, ticket: str, label: str, *, first: bool = False) -> Panel:
    """转别的窗口 (C7): open counters by their number, then queues; the place is kept, or `first` goes before it."""
    more = "&first=1" if first else ""
    open_now = [counter for counter in now.counters if counter.state is not CounterState.CLOSED and counter.no != mine]
    rows = [
        PanelRow(
            str(one.no),
            f"{one.no} 号",
            one.name,
            _DOING[one.state],
            "转到这里",
            f"/counter/transfer/{ticket}?counter={one.no}{more}",
        )
        for one in open_now
    ]
    rows += [
        PanelRow(
            queue.letter,
            queue.letter,
            f"{queue.name}（队列）",
            f"{_waiting(now, queue.id)} 位在等",
            "转到这队",
            f"/counter/transfer/{ticket}?queue={queue.id}{more}",
        )
        for queue in site.queues.values()
        if site.counters_of(queue.id)
    ]
    return Panel(
        view="transfer_first" if first else "transfer",
        title=f"{label} 转到哪里？" + ("过去优先" if first else ""),
        hint=f"按窗口号再按 Enter；{'到那边优先，会记下来' if first else '取号的先后不变'}。{NEVER_MIND}",
        switch=PanelSwitch("*", "先后不变", "transfer") if first else PanelSwitch("*", "到那边优先", "transfer_first"),
        about=ticket,
        label=label,
        rows=tuple(rows),
        noting="告诉那边为什么转（不写姓名号码）",
    )


_DOING = {
    CounterState.CLOSED: "未开",
    CounterState.IDLE: "空闲",
    CounterState.PAUSED: "暂停",
    CounterState.CALLING: "叫号中",
    CounterState.SERVING: "正在办",
}


def missed_panel(missed: Sequence[AsideTicket], at: int) -> Panel:
    """过号名单 (C8)."""
    rows = tuple(
        PanelRow(str(place), one.label, one.item_name, _missed_note(one, at), "回来了", f"/counter/return/{one.id}")
        for place, one in enumerate(missed, 1)
    )
    return Panel(
        view="missed",
        title="过号的人",
        hint=f"人回来了就按，回到原来的先后。{NEVER_MIND}",
        rows=rows,
        empty="今天没有人过号。",
    )


def held_panel(held: Sequence[AsideTicket], at: int, *, free: bool) -> Panel:
    """挂起清单 (C10)."""
    rows = tuple(
        PanelRow(
            str(place),
            one.label,
            one.item_name,
            _held_note(one, at),
            "取回来办" if free else "",
            f"/counter/resume/{one.id}" if free else "",
        )
        for place, one in enumerate(held, 1)
    )
    hint = "取回来马上接着办" if free else "手上还有一位，办完才能取回"
    return Panel(view="held", title="挂起的人", hint=f"{hint}。{NEVER_MIND}", rows=rows, empty="没有挂起的号。")


def search_panel(query: str, found: Sequence[AsideTicket], at: int, *, free: bool) -> Panel:
    """查号 (C9)."""
    rows = tuple(_found(str(place), one, at, free=free) for place, one in enumerate(found, 1))
    empty = f"今天没有“{query}”号。" if query else "输入号码，字母可以不打，按 Enter。"
    return Panel(view="search", title="查号", hint=NEVER_MIND, rows=rows, empty=empty, query=query)


def shift_panel(shift: Shift, since: str) -> Panel:
    """今天小结 (C11). For the clerk's own eyes."""
    figures = (
        ("办完（位）", str(shift.done)),
        ("平均每位", clock_span(shift.mean_us) if shift.done else "—"),
        ("最长一位", clock_span(shift.longest_us) if shift.done else "—"),
        ("没来（位）", str(shift.no_shows)),
        ("挂起（次）", str(shift.holds)),
        ("转出（次）", str(shift.transfers)),
        ("再叫（遍）", str(shift.recalls)),
        ("撤销（次）", str(shift.undone)),
    )
    return Panel(
        view="shift", title="今天小结", hint=f"{since} 开始。只给自己看，不排名。{NEVER_MIND}", figures=figures
    )


def keys_panel() -> Panel:
    """全部快捷键."""
    rows = tuple(PanelRow("", key, words, when) for key, words, when in _ALL_KEYS)
    return Panel(view="keys", title="全部快捷键", hint=NEVER_MIND, rows=rows)


_ALL_KEYS = (
    ("Enter", "下一步", "键上写着要做什么"),
    ("0", "再叫一遍", "叫号以后；最多三遍"),
    (".", "没来，过号；空着时是过号的人", "叫号 50 秒以后"),
    ("+", "转别的窗口或队列；再按 * 到那边优先", "叫号以后"),
    ("−", "先挂起；空着时是挂起的人", "办理中"),
    ("*", "暂停窗口；再按一次回来", "手上没有人"),
    ("1–9", "指定叫第几位，再按 Enter", "空着时；要选原因"),
    ("退格", "撤销上一步", "10 秒内"),
    ("Ctrl Enter", "办完，先不叫", "选结果时"),
    ("7", "材料：哪些免交；再按 + 出一次性告知单", "有人在窗口时"),
    ("6", "打开一次性告知单来打印", "出好以后"),
    ("9", "按住看全姓名证件，放开就收起", "有人在窗口时；每次都留记录"),
    ("/", "请评价：窗口屏请对方评，一次", "办理中"),
    ("8", "叫值班长", "办得久，或空着可以帮别的队列"),
    ("F2", "补一句", "挂起、转窗口时"),
    ("F4", "查号", "随时"),
    ("F9", "今天小结", "随时"),
    ("Esc", "关上", "随时"),
)


def _found(typed: str, one: AsideTicket, at: int, *, free: bool) -> PanelRow:
    at_one = one.counter is not None and one.state in _AT_ONE
    where = f"，{one.counter} 号窗口" if at_one else ""
    note = f"{_STATES[one.state]}{where} · {_ago(one.at, at)}"
    match one.state:
        case TicketState.NO_SHOW | TicketState.EXPIRED:
            return PanelRow(typed, one.label, one.item_name, note, "回来了", f"/counter/return/{one.id}")
        case TicketState.HELD if free:
            return PanelRow(typed, one.label, one.item_name, note, "取回来办", f"/counter/resume/{one.id}")
        case TicketState.WAITING | TicketState.UNCONFIRMED if free:
            look = f"/counter/stage?view=name&about={one.id}"
            return PanelRow(typed, one.label, one.item_name, note, "先叫这一位", look=look)
        case _:
            return PanelRow(typed, one.label, one.item_name, note)


def _missed_note(one: AsideTicket, at: int) -> str:
    again = "，第二次" if one.no_shows > 1 else ""
    return f"{_ago(one.at, at)}过号{again}"


def _held_note(one: AsideTicket, at: int) -> str:
    due = one.remind_at is not None and one.remind_at <= at
    when = "到点了" if due else f"{-((at - one.remind_at) // MINUTE)} 分钟后提醒" if one.remind_at else ""
    return " · ".join(part for part in (one.reason, f"{one.counter} 号窗口", when) if part)


def _ago(since: int, at: int) -> str:
    minutes = max(0, at - since) // MINUTE
    return f"{minutes} 分钟前" if minutes else "刚才"


def _waiting(now: HallNow, queue: str) -> int:
    return next((one.waiting for one in now.queues if one.id == queue), 0)
