"""Pictures that stand on the screen and nowhere else: the camera's newest glimpse, a page, a certificate. Any thread.

The loop puts them here as JPEG or PNG, the screen fetches them by name. Knows no Qt. Nothing is kept that is not shown:
`hide` and `clear` are as good as never having had them.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LIVE = "live"  # what the camera sees now
CERTIFICATE = "certificate"  # the first page, numbers covered
PAGE = "page/"  # and its number: a page that was scanned


class Pictures:
    """Pictures by name. `pages` makes pages of the material at hand on demand; they are not kept here."""

    def __init__(self) -> None:
        self._shown: dict[str, bytes] = {}
        self._pages: Callable[[int], bytes] | None = None
        self._lock = threading.Lock()

    def show(self, name: str, picture: bytes) -> None:
        """From now on this stands there."""
        with self._lock:
            self._shown[name] = picture

    def show_pages(self, pages: Callable[[int], bytes]) -> None:
        """From now on pages come from there: called with a number from 1, on the screen's thread; b"" for none."""
        with self._lock:
            self._pages = pages

    def hide(self, name: str) -> None:
        """It stands there no more."""
        with self._lock:
            self._shown.pop(name, None)

    def clear(self) -> None:
        """Nothing stands there any more."""
        with self._lock:
            self._shown.clear()
            self._pages = None

    def picture(self, name: str) -> bytes:
        """What stands there; empty when nothing does."""
        with self._lock:
            shown, pages = self._shown.get(name, b""), self._pages
        number = name.removeprefix(PAGE)
        if pages is None or not name.startswith(PAGE) or not (number.isascii() and number.isdigit()):
            return shown
        return pages(int(number))
