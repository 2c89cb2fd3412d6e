"""The number of a reader's security module (SAM): 16 bytes <-> the form that is printed on readers. Pure.

Two numbers of 16 bits and three of 32, little endian (public drivers agree). It names a box, not a person.
"""

from __future__ import annotations

import struct

_LAYOUT = struct.Struct("<HHIII")
SAM_ID_BYTES = _LAYOUT.size


def sam_id_text(data: bytes) -> str:
    """As in 05.01-20240301-0000465706-1058989032; "" for anything but 16 bytes."""
    if len(data) != SAM_ID_BYTES:
        return ""
    kind, version, made, serial, random = _LAYOUT.unpack(data)
    return f"{kind:02d}.{version:02d}-{made}-{serial:010d}-{random:010d}"


def encode_sam_id(kind: int, version: int, made: int, serial: int, random: int) -> bytes:
    """The inverse, for emulators. Raises struct.error for what does not fit."""
    return _LAYOUT.pack(kind, version, made, serial, random)
