"""An application on its way: begun, sealed page by page, sent with its progress, handed in; or dropped with the visit.

Scanned pages go from their folder into the sealed boxes of `Applying` and nowhere else. Knows no page of the screen.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from devices.document_scanner.bundle import BundleError
from hall_server.contract.city.applications import ApplicationForm, MaterialGiven
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.hall_client.applications import TooMuchError
from kiosk.session.apply_words import (
    ApplicationFailed,
    ApplicationOpen,
    ApplicationSending,
    ApplicationTaken,
    BeginApplication,
    DropApplication,
    HandIn,
)
from kiosk.session.effects import Wipe
from kiosk.session.leaving import HALL_SILENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hall_client.applications import Applying, Sent
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.ports import Clock, Post
    from kiosk.runner.scanning import Scanning
    from kiosk.session.effects import Effect

LOG = logging.getLogger("kapok.kiosk.applying")


class ApplyRunner:
    """The performer. `make`: a new application; None for a kiosk that has no hall for them. One at a time."""

    def __init__(
        self, make: Callable[[], Applying] | None, *, holders: Holders, scanning: Scanning, post: Post, clock: Clock
    ) -> None:
        self._make, self._holders, self._scanning, self._post, self._clock = make, holders, scanning, post, clock
        self._applying: Applying | None = None
        self._parts: dict[str, tuple[int, ...]] = {}  # of each material that was sealed
        self._works: set[asyncio.Task[None]] = set()

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(BeginApplication, self.begin)
        errands.register(HandIn, self.hand_in)
        errands.register(DropApplication, self.dropped)

    def hear(self, effect: Effect) -> None:
        """At the end of a visit everything is dropped."""
        if isinstance(effect, Wipe):
            self.drop()

    async def begin(self, errand: BeginApplication) -> None:
        """Begin another one; one that was under way is dropped."""
        self.drop()
        if self._make is None:
            self._failed(errand.look, "city_away")
            return
        applying = self._applying = self._make()
        begin = partial(applying.begin, errand.visit, errand.item, dict(errand.answers))
        try:
            begun = await asyncio.to_thread(begin)
        except HallRefusedError as error:
            self._failed(errand.look, error.code)
        except HallSilentError:
            self._failed(errand.look, HALL_SILENT)
        else:
            if self._applying is applying:
                self._post(ApplicationOpen(self._clock(), errand.look, begun))

    async def hand_in(self, errand: HandIn) -> None:
        """Seal, send, hand in; once dropped nothing is told any more."""
        applying, holder = self._applying, self._holders.of(errand.pseudonym)
        if applying is None or holder is None:
            self._failed(errand.look, "nobody_known")
            return
        form = ApplicationForm(holder=holder, fields=errand.fields, phone=errand.phone, address=errand.address)
        try:
            for material, licence in errand.materials:
                await self._seal(applying, material, licence)
            await asyncio.to_thread(applying.put_form, form)
            await asyncio.to_thread(applying.send, self._teller(errand.look))
            given = tuple(self._given(*material) for material in errand.materials)
            receipt = await asyncio.to_thread(applying.hand_in, given, errand.delivery)
        except (HallRefusedError, BundleError) as error:
            self._failed(errand.look, error.code, of=applying)
        except HallSilentError:
            self._failed(errand.look, HALL_SILENT, of=applying)
        except TooMuchError:
            self._failed(errand.look, "too_much", of=applying)
        else:
            if self._applying is applying:
                self._applying, self._parts = None, {}
                self._post(ApplicationTaken(self._clock(), errand.look, receipt))

    async def dropped(self, _errand: DropApplication) -> None:
        """`drop`, as an errand's performer."""
        self.drop()

    def drop(self) -> None:
        """Here it is gone at once; the city hears of it beside."""
        applying, self._applying, self._parts = self._applying, None, {}
        if applying is None:
            return
        applying.forget()
        telling = asyncio.get_running_loop().create_task(_told(applying))
        self._works.add(telling)
        telling.add_done_callback(self._works.discard)

    async def _seal(self, applying: Applying, material: str, licence: str) -> None:
        scanned = self._scanning.folder.verdicts(material)
        if licence or not scanned or material in self._parts:
            return
        first = 1 + sum(len(parts) for parts in self._parts.values())
        count = await self._scanning.hand_over(
            material, lambda page_no, picture: applying.put_page(first + page_no - 1, picture)
        )
        if self._applying is applying:
            self._parts[material] = tuple(range(first, first + count))

    def _given(self, material: str, licence: str) -> MaterialGiven:
        return MaterialGiven(material=material, licence=licence, parts=self._parts.get(material, ()))

    def _teller(self, look: str) -> Callable[[Sent], None]:
        loop, told = asyncio.get_running_loop(), [-1]

        def tell(sent: Sent) -> None:
            per_cent = 100 * sent.done // max(1, sent.of)
            if per_cent != told[0]:
                told[0] = per_cent
                loop.call_soon_threadsafe(self._post, ApplicationSending(self._clock(), look, per_cent))

        return tell

    def _failed(self, look: str, code: str, of: Applying | None = None) -> None:
        if of is not None and of is not self._applying:
            return
        LOG.info("an application does not go on: %s", code)
        self._post(ApplicationFailed(self._clock(), look, code))


async def _told(applying: Applying) -> None:
    """A city that does not hear it forgets by itself what nobody hands in."""
    try:
        await asyncio.to_thread(applying.drop)
    except (HallRefusedError, HallSilentError) as error:
        LOG.info("an application was dropped here alone: %s", error)
