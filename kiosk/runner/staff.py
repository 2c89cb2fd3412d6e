"""The staff's corner behind the glass: the PIN is compared with its hash, what was done is done and written down.

Knows no page. The log says what was done and when, never a PIN.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import os
from typing import TYPE_CHECKING

from devices.receipt_printer.roll import new_roll
from devices.values.receipt_printer import PrintOutcome
from devices.values.sensors import SecurityKind
from hall_server.contract.machine_acts import MachineAct
from kiosk.session.corner import CheckPin, PinJudged, StaffAct, StaffDoes, StaffDone
from kiosk.session.effects import PrintSlip

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from hall_server.contract.messages import HallNow, TicketView
    from kiosk.runner.errands import Errands
    from kiosk.runner.machine_book import MachineBook
    from kiosk.runner.ports import Clock, Post, SlipOf, SlipPrinter
    from kiosk.session.effects import Effect

LOG = logging.getLogger("kapok.kiosk.staff")

TOLD = {  # what the hall keeps in its book
    StaffAct.OPENED: MachineAct.CORNER_OPENED,
    StaffAct.CLOSED: MachineAct.CORNER_CLOSED,
    StaffAct.LOCKED: MachineAct.CORNER_LOCKED,
    StaffAct.REPRINT: MachineAct.SLIP_REPRINTED,
    StaffAct.PAPER: MachineAct.PAPER_CHANGED,
    StaffAct.TECHNICIAN: MachineAct.TECHNICIAN_CALLED,
    StaffAct.PAUSED: MachineAct.PAUSED,
    StaffAct.RESUMED: MachineAct.RESUMED,
    StaffAct.SOMEBODY: MachineAct.VISIT_FOR_SOMEBODY,
    StaffAct.TECHNICIAN_CAME: MachineAct.TECHNICIAN_CAME,
    StaffAct.TECHNICIAN_LEFT: MachineAct.TECHNICIAN_LEFT,
    StaffAct.DRILLED: MachineAct.DRILLED,
    StaffAct.SETTINGS_CHANGED: MachineAct.SETTINGS_CHANGED,
    StaffAct.VERSION_WISHED: MachineAct.VERSION_WISHED,
}
N, R, P = 1 << 14, 8, 1  # RFC 7914: 16 MiB and some tens of milliseconds on a kiosk
SALT_BYTES = 16


def hash_pin(pin: str, salt: bytes | None = None) -> str:
    """`scrypt$<salt>$<hash>` in hex, for `staff_pin` of the credential."""
    salt = os.urandom(SALT_BYTES) if salt is None else salt
    return f"scrypt${salt.hex()}${hashlib.scrypt(pin.encode(), salt=salt, n=N, r=R, p=P).hex()}"


def pin_fits(pin: str, hashed: str) -> bool:
    """Whether this is the PIN behind the hash; a hash of another shape fits nothing."""
    kind, _, rest = hashed.partition("$")
    salt, _, _ = rest.partition("$")
    try:
        made = hash_pin(pin, bytes.fromhex(salt))
    except ValueError:
        return False
    return kind == "scrypt" and hmac.compare_digest(made, hashed)


class StaffDesk:
    """The performer. `reprint_of` makes a slip that says 补打; `paper` is what the printer counts of its roll."""

    def __init__(
        self,
        staff_pin: str,
        post: Post,
        clock: Clock,
        *,
        printer: SlipPrinter | None,
        reprint_of: SlipOf | None,
        paper: MutableMapping[str, float],
        hall: Callable[[], HallNow | None],
        book: MachineBook,
        technician_pin: str = "",
    ) -> None:
        self._book = book
        self._pin, self._post, self._clock = staff_pin, post, clock
        self._technician_pin = technician_pin
        self._printer, self._reprint_of, self._paper, self._hall = printer, reprint_of, paper, hall
        self._last: TicketView | None = None

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(CheckPin, self.check)
        errands.register(StaffDoes, self.do)

    def hear(self, effect: Effect) -> None:
        """Which slip was the last; a ticket says nothing of a person."""
        if isinstance(effect, PrintSlip):
            self._last = effect.ticket

    async def check(self, errand: CheckPin) -> None:
        """Judge a PIN, off the loop: it takes its time."""
        technician = await asyncio.to_thread(pin_fits, errand.pin, self._technician_pin)
        right = technician or await asyncio.to_thread(pin_fits, errand.pin, self._pin)
        self._post(PinJudged(self._clock(), right, technician))

    async def do(self, errand: StaffDoes) -> None:
        """One act of staff."""
        bad = errand.act in {StaffAct.WRONG_PIN, StaffAct.SHUT}
        LOG.log(logging.WARNING if bad else logging.INFO, "staff corner: %s", errand.act.value)
        if (told := TOLD.get(errand.act)) is not None:
            await self._book.note(told)
        match errand.act:
            case StaffAct.SHUT:
                await self._book.alarm(SecurityKind.REPEATED_AUTH_FAILURE, "staff_corner")
            case StaffAct.REPRINT:
                self._post(StaffDone(self._clock(), errand.act, ok=await self._reprint()))
            case StaffAct.PAUSED | StaffAct.RESUMED:
                await self._book.pause(paused=errand.act is StaffAct.PAUSED)
            case StaffAct.PAPER:
                new_roll(self._paper)
            case StaffAct.TECHNICIAN:
                LOG.warning("a person is needed here: technician")
            case _:
                pass

    async def _reprint(self) -> bool:
        if self._last is None or self._printer is None or self._reprint_of is None:
            return False
        result = await self._printer.print(self._reprint_of(self._last, self._hall()))
        LOG.info("staff corner: %s once more, %s", self._last.label, result.outcome.value)
        return result.outcome is PrintOutcome.PRINTED
