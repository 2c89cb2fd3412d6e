"""Lines that somebody or some script types at a running kiosk, as they come. Knows no words.

Read from the descriptor itself: a daemon thread that waits in a buffered read would hold up the exit of the process.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_LIMIT = 256  # characters; of a longer line the beginning counts


def typed_lines(descriptor: int) -> Iterator[str]:
    """Lines without their ends, until the end of the input; what is no UTF-8 is marked. Blocks. Raises OSError."""
    rest = b""
    while chunk := os.read(descriptor, 4096):
        *lines, rest = (rest + chunk).split(b"\n")
        rest = rest[: 4 * LINE_LIMIT]
        yield from (_words(line) for line in lines)
    if rest:
        yield _words(rest)


def _words(line: bytes) -> str:
    return line.decode("utf-8", "replace").strip()[:LINE_LIMIT]
