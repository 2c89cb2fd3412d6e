"""IPP messages <-> bytes (RFC 8010 §3). Sans-IO; knows no HTTP and not what an attribute means.

Why our own: pycups is GPL and needs CUPS' C library; pyipp (MIT) reads a printer's answers well, but has only that side
of the talk, needs aiohttp and would bring more packages than there are pages of code here. The emulator speaks with the
same two functions.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import NamedTuple

from devices.page_printer.words import Tag

MAX_VALUE_BYTES = 0x7FFF  # value-length is a SIGNED-SHORT
MAX_TEXT_BYTES = 8191  # RFC 8011 allows 1023 at most; more than this is no text
MAX_DEPTH = 8  # collections in collections
_HEADER = struct.Struct(">bbHi")
_STRINGS = frozenset(range(0x40, 0x60)) - {Tag.MEMBER_NAME}
_WITH_LANGUAGE: set[int] = {Tag.TEXT_WITH_LANGUAGE, Tag.NAME_WITH_LANGUAGE}
_NUMBERS: dict[int, struct.Struct] = {  # syntax → how its bytes are packed
    Tag.INTEGER: struct.Struct(">i"),
    Tag.ENUM: struct.Struct(">i"),
    Tag.BOOLEAN: struct.Struct(">?"),
    Tag.RANGE: struct.Struct(">ii"),
    Tag.RESOLUTION: struct.Struct(">iib"),
}
_OUT_OF_BAND = range(0x10, 0x20)  # unsupported, unknown, no-value …: there is nothing behind them
_DELIMITERS = range(0x10)


class IppSyntaxError(Exception):
    """Peer: these bytes are not an IPP message. `reason` is truncated, tag, length, nesting, member or text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Value(NamedTuple):
    """One value: its syntax, and what it says: int, bool, str, bytes, some ints, a collection's Attributes, or None."""

    tag: int
    content: object


class Attribute(NamedTuple):
    """A name and its values; at least one."""

    name: str
    values: tuple[Value, ...]


class Group(NamedTuple):
    """Attributes of one thing: the operation, a job, the printer."""

    tag: int
    attributes: tuple[Attribute, ...]

    def first(self, name: str) -> object:
        """The first value of an attribute; None when it is not there."""
        return next(iter(self.every(name)), None)

    def every(self, name: str) -> list[object]:
        """All values of an attribute, without those that say that there is none."""
        found = next((one for one in self.attributes if one.name == name), None)
        return [value.content for value in found.values if value.content is not None] if found else []

    def says_none(self, name: str) -> bool:
        """The attribute is there and says that there is no value."""
        return any(one.name == name for one in self.attributes) and not self.every(name)


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """A request (`code`: the operation) or an answer (`code`: the status), and the document behind it."""

    code: int
    request_id: int = 1
    groups: tuple[Group, ...] = ()
    version: tuple[int, int] = (1, 1)
    data: bytes = b""

    def __repr__(self) -> str:
        return f"Message(0x{self.code:04X}, {len(self.groups)} groups, {len(self.data)} bytes)"

    def group(self, tag: Tag) -> Group:
        """The first group of a kind; an empty one when there is none."""
        return next((group for group in self.groups if group.tag == tag), Group(tag, ()))


def attribute(name: str, tag: Tag, *contents: object) -> Attribute:
    """An attribute whose values are all of one syntax."""
    return Attribute(name, tuple(Value(tag, content) for content in contents))


def encode_message(message: Message) -> bytes:
    """The bytes of a message. Raises IppSyntaxError when a value does not fit its syntax."""
    parts = [_HEADER.pack(*message.version, message.code, message.request_id)]
    for group in message.groups:
        parts.append(bytes((group.tag,)))
        parts.extend(_encode_attribute(one, one.name.encode(), 0) for one in group.attributes)
    return b"".join((*parts, bytes((Tag.END,)), message.data))


def _encode_attribute(one: Attribute, name: bytes, depth: int) -> bytes:
    """`name` stands before the first value only; in a collection it has come already, as a value of its own."""
    parts = []
    for value in one.values:
        parts.append(_encode_value(value, name, depth))
        name = b""
    return b"".join(parts)


def _encode_value(value: Value, name: bytes, depth: int) -> bytes:
    if value.tag != Tag.COLLECTION:
        return _field(value.tag, name, _packed(value))
    if depth >= MAX_DEPTH or not isinstance(value.content, tuple):
        raise IppSyntaxError("nesting")
    parts = [_field(Tag.COLLECTION, name, b"")]
    for one in value.content:
        parts.extend((_field(Tag.MEMBER_NAME, b"", one.name.encode()), _encode_attribute(one, b"", depth + 1)))
    return b"".join((*parts, _field(Tag.END_COLLECTION, b"", b"")))


