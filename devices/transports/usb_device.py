"""One claimed USB device with bulk pipes, through pyusb: found, taken from the kernel, read and written, let go.

Blocks, so it is called from threads only (see `usb`). Knows no protocol. Not yet tried on hardware: in the tests pyusb
itself is real, and what stands behind it is `usb_far_end`.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import usb.core
import usb.util

from devices.errors import DeviceLostError

if TYPE_CHECKING:
    from collections.abc import Iterable

READ_BYTES = 16384  # a multiple of every packet size, so that no transfer overflows
DRAIN_MS = 5
DRAIN_TRANSFERS = 16  # what may lie in the box from before it was opened
VENDOR_CLASS, PRINTER_CLASS = 0xFF, 0x07
OUR_CLASSES = frozenset({VENDOR_CLASS, PRINTER_CLASS})


class UsbTrouble(StrEnum):
    """The first word of a DeviceLostError's detail: what a person would have to do differs for each."""

    NOT_THERE = "not_there"  # not plugged in, or switched off
    NO_PERMISSION = "no_permission"  # a udev rule is missing
    BUSY = "busy"  # another program has it
    NO_PIPES = "no_pipes"  # no pair of bulk pipes: another kind of device
    NO_LIBRARY = "no_library"  # libusb is not installed
    GONE = "gone"  # pulled out while in use
    STALLED = "stalled"  # takes no more bytes
    BROKEN = "broken"  # anything else


_TROUBLES = {
    errno.EACCES: UsbTrouble.NO_PERMISSION,
    errno.EPERM: UsbTrouble.NO_PERMISSION,
    errno.EBUSY: UsbTrouble.BUSY,
    errno.ENODEV: UsbTrouble.GONE,
    errno.ENOENT: UsbTrouble.GONE,
    errno.EIO: UsbTrouble.GONE,
    errno.EPIPE: UsbTrouble.STALLED,
}


@dataclass(frozen=True, slots=True)
class Pipes:
    """Endpoint addresses, in the order in which a message goes over them.

    One of each is the usual pair. With two, the first `head` bytes of a message go over the first OUT pipe and the rest
    over the second, and answers come over the IN pipes in the same way.
    """

    outs: tuple[int, ...]
    ins: tuple[int, ...]
    head: int = 0

    def split(self, message: bytes) -> list[tuple[int, bytes]]:
        """Which bytes go over which pipe."""
        if len(self.outs) == 1:
            return [(self.outs[0], message)]
        parts = zip(self.outs, (message[: self.head], message[self.head :]), strict=True)
        return [(pipe, part) for pipe, part in parts if part]


TWO_PIPES = Pipes((0x02, 0x06), (0x81, 0x85), head=7)
"""Classic SAM-V card readers: preamble and length go first (public tables and drivers agree)."""
FIRST_PAIR = Pipes((), ())
"""The first OUT and the first IN pipe, even of a box that has the classic four."""


