"""The far end of a USB cable: where an emulator sits, while a driver speaks to it through the real pyusb.

To pyusb it is a backend (what libusb is elsewhere): a bus with this one device, with descriptors, packets, stalls and
errors. To the emulator it is a wire. It shows that our side of pyusb holds, and nothing of real boxes or of libusb.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import threading
import time
from collections import deque
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import usb.backend
import usb.core

from devices.errors import DeviceLostError
from devices.transports.usb_device import VENDOR_CLASS, Pipes

if TYPE_CHECKING:
    from array import array

PACKET_BYTES = 64
BULK = 2
IN = 0x80

_ERRORS = {
    errno.EACCES: "Access denied (insufficient permissions)",
    errno.EBUSY: "Resource busy",
    errno.ENODEV: "No such device (it may have been disconnected)",
    errno.EPIPE: "Pipe error",
}


class UsbFarEnd(usb.backend.IBackend):  # type: ignore[misc]  # pyusb is untyped
    """A Transport for the emulator and a pyusb backend for the driver; `close` is pulling the plug.

    `refuses` is an errno with which openings fail (EACCES, EBUSY); `kernel_driver`: the kernel has the interface until
    it is detached; `stall`: transfers on a pipe fail with EPIPE until the halt is cleared; `spoil`: they fail once with
    another errno; `takes_bytes` False is a box that holds up whoever writes.
    """

    def __init__(
        self, vid: int, pid: int, pipes: Pipes, *, interface_class: int = VENDOR_CLASS, device: str = "usb_far_end"
    ) -> None:
        self.vid, self.pid, self.pipes = vid, pid, pipes
        self._interface_class = interface_class
        self._device = device
        self._moved = threading.Condition()  # guards all below; the driver's side is in threads
        self._plugged = 0  # counts pluggings in; 0 while out
        self._pluggings = 0
        self._to_driver: dict[int, deque[bytes]] = {}
        self._stalled: dict[int, bool] = {}  # pipe → for good
        self._spoilt: dict[int, int] = {}  # pipe → errno
        self._claimed = False
        self._inbox = bytearray()
        self._news = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.refuses = 0
        self.kernel_driver = False
        self.configured = True
        self.takes_bytes = True

    # --- the emulator's side ----------------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """What a driver's settings would name, on a machine with a real bus."""
        return f"usb://{self.vid:04x}:{self.pid:04x}"

    async def open(self) -> None:
        """Plug it in."""
        self._loop, self._news = asyncio.get_running_loop(), asyncio.Event()
        with self._moved:
            self._pluggings += 1
            self._plugged, self._claimed = self._pluggings, False
            self._to_driver = {pipe: deque() for pipe in self.pipes.ins}
            self._stalled.clear()
            self._spoilt.clear()
            self._inbox.clear()

    async def write(self, data: bytes) -> None:
        """Say one message; the first `head` bytes go over the first pipe when there are two."""
        parts = Pipes(self.pipes.ins, (), self.pipes.head).split(data)
        with self._moved:
            self._check()
            for pipe, part in parts:
                self._to_driver[pipe] += [part[at : at + PACKET_BYTES] for at in range(0, len(part), PACKET_BYTES)]
            self._moved.notify_all()

    async def read_some(self, timeout_s: float) -> bytes:
        with self._moved:
            self._check()
            self._news.clear()
            waiting = not self._inbox
        if waiting:
            try:
                async with asyncio.timeout(timeout_s):
                    await self._news.wait()
            except TimeoutError:
                return b""
        with self._moved:
            self._check()
            data = bytes(self._inbox)
            self._inbox.clear()
        return data

    async def close(self) -> None:
        """Pull the plug: transfers that wait fail with ENODEV."""
        with self._moved:
            self._plugged = 0
            self._moved.notify_all()
        self._news.set()

    def stall(self, pipe: int, *, for_good: bool = False) -> None:
        """Transfers on `pipe` fail until its halt is cleared; `for_good`: clearing it does not help."""
        with self._moved:
            self._stalled[pipe] = for_good
            self._moved.notify_all()

    def spoil(self, pipe: int, number: int) -> None:
        """The next transfer on `pipe` fails with this errno."""
        with self._moved:
            self._spoilt[pipe] = number
            self._moved.notify_all()

    def _check(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")

    # --- pyusb's side: descriptors ----------------------------------------------------------------------------------

    def enumerate_devices(self) -> list[int]:
        return [self._plugged] if self._plugged else []

    def get_device_descriptor(self, _dev: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=self.vid, idProduct=self.pid, bcdDevice=0x0100, iManufacturer=0, iProduct=0,
            iSerialNumber=0, bNumConfigurations=1, address=1, bus=1, port_number=1, port_numbers=(1,), speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, _dev: int, _config: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=0, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0x80, bMaxPower=50, extra_descriptors=b"",
        )  # fmt: skip

    def get_interface_descriptor(self, _dev: int, _intf: int, alt: int, _config: int) -> SimpleNamespace:
        if alt:
            raise IndexError("no other setting")
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=len(self._ends()),
            bInterfaceClass=self._interface_class, bInterfaceSubClass=0, bInterfaceProtocol=0, iInterface=0,
            extra_descriptors=b"",
        )  # fmt: skip

    def get_endpoint_descriptor(self, _dev: int, place: int, _intf: int, _alt: int, _config: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=self._ends()[place], bmAttributes=BULK,
            wMaxPacketSize=PACKET_BYTES, bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=b"",
        )  # fmt: skip

    def _ends(self) -> tuple[int, ...]:
        return self.pipes.outs + self.pipes.ins

    # --- pyusb's side: opening and transfers ------------------------------------------------------------------------

    def open_device(self, dev: int) -> int:
        if self.refuses:
            raise _error(self.refuses)
        self._same(dev)
        return dev

    def close_device(self, dev: int) -> None:
        if dev == self._plugged:
            self._claimed = False

    def get_configuration(self, dev: int) -> int:
        self._same(dev)
        return 1 if self.configured else 0

    def set_configuration(self, dev: int, _value: int) -> None:
        self._same(dev)
        self.configured = True

    def is_kernel_driver_active(self, dev: int, _intf: int) -> bool:
        self._same(dev)
        return self.kernel_driver

    def detach_kernel_driver(self, dev: int, _intf: int) -> None:
        self._same(dev)
        self.kernel_driver = False

    def claim_interface(self, dev: int, _intf: int) -> None:
        self._same(dev)
        if self.kernel_driver or self._claimed:
            raise _error(errno.EBUSY)
        self._claimed = True

    def release_interface(self, dev: int, _intf: int) -> None:
        self._same(dev)
        self._claimed = False

    def clear_halt(self, dev: int, pipe: int) -> None:
        self._same(dev)
        with self._moved:
            if not self._stalled.get(pipe):
                self._stalled.pop(pipe, None)

    def bulk_write(self, dev: int, pipe: int, _intf: int, data: array[int], timeout: int) -> int:
        with self._moved:
            self._wait(dev, pipe, timeout, lambda: self.takes_bytes)
            self._inbox += data.tobytes()
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._news.set)
        return len(data)

    def bulk_read(self, dev: int, pipe: int, _intf: int, buff: array[int], timeout: int) -> int:
        """Packets until one is short, as on a real bus; what came before the time was over is given all the same."""
        room, taken, ends_at = memoryview(buff).cast("B"), 0, time.monotonic() + timeout / 1000
        with self._moved:
            packets = self._to_driver.get(pipe, deque())
            while taken < len(room):
                try:
                    self._wait(dev, pipe, max(1, int((ends_at - time.monotonic()) * 1000)), lambda: packets)
                except usb.core.USBTimeoutError:
                    if taken:
                        break
                    raise
                packet = packets.popleft()
                room[taken : taken + len(packet)] = packet
                taken += len(packet)
                if len(packet) < PACKET_BYTES:
                    break
        return taken

    def _wait(self, dev: int, pipe: int, timeout_ms: int, ready: Any) -> None:  # noqa: ANN401 -- anything true or false
        """Until `ready()`, inside the lock. Raises what libusb would: gone, stalled, timed out."""
        came = self._moved.wait_for(
            lambda: dev != self._plugged or pipe in self._stalled or pipe in self._spoilt or ready(), timeout_ms / 1000
        )
        self._same(dev)
        if pipe in self._stalled:
            raise _error(errno.EPIPE)
        if pipe in self._spoilt:
            raise _error(self._spoilt.pop(pipe))
        if not came:
            raise usb.core.USBTimeoutError("Operation timed out", None, errno.ETIMEDOUT)

    def _same(self, dev: int) -> None:
        if dev != self._plugged:
            raise _error(errno.ENODEV)


def _error(number: int) -> usb.core.USBError:
    return usb.core.USBError(_ERRORS.get(number, "Error"), None, number)
