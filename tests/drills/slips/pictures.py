"""What a slip looks like whole, and where it is found on the emulator's paper. Knows no fault and no outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.receipt_printer import fonts
from devices.receipt_printer.job import slip_chunks
from devices.receipt_printer.layout import lay_out, void_mark
from devices.receipt_printer.machine import PrinterMachine

if TYPE_CHECKING:
    from PIL import Image

    from devices.receipt_printer.layout import Row
    from devices.values.receipt_printer import PaperProfile, PrintDocument


@dataclass(frozen=True, slots=True)
class Ink:
    """The rows of a picture from its first to its last inked one."""

    rows: bytes
    wide: int  # bytes a row

    @property
    def height(self) -> int:
        return len(self.rows) // self.wide

    def within(self, other: Ink) -> bool:
        """True when all of it stands on the other, row for row."""
        at = other.rows.find(self.rows)
        while at >= 0 and at % self.wide:
            at = other.rows.find(self.rows, at + 1)
        return at >= 0


def ink(image: Image.Image) -> Ink:
    """The inked rows of a slip that fell out."""
    wide, data = (image.width + 7) // 8, image.tobytes()
    rows = [data[at : at + wide] for at in range(0, len(data), wide)]
    inked = [number for number, row in enumerate(rows) if row.count(0xFF) != wide]
    first, last = (inked[0], inked[-1] + 1) if inked else (0, 0)
    return Ink(b"".join(rows[first:last]), wide)


def whole(document: PrintDocument, profile: PaperProfile) -> Ink:
    """The document as a printer that nothing happens to prints it."""
    return _printed(lay_out(document, profile, fonts.shelf()), profile)


def void(profile: PaperProfile) -> Ink:
    """The mark on a slip that was given up."""
    return _printed(void_mark(profile, fonts.shelf()), profile)


def _printed(rows: tuple[Row, ...], profile: PaperProfile) -> Ink:
    machine = PrinterMachine(profile.width_dots, letters=profile.letters)
    machine.receive(b"".join(slip_chunks(rows, profile)))
    (slip,) = machine.slips
    return ink(slip.image)
