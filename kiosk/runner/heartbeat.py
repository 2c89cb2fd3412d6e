"""报平安 every half minute: boxes, paper, disk, what the hall has not heard yet; and doing once what the hall sends.

A restart waits until nobody stands there: the program ends like one that is told to stop, and systemd begins it again.
So does another version, which the machine's slots put to work.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import signal
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from devices.receipt_printer.roll import RollMeter
from hall_server.contract.fleet import BoxHealth, FleetAct, Heartbeat
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.journalling import in_journal
from kiosk.runner.version_wish import VersionWish
from kiosk.session.state import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from kiosk.hall_client.fleet import FleetVerbs
    from kiosk.local_store import LocalStore
    from kiosk.runner.boxes import Boxes
    from kiosk.runner.parts import Parts
    from kiosk.session.state import Session

LOG = logging.getLogger("kapok.kiosk.heartbeat")

FIRST_S = 5.0  # after a start: the boxes have been found by then
AGAIN_S = 30.0  # while the hall does not answer
SOON_S = 0.5
MB = 1_000_000


@dataclass
class Beating:
    """Tells the hall. `stop` ends this program; `session` is what stands on the glass."""

    verbs: FleetVerbs
    store: LocalStore
    journal: Executor
    boxes: Boxes
    paper: Mapping[str, float]
    folder: Path
    session: Callable[[], Session]
    stop: Callable[[], None]
    versions: VersionWish
    _done: tuple[str, ...] = ()  # what is told as done next
    _restarts: bool = False
    _wanted: str = ""  # another version that the hall wants here

    async def run(self, first_s: float = FIRST_S) -> None:
        """Until cancelled."""
        pause_s = first_s
        while True:
            await asyncio.sleep(pause_s)
            pause_s = await self._beat()

    async def _beat(self) -> float:
        try:
            beat = await in_journal(self.journal, self.now)
            heard = await asyncio.to_thread(self.verbs.beat, beat)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("not told how this kiosk is: %s", error)
            return AGAIN_S
        except Exception:  # ours: it must not end the kiosk
            LOG.exception("a fault of our own while telling how this kiosk is")
            return AGAIN_S
        self._restarts = self._restarts or bool(beat.done)  # the hall knows: it is not sent again
        if heard.orders is not None:
            self._wanted = heard.orders.version if heard.orders.version != this_version() else ""
        deeds = heard.orders.deeds if heard.orders else ()
        self._done = tuple(one.id for one in deeds if one.act is FleetAct.RESTART and one.id not in beat.done)
        self.look(self.session())
        return SOON_S if self._done else heard.every_s

    def now(self) -> Heartbeat:
        """How this kiosk is."""
        session, boxes = self.session(), self.boxes
        there = session.devices
        kinds = {
            "id_card": (boxes.card_reader, there.card_reader, ""),
            "receipt_printer": (boxes.printer, there.printer, there.printer_reason),
            "code_scanner": (boxes.scanner, there.scanner, ""),
            "speaker": (boxes.speaker, there.speaker, ""),
            "page_printer": (boxes.page_printer, there.page_printer, there.page_printer_reason),
            "document_scanner": (boxes.document_scanner, there.document_scanner, there.document_scanner_reason),
        }
        return Heartbeat(
            version=this_version(),
            boot_id=self.store.machine.boot_id,
            boxes=tuple(BoxHealth(kind, ok, why) for kind, (box, ok, why) in kinds.items() if box is not None),
            paper_left=RollMeter(dict(self.paper)).left().slips,
            disk_free_mb=shutil.disk_usage(self.folder).free // MB,
            outbox_pending=self.store.outbox.pending(),
            paused=session.paused,
            update_failed=self._wanted if self._wanted and self.versions.failed(self._wanted) else None,
            done=self._done,
        )

    def look(self, session: Session) -> None:
        """Start again, or ask for another version, when the hall wants it and nobody stands there."""
        if session.page is not Page.HOME:
            return
        if self._wanted:
            self._wish(self._wanted)
        if self._restarts:
            self._restarts = False
            LOG.warning("the hall has this kiosk start again")
            self.stop()

    def _wish(self, version: str) -> None:
        if self.versions.failed(version):
            return
        try:
            self.versions.wish(version)
        except OSError:
            LOG.exception("version %s cannot be asked for", version)


def beating(parts: Parts, journal: Executor, session: Callable[[], Session]) -> Beating | None:
    """Of a kiosk made of these; None when nobody is told."""
    verbs = parts.fleet_verbs
    if verbs is None:
        return None
    wish = VersionWish(parts.folder)
    return Beating(verbs, parts.store, journal, parts.boxes, parts.paper, parts.folder, session, told_to_stop, wish)


def this_version() -> str:
    """Of this program."""
    try:
        return version("kapok")
    except PackageNotFoundError:
        return "0"


def told_to_stop() -> None:
    """As systemd says it."""
    os.kill(os.getpid(), signal.SIGTERM)
