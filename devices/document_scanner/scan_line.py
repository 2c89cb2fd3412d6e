"""One scanner behind scanimage: asks it something, or has one order's pages made. Knows no port."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.document_scanner import scanimage
from devices.document_scanner.codec import Broken, Picture, PnmDecoder
from devices.document_scanner.flat_pages import flat_page
from devices.document_scanner.images import UnreadableImageError
from devices.document_scanner.process import Batch, Patience, SilentError, ask
from devices.document_scanner.scanimage import GOOD_PAGE, Abilities, Fault, MessageReader, PageEnded, Progress
from devices.values.document_scanner import PageImage, ScanNews, ScanOrder, Source

if TYPE_CHECKING:
    from collections.abc import Callable

_NEWS_STEP = 0.02  # of a page: more would only keep the listener busy


@dataclass(frozen=True, slots=True)
class ScanLine:
    """`name` as SANE names the scanner; `config_folder` empty: the system's own configuration."""

    name: str
    program: str
    config_folder: str
    patience: Patience

    async def ask(self, *words: str) -> str | Fault:
        """What scanimage answers to a question about this scanner."""
        words = (self.program, f"--device-name={self.name}", *words)
        try:
            said = await ask(words, self.config_folder, self.patience)
        except SilentError:
            return scanimage.SILENT
        except OSError:
            return scanimage.MISSING
        if said.left == 0:
            return said.output
        reader = MessageReader()
        return _newest_fault([*reader.feed(said.complaint.encode()), *reader.flush()]) or _silent_end(said.left)

    async def scan(
        self, abilities: Abilities, order: ScanOrder, on_news: Callable[[ScanNews], None]
    ) -> tuple[list[PageImage], Fault | None]:
        """The pages of one order, and why there are not more. Cancelled, it brings the scanner to rest first."""
        run = _Run(order, abilities, on_news)
        try:
            async with asyncio.timeout(self.patience.page_s * order.pages):
                await run.through(self)
        except (SilentError, TimeoutError):
            run.give_up()
        except OSError:
            run.fault = scanimage.MISSING
        return run.pages, run.fault


class _Run:
    """What is known of one order so far."""

    def __init__(self, order: ScanOrder, abilities: Abilities, on_news: Callable[[ScanNews], None]) -> None:
        self._order = order
        self._abilities = abilities
        self._on_news = on_news
        self._messages = MessageReader()
        self._said: Fault | None = None  # the newest complaint
        self._bad: set[int] = set()  # pages that were whole and yet not good
        self._told = -1.0
        self.pages: list[PageImage] = []
        self.fault: Fault | None = None

    async def through(self, line: ScanLine) -> None:
        """Start scanimage, take page after page, and say how it ended. Raises SilentError, OSError, TimeoutError."""

        def words(into: str) -> list[str]:
            return [line.program, *scanimage.scan_words(line.name, self._abilities, self._order, into)]

        async with Batch(words, self._order.pages, line.config_folder, line.patience, self._hear) as batch:
            for number in range(1, self._order.pages + 1):
                if not await self._page(batch, number):
                    break
            left = await batch.left() if self.fault is None else 0
        if self.fault is None:
            self.fault = self._verdict(left)

    async def _page(self, batch: Batch, number: int) -> bool:
        """Take one page; True when another one may follow."""
        decoder = PnmDecoder()
        async with contextlib.aclosing(batch.page(number)) as stream:
            async for data in stream:
                decoder.feed(data)
                self._tell(decoder.share)
                if decoder.broken:
                    break
        match decoder.finish():
            case Picture() as picture:
                return await self._take(picture)
            case Broken("not_pnm" | "header" | "overlong"):
                self.fault = scanimage.PROTOCOL
            case Broken("too_large"):
                self.fault = scanimage.TOO_LARGE
        return False  # nothing, or a part of a page: how the program leaves says why

    async def _take(self, picture: Picture) -> bool:
        try:
            page = await asyncio.to_thread(flat_page, picture, self._size_mm)
        except UnreadableImageError:
            self.fault = scanimage.PROTOCOL
            return False
        self.pages.append(page)
        self._told = -1.0
        self._tell(0.0)
        return True

    @property
    def _size_mm(self) -> tuple[float, float]:
        able = self._abilities.capabilities
        return able.width_mm, able.height_mm

    def _hear(self, data: bytes) -> None:
        for message in self._messages.feed(data):
            match message:
                case Progress(share):
                    self._tell(share)
                case PageEnded(number, status):
                    self._bad |= {number} if status not in GOOD_PAGE else set()
                case Fault():
                    self._said = message

    def give_up(self) -> None:
        """Nothing comes any more: what it complained of before it fell silent says more than that it did."""
        self._sort_out()
        self.fault = None if self._ran_out else self._said or scanimage.SILENT

    @property
    def _ran_out(self) -> bool:
        """True when a feeder has given all that it had."""
        return bool(self.pages) and self._said is scanimage.NO_DOCUMENTS and self._order.source is Source.FEEDER

    def _sort_out(self) -> None:
        """Hear the last words, and leave out the pages that were whole and yet not good."""
        for message in self._messages.flush():
            if isinstance(message, Fault):
                self._said = message
        self.pages = [page for number, page in enumerate(self.pages, 1) if number not in self._bad]

    def _verdict(self, left: int) -> Fault | None:
        """Why there are not more pages; None when there are as many as there should be."""
        whole = len(self.pages)
        self._sort_out()
        if self._ran_out or (left == 0 and 0 < len(self.pages) == whole):
            return None
        return self._said or (_silent_end(left) if left else scanimage.PROTOCOL)

    def _tell(self, share: float) -> None:
        at = len(self.pages) + share
        if abs(at - self._told) >= _NEWS_STEP:
            self._told = at
            self._on_news(ScanNews(len(self.pages), share))


def _newest_fault(messages: list[scanimage.Message]) -> Fault | None:
    return next((message for message in reversed(messages) if isinstance(message, Fault)), None)


def _silent_end(left: int) -> Fault:
    """It left without a word that is known: by a signal, or with a number of its own."""
    return scanimage.DIED if left < 0 else scanimage.FAILED
