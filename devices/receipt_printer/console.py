"""The words with which a person at a keyboard (or a script) moves the emulated printer. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.receipt_printer.emulator import Fault

if TYPE_CHECKING:
    from devices.receipt_printer.emulator import ReceiptPrinterEmulator

_NAMES = ", ".join(fault.replace("_", "-") for fault in Fault)
WORDS = f"""NAME                           something goes wrong now: {_NAMES}
NAME after ROWS                … when so many rows of paper have come out: paper-out after 300
heal                           paper in, cover closed, nothing wrong any more
unplug, plug                   the cable"""

_WITH_ROWS = 3  # words in "NAME after ROWS"


async def obey(printer: ReceiptPrinterEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *words = line.split()[:_WITH_ROWS] or [""]
    fault = next((fault for fault in Fault if fault == verb.replace("-", "_")), None)
    if fault is not None:
        printer.fail(fault, after_rows=_rows(words))
    elif verb == "heal":
        printer.heal()
    elif verb in {"unplug", "plug"}:
        await (printer.stop() if verb == "unplug" else printer.start())
    else:
        message = f"no such word; there are:\n{WORDS}"
        raise ValueError(message)
    return f"{verb}: done"


def _rows(words: list[str]) -> int:
    match words:
        case []:
            return 0
        case ["after", rows] if rows.isascii() and rows.isdigit():
            return int(rows)
        case _:
            message = "NAME after ROWS, such as: paper-out after 300"
            raise ValueError(message)
