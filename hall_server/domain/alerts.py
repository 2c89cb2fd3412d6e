"""告警: what somebody should be told of a kiosk without looking. Each opens once and closes by itself. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.fleet import FleetAct, FleetRecord, Heartbeat

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_DISK_LOW_MB, _CLOCK_OFF_S = 500, 60
CALM_US = 60 * 1_000_000  # so long a cause must be gone; silence ends with the first word


class AlertKind(StrEnum):
    """Permanent: they stand in the book. The gravest first."""

    COPIED = "copied"  # two machines sign with one key
    SILENT = "silent"  # no heartbeat while the hall is open
    UPDATE_FAILED = "update_failed"
    BOX = "box"
    PAPER = "paper"
    DISK = "disk"
    CLOCK = "clock"


class Alert(msgspec.Struct, frozen=True):
    """One; UTC microseconds. `closed_at` 0: it stands."""

    kiosk: str
    kind: AlertKind
    opened_at: int
    closed_at: int = 0


Cause = tuple[str, AlertKind]


class Looked(NamedTuple):
    """A kiosk as it was last heard; `silent`: for too long, while somebody needs it."""

    beat: Heartbeat | None
    silent: bool
    copied: bool = False


def causes(fleet: Mapping[str, Looked], paper_under: int) -> frozenset[Cause]:
    """What is the matter now. What a silent kiosk said last is not judged again."""
    found: set[Cause] = set()
    for kiosk, one in fleet.items():
        if one.copied:
            found.add((kiosk, AlertKind.COPIED))
        elif one.silent:
            found.add((kiosk, AlertKind.SILENT))
        if one.beat is not None and not one.silent:
            found.update((kiosk, kind) for kind in _told(one.beat, paper_under))
    return frozenset(found)


def _told(beat: Heartbeat, paper_under: int) -> set[AlertKind]:
    off = set(beat.off)
    is_so = {
        AlertKind.UPDATE_FAILED: beat.update_failed is not None,
        AlertKind.BOX: any(not box.ready and box.kind not in off for box in beat.boxes),
        AlertKind.PAPER: beat.paper_left is not None and beat.paper_left < paper_under,
        AlertKind.DISK: beat.disk_free_mb is not None and beat.disk_free_mb < _DISK_LOW_MB,
        AlertKind.CLOCK: abs(beat.clock_off_s) > _CLOCK_OFF_S,
    }
    return {kind for kind, so in is_so.items() if so}


class AlertBook:
    """Those that stand, read off the book of records; the same entry twice changes nothing."""

    def __init__(self) -> None:
        self._open: dict[Cause, Alert] = {}
        self._gone_since: dict[Cause, int] = {}

    def take_in(self, kiosk: str, what: FleetRecord, at: int) -> None:
        """One entry."""
        try:
            cause = kiosk, AlertKind(what.reason)
        except ValueError:  # of a newer program
            return
        if what.act is FleetAct.ALERT_OPENED:
            self._open.setdefault(cause, Alert(*cause, at))
        elif what.act is FleetAct.ALERT_CLOSED:
            self._open.pop(cause, None)
            self._gone_since.pop(cause, None)

    def standing(self) -> list[Alert]:
        """The gravest first, then the oldest."""
        order = list(AlertKind)
        return sorted(self._open.values(), key=lambda one: (order.index(one.kind), one.opened_at))

    def judge(self, now: AbstractSet[Cause], at: int, *, unheard: AbstractSet[str] = frozenset()) -> list[Alert]:
        """What opens and what closes. Nothing closes for a kiosk that is not heard, but its silence when it speaks."""
        opens = [Alert(*cause, at) for cause in sorted(now) if cause not in self._open]
        closes = []
        for cause, alert in self._open.items():
            kiosk, kind = cause
            if cause in now or (kiosk in unheard and kind is not AlertKind.COPIED):
                self._gone_since.pop(cause, None)
            elif kind is AlertKind.SILENT or at - self._gone_since.setdefault(cause, at) >= CALM_US:
                closes.append(msgspec.structs.replace(alert, closed_at=at))
        return opens + closes
