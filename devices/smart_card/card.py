"""A made-up social-security card: the files that a real one shows freely, in the manners that real ones have. Pure.

Knows commands and answers from the card's side and nothing of readers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from devices.smart_card.apdu import (
    BY_FILE,
    BY_NAME,
    GET_RESPONSE,
    HEAD_BYTES,
    OK,
    READ_RECORD,
    RECORD_NUMBER,
    SECURITY_NOT_SATISFIED,
    SELECT,
)
from devices.smart_card.codec import EF05, EF06, FILES, SSSE, File, record_of
from devices.values.smart_card import SocialSecurityCard

ATR = bytes.fromhex("3B6D0000") + b"\x80KAPOK SSC 01"  # T=0; the 13 historical bytes are made up
NOT_FOUND, NO_RECORD, NO_FILE_SELECTED = 0x6A82, 0x6A83, 0x6986
WRONG_LENGTH, WRONG_P1_P2, NO_SUCH_COMMAND = 0x6700, 0x6A86, 0x6D00
FCI = bytes.fromhex("6F11840F") + SSSE  # what selecting the application gives


class Manner(StrEnum):
    """What real cards do differently. What stands before LOCKED keeps no card from being read."""

    PIECES = "pieces"  # answers 61xx; data is fetched with GET RESPONSE
    EXACT_LE = "exact-le"  # answers 6Cxx unless the length asked for is the record's
    TAG_ONLY = "tag-only"  # items by tag
    RECORD_ONLY = "record-only"  # items by record number in the selected file
    SHORT_ONLY = "short-only"  # items by record number and short file identifier
    SELECT_02 = "select-02"  # files are selected with P1 02 alone
    LOCKED = "locked"  # EF06 wants a PIN
    OTHER_CARD = "other-card"  # a bank's card, say
    BAD_ATR = "bad-atr"  # greets the reader with what no reader understands: a dirty chip
    ENDLESS_61 = "endless-61"  # there is always more
    ENDLESS_6C = "endless-6c"  # no length is right


_FORMS = {Manner.TAG_ONLY, Manner.RECORD_ONLY, Manner.SHORT_ONLY}


@dataclass(slots=True)
class VirtualCard:
    """Answers commands as a card in which `holder` is written would; `manners` may be changed while it is in."""

    holder: SocialSecurityCard
    manners: frozenset[Manner] = frozenset()
    _application: bool = field(default=False, init=False)
    _file: File | None = field(default=None, init=False)
    _owed: bytes = field(default=b"", init=False)

    @property
    def atr(self) -> bytes:
        """What it says when it is powered."""
        return b"\x00\x01" if Manner.BAD_ATR in self.manners else ATR

    def reset(self) -> None:
        """Power-up: nothing is selected."""
        self._application, self._file, self._owed = False, None, b""

    def answer(self, sent: bytes) -> bytes:
        """What the card says to one command, status bytes and all. Any bytes may come."""
        if len(sent) < HEAD_BYTES:
            return _status(WRONG_LENGTH)
        if Manner.ENDLESS_61 in self.manners:
            return _status(0x6101)
        data, status = self._do(sent)
        if sent[1] == GET_RESPONSE or Manner.PIECES not in self.manners or not data:
            return data + _status(status)
        self._owed = data
        return _status(0x6100 | len(data) & 0xFF)

    def _do(self, sent: bytes) -> tuple[bytes, int]:
        _, ins, p1, p2 = sent[:HEAD_BYTES]
        length, *data = sent[HEAD_BYTES:] or (0,)  # Lc and data, or Le
        if ins == SELECT:
            return self._select(p1, bytes(data[:length]))
        if ins == READ_RECORD:
            return self._read(p1, p2, length)
        if ins == GET_RESPONSE:
            owed, self._owed = self._owed, b""
            return (owed, OK) if owed else (b"", WRONG_LENGTH)
        return b"", NO_SUCH_COMMAND

    def _select(self, p1: int, name: bytes) -> tuple[bytes, int]:
        if p1 == BY_NAME:
            self._application = name == SSSE and Manner.OTHER_CARD not in self.manners
            return (FCI, OK) if self._application else (b"", NOT_FOUND)
        if p1 not in BY_FILE or (p1 == BY_FILE[0] and Manner.SELECT_02 in self.manners):
            return b"", WRONG_P1_P2
        file = next((file for file in FILES if name == file.identifier.to_bytes(2, "big")), None)
        if file is None or not self._application or Manner.SHORT_ONLY in self.manners:
            return b"", NOT_FOUND
        self._file = file
        return b"", OK

    def _read(self, p1: int, p2: int, le: int) -> tuple[bytes, int]:
        file, index, form = self._asked(p1, p2)
        if self.manners & _FORMS and form not in self.manners:
            return b"", WRONG_P1_P2
        if file is None or not self._application:
            return b"", NO_FILE_SELECTED
        if file is EF06 and Manner.LOCKED in self.manners:
            return b"", SECURITY_NOT_SATISFIED
        if not 0 <= index < len(file.items):
            return b"", NO_RECORD
        item = file.items[index]
        record = record_of(item, getattr(self.holder, item.field))
        if Manner.ENDLESS_6C in self.manners:
            return b"", 0x6C00 | (le + 1) & 0xFF
        if Manner.EXACT_LE in self.manners and le != len(record):
            return b"", 0x6C00 | len(record)
        return record, OK

    def _asked(self, p1: int, p2: int) -> tuple[File | None, int, Manner]:
        """The file, the item's place in it (-1: not there) and the form in which it is asked for."""
        if p2 == 0:
            tags = [item.tag for item in self._file.items] if self._file else []
            return self._file, tags.index(p1) if p1 in tags else -1, Manner.TAG_ONLY
        if p2 == RECORD_NUMBER:
            return self._file, p1 - 1, Manner.RECORD_ONLY
        file = {EF05.short: EF05, EF06.short: EF06}.get(p2 >> 3)
        return file, p1 - 1, Manner.SHORT_ONLY


def made_up(name: str, social_number: str, number: str = "A12345678") -> SocialSecurityCard:
    """A holder with this name and number, all else made up. Raises ValueError when it does not fit on a card."""
    holder = SocialSecurityCard(
        card_id="440100D156000005" + number.encode().hex()[-8:].upper(),
        card_class="1",
        spec_version="3.00",
        issuer="915600000244010044010000",
        issued=date(2021, 3, 1),
        expires=date(2031, 3, 1),
        card_number=number,
        social_number=social_number,
        name=name,
        sex="1" if social_number[16:17] in set("13579") else "2",
        ethnicity="01",
        birthplace="440100",
        birth=date.fromisoformat(social_number[6:14]),
    )
    for file in FILES:
        for item in file.items:
            record_of(item, getattr(holder, item.field))
    return holder


def _status(number: int) -> bytes:
    return number.to_bytes(2, "big")
