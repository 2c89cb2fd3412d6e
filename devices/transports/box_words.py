"""The words that move the common part of every emulated box: cable, power, faults. Knows no terminal and no kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports.box_stand_in import LASTING, BoxFault

if TYPE_CHECKING:
    from devices.transports.box_stand_in import BoxStandIn

WORDS = f"""fault NAME [TIMES|on]          spoil the next frames of the box: {", ".join(BoxFault)}
heal                           no more faults
unplug, plug                   the cable
power-cycle                    the box forgets everything, the cable stays"""


async def obey(box: BoxStandIn, line: str, words: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with `words` for one that is not known."""
    verb, *rest = line.split()[:3] or [""]
    if verb == "fault" and rest:
        _spoil(box, *rest)
    elif verb in {"unplug", "plug"}:
        await (box.stop() if verb == "unplug" else box.start())
    elif verb == "heal":
        box.heal()
    elif verb == "power-cycle":
        box.power_cycle()
    else:
        raise ValueError(f"no such word; there are:\n{words}")
    return f"{verb}: done"


def _spoil(box: BoxStandIn, name: str, times: str = "1") -> None:
    fault = next((fault for fault in BoxFault if fault == name), None)
    if fault is None or not (times == "on" or (times.isascii() and times.isdigit())):
        raise ValueError(f"fault NAME [TIMES|on]; NAME is one of: {', '.join(BoxFault)}")
    box.fail(fault, times=LASTING if times == "on" else min(int(times[:6]), 1000))
