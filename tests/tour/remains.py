"""What a day leaves behind must name nobody: every byte of every store, log, slip and message is looked through.

No number of 17 or 18 digits like an identity card's, no telephone number, none of the names of those who came, no
handle out of a signed code, no text of a code. A look that cannot find anything proves nothing: `planted` puts one of
each where it must be found.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import re
import shutil
import sqlite3
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PATTERNS = {
    "an identity number": (
        rb"(?<![0-9A-Za-z.])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[0-9Xx]?(?![0-9A-Za-z])"
    ),
    "a number of 17 or 18 digits": rb"(?<![0-9A-Za-z.+/])\d{17}[0-9Xx]?(?![0-9A-Za-z+/=])",
    "a telephone number": (rb"(?<![0-9A-Za-z])(?:\+|00)(?:86[ -]?1[3-9]\d{9}|85[23][ -]?\d{8}|886[ -]?9\d{8})(?!\d)"),
    # a machine that is up for four hours counts them in microseconds of eleven digits, each under a name in "_us"
    "a mobile number": rb"(?<![0-9A-Za-z.+/_-])(?<!_us\":)(?<!_us\": )1[3-9]\d{9}(?![0-9A-Za-z.+/=_-])",
    "the text of a code": rb"KPC1:[0-9A-Z $%*+./:-]{16}",
    "a handle of a signed code": rb"demo-person-0\w{8}A",
}
PLANTED = {  # of each kind one that nobody has
    "phone.json": b'{"to":"+852 61234567"}',
    "mobile.json": b'{"to":"13800138000"}',
    "code.log": b"got KPC1:6BF:9KDX52V1K3L$E8AB0",
    "handle.log": b"subject=demo-person-000000001A",
    "long.log": b"number 12345678901234567",
}
_WRITTEN = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
SHORTEST = 4  # bytes of a name
MICROSECONDS = "_us"  # how a column of them is called
# the number of the page on which a cell goes on, behind digits or before them: half a moment is no telephone number
_CUT = re.compile(rb"(?<=\d)\0\0|(?<=\0\0..)(?=\d)", re.DOTALL)
_DEPTH = 2  # a packed thing in a packed thing
_PICTURES = {".png", ".jpg"}


class Found(NamedTuple):
    """Where something was found that should be nowhere, and what kind of thing it is; never the thing itself."""

    where: str
    what: str


def rows_of(database: Path, table: str) -> list[dict[str, Any]]:
    """One table of a SQLite file, whoever has it open."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)) as opened:
        opened.row_factory = sqlite3.Row
        return [dict(row) for row in opened.execute(f'SELECT * FROM "{table}"')]


class Look:
    """A look for these people and these kinds of things."""

    def __init__(self, names: Iterable[str], numbers: Iterable[str]) -> None:
        self._patterns = {what: re.compile(pattern) for what, pattern in PATTERNS.items()}
        words = [name.encode(how, "ignore") for name in names for how in _WRITTEN]
        words += [number[:17].encode() for number in numbers]
        self._words = [word for word in words if len(word) >= SHORTEST]

    def into(self, data: bytes, where: str) -> list[Found]:
        """Everything in these bytes, packed or not."""
        found = {what for view in _views(data) for what, pattern in self._patterns.items() if pattern.search(view)}
        found |= {"a visitor's name or number" for view in _views(data) if any(word in view for word in self._words)}
        return [Found(where, what) for what in sorted(found)]

    def into_folder(self, folder: Path) -> list[Found]:
        """Every file below, databases table by table as well; pictures' bytes are packed dots and nothing else."""
        found: list[Found] = []
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in _PICTURES):
            data, where = path.read_bytes(), str(path.relative_to(folder))
            is_database = data.startswith(b"SQLite format 3\0")
            found += self.into(_CUT.sub(b"xx", data) if is_database else data, where)
            if is_database:
                found += self.into_database(path, where)
        return found

    def into_database(self, path: Path, where: str) -> list[Found]:
        """Cell by cell: what stands over two pages of a file, or is packed in a cell."""
        found: list[Found] = []
        for table in [row["name"] for row in rows_of(path, "sqlite_master") if row["type"] == "table"]:
            named = (cell for row in rows_of(path, table) for cell in row.items())
            cells = (cell for name, cell in named if not (name.endswith(MICROSECONDS) and isinstance(cell, int)))
            for cell in {_bytes(cell) for cell in cells if isinstance(cell, str | bytes | int)}:
                found += self.into(cell, f"{where}: {table}")
        return sorted(set(found))


def planted(look: Look, database: Path, scratch: Path, person: tuple[str, str]) -> list[str]:
    """The control: one of each kind in a copy of a real store, in logs, in a slip's bytes; those that are not found."""
    name, number = person
    scratch.mkdir()
    with contextlib.closing(sqlite3.connect(database)) as there, sqlite3.connect(scratch / "hall.db") as here:
        there.backup(here)
        here.execute("CREATE TABLE planted (word TEXT)")
        here.execute("INSERT INTO planted VALUES (?)", (base64.b64encode(zlib.compress(number.encode())).decode(),))
    here.close()
    for file, content in {**PLANTED, "kiosk.log": f"read {number}".encode(), **_names(name)}.items():
        (scratch / file).write_bytes(content)
    there_are = {path.name for path in scratch.iterdir()}
    seen = {one.where.split(":")[0] for one in look.into_folder(scratch)}
    shutil.rmtree(scratch)
    return sorted(there_are - seen)


def _names(name: str) -> dict[str, bytes]:
    return {f"name-{how}.bin": b"\x1b@" + name.encode(how) + b"\n" for how in _WRITTEN}


def _bytes(cell: str | bytes | int) -> bytes:
    return cell if isinstance(cell, bytes) else str(cell).encode("utf-8", "surrogateescape")


def _views(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes as they are, without the zeros of UTF-16, and what is packed in them."""
    yield data
    if b"\0" in data:
        yield data.replace(b"\0", b"")
    if depth == _DEPTH:
        return
    for opened in _opened(data):
        yield from _views(opened, depth + 1)


def _opened(data: bytes) -> Iterator[bytes]:
    if data[:1] in {b"\x78", b"\x1f"}:
        with contextlib.suppress(zlib.error):
            yield zlib.decompress(data, wbits=47)  # zlib or gzip
    for run in _BASE64.findall(data):
        text = run.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        with contextlib.suppress(binascii.Error, ValueError):
            yield base64.b64decode(text + b"=" * (-len(text) % 4))
