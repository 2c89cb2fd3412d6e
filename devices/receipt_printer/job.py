"""From rows to the bytes of one slip, in chunks that end where a command ends. Pure; knows no wire and no answers.

White is not sent: blank rows become feeds and white columns at the right are left out, which halves a slip on a
serial line. The last chunk is the cut.
"""

from __future__ import annotations

from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from devices.receipt_printer import codec
from devices.receipt_printer.layout import Gap, RomLine, RomQr, Strip
from devices.values.receipt_printer import Align

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from devices.receipt_printer.layout import Row
    from devices.values.receipt_printer import Letters, PaperProfile

_LEAST_FEED = 8  # fewer blank rows than this are sent as dots: a feed is a command of its own
_TEAR_OFF_DOTS = 120  # without a knife: far enough out to be torn
_TOP_DOTS = 8


class Leftover(Enum):
    """What an earlier slip may have left hanging in the printer."""

    NOTHING = auto()
    WHOLE = auto()  # a slip that was told to be printed and not cut: only the cut is due
    PART = auto()  # something nobody may take for a slip: it is marked void before it is cut off


def slip_chunks(
    rows: Sequence[Row], profile: PaperProfile, *, leftover: Leftover = Leftover.NOTHING, void: Sequence[Row] = ()
) -> list[bytes]:
    """Initialise, print, cut; before that, what hangs in the printer is cut off, a part behind the rows of `void`."""
    start = codec.initialise(profile.letters)
    chunks = [start]
    if leftover is not Leftover.NOTHING:
        chunks += [*_body(void if leftover is Leftover.PART else (), profile.letters), finish(profile) + start]
    chunks += [codec.feed(_TOP_DOTS), *_body(rows, profile.letters)]
    return [chunk for chunk in (*chunks, finish(profile)) if chunk]


def _body(rows: Sequence[Row], letters: Letters) -> Iterator[bytes]:
    pending = 0
    for row in rows:
        if isinstance(row, Gap):
            pending += row.height
            continue
        yield codec.feed(pending)
        yield from _row(row, letters)
        pending = 0


def finish(profile: PaperProfile) -> bytes:
    """The end of a slip: the knife, or paper out to the tear bar."""
    return codec.cut() if profile.has_cutter else codec.feed(_TEAR_OFF_DOTS)


def _row(row: Strip | RomLine | RomQr, letters: Letters) -> Iterator[bytes]:
    match row:
        case Strip():
            yield from _strip(row)
        case RomLine():
            yield (
                codec.align(row.align)
                + codec.line_pitch(row.height)
                + codec.magnify(row.width, row.height // codec.ROM_DOTS)
                + codec.bold(on=row.bold)
                + (codec.indent(row.indent) if row.indent else b"")
                + codec.own_text(row.text, letters)
                + codec.line_end()
                + codec.magnify(1, 1)
                + codec.bold(on=False)
                + codec.align(Align.LEFT)
            )
        case RomQr():
            yield codec.align(Align.CENTER) + codec.qr(row.content, row.module_dots) + codec.align(Align.LEFT)


def _strip(strip: Strip) -> Iterator[bytes]:
    wide = strip.width_bytes
    lines = [strip.rows[start : start + wide] for start in range(0, len(strip.rows), wide)]
    inked: list[bytes] = []
    for is_blank, group in groupby(lines, key=lambda line: not any(line)):
        block = list(group)
        if is_blank and len(block) >= _LEAST_FEED:
            yield from _dots(inked)
            yield codec.feed(len(block))
            inked = []
        else:
            inked += block
    yield from _dots(inked)


def _dots(lines: list[bytes]) -> Iterator[bytes]:
    width = max((len(line.rstrip(b"\0")) for line in lines), default=0)
    if width:
        yield from codec.raster(width, b"".join(line[:width] for line in lines))
    elif lines:
        yield codec.feed(len(lines))
