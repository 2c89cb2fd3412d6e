"""From an address in the settings to a wire. Knows the forms of addresses; knows no device."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs, urlsplit

from devices.errors import DeviceConfigError

if TYPE_CHECKING:
    from devices.ports.transport import Transport

FORMS = (
    "/dev/…, serial:///dev/ttyUSB0?baud=115200, tcp://host:port, usb://0400:c35a, file:///dev/usb/lp0, replay:///file"
)
DEFAULT_BAUD = 115200
USB = re.compile(r"usb://([0-9a-f]{4}):([0-9a-f]{4})(?:\?pipes=(one|two))?", re.ASCII | re.IGNORECASE)
MAX_BAUD = 4_000_000  # more than any UART of a kiosk does; 0 would hang the line up


def open_transport(address: str, *, device: str = "wire", baud: int = DEFAULT_BAUD, rtscts: bool = False) -> Transport:
    """Make the wire for `address`; it is not opened yet, `open()` does that and may be called again after a loss.

    Forms: a plain path; "serial:///dev/ttyUSB0?baud=9600&rtscts=1" (the query wins over the arguments);
    "tcp://host:port"; "usb://0400:c35a" (`?pipes=one|two` where the descriptors mislead); "file:///dev/usb/lp0", a node
    that takes bytes and may say nothing; "replay:///path/of/a/trace". `baud` is in bits per second.
    Raises DeviceConfigError for anything else.
    """
    if address.startswith("/"):
        return _serial(address, baud, device, rtscts=rtscts)
    if usb := USB.fullmatch(address):
        return _usb(usb[1], usb[2], usb[3], device)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:  # a port that is no number, a broken IPv6 host
        raise _refuse(device, address) from error
    if parts.scheme == "serial" and parts.path:
        return _serial_from_url(parts, device, address, baud, rtscts=rtscts)
    if parts.scheme == "tcp" and parts.hostname and port:
        from devices.transports.tcp import TcpTransport

        return TcpTransport(parts.hostname, port, device=device)
    if parts.scheme == "file" and parts.path.startswith("/") and not parts.netloc:
        from devices.transports.file import FileTransport

        return FileTransport(parts.path, device=device)
    if parts.scheme == "replay" and parts.path:
        from devices.transports.replay import ReplayTransport

        return ReplayTransport(parts.path, device=device)
    raise _refuse(device, address)


def _serial_from_url(parts: SplitResult, device: str, address: str, baud: int, *, rtscts: bool) -> Transport:
    query = {key: values[-1] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
    wanted = query.pop("baud", str(baud))
    flow = query.pop("rtscts", "1" if rtscts else "0")
    if query or not (wanted.isascii() and wanted.isdigit()) or flow not in {"0", "1"}:
        raise _refuse(device, address)
    return _serial(parts.path, int(wanted), device, rtscts=flow == "1")


def _serial(path: str, baud: int, device: str, *, rtscts: bool) -> Transport:
    from devices.transports.serial import SerialTransport

    if not 0 < baud <= MAX_BAUD:
        raise DeviceConfigError(device, f"baud {baud} is not in 1..{MAX_BAUD}")
    return SerialTransport(path, baud=baud, rtscts=rtscts, device=device)


def _usb(vid: str, pid: str, pipes: str | None, device: str) -> Transport:
    from devices.transports.usb import UsbBulkTransport
    from devices.transports.usb_device import FIRST_PAIR, TWO_PIPES

    wanted = {"one": FIRST_PAIR, "two": TWO_PIPES}.get(pipes or "")
    return UsbBulkTransport(int(vid, 16), int(pid, 16), pipes=wanted, device=device)


def _refuse(device: str, address: str) -> DeviceConfigError:
    return DeviceConfigError(device, f"address {address!r} is none of: {FORMS}")
