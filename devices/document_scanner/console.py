"""The words with which a person at a keyboard (or a script) moves the emulated scanner. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.document_scanner.emulator import FEEDER_SHEETS, Fault

if TYPE_CHECKING:
    from devices.document_scanner.emulator import DocumentScannerEmulator

_NAMES = ", ".join(fault.replace("_", "-") for fault in Fault)
WORDS = f"""NAME                           something goes wrong now: {_NAMES}
jam-at PAGE                    a sheet jams in the middle of this page of an order
heal                           nothing wrong any more
load SHEETS                    so many sheets lie in the feeder, at most {FEEDER_SHEETS}
show grid | white | black | colour   what lies on the glass
unplug, plug                   the cable"""
_PICTURES = {"grid": "Grid", "white": "Solid white", "black": "Solid black", "colour": "Color pattern"}


async def obey(scanner: DocumentScannerEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    match line.split():
        case ["unplug"]:
            await scanner.unplug()
        case ["plug"]:
            await scanner.start()
        case ["heal"]:
            scanner.heal()
        case ["load", sheets] if sheets.isascii() and sheets.isdigit():
            scanner.load(int(sheets))
        case ["jam-at", page] if page.isascii() and page.isdigit() and int(page):
            scanner.fail(Fault.JAMMED, at_page=int(page))
        case ["show", picture] if picture in _PICTURES:
            scanner.show(_PICTURES[picture])
        case [name] if name.replace("-", "_") in set(Fault):
            scanner.fail(Fault(name.replace("-", "_")))
        case _:
            message = f"no such word; there are:\n{WORDS}"
            raise ValueError(message)
    return f"{line.split(maxsplit=1)[0]}: done"
