"""配置 behind the glass (UI-T8): the settings as they hold, each with where it comes from; one is tried, kept, undone.

Kept where the hall's are (`config.pushed`), on the thread that those are kept on; what they mean says `config.explain`.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

import msgspec

from config.errors import ConfigError
from config.flat import flat
from config.pushed import NothingBeforeError
from hall_server.contract.fleet_deeds import PUSHABLE
from kiosk.runner.journalling import in_journal
from kiosk.session.settings_words import (
    KeepSetting,
    Kind,
    LookAtSettings,
    Setting,
    SettingsFault,
    SettingsKept,
    SettingsSeen,
    SettingTried,
    TrySetting,
    UndoSetting,
    Where,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from config.explain import Key
    from config.pushed import PushedSettings
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post
    from kiosk.session.events import Event

LOG = logging.getLogger("kapok.kiosk.settings")

CHANGED_HERE = PUSHABLE | {"speech.volume", "screen.glass_bottom_mm"}  # and what only somebody who stands here knows
KINDS = {"boolean": Kind.SWITCH, "number": Kind.NUMBER, "integer": Kind.NUMBER, "string": Kind.TIME}


class SettingsDesk:
    """The performer. `restart`: have this program begin again once nobody stands there; None: nobody can."""

    def __init__(
        self,
        pushed: PushedSettings | None,
        journal: Executor,
        post: Post,
        clock: Clock,
        restart: Callable[[], None] | None,
    ) -> None:
        self._pushed, self._journal, self._post, self._clock = pushed, journal, post, clock
        self._restart = restart

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(LookAtSettings, self.look)
        errands.register(TrySetting, self.try_one)
        errands.register(KeepSetting, self.keep)
        errands.register(UndoSetting, self.undo)

    async def look(self, _: LookAtSettings) -> None:
        """Once."""
        self._post(await in_journal(self._journal, self._looked))

    async def try_one(self, errand: TrySetting) -> None:
        """Ask the schema."""
        self._post(await in_journal(self._journal, lambda: self._tried(errand.key, errand.kind, errand.text)))

    async def keep(self, errand: KeepSetting) -> None:
        """From the next start on."""
        await self._changed(errand.key, lambda held: held.set_here({errand.key: value_of(errand.kind, errand.text)}))

    async def undo(self, _: UndoSetting) -> None:
        """What held before the last one."""
        await self._changed("", lambda held: held.back_here())

    async def _changed(self, key: str, change: Callable[[PushedSettings], None]) -> None:
        event = await in_journal(self._journal, lambda: self._outcome(key, change))
        if isinstance(event, SettingsKept) and self._restart is not None:
            self._restart()
        self._post(event)

    def _looked(self) -> Event:
        if self._pushed is None:
            return SettingsSeen(self._clock(), (), fault=SettingsFault.NO_FILE)
        try:
            seen = settings_of(self._pushed)
        except ConfigError as error:
            LOG.warning("the settings cannot be shown: %s", error)
            return SettingsSeen(self._clock(), (), fault=SettingsFault.FILE)
        return SettingsSeen(self._clock(), seen, undo=self._pushed.held().here_before is not None)

    def _tried(self, key: str, kind: Kind, text: str) -> Event:
        return self._outcome(
            key, lambda held: held.tried({key: value_of(kind, text)}), SettingTried(self._clock(), key)
        )

    def _outcome(self, key: str, change: Callable[[PushedSettings], object], well: Event | None = None) -> Event:
        if self._pushed is None or (key and key not in CHANGED_HERE):
            return SettingTried(self._clock(), key, SettingsFault.NO_FILE)
        try:
            change(self._pushed)
        except ConfigError as error:
            LOG.warning("%s is refused: %s", key, error)
            return SettingTried(self._clock(), key, SettingsFault.VALUE, error.expected)
        except NothingBeforeError:
            return SettingTried(self._clock(), key, SettingsFault.NOTHING_BEFORE)
        except OSError:
            LOG.exception("a setting is not kept")
            return SettingTried(self._clock(), key, SettingsFault.DISK)
        if well is None:
            LOG.warning("set on the glass: %s", key or "gone back")
        return well or SettingsKept(self._clock(), restarts=self._restart is not None)


def value_of(kind: Kind, text: str) -> bool | float | str:
    """As it would stand in a file; what is no number stays as it is, for the schema to refuse."""
    match kind:
        case Kind.SWITCH:
            return {"true": True, "false": False}.get(text, text)
        case Kind.NUMBER:
            try:
                return float(text) if "." in text else int(text)
            except ValueError:
                return text
        case _:
            return text


def settings_of(pushed: PushedSettings) -> tuple[Setting, ...]:
    """Those that may be changed here first, then those that somebody set, then the rest. ConfigError."""
    from config.explain import usual  # the hall's shapes too: only a technician needs them

    held, own = pushed.held(), pushed.own()
    try:
        values = flat(pushed.tried({}))
    except ConfigError:  # as at the start: what fits no more counts for nothing
        held, values = msgspec.structs.replace(held, now={}, here={}), flat(own)
    defaults = usual()
    settings = [
        _setting(key, value, defaults, held.now, held.here)
        for key, value in values.items()
        if value not in (None, (), []) or key in defaults  # a table that is not there says nothing
    ]
    return tuple(sorted(settings, key=lambda one: (one.kind is Kind.FIXED, one.where is Where.USUAL)))


def _setting(key: str, value: object, defaults: dict[str, str], hall: dict[str, Any], here: dict[str, Any]) -> Setting:
    from config.explain import explained, limits

    plain = re.sub(r"\[[^\]]+\]", "", key)
    said, default = _said(value), _said(msgspec.json.decode(defaults.get(plain, '""')))
    found = next((one for one in explained(plain) if one.file == "kiosk file"), None)
    kind = _kind(found) if found is not None and key in CHANGED_HERE else Kind.FIXED
    where = Where.HERE if key in here else Where.HALL if key in hall else Where.USUAL if said == default else Where.FILE
    least, most = limits(plain) if kind is Kind.NUMBER else ("", "")
    return Setting(key, said, default, where, kind, least, most)


def _kind(found: Key) -> Kind:
    return KINDS.get(found.kind.partition(",")[0], Kind.FIXED)


def _said(value: object) -> str:
    """A word as it is, a whole number without a point, a list with commas; the rest as JSON."""
    match value:
        case str():
            return value
        case [*parts] if all(isinstance(part, str) for part in parts):
            return ", ".join(map(str, parts))
        case _:
            return msgspec.json.encode(value).decode().removesuffix(".0")
