"""A PC/SC reader as a wire: commands to a chip, its answers, cards that come and go. Knows no files of any card.

The only module that knows pyscard. PC/SC calls block and cannot be cancelled, so they run in two threads of their own,
one that watches and one that talks; a call that does not come back is left behind and owes its answer (`DeviceSilent`
until it has come). Tried with pcscd only.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from devices.errors import DeviceConfigError, DeviceLostError, DeviceProtocolError, DeviceSilentError
from devices.transports.worker import Worker
from devices.values.smart_card import SlotTrouble, SlotView

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

T = TypeVar("T")

SOCKET_VARIABLE = "PCSCLITE_CSOCK_NAME"  # where libpcsclite looks for its daemon; read once in a process's life
CALL_S = 5.0  # calls that ask the daemon alone
WATCH_S = 1.0  # one look of the watching thread; a loss is seen at once, this only bounds an orphan

_TROUBLES = {
    0x80100069: SlotTrouble.PULLED,  # W_REMOVED_CARD
    0x8010000C: SlotTrouble.PULLED,  # E_NO_SMARTCARD
    0x80100068: SlotTrouble.PULLED,  # W_RESET_CARD: what we had selected is forgotten
    0x80100066: SlotTrouble.SILENT,  # W_UNRESPONSIVE_CARD
    0x80100067: SlotTrouble.SILENT,  # W_UNPOWERED_CARD
    0x8010000A: SlotTrouble.SILENT,  # E_TIMEOUT
    0x80100016: SlotTrouble.BROKEN,  # E_NOT_TRANSACTED
    0x80100065: SlotTrouble.UNKNOWN,  # W_UNSUPPORTED_CARD
    0x8010000F: SlotTrouble.UNKNOWN,  # E_PROTO_MISMATCH
    0x8010000B: SlotTrouble.BUSY,  # E_SHARING_VIOLATION
}
_NO_READERS = 0x8010002E
_LOST = {
    0x8010001D,  # E_NO_SERVICE
    0x8010001E,  # E_SERVICE_STOPPED
    0x80100017,  # E_READER_UNAVAILABLE
    0x80100009,  # E_UNKNOWN_READER
    _NO_READERS,
    0x80100003,  # E_INVALID_HANDLE: the daemon that gave it is no more
    0x80100013,  # F_COMM_ERROR
    0x80100001,  # F_INTERNAL_ERROR
    0x8010006A,  # W_SECURITY_VIOLATION: it hung up on us, because it dies or because this user is not permitted
    0x80100002,  # E_CANCELLED
    0x80100012,  # E_SYSTEM_CANCELLED
}
_TIMEOUT = 0x8010000A
_PRESENT = 0x0020
_UNKNOWN_OR_GONE = 0x0004 | 0x0008
_NUMBER_MASK = 0xFFFFFFFF
_SWAPS_SHIFT = 16


def slot_at(address: str, *, reader: str = "", device: str = "smart_card") -> PcscSlot:
    """The slot behind `pcsc:` (this machine's daemon) or `pcsc:///path/of/its/socket`, either with `?reader=NAME`.

    Raises DeviceConfigError for any other address.
    """
    refusal = DeviceConfigError(device, f"address {address!r}: expected pcsc: or pcsc:///SOCKET?reader=NAME")
    try:
        parts = urlsplit(address or "pcsc:")
    except ValueError as error:  # brackets that are no IPv6 host
        raise refusal from error
    query = dict(parse_qsl(parts.query))
    if parts.scheme != "pcsc" or parts.netloc or parts.fragment or not set(query) <= {"reader"}:
        raise refusal
    return PcscSlot(socket=parts.path, reader=reader or query.get("reader", ""), device=device)


class PcscSlot:
    """`CardSlot` over PC/SC: the first reader whose name holds `reader`, whatever the case of letters."""

    def __init__(self, *, socket: str = "", reader: str = "", device: str = "smart_card") -> None:
        self._socket, self._wanted, self._device = socket, reader, device
        self._talker: _Session | None = None
        self._watcher: _Session | None = None
        self._left_behind: list[Worker] = []

    @property
    def name(self) -> str:
        """The reader that was found by `open`; empty before."""
        return self._talker.reader if self._talker else ""

    async def open(self) -> None:
        await self.close()
        await self._see_off()
        api = _api(self._socket, self._device)
        self._talker, self._watcher = _Session(api, self._device), _Session(api, self._device)
        try:
            for session in (self._talker, self._watcher):
                await self._call(session, partial(session.begin, self._wanted))
        except BaseException:
            await self.close()
            raise

    async def change(self, since: SlotView, timeout_s: float) -> SlotView | None:
        watcher = self._session(self._watcher)
        ends = time.monotonic() + timeout_s
        while (left := ends - time.monotonic()) > 0:
            view = await self._call(watcher, partial(watcher.view, since.marks, min(left, WATCH_S)))
            if view is not None and view != since:
                return view
            if view is not None:
                since = view
        return None

    async def look(self) -> SlotView:
        talker = self._session(self._talker)
        view = await self._call(talker, partial(talker.view, 0, 0))
        if view is None:
            raise DeviceProtocolError(self._device, "no state of the slot")
        return view

    async def connect(self, timeout_s: float) -> SlotTrouble | None:
        talker = self._session(self._talker)
        try:
            return await self._call(talker, talker.connect, timeout_s)
        except DeviceSilentError:
            return SlotTrouble.SILENT

    async def exchange(self, command: bytes, timeout_s: float) -> bytes | SlotTrouble:
        talker = self._session(self._talker)
        try:
            return await self._call(talker, partial(talker.exchange, command), timeout_s)
        except DeviceSilentError:
            return SlotTrouble.SILENT

    async def release(self) -> None:
        if self._talker is not None:
            self._talker.worker.post(self._talker.disconnect)

    async def close(self) -> None:
        for session in (self._talker, self._watcher):
            if session is not None:
                self._left_behind.append(session.worker)
                threading.Thread(target=session.cancel, daemon=True).start()  # it asks the daemon, which may be frozen
                session.worker.post(session.end)
                session.worker.stop(DeviceLostError(self._device, "closed"))
        self._talker = self._watcher = None

    async def _see_off(self) -> None:
        """Wait for the calls of before, so that never more than one pair of threads is at it."""
        try:
            async with asyncio.timeout(CALL_S):
                while self._left_behind:
                    await self._left_behind[-1].ended()
                    self._left_behind.pop()
        except TimeoutError as error:
            raise DeviceSilentError(self._device, "a call of before has not come back") from error

    def _session(self, session: _Session | None) -> _Session:
        if session is None:
            raise DeviceLostError(self._device, "not open")
        return session

    async def _call(self, session: _Session, work: Callable[[], T], timeout_s: float = CALL_S) -> T:
        try:
            async with asyncio.timeout(timeout_s):
                await session.worker.idle()
                return await session.worker.run(work)
        except TimeoutError as error:
            raise DeviceSilentError(self._device, f"nothing in {timeout_s:g} s") from error


class _Session:
    """One context with the daemon. Everything but `cancel` belongs to the worker's thread and blocks."""

    def __init__(self, api: ModuleType, device: str) -> None:
        self._api, self._device = api, device
        self._context: Any = None
        self._card: tuple[Any, int] | None = None
        self.reader = ""
        self.worker = Worker(f"pcsc-{device}")

    def begin(self, wanted: str) -> None:
        """Reach the daemon and choose the reader."""
        status, self._context = self._api.SCardEstablishContext(self._api.SCARD_SCOPE_USER)
        self._check(status)
        status, names = self._api.SCardListReaders(self._context, [])
        if status & _NUMBER_MASK == _NO_READERS:
            names = []
        else:
            self._check(status)
        fitting = [name for name in names if wanted.casefold() in name.casefold()]
        if not fitting:
            raise DeviceLostError(self._device, f"no reader {wanted!r}; there are: {', '.join(names) or 'none'}")
        self.reader = fitting[0]

    def view(self, marks: int, wait_s: float) -> SlotView | None:
        """The slot as soon as it is not as in `marks` (0: at once); None when nothing changed in `wait_s`."""
        asked = [(self.reader, marks)]
        status, states = self._api.SCardGetStatusChange(self._context, int(wait_s * 1000), asked)
        if status & _NUMBER_MASK == _TIMEOUT:
            return None
        self._check(status)
        marks = states[0][1]
        if marks & _UNKNOWN_OR_GONE:
            raise DeviceLostError(self._device, "the reader is gone")
        return SlotView(bool(marks & _PRESENT), marks >> _SWAPS_SHIFT & 0xFFFF, marks)

    def connect(self) -> SlotTrouble | None:
        """Alone, so that nobody selects another file between two of our commands."""
        api = self._api
        both = api.SCARD_PROTOCOL_T0 | api.SCARD_PROTOCOL_T1
        status, card, protocol = api.SCardConnect(self._context, self.reader, api.SCARD_SHARE_EXCLUSIVE, both)
        trouble = self._trouble(status)
        self._card = None if trouble else (card, protocol)
        return trouble

    def exchange(self, command: bytes) -> bytes | SlotTrouble:
        """One command and its answer."""
        if self._card is None:
            return SlotTrouble.PULLED
        status, answer = self._api.SCardTransmit(*self._card, list(command))
        return self._trouble(status) or bytes(answer)

    def disconnect(self) -> None:
        """Unpower the chip; it may be gone."""
        if self._card is not None:
            self._api.SCardDisconnect(self._card[0], self._api.SCARD_UNPOWER_CARD)
            self._card = None

    def end(self) -> None:
        """Give back what `begin` took."""
        self.disconnect()
        if self._context is not None:
            self._api.SCardReleaseContext(self._context)

    def cancel(self) -> None:
        """Wake a watching that waits. From any thread."""
        if self._context is not None:
            self._api.SCardCancel(self._context)

    def _trouble(self, status: int) -> SlotTrouble | None:
        """What is the matter with the card. Raises only for what is the reader's: no card has it reopened."""
        number = status & _NUMBER_MASK
        if number in _LOST:
            self._check(status)
        return _TROUBLES.get(number, SlotTrouble.BROKEN) if number else None

    def _check(self, status: int) -> None:
        number = status & _NUMBER_MASK
        if number in _LOST:
            raise DeviceLostError(self._device, f"PC/SC 0x{number:08X}")
        if number:
            raise DeviceProtocolError(self._device, f"PC/SC 0x{number:08X}")


def _api(socket: str, device: str) -> ModuleType:
    """Pyscard's own functions, bound to the daemon at `socket` ("": this machine's).

    Raises DeviceConfigError when the library is missing, or was bound to another daemon before: it reads the variable
    once in a process's life.
    """
    bound = _BOUND.setdefault("socket", socket)
    if bound != socket:
        raise DeviceConfigError(device, f"this process talks to the daemon at {bound or 'its usual place'} already")
    if socket:
        os.environ[SOCKET_VARIABLE] = socket
    try:
        from smartcard import scard
    except ImportError as error:
        raise DeviceConfigError(device, f"the PC/SC library is missing: {error}") from error
    api: ModuleType = scard
    return api


_BOUND: dict[str, str] = {}
