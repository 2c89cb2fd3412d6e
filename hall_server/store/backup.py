"""A hall in one file that both dialects make and take: a zip of its tables as SQLite, its secrets, and a manifest.

Made beside a running hall, from one moment of it. Restored only where no such hall is, and only when its history is
whole; the restored hall begins a new life, because numbers may have been given out after the backup.
"""

from __future__ import annotations

import contextlib
import hashlib
import lzma
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy.exc import DatabaseError

from config.durable import make_folder, move, new_file
from hall_server.store.create import make_tables
from hall_server.store.migrate import migrate, revision, strangeness
from hall_server.store.place import place_of
from hall_server.store.postgres import rows_of_a_hall
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore, connect
from hall_server.store.verify import verify

if TYPE_CHECKING:
    Where = Path | str

FORMAT = 1
MANIFEST, SECRET, SIGNING = "manifest.json", "pseudonym.key", "signing.key"
_PARTS = frozenset({FILE_NAME, SECRET, SIGNING})
RESTORED = "restored from a backup"
_CHUNK = 1 << 20
# What reading raises for a file that is not ours or not whole. zipfile says NotImplementedError for a compression
# that it does not know, RuntimeError for an encrypted member, and lets through what the decompressors say.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, KeyError, ValueError, NotImplementedError,
    msgspec.MsgspecError, OSError, RuntimeError,
)  # fmt: skip


class BackupError(Exception):
    """Why a file cannot be restored, in one sentence."""


class Manifest(msgspec.Struct):
    """What a backup says of itself."""

    format: int
    hall: str
    revision: str
    incarnation: str
    n: int
    hash: str
    at: int
    sha256: dict[str, str]


def back_up(where: Where, hall_id: str, secret: Path, target: Path, at: int) -> Manifest:
    """Write a hall into a new file for its owner only. FileExistsError when it is there, OSError when it cannot be."""
    with new_file(target) as made, tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        copy = Path(folder) / FILE_NAME
        _copy_out(where, hall_id, copy)
        with contextlib.closing(SqliteReader(copy, hall_id)) as reader:
            life, n, hash_ = reader.incarnations()[-1].id, reader.head(), reader.head_hash().hex()
        private = {SECRET: secret, SIGNING: secret.parent / SIGNING}
        parts = {FILE_NAME: copy, **{name: path for name, path in private.items() if path.exists()}}
        digests = {name: _digest(path) for name, path in parts.items()}
        manifest = Manifest(FORMAT, hall_id, revision(copy) or "", life, n, hash_, at, digests)
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, msgspec.json.encode(manifest))
            for name, path in parts.items():
                archive.write(path, name)
    return manifest


def restore(source: Path, where: Where, secret: Path, life: str, at: int) -> Manifest:
    """Put a backed-up hall where none is and begin a new life. BackupError with a sentence when that cannot be."""
    if isinstance(where, Path) and where.exists():
        raise BackupError(f"{where} is there already; a backup never goes over a hall")
    make_folder(secret.parent, 0o700)
    with tempfile.TemporaryDirectory(dir=secret.parent, prefix=".restore-") as name:
        folder = Path(name)
        manifest = _unpack(source, folder)
        copy = folder / FILE_NAME
        _prove(copy, manifest)
        _refuse_other_secret(folder / SECRET, secret)
        _refuse_other_secret(folder / SIGNING, secret.parent / SIGNING)
        with contextlib.closing(SqliteStore(copy, manifest.hall)) as store:
            store.run(lambda tx: tx.open_incarnation(life, at, RESTORED))
        if (folder / SECRET).exists():  # first: a hall that stands has its secret
            move(folder / SECRET, secret)
        if (folder / SIGNING).exists():  # with it kiosks know the hall again
            move(folder / SIGNING, secret.parent / SIGNING)
        _put(copy, where, manifest.hall)
    return manifest


def _copy_out(where: Where, hall_id: str, copy: Path) -> None:
    if isinstance(where, Path):
        with (
            contextlib.closing(connect(where, read_only=True)) as there,
            contextlib.closing(sqlite3.connect(copy)) as db,
        ):
            there.backup(db)
    else:
        migrate(copy)
        with contextlib.closing(sqlite3.connect(copy)) as db:
            rows_of_a_hall.copy_out(where, hall_id, db)


def _unpack(source: Path, folder: Path) -> Manifest:
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
            for name in sorted(_PARTS & manifest.sha256.keys()):
                with archive.open(name) as packed, (folder / name).open("xb") as file:
                    (folder / name).chmod(0o600)
                    while chunk := packed.read(_CHUNK):
                        file.write(chunk)
    except FileNotFoundError as error:
        raise BackupError(f"no file {source}") from error
    except _BROKEN as error:
        raise BackupError(f"{source} is no backup of a hall, or is cut off or damaged") from error
    if manifest.format > FORMAT:
        raise BackupError(f"{source} was made by a newer program")
    if not manifest.sha256.keys() <= _PARTS:
        raise BackupError(f"{source} names parts that no backup has")
    if any(not (folder / name).exists() or _digest(folder / name) != told for name, told in manifest.sha256.items()):
        raise BackupError(f"{source} is damaged: its parts are not what it says")
    return manifest


def _prove(copy: Path, manifest: Manifest) -> None:
    """Bring the copy up to this program's tables and walk its history."""
    try:
        if found := strangeness(copy):
            raise BackupError(f"the backup was made by another build of this program ({found})")
        migrate(copy)
    except DatabaseError as error:
        raise BackupError("what is in the backup is no database of a hall, or is damaged") from error
    with contextlib.closing(SqliteReader(copy, manifest.hall)) as reader:
        findings = verify(reader, manifest.hall).findings
        if not findings and (reader.head(), reader.head_hash().hex()) != (manifest.n, manifest.hash):
            findings = [f"it ends at event {reader.head()}, not at {manifest.n} as it says"]
    if findings:
        raise BackupError(f"the backup's history is not whole: {findings[0]}")


def _refuse_other_secret(ours: Path, there: Path) -> None:
    if there.exists() and ours.exists() and there.read_bytes() != ours.read_bytes():
        raise BackupError(f"{there} is another hall's secret; restore into an empty folder")


def _put(copy: Path, where: Where, hall_id: str) -> None:
    if isinstance(where, Path):
        copy.chmod(0o600)
        move(copy, where)
        return
    make_tables(where)
    place = place_of(where)
    if hall_id in place.halls():
        raise BackupError(f"hall {hall_id} is in {place.shown} already; a backup never goes over a hall")
    with contextlib.closing(sqlite3.connect(copy)) as db:
        rows_of_a_hall.copy_in(db, where)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
