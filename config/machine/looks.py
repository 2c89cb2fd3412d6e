"""Looking at the machine: reads what the system says of itself, changes nothing, and never raises for what it finds."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import socket
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from config.machine.values import Level, Look, look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GB, MB_KB = 1_000_000_000, 1_000
BUILT_IN = 2026  # an earlier year is a dead clock battery
_UNSYNCHRONISED = 0x40  # STA_UNSYNC, linux/timex.h
_TIMEX_BYTES, _STATUS_AT = 256, 40  # struct timex on 64-bit Linux: modes, offset, freq, maxerror, esterror, status
_DISK_LOW, _DISK_FULL = 1.0, 0.2  # GB
_MEMORY_LOW, _MEMORY_NONE = 300, 100  # MB
_NEEDED = ("mandarin", "cmn"), ("cantonese", "yue"), ("english", "en")
_HOT, _TOO_HOT = 75, 90  # °C
_LONG_PX, _SHORT_PX = 1920, 1080
_SIOCGIFADDR = 0x8915  # netdevice(7): the address in struct ifreq
_NAME_BYTES, _IFREQ_BYTES, _IPV4_AT = 15, 40, 20
DAEMONS = {  # part: (socket, name, unit)
    "cups": ("run/cups/cups.sock", "CUPS", "cups"),
    "pcscd": ("run/pcscd/pcscd.comm", "pcscd", "pcscd.socket"),
}


class Roots(msgspec.Struct, frozen=True):
    """Where the system's own files are; tests have a tree of their own."""

    root: Path = Path("/")
    folder: Path = Path()  # where the program keeps its files


def look_at_machine(roots: Roots, daemons: Sequence[str] = (), *, screen: bool, speaks: bool) -> Iterator[Look]:
    """Clock, disk, memory; of daemons, voices and screens those that are needed here."""
    yield clock()
    yield disk(roots.folder)
    yield memory(roots.root)
    yield from temperature(roots.root)
    for part in daemons:
        yield daemon(part, roots.root) if part in DAEMONS else program("sane", "scanimage", "sane-utils")
    if speaks:
        yield voices()
    if screen:
        yield from panels(roots.root)


def clock(year: int = 0, *, kept: bool | None = None) -> Look:
    """Whether the year can be, and whether a time service keeps the clock."""
    year = year or datetime.now(UTC).year
    if year < BUILT_IN:
        return look("clock", "clock_wrong", Level.FAULT, year=year)
    if kept if kept is not None else _kept():
        return look("clock", "clock_right")
    return look("clock", "clock_free", Level.WARNING)


def _kept() -> bool:
    """Whether the kernel calls its clock synchronised; False where it cannot say."""
    state = ctypes.create_string_buffer(_TIMEX_BYTES)
    try:
        if ctypes.CDLL(None).adjtimex(state) < 0:
            return False
    except AttributeError:
        return False
    status = int.from_bytes(state.raw[_STATUS_AT : _STATUS_AT + 4], "little")
    return not status & _UNSYNCHRONISED


def disk(folder: Path, free_gb: float | None = None) -> Look:
    """Room where the program keeps its files, and whether it may write there."""
    there = next((one for one in (folder, *folder.absolute().parents) if one.exists()), Path("/"))
    if not os.access(there, os.W_OK):
        return look("disk", "folder_closed", Level.FAULT, folder=folder)
    free = shutil.disk_usage(there).free / GB if free_gb is None else free_gb
    code, level = "disk_free", Level.FINE
    if free < _DISK_LOW:
        code, level = ("disk_full", Level.FAULT) if free < _DISK_FULL else ("disk_low", Level.WARNING)
    return look("disk", code, level, folder=folder, free=f"{free:.1f}")


def memory(root: Path) -> Look:
    """What the kernel calls available."""
    told: dict[str, int] = {}
    try:
        for line in (root / "proc/meminfo").read_text().splitlines():
            name, _, value = line.partition(":")
            told[name] = int(value.split()[0]) // MB_KB
    except (OSError, ValueError, IndexError):
        pass  # no Linux: nothing is known, and nothing is claimed
    total, free = told.get("MemTotal", 0), told.get("MemAvailable", 0)
    if not total or free >= _MEMORY_LOW:
        return look("memory", "memory_free", free=free, total=total)
    return look("memory", "memory_low", Level.FAULT if free < _MEMORY_NONE else Level.WARNING, free=free, total=total)


