"""Settings of a kiosk that its hall pushed: laid over the kiosk's own file, and checked just like it.

They lie beside the kiosk's store, because a kiosk may not write its own file. What held before is kept beside them, for
going back. A file that cannot be read, or does not fit the kiosk's file any more, counts as none, and is logged.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import msgspec

from config.durable import move
from config.errors import ConfigError
from config.kiosk_file import KioskFile
from config.reader import read_toml, shaped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOG = logging.getLogger("kapok.config")
NAME = "pushed-{kiosk}.json"


class Pushed(msgspec.Struct, frozen=True):
    """By key, as in `kiosk.idle_s`. `before` None: there is nothing to go back to; `by`: what they came with."""

    now: dict[str, Any] = msgspec.field(default_factory=dict)
    before: dict[str, Any] | None = None
    by: str = ""


class NothingBeforeError(Exception):
    """Site: nothing was pushed, or it was gone back already."""


class PushedSettings:
    """Of one kiosk: `file` is its own, `folder` where its store lies."""

    def __init__(self, file: Path, folder: Path, kiosk: str) -> None:
        self._file, self._path = file, folder / NAME.format(kiosk=kiosk)

    def take(self, settings: Mapping[str, Any], by: str) -> None:
        """From the next start on. ConfigError when the kiosk could not start with them, OSError for the disk."""
        held = self.held()
        if held.by == by:
            return
        now = {**held.now, **settings}
        laid_over(self._file, now)
        self._keep(Pushed(now, held.now, by))

    def back(self, by: str) -> None:
        """To what held before the last ones. NothingBeforeError, ConfigError, OSError."""
        held = self.held()
        if held.by == by:
            return
        if held.before is None:
            raise NothingBeforeError
        laid_over(self._file, held.before)
        self._keep(Pushed(held.before, None, by))

    def held(self) -> Pushed:
        """What holds now."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Pushed)
        except FileNotFoundError:
            return Pushed()
        except (OSError, msgspec.DecodeError) as error:
            LOG.warning("%s is not read, the kiosk's own file alone counts: %s", self._path, type(error).__name__)
            return Pushed()

    def _keep(self, held: Pushed) -> None:
        made = self._path.with_suffix(".new")
        made.write_bytes(msgspec.json.encode(held))
        made.chmod(0o600)
        move(made, self._path)


def laid_over(file: Path, settings: Mapping[str, Any]) -> KioskFile:
    """The kiosk's file with these in it; raises ConfigError naming the key."""
    tables = read_toml(file)
    for key, value in settings.items():
        table, _, name = key.partition(".")
        tables[table] = {**tables.get(table, {}), name: value}
    return shaped(file, tables, KioskFile)


def load_kiosk_as_pushed(file: Path) -> KioskFile:
    """A kiosk's file with what was pushed to it. Raises ConfigError for the file itself."""
    own = shaped(file, read_toml(file), KioskFile)
    settings = pushed_settings(file, own).held().now
    try:
        return laid_over(file, settings) if settings else own
    except ConfigError as error:
        LOG.warning("what was pushed does not fit %s any more and counts for nothing: %s", file, error)
        return own


def pushed_settings(file: Path, own: KioskFile) -> PushedSettings:
    """Of the kiosk of this file."""
    return PushedSettings(file, file.parent / (own.kiosk.state_dir or "."), own.kiosk.id)
