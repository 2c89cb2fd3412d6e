"""The shape of the table: kinds of devices, their drivers, and what stands in at `kapok device emulate`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from devices.ports.device import Device

Settings = dict[str, Any]
SHARED_KEYS = {"driver", "address", "width_mm"}  # one shape of table serves all kinds in a kiosk's file


class Group(StrEnum):
    """The five groups of a hall's equipment (CL-C14)."""

    TICKETS = "tickets"  # 预约取号
    SECURITY = "security"  # 安防监控
    DISPLAY = "display"  # 屏幕显示
    CAPTURE = "capture"  # 信息采集录入
    VERIFICATION = "verification"  # 核验扫描

    @property
    def chinese(self) -> str:
        """The clause's own word."""
        return _CHINESE[self]


_CHINESE = {
    Group.TICKETS: "预约取号",
    Group.SECURITY: "安防监控",
    Group.DISPLAY: "屏幕显示",
    Group.CAPTURE: "信息采集录入",
    Group.VERIFICATION: "核验扫描",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One driver: how a box is made, what else its settings may hold, and what it is for."""

    make: Callable[[str, Settings], Device]
    keys: Mapping[str, type]  # beside SHARED_KEYS
    about: str
    wired: bool = True  # needs an address
    simulated: bool = False  # stands in for having no box: never offered for a hall
    only_sends: bool = False  # cannot be asked: that it is well says only that its wire is open
    by_window: bool = False  # hears the keys of the kiosk's window: no command can listen in its place


class Emulator(Protocol):
    """A box that is not there: plugged in and out, and reached at an address like a real one."""

    @property
    def address(self) -> str:
        """What a driver's `address` has to be."""

    async def start(self) -> None:
        """Plug it in; also after `stop()`."""

    async def stop(self) -> None:
        """Unplug it."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """How an emulator is made from the command's options, and the words that move it."""

    make: Callable[[Mapping[str, Any]], Emulator]
    obey: Callable[[Any, str], Awaitable[str]]  # raises ValueError with words for who typed it
    words: str
    options: frozenset[str] = frozenset({"link"})


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of device, under the name that its table has in a kiosk's file.

    `stream` is the port's verb for what the box says by itself (cards, codes, presses); empty where it is only asked.
    """

    name: str  # [device.<name>]
    chinese: str
    group: Group
    drivers: Mapping[str, Entry]
    usual: str  # the driver that the commands take when none is named
    stand_in: Callable[[], StandIn] | None = field(default=None)
    stream: str = ""
