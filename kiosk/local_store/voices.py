"""Ratings and complaints that the hall has not heard yet, kept over starts and power cuts, and nothing of a person.

A complaint in somebody's own words is not kept: words may name somebody, and a kiosk keeps nobody's name (invariant
10). Without the hall its category is kept, and the visitor is shown the hotline for the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from hall_server.contract.voices import Complain, GiveRating
from kiosk.local_store.facts import put_fact
from kiosk.local_store.file import LocalStoreError
from kiosk.local_store.kept import value_of
from kiosk.local_store.outbox import READ_FACT

if TYPE_CHECKING:
    import sqlite3

    from kiosk.local_store.file import StoreFile

NAME = "voices"  # of the fact
MOST = 200  # then no more are kept: whoever speaks is told so


class KeptRating(msgspec.Struct, frozen=True, tag="rating"):
    """A rating of a ticket, under the key that says it once."""

    key: str
    ticket_id: str
    order: GiveRating


class KeptComplaint(msgspec.Struct, frozen=True, tag="complaint"):
    """A complaint without words. ValueError for one with any."""

    key: str
    order: Complain

    def __post_init__(self) -> None:
        if self.order.words:
            msg = "words may name somebody: they are not kept"
            raise ValueError(msg)


KeptVoice: TypeAlias = KeptRating | KeptComplaint


class KeptVoices:
    """The oldest first. Blocking, for one thread at a time; raises LocalStoreError."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def keep(self, voice: KeptVoice) -> bool:
        """One more, durable when this returns; the same key is there once. False: too many wait already."""
        with self._file.writing() as connection:
            there = _voices(connection)
            if any(one.key == voice.key for one in there):
                return True
            if len(there) >= MOST:
                return False
            put_fact(connection, NAME, (*there, voice))
        return True

    def waiting(self) -> tuple[KeptVoice, ...]:
        """What the hall has not heard."""
        rows = self._file.rows(READ_FACT, NAME)
        return _of(rows[0]["value"]) if rows else ()

    def settled(self, key: str) -> None:
        """The hall has it, or will never have it."""
        with self._file.writing() as connection:
            put_fact(connection, NAME, tuple(one for one in _voices(connection) if one.key != key))


def _voices(connection: sqlite3.Connection) -> tuple[KeptVoice, ...]:
    found = connection.execute(READ_FACT, [NAME]).fetchone()
    return () if found is None else _of(found[0])


def _of(kept: bytes) -> tuple[KeptVoice, ...]:
    try:
        return value_of(kept, tuple[KeptVoice, ...])
    except LocalStoreError:  # another program's shape: nobody can read it any more, and nobody waits for it
        return ()
