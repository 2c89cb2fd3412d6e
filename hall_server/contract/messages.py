"""The shapes that travel between the hall and its kiosks, boards and consoles (definitions.md 2, 7, 8, 10, 11, 19).

Commands forbid unknown fields. Views may grow. `at` is always UTC microseconds of the server's clock; ids are UUIDs.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.items import RegionCode
from hall_server.contract.visits import MaterialNeed
from hall_server.contract.vocabulary import (
    ActorKind,
    Chip,
    CounterState,
    Delivery,
    Intake,
    Move,
    Origin,
    Outcome,
    PrintAnswer,
    Relation,
    TicketState,
    Why,
)

HOLD_MINUTES_MOST = 8 * 60
ShortText = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Pseudonym = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]  # \Z: $ would let a trailing newline through
NumberMask = Annotated[str, msgspec.Meta(pattern=r"^([*…]{0,14}[0-9X]{4})?\Z")]  # 123X; a whole number is refused
NameMask = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(\*?|[^\s*]{1,2}\*{1,2}[^\s*]?|[^\s*]{1,2}\*( [^\s*]{1,2}\*){1,2})\Z"  # 陈*, 陈*明, 欧阳**, S* J*
    ),
]


OrganisationName = Annotated[str, msgspec.Meta(max_length=24, pattern=r"^[^\x00-\x1f\x7f]*\Z")]  # 企业简称
ModeLetters = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{0,8}\Z")]  # as in a slip's code (definitions.md 13)


class Command(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What somebody asks the hall to do."""


class VisitorMask(Command, frozen=True):
    """What the hall may keep of a person: keyed pseudonym and masks (definitions.md 9, 10)."""

    pseudonym: Pseudonym
    name_mask: NameMask = ""
    number_mask: NumberMask = ""


class OnBehalf(Command, frozen=True):
    """For whom somebody acts: a person, an organisation by its short name, or both. Told to their own counter only."""

    relation: Relation | None = None
    principal: VisitorMask | None = None
    organisation: OrganisationName = ""

    @property
    def is_for_a_person(self) -> bool:
        """替别人办. Whoever acts for an organisation is its agent 经办人, and comes in its own name."""
        return self.principal is not None or (self.relation is not None and not self.organisation)


class TakeTicket(Command, frozen=True):
    """取号. The ticket's id is the Idempotency-Key, made by the kiosk before anything else."""

    item: ShortText
    visitor: VisitorMask | None = None
    chips: Annotated[tuple[Chip, ...], msgspec.Meta(max_length=5)] = ()
    for_other: bool = False  # 替别人办
    more_items: Annotated[tuple[ShortText, ...], msgspec.Meta(max_length=11)] = ()  # 一票多事: besides `item`
    bundle: Annotated[str, msgspec.Meta(max_length=64)] = ""  # 一件事
    correlation: Annotated[str, msgspec.Meta(max_length=64)] = ""  # one id from booking to rating (CL-H4)
    carry_over: Annotated[str, msgspec.Meta(max_length=36)] = ""  # a ticket that its day closed: priority today
    region: RegionCode | None = None  # first six digits of the identity number; judged (CL-A9), never kept
    lives_here: bool = False  # 在本区居住, declared
    on_behalf: OnBehalf | None = None  # with `for_other`, or for an organisation
    modes: ModeLetters = ""  # 大字, 朗读, a language: for the greeter and the counter


class ConfirmPrint(Command, frozen=True):
    """What became of the slip."""

    answer: PrintAnswer


class CompleteTicket(Command, frozen=True):
    """办结. Without an outcome the item's default outcome is taken."""

    outcome: Outcome | None = None


class CancelTicket(Command, frozen=True):
    """弃号. A kiosk names the visitor's pseudonym or the code of their slip; staff see who stands there.

    `by_staff`: they stand at this kiosk, behind its PIN, and have seen whose number it is.
    """

    visitor: Pseudonym | None = None
    slip: Annotated[str, msgspec.Meta(max_length=128)] = ""
    by_staff: bool = False


class HoldTicket(Command, frozen=True):
    """挂起. The reason is for colleagues: 去复印, 补填表."""

    reason: Annotated[str, msgspec.Meta(max_length=64)] = ""
    remind_min: Annotated[int, msgspec.Meta(ge=0, le=HOLD_MINUTES_MOST)] = 0  # look for them again after; 0 = never


class Transfer(Command, frozen=True):
    """转移 to a queue, to one counter, or to one counter for one of its queues. `first`: 优先 there."""

    queue: Annotated[str, msgspec.Meta(max_length=32)] = ""
    counter: int | None = None
    reason: Annotated[str, msgspec.Meta(max_length=64)] = ""
    first: bool = False


class CallTicket(Command, frozen=True):
    """叫号 by hand: to this counter, out of turn. The reason is kept with the call."""

    counter: int
    reason: Annotated[str, msgspec.Meta(max_length=64)] = ""


class Empty(Command, frozen=True):
    """A command that needs no words: recall, serve, no_show, return, cancel, undo, call_next."""


class SignIn(Command, frozen=True):
    """A clerk opens a counter. `take_over` = 接管: the clerk who sits there is signed out."""

    clerk: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_-]{1,32}\Z")]
    take_over: bool = False


class WaitBand(msgspec.Struct, frozen=True):
    """A wait as people see it: whole minutes, rounded to 1 under 20 and to 5 above; never a single figure."""

    low_min: int
    high_min: int


