"""One IPP request over HTTP, and its answer, within a time; can be broken off at any moment. Knows no job.

A connection for each request: printers forget idle ones, and half an answer of an earlier request can never be taken
for the next one. `http.client` runs in a thread; its socket is shut down when the time is over or the task is
cancelled, so that a document that was given up stops in the middle of the wire. No proxy is ever used.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import http.client
import logging
import re
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from devices.errors import (
    DeviceConfigError,
    DeviceLostError,
    DeviceProtocolError,
    DeviceRefusedError,
    DeviceSilentError,
)
from devices.page_printer.codec import IppSyntaxError, decode_message, encode_message

if TYPE_CHECKING:
    import socket

    from devices.page_printer.codec import Message

IPP_PORT = 631
CONNECT_S = 3.0
MAX_ANSWER_BYTES = 1 << 20
MAX_PORT = 65535
PIECE_BYTES = 65536
FORMS = "ipp://host[:631]/ipp/print, ipps://…, or a local queue: ipp://localhost/printers/NAME"
_FINGERPRINT = re.compile(r"[0-9a-f]{64}\Z")
_PATH = re.compile(r"[!-~]*\Z")
_SHUT_BOTH_WAYS = 2  # socket.SHUT_RDWR
_HTTP_OK = 200
_LOG = logging.getLogger("kapok.device.page_printer")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a printer is: the address taken apart."""

    host: str
    port: int
    path: str
    tls: bool
    fingerprint: str = ""  # SHA-256 of its certificate, in lower hexadecimal; empty: whoever answers is taken for it

    @property
    def uri(self) -> str:
        """The printer-uri of requests."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'ipps' if self.tls else 'ipp'}://{host}:{self.port}{self.path}"

    @property
    def local(self) -> bool:
        """On this machine."""
        return self.host in {"localhost", "127.0.0.1", "::1"}


def place_of(address: str, device: str, fingerprint: str = "") -> Place:
    """Take `ipp://host:port/path` apart. Raises DeviceConfigError with the forms that there are.

    `fingerprint` may be written as printers show it, with colons and in capitals.
    """
    wanted = fingerprint.replace(":", "").lower()
    if wanted and not _FINGERPRINT.match(wanted):
        raise DeviceConfigError(device, "setting 'fingerprint' is no SHA-256: 64 hexadecimal digits are expected")
    if wanted and not address.startswith("ipps:"):
        raise DeviceConfigError(device, "setting 'fingerprint' is for ipps:// addresses")
    try:
        parts = urlsplit(address)
        port, _ = parts.port, (parts.hostname or "").encode("idna")
    except ValueError as error:
        raise DeviceConfigError(device, f"address {address!r} is none of: {FORMS}") from error
    odd = parts.query or parts.fragment or parts.username or not _PATH.match(parts.path)
    if parts.scheme not in {"ipp", "ipps"} or not parts.hostname or port == 0 or odd:
        raise DeviceConfigError(device, f"address {address!r} is none of: {FORMS}")
    return Place(parts.hostname, port or IPP_PORT, parts.path or "/", parts.scheme == "ipps", wanted)


class IppExchange:
    """Asks one printer. Requests may overlap; each has a connection of its own."""

    def __init__(self, place: Place, *, device: str) -> None:
        self.place = place
        self._device = device

    async def ask(self, request: Message, timeout_s: float) -> Message:
        """The answer, whatever its status. Raises DeviceLostError, -SilentError, -RefusedError, -ProtocolError."""
        body = encode_message(request)
        call = _Call(self.place, body, timeout_s)
        thread = asyncio.ensure_future(asyncio.to_thread(call.run))
        thread.add_done_callback(_look_at)
        try:
            async with asyncio.timeout(timeout_s):
                data = await asyncio.shield(thread)
        except TimeoutError as error:
            raise DeviceSilentError(self._device, f"no answer within {timeout_s:g} s") from error
        except _StrangerError as error:
            raise DeviceProtocolError(self._device, "its certificate is not the one in the settings") from error
        except (OSError, http.client.HTTPException) as error:
            raise self._lost(error) from error
        except _HttpError as error:
            raise DeviceRefusedError(self._device, error.status, f"HTTP {error.status}") from error
        finally:
            call.abort()
        return self._read(data, request)

    def _read(self, data: bytes, request: Message) -> Message:
        try:
            answer = decode_message(data)
        except IppSyntaxError as error:
            raise DeviceProtocolError(self._device, f"not an IPP message: {error.reason}") from error
        if answer.request_id != request.request_id:
            raise DeviceProtocolError(self._device, "an answer to another request")
        _LOG.debug("%s > %04X, %d bytes < %04X", self._device, request.code, len(request.data), answer.code)
        return answer

    def _lost(self, error: Exception) -> DeviceLostError | DeviceProtocolError:
        """A connection that ends too early is lost; an answer that is not HTTP is against the protocol."""
        early = isinstance(error, OSError | http.client.RemoteDisconnected | http.client.IncompleteRead)
        return (DeviceLostError if early else DeviceProtocolError)(self._device, type(error).__name__)


class _StrangerError(Exception):
    """Somebody else answers at the printer's address; it was told nothing."""


