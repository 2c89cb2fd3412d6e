"""The reference city's 事项库: versions of made-up items, or of files that somebody names; one after the other.

A file is TOML with [[item]], [[material]] and [catalogue] as in a hall's site file; of each item only what a city
settles is read, so a site file will do. Versions are in memory: a city that starts anew begins with the first.
"""

from __future__ import annotations

import threading
import tomllib
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.items import CityItem, ItemCodes, Snapshot, VersionRow, Versions, sha256_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_CHINA = timezone(timedelta(hours=8))
_MOST = 64


class ItemFileError(Exception):
    """A file that holds no items. Says which, and what was expected."""


class Version(NamedTuple):
    """One version before it is published; without a day it holds from the day on which it is."""

    body: bytes
    effective_from: date | None


def version_in(path: Path) -> Version:
    """The version that a file says. Raises ItemFileError."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        snapshot = msgspec.convert({key: told.get(key, ()) for key in ("item", "material")}, Snapshot)
        day = msgspec.convert(told.get("catalogue", {}).get("effective_from"), date | None)
    except OSError as error:
        raise ItemFileError(f"{path}: {error.strerror}") from None
    except (ValueError, AttributeError, RecursionError) as error:
        raise ItemFileError(f"{path}: {error}") from None
    return Version(msgspec.json.encode(snapshot), day)


def made_up() -> tuple[Version, ...]:
    """Two versions of two items that no hall has: the second promises seven days instead of fifteen."""
    both = (Snapshot((_item("demo-1", "示例事项一", days), _item("demo-2", "示例事项二", 0))) for days in (15, 7))
    return tuple(Version(msgspec.json.encode(one), None) for one in both)


class ItemDesk:
    """Hands out versions; the first is published from the start, each next one when somebody says so."""

    def __init__(self, versions: Sequence[Version] = ()) -> None:
        self._waiting = list(versions or made_up())
        self._bodies: dict[int, bytes] = {}
        self._rows: list[VersionRow] = []
        self._door = threading.Lock()
        self.publish_next()

    def versions(self) -> Versions:
        """All that were published."""
        return Versions(tuple(self._rows))

    def snapshot(self, serial: int) -> bytes:
        """One version's bytes. Raises CityError(not_found)."""
        try:
            return self._bodies[serial]
        except KeyError:
            raise CityError(CityProblem.NOT_FOUND, field="serial") from None

    def publish_next(self) -> VersionRow:
        """The next version of those that wait. Raises CityError(not_found) when there is none."""
        with self._door:
            if not self._waiting or len(self._rows) >= _MOST:
                raise CityError(CityProblem.NOT_FOUND)
            one = self._waiting.pop(0)
            day = one.effective_from or datetime.now(_CHINA).date()
            row = VersionRow(len(self._rows) + 1, sha256_of(one.body), day)
            self._bodies[row.serial] = one.body
            self._rows = [*self._rows, row]
            return row


def _item(key: str, name: str, days: int) -> CityItem:
    return CityItem(
        id=key,
        name=name,
        kind="public_service",
        codes=ItemCodes(basic=f"DEMO-{key}"),
        conditions="示例：符合条件的个人",
        legal_days="20",
        promise_days=days,
        materials=(("m_id", "居民身份证", "main", "居民身份证"),),
    )
