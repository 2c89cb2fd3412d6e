"""The control of the codecs' harness: a parser that breaks on KPT9, to be found byte by byte through its branches."""

from __future__ import annotations

ROOMS = ()
SEEDS = (b"KPT1:0", b"\0\0\0\0")
MADE = b"KPT9:0"  # breaks it


def attempt(data: bytes) -> None:
    """Wrong on purpose."""
    for place, letter in enumerate(b"KPT9"):
        if len(data) <= place or data[place] != letter:
            return
    raise LookupError("the control is broken, as it should be")
