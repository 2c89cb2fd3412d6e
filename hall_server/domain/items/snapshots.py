"""Snapshots of the catalogue as they were published (CL-B3).

A publication is complete in itself: its body is there again when an older version is published once more. Nothing is
ever edited or dropped, so a ticket's version can always be looked up. Knows no files and no SQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.items.catalogue import Catalogue, History, Publication

if TYPE_CHECKING:
    from collections.abc import Iterable

SITE_FILE = "site_file"  # `by` of what a server published because its site file says so


class Published(msgspec.Struct, frozen=True):
    """One publication, without its body. `n` counts a hall's publications from 1; `at` is UTC microseconds."""

    n: int
    version: str
    effective_from: str
    at: int
    by: str


def history_of(snapshots: Iterable[Published]) -> History:
    """Which version holds when, by these publications."""
    return History(tuple(Publication(one.version, one.effective_from) for one in snapshots))


def body_of(catalogue: Catalogue) -> bytes:
    """A catalogue as it is kept."""
    return msgspec.json.encode(catalogue)


def catalogue_of(body: bytes) -> Catalogue:
    """A kept catalogue; msgspec.MsgspecError for one that this program cannot read."""
    try:
        return msgspec.json.decode(body, type=Catalogue)
    except (UnicodeDecodeError, RecursionError) as error:
        raise msgspec.DecodeError(str(error)) from error


def is_news(catalogue: Catalogue, snapshots: Iterable[Published]) -> bool:
    """Whether a site file's catalogue is still to be published: nobody has, since a site file said something else last.

    So a version that was rolled back stays so over a restart, one that was published beforehand keeps its day, and a
    file that is changed back is heard.
    """
    since: list[str] = []
    for one in snapshots:
        if one.by == SITE_FILE and one.version != catalogue.version:
            since.clear()
        else:
            since.append(one.version)
    return bool(catalogue.version) and catalogue.version not in since
