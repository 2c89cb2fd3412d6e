"""A backup that somebody brings: the archive, its manifest, the database in it. Restored whole, or refused in words."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from hall_server.store.backup import MANIFEST, SECRET, BackupError, back_up, restore
from hall_server.store.create import OtherTablesError, create_hall
from hall_server.store.reading import UnreadableStoreError
from hall_server.store.sqlite_store import FILE_NAME
from tests.fuzz.draw import Draw
from tests.fuzz.trees import edited, to_json

ROOMS = ("hall_server.store.backup", "hall_server.store.migrate", "hall_server.store.verify", "hall_server.store.check")
MAKERS = ("trees",)
LIFE, NEW_LIFE = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
FOLDER_PREFIX = "kapok-fuzz-"


@cache
def made() -> tuple[bytes, dict[str, Any], dict[str, bytes]]:
    """An archive as the hall makes it, its manifest and its parts; made once, of a hall without a day."""
    with tempfile.TemporaryDirectory(prefix=FOLDER_PREFIX) as name:
        folder = Path(name)
        create_hall(folder, "hall-1", LIFE, 0)
        secret, target = folder / SECRET, folder / "today.zip"
        secret.write_text("ab" * 32 + "\n")
        back_up(folder / FILE_NAME, "hall-1", secret, target, 7)
        with zipfile.ZipFile(target) as archive:
            parts = {one: archive.read(one) for one in archive.namelist()}
        return target.read_bytes(), json.loads(parts.pop(MANIFEST)), parts


def attempt(data: bytes) -> None:
    """The first byte says what is broken: bytes of any kind, an archive's bytes, its manifest, the database in it."""
    draw = Draw(data)
    _restored((_raw, _bytes, _manifest, _database)[draw.byte() % 4](draw))


def _raw(draw: Draw) -> bytes:
    return draw.rest()


def _bytes(draw: Draw) -> bytes:
    archive = bytearray(made()[0])
    for _ in range(draw.byte() % 4):
        at = len(archive) - draw.number(2) % 700 - 1 if draw.byte() & 1 else draw.number(2) % len(archive)
        piece = draw.take(draw.byte() % 9)
        archive[at : at + len(piece)] = piece
    return bytes(archive[: len(archive) - (draw.number(2) if draw.byte() & 1 else 0)])


def _manifest(draw: Draw) -> bytes:
    _, manifest, parts = made()
    return _archive(edited(draw, manifest), parts, zipfile.ZIP_STORED if draw.byte() & 1 else zipfile.ZIP_DEFLATED)


def _database(draw: Draw) -> bytes:
    """Pages that say something else, under digests that are right: somebody means it."""
    _, manifest, parts = made()
    database = bytearray(parts[FILE_NAME])
    for _ in range(1 + draw.byte() % 4):
        at = draw.number(3) % len(database) if draw.byte() & 1 else draw.byte()
        piece = draw.take(1 + draw.byte() % 9)
        database[at : at + len(piece)] = piece
    if draw.byte() & 1:
        del database[draw.number(3) % len(database) :]
    changed = {**parts, FILE_NAME: bytes(database)}
    digests = {name: hashlib.sha256(part).hexdigest() for name, part in changed.items()}
    return _archive({**manifest, "sha256": digests}, changed, zipfile.ZIP_STORED)


def _archive(manifest: Any, parts: dict[str, bytes], packing: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        archive.writestr(MANIFEST, to_json(manifest))
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def _restored(archive: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix=FOLDER_PREFIX) as name:
        folder = Path(name)
        source, where, secret = folder / "brought.zip", folder / "hall" / FILE_NAME, folder / "hall" / SECRET
        source.write_bytes(archive)
        try:
            restore(source, where, secret, NEW_LIFE, 9)
        except (BackupError, OtherTablesError, UnreadableStoreError):
            assert not where.exists(), "refused, and there all the same"
            assert not secret.exists()
            return
        assert where.exists()
        assert {path.name for path in where.parent.iterdir()} <= {FILE_NAME, SECRET}, "something is left behind"


SEEDS = (
    b"\0",
    b"\0PK\x05\x06" + bytes(18),
    b"\1\0",
    b"\1\1\1\0\x16\4\xff\xff\xff\xff\0",
    b"\1\0\1\0\x40",
    *(bytes((2, edits, 1, 3, 5, 7, 2, 9, 1, 5, 4, 4)) for edits in range(4)),
    b"\3\0\0\x10\3abcd\0",
    b"\3\0\1\0\x30\0\5\0\0\0\0\1\1\0\x40\0",
    b"\3\1\1\0\x20\0\x08garbage!\1\0\x60\0\x08garbage!\0",
)
