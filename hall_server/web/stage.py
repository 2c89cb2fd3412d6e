"""What stands on the counter console: built from the hall's answers for the templates. Pure values, no HTML, no HTTP.

Times are UTC microseconds; the page counts seconds itself. Nothing here decides what may be done: the hall refuses, the
console only shows locks early.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.vocabulary import CounterState, Delivery, Move, Outcome, TicketState
from hall_server.domain.dispatch import Reason, sentence_zh
from hall_server.web.chips import ChipView, behalf_line, chips_of
from hall_server.web.outcome_words import OUTCOME_KEYS, OutcomeKey, outcome_key
from hall_server.web.overview import MINUTE, SECOND, SLOW_FACTOR, HallView, TodayView, hall_view, today_view
from hall_server.web.papers import PaperMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.counters import AsideTicket, ColleagueWord
    from hall_server.contract.messages import CounterNow, CounterQueue, HallNow, QueuedTicket, TicketView
    from hall_server.domain.site import HallSite, ItemRule
    from hall_server.web.today import Done, Ended

HELP_FROM = 3  # people in a line that somebody may help
LATE_MIN = 30  # a wait that a clerk should see


class QueueRowView(msgspec.Struct, frozen=True):
    """One waiting ticket in "my queue"."""

    id: str
    label: str
    item_name: str
    queue_name: str
    usual_min: int
    waited_min: int
    note: str
    late: bool
    chips: tuple[ChipView, ...]


class TicketCard(msgspec.Struct, frozen=True):
    """The ticket at hand. `recall_opens` and `no_show_opens`: when the locks end."""

    id: str
    label: str
    item_name: str
    queue_name: str
    usual_min: int
    bring: str
    chips: tuple[ChipView, ...]
    name_mask: str
    number_mask: str
    behalf: str  # for whom they act
    more_items: tuple[str, ...]  # besides `item_name`, on the same ticket
    taken_at: int
    called_at: int
    last_called_at: int
    served_at: int
    waited_min: int
    recalls: int
    recalls_left: int
    recall_opens: int
    no_show_opens: int
    unconfirmed: bool
    long_from: int  # when the service has taken twice as long as usual


class LastView(msgspec.Struct, frozen=True):
    """Who left the counter last."""

    label: str
    words: str


class UndoView(msgspec.Struct, frozen=True):
    """The clerk's last move, while it may be taken back."""

    ticket: str
    words: str
    until: int


class PauseView(msgspec.Struct, frozen=True):
    """A counter that pauses."""

    since: int
    until: int
    over: bool
    back: str  # as everybody reads it


class WordView(msgspec.Struct, frozen=True):
    """What a colleague wrote about the ticket at hand."""

    counter: int | None
    words: str


class CouldHelp(msgspec.Struct, frozen=True):
    """Another queue that a counter without visitors could help."""

    queue: str
    name: str
    waiting: int


class Stage(msgspec.Struct, frozen=True):
    """Everything that the console's changing part shows. state = idle | paused | called | serving | outcome."""

    state: str
    counter: int
    n: int
    since: int
    ticket: TicketCard | None
    next: QueueRowView | None
    why: str
    waiting: int
    queue: tuple[QueueRowView, ...]
    hall: HallView
    today: TodayView
    last: LastView | None
    keys: tuple[tuple[str, str], ...]
    outcomes: tuple[OutcomeKey, ...]
    usual: OutcomeKey
    story: tuple[tuple[int, str], ...]
    idem: str
    idem_recall: str
    idem_no_show: str
    idem_undo: str = ""
    missed: int = 0
    held: int = 0
    due: str = ""  # a held number whose time has come
    undo: UndoView | None = None
    pause: PauseView | None = None
    words: tuple[WordView, ...] = ()
    called_why: str = ""
    first_served: int | None = None  # the counter that owns the visit through transfers, when it is another one
    papers: tuple[PaperMark, ...] = ()
    noticed: int = 0  # what the 一次性告知单 of this visit lists; 0: there is none
    may_reveal: bool = False
    invited: bool = False
    lead_called: bool = False
    could_help: CouldHelp | None = None
    idem_ask: str = ""


_KEYS = {
    "idle": (("Enter", "叫下一位"), ("1–9", "指定叫"), (".", "过号的人"), ("−", "挂起的人"), ("*", "暂停")),
    "paused": (("Enter", "回来了"),),
    "called": (("Enter", "人到了"), ("0", "再叫"), (".", "过号"), ("+", "转"), ("7", "材料"), ("9", "按住看全")),
    "serving": (("Enter", "办完"), ("+", "转"), ("−", "先挂起"), ("/", "请评价"), ("7", "材料"), ("9", "按住看全")),
    "outcome": (),
}
_STATES = {TicketState.CALLED: "called", TicketState.SERVING: "serving"}
_BRING_SHOWN = 2


