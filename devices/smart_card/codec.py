"""What the free files of a social-security card mean: items, their tags and lengths, and how each is written.

Sources: LD/T 32-2015 as public drivers read it (both addressing forms, the lengths), one public capture of items 01 and
03. Nothing here raises on what a card says; a value that makes no sense is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SSSE = bytes.fromhex("7378312E73682E") + "社会保障".encode("gb2312")  # the application's name: "sx1.sh.社会保障"
HEADER = 2  # tag and length, one byte each
PADDING = b"\x00\xff"
LAST_DIGIT = 9


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the field that it fills, its tag, how many bytes its value has, and what they mean."""

    field: str
    tag: int
    length: int
    read: Callable[[bytes], str | date | None]
    write: Callable[[str | date | None, int], bytes]


@dataclass(frozen=True, slots=True)
class File:
    """One elementary file: its identifier, its short one, and its items in the order of their records."""

    identifier: int
    short: int
    items: tuple[Item, ...]


def text(value: bytes) -> str | None:
    """ASCII, blank or padded."""
    try:
        found = value.rstrip(PADDING).decode("ascii").strip()
    except UnicodeDecodeError:
        return None
    return found if found.isprintable() else None


def name(value: bytes) -> str | None:
    """A name in GBK or GB18030, padded with 00, spaces or FF; None when it is cut or is no text."""
    try:
        found = value.rstrip(PADDING).decode("gb18030").strip(" \u3000")
    except UnicodeDecodeError:
        return None
    return found if all(char.isprintable() for char in found) else None


def digits(value: bytes) -> str:
    """Hexadecimal digits, two a byte, without the padding F at the right."""
    return value.hex().upper().rstrip("F")


def decimal(value: bytes) -> str | None:
    """BCD digits; empty when the card left them blank."""
    found = digits(value)
    if not found.strip("0"):
        return ""
    return found if found.isdigit() else None


def code(value: bytes) -> str | None:
    """One byte that cards write as a character or as a number: "1" either way."""
    if value in {b"", b"\xff", b" "}:
        return ""
    if value[0] <= LAST_DIGIT:
        return str(value[0])
    return text(value)


def day(value: bytes) -> date | str | None:
    """YYYYMMDD in BCD; empty when blank (all 0 or all F), None when that is no day."""
    found = decimal(value)
    if not found:
        return found
    try:
        return date.fromisoformat(found) if len(found) == len("YYYYMMDD") else None
    except ValueError:
        return None


def _write_text(value: str | date | None, length: int) -> bytes:
    return str(value or "").encode("ascii").ljust(length, b"\0")


def _write_name(value: str | date | None, length: int) -> bytes:
    return str(value or "").encode("gb18030").ljust(length, b"\0")


def _write_digits(value: str | date | None, length: int) -> bytes:
    return bytes.fromhex(str(value or "").ljust(2 * length, "F"))


def _write_day(value: str | date | None, length: int) -> bytes:
    return bytes.fromhex(value.isoformat().replace("-", "")) if isinstance(value, date) else bytes(length)


EF05 = File(
    0xEF05,
    0x05,
    (
        Item("card_id", 0x01, 16, digits, _write_digits),
        Item("card_class", 0x02, 1, code, _write_text),
        Item("spec_version", 0x03, 4, text, _write_text),
        Item("issuer", 0x04, 12, digits, _write_digits),
        Item("issued", 0x05, 4, day, _write_day),
        Item("expires", 0x06, 4, day, _write_day),
        Item("card_number", 0x07, 9, text, _write_text),
    ),
)
EF06 = File(
    0xEF06,
    0x06,
    (
        Item("social_number", 0x08, 18, text, _write_text),
        Item("name", 0x09, 30, name, _write_name),
        Item("sex", 0x0A, 1, code, _write_text),
        Item("ethnicity", 0x0B, 1, decimal, _write_digits),
        Item("birthplace", 0x0C, 3, decimal, _write_digits),
        Item("birth", 0x0D, 4, day, _write_day),
    ),
)
FILES = (EF05, EF06)


def value_of(item: Item, record: bytes) -> bytes | None:
    """The value in a record (tag, length, value); None when tag or length are others or bytes are missing.

    What stands behind the value is padding of the record and is not looked at.
    """
    if len(record) < HEADER or record[0] != item.tag or record[1] != item.length:
        return None
    value = record[HEADER : HEADER + item.length]
    return value if len(value) == item.length else None


def record_of(item: Item, content: str | date | None) -> bytes:
    """What a card answers for this item. Raises ValueError when the content does not fit."""
    value = item.write(content, item.length)
    if len(value) != item.length:
        message = f"{item.field} takes {item.length} bytes"
        raise ValueError(message)
    return bytes((item.tag, item.length)) + value
