"""Which version this machine is to run: what the hall told is wished of `kapok-slots`, whose book says what came of it.

A kiosk may not change its own program: it leaves a file, and a service of the machine takes it up and asks the new
version how it is (ADR 0020). A machine without slots cannot, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.session.upgrade_words import Slots, SlotsBook

BOOK = Path("/var/lib/kapok/slots/kiosk.json")
HOME = Path("/opt/kapok/kiosk")
WISH = "wished-version"  # beside the kiosk's store; packaging/slots/roles/kiosk.toml names it too
MOST = 65_536  # bytes of a book


class Book(msgspec.Struct, frozen=True):
    """What is read of the file of the slots (packaging/slots)."""

    at_work: str = ""
    bad: tuple[str, ...] = ()
    before: str = ""
    last: str = ""
    wrong: str = ""
    at: str = ""
    wished: str = ""
    came: int | None = None


@dataclass(frozen=True)
class VersionWish:
    """`folder` is the kiosk's own; `book` is what the slots wrote last; `home` is where versions lie."""

    folder: Path
    book: Path = BOOK
    home: Path = HOME

    def wish(self, version: str) -> None:
        """Ask for a version, once. Raises OSError."""
        file = self.folder / WISH
        if file.is_file():
            return
        new = file.with_suffix(".new")
        new.write_text(f"{version}\n", encoding="ascii")
        new.replace(file)

    def waits(self) -> str:
        """The version that was asked for and not taken up yet; "" for none. Raises OSError."""
        try:
            return (self.folder / WISH).read_text(encoding="ascii", errors="replace").strip()
        except FileNotFoundError:
            return ""

    def withdraw(self) -> None:
        """Ask no more. Raises OSError."""
        (self.folder / WISH).unlink(missing_ok=True)

    def failed(self, version: str) -> bool:
        """Whether it was tried and is not at work, or nobody here can try it."""
        book = self.read()
        if isinstance(book, SlotsBook):
            return book is SlotsBook.NONE
        return book.wished == version and book.came != 0

    def read(self) -> Book | SlotsBook:
        """The book, or why there is none to read."""
        if not self.book.parent.is_dir():
            return SlotsBook.NONE
        try:
            with self.book.open("rb") as file:
                return msgspec.json.decode(file.read(MOST), type=Book)
        except FileNotFoundError:
            return SlotsBook.MISSING
        except (OSError, ValueError, msgspec.DecodeError):
            return SlotsBook.TORN

    def seen(self, running: str, wanted: str) -> Slots:
        """The slots as they are; `running` is this program, `wanted` the hall's."""
        book = self.read()
        if isinstance(book, SlotsBook):
            return Slots(book, running, wanted)
        if not book.at_work:
            return Slots(SlotsBook.TORN, running, wanted)
        there = sorted(path.parent.parent.name for path in self.home.glob("*/bin/kapok"))
        return Slots(
            *(SlotsBook.READ, running, wanted, book.at_work, book.before),
            there=tuple(name for name in there if not (self.home / name).is_symlink()),
            bad=book.bad,
            last=book.last,
            wrong=book.wrong,
            at=book.at,
        )
