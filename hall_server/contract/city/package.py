"""The layout of a case's package (SIP): what lies in the file, and how whoever gets it finds out that it is whole.

A zip: `case.json` (what it is), `events.json` (what happened, in order), `documents/…` (what was handed in, or a note
that it stays at the department) and `hashes.json`: SHA-256 of every other file. Pure; a hostile file is refused before
it is unpacked.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from typing import Annotated

import msgspec

from hall_server.contract.city.archive import MAX_PACKAGE, Retention, Sha256
from hall_server.contract.city.wire import Word

CASE, EVENTS, HASHES, DOCUMENTS = "case.json", "events.json", "hashes.json", "documents/"
MOST_FILES = 200
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, RuntimeError, EOFError)
_WAYS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
MOST_BYTES = 4 * 1024 * 1024  # unpacked

Path = Annotated[str, msgspec.Meta(max_length=120, pattern=r"^[0-9A-Za-z_][0-9A-Za-z_./-]*\Z")]


class PackageEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One move of the visit; who of the staff made it is in the hall's own history."""

    n: int
    at: int
    move: Word
    state: Word
    counter: int | None = None
    outcome: str = ""
    reason: str = ""


class PackageDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """One material of the case. `path` "": it is not in the package, and `why` says where it is."""

    material: Word
    name: str
    path: str = ""
    why: str = ""


class PackageCase(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`case.json`: what the case is. `single_set`: no paper original is needed beside it (CL-H9)."""

    case: Word
    hall: Word
    ticket: Word
    items: tuple[str, ...]
    outcome: str
    began_at: int
    ended_at: int
    retention: Retention
    hold: bool = False
    single_set: bool = False
    correlation: str = ""
    booking: str = ""
    reference: str = ""
    documents: tuple[PackageDocument, ...] = ()


class Hash(msgspec.Struct, frozen=True):
    """One file of the package."""

    path: Path
    sha256: Sha256
    size: Annotated[int, msgspec.Meta(ge=0, le=MOST_BYTES)]


class PackageError(Exception):
    """It is not whole. `why`: a permanent word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def sha256_of(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def read_package(content: bytes) -> PackageCase:
    """What the case is, once every hash is found right.

    Raises PackageError(`not_well_formed` | `too_large` | `not_listed` | `wrong_hash`).
    """
    files = _unpacked(content)
    try:
        listed = msgspec.json.decode(files.pop(HASHES), type=tuple[Hash, ...])
        case = msgspec.json.decode(files[CASE], type=PackageCase)
        msgspec.json.decode(files[EVENTS], type=tuple[PackageEvent, ...])
    except (KeyError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise PackageError("not_well_formed") from None
    if sorted(one.path for one in listed) != sorted(files):
        raise PackageError("not_listed")
    for one in listed:
        if (len(files[one.path]), sha256_of(files[one.path])) != (one.size, one.sha256):
            raise PackageError("wrong_hash")
    if any(one.path and one.path not in files for one in case.documents):
        raise PackageError("not_listed")
    return case


def _unpacked(content: bytes) -> dict[str, bytes]:
    if len(content) > MAX_PACKAGE:
        raise PackageError("too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > MOST_BYTES:
                raise PackageError("too_large")
            if any(one.compress_type not in _WAYS for one in entries):
                raise PackageError("not_well_formed")
            files = {one.filename: packed.read(one) for one in entries}
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        EOFError,
    ):
        raise PackageError("not_well_formed") from None
    if len(files) != len(entries):
        raise PackageError("not_well_formed")  # two files of one name
    return files