def temperature(root: Path) -> Iterator[Look]:
    """The warmest place that the kernel measures; nothing where it measures none."""
    found = []
    for zone in (root / "sys/class/thermal").glob("thermal_zone*/temp"):
        try:
            found.append(int(zone.read_text()) // 1000)
        except (OSError, ValueError):  # a sensor that is asleep
            continue
    if found:
        hot = max(found)
        level = Level.FINE if hot < _HOT else Level.WARNING if hot < _TOO_HOT else Level.FAULT
        yield look("temperature", "temperature_high" if level else "temperature_fine", level, degrees=hot)


def daemon(part: str, root: Path) -> Look:
    """Whether a daemon's socket is there."""
    socket, name, unit = DAEMONS[part]
    if (root / socket).exists():
        return look(part, "daemon_runs")
    return look(part, "daemon_gone", Level.FAULT, name=name, unit=unit)


def program(part: str, name: str, package: str) -> Look:
    """Whether a program that we start is installed."""
    if shutil.which(name):
        return look(part, "fine")
    return look(part, "program_missing", Level.FAULT, name=name, package=package)


def voices() -> Look:
    """Whether espeak-ng is there with the three languages of a hall."""
    espeak = shutil.which("espeak-ng")
    if espeak is None:
        return look("voices", "program_missing", Level.WARNING, name="espeak-ng", package="espeak-ng")
    try:
        listed = subprocess.run([espeak, "--voices"], capture_output=True, text=True, timeout=10, check=False).stdout  # noqa: S603 - found on the path, no words of anybody else
    except (OSError, subprocess.TimeoutExpired) as error:
        return look("voices", "voices_missing", Level.WARNING, str(error), names="espeak-ng")
    spoken = {line.split()[1].split("-")[0] for line in listed.splitlines()[1:] if len(line.split()) > 1}
    missing = [name for name, code in _NEEDED if code not in spoken]
    if missing:
        return look("voices", "voices_missing", Level.WARNING, names=", ".join(missing))
    return look("voices", "voices_there")


def panels(root: Path) -> Iterator[Look]:
    """Each connected screen with the size of its best mode."""
    found = False
    for connector in sorted((root / "sys/class/drm").glob("card*-*")):
        try:
            if (connector / "status").read_text().strip() != "connected":
                continue
            best = (connector / "modes").read_text().split()
        except OSError:
            continue
        found = True
        yield _panel(connector.name.partition("-")[2], best[0] if best else "?")
    if not found:
        yield look("screen", "screen_none", Level.WARNING)


def _panel(name: str, mode: str) -> Look:
    sides = sorted((int(one) for one in mode.rstrip("i").split("x") if one.isdigit()), reverse=True)
    small = any(side < least for side, least in zip(sides, (_LONG_PX, _SHORT_PX), strict=False))
    code, level = ("screen_small", Level.WARNING) if small else ("screen_there", Level.FINE)
    return look("screen", code, level, name=name, size=mode.replace("x", "×"))


def network_cards(root: Path) -> Iterator[Look]:
    """Each network card but the loopback: up, and how fast."""
    up = False
    for card in sorted((root / "sys/class/net").glob("*")):
        if card.name == "lo":
            continue
        try:
            state = (card / "operstate").read_text().strip()
        except OSError:
            continue
        if state == "down":
            yield look("network", "card_down", name=card.name)
            continue
        up = True
        yield look("network", "card_up", name=card.name, speed=_speed(card), address=_address(card.name))
    if not up:
        yield look("network", "cards_none", Level.FAULT)


def _address(name: str) -> str:
    """The IPv4 address of a card of this machine, as it stands in a sentence; nothing where it has none."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            told = fcntl.ioctl(asking, _SIOCGIFADDR, name.encode()[:_NAME_BYTES].ljust(_IFREQ_BYTES, b"\0"))
    except OSError:
        return ""
    return f", {socket.inet_ntoa(told[_IPV4_AT : _IPV4_AT + 4])}"


def _speed(card: Path) -> str:
    try:
        speed = int((card / "speed").read_text())
    except (OSError, ValueError):  # radio and virtual cards have none
        return "?"
    return f"{speed} Mbit/s" if speed > 0 else "?"
