"""The words with which a person at a keyboard (or a script) moves the emulated scanner. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.code_scanner.emulator import Fault

if TYPE_CHECKING:
    from devices.code_scanner.emulator import CodeScannerEmulator

WORDS = f"""scan TEXT                      hold a code with this text before the window
scan-hex HEX                   the same with any bytes
fail FAULT                     from now on, also several: {", ".join(Fault)}
heal                           all faults end
unplug, plug                   the cable"""


async def obey(scanner: CodeScannerEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, _, rest = line.strip().partition(" ")
    if verb in {"scan", "scan-hex"} and rest:
        await scanner.scan(rest.encode() if verb == "scan" else bytes.fromhex(rest))
    elif verb == "fail":
        fault = next((fault for fault in Fault if fault == rest), None)
        if fault is None:
            message = f"{rest!r} is none of: {', '.join(Fault)}"
            raise ValueError(message)
        scanner.fail(fault)
    elif verb == "heal":
        scanner.heal()
    elif verb in {"unplug", "plug"}:
        await (scanner.stop() if verb == "unplug" else scanner.start())
    else:
        message = f"no such word; there are:\n{WORDS}"
        raise ValueError(message)
    return f"{verb}: done"
