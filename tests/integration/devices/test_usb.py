"""The USB wire through the real pyusb: a bus of our own stands where libusb would be."""

import asyncio
import contextlib
import errno
from contextlib import asynccontextmanager

import pytest

from devices.errors import DeviceLostError
from devices.transports import open_transport
from devices.transports.usb import UsbBulkTransport
from devices.transports.usb_device import FIRST_PAIR, PRINTER_CLASS, TWO_PIPES, Pipes
from devices.transports.usb_far_end import UsbFarEnd

VID, PID = 0x0400, 0xC35A
PAIR = Pipes((0x01,), (0x82,))
BOTH = pytest.mark.parametrize("pipes", [PAIR, TWO_PIPES], ids=["one", "two"])


@asynccontextmanager
async def cable(pipes=PAIR, *, plugged=True, opened=True, wanted=None, **options):
    far = UsbFarEnd(VID, PID, pipes, **options)
    wire = UsbBulkTransport(VID, PID, pipes=wanted, device="box", backend=far, write_stall_s=0.3)
    if plugged:
        await far.open()
    try:
        if opened:
            await wire.open()
        yield far, wire
    finally:
        await wire.close()
        await far.close()


async def heard(wire, count):
    """`count` bytes, however they come."""
    data = b""
    while len(data) < count:
        data += await wire.read_some(20)
    return data


@BOTH
@pytest.mark.parametrize("size", [1, 6, 7, 8, 63, 64, 71, 128, 1295, 4096, 40_000])
async def test_messages_of_any_size_arrive_whole_in_both_directions(pipes, size):
    message = bytes(at % 251 for at in range(size))
    async with cable(pipes) as (far, wire):
        await wire.write(message)
        assert await heard(far, size) == message
        await far.write(message)
        assert await heard(wire, size) == message


async def test_the_head_goes_over_the_first_pipe_and_the_rest_over_the_second():
    assert TWO_PIPES.split(b"1234567rest") == [(0x02, b"1234567"), (0x06, b"rest")]
    assert TWO_PIPES.split(b"1234") == [(0x02, b"1234")]
    assert PAIR.split(b"1234567rest") == [(0x01, b"1234567rest")]


async def test_pipes_are_found_by_the_descriptors():
    for pipes, wanted, found in [
        (PAIR, None, PAIR),
        (TWO_PIPES, None, TWO_PIPES),
        (TWO_PIPES, FIRST_PAIR, Pipes((0x02,), (0x81,))),
        (TWO_PIPES, Pipes((0x06,), (0x85,)), Pipes((0x06,), (0x85,))),
    ]:
        async with cable(pipes, wanted=wanted) as (_, wire):
            assert wire._usb.pipes == found


async def test_a_printer_is_found_by_its_class_and_a_disk_is_left_alone():
    async with cable(interface_class=PRINTER_CLASS) as (far, wire):
        await wire.write(b"slip")
        assert await heard(far, 4) == b"slip"
    async with cable(interface_class=0x08, opened=False) as (_, wire):
        with pytest.raises(DeviceLostError, match="no_pipes"):
            await wire.open()


async def test_a_kernel_driver_is_detached_and_a_box_without_configuration_gets_one():
    async with cable(opened=False) as (far, wire):
        far.kernel_driver, far.configured = True, False
        await wire.open()
        await wire.write(b"x")
        assert await heard(far, 1) == b"x"


@pytest.mark.parametrize(("number", "word"), [(errno.EACCES, "no_permission"), (errno.EBUSY, "busy"), (5, "gone")])
async def test_why_it_cannot_be_opened_is_told_by_the_first_word(number, word):
    async with cable(opened=False) as (far, wire):
        far.refuses = number
        with pytest.raises(DeviceLostError) as caught:
            await wire.open()
        assert caught.value.detail.startswith(f"{word}: ")
        far.refuses = 0
        await wire.open()


async def test_a_box_that_another_program_has_is_busy():
    async with cable() as (far, _):
        other = UsbBulkTransport(VID, PID, backend=far)
        with pytest.raises(DeviceLostError, match="busy: "):
            await other.open()


async def test_a_box_that_is_not_there_is_told_apart_and_found_once_it_is_plugged_in():
    async with cable(plugged=False, opened=False) as (far, wire):
        with pytest.raises(DeviceLostError, match="not_there: no usb device 0400:c35a"):
            await wire.open()
        with pytest.raises(DeviceLostError):
            await wire.write(b"x")
        await far.open()
        await wire.open()
        await far.write(b"here")
        assert await heard(wire, 4) == b"here"


async def test_an_address_names_a_box_on_the_machine_s_own_bus():
    wire = open_transport("usb://FFF0:0001", device="box")
    with pytest.raises(DeviceLostError, match=r"box: device_lost: (not_there|no_library): "):
        await wire.open()  # nobody sells such a box