class UsbDevice:
    """A device whose interface is claimed. All methods block at most for the time that they are given."""

    def __init__(self, device: Any, interface: int, pipes: Pipes, name: str) -> None:  # noqa: ANN401 -- pyusb is untyped
        self._usb = device
        self._interface = interface
        self._name = name
        self.pipes = pipes

    @classmethod
    def claim(cls, vid: int, pid: int, pipes: Pipes | None, name: str, backend: object | None = None) -> UsbDevice:
        """Find `vid`:`pid`, detach a kernel driver, claim the interface with the pipes, throw away what waits there.

        `pipes` None: found by the descriptors. Raises DeviceLostError, whose detail begins with a `UsbTrouble`.
        """
        try:
            found = usb.core.find(idVendor=vid, idProduct=pid, backend=backend)
        except usb.core.NoBackendError as error:
            raise _lost(name, UsbTrouble.NO_LIBRARY, "libusb-1.0 is not installed") from error
        if found is None:
            raise _lost(name, UsbTrouble.NOT_THERE, f"no usb device {vid:04x}:{pid:04x}")
        try:
            return cls._claimed(found, pipes, name)
        except (usb.core.USBError, NotImplementedError) as error:
            usb.util.dispose_resources(found)
            trouble = _TROUBLES.get(getattr(error, "errno", None) or 0, UsbTrouble.BROKEN)
            raise _lost(name, trouble, str(error)) from error
        except DeviceLostError:
            usb.util.dispose_resources(found)
            raise

    @classmethod
    def _claimed(cls, found: Any, pipes: Pipes | None, name: str) -> UsbDevice:  # noqa: ANN401 -- pyusb is untyped
        interface, chosen = find_pipes(_configuration(found), pipes)
        if chosen is None:
            raise _lost(name, UsbTrouble.NO_PIPES, "no bulk pipes of a printer or of a vendor's own class")
        with suppress(NotImplementedError):  # systems where kernel drivers are never in the way
            if found.is_kernel_driver_active(interface):
                found.detach_kernel_driver(interface)
        usb.util.claim_interface(found, interface)
        device = cls(found, interface, chosen, name)
        for pipe in chosen.ins:
            device.drain(pipe)
        return device

    def write(self, pipe: int, data: bytes, timeout_ms: int) -> int:
        """How many of `data` were taken; 0 when none were in time. A stalled pipe is cleared and tried once more."""
        for _ in range(2):
            try:
                return int(self._usb.write(pipe, data, timeout_ms))
            except usb.core.USBTimeoutError:
                return 0
            except usb.core.USBError as error:
                self._forgive_stall(pipe, error)
        raise _lost(self._name, UsbTrouble.STALLED, f"pipe 0x{pipe:02x}")

    def read(self, pipe: int, timeout_ms: int) -> bytes:
        """One transfer, or what came of it in time; b"" for nothing. A stalled pipe is cleared and tried once more."""
        for _ in range(2):
            try:
                return bytes(self._usb.read(pipe, READ_BYTES, timeout_ms))
            except usb.core.USBTimeoutError:
                return b""
            except usb.core.USBError as error:
                if error.errno == errno.EOVERFLOW:  # a box that says more than fits: noise, not a loss
                    return b""
                self._forgive_stall(pipe, error)
        raise _lost(self._name, UsbTrouble.STALLED, f"pipe 0x{pipe:02x}")

    def drain(self, pipe: int) -> None:
        """Throw away what lies in the box for us."""
        for _ in range(DRAIN_TRANSFERS):
            if not self.read(pipe, DRAIN_MS):
                return

    def release(self) -> None:
        """Let it go; nothing may be reading or writing any more."""
        with suppress(usb.core.USBError):  # pulled out: nothing is left to let go
            usb.util.release_interface(self._usb, self._interface)
        with suppress(usb.core.USBError):
            usb.util.dispose_resources(self._usb)

    def _forgive_stall(self, pipe: int, error: usb.core.USBError) -> None:
        if error.errno != errno.EPIPE:
            raise _lost(self._name, _TROUBLES.get(error.errno or 0, UsbTrouble.BROKEN), str(error)) from error
        try:
            self._usb.clear_halt(pipe)
        except usb.core.USBError as deeper:
            trouble = _TROUBLES.get(deeper.errno or 0, UsbTrouble.BROKEN)
            raise _lost(self._name, trouble, str(deeper)) from deeper


def find_pipes(interfaces: Iterable[Any], wanted: Pipes | None) -> tuple[int, Pipes | None]:
    """The first interface with `wanted` pipes, or, when none are wanted, with a pair (or the classic four) of its own.

    Without a wish only printers and vendors' own classes count: a key pad or a disk is not to be taken from the kernel.
    """
    for interface in interfaces:
        if interface.bAlternateSetting:
            continue
        outs, ins = _bulk(interface)
        if wanted is not None and wanted is not FIRST_PAIR:
            if set(wanted.outs) <= set(outs) and set(wanted.ins) <= set(ins):
                return interface.bInterfaceNumber, wanted
        elif interface.bInterfaceClass in OUR_CLASSES and outs and ins:
            classic = wanted is None and set(TWO_PIPES.outs) <= set(outs) and set(TWO_PIPES.ins) <= set(ins)
            return interface.bInterfaceNumber, TWO_PIPES if classic else Pipes(outs[:1], ins[:1])
    return 0, None


def _bulk(interface: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:  # noqa: ANN401 -- pyusb is untyped
    """The addresses of its bulk pipes: out, in."""
    bulk = usb.util.ENDPOINT_TYPE_BULK
    addresses = [end.bEndpointAddress for end in interface if usb.util.endpoint_type(end.bmAttributes) == bulk]
    return tuple(a for a in addresses if not a & usb.util.ENDPOINT_IN), tuple(
        a for a in addresses if a & usb.util.ENDPOINT_IN
    )


def _configuration(found: Any) -> Any:  # noqa: ANN401 -- pyusb is untyped
    """The active configuration; one is set only where none is, because setting it again resets some boxes."""
    try:
        return found.get_active_configuration()
    except usb.core.USBError as error:
        if error.errno is not None:  # a real error; "not set" has no number
            raise
    found.set_configuration()
    return found.get_active_configuration()


def _lost(name: str, trouble: UsbTrouble, words: str) -> DeviceLostError:
    return DeviceLostError(name, f"{trouble}: {words}")
