"""Who speaks for a kiosk: the machine that spoke before, a new boot of it, or another one with its identity (C4).

Every word about numbers of its own goes through here. A new boot is a new epoch, and what was left of older blocks is
given to nobody. Where one identity speaks from two machines, neither gets another number until a technician has looked.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.lease import CLONED, RELEASED, KioskIdentity, Meeting, emergency_letter, meet

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction

_log = logging.getLogger("kapok.hall")


class Speaker(NamedTuple):
    """What a machine says of itself. `epoch` is the newest that it was given, 0 when it names none."""

    kiosk: str
    boot_id: str
    fingerprint: str
    epoch: int = 0
    seen_n: int = 0
    had_letter: str = ""


def meet_kiosk(tx: Transaction, at: int, speaker: Speaker) -> KioskIdentity:
    """The kiosk as it stands now, kept. Raises HallProblem(lease_fenced)."""
    known = tx.kiosk(speaker.kiosk)
    match _judged(tx, known, speaker):
        case Meeting.OTHER_HARDWARE:
            raise HallProblem(ProblemCode.LEASE_FENCED, f"another machine is {speaker.kiosk}", field="$.fingerprint")
        case Meeting.OLD_BOOT:
            raise HallProblem(ProblemCode.LEASE_FENCED, "a newer boot has spoken", field="$.boot_id")
        case Meeting.NEW_BOOT if known is not None:
            now = msgspec.structs.replace(
                known,
                fingerprint=speaker.fingerprint,
                epoch=known.epoch + 1,
                boot_id=speaker.boot_id,
                contact_before=known.seen_at,
            )
            tx.drop_leases(speaker.kiosk, now.epoch)
        case Meeting.SAME_BOOT if known is not None:
            now = known
        case _:
            now = KioskIdentity(speaker.kiosk, speaker.fingerprint, speaker.epoch + 1, speaker.boot_id, "", 0, 0)
    if not now.emergency_letter:
        taken = {one.emergency_letter for one in tx.kiosks()}
        letter = emergency_letter(speaker.kiosk, taken, speaker.had_letter)
        now = msgspec.structs.replace(now, emergency_letter=letter)
    now = msgspec.structs.replace(now, seen_at=at, seen_n=max(now.seen_n, speaker.seen_n))
    tx.put_kiosk(now)
    return now


def fence(tx: Transaction, speaker: Speaker) -> bool:
    """After a refusal: whether two machines bear this identity; then both are under quarantine from here on."""
    known = tx.kiosk(speaker.kiosk)
    if known is None or known.fingerprint in {RELEASED, speaker.fingerprint}:
        _log.warning("alarm=kiosk_fenced kiosk=%s", speaker.kiosk)
        return False
    if not known.quarantined:
        _log.error("alarm=kiosk_cloned kiosk=%s: two machines bear its identity, none gets numbers", speaker.kiosk)
        tx.put_kiosk(msgspec.structs.replace(known, quarantined=CLONED))
    return True


def _judged(tx: Transaction, known: KioskIdentity | None, speaker: Speaker) -> Meeting:
    earlier = (
        known is not None
        and known.boot_id != speaker.boot_id
        and tx.was_earlier_boot(speaker.kiosk, speaker.boot_id, known.epoch)
    )
    return meet(known, speaker.fingerprint, speaker.boot_id, epoch=speaker.epoch, earlier_boot=earlier)
