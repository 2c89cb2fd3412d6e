"""Machines with keys of their own: how each stands, and whether two of them sign with one key. Pure.

`kiosk` is a machine's place: the id of a kiosk, or `counter:3` (hall_server.contract.enrolment).
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from hall_server.contract.enrolment import CODE_LASTS_US, WAITS_AT_MOST_US, MachineState, counter_at
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.signing import mark

if TYPE_CHECKING:
    from hall_server.domain.hall_state import ApiKey
    from hall_server.domain.site import HallSite

BOOTS_KEPT = 16


class EnrolmentCode(msgspec.Struct, frozen=True):
    """A one-time code for a kiosk; the hall keeps its hash. Times are UTC microseconds."""

    code_hash: bytes
    kiosk: str
    made_at: int
    made_by: str
    key_id: str = ""  # of the machine that used it

    def good_at(self, at: int) -> bool:
        """Whether its ten minutes are not over."""
        return 0 <= at - self.made_at < CODE_LASTS_US


class Machine(msgspec.Struct, frozen=True):
    """A machine that made its own key. `boots`: marks of the boots that spoke, the newest first."""

    key_id: str
    kiosk: str
    public_key: bytes
    box_key: bytes
    hardware: str
    comparing: str
    state: MachineState
    asked_at: int
    boots: tuple[str, ...] = ()
    boot_since: int = 0  # when the newest boot spoke first: seconds, as it signed them
    decided_at: int | None = None
    decided_by: str = ""

    def waits_at(self, at: int) -> bool:
        """Whether somebody may still let it in."""
        return self.state is MachineState.WAITING and at - self.asked_at < WAITS_AT_MOST_US


class Spot(NamedTuple):
    """Where a machine stands, as staff call it."""

    name: str
    where: str


def spot_of(site: HallSite, place: str) -> Spot:
    """The kiosk or the counter of a place; the place itself when the site file has it no more."""
    counter = site.counters.get(counter_at(place))
    if counter is not None:
        return Spot(f"{counter.no} 号窗口", " ".join(filter(None, (counter.name, counter.place))))
    return Spot(site.kiosks.get(place, place), site.kiosk_places.get(place, ""))


def known_place(site: HallSite, place: str) -> None:
    """HallProblem(kiosk_unknown | counter_unknown) for one that the site file does not have."""
    if no := counter_at(place):
        site.counter(no)
    elif place not in site.kiosks:
        raise HallProblem(ProblemCode.KIOSK_UNKNOWN, place)


class Spoke(Enum):
    """Who signs with a key, compared with who signed before."""

    SAME = "same"
    NEW_BOOT = "new_boot"
    OTHER_HARDWARE = "other_hardware"
    CROSSING = "crossing"  # a boot that was over speaks again: two machines


def who_speaks(machine: Machine, hardware: str, boot: str, time: int) -> Spoke:
    """`hardware` and `boot` are marks; `time` is the second at which it signed.

    A word that was signed before the newest boot began, and comes late, crosses nothing.
    """
    if hardware != mark(machine.hardware):
        return Spoke.OTHER_HARDWARE
    if not machine.boots or boot == machine.boots[0]:
        return Spoke.SAME if machine.boots else Spoke.NEW_BOOT
    if boot not in machine.boots:
        return Spoke.NEW_BOOT
    return Spoke.CROSSING if time > machine.boot_since else Spoke.SAME


def in_new_boot(machine: Machine, boot: str, time: int) -> Machine:
    """The same machine, heard in another boot."""
    boots = (boot, *(one for one in machine.boots if one != boot))[:BOOTS_KEPT]
    return msgspec.structs.replace(machine, boots=boots, boot_since=time)


class MachineReader(Protocol):
    """The committed machines."""

    def machines(self) -> list[Machine]:
        """All, the oldest first."""

    def machine(self, key_id: str) -> Machine | None:
        """The one with this key."""


class MachineRows(MachineReader, Protocol):
    """Machines and codes inside a transaction."""

    def put_machine(self, machine: Machine) -> None:
        """Keep it, new or changed."""

    def add_api_key(self, key: ApiKey) -> None:
        """A key under which a machine is let in."""

    def revoke_api_key(self, key_id: str, at: int) -> None:
        """From the next request on."""

    def keys_of(self, kiosk: str) -> list[str]:
        """Ids of the keys of role kiosk that are bound to it and not revoked."""

    def enrolment_codes(self) -> list[EnrolmentCode]:
        """All that are kept."""

    def put_enrolment_code(self, code: EnrolmentCode) -> None:
        """Keep it, new or used."""

    def forget_enrolment_codes(self, before: int) -> None:
        """Those that were made before a moment."""
