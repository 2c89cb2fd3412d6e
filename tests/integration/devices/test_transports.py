"""Wires that touch the outside: ptys, sockets, trace files."""

import asyncio
import contextlib
import stat

import pytest

from devices.errors import DeviceConfigError, DeviceLostError, DeviceProtocolError
from devices.transports import open_transport
from devices.transports.memory import joined_pair
from devices.transports.pty import PtyLine
from devices.transports.record import RecordingTransport


@contextlib.asynccontextmanager
async def pty_pair(link=None):
    box = PtyLine(link)
    await box.open()
    wire = open_transport(box.path)
    await wire.open()
    try:
        yield wire, box
    finally:
        await wire.close()
        await box.close()


class TcpBox:
    """The far end of one TCP connection."""

    async def open(self):
        self.connected = asyncio.Event()
        self.server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.address = f"tcp://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    async def _accept(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.connected.set()

    async def write(self, data):
        await self.connected.wait()
        self.writer.write(data)
        await self.writer.drain()

    async def read_some(self, timeout_s):
        await self.connected.wait()
        return await asyncio.wait_for(self.reader.read(4096), timeout_s)

    async def close(self):
        if self.connected.is_set():
            self.writer.close()
        self.server.close()


@contextlib.asynccontextmanager
async def tcp_pair(_link=None):
    box = TcpBox()
    await box.open()
    wire = open_transport(box.address)
    await wire.open()
    await box.connected.wait()
    try:
        yield wire, box
    finally:
        await wire.close()
        await box.close()


@pytest.fixture(params=[pty_pair, tcp_pair], ids=["serial", "tcp"])
def pair(request):
    return request.param


async def read_all(end, count):
    data = b""
    while len(data) < count:
        data += await end.read_some(10)
    return data


async def write_until_lost(wire):
    while True:  # TCP notices at the second write at the latest
        await wire.write(b"x")


async def test_all_bytes_go_through_both_ways_unchanged(pair):
    every_byte = bytes(range(256)) * 64
    async with pair() as (wire, box):
        for here, there in ((wire, box), (box, wire)):
            sending = asyncio.create_task(here.write(every_byte))
            assert await read_all(there, len(every_byte)) == every_byte
            await sending


async def test_nothing_comes_back_when_nothing_was_sent(pair):
    async with pair() as (wire, _):
        assert await wire.read_some(0.01) == b""


async def test_a_box_that_goes_away_is_lost_for_who_waits(pair):
    async with pair() as (wire, box):
        waiting = asyncio.create_task(wire.read_some(30))
        await asyncio.sleep(0)
        await box.close()
        with pytest.raises(DeviceLostError):
            await waiting
        with pytest.raises(DeviceLostError):
            await write_until_lost(wire)


async def test_closing_wakes_who_waits_and_may_be_done_twice(pair):
    begun = asyncio.Event()

    async def read_on():
        assert await wire.read_some(30) == b"x"
        begun.set()  # who waits for this goes on only when the next read waits
        await wire.read_some(30)

    async with pair() as (wire, box):
        waiting = asyncio.create_task(read_on())
        await box.write(b"x")
        await begun.wait()
        await wire.close()
        await wire.close()
        with pytest.raises(DeviceLostError):
            await waiting
        with pytest.raises(DeviceLostError):
            await wire.write(b"x")
        with pytest.raises(DeviceLostError):
            await wire.read_some(1)


async def test_a_cancelled_read_takes_nothing_away(pair):
    async with pair() as (wire, box):
        waiting = asyncio.create_task(wire.read_some(30))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await box.write(b"later")
        assert await read_all(wire, 5) == b"later"


async def test_a_box_that_is_not_there_is_lost(tmp_path):
    for address in (str(tmp_path / "nothing"), "tcp://127.0.0.1:1"):
        with pytest.raises(DeviceLostError, match="cannot"):
            await open_transport(address).open()


async def test_a_serial_line_is_ours_alone():
    async with pty_pair() as (_, box):
        with pytest.raises(DeviceLostError):
            await open_transport(box.path).open()


async def test_flow_control_is_accepted_by_a_pty():
    box = PtyLine()
    await box.open()
    wire = open_transport(f"serial://{box.path}?baud=9600&rtscts=1")
    await wire.open()
    await wire.close()
    await box.close()


async def test_a_link_keeps_its_name_over_a_new_plugging_in(tmp_path):
    box = PtyLine(tmp_path / "card")
    wire = open_transport(box.path)
    for _ in range(2):
        await box.open()
        await wire.open()
        await box.write(b"hello")
        assert await read_all(wire, 5) == b"hello"
        await box.close()
        assert list(tmp_path.iterdir()) == []
    await wire.close()


async def test_a_box_that_nobody_hears_goes_on_and_is_heard_later():
    box = PtyLine(unheard_s=0.02)
    await box.open()
    await box.write(bytes(100_000))
    wire = open_transport(box.path)
    await wire.open()
    await box.write(b"hello")
    assert await read_all(wire, 5) == b"hello"
    await wire.close()
    await box.close()


async def test_a_pty_that_is_not_open_is_lost():
    with pytest.raises(DeviceLostError):
        await PtyLine().read_some(1)


async def test_a_trace_can_be_replayed(tmp_path):
    ours, theirs = joined_pair()
    trace = tmp_path / "trace.jsonl"
    recorded = RecordingTransport(ours, trace)
    await recorded.open()
    await theirs.open()
    await recorded.write(b"ask")
    await theirs.write(b"answer")
    assert await recorded.read_some(1) == b"answer"
    assert await recorded.read_some(0.001) == b""
    await recorded.close()
    assert stat.S_IMODE(trace.stat().st_mode) == 0o600

    replayed = open_transport(f"replay://{trace}")
    await replayed.open()
    assert await replayed.read_some(0.001) == b""  # nothing before the question
    await replayed.write(b"a")
    await replayed.write(b"sk")
    assert await replayed.read_some(1) == b"answer"
    with pytest.raises(DeviceLostError, match="end of trace"):
        await replayed.read_some(1)
    await replayed.close()


async def test_a_replay_refuses_what_was_never_said(tmp_path):
    trace = tmp_path / "trace.jsonl"
    trace.write_text('{"at": 0.0, "dir": ">", "hex": "61"}\n')
    replayed = open_transport(f"replay://{trace}")
    await replayed.open()
    with pytest.raises(DeviceProtocolError):
        await replayed.write(b"other")


@pytest.mark.parametrize("text", ["no json", '{"dir": ">"}', '{"dir": ">", "hex": "zz"}', "[1]", "长期"])
async def test_a_file_that_is_no_trace_is_refused(tmp_path, text):
    trace = tmp_path / "trace.jsonl"
    trace.write_text(text, encoding="utf-8")
    with pytest.raises(DeviceConfigError):
        await open_transport(f"replay://{trace}").open()


async def test_a_trace_never_overwrites_a_file(tmp_path):
    ours, _ = joined_pair()
    (tmp_path / "trace.jsonl").write_text("precious")
    with pytest.raises(DeviceConfigError, match="cannot write"):
        await RecordingTransport(ours, tmp_path / "trace.jsonl").open()
