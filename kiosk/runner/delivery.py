"""Settles with the hall what happened without it: first the outbox is delivered, then leases are asked for.

Runs beside the visits and never holds one up. Rows go in order and are repeated until the hall acknowledges them; what
it refuses for good is set aside and told to the technician; a kiosk that it takes for a copy goes on without leases.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from hall_server.contract.offline import REFILL_AT
from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStore, LocalStoreError
from kiosk.local_store.facts import SECOND, Quarantine
from kiosk.runner import wire
from kiosk.runner.journalling import in_journal

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.messages import HallNow
    from hall_server.contract.offline import AskLease, LeaseGrant
    from kiosk.local_store.facts import Contact
    from kiosk.local_store.outbox import OutboxRow
    from kiosk.runner.ports import Hall
    from kiosk.runner.standby import Standby

LOG = logging.getLogger("kapok.kiosk.delivery")

FORGET_EVERY_US = 3600 * SECOND
UNREADABLE = frozenset({ProblemCode.BAD_JSON, ProblemCode.BAD_REQUEST, ProblemCode.BODY_TOO_LARGE})

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class DeliveryPace:
    """Pauses in seconds, and how much goes at once."""

    rows: int = 200  # in one body
    again_first_s: float = 0.5
    again_cap_s: float = 30.0
    fenced_s: float = 60.0  # how often a kiosk in quarantine asks whether a technician has settled it
    look_s: float = 5.0  # how often leases are counted when nothing else happens


@dataclass
class Delivery:
    """The kiosk's way to settle with its hall; hears from the watch whether the hall is there."""

    kiosk: str
    hall: Hall
    store: LocalStore
    standby: Standby
    journal: Executor
    pace: DeliveryPace = field(default_factory=DeliveryPace)
    _contact: Contact | None = None
    _catalogue: Catalogue | None = None
    _shut_out: bool = False  # the hall does not even take our rows: we are the copy
    _key_fenced: bool = False  # … not even our signature
    _forgot_at: int = -(2**62)  # by the hall's time
    _asking: dict[str, tuple[str, AskLease]] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def heard(self, now: HallNow, began: float, ended: float) -> None:
        """The hall has just answered a look."""
        self._contact, self._key_fenced = self.standby.heard(now, began, ended), False

    def offered(self, catalogue: Catalogue | None) -> None:
        """What the hall offers: now everything that it has said can be kept, and everything delivered."""
        self._catalogue = catalogue
        self.wake()

    def lost(self, at: float) -> None:
        """The hall counts as gone."""
        self.standby.silent(at)

    def fenced(self) -> None:
        """Two machines sign with this key: from here on this one gives no numbers that the hall lent it."""
        self._key_fenced = True
        self.wake()

    def wake(self) -> None:
        """There is something to deliver, or somebody to deliver it to."""
        self._news.set()

    async def run(self) -> None:
        """Settle whenever there is news, until cancelled."""
        tries = 0
        while True:
            tries = 0 if await self._well() else min(tries + 1, 16)
            self._news.clear()
            pace = self.pace
            await self._pause(min(pace.again_cap_s, pace.again_first_s * 2.0**tries) if tries else pace.look_s)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return

    async def _well(self) -> bool:
        try:
            await self._settle()
        except HallSilentError as error:
            LOG.info("not settled: %s", error)
        except HallRefusedError as error:
            LOG.warning("the hall does not settle with this kiosk: %s", error.code)
        except LocalStoreError:
            LOG.exception("not settled: the store refuses")
        except Exception:  # ours: it must not end the kiosk
            LOG.exception("a fault of our own while settling with the hall")
        else:
            return True
        return False

    async def _settle(self) -> None:
        if self._key_fenced and await in_journal(self.journal, self.store.facts.quarantined) is None:
            await self._fenced("")
        contact, catalogue = self._contact, self._catalogue
        if contact is None or not self.standby.answers:
            return
        again = await in_journal(self.journal, self._write_down, contact, catalogue)
        if again:
            LOG.warning("the hall began a new life: %d rows are offered again", again)
        if self._shut_out and await in_journal(self.journal, self._still_fenced):
            return
        try:
            self._shut_out = True  # until the hall has taken our rows, or had none to take
            await self._deliver_in_this_boot(contact.now.incarnation)
            self._shut_out = False
            await self._refill(contact.now)
        except HallRefusedError as error:
            if error.code != ProblemCode.LEASE_FENCED:
                raise
            await self._fenced(contact.now.incarnation)

    def _write_down(self, contact: Contact, catalogue: Catalogue | None) -> int:
        self.standby.keep(contact)
        if catalogue is not None:
            self.standby.keep_catalogue(catalogue)
        if contact.now.at - self._forgot_at >= FORGET_EVERY_US:
            self.store.forget(contact.now.at)
            self._forgot_at = contact.now.at
        return self.store.begin_life(contact.now.incarnation)

    async def _deliver_in_this_boot(self, incarnation: str) -> None:
        """The store may be an old copy and know only an epoch that is over: then it names none."""
        try:
            await self._deliver(incarnation)
        except HallRefusedError as error:
            if error.code != ProblemCode.LEASE_FENCED or not await in_journal(
                self.journal, self.store.facts.drop_old_epoch
            ):
                raise
            LOG.warning("the hall has met a later boot than this store knows of: it may be an old copy")
            await self._deliver(incarnation)

    async def _deliver(self, incarnation: str) -> None:
        size = self.pace.rows
        while rows := await in_journal(self.journal, self.store.outbox.batch, size):
            try:
                await self._hand_in(rows, incarnation)
            except HallRefusedError as error:
                if error.code == ProblemCode.OUTBOX_FORKED:
                    await self._find_out(incarnation)
                elif error.code not in UNREADABLE:
                    raise
                elif size > 1:
                    size = 1  # find the one that the hall cannot read
                else:
                    await self._set_aside(rows[0], error.code)
                    size = self.pace.rows

    async def _hand_in(self, rows: list[OutboxRow], incarnation: str) -> None:
        epoch = await in_journal(self.journal, self.store.facts.epoch)
        body = wire.batch(rows, self.store.machine, incarnation, epoch)
        ack = await asyncio.to_thread(self.hall.deliver, self.kiosk, body)
        refused = {row.seq: row.code for row in ack.refused}
        for seq, code in refused.items():
            LOG.error("the hall will not have row %d: %s; a technician must look", seq, code)
        settled = await in_journal(
            self.journal, self.store.outbox.acknowledged, incarnation, ack.acked, refused, self._hall_us()
        )
        LOG.info("%d rows delivered, acknowledged up to %d", len(settled), ack.acked)
        await self._never_behind(ack.acked)
        if not settled and ack.acked < rows[0].seq:
            raise HallSilentError("no row was acknowledged")

    async def _set_aside(self, row: OutboxRow, code: str) -> None:
        LOG.error("the hall cannot read row %d: %s; a technician must look", row.seq, code)
        await in_journal(self.journal, self.store.outbox.set_aside, row.seq, code, self._hall_us())

    async def _find_out(self, incarnation: str) -> None:
        """The hall has other rows under our numbers: this store is an old copy. An empty body tells how far it is."""
        epoch = await in_journal(self.journal, self.store.facts.epoch)
        ack = await asyncio.to_thread(
            self.hall.deliver, self.kiosk, wire.batch((), self.store.machine, incarnation, epoch)
        )
        LOG.error("outbox_forked: this kiosk's store is an old copy; the hall has %d rows of it", ack.acked)
        await in_journal(self.journal, self.store.outbox.go_on_behind, ack.acked)

    async def _never_behind(self, acked: int) -> None:
        highest = await in_journal(self.journal, self.store.outbox.highest)
        if acked > highest:
            LOG.error("this kiosk's store is an old copy: the hall has %d rows of it, it knows %d", acked, highest)
            await in_journal(self.journal, self.store.outbox.go_on_behind, acked)

    async def _refill(self, now: HallNow) -> None:
        """A block for every queue that people can take a number for, as soon as few are left."""
        if await in_journal(self.journal, self._still_fenced):
            return
        standing = self.standby.standing()
        if standing is None:
            return
        left = await in_journal(self.journal, self.store.numbers.left, standing)
        for queue in self._queues():
            if left.get(queue, 0) <= REFILL_AT:
                await self._lease(queue, now)

    def _queues(self) -> list[str]:
        return [] if self._catalogue is None else sorted({item.queue for item in self._catalogue.items})

    async def _lease(self, queue: str, now: HallNow) -> None:
        key, order = self._asking.get(queue, ("", None))
        if order is None or order.incarnation != now.incarnation:
            letter = await in_journal(self.journal, self.store.facts.emergency_letter)
            key, order = str(uuid.uuid4()), wire.ask_lease(self.kiosk, queue, self.store.machine, now, letter)
            self._asking[queue] = key, order
        try:
            grant = await asyncio.to_thread(self.hall.lease, key, order)
        except HallRefusedError:
            self._asking.pop(queue, None)
            raise
        await in_journal(self.journal, self._keep_lease, grant, now)
        self._asking.pop(queue, None)
        LOG.info("leased %s%d to %d", grant.letter, grant.first, grant.last)
        await self._never_behind(grant.acked)

    def _keep_lease(self, grant: LeaseGrant, now: HallNow) -> None:
        store = self.store
        if grant.emergency_letter:
            if store.facts.emergency_letter() != grant.emergency_letter:
                store.facts.keep_emergency_letter(grant.emergency_letter)
            letter = next((queue.letter for queue in now.queues if queue.id == grant.queue), "")
            if letter:
                store.numbers.series_from(letter + grant.emergency_letter, grant.business_day, grant.emergency_next)
        store.facts.keep_epoch(grant.epoch)
        if store.facts.quarantined() is not None:
            LOG.warning("the hall leases numbers to this kiosk again")
            store.facts.released()
        store.numbers.grant(wire.lease_of(grant))

    def _still_fenced(self) -> bool:
        reason = self.store.facts.quarantined()
        if reason is None:
            return False
        waited_us = self.store.machine.boottime_us() - reason.boottime_us
        return reason.boot_id == self.store.machine.boot_id and waited_us < self.pace.fenced_s * SECOND

    async def _fenced(self, incarnation: str) -> None:
        machine = self.store.machine
        reason = Quarantine(ProblemCode.LEASE_FENCED.value, incarnation, machine.boot_id, machine.boottime_us())
        LOG.error("lease_fenced: another machine has this kiosk's identity; a technician must look")
        await in_journal(self.journal, self.store.facts.quarantine, reason)
        await in_journal(self.journal, self.store.numbers.drop_leases)

    def _hall_us(self) -> int:
        standing = self.standby.standing()
        return 0 if standing is None or standing.hall_us is None else standing.hall_us
