"""CBOR from strangers, read strictly: the deterministic encoding of RFC 8949 §4.2.1, and of that only what codes need.

Whole numbers, byte strings, text, arrays and maps. No floats, no tags, nothing of indefinite length: a value has one
encoding here, so a changed byte is another value or an error. The library that writes (cbor2) is not used to read: its
5.9 takes long forms, doubled keys and trailing bytes, and lets TypeError and decimal.Overflow out of hostile tags.
Knows no claims.
"""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | bytes | str | list[Value] | dict[int | str, Value]"

MAX_DEPTH = 3  # arrays and maps inside each other; a COSE_Sign1 and its headers need two
_ARRAY, _MAP = 4, 5
_INLINE = 24  # lengths and numbers below stand in the first byte
_WIDTHS = {24: (1, _INLINE), 25: (2, 1 << 8), 26: (4, 1 << 16), 27: (8, 1 << 32)}  # bytes that follow, least value


class MalformedError(Exception):
    """Bytes that are not what they should be; `part` names the place for a technician and holds none of the bytes."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def read(data: bytes) -> Value:
    """One value that fills `data` to its last byte. Raises MalformedError, and nothing else, for any bytes."""
    reader = _Reader(data)
    value = reader.item(MAX_DEPTH)
    if reader.left:
        raise MalformedError("cbor.trailing")
    return value


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        return len(self._data) - self._at

    def item(self, depth: int) -> Value:
        kind, size = self._head()
        if kind in {_ARRAY, _MAP} and not depth:
            raise MalformedError("cbor.depth")
        match kind:
            case 0:
                return size
            case 1:
                return -1 - size
            case 2:
                return self._take(size)
            case 3:
                return self._text(size)
            case 4:
                return [self.item(depth - 1) for _ in range(self._count(size))]
            case 5:
                return self._map(self._count(size), depth - 1)
            case _:
                raise MalformedError("cbor.kind")

    def _head(self) -> tuple[int, int]:
        """Major type, and the number or length in its only allowed form: the shortest."""
        first = self._take(1)[0]
        kind, size = first >> 5, first & 0x1F
        if size < _INLINE:
            return kind, size
        if size not in _WIDTHS:
            raise MalformedError("cbor.length")
        width, least = _WIDTHS[size]
        size = int.from_bytes(self._take(width), "big")
        if size < least:
            raise MalformedError("cbor.shortest")
        return kind, size

    def _take(self, size: int) -> bytes:
        if size > self.left:
            raise MalformedError("cbor.short")
        self._at += size
        return self._data[self._at - size : self._at]

    def _text(self, size: int) -> str:
        try:
            return self._take(size).decode()
        except UnicodeDecodeError as error:
            raise MalformedError("cbor.text") from error

    def _count(self, size: int) -> int:
        """Each member takes a byte at least, so that nothing is begun which cannot be finished."""
        if size > self.left:
            raise MalformedError("cbor.short")
        return size

    def _map(self, size: int, depth: int) -> dict[int | str, Value]:
        """Keys ascend by their bytes: no order but one, and none twice."""
        found: dict[int | str, Value] = {}
        before = b""
        for _ in range(size):
            began = self._at
            key = self.item(0)
            encoded = self._data[began : self._at]
            if not isinstance(key, int | str):
                raise MalformedError("cbor.key")
            if encoded <= before:
                raise MalformedError("cbor.order")
            found[key], before = self.item(depth), encoded
        return found