class TicketView(msgspec.Struct, frozen=True):
    """A ticket as its kiosk and its counter see it."""

    id: str
    label: str  # "A042"
    business_day: str
    queue: str
    item: str
    item_name: str
    state: TicketState
    origin: Origin
    delivery: Delivery
    taken_at: int
    n: int  # number of the event that made it so
    ahead: int | None = None  # people before this one; None once called
    wait: WaitBand | None = None
    counters: tuple[int, ...] = ()  # which counters may call it
    low_counters: bool = False  # they are 低位窗口, for whoever asked for one (CL-G3)
    bring: tuple[str, ...] = ()
    counter: int | None = None
    called_at: int | None = None
    served_at: int | None = None
    recalls: int = 0
    outcome: Outcome | None = None
    visitor: VisitorMask | None = None  # to its own counter only; never to boards
    chips: tuple[Chip, ...] = ()
    for_other: bool = False
    place: str = ""  # where to wait: "二楼 A 区"; two places are joined by 、
    items: tuple[str, ...] = ()  # all items of the visit, `item` first
    more_names: tuple[str, ...] = ()  # of `items` behind the first one, in the same order
    materials: tuple[MaterialNeed, ...] = ()  # `bring` of several items, each thing once and for whom ("用于3项")
    bundle: str = ""
    catalogue: str = ""  # version of the items in force when it was taken
    correlation: str = ""
    booked_for: int | None = None
    come_back_at: int | None = None  # no counter works for its queue before this moment; the place is kept
    may_not_be_served: bool = False  # 可能无法当天办理 (CL-C13), as it looked when the number was taken
    directed_to: int | None = None
    no_shows: int = 0
    end_reason: str = ""
    on_behalf: OnBehalf | None = None  # as `visitor`: to its own counter only
    modes: str = ""


class EventView(msgspec.Struct, frozen=True, omit_defaults=True):
    """One event of the hall. Carries nothing of the person."""

    n: int
    at: int
    move: Move
    ticket: str
    label: str
    queue: str
    state: TicketState
    actor_kind: ActorKind
    actor: str = ""
    counter: int | None = None
    reason: str = ""
    answer: str = ""


class EventPage(msgspec.Struct, frozen=True):
    """Events after a number, in order. `n` is the newest event of the hall; more remain while `events[-1].n < n`."""

    n: int
    incarnation: str
    business_day: str
    events: tuple[EventView, ...]


class QueueNow(msgspec.Struct, frozen=True):
    """One queue at this moment."""

    id: str
    letter: str
    name: str
    waiting: int
    open_counters: int
    wait: WaitBand | None  # for somebody who came now; None = a counter is free for them, or none is open
    intake: Intake = Intake.FINE  # what somebody who would take a number now must know (CL-C13)
    opens_at: int | None = None  # with not_before: serving goes on; with closed: the next opening
    closes_at: int | None = None  # for the day
    numbers: bool = True  # whether a number is given now; a hall may give them also while it is closed
    numbers_from: int | None = None  # without numbers: when they are given again; None: nobody knows
    reason: str = ""  # why nobody serves it now: before_opening, break, after_closing, not_today, rest_day, holiday …


class CounterNow(msgspec.Struct, frozen=True):
    """One counter at this moment; `label` is the ticket there. `back_at`: when a paused one means to go on."""

    no: int
    name: str
    state: CounterState
    label: str = ""
    since: int = 0
    clerk: str = ""
    back_at: int | None = None


class UrgentNotice(msgspec.Struct, frozen=True):
    """紧急通知: a sentence that stands on every kiosk until `until`. Without a language of its own: `words`."""

    id: str
    words: str
    at: int
    until: int
    words_hk: str = ""
    words_en: str = ""


class HallNow(msgspec.Struct, frozen=True):
    """The hall in one snapshot; a reader who then asks for events after `n` misses nothing."""

    hall: str
    hall_name: str
    n: int
    incarnation: str
    at: int
    business_day: str
    opens: str  # "09:00"; "" on a day on which the hall is closed
    closes: str  # "17:30"; "" likewise
    hotline: str
    waiting: int
    wait: WaitBand | None
    open_counters: int
    queues: tuple[QueueNow, ...]
    counters: tuple[CounterNow, ...]
    hall_name_en: str = ""
    utc_offset_s: int = 8 * 3600  # what to add to `at` for the hall's clock
    public_address: str = ""  # before `/t/<slip code>` on slips and screens; "" = the hall has no pages for telephones
    closed_because: str = (
        ""  # "" = the doors are open; before_opening, after_closing, rest_day, holiday, closed_by_site
    )
    opens_at: int | None = None  # with closed doors: when they open; None: nobody knows
    notices: bool = False  # whoever leaves a telephone number hears of their ticket (CL-C16)
    urgent: UrgentNotice | None = None


class QueuedTicket(msgspec.Struct, frozen=True):
    """One waiting ticket as a counter that may call it sees it: nothing of the person but what was asked for."""

    id: str
    label: str
    queue: str
    item: str
    item_name: str
    state: TicketState  # waiting, or unconfirmed: nobody knows whether there is a slip
    waited_min: int
    chips: tuple[Chip, ...] = ()
    for_other: bool = False
    modes: str = ""


class CounterQueue(msgspec.Struct, frozen=True):
    """Whom a counter may call, the next one first. `why` belongs to the first; None when nobody waits."""

    counter: int
    n: int
    waiting: int  # all that this counter may call; `tickets` holds the first twenty
    why: Why | None
    tickets: tuple[QueuedTicket, ...]
    reason: str = ""  # `why` with its numbers, as the event of the call will keep it


class Health(msgspec.Struct, frozen=True):
    """Open to everybody: is the hall there, and which life of it."""

    status: str
    hall: str
    incarnation: str
    n: int
    at: int
    build: str
    alarms: tuple[str, ...] = ()  # what a technician must look at: "kiosk_cloned:K1"
