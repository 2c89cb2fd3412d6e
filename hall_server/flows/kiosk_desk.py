"""The hall as kiosks use it that give numbers out themselves: leases and outboxes, behind one object of `Hall`.

Refused machines are remembered, although their command was refused: `alarms` names them until a technician has looked.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from hall_server.contract.enrolment import MachineState
from hall_server.contract.offline import AskLease, LeaseGrant, Outbox, OutboxAck
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.lease import CLONED
from hall_server.flows.deliver_outbox import deliver_outbox
from hall_server.flows.lease_numbers import lease_numbers
from hall_server.flows.meet_kiosk import Speaker, fence
from hall_server.flows.once import InFlight, Request, once

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

T = TypeVar("T")


class KioskDesk:
    """Commands of kiosks about numbers of their own; promises, like those of `Hall`."""

    def __init__(self, here: Here, commits: Commits, keys: InFlight, reader: Reader) -> None:
        self._here = here
        self._commits = commits
        self._keys = keys
        self._reader = reader
        self._news = False
        self.look()

    def lease(self, caller: Caller, key: str, order: AskLease) -> Promise[LeaseGrant]:
        """A block of numbers. HallProblem(not_allowed | queue_unknown | lease_fenced).

        Whoever asks has looked at what the kiosk has seen (see `Hall.check_seen`).
        """
        _only_itself(caller, order.kiosk)
        speaker = Speaker(order.kiosk, order.boot_id, order.fingerprint)
        request = Request(key, "lease", order.kiosk, caller, order)
        return self._command(request, LeaseGrant, speaker, lambda tx: lease_numbers(tx, self._here, order))

    def outbox(self, caller: Caller, key: str, kiosk: str, body: Outbox) -> Promise[OutboxAck]:
        """What a kiosk did without the hall.

        HallProblem(not_allowed | hall_rolled_back | lease_fenced | outbox_forked).
        """
        _only_itself(caller, kiosk)
        speaker = Speaker(kiosk, body.boot_id, body.fingerprint)
        request = Request(key, "outbox", kiosk, caller, body)
        return self._command(request, OutboxAck, speaker, lambda tx: deliver_outbox(tx, self._here, kiosk, body))

    def _command(
        self, request: Request, shape: type[T], speaker: Speaker, flow: Callable[[Transaction], T]
    ) -> Promise[T]:
        def work(tx: Transaction) -> T | HallProblem:
            answer = once(tx, request, self._here.clock.now(), shape, flow)
            if isinstance(answer, HallProblem) and answer.code is ProblemCode.LEASE_FENCED:
                self._news = fence(tx, speaker) or self._news
            return answer

        self._keys.enter(request.key)
        promise = self._keys.leave_with(request.key, self._commits.submit(work))
        promise.add_done_callback(self._look_if_new)
        return promise

    def _look_if_new(self, _: object) -> None:
        if self._news or self.alarms:  # a technician may have settled it from outside
            with suppress(HallProblem):  # the store is away: whoever asks next looks again
                self.look()

    def look(self) -> None:
        """Read again which kiosks are under quarantine."""
        found = {f"kiosk_{one.quarantined}:{one.kiosk}" for one in self._reader.kiosks() if one.quarantined}
        signing = self._reader.machines()
        found |= {f"kiosk_{CLONED}:{one.kiosk}" for one in signing if one.state is MachineState.CLONED}
        self.alarms = tuple(sorted(found))
        self._news = False


def _only_itself(caller: Caller, kiosk: str) -> None:
    if caller.id != kiosk:
        raise HallProblem(ProblemCode.NOT_ALLOWED, "a kiosk speaks for itself only")