@BOTH
async def test_pulling_it_out_ends_reading_and_writing_with_device_lost(pipes):
    async with cable(pipes) as (far, wire):
        reading = asyncio.create_task(wire.read_some(60))
        await far.write(b"last words of it")
        assert (await reading)[:7] == b"last wo"
        await far.close()
        with pytest.raises(DeviceLostError, match="gone: "):
            await heard(wire, 1000)  # what was said before may still come
        with pytest.raises(DeviceLostError):
            await wire.write(b"x")
        await wire.close()
        await far.open()
        await wire.open()
        await far.write(b"again")
        assert await heard(wire, 5) == b"again"


async def test_closing_wakes_who_reads_and_may_be_done_twice():
    async with cable() as (_, wire):
        reading = asyncio.create_task(wire.read_some(60))
        await asyncio.sleep(0)
        await wire.close()
        with pytest.raises(DeviceLostError, match="closed"):
            await reading
        await wire.close()


async def test_nothing_to_read_is_no_bytes():
    async with cable() as (_, wire):
        assert await wire.read_some(0.01) == b""


async def test_what_lay_there_before_it_was_opened_is_thrown_away():
    async with cable(TWO_PIPES, opened=False) as (far, wire):
        await far.write(b"an answer to somebody before us")
        await wire.open()
        await far.write(b"to us")
        assert await heard(wire, 5) == b"to us"


@BOTH
async def test_a_stalled_pipe_is_cleared_and_nothing_is_lost(pipes):
    async with cable(pipes) as (far, wire):
        for pipe in pipes.outs:
            far.stall(pipe)
            await wire.write(b"headerrest")
            assert await heard(far, 10) == b"headerrest"
        for pipe in pipes.ins:
            far.stall(pipe)
            await far.write(b"headerrest")
            assert await heard(wire, 10) == b"headerrest"


async def test_a_pipe_that_stays_stalled_is_lost():
    async with cable() as (far, wire):
        far.stall(PAIR.outs[0], for_good=True)
        with pytest.raises(DeviceLostError, match="stalled: pipe 0x01"):
            await wire.write(b"x")
        far.stall(PAIR.ins[0], for_good=True)
        with pytest.raises(DeviceLostError, match="stalled: pipe 0x82"):
            await heard(wire, 1)


async def test_a_transfer_that_says_too_much_is_noise_and_a_broken_one_is_a_loss():
    async with cable() as (far, wire):
        far.spoil(PAIR.ins[0], errno.EOVERFLOW)
        await far.write(b"sound")
        assert await heard(wire, 5) == b"sound"
        far.spoil(PAIR.ins[0], errno.EIO)
        with pytest.raises(DeviceLostError, match="gone: "):
            await heard(wire, 1)


async def test_an_error_that_nobody_knows_is_a_broken_wire():
    async with cable(opened=False) as (far, wire):
        far.refuses = 999
        with pytest.raises(DeviceLostError, match="broken: "):
            await wire.open()


async def test_a_rest_without_its_head_does_not_wait_for_the_next_head():
    async with cable(TWO_PIPES) as (far, wire):
        with far._moved:
            far._to_driver[0x85].append(b"stray")
            far._moved.notify_all()
        assert await heard(wire, 5) == b"stray"
        await far.write(b"headrestrest")
        assert await heard(wire, 12) == b"headrestrest"


async def test_a_box_that_takes_no_bytes_is_lost():
    async with cable() as (far, wire):
        far.takes_bytes = False
        with pytest.raises(DeviceLostError, match="stalled: "):
            await wire.write(b"x" * 100)


async def test_a_message_given_up_half_way_does_not_run_into_the_next_one():
    async with cable() as (far, wire):
        far.takes_bytes = False
        writing = asyncio.create_task(wire.write(b"given up"))
        await asyncio.sleep(0)
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing
        far.takes_bytes = True
        await wire.write(b"next")
        assert await heard(far, 4) == b"next"


async def test_a_reader_that_is_cancelled_loses_no_bytes():
    data = b""
    async with cable() as (far, wire):
        for at in range(20):
            reading = asyncio.create_task(wire.read_some(60))
            await asyncio.sleep(0)
            reading.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                data += await reading  # it may have been quicker
            await far.write(bytes((at,)))
        assert data + await heard(wire, 20 - len(data)) == bytes(range(20))


async def test_opening_that_is_cancelled_leaves_the_box_free():
    async with cable(opened=False) as (far, wire):
        opening = asyncio.create_task(wire.open())
        await asyncio.sleep(0)
        opening.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await opening
        async with asyncio.timeout(20):
            while True:
                with contextlib.suppress(DeviceLostError):
                    await wire.open()
                    break
        await far.write(b"free")
        assert await heard(wire, 4) == b"free"
