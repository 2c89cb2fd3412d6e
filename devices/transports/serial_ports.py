"""Which serial ports are there now, under all their names. Looks into /dev, needs no udev; opens nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from serial.tools import list_ports

LASTING = ("by-id", "by-path")  # folders in which udev keeps lasting names


@dataclass(frozen=True, slots=True)
class SerialPort:
    """A port: its path, the lasting names that lead to it, and what the kernel says of the box behind it."""

    path: str
    also: tuple[str, ...] = ()
    about: str = ""


def ports_there(links: Path = Path("/dev/serial")) -> list[SerialPort]:
    """The ports in order of their paths; `links` is where lasting names are kept."""
    names: dict[str, list[str]] = {}
    for folder in LASTING:
        for link in sorted((links / folder).glob("*")):
            if link.exists():
                names.setdefault(str(link.resolve()), []).append(str(link))
    about = {port.device: "" if port.description == "n/a" else str(port.description) for port in list_ports.comports()}
    return [SerialPort(path, tuple(names.get(path, ())), about.get(path, "")) for path in sorted({*names, *about})]


def path_of(address: object) -> str:
    """The file that an address leads to, as it is written; empty when it leads to none."""
    if not isinstance(address, str):
        return ""
    if address.startswith("/"):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.path if parts.scheme in {"serial", "file"} else ""


def same_port(address: object, port: SerialPort) -> bool:
    """Whether an address of the settings leads to this port, by any of its names."""
    path = path_of(address)
    return bool(path) and (path in {port.path, *port.also} or str(Path(path).resolve()) == port.path)
