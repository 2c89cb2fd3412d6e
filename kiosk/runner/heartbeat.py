"""报平安 every half minute: boxes, paper, disk, what the hall has not heard yet; and doing once what the hall sends.

A restart waits until nobody stands there and no fault is being played: the program ends like one that is told to stop,
and systemd begins it again. So does another version, which the machine's slots put to work.
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
from hall_server.contract.fleet import BoxHealth, Heartbeat
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.deeds import Deeds
from kiosk.runner.journalling import in_journal
from kiosk.runner.version_wish import VersionWish
from kiosk.session.resting import as_it_is, is_left_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from kiosk.hall_client.fleet import FleetVerbs
    from kiosk.local_store import LocalStore
    from kiosk.runner.boxes import BoxWatch
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
    boxes: BoxWatch
    paper: Mapping[str, float]
    folder: Path
    session: Callable[[], Session]
    stop: Callable[[], None]
    versions: VersionWish
    deeds: Deeds
    roll_m: float = 0.0  # of a new roll of paper, as the settings have it
    wanted: str = ""  # the version that the hall wants here; "": any
    _clock_off_s: int = 0

    async def run(self, first_s: float = FIRST_S) -> None:
        """Until cancelled."""
        await self.deeds.restore()
        pause_s = first_s
        while True:
            await asyncio.sleep(pause_s)
            pause_s = await self._beat()

    async def _beat(self) -> float:
        try:
            beat = await in_journal(self.journal, self.now)
            heard = await asyncio.to_thread(self.verbs.beat, beat)
            if heard.orders is not None:
                self.deeds.told(beat)
                self.wanted = heard.orders.version
                self._clock_off_s = heard.clock_off_s or 0
                await self.deeds.obey(heard.orders)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("not told how this kiosk is: %s", error)
            return AGAIN_S
        except Exception:  # ours: it must not end the kiosk
            LOG.exception("a fault of our own while telling how this kiosk is")
            return AGAIN_S
        self.look(self.session())
        return SOON_S if self.deeds.tells else heard.every_s

    def now(self) -> Heartbeat:
        """How this kiosk is."""
        session, there, boxes = as_it_is(self.session()), self.boxes.found, self.boxes.fitted
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
            paper_left=RollMeter(dict(self.paper), roll_mm=self.roll_m * 1000).left().slips,
            disk_free_mb=shutil.disk_usage(self.folder).free // MB,
            outbox_pending=self.store.outbox.pending(),
            clock_off_s=self._clock_off_s,
            paused=session.paused,
            update_failed=other if (other := self._other) and self.versions.failed(other) else None,
            done=self.deeds.done,
            refused=self.deeds.refused,
            off=tuple(sorted(self.boxes.off)),
            set_here=self.deeds.set_here(),
        )

    @property
    def _other(self) -> str:
        return self.wanted if self.wanted != this_version() else ""

    def restart(self) -> None:
        """Begin again once nobody stands there, as after settings of the hall's."""
        self.deeds.restarts = True

    def look(self, session: Session) -> None:
        """Start again, or ask for another version, when the hall wants it and nobody stands there."""
        if not is_left_alone(session):
            return
        if self._other:
            self._wish(self._other)
        if self.deeds.restarts:
            self.deeds.restarts = False
            LOG.warning("this kiosk starts again, as the hall or a technician wants")
            self.stop()

    def _wish(self, version: str) -> None:
        if self.versions.failed(version):
            return
        try:
            self.versions.wish(version)
        except OSError:
            LOG.exception("version %s cannot be asked for", version)


def beating(parts: Parts, journal: Executor, boxes: BoxWatch, session: Callable[[], Session]) -> Beating | None:
    """Of a kiosk made of these; None when nobody is told."""
    verbs = parts.fleet_verbs
    if verbs is None:
        return None
    return Beating(
        verbs,
        parts.store,
        journal,
        boxes,
        parts.paper,
        parts.folder,
        session,
        told_to_stop,
        parts.versions or VersionWish(parts.folder),
        Deeds(verbs, parts.store, journal, boxes, session, parts.pushed, parts.log),
        parts.roll_m,
    )


def this_version() -> str:
    """Of this program."""
    try:
        return version("kapok")
    except PackageNotFoundError:
        return "0"


def told_to_stop() -> None:
    """As systemd says it."""
    os.kill(os.getpid(), signal.SIGTERM)
