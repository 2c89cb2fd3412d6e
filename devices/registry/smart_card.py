"""Readers of social-security cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import through_hook, wire

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.smart_card import CardSlot, SmartCardReader
    from devices.registry.kinds import Settings


_TIMES: dict[str, type] = {
    "answer_s": float,  # one answer of the chip
    "left_behind_s": float,  # a card that is still in so long after it was dealt with is told
}


def smart_card_reader(settings: Mapping[str, object], *, device: str = "smart_card") -> SmartCardReader:
    """The reader that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("SmartCardReader", registry.build("smart_card", settings, device))


def _pcsc(device: str, settings: Settings) -> SmartCardReader:
    from devices.smart_card.driver import PcscCardReader, Timing

    usual = Timing()
    timing = Timing(
        answer_s=float(settings.get("answer_s", usual.answer_s)),
        left_behind_s=float(settings.get("left_behind_s", usual.left_behind_s)),
    )
    return PcscCardReader(_slot(device, settings), device=device, timing=timing)


def _slot(device: str, settings: Settings) -> CardSlot:
    """The slot at the address; one that a trace plays back; or one over a wire, which somebody writes down."""
    from devices.transports.pcsc import slot_at
    from devices.transports.slot_wire import SlotWire, WireSlot

    address = settings.get("address", "")
    if address.startswith("replay:"):
        return WireSlot(wire(device, settings), device=device)
    slot = slot_at(address, reader=settings.get("reader", ""), device=device)
    bare = SlotWire(slot)
    hooked = through_hook(bare)
    return slot if hooked is bare else WireSlot(hooked, device=device)


def _simulated(device: str, _settings: Settings) -> SmartCardReader:
    from devices.smart_card.simulator import SimulatedSmartCardReader

    return SimulatedSmartCardReader(device=device)


def _stand_in() -> StandIn:
    from devices.smart_card.console import WORDS, obey
    from devices.smart_card.emulator import SmartCardEmulator

    return StandIn(lambda _options: SmartCardEmulator(), obey, WORDS, frozenset())


KIND = Kind(
    "smart_card",
    "社保卡阅读器",
    Group.VERIFICATION,
    {
        "pcsc": Entry(
            _pcsc,
            {"reader": str} | _TIMES,
            "PC/SC readers through pcscd; reader = part of a reader's name",
            wired=False,
        ),
        "simulator": Entry(_simulated, {}, "no box: played by a script", wired=False, simulated=True),
    },
    usual="pcsc",
    stand_in=_stand_in,
    stream="events",
)
