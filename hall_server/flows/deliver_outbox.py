"""A kiosk delivers what it did without the hall: in order, once, all of a body in one transaction (definitions.md 12).

Nothing is taken in behind a gap; what was acknowledged before changes nothing; a row that can never be right is
refused, remembered as refused, and settled. A printed number that can be right is never refused.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.machine_acts import KIND as MACHINE_ACT
from hall_server.contract.machine_acts import MachineRecord
from hall_server.contract.offline import OfflineAct, OfflineAnswer, OfflineTake, OutboxAck, OutboxRow, RefusedRow
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, Origin, PrintAnswer
from hall_server.domain.business_day import day_began
from hall_server.domain.life import apply, born, born_as, decide
from hall_server.domain.numbering import NumberRow
from hall_server.domain.offline import Outbox, Refused, day_of, judge, waits_since
from hall_server.domain.records import Record
from hall_server.domain.seams import Planned
from hall_server.domain.ticket import Actor, Birth, Step, Ticket, TicketEvent
from hall_server.flows.cancel import GIVEN_UP
from hall_server.flows.meet_kiosk import Speaker, meet_kiosk

if TYPE_CHECKING:
    from hall_server.contract.offline import Outbox as Body
    from hall_server.domain.lease import KioskIdentity, Lease
    from hall_server.domain.seams import Transaction
    from hall_server.flows.here import Here

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WORD = re.compile(r"[0-9A-Za-z_-]{1,64}")  # what cannot be one of ours is not kept: it may be anything
_first = attrgetter("first")
_log = logging.getLogger("kapok.hall")


def deliver_outbox(tx: Transaction, here: Here, kiosk: str, body: Body) -> OutboxAck:
    """What is settled now. Raises HallProblem(hall_rolled_back | lease_fenced | outbox_forked)."""
    life = tx.lives()[-1].id
    if body.incarnation != life:
        raise HallProblem(ProblemCode.HALL_ROLLED_BACK, "number your rows for the hall's present life")
    at = here.clock.now()
    who = meet_kiosk(tx, at, Speaker(kiosk, body.boot_id, body.fingerprint, body.epoch))
    box = tx.outbox(kiosk, life) or Outbox()
    delivery = _Delivery(tx, here, who, at, box)
    told = delivery.take_in(body.rows, life)
    delivery.keep()
    tx.add_refused_rows(kiosk, life, delivery.refused)
    if delivery.acked != box.acked:
        tx.put_outbox(kiosk, life, Outbox(delivery.acked, delivery.since))
    for row in delivery.refused:
        _log.warning("kiosk=%s seq=%d refused code=%s", kiosk, row.seq, row.code.value)
    return OutboxAck(delivery.acked, tuple(RefusedRow(row.seq, row.code.value) for row in told))


class _Delivery:
    """One body on its way in: what it has decided so far, and what it sees of it."""

    def __init__(self, tx: Transaction, here: Here, kiosk: KioskIdentity, at: int, box: Outbox) -> None:
        self.acked, self.since = box.acked, box.since
        self.refused: list[Refused] = []
        self._tx = tx
        self._site = here.site
        self._day = here.day
        self._kiosk = kiosk
        self._actor = Actor(ActorKind.KIOSK, kiosk.kiosk)
        self._at = at
        self._today = here.day(at)
        self._rebirths = here.rebirths(tx)
        self._moves: list[Planned] = []
        self._tickets: dict[str, Ticket] = {}  # as they stand after the moves
        self._there: set[str] = set()  # which tickets of the body the store has
        self._asked: list[str] = []  # the body's labels
        self._held: dict[str, set[str]] = {}  # those of them that somebody bears, by day
        self._leases: dict[tuple[str, str], list[Lease]] = {}
        self._begins: dict[str, int] = {}

    def take_in(self, rows: tuple[OutboxRow, ...], life: str) -> list[Refused]:
        """All rows up to the first gap; those of them that are refused, now or before."""
        told: list[Refused] = []
        self._there = self._tx.known([row.ticket for row in rows])
        self._asked = [row.label for row in rows if isinstance(row, OfflineTake)]
        for row in rows:
            if row.seq > self.acked + 1:
                break
            if row.seq <= self.acked:
                before = self._again(row, life)
                told += [before] if before else []
                continue
            code = self._one(row)
            if code is not None:
                self.refused.append(Refused(row.seq, row.ticket, code))
                told.append(self.refused[-1])
            self.acked = row.seq
        return told

    def keep(self) -> None:
        """Write what was decided."""
        if self._moves:
            self._tx.remember_many(self._moves)

    def _again(self, row: OutboxRow, life: str) -> Refused | None:
        """A row that is settled: it must be the one that was."""
        here = next((one for one in self.refused if one.seq == row.seq), None)
        before = here or self._tx.refused_row(self._kiosk.kiosk, life, row.seq)
        if before is not None and before.ticket == row.ticket:
            return before
        if isinstance(row, OfflineAct) and self._tx.records_about(row.id):
            return None
        ticket = self._ticket(row.ticket)
        same = ticket is not None and (not isinstance(row, OfflineTake) or ticket.label == row.label)
        if before is not None or not same:
            raise HallProblem(ProblemCode.OUTBOX_FORKED, f"row {row.seq} is not the one that was acknowledged")
        return None

    def _one(self, row: OutboxRow) -> ProblemCode | None:
        if isinstance(row, OfflineAct):
            self._acted(row)
            return None
        ticket = self._ticket(row.ticket)
        if isinstance(row, OfflineTake):
            return self._taken(row) if ticket is None else self._known(ticket, row)
        if ticket is None:
            return ProblemCode.TICKET_UNKNOWN
        if ticket.kiosk != self._kiosk.kiosk:
            return ProblemCode.NOT_YOUR_TICKET
        if isinstance(row, OfflineAnswer):
            return self._answered(ticket, row.answer)
        return self._moved(ticket, Step(Move.CANCEL, reason=GIVEN_UP))

    def _known(self, ticket: Ticket, row: OfflineTake) -> ProblemCode | None:
        """The hall has this ticket already: only the word about its slip may be new."""
        if (ticket.label, ticket.kiosk) != (row.label, self._kiosk.kiosk):
            return ProblemCode.IDEMPOTENCY_KEY_REUSED
        return None if row.answer is None else self._answered(ticket, row.answer)

    def _taken(self, row: OfflineTake) -> ProblemCode | None:
        queue = self._site.queues.get(row.queue)
        if queue is None:
            return ProblemCode.QUEUE_UNKNOWN
        order = row.order
        if order.item not in self._site.items or any(item not in self._site.items for item in order.more_items):
            return ProblemCode.ITEM_UNKNOWN
        code = judge(row, self._kiosk, queue, self._lease(row), self._rebirths)
        if code is not None:
            return code
        day = self._free_day(row)
        if day is None:
            return ProblemCode.NUMBER_TAKEN
        if row.origin is not Origin.EMERGENCY and (self._lease(row) is None or day != row.business_day):
            self._go_on_behind(row, day, queue.lease_from)
        self.since = waits_since(row.age_us, self._at, self._began(day), self._kiosk.contact_before, self.since)
        birth = Birth(
            number=row.number,
            item=order.item,
            origin=row.origin,
            chips=order.chips,
            for_other=order.for_other or (order.on_behalf is not None and order.on_behalf.is_for_a_person),
            items=tuple(dict.fromkeys((order.item, *order.more_items))) if order.more_items else (),
            bundle=order.bundle if _WORD.fullmatch(order.bundle) else "",
            catalogue=row.catalogue if _WORD.fullmatch(row.catalogue) else self._site.offer.catalogue.version,
            since=self.since,
            correlation=order.correlation if _UUID.fullmatch(order.correlation) else row.ticket,
            modes=order.modes,
        )
        state, delivery = born_as(row.answer)  # one event for a number whose slip is known when the hall hears of it
        event = TicketEvent(
            at=self._at,
            business_day=day,
            move=Move.TAKE,
            ticket=row.ticket,
            label=row.label,
            queue=queue.id,
            state=state,
            actor_kind=ActorKind.KIOSK,
            actor=self._kiosk.kiosk,
            birth=birth,
            answer=row.answer,
            delivery=delivery,
        )
        ticket = self._tickets[row.ticket] = born(event, birth, order.visitor, order.on_behalf)
        self._moves.append(Planned(event, ticket))
        self._held[day].add(row.label)
        return None

    def _acted(self, row: OfflineAct) -> None:
        """Into the book of records, once: after a rollback rows come again."""
        if self._tx.records_about(row.id):
            return
        happened_at = None if row.age_us is None else max(0, self._at - row.age_us)
        what = msgspec.Raw(msgspec.json.encode(MachineRecord(row.act, happened_at)))
        who = self._actor
        self._tx.add_record(
            Record(at=self._at, kind=MACHINE_ACT, about=row.id, actor_kind=who.kind, actor=who.id, what=what)
        )

    def _answered(self, ticket: Ticket, answer: PrintAnswer) -> ProblemCode | None:
        return self._moved(ticket, Step(Move.CONFIRM_PRINT, answer=answer))

    def _moved(self, ticket: Ticket, step: Step) -> ProblemCode | None:
        try:
            event = decide(ticket, step, self._at, self._actor, self._site.limits)
        except HallProblem as problem:
            return problem.code
        if event is not None:
            moved = self._tickets[ticket.id] = apply(ticket, event)
            self._moves.append(Planned(event, moved))
        return None

    def _ticket(self, ticket_id: str) -> Ticket | None:
        known = self._tickets.get(ticket_id)
        return self._tx.ticket(ticket_id) if known is None and ticket_id in self._there else known

    def _lease(self, row: OfflineTake) -> Lease | None:
        """The block that a number lies in, whoever's."""
        key = row.business_day, row.letter
        if key not in self._leases:
            self._leases[key] = self._tx.leases(*key)
        leases = self._leases[key]
        at = bisect_right(leases, row.number, key=_first) - 1
        return leases[at] if at >= 0 and row.number <= leases[at].last else None

    def _free_day(self, row: OfflineTake) -> str | None:
        """The day of a number on which nobody else bears its label; None when there is none."""
        first, second = row.business_day, min(row.business_day, self._today)  # a day to come: by a wrong clock
        if row.origin is Origin.EMERGENCY and row.age_us is not None:
            came_on = self._day(max(0, self._at - row.age_us))
            first, second = day_of(row.business_day, came_on, self._today), first
        if self._is_free(row.label, first):
            return first
        return second if second and self._is_free(row.label, second) else None

    def _is_free(self, label: str, day: str) -> bool:
        held = self._held.get(day)
        if held is None:
            held = self._held[day] = self._tx.held(self._asked, day)
        return label not in held

    def _go_on_behind(self, row: OfflineTake, day: str, lease_from: int) -> None:
        """What the hall itself counts must never come to a number that was given elsewhere."""
        at = self._tx.number_row(row.letter, day)
        if at is None:
            return  # it begins behind the highest that there is
        own, behind = row.number < lease_from, row.number + 1
        on = NumberRow(max(at.online_next, behind * own), max(at.lease_next, behind * (not own)))
        if on != at:
            self._tx.put_number_row(row.letter, day, on)

    def _began(self, day: str) -> int:
        if day not in self._begins:
            self._begins[day] = day_began(day, self._site.zone, self._site.limits.day_rolls_at_min)
        return self._begins[day]
