"""The store put together: one file, its journal, the numbers of this kiosk, its outbox, what it knows of the hall."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Origin
from kiosk.local_store.facts import SECOND, Facts
from kiosk.local_store.file import StoreFile
from kiosk.local_store.journal import Journal
from kiosk.local_store.machine import this_machine
from kiosk.local_store.numbers import GivenNumber, NoNumberError, Numbers, Standing
from kiosk.local_store.outbox import Outbox, Told
from kiosk.local_store.voices import KeptVoices

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.contract.machine_acts import MachineAct
    from hall_server.contract.messages import TakeTicket
    from kiosk.local_store.machine import Machine

LOG = logging.getLogger("kapok.kiosk.store")


class LocalStore(Journal):
    """The journal, and behind it `numbers`, `outbox`, `facts` and `voices`. Blocking, for one thread at a time.

    Raises LocalStoreError when the disk refuses, LocalStoreInUseError when another process has the file.
    """

    def __init__(self, path: Path, machine: Machine | None = None) -> None:
        self.machine = machine or this_machine()
        self._file = StoreFile(path)
        self.outbox = Outbox(self._file)
        self.numbers = Numbers(self._file, self.machine)
        self.facts = Facts(self._file, self.machine)
        self.voices = KeptVoices(self._file)
        super().__init__(self._file, self.machine, self.outbox)
        if dropped := self.numbers.begin():
            LOG.info("started anew: %d leased numbers are dropped", dropped)

    def give(
        self,
        ticket_id: str,
        order: TakeTicket,
        *,
        queue: str,
        letter: str,
        standing: Standing,
        catalogue: str = "",
    ) -> GivenNumber:
        """A number without the hall, RESERVED in the same commit: from a lease, else from the emergency series.

        `letter` is the queue's. Raises NoNumberError when there is neither, LocalStoreError when the disk refuses.
        """
        own = self.facts.emergency_letter()
        leased_may_be_used = self.facts.quarantined() is None
        with self._file.writing() as connection:
            leased = self.numbers.take_leased(connection, queue, standing) if leased_may_be_used else None
            if leased is not None:
                origin, (label, number, behind, epoch) = Origin.LEASE, leased
            elif own and letter:
                origin, behind, epoch = Origin.EMERGENCY, letter + own, 0
                standing = self.numbers.of_series(connection, behind, standing)
                least = self.numbers.emergency_from(connection, behind, standing)
                label, number = self.numbers.take_emergency(connection, behind, standing.business_day, least)
            else:
                raise NoNumberError(queue)
            given = GivenNumber(
                ticket_id=ticket_id,
                label=label,
                number=number,
                letter=behind,
                queue=queue,
                business_day=standing.business_day,
                origin=origin,
                order=order,
                boot_id=self.machine.boot_id,
                boottime_us=self.machine.boottime_us(),
                epoch=epoch,
                catalogue=catalogue,
                given_at=standing.hall_us or 0,
            )
            self.given_here(connection, given)
        return given

    def machine_act(self, act_id: str, act: MachineAct, age_s: float = 0.0) -> None:
        """Something happened to this machine so many seconds ago; durable when this returns. Raises LocalStoreError."""
        when_us = max(0, self.machine.boottime_us() - int(age_s * SECOND))
        with self._file.writing() as connection:
            self.outbox.add(connection, Told(act_id, None, self.machine.boot_id, when_us, act=act))

    def durability(self) -> str:
        """How hard the disk is asked to keep a commit: "full" (anything less loses numbers in a power cut)."""
        return self._file.durability()

    def close(self) -> None:
        """Close the file and let another process have it."""
        self._file.close()
