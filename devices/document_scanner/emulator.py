"""A scanner that is not there: the real SANE with its own `test` back end, and a hand that spoils what it sends.

Everything is in a folder: SANE's configuration (a device on A4 glass, a feeder), the number of sheets in the feeder,
the faults that are on, and a program in scanimage's place that passes everything on (`shim.py`).
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from devices.document_scanner.private import private_folder, sweep

SHIM = Path(__file__).with_name("shim.py")
NAME = "test:1"  # the second device: it is gone when the back end has only one
FEEDER_SHEETS = 10  # more the back end has not


class Fault(StrEnum):
    """What may be wrong with it; `heal` ends it."""

    JAMMED = "jammed"
    NO_DOCS = "no_docs"
    COVER_OPEN = "cover_open"
    IO_ERROR = "io_error"
    NO_MEM = "no_mem"
    BUSY = "busy"
    ACCESS_DENIED = "access_denied"
    MUTE = "mute"  # stops in the middle of a page
    SLOW = "slow"
    SPLIT = "split"  # in many pieces
    MERGED = "merged"  # a whole page in one go
    NOISE = "noise"  # rubbish before the page and among the messages
    HUGE = "huge"  # says that a page has 3.6 thousand million pixels
    OVERLONG = "overlong"  # more bytes than a page has
    TRUNCATED = "truncated"  # half a page, and a good word at the end
    STUCK = "stuck"  # says that it cannot read on, and then stays for ever
    CRASH = "crash"  # the driver of the scanner dies in the middle of a page


_BY_SANE = {
    Fault.JAMMED: "JAMMED",
    Fault.NO_DOCS: "NO_DOCS",
    Fault.COVER_OPEN: "COVER_OPEN",
    Fault.IO_ERROR: "IO_ERROR",
    Fault.NO_MEM: "NO_MEM",
    Fault.BUSY: "DEVICE_BUSY",
    Fault.ACCESS_DENIED: "ACCESS_DENIED",
}


class DocumentScannerEmulator:
    """`address` is what the driver `sane` takes. `picture` is the back end's: Grid, Solid white, Solid black …."""

    def __init__(self, folder: Path | None = None, *, picture: str = "Grid", pause_us: int = 0) -> None:
        self._given = folder
        self._folder = folder or Path("not started")
        self._picture = picture
        self._pause_us = pause_us
        self._faults: dict[str, object] = {}
        self._plugged = False

    @property
    def folder(self) -> Path:
        """SANE's configuration; there after `start`."""
        return self._folder

    @property
    def program(self) -> Path:
        """What stands in scanimage's place."""
        return self._folder / "scanimage"

    @property
    def address(self) -> str:
        return f"sane:{NAME}?config={quote(str(self._folder))}&program={quote(str(self.program))}"

    @property
    def sheets(self) -> int:
        """How many sheets lie in the feeder."""
        return len(list((self._folder / "sheets").iterdir()))

    async def start(self) -> None:
        """Plug it in; also after `stop()`. A feeder that was never filled holds FEEDER_SHEETS."""
        if not self._folder.is_dir():
            sweep("emulator")
            self._folder = self._given or private_folder("emulator")
            self._folder.mkdir(exist_ok=True)
        if not (self._folder / "sheets").exists():
            (self._folder / "sheets").mkdir()
            self.load(FEEDER_SHEETS)
            self._write("dll.conf", "test\n")
            self._write("scanimage", f'#!/bin/sh\nexec "{sys.executable}" "{SHIM}" "$@"\n')
            self.program.chmod(0o700)
        self._plugged = True
        self._tell()

    async def unplug(self) -> None:
        """Pull the cable, also in the middle of a page."""
        self._plugged = False
        self._tell()

    plug = start

    async def stop(self) -> None:
        """Unplug it; a folder of its own is gone, whoever still scans gets no more."""
        await self.unplug()
        if self._given is None:
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    def load(self, sheets: int) -> None:
        """Put so many sheets into the empty feeder, at most FEEDER_SHEETS."""
        for number in range(min(sheets, FEEDER_SHEETS)):
            (self._folder / "sheets" / str(number)).touch()

    def show(self, picture: str) -> None:
        """What lies on the glass from now on, in the back end's words."""
        self._picture = picture
        self._tell()

    def fail(self, fault: Fault, *, at_page: int = 0) -> None:
        """Let something be wrong from now on; a jam may wait until page `at_page` of an order."""
        if at_page:
            self._faults["jam_at_page"] = at_page
        else:
            self._faults[fault] = True
        self._tell()

    def heal(self) -> None:
        """All is well again."""
        self._faults.clear()
        self._tell()

    def _tell(self) -> None:
        status = next((word for fault, word in _BY_SANE.items() if self._faults.get(fault)), "")
        lines = [
            f"number_of_devices {2 if self._plugged else 1}",
            "geometry_max 300.0",  # A4; without, it ends at 200 mm
            "resolution 75.0",  # without, it is next to nothing, and drawing its grid never ends
            f'test-picture "{self._picture}"',
            f'read-status-code "{f"SANE_STATUS_{status}" if status else "Default"}"',
        ]
        if self._pause_us:
            lines += ["read-delay true", f"read-delay-duration {self._pause_us}"]
        self._write("test.conf", "\n".join(lines) + "\n")
        self._write("faults.json", json.dumps(self._faults | {"unplugged": not self._plugged}))

    def _write(self, name: str, text: str) -> None:
        """In one step: somebody may be reading."""
        new = self._folder / f"{name}.new"
        new.write_text(text, encoding="utf-8")
        new.replace(self._folder / name)
