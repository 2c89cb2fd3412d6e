"""The words with which a person at a keyboard (or a script) moves the emulated A4 printer. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.page_printer.emulator import Fault

if TYPE_CHECKING:
    from devices.page_printer.emulator import PagePrinterEmulator

_NAMES = ", ".join(fault.replace("_", "-") for fault in Fault)
WORDS = f"""NAME                           something goes wrong now: {_NAMES}
NAME after SHEETS              … when so many more sheets are out: paper-out after 2
heal                           paper in, door closed, nothing wrong any more
unplug, plug                   the network cable; it goes on printing meanwhile
power-off, power-on            the switch; it forgets its jobs
jobs                           what came and what became of it"""

_WITH_SHEETS = 3  # words in "NAME after SHEETS"


async def obey(printer: PagePrinterEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *words = line.split()[:_WITH_SHEETS] or [""]
    fault = next((fault for fault in Fault if fault == verb.replace("-", "_")), None)
    moves = {"unplug": printer.unplug, "power-off": printer.power_off, "plug": printer.start, "power-on": printer.start}
    if fault is not None:
        printer.fail(fault, after_sheets=_sheets(words))
    elif verb == "heal":
        printer.heal()
    elif verb == "jobs":
        return _jobs(printer)
    elif verb in moves:
        await moves[verb]()
    else:
        message = f"no such word; there are:\n{WORDS}"
        raise ValueError(message)
    return f"{verb}: done"


def _jobs(printer: PagePrinterEmulator) -> str:
    jobs = [f"{job.title}: {job.state.name.lower()}, {job.sheets} sheets" for job in printer.machine.jobs]
    return "\n".join(jobs) or "none"


def _sheets(words: list[str]) -> int:
    match words:
        case []:
            return 0
        case ["after", sheets] if sheets.isascii() and sheets.isdigit():
            return int(sheets)
        case _:
            message = "NAME after SHEETS, such as: paper-out after 2"
            raise ValueError(message)
