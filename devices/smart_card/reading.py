"""The conversation that reads a social-security card: select, then item by item in a form that it knows. Sans-IO.

A generator as in `apdu`: it yields commands, is sent answers, and returns the card or why there is none. Hostile
answers end it, too: it never puts more than MAX_COMMANDS.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from devices.smart_card.apdu import (
    BY_FILE,
    BY_NAME,
    CONDITIONS_NOT_SATISFIED,
    NO_ANSWER,
    READ_RECORD,
    RECORD_NUMBER,
    SECURITY_NOT_SATISFIED,
    SELECT,
    ask,
    command,
)
from devices.smart_card.codec import EF05, FILES, HEADER, SSSE, value_of
from devices.values.smart_card import SlotTrouble, SocialSecurityCard

if TYPE_CHECKING:
    from collections.abc import Generator

    from devices.smart_card.apdu import Answer
    from devices.smart_card.codec import File, Item

    Reading = Generator[bytes, bytes, "SocialSecurityCard | Unread"]

MAX_COMMANDS = 160  # a sound card needs 17 to 36
ATTEMPTS = 2  # for one item whose answer makes no sense
LOCKED = frozenset({SECURITY_NOT_SATISFIED, CONDITIONS_NOT_SATISFIED})


class Form(Enum):
    """How an item is asked for."""

    TAG = auto()  # P1 the tag, P2 00, Le the record's length
    RECORD = auto()  # P1 the record's number in the selected file, P2 04
    SHORT = auto()  # the same with the file's short identifier: no file need be selected


@dataclass(frozen=True, slots=True)
class Unread:
    """No card came of it; `reason` is one of those of `SmartCardEvent`."""

    reason: str


@dataclass(slots=True)
class _Found:
    values: dict[str, Any] = field(default_factory=dict)  # each item fills a field of its own type
    missing: set[str] = field(default_factory=set)
    broken: int = 0
    locked: bool = False
    form: Form | None = None  # the one that has worked for this card


def reading() -> Reading:
    """Read one card, from power-up to the last item.

    At the end the card's own number is asked for again: were the cards changed unnoticed, nothing of it is handed out.
    """
    talk = _whole()
    sent = next(talk)
    for _ in range(MAX_COMMANDS):
        answer = yield sent
        try:
            sent = talk.send(answer)
        except StopIteration as end:
            result: SocialSecurityCard | Unread = end.value
            return result
    return Unread(SlotTrouble.BROKEN)


def _whole() -> Reading:
    selected = yield from ask(command(SELECT, BY_NAME, 0x00, SSSE))
    if selected is NO_ANSWER:
        return Unread(SlotTrouble.BROKEN)
    if not selected.good:
        return Unread(SlotTrouble.UNKNOWN)
    found = _Found()
    for file in FILES:
        yield from _file(file, found)
    if not found.values.get("card_id") and not found.values.get("card_number"):
        return Unread(SlotTrouble.BROKEN if found.broken else "refused")
    if not (yield from _still_the_same(found)):
        return Unread(SlotTrouble.PULLED)
    return SocialSecurityCard(**found.values, missing=frozenset(found.missing), locked=found.locked)


def _file(file: File, found: _Found) -> Generator[bytes, bytes, None]:
    found.form = None
    selected = yield from _select(file)
    for item in file.items:
        value = yield from _item(file, item, found)
        meaning = None if value is None else item.read(value)
        if meaning is None:
            found.missing.add(item.field)
            found.locked = found.locked or selected.status in LOCKED
        elif meaning != "":
            found.values[item.field] = meaning


def _select(file: File) -> Generator[bytes, bytes, Answer]:
    """By its identifier, in the two ways that cards know. A refusal is not the end: SHORT needs no selecting."""
    answer = NO_ANSWER
    for p1 in BY_FILE:
        answer = yield from ask(command(SELECT, p1, 0x00, file.identifier.to_bytes(2, "big")))
        if answer.good:
            break
    return answer


def _item(file: File, item: Item, found: _Found) -> Generator[bytes, bytes, bytes | None]:
    """One item's value, in the form that has worked in this file or the first that does; None when there is none."""
    locked = False
    for form in (found.form,) if found.form else Form:
        for _ in range(ATTEMPTS):
            answer = yield from ask(_question(form, file, item))
            value = value_of(item, answer.data) if answer.good else None
            if value is not None:
                found.form = form
                return value
            locked = locked or answer.status in LOCKED
            if not (answer.good or answer is NO_ANSWER):
                break  # it said no: asking again in the same form is no use
            found.broken += 1
    found.locked = found.locked or locked
    return None


def _question(form: Form, file: File, item: Item) -> bytes:
    if form is Form.TAG:
        return command(READ_RECORD, item.tag, 0x00, le=HEADER + item.length)
    number = file.items.index(item) + 1
    return command(READ_RECORD, number, RECORD_NUMBER if form is Form.RECORD else file.short << 3 | RECORD_NUMBER, le=0)


def _still_the_same(found: _Found) -> Generator[bytes, bytes, bool]:
    item = next(
        item for item in EF05.items if found.values.get(item.field) and item.field in {"card_id", "card_number"}
    )
    yield from _select(EF05)
    value = yield from _item(EF05, item, found)
    return value is not None and item.read(value) == found.values[item.field]
