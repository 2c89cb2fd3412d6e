"""A hall that answers from memory, through the same port as the real one, and the parts of a kiosk around it."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from devices.values.id_card import CardKind, IdCard
from devices.values.receipt_printer import Align, PrintDocument, Span, TextLine
from hall_server.contract.catalogue import Catalogue, ItemView
from hall_server.contract.messages import HallNow, QueueNow, TakeTicket, TicketView
from hall_server.contract.offline import AskLease, LeaseGrant, Outbox, OutboxAck, OutboxRow
from hall_server.contract.vocabulary import Delivery, Origin, PrintAnswer, TicketState
from kiosk.codes.following import FollowingVerifier
from kiosk.hall_client import HallRefusedError, HallSilentError, Taken
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.delivery import DeliveryPace
from kiosk.runner.hall_watch import Pace
from kiosk.runner.teller import Patience
from kiosk.session.state import Rules, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.contract.bookings import BookingView
    from hall_server.contract.hall_trust import HallTrust
    from kiosk.runner.ports import CityVerbs, Hall, SlipOf
    from kiosk.session.effects import Effect
    from kiosk.session.state import Page

T = TypeVar("T")
DAY = "2026-10-16"
STATES = {
    PrintAnswer.PAPER: TicketState.WAITING,
    PrintAnswer.SCREEN: TicketState.WAITING,
    PrintAnswer.VOID: TicketState.VOID,
    PrintAnswer.CANNOT_TELL: TicketState.UNCONFIRMED,
}
QUICK = Patience(
    ask_again_first_s=0.02,
    ask_again_cap_s=0.05,
    tell_again_first_s=0.02,
    tell_again_cap_s=0.05,
    unknown_again_s=0.1,
    last_slip_s=0.1,
)
BRISK = Pace(streaming_s=5, polling_s=0.05, least_gap_s=0.01, reopen_s=0.05, trust_soon_s=0.05)
CHEN = IdCard(
    kind=CardKind.RESIDENT,
    number="440106195001011238",
    name="陈小明",
    birth=date(1950, 1, 1),
    valid_forever=True,
)


def ticket(ticket_id: str, label: str, state: TicketState = TicketState.RESERVED) -> TicketView:
    return TicketView(
        id=ticket_id,
        label=label,
        business_day=DAY,
        queue="A",
        item="i05",
        item_name="社会保障卡挂失补换",
        state=state,
        origin=Origin.ONLINE,
        delivery=Delivery.NONE,
        taken_at=1,
        n=1,
    )


def hall_now(n: int = 1, waiting: int = 0) -> HallNow:
    return HallNow(
        hall="demo",
        hall_name="木棉区政务服务中心",
        n=n,
        incarnation="one",
        at=1,
        business_day=DAY,
        opens="09:00",
        closes="17:30",
        hotline="12345",
        waiting=waiting,
        wait=None,
        open_counters=1,
        queues=(QueueNow(id="A", letter="A", name="社保", waiting=0, open_counters=1, wait=None),),
        counters=(),
    )


CATALOGUE = Catalogue(
    hall="demo",
    version="1",
    themes=("社会保障",),
    items=(ItemView(id="i05", name="社会保障卡挂失补换", theme="社会保障", queue="A", common=True),),
)


@dataclass
class MemoryHall:
    """`kiosk.runner.ports.Hall` in memory. `silent` = does not answer; `deaf` = does, but the answer is lost."""

    tickets: dict[str, TicketView] = field(default_factory=dict)
    answers: list[tuple[str, PrintAnswer]] = field(default_factory=list)
    commands: list[TakeTicket] = field(default_factory=list)
    silent: bool = False
    deaf: bool = False
    refusal: str = ""
    looks: int = 0
    takes: int = 0
    leases: bool = False
    day: str = DAY
    expires_at: int = 2**60
    block: int = 50
    last_block: int = 2**30
    leased: dict[str, int] = field(default_factory=dict)
    delivered: list[OutboxRow] = field(default_factory=list)
    acked: int = 0
    remembered: tuple[str, int] | None = None
    trusts: HallTrust | None = None
    pushes: list[str] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)
    bring: tuple[str, ...] = ()  # of every ticket

    def made(self, ticket_id: str) -> TicketView:
        """The next number."""
        new = ticket(ticket_id, f"A{len(self.tickets) + 1:03}")
        return msgspec.structs.replace(new, bring=self.bring)

    def take(self, ticket_id: str, command: TakeTicket) -> Taken:
        self.takes += 1
        self._answering()
        if self.refusal:
            raise HallRefusedError(self.refusal)
        if ticket_id not in self.tickets:
            self.commands.append(command)
            self.tickets[ticket_id] = self.made(ticket_id)
        if self.deaf:
            raise HallSilentError("the answer is lost")
        return Taken(self.tickets[ticket_id], "one")

    def bookings_of(self, _pseudonym: str) -> tuple[BookingView, ...]:
        self._answering()
        return ()

    def confirm_print(self, ticket_id: str, answer: PrintAnswer) -> TicketView:
        self._answering()
        if ticket_id not in self.tickets:
            raise HallRefusedError("ticket_unknown")
        self.answers.append((ticket_id, answer))
        self.tickets[ticket_id] = msgspec.structs.replace(self.tickets[ticket_id], state=STATES[answer])
        return self.tickets[ticket_id]

    def lease(self, key: str, order: AskLease) -> LeaseGrant:
        self._answering()
        if not self.leases or self.leased.get(order.queue, 0) >= self.last_block:
            raise HallRefusedError("not_found")
        self.leased[order.queue] = first = self.leased.get(order.queue, 551) + 50
        return LeaseGrant(
            epoch=1,
            business_day=self.day,
            incarnation=order.incarnation,
            queue=order.queue,
            letter=order.queue,
            first=first,
            last=first + self.block - 1,
            expires_at=self.expires_at,
            emergency_letter="K",
        )

    def deliver(self, kiosk: str, rows: Outbox) -> OutboxAck:
        self._answering()
        self.delivered += [row for row in rows.rows if row.seq > self.acked]
        self.acked = max(self.acked, rows.rows[-1].seq)
        return OutboxAck(self.acked)

    def remember(self, incarnation: str, n: int) -> None:
        self.remembered = incarnation, n

    def now(self) -> HallNow:
        self._answering()
        self.looks += 1
        return msgspec.structs.replace(hall_now(waiting=len(self.tickets)), business_day=self.day)

    def catalogue(self) -> Catalogue:
        self._answering()
        return CATALOGUE

    def trust(self) -> HallTrust | None:
        self._answering()
        return self.trusts

    def stream(self) -> Iterator[str]:
        self._answering()
        yield "open"
        while not self.closed.wait(0.02):
            self._answering()
            while self.pushes:
                yield self.pushes.pop()
        raise HallSilentError("closed")

    def close(self) -> None:
        self.closed.set()

    def _answering(self) -> None:
        if self.silent:
            raise HallSilentError("silent")


def slip_of(given: TicketView, _now: HallNow | None) -> PrintDocument:
    return PrintDocument((TextLine((Span(given.label),), align=Align.CENTER),), job_id=given.id)


@dataclass
class Stage:
    """A kiosk that runs in the test's loop, and what it did."""

    kiosk: Kiosk
    effects: list[Effect] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self.kiosk.observe(self._seen)
        self.kiosk.listen(self.effects.append)
        self._task = asyncio.create_task(self.kiosk.run())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def _seen(self, session: Session) -> None:
        if not self.pages or self.pages[-1] is not session.page:
            self.pages.append(session.page)
        self._news.set()

    async def until(self, holds: Callable[[Session], object], within_s: float = 20) -> Session:
        """The first session for which `holds`."""
        return (await self.eventually(lambda: (self.kiosk.session, holds(self.kiosk.session)), within_s))[0]

    async def page(self, page: Page) -> Session:
        return await self.until(lambda session: session.page is page)

    async def on_disk(self, look: Callable[..., T], *values: object) -> T:
        """What the store says, asked on its own thread."""
        return await asyncio.wrap_future(self.kiosk._journal.submit(look, *values))

    async def until_on_disk(self, look: Callable[..., T], *values: object) -> T:
        """Wait until the store says something true."""
        async with asyncio.timeout(20):
            while not (seen := await self.on_disk(look, *values)):
                await asyncio.sleep(0.01)
        return seen

    async def eventually(self, look: Callable[[], object], within_s: float = 20) -> tuple[Session, object]:
        """Wait until `look` gives something true (for pairs: its last)."""
        async with asyncio.timeout(within_s):
            while True:
                seen = look()
                if seen[-1] if isinstance(seen, tuple) else seen:
                    return seen if isinstance(seen, tuple) else (self.kiosk.session, seen)
                self._news.clear()
                try:
                    async with asyncio.timeout(0.02):
                        await self._news.wait()
                except TimeoutError:
                    continue


def staged(
    hall: Hall,
    path: Path,
    boxes: Boxes | None = None,
    rules: Rules | None = None,
    *,
    store: LocalStore | None = None,
    patience: Patience = QUICK,
    slip: SlipOf = slip_of,
    rows: int = 200,
    kiosk_id: str = "K1",
    paper: dict[str, float] | None = None,
    codes: FollowingVerifier | None = None,
    pace: Pace = BRISK,
    city: CityVerbs | None = None,
) -> Stage:
    """A kiosk with short pauses, ready to `async with`."""
    parts = Parts(
        hall=hall,
        store=store or LocalStore(path / "kiosk.db"),
        boxes=boxes or Boxes(),
        slip_of=slip,
        pseudonym_key=b"a key of this hall",
        rules=rules or Rules(cleared_s=0.05),
        patience=patience,
        pace=pace,
        delivery_pace=DeliveryPace(rows=rows, again_first_s=0.01, again_cap_s=0.05, look_s=0.05),
        kiosk_id=kiosk_id,
        codes=codes or FollowingVerifier(),
        paper={} if paper is None else paper,
        city=city,
    )
    return Stage(Kiosk(parts))
