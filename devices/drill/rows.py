"""What a row of the drill is: one driver, one fault, and a run that tells what was seen. Knows no device.

Each kind has a file `devices/drill/<kind>.py` with `ROWS`. A row's run builds its driver and its emulator (or starts
the real daemon), exchanges real bytes through the fault, and tells its `Bench` what was given, what came, and when it
worked again. What a protocol cannot have is `exempt`, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from devices.drill.bench import Bench

COMMON = ("normal", "slow", "split", "merged", "noise", "wrong_checksum", "mute", "unplug_replug")
"""Every driver of the table has a row for each of these:

normal          an ordinary exchange
slow            bytes that take their time, or late answers
split           an answer in many pieces
merged          several answers, or several pieces, in one go
noise           bytes that belong to nothing
wrong_checksum  an answer that does not fit its own checksum
mute            nothing comes any more, for a while
unplug_replug   the cable comes out in the middle of an exchange, and is put back
"""

RECOVER_S = 5.0  # after the fault has ended, at most
ROW_S = 60.0  # a run that has not ended by then never will


class NotHeldError(Exception):
    """A row found a broken promise that its counts cannot say; the words say which."""


class Seen(StrEnum):
    """How a driver took a fault."""

    RECOVERED = "recovered"  # nobody above the port noticed
    REPORTED = "reported"  # the port said so by its codes, and then it worked again
    EXEMPT = "exempt"  # the protocol cannot have this fault


@dataclass(frozen=True, slots=True)
class Row:
    """One driver through one fault. Whatever `run` raises is a violation; without a run, `why` says why not."""

    driver: str
    fault: str
    run: Callable[[Bench], Awaitable[None]] | None
    why: str = ""


def exempt(driver: str, fault: str, why: str) -> Row:
    """A row for a fault that this driver cannot meet; `why` is shown."""
    return Row(driver, fault, None, why)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one row came to. `violation` is empty when the driver kept its word.

    `recover_s` is in seconds from the end of the fault to the first sound exchange; `twice` counts what was read or
    printed more often than it was given, `wrong` what was read and never given.
    """

    kind: str
    driver: str
    fault: str
    seen: Seen | None
    recover_s: float | None = None
    twice: int = 0
    wrong: int = 0
    note: str = ""  # why exempt, or the codes that were reported
    violation: str = ""
