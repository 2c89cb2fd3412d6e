"""The hall's book of records: what must be answerable for later and is no ticket's and no booking's event.

Consents and refusals, what was looked up and for what, overrides with their reason, complaints. Rows are only ever
added, and each covers the one before with its hash. Nothing in it names a person: `about` is a ticket's or visit's id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from hall_server.contract.vocabulary import ActorKind

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entry. `n` is given when the store remembers it. New fields need defaults: old entries keep their hash."""

    n: int = 0
    at: int
    kind: str  # snake_case; what shape `what` has
    about: str
    actor_kind: ActorKind
    actor: str = ""
    what: msgspec.Raw = msgspec.Raw(b"{}")  # JSON of that kind's own shape

    def as_(self, shape: type[T]) -> T:
        """What was written, read again. Raises msgspec.DecodeError for another kind's."""
        return msgspec.json.decode(self.what, type=shape)


class RecordRows(Protocol):
    """The book inside a transaction."""

    def add_record(self, record: Record) -> Record:
        """Number, chain and write it."""

    def records_about(self, about: str) -> list[Record]:
        """Everything about one thing, in order."""


class RecordReader(Protocol):
    """The committed book."""

    def records_about(self, about: str) -> list[Record]:
        """Everything about one thing, in order."""

    def records(self, kind: str, after: int, limit: int) -> list[Record]:
        """Entries of a kind ("" = every kind) with n > after, in order."""