def queue_rows(site: HallSite, line: Sequence[QueuedTicket]) -> tuple[QueueRowView, ...]:
    """The waiting tickets; the first says that it is the next."""
    return tuple(_queue_row(site, ticket, first=index == 0) for index, ticket in enumerate(line))


def _queue_row(site: HallSite, ticket: QueuedTicket, *, first: bool) -> QueueRowView:
    unconfirmed = ticket.state is TicketState.UNCONFIRMED
    chips = chips_of(
        ticket.chips,
        for_other=ticket.for_other,
        unconfirmed=unconfirmed,
        modes=ticket.modes,
    )
    plain = chips[0].words == "普通取号"
    marks = "" if plain else " · ".join(chip.words for chip in chips)
    note = " · ".join(part for part in ("下一位" if first else "", marks) if part) or "普通"
    queue = site.queues[ticket.queue]
    return QueueRowView(
        id=ticket.id,
        label=ticket.label,
        item_name=ticket.item_name,
        queue_name=queue.name,
        usual_min=max(1, round(queue.service_s / 60)),
        waited_min=ticket.waited_min,
        note=note,
        late=ticket.waited_min >= LATE_MIN,
        chips=chips,
    )


def why_next(line: CounterQueue, first: QueueRowView | None) -> str:
    """Why this ticket and no other, as one sentence."""
    if first is None or line.why is None:
        return ""
    return sentence_zh(Reason.parse(line.reason) or Reason(line.why, waiting=line.waiting))


def ticket_card(site: HallSite, ticket: TicketView, last_called_at: int | None) -> TicketCard:
    """The ticket at hand with the moments at which its locks end."""
    limits, queue = site.limits, site.queues[ticket.queue]
    called_at = ticket.called_at or 0
    last_called = last_called_at or called_at
    unconfirmed = ticket.delivery is Delivery.NONE
    no_show_s = limits.unconfirmed_call_s if unconfirmed else limits.no_show_lock_s
    bring = "、".join(ticket.bring[:_BRING_SHOWN]) + (" 等" if len(ticket.bring) > _BRING_SHOWN else "")
    visitor = ticket.visitor
    return TicketCard(
        id=ticket.id,
        label=ticket.label,
        item_name=ticket.item_name,
        queue_name=queue.name,
        usual_min=max(1, round(queue.service_s / 60)),
        bring=bring,
        chips=chips_of(
            ticket.chips,
            for_other=ticket.for_other,
            unconfirmed=unconfirmed,
            modes=ticket.modes,
            booked=ticket.booked_for is not None,
        ),
        name_mask=visitor.name_mask if visitor else "",
        number_mask=visitor.number_mask if visitor else "",
        behalf=behalf_line(ticket.on_behalf),
        more_items=tuple(site.items[one].name if one in site.items else one for one in ticket.items[1:]),
        taken_at=ticket.taken_at,
        called_at=called_at,
        last_called_at=last_called,
        served_at=ticket.served_at or 0,
        waited_min=max(0, called_at - ticket.taken_at) // MINUTE,
        recalls=ticket.recalls,
        recalls_left=max(0, limits.recalls_max - ticket.recalls),
        recall_opens=last_called + limits.recall_lock_s * SECOND,
        no_show_opens=called_at + no_show_s * SECOND,
        unconfirmed=unconfirmed,
        long_from=(ticket.served_at or 0) + round(SLOW_FACTOR * queue.service_s * SECOND),
    )


_UNDO = {
    Move.CALL: "叫",
    Move.SERVE: "开始办",
    Move.NO_SHOW: "过号",
    Move.COMPLETE: "办完",
    Move.HOLD: "挂起",
    Move.RESUME: "取回",
    Move.TRANSFER: "转走",
}


def undo_view(desk: Desk) -> UndoView | None:
    """What 撤销 would take back now: the clerk's last move, for some seconds, and not past somebody else at hand."""
    done, limits = desk.done, desk.site.limits
    if done is None or not 0 <= desk.now.at - done.at < limits.undo_s * SECOND:
        return None
    if desk.ticket is not None and desk.ticket.id != done.ticket:
        return None
    return UndoView(done.ticket, f"{_UNDO[done.move]} {done.label}", done.at + limits.undo_s * SECOND)


def _due(desk: Desk) -> str:
    """The first held number of this counter that it wished to look for again by now."""
    mine = (one for one in desk.held if one.counter == desk.counter.no)
    return next((one.label for one in mine if one.remind_at is not None and one.remind_at <= desk.now.at), "")


def _pause_view(desk: Desk) -> PauseView:
    until = desk.counter.back_at or desk.now.at
    offset = desk.now.utc_offset_s * SECOND
    minutes = (until + offset) // MINUTE % (24 * 60)
    return PauseView(desk.counter.since, until, desk.now.at > until, f"{minutes // 60:02d}:{minutes % 60:02d}")


