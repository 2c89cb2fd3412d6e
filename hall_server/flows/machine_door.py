"""The door for machines that sign: whose key, is it signed, is it new, is it still the same machine.

What was signed counts within a minute and once (definitions.md 5, 20). A key that speaks from other hardware, or from a
boot that was over, is on two machines: both stay outside until one is enrolled anew.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from hall_server.contract.enrolment import MachineState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.signing import GOOD_FOR_S, holds
from hall_server.domain.machines import Spoke, in_new_boot, who_speaks
from hall_server.flows.enrol_desk import cloned

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.signing import Asked, Signed
    from hall_server.domain.hall_state import ApiKey
    from hall_server.domain.machines import Machine
    from hall_server.domain.seams import Clock, Commits, Reader, Transaction

_log = logging.getLogger("kapok.hall")
_MICRO = 1_000_000
_TWO_MACHINES = "two machines sign with this key: enrol the right one anew"


class Nonces:
    """What was seen within the last minutes, in two halves; the older one is let go when nothing in it can count."""

    def __init__(self, lasts_s: int) -> None:
        self._lasts_s, self._since = lasts_s, 0
        self._new: set[str] = set()
        self._old: set[str] = set()

    def is_new(self, word: str, now_s: int) -> bool:
        """Whether it was not said before; it is from now on."""
        if not 0 <= now_s - self._since < self._lasts_s:
            gone = now_s - self._since >= 2 * self._lasts_s
            self._old, self._new, self._since = (set() if gone else self._new), set(), now_s
        if word in self._new or word in self._old:
            return False
        self._new.add(word)
        return True


class MachineDoor:
    """One hall's."""

    def __init__(self, clock: Clock, commits: Commits, reader: Reader, alarmed: Callable[[], None]) -> None:
        self._clock, self._commits, self._reader, self._alarmed = clock, commits, reader, alarmed
        self._nonces = Nonces(2 * GOOD_FOR_S)
        self._began_s = clock.now() // _MICRO
        self._heard: dict[str, Machine] = {}  # in a boot that is still on its way into the store
        self._cloned: set[str] = set()

    def enter(self, word: Signed, asked: Asked) -> ApiKey:
        """The key of whoever signed this request.

        HallProblem(not_authenticated | signature_stale | enrolment_waiting | lease_fenced).
        """
        key, machine = self._reader.api_key(word.key_id), self._reader.machine(word.key_id)
        if key is None or machine is None or not holds(word, machine.public_key, asked):
            raise HallProblem(ProblemCode.NOT_AUTHENTICATED, "no such key, or not its signature")
        now_s = self._clock.now() // _MICRO
        in_time = abs(now_s - word.time) <= GOOD_FOR_S and word.time >= self._began_s
        if not in_time or not self._nonces.is_new(f"{word.key_id}.{word.nonce}", now_s):
            raise HallProblem(ProblemCode.SIGNATURE_STALE, str(now_s))
        if machine.state is MachineState.WAITING:
            raise HallProblem(ProblemCode.ENROLMENT_WAITING, machine.comparing)
        if machine.state is MachineState.CLONED or word.key_id in self._cloned:
            raise HallProblem(ProblemCode.LEASE_FENCED, _TWO_MACHINES)
        self._recognise(self._newest(machine), word)
        return key

    def _newest(self, machine: Machine) -> Machine:
        heard = self._heard.get(machine.key_id)
        if heard is None or machine.boot_since >= heard.boot_since:
            self._heard.pop(machine.key_id, None)
            return machine
        return heard

    def _recognise(self, machine: Machine, word: Signed) -> None:
        match who_speaks(machine, word.machine, word.boot, word.time):
            case Spoke.SAME:
                return
            case Spoke.NEW_BOOT:
                self._heard[machine.key_id] = in_new_boot(machine, word.boot, word.time)
                self._commits.submit(lambda tx: _in_new_boot(tx, word))
            case why:
                _log.error("alarm=kiosk_cloned kiosk=%s why=%s: both machines stay outside", machine.kiosk, why.value)
                self._cloned.add(machine.key_id)
                at = self._clock.now()
                told = self._commits.submit(lambda tx: cloned(tx, machine.key_id, at, why.value))
                told.add_done_callback(lambda _: self._alarmed())
                raise HallProblem(ProblemCode.LEASE_FENCED, _TWO_MACHINES)


def _in_new_boot(tx: Transaction, word: Signed) -> None:
    one = tx.machine(word.key_id)
    if one is not None and word.boot not in one.boots:
        tx.put_machine(in_new_boot(one, word.boot, word.time))
