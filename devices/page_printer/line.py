"""Who is asked: the printer itself, or a queue and the printer behind it where that can be asked too. Knows no plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from devices.errors import DeviceConfigError, DeviceError, DeviceRefusedError, DeviceSilentError
from devices.page_printer.exchange import place_of
from devices.values.page_printer import Engine, PagePrinterStatus, Paper, Toner

if TYPE_CHECKING:
    from devices.page_printer.reading import Abilities
    from devices.page_printer.talk import IppTalk

_ASKING_BACKENDS = {"ipp", "ipps", "http", "https"}  # one program of CUPS, which waits for the printer's own word
_QUEUE_TROUBLES = {"paused", "spool_full"}
SILENT = PagePrinterStatus(answered=False)


@dataclass(frozen=True, slots=True)
class Line:
    """`main` takes the jobs; `device` is the printer behind it when `main` is a queue and the printer is known."""

    main: IppTalk
    abilities: Abilities
    device: IppTalk | None = None
    trusted: bool = False  # what the queue says of the end of a job is what the printer said

    @property
    def talks(self) -> tuple[IppTalk, ...]:
        """All who may hold a job of ours."""
        return (self.main,) if self.device is None else (self.main, self.device)

    @property
    def printer_known(self) -> bool:
        """The last of `talks` is the printer itself, whose word on sheets counts."""
        return self.device is not None or not self.abilities.queue

    async def status(self) -> PagePrinterStatus:
        """How pages stand: the printer's own word, where it can be asked. A mute one is a status, a lost one is not."""
        try:
            said = await self.main.status()
        except DeviceSilentError:
            return SILENT
        if not self.abilities.queue:
            return said
        return _of_queue(said) if self.device is None else await self._behind(self.device, said)

    async def _behind(self, device: IppTalk, said: PagePrinterStatus) -> PagePrinterStatus:
        try:
            own = await device.status()
        except DeviceRefusedError:
            return _of_queue(said)  # it is there, and busy
        except DeviceError:
            return replace(said, vanished=True)  # CUPS would not say so for minutes, or ever
        trouble = own.trouble or (said.trouble if said.trouble in _QUEUE_TROUBLES else "")
        engine = said.engine if said.engine is Engine.STOPPED else own.engine
        return replace(own, accepting=said.accepting and own.accepting, trouble=trouble, engine=engine)


def _of_queue(said: PagePrinterStatus) -> PagePrinterStatus:
    """A queue with nothing to do still says what was wrong with its last job: that is no reason to send none."""
    if said.engine is not Engine.IDLE:
        return said
    trouble = said.trouble if said.trouble in _QUEUE_TROUBLES else ""
    return replace(said, paper=Paper.UNKNOWN, toner=Toner.UNKNOWN, cover_open=False, vanished=False, trouble=trouble)


def behind(abilities: Abilities, *, local: bool) -> str:
    """The address of the printer behind a queue of this machine; empty when it has none that speaks IPP."""
    address = abilities.behind.partition("?")[0]
    if not (abilities.queue and local):
        return ""
    try:
        place_of(address, "")
    except DeviceConfigError:
        return ""
    return address


def tells_the_end(abilities: Abilities) -> bool:
    """Whether "completed" is the printer's word: its own, or that of a queue that asks it (CUPS' ipp backend does).

    Queues over socket://, lpd:// or usb:// say "completed" when the last byte has left.
    """
    parts = urlsplit(abilities.behind)
    return (
        not abilities.queue or parts.scheme in _ASKING_BACKENDS or (parts.scheme == "dnssd" and "._ipp" in parts.netloc)
    )
