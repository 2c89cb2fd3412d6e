"""The pages of one material in the order that the visitor gives them, until they are handed over. Knows no scanner.

Owns its pages: they lie in a safe, and after hand-over, time-out, `discard` or the end of the process nothing is left.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from devices.document_scanner.pdf import pdf_of
from devices.document_scanner.safe import Safe, SafeError
from devices.document_scanner.turning import turned
from devices.values.document_scanner import MAX_PAGES, PageImage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from devices.document_scanner.redact import Box
    from devices.values.document_scanner import Verdict

KEEP_S = 300.0  # without anything done to it


class BundleError(Exception):
    """What is asked cannot be done. `code`: no_such_page | too_many_pages | pages_missing | bundle_gone | …."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Kept:
    number: int  # in the safe
    page: PageImage  # without its picture


class PageBundle:
    """`required` pages make it whole (0: any number). Pages are counted from 1, as people do.

    Every verb but `discard` raises BundleError: `bundle_gone` when it was handed over, discarded, or left alone for
    `keep_s`. `expire` is for whoever keeps the time; a bundle that is too old is gone at the next touch anyway.
    """

    def __init__(
        self,
        *,
        required: int = 0,
        safe: Safe | None = None,
        keep_s: float = KEEP_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.required = required
        self._safe = Safe() if safe is None else safe
        self._keep_s = keep_s
        self._clock = clock
        self._touched = clock()
        self._pages: list[_Kept] = []
        self._gone = False

    def __len__(self) -> int:
        return len(self._pages)

    @property
    def missing(self) -> int:
        """How many pages are still to come."""
        return max(0, self.required - len(self._pages))

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What each page is worth, in their order; without opening one."""
        return tuple(kept.page.verdict for kept in self._pages)

    def append(self, page: PageImage) -> int:
        """Put a page behind the last; which one it is now."""
        self._touch()
        if len(self._pages) >= MAX_PAGES:
            raise BundleError("too_many_pages")
        self._pages.append(self._keep(page))
        return len(self._pages)

    def replace(self, number: int, page: PageImage) -> None:
        """A retake: the page that was there is gone for good."""
        at = self._at(number)
        kept = self._keep(page)
        self._safe.drop(self._pages[at].number)
        self._pages[at] = kept

    def move(self, number: int, to: int) -> None:
        """Take a page out and put it in so that it is page `to`."""
        at, there = self._at(number), self._at(to)
        self._pages.insert(there, self._pages.pop(at))

    def remove(self, number: int) -> None:
        """Take a page out; it is gone for good."""
        self._safe.drop(self._pages.pop(self._at(number)).number)

    def redact(self, number: int, boxes: Sequence[Box]) -> None:
        """Blacken parts of a page for good."""
        from devices.document_scanner.redact import redacted  # with the library for pictures behind it

        self.replace(number, redacted(self.page(number), boxes))

    def turn(self, number: int, quarters: int) -> None:
        """Turn a page clockwise by so many quarters."""
        self.replace(number, turned(self.page(number), quarters))

    def page(self, number: int) -> PageImage:
        """One page, to be shown."""
        kept = self._pages[self._at(number)]
        try:
            return replace(kept.page, jpeg=self._safe.get(kept.number))
        except SafeError as error:
            raise BundleError(error.code) from error

    def hand_over(self) -> bytes:
        """All pages as one PDF, once: nothing of them is left here. Raises `pages_missing` while some are."""
        self._touch()
        if self.missing or not self._pages:
            raise BundleError("pages_missing")
        document = pdf_of([self.page(number) for number in range(1, len(self._pages) + 1)])
        self.discard()
        return document

    def discard(self) -> None:
        """Nothing is left; twice is allowed. At the end of a visit, whatever became of it."""
        self._gone = True
        self._pages.clear()
        self._safe.destroy()

    def expire(self) -> bool:
        """Discard it when nobody has touched it for too long; True when it is gone."""
        if self._clock() - self._touched >= self._keep_s:
            self.discard()
        return self._gone

    def _touch(self) -> None:
        if self.expire():
            raise BundleError("bundle_gone")
        self._touched = self._clock()

    def _at(self, number: int) -> int:
        self._touch()
        if not 1 <= number <= len(self._pages):
            raise BundleError("no_such_page")
        return number - 1

    def _keep(self, page: PageImage) -> _Kept:
        try:
            return _Kept(self._safe.put(page.jpeg), replace(page, jpeg=b""))
        except SafeError as error:
            raise BundleError(error.code) from error