def could_help(desk: Desk) -> CouldHelp | None:
    """帮别的队列？ The longest line that is not this counter's own; a short one needs no help."""
    own = desk.site.counters[desk.counter.no].queues
    others = [one for one in desk.now.queues if one.id not in own and one.waiting >= HELP_FROM]
    most = max(others, key=lambda one: one.waiting, default=None)
    return CouldHelp(most.id, f"{most.letter} {most.name}", most.waiting) if most else None


def last_view(last: Ended | None) -> LastView | None:
    """Who left the counter last, and how."""
    if last is None:
        return None
    if last.served_us is None:
        return LastView(last.label, "没有来，已过号。")
    minutes, seconds = divmod(max(0, last.served_us) // SECOND, 60)
    spent = f"{minutes} 分 {seconds} 秒" if minutes else f"{seconds} 秒"
    return LastView(last.label, f"办完，用了 {spent}。")


def story_of(ticket: TicketCard) -> tuple[tuple[int, str], ...]:
    """The visit so far: moments and words."""
    times = "一遍就到" if ticket.recalls == 0 else f"叫了 {ticket.recalls + 1} 遍"
    return ((ticket.taken_at, "取号"), (ticket.called_at, f"叫号，{times}"), (ticket.served_at, "开始办理"))


class StageIds(msgspec.Struct, frozen=True):
    """Fresh idempotency keys for the buttons of one drawing."""

    main: str
    recall: str
    no_show: str
    undo: str = ""
    ask: str = ""


class Desk(NamedTuple):
    """Everything the hall answered for one drawing of a console."""

    site: HallSite
    now: HallNow
    counter: CounterNow
    line: CounterQueue
    ticket: TicketView | None
    ended: Sequence[Ended]
    last: Ended | None
    last_called_at: int | None
    signed_in_at: str  # "08:30"
    missed: int = 0
    held: Sequence[AsideTicket] = ()
    done: Done | None = None
    words: Sequence[ColleagueWord] = ()
    called_why: str = ""
    first_served: int | None = None
    papers: Sequence[PaperMark] = ()
    noticed: int = 0
    may_reveal: bool = False
    invited: bool = False
    lead_called: bool = False


def stage(desk: Desk, ids: StageIds, *, picking: bool) -> Stage:
    """The console for a moment; `picking` = the clerk is choosing how the service ended."""
    ticket = desk.ticket
    card = ticket_card(desk.site, ticket, desk.last_called_at) if ticket else None
    state = _STATES.get(ticket.state, "idle") if ticket else "idle"
    if picking and state == "serving":
        state = "outcome"
    rows = queue_rows(desk.site, desk.line.tickets)
    first = rows[0] if rows else None
    if desk.counter.state is CounterState.PAUSED:
        state = "paused"
    serving_us = desk.now.at - card.served_at if card and state in {"serving", "outcome"} else None
    item: ItemRule | None = desk.site.items.get(ticket.item) if ticket else None
    return Stage(
        state=state,
        counter=desk.counter.no,
        n=desk.now.n,
        since=max(desk.counter.since, desk.last.at if desk.last else 0),
        ticket=card,
        next=first,
        why=why_next(desk.line, first),
        waiting=desk.line.waiting,
        queue=rows,
        hall=hall_view(desk.site, desk.now, desk.counter.no),
        today=today_view(desk.ended, desk.signed_in_at, serving_us),
        last=last_view(desk.last),
        keys=_KEYS[state],
        outcomes=OUTCOME_KEYS,
        usual=_usual(item, noticed=desk.noticed > 0),
        story=story_of(card) if card else (),
        idem=ids.main,
        idem_recall=ids.recall,
        idem_no_show=ids.no_show,
        idem_undo=ids.undo,
        missed=desk.missed,
        held=len(desk.held),
        due=_due(desk),
        undo=undo_view(desk),
        pause=_pause_view(desk) if state == "paused" else None,
        words=tuple(WordView(one.counter, one.words) for one in desk.words),
        called_why=desk.called_why,
        first_served=desk.first_served if desk.first_served != desk.counter.no else None,
        papers=tuple(desk.papers),
        noticed=desk.noticed,
        may_reveal=desk.may_reveal,
        invited=desk.invited,
        lead_called=desk.lead_called,
        could_help=could_help(desk) if state == "idle" and first is None else None,
        idem_ask=ids.ask,
    )


def _usual(item: ItemRule | None, *, noticed: bool) -> OutcomeKey:
    """What Enter ends a service with: whoever was told what is missing goes and comes again."""
    if noticed:
        return outcome_key(Outcome.SUPPLEMENT_NOTICE)
    return outcome_key(item.default_outcome) if item else OUTCOME_KEYS[0]
