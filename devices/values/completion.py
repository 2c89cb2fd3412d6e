"""How a request to a device ended, for kinds whose requests give nothing back but that. One for each request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class End(StrEnum):
    """XFS4IoT's completion codes, as far as a hall can act on them. A request whose task is cancelled has none."""

    DONE = "done"  # the device said so
    REFUSED = "refused"  # the device said no, or we do before it is asked; nothing has changed
    CANCELLED = "cancelled"  # taken back, or overtaken by something more urgent
    UNKNOWN = "unknown"  # asked, and no answer: it may have been done


@dataclass(frozen=True, slots=True)
class Completion:
    """The one end of a request; `reason` is a permanent snake_case code, empty when done."""

    end: End
    reason: str = ""


DONE = Completion(End.DONE)


def refused(reason: str) -> Completion:
    """It was not done, for this reason."""
    return Completion(End.REFUSED, reason)