def _field(tag: int, name: bytes, data: bytes) -> bytes:
    if max(len(name), len(data)) > MAX_VALUE_BYTES:
        raise IppSyntaxError("length")
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(data)) + data


def _packed(value: Value) -> bytes:
    content = value.content
    try:
        if packing := _NUMBERS.get(value.tag):
            return packing.pack(*content) if isinstance(content, tuple) else packing.pack(content)
    except (struct.error, TypeError) as error:
        raise IppSyntaxError("length") from error
    if content is None:
        return b""
    if value.tag in _WITH_LANGUAGE:
        text = str(content).encode()
        return struct.pack(">H2sH", 2, b"zh", len(text)) + text
    return content if isinstance(content, bytes) else str(content).encode()


def decode_message(data: bytes) -> Message:
    """The message in these bytes. Raises IppSyntaxError for anything that is not one, cut ones included."""
    if len(data) < _HEADER.size:
        raise IppSyntaxError("truncated")
    major, minor, code, request_id = _HEADER.unpack_from(data)
    reader = _Reader(data, _HEADER.size)
    groups: list[Group] = []
    while (tag := reader.byte()) != Tag.END:
        if tag not in _DELIMITERS:
            raise IppSyntaxError("tag")
        groups.append(Group(tag, tuple(reader.attributes())))
    return Message(code, request_id, tuple(groups), (major, minor), data[reader.at :])


class _Reader:
    """Walks over the fields of one message."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self.at = at

    def byte(self) -> int:
        return self._take(1)[0]

    def attributes(self) -> list[Attribute]:
        """Those up to the next delimiter, which is left for the caller."""
        found: list[tuple[str, list[Value]]] = []
        while self._peek() not in _DELIMITERS:
            tag, name, data = self._field()
            if name:
                found.append((name, []))
            elif not found:
                raise IppSyntaxError("tag")
            found[-1][1].append(self._value(tag, data, 0))
        return [Attribute(name, tuple(values)) for name, values in found]

    def _value(self, tag: int, data: bytes, depth: int) -> Value:
        if tag == Tag.COLLECTION:
            return Value(tag, self._collection(depth + 1))
        if tag in {Tag.END_COLLECTION, Tag.MEMBER_NAME}:
            raise IppSyntaxError("nesting")
        return Value(tag, _content(tag, data))

    def _collection(self, depth: int) -> tuple[Attribute, ...]:
        if depth > MAX_DEPTH:
            raise IppSyntaxError("nesting")
        found: list[tuple[str, list[Value]]] = []
        while True:
            tag, name, data = self._field()
            if name or tag in _DELIMITERS:
                raise IppSyntaxError("member")
            if tag == Tag.END_COLLECTION:
                break
            if tag == Tag.MEMBER_NAME:
                found.append((_text(data), []))
            elif found:
                found[-1][1].append(self._value(tag, data, depth))
            else:
                raise IppSyntaxError("member")
        if not all(name and values for name, values in found):
            raise IppSyntaxError("member")
        return tuple(Attribute(name, tuple(values)) for name, values in found)

    def _field(self) -> tuple[int, str, bytes]:
        tag = self.byte()
        return tag, _text(self._counted()), self._counted()

    def _counted(self) -> bytes:
        length = int.from_bytes(self._take(2), "big")
        if length > MAX_VALUE_BYTES:
            raise IppSyntaxError("length")
        return self._take(length)

    def _peek(self) -> int:
        if self.at >= len(self._data):
            raise IppSyntaxError("truncated")
        return self._data[self.at]

    def _take(self, size: int) -> bytes:
        taken = self._data[self.at : self.at + size]
        if len(taken) < size:
            raise IppSyntaxError("truncated")
        self.at += size
        return taken


def _content(tag: int, data: bytes) -> object:
    if tag in _OUT_OF_BAND:
        return None
    if packing := _NUMBERS.get(tag):
        if len(data) != packing.size:
            raise IppSyntaxError("length")
        numbers = packing.unpack(data)
        return numbers if len(numbers) > 1 else numbers[0]
    if tag in _WITH_LANGUAGE:
        return _text(_behind_language(data))
    return _text(data) if tag in _STRINGS else data


def _behind_language(data: bytes) -> bytes:
    """The text of `length language length text`."""
    skip = 2 + int.from_bytes(data[:2], "big")
    text = data[skip + 2 :]
    if len(data) < skip + 2 or len(text) != int.from_bytes(data[skip : skip + 2], "big"):
        raise IppSyntaxError("length")
    return text


def _text(data: bytes) -> str:
    """Text is UTF-8; what is not becomes the replacement character, so that a printer's umlauts stop no job."""
    if len(data) > MAX_TEXT_BYTES:
        raise IppSyntaxError("text")
    return data.decode("utf-8", errors="replace")
