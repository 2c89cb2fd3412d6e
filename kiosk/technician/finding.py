"""Which boxes hang on this machine: those that its file names already, and what answers at the ports that it does not.

A port is asked as a card reader, then as a printer. One that is there and says nothing may be a scanner, which only
speaks when it is shown a code: it is taken for one, and a try proves it.
"""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from devices.commands.examining import examine
from devices.commands.places import Places
from devices.transports.serial_ports import same_port

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from devices.transports.serial_ports import SerialPort

Tables = dict[str, dict[str, object]]

ASKED = {
    "id_card": ({"driver": "sdt"}, "?baud=115200"),
    "receipt_printer": ({"driver": "escpos"}, "?baud=115200"),
}
ANSWER_S = 4.0  # a box that is there answers sooner
SILENT = ({"driver": "serial"}, "?baud=9600")
PRINTER_NODE = Path("/dev/usb/lp0")
KEYS = Path("/dev/input/by-id")
SCANNER_NAMES = ("scan", "barcode", "honeywell", "newland", "datalogic")
SOUND_CARDS = Path("/proc/asound/cards")


async def find_boxes(
    known: Mapping[str, Mapping[str, object]], ports: Sequence[SerialPort], answer_s: float = ANSWER_S
) -> Tables:
    """The [device.*] tables of this machine; what is known already is not asked again."""
    found: Tables = {name: dict(table) for name, table in known.items()}
    free = [one for one in ports if not any(same_port(table.get("address"), one) for table in found.values())]
    paths = [one.also[0] if one.also else one.path for one in free]
    wanted = [kind for kind in ASKED if kind not in found]
    told = await asyncio.gather(*(_asked(path, wanted, answer_s) for path in paths))
    silent = []
    for path, (kind, table) in zip(paths, told, strict=True):
        if kind and kind not in found:
            found[kind] = table
        elif not kind:
            silent.append(path)
    _unasked(found, silent)
    return found


async def _asked(path: str, kinds: Sequence[str], within_s: float) -> tuple[str, dict[str, object]]:
    """The first kind of box that answers there, with its settings; "" when none does."""
    for kind in kinds:
        words, rate = ASKED[kind]
        table: dict[str, object] = {**words, "address": f"serial://{path}{rate}"}
        try:
            async with asyncio.timeout(within_s):
                findings = await examine(kind, table, Places())
        except TimeoutError:
            continue
        if not findings[-1].is_fault:
            return kind, table
    return "", {}


def _unasked(found: Tables, silent: list[str]) -> None:
    """What cannot be asked: taken for what it most likely is, and tried by a person."""
    keys = sorted(one for one in KEYS.glob("*-event-kbd") if any(word in one.name.lower() for word in SCANNER_NAMES))
    if "code_scanner" not in found and keys:
        found["code_scanner"] = {"driver": "evdev", "address": str(keys[0])}
    if "code_scanner" not in found and silent:
        words, rate = SILENT
        found["code_scanner"] = {**words, "address": f"serial://{silent[0]}{rate}"}
    if "receipt_printer" not in found and PRINTER_NODE.exists():
        found["receipt_printer"] = {"driver": "escpos", "address": f"file://{PRINTER_NODE}"}
    if "speaker" not in found and shutil.which("aplay") and _has_sound():
        found["speaker"] = {"driver": "aplay", "address": "alsa:default"}


def _has_sound() -> bool:
    try:
        return "[" in SOUND_CARDS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