class _HttpError(Exception):
    """The answer is none of IPP: the web server in the printer said something by itself."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Call:
    """One POST in a thread; `abort` ends it from outside."""

    def __init__(self, place: Place, body: bytes, timeout_s: float) -> None:
        self._place = place
        self._body = body
        self._aborted = False
        self._socket: socket.socket | None = None
        self._wire = _connection(place, min(CONNECT_S, timeout_s))
        self._timeout_s = timeout_s

    def abort(self) -> None:
        """Break it off; nothing happens when it has ended."""
        self._aborted = True
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(_SHUT_BOTH_WAYS)

    def run(self) -> bytes:
        """The body of the answer. Raises OSError, HTTPException or _HttpError."""
        try:
            self._connect()
            self._socket = self._wire.sock
            if self._aborted:
                raise ConnectionAbortedError
            self._wire.sock.settimeout(self._timeout_s)
            self._send()
            return self._receive()
        finally:
            self._wire.close()

    def _connect(self) -> None:
        try:
            self._wire.connect()
        except TimeoutError as error:
            raise ConnectionError("nobody takes the connection") from error
        if self._place.fingerprint:
            wire = self._wire.sock
            shown = wire.getpeercert(binary_form=True) if isinstance(wire, ssl.SSLSocket) else None
            if hashlib.sha256(shown or b"").hexdigest() != self._place.fingerprint:
                raise _StrangerError

    def _send(self) -> None:
        self._wire.putrequest("POST", self._place.path, skip_accept_encoding=True)
        self._wire.putheader("Content-Type", "application/ipp")
        self._wire.putheader("Content-Length", str(len(self._body)))
        self._wire.putheader("Connection", "close")
        self._wire.endheaders()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it may have said why before all was sent
            for at in range(0, len(self._body), PIECE_BYTES):
                self._wire.send(self._body[at : at + PIECE_BYTES])

    def _receive(self) -> bytes:
        with self._wire.getresponse() as answer:
            if answer.status != _HTTP_OK:
                raise _HttpError(answer.status)
            data = answer.read(MAX_ANSWER_BYTES + 1)
        if len(data) > MAX_ANSWER_BYTES:
            raise http.client.LineTooLong("answer")
        return data


def _connection(place: Place, timeout_s: float) -> http.client.HTTPConnection:
    if place.tls:
        return http.client.HTTPSConnection(place.host, place.port, timeout=timeout_s, context=_tls())
    return http.client.HTTPConnection(place.host, place.port, timeout=timeout_s)


def _tls() -> ssl.SSLContext:
    """Printers sign for themselves: only a fingerprint in the settings proves who is there."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _look_at(thread: asyncio.Future[bytes]) -> None:
    """A call that was given up may still fail; nobody waits for it."""
    if not thread.cancelled():
        thread.exception()
