"""Messages to the city: written with what they tell of in one transaction, sent later, again and again until taken.

A message about one subject is sent only after the older ones about it. A city that is away loses nothing: only one that
answers and says no, or answers nonsense many times, makes a message a dead letter, which a person can see and send
again. Pure: no clock, no carrier.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum

import msgspec

from hall_server.contract.city.ports import PortName

SECOND = 1_000_000
ANSWERED_AT_MOST = 12  # useless answers in a row, over about half an hour
FIRST_REST_S, LONGEST_REST_S = 1, 300
KEPT_S = 72 * 3_600  # after a message was taken: as long as first answers to kiosks


class MessageState(StrEnum):
    """Where a message is."""

    WAITING = "waiting"  # to be sent, or sent and not known to be taken
    TAKEN = "taken"  # the city has it
    DEAD = "dead"  # the city will not have it; a person decides


class CityMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to tell one platform. The body is the port's JSON and names nobody."""

    id: str  # a UUID; the city's idempotency key
    port: PortName
    kind: str  # which of the port's messages: the end of its address
    subject: str  # what it is about; messages about one subject arrive in order
    correlation: str
    made_at: int
    body: bytes
    state: MessageState = MessageState.WAITING
    place: int = 0  # the order of writing; given by the store
    tries: int = 0  # useless answers so far
    due_at: int = 0
    why: str = ""  # what came of the last try
    settled_at: int = 0


def message_id(*about: str) -> str:
    """The same id for the same thing, however often it is written: a repeat is no second message.

    A hall that was restored from a backup tells again what it does not know it told; the city knows it by this.
    """
    digest = int.from_bytes(hashlib.sha256("\0".join(about).encode()).digest()[:16], "big")
    digits = f"{digest & ~(0xF << 76 | 0x3 << 62) | 0x8 << 76 | 0x2 << 62:032x}"  # RFC 9562 §5.8, version 8
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def taken(message: CityMessage, at: int) -> CityMessage:
    """The city has it."""
    return msgspec.structs.replace(message, state=MessageState.TAKEN, why="", settled_at=at)


def refused(message: CityMessage, why: str, at: int) -> CityMessage:
    """The city will not have it."""
    return msgspec.structs.replace(message, state=MessageState.DEAD, why=why, settled_at=at)


def not_now(message: CityMessage, why: str, at: int, *, answered: bool, after_s: float = 0) -> CityMessage:
    """No use so far. `answered`: somebody was there, so that it may be this message's fault."""
    tries = message.tries + 1 if answered else message.tries
    if tries >= ANSWERED_AT_MOST:
        return refused(msgspec.structs.replace(message, tries=tries), why, at)
    rest_s = min(FIRST_REST_S * 2 ** max(0, tries - 1), LONGEST_REST_S) if answered else FIRST_REST_S
    wait = int(min(max(rest_s, after_s), LONGEST_REST_S) * SECOND)
    return msgspec.structs.replace(message, tries=tries, why=why, due_at=at + wait)


def once_more(message: CityMessage, at: int) -> CityMessage:
    """A person sends a dead letter again; the others go on waiting as they were."""
    if message.state is not MessageState.DEAD:
        return message
    return msgspec.structs.replace(message, state=MessageState.WAITING, tries=0, due_at=at, settled_at=0)
