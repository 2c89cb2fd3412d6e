"""Bulk pipes of a USB device as a wire: printers, and card readers that are not HID. Knows no protocol.

pyusb blocks, so one thread listens and one writes; both take short turns, so that closing never waits long. A reader
thread that runs all the time also means that nothing is lost when whoever was reading is cancelled.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from devices.errors import DeviceLostError
from devices.transports.usb_device import Pipes, UsbDevice, UsbTrouble

TURN_MS = 100  # one blocking call; closing waits at most for two of them
GLANCE_MS = 1  # for a pipe on which nothing is expected
WRITE_STALL_S = 10.0  # a box that takes no byte for so long counts as lost
INBOX_BYTES = 1 << 20  # a box that talks so much while nobody listens is not believed


class UsbBulkTransport:
    """A Transport over the bulk pipes of `vid`:`pid`, of the first box found that is called so.

    `pipes` None: they are found by the descriptors. One `write` is one message. `backend` is pyusb's, None for libusb.
    A stalled pipe is cleared; a box that is pulled out is a DeviceLostError, whose detail begins with a `UsbTrouble`.
    """

    def __init__(
        self,
        vid: int,
        pid: int,
        *,
        pipes: Pipes | None = None,
        device: str = "usb",
        backend: object | None = None,
        write_stall_s: float = WRITE_STALL_S,
    ) -> None:
        self._vid, self._pid, self._pipes, self._backend = vid, pid, pipes, backend
        self._device = device
        self._write_stall_s = write_stall_s
        self._usb: UsbDevice | None = None
        self._threads: ThreadPoolExecutor | None = None
        self._stop = threading.Event()
        self._inbox = bytearray()
        self._news = asyncio.Event()
        self._loss: DeviceLostError | None = None
        self._sending = asyncio.Lock()

    async def open(self) -> None:
        await self.close()
        self._stop, self._news, self._sending = threading.Event(), asyncio.Event(), asyncio.Lock()
        self._inbox.clear()
        self._loss = None
        threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix=f"usb-{self._device}")
        loop = asyncio.get_running_loop()
        claiming = loop.run_in_executor(
            threads, UsbDevice.claim, self._vid, self._pid, self._pipes, self._device, self._backend
        )
        try:
            claimed = await asyncio.shield(claiming)
        except BaseException:  # also when we are cancelled: what was claimed meanwhile must not stay so
            claiming.add_done_callback(_let_go)
            threads.shutdown(wait=False)
            raise
        self._usb, self._threads = claimed, threads
        loop.run_in_executor(threads, self._listen, claimed, self._stop, loop)

    async def write(self, data: bytes) -> None:
        """Send one message. When this is cancelled, what the box has not taken by then is not sent any more."""
        async with self._sending:  # a message is never mixed with another
            device, threads = self._opened()
            given_up = threading.Event()
            loop = asyncio.get_running_loop()
            sending = loop.run_in_executor(threads, self._send, device, data, given_up)
            try:
                await asyncio.shield(sending)
            except asyncio.CancelledError:
                given_up.set()
                with contextlib.suppress(DeviceLostError):
                    await sending  # one more turn; the next message must not overtake this one
                raise

    async def read_some(self, timeout_s: float) -> bytes:
        self._opened()
        if not self._inbox and self._loss is None:
            self._news.clear()
            try:
                async with asyncio.timeout(timeout_s):
                    await self._news.wait()
            except TimeoutError:
                return b""
        if self._inbox:
            data = bytes(self._inbox)
            self._inbox.clear()
            return data
        if self._loss is not None:
            raise DeviceLostError(self._device, self._loss.detail) from self._loss
        raise DeviceLostError(self._device, "closed")

    async def close(self) -> None:
        device, threads, self._usb, self._threads = self._usb, self._threads, None, None
        self._stop.set()
        self._news.set()
        if device is None or threads is None:
            return
        letting_go = asyncio.get_running_loop().run_in_executor(None, _shut, device, threads)
        await asyncio.shield(letting_go)

    def _opened(self) -> tuple[UsbDevice, ThreadPoolExecutor]:
        if self._usb is None or self._threads is None:
            raise DeviceLostError(self._device, "not open")
        return self._usb, self._threads

    # --- in threads -------------------------------------------------------------------------------------------------

    def _send(self, device: UsbDevice, message: bytes, given_up: threading.Event) -> None:
        for pipe, part in device.pipes.split(message):
            rest, taken_at = memoryview(part), time.monotonic()
            while rest and not given_up.is_set():
                if self._stop.is_set():
                    raise DeviceLostError(self._device, "closed")
                taken = device.write(pipe, bytes(rest), TURN_MS)
                rest = rest[taken:]
                if taken:
                    taken_at = time.monotonic()
                elif time.monotonic() - taken_at > self._write_stall_s:
                    raise DeviceLostError(self._device, f"{UsbTrouble.STALLED}: write stalled")

    def _listen(self, device: UsbDevice, stop: threading.Event, loop: asyncio.AbstractEventLoop) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended before us
            while not (stop.is_set() or loop.is_closed()):  # a program that ends without closing must end all the same
                try:
                    data = _hear(device)
                except DeviceLostError as error:
                    loop.call_soon_threadsafe(self._lose, stop, error)
                    return
                if data:
                    loop.call_soon_threadsafe(self._arrive, stop, data)

    # --- back in the loop -------------------------------------------------------------------------------------------

    def _arrive(self, stop: threading.Event, data: bytes) -> None:
        if stop is self._stop and len(self._inbox) < INBOX_BYTES:  # not what an earlier opening left behind
            self._inbox += data
            self._news.set()

    def _lose(self, stop: threading.Event, error: DeviceLostError) -> None:
        if stop is self._stop:
            self._loss = error
            self._news.set()


def _hear(device: UsbDevice) -> bytes:
    """What comes in one turn. With two pipes: an answer's head, then its rest.

    A rest whose head never came is fetched by a glance all the same, or it would be taken for the next answer's.
    """
    first, *others = device.pipes.ins
    head = device.read(first, TURN_MS)
    rest = b"".join(device.read(pipe, TURN_MS if head else GLANCE_MS) for pipe in others)
    if rest and not head:
        head = device.read(first, GLANCE_MS)  # both came between the two looks
    return head + rest


def _shut(device: UsbDevice, threads: ThreadPoolExecutor) -> None:
    """Wait for the threads' last turn, then let the device go: never under a running transfer."""
    threads.shutdown(wait=True)
    device.release()


def _let_go(claiming: asyncio.Future[UsbDevice]) -> None:
    if not claiming.cancelled() and claiming.exception() is None:
        claiming.result().release()
