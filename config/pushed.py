"""Settings of a kiosk that its hall pushed, or a technician set on the spot: laid over its own file, checked like it.

They lie beside the kiosk's store, because a kiosk may not write its own file. What held before is kept beside them, for
going back; of the hall's and of the technician's each for itself. A signed order holds: a key that the hall sets, or
goes back from, is the technician's no more. A file that cannot be read, or does not fit the kiosk's file any more,
counts as none, and is logged.
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
    """By key, as in `kiosk.idle_s`. `before` None: there is nothing to go back to; `by`: what they came with.

    `now` is the hall's; `here` the technician's, which lie over it.
    """

    now: dict[str, Any] = msgspec.field(default_factory=dict)
    before: dict[str, Any] | None = None
    by: str = ""
    here: dict[str, Any] = msgspec.field(default_factory=dict)
    here_before: dict[str, Any] | None = None

    @property
    def holds(self) -> dict[str, Any]:
        """All of them."""
        return {**self.now, **self.here}


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
        self._keep(_free(Pushed({**held.now, **settings}, held.now, by, held.here, held.here_before), set(settings)))

    def back(self, by: str) -> None:
        """To what held before the last ones. NothingBeforeError, ConfigError, OSError."""
        held = self.held()
        if held.by == by:
            return
        if held.before is None:
            raise NothingBeforeError
        changed = {key for key in {*held.now, *held.before} if held.now.get(key) != held.before.get(key)}
        self._keep(_free(Pushed(held.before, None, by, held.here, held.here_before), changed))

    def set_here(self, settings: Mapping[str, Any]) -> None:
        """A technician's, from the next start on. ConfigError when the kiosk could not start with them, OSError."""
        held = self.held()
        self._keep(msgspec.structs.replace(held, here={**held.here, **settings}, here_before=held.here))

    def back_here(self) -> None:
        """To what held before the technician's last ones. NothingBeforeError, ConfigError, OSError."""
        held = self.held()
        if held.here_before is None:
            raise NothingBeforeError
        self._keep(msgspec.structs.replace(held, here=held.here_before, here_before=None))

    def tried(self, settings: Mapping[str, Any]) -> KioskFile:
        """The kiosk's file as it would hold with these; nothing is kept. ConfigError."""
        return laid_over(self._file, {**self.held().holds, **settings})

    def own(self) -> KioskFile:
        """The kiosk's own file alone. ConfigError."""
        return laid_over(self._file, {})

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
        laid_over(self._file, held.holds)
        made = self._path.with_suffix(".new")
        made.write_bytes(msgspec.json.encode(held))
        made.chmod(0o600)
        move(made, self._path)


def _free(held: Pushed, keys: set[str]) -> Pushed:
    """Without what a technician set of these keys: the hall has spoken since."""
    here = {key: value for key, value in held.here.items() if key not in keys}
    before = held.here_before
    before = None if before is None else {key: value for key, value in before.items() if key not in keys}
    return msgspec.structs.replace(held, here=here, here_before=None if before == here else before)


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
    settings = pushed_settings(file, own).held().holds
    try:
        return laid_over(file, settings) if settings else own
    except ConfigError as error:
        LOG.warning("what was pushed does not fit %s any more and counts for nothing: %s", file, error)
        return own


def pushed_settings(file: Path, own: KioskFile) -> PushedSettings:
    """Of the kiosk of this file."""
    return PushedSettings(file, file.parent / (own.kiosk.state_dir or "."), own.kiosk.id)
