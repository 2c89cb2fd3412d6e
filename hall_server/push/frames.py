"""How an event stream says a thing: the text/event-stream framing of the HTML standard, 9.2.6. Knows no news."""

from __future__ import annotations


def frame(name: bytes, data: bytes, n: int | None = None) -> bytes:
    """One event: its name, one line of data, and the id that a reader who comes back names."""
    number = b"" if n is None else b"id: %d\n" % n
    return b"event: %b\n%bdata: %b\n\n" % (name, number, data)
