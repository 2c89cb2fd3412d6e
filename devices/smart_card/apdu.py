"""Commands to a chip, its answers, and the two detours of T=0: "fetch the rest" (61) and "ask again" (6C). Sans-IO.

A conversation is a generator: it yields the bytes of a command and is sent the bytes of the answer. Whatever it is
sent, it ends. ISO 7816-3 and -4; knows no files of any card.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    Talk = Generator[bytes, bytes, "Answer"]

SELECT, READ_RECORD, GET_RESPONSE = 0xA4, 0xB2, 0xC0
OK = 0x9000
END_OF_FILE = 0x6282  # fewer bytes than asked for: what came is whole
SECURITY_NOT_SATISFIED, CONDITIONS_NOT_SATISFIED = 0x6982, 0x6985
MORE, WRONG_LE = 0x61, 0x6C  # first status byte; the second says how many
STATUS_BYTES = 2
HEAD_BYTES = 4  # CLA INS P1 P2
BY_NAME, BY_FILE = 0x04, (0x00, 0x02)  # P1 of SELECT
RECORD_NUMBER = 0x04  # P2 of READ RECORD: by number, in the selected file or with a short identifier above it
MAX_DETOURS = 8  # rounds of 61 and 6C for one command; a sound card needs two
MAX_ANSWER = 1024  # bytes of one answer, pieces together; the longest record of the free files has 32


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What a chip said: data and the two status bytes as one number; status 0 when there was no sound answer."""

    data: bytes
    status: int

    @property
    def good(self) -> bool:
        """Whether the data is what was asked for."""
        return self.status in {OK, END_OF_FILE}

    def __repr__(self) -> str:
        return f"Answer({len(self.data)} bytes, {self.status:04X})"


NO_ANSWER = Answer(b"", 0)


def command(ins: int, p1: int, p2: int, data: bytes = b"", le: int | None = None) -> bytes:
    """The bytes of one short command of class 00."""
    head = bytes((0x00, ins, p1, p2))
    body = bytes((len(data),)) + data if data else b""
    return head + body + (b"" if le is None else bytes((le,)))


def answer_of(raw: bytes) -> Answer:
    """Data and status of the bytes that came; NO_ANSWER when they are too few or too many."""
    if not STATUS_BYTES <= len(raw) <= MAX_ANSWER:
        return NO_ANSWER
    return Answer(raw[:-STATUS_BYTES], int.from_bytes(raw[-STATUS_BYTES:], "big"))


def ask(sent: bytes) -> Talk:
    """Put one command and follow the detours. A chip that never comes to an end gives NO_ANSWER."""
    head, data = sent, b""
    for _ in range(MAX_DETOURS):
        answer = answer_of((yield sent))
        kind, count = divmod(answer.status, 0x100)
        data += answer.data
        if len(data) > MAX_ANSWER:
            return NO_ANSWER
        if kind == MORE:
            sent = command(GET_RESPONSE, 0, 0, le=count)
        elif kind == WRONG_LE and len(sent) == HEAD_BYTES + 1 and not answer.data:  # head and Le, nothing else
            sent = sent[:HEAD_BYTES] + bytes((count,))
        else:
            return Answer(data, answer.status) if answer is not NO_ANSWER else NO_ANSWER
        if sent == head:
            return NO_ANSWER  # sent back to where it began
    return NO_ANSWER
