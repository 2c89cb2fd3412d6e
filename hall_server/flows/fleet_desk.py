"""机群: heartbeats, timelines, what kiosks are sent to do, roll-outs. Timelines flow into the store each minute.

Whatever somebody orders stands in the book, and is read from there: so it outlives a restart, and each server of a hall
knows what the others were told.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.fleet import DEEDS, KIND, FleetAct, FleetRecord, Orders, signed_orders
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.alerts import Looked
from hall_server.domain.calendar import doors_closed
from hall_server.domain.deeds import DeedBook, judge_order
from hall_server.domain.fleet import KEPT_US, SECOND, SLOT_US, Condition, Slot, into, paper_end, slot_at, troubles_of
from hall_server.domain.records import Record
from hall_server.domain.rollout import Rollout, RolloutState, Seen, judge, members
from hall_server.flows.fleet_alerts import FleetAlerts
from hall_server.flows.fleet_parcels import Parcels

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.fleet import Heartbeat, SignedOrders, Trouble
    from hall_server.contract.fleet_deeds import ParcelTaken, Settings
    from hall_server.domain.fleet import PaperEnd
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.enrol_desk import HallKeys
    from hall_server.flows.here import Here

_log = logging.getLogger("kapok.hall")
_FLUSH_US, _FORGET_US = 60 * SECOND, 3_600 * SECOND
_PAGE = 500
_AWAY, _SILENT, _SOAK = 3, 10, 20  # heartbeats


class KioskHealth(NamedTuple):
    """One kiosk as it is now; `beat_at` UTC microseconds of its newest word."""

    kiosk: str
    condition: Condition
    troubles: tuple[Trouble, ...]
    beat: Heartbeat
    beat_at: int
    slots: list[Slot]
    paper_end: PaperEnd | None


class _Known:
    """What the desk remembers of one kiosk."""

    def __init__(self, beat: Heartbeat, at: int) -> None:
        self.beat, self.at, self.told_at = beat, at, dict[str, int]()


class FleetDesk:
    """All kiosks of one hall."""

    def __init__(self, here: Here, commits: Commits, reader: Reader, keys: Callable[[], HallKeys]) -> None:
        self._here, self._commits, self._reader, self._keys = here, commits, reader, keys
        self._known: dict[str, _Known] = {}
        self._slots: dict[str, list[Slot]] = {}
        self._changed: dict[tuple[str, int], Slot] = {}
        self._flushed_at = self._forgot_at = 0
        self._read_to = 0
        self.deeds, self.parcels = DeedBook(), Parcels(here.clock)
        self.alerts = FleetAlerts(here, reader, self._write)
        self.rollout: Rollout | None = None
        for slot in reader.health_slots(here.clock.now() - KEPT_US):
            self._slots.setdefault(slot.kiosk, []).append(slot)

    @property
    def every_s(self) -> int:
        """Seconds between two heartbeats of a kiosk."""
        return self._here.site.limits.heartbeat_s

    def beat(self, caller: Caller, kiosk: str, beat: Heartbeat) -> SignedOrders:
        """A kiosk is there; what it shall do. HallProblem(not_allowed) for another one's name."""
        _speaks_for_itself(caller, kiosk)
        at = self._here.clock.now()
        known = self._known.setdefault(kiosk, _Known(beat, at))
        known.beat, known.at = beat, at
        self._settle_deeds(kiosk, beat, at)
        self._note(kiosk, Condition.WATCH if troubles_of(beat) else Condition.WELL, at)
        version = self._version_for(kiosk, known, at)
        orders = Orders(kiosk, at, version, self.deeds.waiting(kiosk, at), beat.nonce)
        return signed_orders(orders, self._keys().signing, self.every_s)

    def hand_over(self, caller: Caller, kiosk: str, deed: str, body: bytes) -> ParcelTaken:
        """What a kiosk was sent to fetch. HallProblem(not_allowed), or one of Parcels.put."""
        _speaks_for_itself(caller, kiosk)
        return self.parcels.put(kiosk, deed, body, self.deeds.waiting(kiosk, self._here.clock.now()))

    def kiosks(self) -> list[KioskHealth]:
        """All that were heard since this server began, by name."""
        now = self._here.clock.now()
        return [self._health(kiosk, known, now) for kiosk, known in sorted(self._known.items())]

    def order(
        self, kiosk: str, act: FleetAct, by: str, *, service: str = "", settings: Settings | None = None
    ) -> Promise[None]:
        """Have a kiosk do something once, at its next heartbeat. HallProblem(kiosk_unknown | bad_request)."""
        if kiosk not in self._here.site.kiosks:
            raise HallProblem(ProblemCode.KIOSK_UNKNOWN, kiosk[:64])
        what = FleetRecord(act, service=service, settings=settings or {})
        judge_order(what)
        return self._write(kiosk, what, by)

    def roll_out(self, version: str, by: str) -> Promise[None]:
        """From now on, step by step, while the hall is closed; one that runs ends."""
        return self._write("", FleetRecord(FleetAct.ROLLOUT_BEGUN, version), by)

    def stop(self, by: str, reason: str = "by hand") -> Promise[None]:
        """Nobody else gets the new version; who has it keeps it."""
        about = self.rollout.id if self.rollout else ""
        return self._write(about, FleetRecord(FleetAct.ROLLOUT_STOPPED, reason=reason), by)

    def tick(self) -> list[Promise[object]]:
        """Once a second: the book, whoever fell silent, the roll-out, and what is to be kept."""
        self._read()
        self.parcels.age()
        at = self._here.clock.now()
        for kiosk, known in self._known.items():
            if at - known.at >= _AWAY * self.every_s * SECOND:
                self._note(kiosk, Condition.AWAY, at)
        away_us = _AWAY * self.every_s * SECOND
        heard = {kiosk: Looked(one.beat, at - one.at >= away_us) for kiosk, one in self._known.items()}
        promises: list[Promise[object]] = list(self.alerts.tick(heard, away_us, closed=self._closed(at)))
        promises += self._go_on(at)
        if self._changed and at - self._flushed_at >= _FLUSH_US:
            promises.append(self._flush(at))
        return promises

    def turn(self) -> tuple[str, ...]:
        """Whose turn it is in the roll-out that runs or was stopped."""
        return members(self.rollout, self._known) if self.rollout else ()

    def _version_for(self, kiosk: str, known: _Known, at: int) -> str:
        rollout = self.rollout
        if rollout is None or rollout.state is RolloutState.STOPPED or kiosk not in self.turn():
            return ""
        if known.beat.version != rollout.version and not self._closed(at):
            return ""
        known.told_at.setdefault(rollout.id, at)
        return rollout.version

    def _closed(self, at: int) -> bool:
        site = self._here.site
        return doors_closed(site.calendar, site.counters, at) is not None

    def _go_on(self, at: int) -> list[Promise[None]]:
        rollout = self.rollout
        if rollout is None or rollout.state is not RolloutState.RUNNING:
            return []
        seen = {kiosk: _seen(known, rollout.id) for kiosk, known in self._known.items()}
        beat_us = self.every_s * SECOND
        step = judge(rollout, seen, at, soak_us=_SOAK * beat_us, silent_us=_SILENT * beat_us)
        if step.bad:
            _log.error("alarm=rollout_stopped version=%s bad=%s", rollout.version, ",".join(step.bad))
            return [self._settle(rollout, FleetRecord(FleetAct.ROLLOUT_STOPPED, reason=",".join(step.bad)))]
        if step.widen:
            return [self._settle(rollout, FleetRecord(FleetAct.ROLLOUT_WIDENED, stage=rollout.stage + 1))]
        return [self._settle(rollout, FleetRecord(FleetAct.ROLLOUT_DONE))] if step.done else []

    def _settle_deeds(self, kiosk: str, beat: Heartbeat, at: int) -> None:
        """Only what it was sent and has not answered yet; each answer is an entry of the book, and counts at once."""
        waiting = {one.id for one in self.deeds.waiting(kiosk, at)}
        told = [FleetRecord(FleetAct.DEED_DONE, deed=one) for one in beat.done]
        told += [FleetRecord(FleetAct.DEED_REFUSED, reason=one.code, deed=one.id) for one in beat.refused]
        for what in told:
            if what.deed in waiting:
                waiting.discard(what.deed)
                self.deeds.take_in(kiosk, what, at, "", "")
                self._write(kiosk, what, kiosk, ActorKind.KIOSK)

    def _settle(self, rollout: Rollout, record: FleetRecord) -> Promise[None]:
        self._take_in(rollout.id, record, self._here.clock.now(), "", rollout.id)  # at once: the next tick asks again
        return self._write(rollout.id, record, "")

    def _write(self, about: str, what: FleetRecord, by: str, kind: ActorKind | None = None) -> Promise[None]:
        record = fleet_record(about, what, self._here.clock.now(), by, kind)
        promise = self._commits.submit(lambda tx: _nothing(tx.add_record(record)))
        promise.add_done_callback(lambda _: self._read())
        return promise

    def _read(self) -> None:
        while found := self._reader.records(KIND, self._read_to, _PAGE):
            self._read_to = found[-1].n
            for record in found:
                self._take_in(record.about, record.as_(FleetRecord), record.at, record.actor, str(record.n))

    def _take_in(self, about: str, what: FleetRecord, at: int, by: str, entry: str) -> None:
        rollout = self.rollout
        match what.act:
            case FleetAct.ROLLOUT_BEGUN:
                self.rollout = Rollout(entry, what.version, at, by, stage_at=at)
            case act if act in DEEDS or act in {FleetAct.DEED_DONE, FleetAct.DEED_REFUSED}:
                self.deeds.take_in(about, what, at, by, entry)
            case FleetAct.ALERT_OPENED | FleetAct.ALERT_CLOSED:
                self.alerts.take_in(about, what, at)
            case _ if rollout is None or about not in {"", rollout.id}:
                return
            case FleetAct.ROLLOUT_WIDENED if what.stage > rollout.stage:
                self.rollout = msgspec.structs.replace(rollout, stage=what.stage, stage_at=at)
            case FleetAct.ROLLOUT_STOPPED:
                self.rollout = msgspec.structs.replace(rollout, state=RolloutState.STOPPED, reason=what.reason)
            case FleetAct.ROLLOUT_DONE:
                self.rollout = msgspec.structs.replace(rollout, state=RolloutState.DONE)

    def _note(self, kiosk: str, condition: Condition, at: int) -> None:
        beat = self._known[kiosk].beat
        new = Slot(kiosk, slot_at(at), condition, beat.paper_left, beat.version)
        slots = into(self._slots.get(kiosk, []), new)[-KEPT_US // SLOT_US :]
        self._slots[kiosk] = slots
        self._changed[kiosk, new.at] = slots[-1]

    def _flush(self, at: int) -> Promise[object]:
        slots, self._changed, self._flushed_at = tuple(self._changed.values()), {}, at
        forget = at - self._forgot_at >= _FORGET_US
        self._forgot_at = at if forget else self._forgot_at

        def work(tx: Transaction) -> object:
            tx.put_health_slots(slots)
            if forget:
                tx.forget_health_slots(at - KEPT_US)
            return None

        return self._commits.submit(work)

    def _health(self, kiosk: str, known: _Known, now: int) -> KioskHealth:
        troubles, slots = troubles_of(known.beat), self._slots.get(kiosk, [])
        away = now - known.at >= _AWAY * self.every_s * SECOND
        condition = Condition.AWAY if away else Condition.WATCH if troubles else Condition.WELL
        end = paper_end(slots, known.beat.paper_left, now)
        return KioskHealth(kiosk, condition, troubles, known.beat, known.at, slots, end)


def fleet_record(about: str, what: FleetRecord, at: int, by: str, kind: ActorKind | None = None) -> Record:
    """An entry in the book about a kiosk or a roll-out; `kind`: who `by` is, when no clerk."""
    kind = kind or (ActorKind.CLERK if by else ActorKind.SERVER)
    return Record(at=at, kind=KIND, about=about, actor_kind=kind, actor=by, what=msgspec.Raw(msgspec.json.encode(what)))


def _seen(known: _Known, rollout: str) -> Seen:
    return Seen(known.beat.version, known.beat.update_failed or "", known.at, known.told_at.get(rollout))


def _speaks_for_itself(caller: Caller, kiosk: str) -> None:
    if caller.id != kiosk:
        raise HallProblem(ProblemCode.NOT_ALLOWED, "a kiosk speaks for itself only")


def _nothing(_: object) -> None:
    """A promise of nothing."""
