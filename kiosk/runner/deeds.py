"""What the hall sends this kiosk to do: each once, in the order of its book, and told back with what came of it.

What was done is kept by its id before it is told: an order that comes again, because the hall did not hear the answer,
changes nothing. What ends this program is done only after the hall has heard that it is.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from config.errors import ConfigError
from config.pushed import NothingBeforeError
from hall_server.contract.fleet import FleetAct
from hall_server.contract.fleet_deeds import PARCEL_MOST, PUSHABLE, DeedRefusal, RefusedDeed, Service
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStoreError
from kiosk.runner.journalling import in_journal
from kiosk.session.resting import at_rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from config.pushed import PushedSettings
    from hall_server.contract.fleet import Heartbeat, Orders
    from hall_server.contract.fleet_deeds import Deed, Settings
    from kiosk.hall_client.fleet import FleetVerbs
    from kiosk.local_store import LocalStore
    from kiosk.runner.boxes import BoxWatch
    from kiosk.session.state import Session

LOG = logging.getLogger("kapok.kiosk.deeds")
_MOST, _KEPT = 32, 64
_ENDS_US = frozenset({FleetAct.RESTART, FleetAct.SETTINGS, FleetAct.SETTINGS_BACK})


class _NotNowError(Exception):
    """Somebody stands there, or the hall fell silent: the hall sends it again."""


class _RefusedError(Exception):
    def __init__(self, code: DeedRefusal) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Deeds:
    """`shot`: the glass as a JPEG, None while it is not at rest; blocking, any thread. `log`: its end, masked."""

    verbs: FleetVerbs
    store: LocalStore
    journal: Executor
    boxes: BoxWatch
    session: Callable[[], Session]
    pushed: PushedSettings | None = None
    log: Callable[[], str] = str
    shot: Callable[[], bytes | None] | None = None
    restarts: bool = False  # this program is to end once nobody stands there
    _outcomes: dict[str, str] = field(default_factory=dict)
    _to_tell: tuple[str, ...] = ()
    _end_with: frozenset[str] = frozenset()  # deeds after which this program ends

    async def restore(self) -> None:
        """What an earlier life of this program did, and what it left out of use."""
        try:
            self._outcomes = await in_journal(self.journal, self.store.facts.deeds)
            off = await in_journal(self.journal, self.store.facts.services_off)
        except LocalStoreError:
            LOG.exception("what the hall sent before is not known")
            return
        if off:
            self.boxes.switch(frozenset(off))

    @property
    def done(self) -> tuple[str, ...]:
        """What is told as done."""
        return tuple(one for one in self._to_tell if not self._outcomes[one])

    @property
    def refused(self) -> tuple[RefusedDeed, ...]:
        """What is told as not done."""
        return tuple(RefusedDeed(one, code) for one in self._to_tell if (code := self._outcomes[one]))

    @property
    def tells(self) -> bool:
        """Whether there is something to tell."""
        return bool(self._to_tell)

    def set_here(self) -> Settings:
        """What a technician set on the glass and nobody has undone."""
        held = self.pushed.held().here if self.pushed is not None else {}
        return {key: value for key, value in held.items() if isinstance(value, bool | int | float | str)}

    def told(self, beat: Heartbeat) -> None:
        """The hall has heard this one."""
        heard = {*beat.done, *(one.id for one in beat.refused)}
        self._to_tell = tuple(one for one in self._to_tell if one not in heard)
        self.restarts = self.restarts or not self._end_with.isdisjoint(beat.done)
        self._end_with -= heard

    async def obey(self, orders: Orders) -> None:
        """Do what is new among them."""
        for deed in orders.deeds[:_MOST]:
            if deed.id in self._to_tell:
                continue
            if deed.id not in self._outcomes:
                try:
                    await self._once(deed, orders.at)
                except _NotNowError:
                    continue
            self._to_tell += (deed.id,)

    async def _once(self, deed: Deed, at: int) -> None:
        code = ""
        try:
            await self._do(deed, at)
        except _RefusedError as error:
            code = error.code.value
        except (OSError, LocalStoreError):
            LOG.exception("%s could not be done", deed.act)
            code = DeedRefusal.DISK.value
        LOG.warning("the hall sent %s %s: %s", deed.act, deed.id, code or "done")
        kept = dict([*self._outcomes.items(), (deed.id, code)][-_KEPT:])
        self._outcomes = kept
        try:
            await in_journal(self.journal, self.store.facts.keep_deeds, kept)
        except LocalStoreError:
            LOG.exception("a start of this program would do %s again", deed.act)

    async def _do(self, deed: Deed, at: int) -> None:
        if deed.until and at > deed.until:
            raise _RefusedError(DeedRefusal.LATE)
        match deed.act:
            case FleetAct.RESTART:
                pass
            case FleetAct.SERVICE_OFF | FleetAct.SERVICE_ON:
                await self._switch(deed.service, off=deed.act == FleetAct.SERVICE_OFF)
            case FleetAct.SETTINGS | FleetAct.SETTINGS_BACK:
                await in_journal(self.journal, self._push, deed)
            case FleetAct.LOGS:
                await self._hand_over(deed, self.log().encode() or b"-\n")
            case FleetAct.SCREENSHOT:
                await self._hand_over(deed, await self._photograph())
            case _:
                raise _RefusedError(DeedRefusal.UNKNOWN)
        if deed.act in _ENDS_US:
            self._end_with |= {deed.id}

    async def _switch(self, service: str, *, off: bool) -> None:
        if service not in set(Service) or service not in self.boxes.kinds:
            raise _RefusedError(DeedRefusal.NO_SERVICE)
        now = self.boxes.off | {service} if off else self.boxes.off - {service}
        await in_journal(self.journal, self.store.facts.keep_services_off, tuple(sorted(now)))
        self.boxes.switch(now)

    def _push(self, deed: Deed) -> None:
        if self.pushed is None:
            raise _RefusedError(DeedRefusal.SETTINGS_WRONG)
        try:
            if deed.act == FleetAct.SETTINGS_BACK:
                self.pushed.back(deed.id)
            elif not deed.settings or set(deed.settings) - PUSHABLE:
                raise _RefusedError(DeedRefusal.SETTINGS_WRONG)
            else:
                self.pushed.take(deed.settings, deed.id)
        except ConfigError as error:
            LOG.warning("pushed settings are refused: %s", error)
            raise _RefusedError(DeedRefusal.SETTINGS_WRONG) from None
        except NothingBeforeError:
            raise _RefusedError(DeedRefusal.NOTHING_BEFORE) from None

    async def _photograph(self) -> bytes:
        if self.shot is None:
            raise _RefusedError(DeedRefusal.NO_SCREEN)
        picture = await asyncio.to_thread(self.shot) if at_rest(self.session()) else None
        if picture is None:
            raise _NotNowError
        if len(picture) > PARCEL_MOST:
            raise _RefusedError(DeedRefusal.NOT_TAKEN)
        return picture

    async def _hand_over(self, deed: Deed, body: bytes) -> None:
        try:
            await asyncio.to_thread(self.verbs.hand_over, deed.id, body)
        except HallSilentError:
            raise _NotNowError from None
        except HallRefusedError as error:
            LOG.warning("the hall does not take what it sent for: %s", error)
            raise _RefusedError(DeedRefusal.NOT_TAKEN) from None
