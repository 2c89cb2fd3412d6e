"""Enough of a PDF to add something to its first page without touching a byte of it (ISO 32000-1, 7.5.6).

Reads files with classic cross-reference tables, as receipt and page printers' own are; everything else is `NoPdfError`.
Pure. Bounded: a hostile file costs a few steps.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MOST_TABLES, _MOST_ROWS, _DEEPEST = 16, 20_000, 16
_START = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
_SECTION = re.compile(rb"\s*(\d{1,10}) (\d{1,10}) *\r?\n")
_ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_TRAILER = re.compile(rb"\s*trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
_OBJECT = re.compile(rb"\s*(\d{1,10}) (\d{1,5}) obj\b(.*?)\bendobj\b", re.DOTALL)
_BOX = re.compile(rb"/MediaBox\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]")
_A4 = (0.0, 0.0, 595.0, 842.0)


class NoPdfError(ValueError):
    """These bytes are no PDF that something can be added to."""


class FirstPage(NamedTuple):
    """The first page: its object's number, its dictionary, its box in points, and what an update has to know."""

    number: int
    body: bytes
    box: tuple[float, float, float, float]
    size: int  # the first object number that is free
    root: bytes
    last_table: int


def first_page(pdf: bytes) -> FirstPage:
    """Where the first page is. Raises NoPdfError."""
    start = _START.search(pdf[-1024:])
    if not pdf.startswith(b"%PDF-") or start is None:
        raise NoPdfError("no PDF")
    last_table = int(start[1])
    places, trailer = _tables(pdf, last_table)
    root, size = _reference(trailer, b"Root"), re.search(rb"/Size\s+(\d{1,10})", trailer)
    if size is None or b"/Encrypt" in trailer:
        raise NoPdfError("encrypted, or its trailer is not whole")
    number = int(_reference(_body(pdf, places, int(root.split()[0])), b"Pages").split()[0])
    box = b""
    for _ in range(_DEEPEST):
        body = _body(pdf, places, number)
        box = (_BOX.search(body) or [box])[0]
        if not re.search(rb"/Type\s*/Pages\b", body):
            return FirstPage(number, body, _box(box), int(size[1]), root, last_table)
        kids = re.search(rb"/Kids\s*\[\s*(\d{1,10}) \d{1,5} R", body)
        if kids is None:
            break
        number = int(kids[1])
    raise NoPdfError("no page")


def added(pdf: bytes, page: FirstPage, objects: dict[int, bytes]) -> bytes:
    """The same bytes with an update behind them: these objects, new or anew."""
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    rows = []
    for number, body in sorted(objects.items()):
        rows.append(b"%d 1\n%010d 00000 n \n" % (number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table, size = len(out), max(page.size, *(number + 1 for number in objects))
    out += b"xref\n" + b"".join(rows)
    out += b"trailer\n<</Size %d/Root %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        page.root,
        page.last_table,
        table,
    )
    return bytes(out)


def _tables(pdf: bytes, at: int) -> tuple[dict[int, int], bytes]:
    """Where each object is, by the newest table that knows it; and the newest trailer."""
    places: dict[int, int] = {}
    newest = b""
    for _ in range(_MOST_TABLES):
        trailer = _table(pdf, at, places)
        newest = newest or trailer
        before = re.search(rb"/Prev\s+(\d{1,10})", trailer)
        if before is None:
            return places, newest
        at = int(before[1])
    raise NoPdfError("too many tables")


def _table(pdf: bytes, at: int, places: dict[int, int]) -> bytes:
    if pdf[at : at + 4] != b"xref":
        raise NoPdfError("no classic table")
    at += 4
    while (section := _SECTION.match(pdf, at)) is not None:
        first, rows = int(section[1]), int(section[2])
        at = section.end()
        if len(places) + rows > _MOST_ROWS:
            raise NoPdfError("too many objects")
        for number in range(first, first + rows):
            row = _ROW.match(pdf, at)
            if row is None:
                raise NoPdfError("a row is not whole")
            if row[3] == b"n":
                places.setdefault(number, int(row[1]))
            at = row.end()
    trailer = _TRAILER.match(pdf, at)
    if trailer is None:
        raise NoPdfError("no trailer")
    return trailer[1]


def _body(pdf: bytes, places: dict[int, int], number: int) -> bytes:
    found = _OBJECT.match(pdf, places.get(number, len(pdf)))
    if found is None or int(found[1]) != number:
        raise NoPdfError("an object is not where it should be")
    return found[3].strip()


def _reference(body: bytes, name: bytes) -> bytes:
    found = re.search(rb"/%s\s+(\d{1,10} \d{1,5} R)" % name, body)
    if found is None:
        raise NoPdfError(f"no {name.decode()}")
    return found[1]


def _box(text: bytes) -> tuple[float, float, float, float]:
    found = _BOX.search(text)
    if found is None:
        return _A4
    try:
        left, low, right, high = (float(one) for one in found.groups())
    except ValueError:
        return _A4
    return (left, low, right, high) if right > left and high > low else _A4
