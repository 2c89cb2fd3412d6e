"""One IPP request over a real socket: odd web servers, hostile ones, and ends that come from our side."""

import asyncio
import contextlib

import pytest

from devices.errors import DeviceError, DeviceLostError, DeviceProtocolError, DeviceRefusedError, DeviceSilentError
from devices.page_printer.asking import Asking
from devices.page_printer.codec import Group, Message, attribute, encode_message
from devices.page_printer.exchange import MAX_ANSWER_BYTES, IppExchange, place_of
from devices.page_printer.words import Tag

ANSWER = encode_message(Message(0, 1, (Group(Tag.PRINTER, (attribute("printer-state", Tag.ENUM, 3),)),)))
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n"
WHOLE = HEAD + b"Content-Length: %d\r\n\r\n" % len(ANSWER) + ANSWER
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (
    ANSWER[:5],
    len(ANSWER) - 5,
    ANSWER[5:],
)


class Server:
    """Takes a request and says what it was told to, whatever was asked; `pause_s` between its pieces."""

    def __init__(self, *pieces, pause_s=0.0, linger=False, deaf=False):
        self.pieces, self.pause_s, self.linger, self.deaf = pieces, pause_s, linger, deaf
        self.heard = bytearray()
        self.gone = asyncio.Event()

    async def __aenter__(self):
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = self.server.sockets[0].getsockname()[1]
        self.exchange = IppExchange(place_of(f"ipp://127.0.0.1:{port}/ipp/print", "p"), device="p")
        return self

    async def __aexit__(self, *_):
        self.server.close()

    async def _serve(self, reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            if not self.deaf:
                head = await reader.readuntil(b"\r\n\r\n")
                size = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                self.heard += head + await reader.readexactly(size)
            for piece in self.pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(self.pause_s)
            if self.linger:
                await reader.read()
        self.gone.set()
        with contextlib.suppress(OSError):
            writer.close()
            await writer.wait_closed()

    async def ask(self, timeout_s=2.0, request=None):
        return await self.exchange.ask(request or Asking(self.exchange.place.uri, "u").printer(), timeout_s)


@pytest.mark.parametrize(
    "said",
    [
        (WHOLE,),
        (CHUNKED,),
        (b"HTTP/1.1 100 Continue\r\n\r\n", WHOLE),
        (HEAD + b"\r\n" + ANSWER,),  # no length: until the end of the connection
        tuple(WHOLE[at : at + 9] for at in range(0, len(WHOLE), 9)),
        (WHOLE + WHOLE,),
    ],
)
async def test_every_way_in_which_http_says_an_answer_is_understood(said):
    async with Server(*said) as server:
        assert (await server.ask()).group(Tag.PRINTER).first("printer-state") == 3
    assert server.heard.startswith(b"POST /ipp/print HTTP/1.1\r\n")
    assert b"Content-Type: application/ipp" in server.heard


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ((), DeviceLostError),
        ((WHOLE[:-9],), DeviceError),
        ((HEAD,), DeviceError),
        ((b"SSH-2.0-OpenSSH\r\n",), DeviceProtocolError),
        ((b"\x00" * 99,), DeviceProtocolError),
        ((b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 200 + b"\r\n",), DeviceProtocolError),
        ((b"HTTP/1.1 200 OK\r\nX: " + b"1" * 70_000,), DeviceProtocolError),
        ((HEAD + b"Content-Length: 5\r\n\r\nhello",), DeviceProtocolError),
        ((HEAD + b"Content-Length: x\r\n\r\nhello",), DeviceProtocolError),
        ((HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",), DeviceError),
        ((HEAD + b"\r\n" + ANSWER + bytes(MAX_ANSWER_BYTES),), DeviceProtocolError),
        (
            (WHOLE.replace(b"\x00\x00\x00\x01", b"\x00\x00\x00\x09", 1),),
            DeviceProtocolError,
        ),  # another request's answer
        ((b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",), DeviceRefusedError),
        ((b"HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n",), DeviceRefusedError),
        ((b"HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n",), DeviceRefusedError),
    ],
)
async def test_what_is_no_answer_is_an_error_of_ours_and_never_another(said, error):
    async with Server(*said) as server:
        with pytest.raises(error):
            await server.ask()


async def test_a_drip_of_bytes_does_not_stretch_the_time_for_an_answer():
    async with Server(*(bytes((byte,)) for byte in WHOLE), pause_s=0.1) as server:
        with pytest.raises(DeviceSilentError):
            await server.ask(0.3)
        async with asyncio.timeout(10):  # the connection was broken off, not left to the thread
            await server.gone.wait()


async def test_a_request_whose_task_is_cancelled_is_broken_off_on_the_wire():
    async with Server(linger=True) as server:
        asking = asyncio.create_task(server.ask(60))
        while not server.heard:
            await asyncio.sleep(0.01)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        async with asyncio.timeout(10):
            await server.gone.wait()


async def test_a_printer_that_says_no_before_it_has_heard_all_is_heard():
    no = b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    async with Server(no, deaf=True) as server:
        document = Asking(server.exchange.place.uri, "u").send(1, bytes(8 << 20))
        with pytest.raises((DeviceRefusedError, DeviceLostError)):
            await server.ask(5, document)


async def test_a_proxy_of_the_surroundings_is_never_used(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://192.0.2.1:9")
    async with Server(WHOLE) as server:
        assert (await server.ask()).code == 0


async def test_a_host_that_nobody_knows_is_lost_or_silent():
    exchange = IppExchange(place_of("ipp://printer.invalid/ipp", "p"), device="p")
    with pytest.raises((DeviceLostError, DeviceSilentError)):
        await exchange.ask(Asking(exchange.place.uri, "u").printer(), 2)
