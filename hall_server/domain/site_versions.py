"""Versions of a hall's site file 配置版本: drafts, which of the published ones holds on a day, and their seal. Pure.

They stand in the book of records, which is only added to: nothing is edited, a rollback is an older version published
again. On a business day that version holds whose first day came last; of the same first day, the one published last.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

DRAFTED, PUBLISHED = "site_draft", "site_published"  # kinds of records
_PURPOSE = b"kapok site version"


class Drafted(msgspec.Struct, frozen=True):
    """A site file as somebody wrote it, whole."""

    text: str


class SitePublished(msgspec.Struct, frozen=True):
    """From which business day a version holds; `seal` is made with the hall's own key."""

    first: str
    seal: str


class Published(msgspec.Struct, frozen=True):
    """One publication as it stands in the book."""

    n: int
    version: str
    first: str
    at: int
    by: str
    seal: str


def version_of(text: str) -> str:
    """What a version is called: by what stands in it."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def seal_of(key: bytes, hall: str, version: str, first: str, by: str) -> str:
    """Whoever publishes has the hall's key; a row that somebody wrote into the database has not."""
    told = b"\0".join((_PURPOSE, *(word.encode() for word in (hall, version, first, by))))
    return hmac.new(key, told, hashlib.sha256).hexdigest()


def draft_record(text: str, at: int, by: str) -> Record:
    """The entry of a draft."""
    return _record(DRAFTED, version_of(text), Drafted(text), at, by)


def publication_record(version: str, what: SitePublished, at: int, by: str) -> Record:
    """The entry of a publication."""
    return _record(PUBLISHED, version, what, at, by)


def published_of(record: Record) -> Published:
    """A publication, read again."""
    what = record.as_(SitePublished)
    return Published(record.n, record.about, what.first, record.at, record.actor, what.seal)


def holds_on(published: Iterable[Published], day: str) -> Published | None:
    """The publication that holds on a business day; None: the site file itself."""
    begun = [one for one in published if one.first <= day]
    return max(begun, key=lambda one: (one.first, one.n), default=None)


def _record(kind: str, version: str, what: msgspec.Struct, at: int, by: str) -> Record:
    raw = msgspec.Raw(msgspec.json.encode(what))
    return Record(at=at, kind=kind, about=version, actor_kind=ActorKind.CLERK, actor=by, what=raw)
