"""The pages of one visit by material, sealed, until they are handed over or wiped. Knows no scanner and no screen.

Every page lies encrypted on disk under a key that lives in this process only (`devices.document_scanner.safe`): nothing
of a page stays in memory while nobody looks at it, and after `wipe` there is neither file nor key. The screen's thread
may look at pages while the loop's keeps others.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from devices.document_scanner.bundle import BundleError, PageBundle
from devices.document_scanner.safe import Safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from devices.values.document_scanner import PageImage, Verdict

KEEP_S = 1800.0  # untouched for so long: gone, should a visit ever forget them
MOST_MATERIALS = 20


class ScanFolder:
    """A bundle of pages for each material. Every verb raises BundleError; `base` is where sealed files may lie."""

    def __init__(self, base: Path | None = None, *, keep_s: float = KEEP_S) -> None:
        self._base, self._keep_s = base, keep_s
        self._bundles: dict[str, PageBundle] = {}
        self._lock = threading.RLock()

    def expect(self, material: str, required: int) -> None:
        """So many pages make this material whole; what is there of it stays."""
        with self._lock:
            if material not in self._bundles:
                if len(self._bundles) >= MOST_MATERIALS:
                    raise BundleError("too_many_pages")
                safe = Safe(self._base, in_memory_bytes=0)
                self._bundles[material] = PageBundle(safe=safe, keep_s=self._keep_s)
            self._bundles[material].required = required

    def keep(self, material: str, page: PageImage, instead_of: int = 0) -> int:
        """Behind the last page, or instead of one; which page it is now."""
        with self._lock:
            bundle = self._bundle(material)
            if not instead_of:
                return bundle.append(page)
            bundle.replace(instead_of, page)
            return instead_of

    def drop(self, material: str, page_no: int) -> None:
        """A page is gone for good."""
        with self._lock:
            self._bundle(material).remove(page_no)

    def move(self, material: str, page_no: int, to: int) -> None:
        """Page `page_no` becomes page `to`."""
        with self._lock:
            self._bundle(material).move(page_no, to)

    def turn(self, material: str, page_no: int) -> None:
        """Turn a page clockwise by a quarter; takes some time."""
        with self._lock:
            self._bundle(material).turn(page_no, 1)

    def blacken(self, material: str, page_no: int, parts: Iterable[tuple[float, ...]]) -> None:
        """Make parts of a page black for good: left, top, right, bottom as shares of it, 0 to 1; takes some time.

        `page_spoiled` when that cannot be done: then the page is gone, for nobody may get it as it was.
        """
        from devices.document_scanner.redact import Box  # with the library for pictures behind it

        with self._lock:
            bundle, black = self._bundle(material), False
            try:
                bundle.redact(page_no, [Box(*part) for part in parts])
                black = True
            except (BundleError, ValueError) as error:
                raise BundleError("page_spoiled") from error
            finally:  # also after a fault of our own
                if not black:
                    with contextlib.suppress(BundleError):
                        bundle.remove(page_no)

    def verdicts(self, material: str) -> tuple[Verdict, ...]:
        """What each page is worth, in their order; none of a material that nobody expects."""
        with self._lock:
            return self._bundles[material].verdicts if material in self._bundles else ()

    def missing(self, material: str) -> int:
        """How many pages are still to come."""
        with self._lock:
            return self._bundles[material].missing if material in self._bundles else 0

    def picture(self, material: str, page_no: int) -> bytes:
        """One page as JPEG, for a screen that shows it now; empty when there is none."""
        with self._lock:
            try:
                return self._bundle(material).page(page_no).jpeg
            except BundleError:
                return b""

    def hand_over(self, material: str, take: Callable[[int, bytes], None]) -> int:
        """Give each page of a material to `take`, from 1 on as JPEG, then keep none of them; how many there were.

        `pages_missing` while some are. One page is open at a time; what `take` raises leaves all of them here.
        """
        with self._lock:
            bundle = self._bundle(material)
            if bundle.missing or not len(bundle):
                raise BundleError("pages_missing")
            count = len(bundle)
            for page_no in range(1, count + 1):
                take(page_no, bundle.page(page_no).jpeg)
            bundle.discard()
            del self._bundles[material]
            return count

    def wipe(self) -> None:
        """Nothing is left: no page, no file, no key. Twice is allowed."""
        with self._lock:
            for bundle in self._bundles.values():
                bundle.discard()
            self._bundles.clear()

    def _bundle(self, material: str) -> PageBundle:
        if material not in self._bundles:
            raise BundleError("bundle_gone")
        return self._bundles[material]
