"""A wire without a wire: two joined ends in one process, for tests. Knows no protocol."""

from __future__ import annotations

import asyncio

from devices.errors import DeviceLostError


class MemoryTransport:
    """One end; what is written here is read at the other. `cut()` on either end is the unplugged cable."""

    def __init__(self, device: str = "memory") -> None:
        self._device = device
        self._inbox = bytearray()
        self._news = asyncio.Event()
        self._peer: MemoryTransport | None = None
        self._is_open = False
        self._is_cut = False

    def join(self, peer: MemoryTransport) -> None:
        """Lay the wire between this end and `peer`."""
        self._peer, peer._peer = peer, self

    async def open(self) -> None:
        if self._is_cut or self._peer is None:
            raise DeviceLostError(self._device, "no wire")
        self._is_open = True
        self._inbox.clear()
        self._news.clear()

    async def write(self, data: bytes) -> None:
        self._check()
        if self._peer is not None:
            self._peer._arrive(data)  # noqa: SLF001 -- the other end of this wire

    async def read_some(self, timeout_s: float) -> bytes:
        if not self._inbox:
            self._check()
            try:
                async with asyncio.timeout(timeout_s):
                    await self._news.wait()
            except TimeoutError:
                return b""
            self._check()
        data = bytes(self._inbox)
        self._inbox.clear()
        self._news.clear()
        return data

    async def close(self) -> None:
        self._is_open = False
        self._news.set()

    def cut(self) -> None:
        """Unplug: both ends are lost once they have read what was already there. `mend()` lays a new wire."""
        self._set_cut(cut=True)

    def mend(self) -> None:
        """Plug in again; both ends must be opened anew."""
        self._set_cut(cut=False)

    def _set_cut(self, *, cut: bool, pass_on: bool = True) -> None:
        self._is_cut, self._is_open = cut, False
        self._news.set()
        if pass_on and self._peer is not None:
            self._peer._set_cut(cut=cut, pass_on=False)  # noqa: SLF001 -- the other end of this wire

    def _arrive(self, data: bytes) -> None:
        self._inbox += data
        self._news.set()

    def _check(self) -> None:
        if self._is_cut or not self._is_open:
            raise DeviceLostError(self._device, "cut" if self._is_cut else "not open")


def joined_pair(device: str = "memory") -> tuple[MemoryTransport, MemoryTransport]:
    """Two ends of one wire: (the driver's, the box's)."""
    ours, theirs = MemoryTransport(device), MemoryTransport(f"{device}_box")
    ours.join(theirs)
    return ours, theirs
