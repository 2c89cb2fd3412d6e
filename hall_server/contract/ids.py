"""Ids that are made by whoever asks: UUIDs whose order is the order of their making (RFC 9562 §5.7, version 7).

The hall takes any UUID. These stand side by side in its tables, so that giving a number out touches the pages that the
last one touched, and not one somewhere in the year. Knows no clock and no randomness: both are handed in.
"""

from __future__ import annotations

RANDOM = 10  # bytes, of which six bits make room for version and variant: 74 remain
_MILLISECONDS = 48  # bits
_VERSION, _VARIANT = 0x7 << 76, 0x2 << 62
_RANDOM_BITS = ~(0xF << 76 | 0x3 << 62)


def sortable_id(unix_ms: int, random: bytes) -> str:
    """A UUID of version 7.

    Args:
        unix_ms: milliseconds since 1970; only the order of ids hangs on it. A clock before 1970 counts as 1970.
        random: ten fresh bytes from the operating system.
    """
    if len(random) != RANDOM:
        msg = f"{RANDOM} random bytes are needed, not {len(random)}"
        raise ValueError(msg)
    time = max(0, unix_ms) & ((1 << _MILLISECONDS) - 1)
    tail = int.from_bytes(random, "big") & _RANDOM_BITS | _VERSION | _VARIANT
    digits = f"{time << 80 | tail:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
