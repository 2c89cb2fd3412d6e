"""Lost bytes, shifted and late answers, babble, pace: what the driver says when wire or answers are bad."""

import asyncio
import contextlib

import pytest

from devices.errors import DeviceLostError, DeviceProtocolError
from devices.receipt_printer import codec, status
from devices.receipt_printer.driver import Patience, ReceiptPrinterDriver
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator, SlipOutcome
from devices.receipt_printer.status import Flag
from devices.transports import open_transport
from devices.transports.memory import joined_pair
from devices.values.receipt_printer import Acknowledge, Headline, PaperProfile, PrintDocument, PrintOutcome, Span

QUICK = Patience(
    answer_s=0.3, settle_s=0.05, look_s=0.05, print_s=15, mute_looks=2, ask_again_s=0.3, slowest_bytes_s=20_000
)
HASTY = Patience(answer_s=0.3, settle_s=0.05, look_s=0.02, body_s=0.5, print_s=0.6, slowest_bytes_s=20_000)
TALL = tuple(Headline((Span(f"A{number:03d}", 21, bold=True, digits=True),)) for number in range(5))
COVER_OPEN = frozenset({Flag.OFFLINE, Flag.COVER_OPEN})
PAPER_OUT = frozenset({Flag.OFFLINE, Flag.PAPER_STOP, Flag.PAPER_NEAR_END, Flag.PAPER_END})


class BadWire:
    """A wire in whose incoming bytes `spoil(sent last, received)` may meddle, once the cut is out or `always`."""

    def __init__(self, inner, spoil, *, always=False):
        self.inner, self.spoil, self.armed, self.last = inner, spoil, always, b""

    async def open(self):
        await self.inner.open()

    async def close(self):
        await self.inner.close()

    async def write(self, data):
        self.last = data
        self.armed = self.armed or data == codec.cut()
        await self.inner.write(data)

    async def read_some(self, timeout_s):
        data = await self.inner.read_some(timeout_s)
        return self.spoil(self.last, data) if self.armed and data else data


def once(matches, change):
    """Spoil the first answer that fits; everything else passes."""
    done = []

    def spoil(last, data):
        if done or not matches(last, data):
            return data
        done.append(data)
        return change(data)

    return spoil


def slip(job_id="j1"):
    return PrintDocument(TALL, job_id=job_id)


@contextlib.asynccontextmanager
async def plugged_in(spoil=None, *, always=False, patience=QUICK, mm_per_s=None, process_ids=True, **profile):
    emulator = ReceiptPrinterEmulator(port=0, mm_per_s=mm_per_s, process_ids=process_ids)
    await emulator.start()
    wire = open_transport(emulator.address)
    wire = BadWire(wire, spoil, always=always) if spoil else wire
    printer = ReceiptPrinterDriver(wire, PaperProfile(**profile), patience=patience)
    await printer.open()
    try:
        yield emulator, printer
    finally:
        await printer.close()
        await emulator.stop()


@pytest.mark.parametrize("query", status.QUERIES)
async def test_one_lost_status_byte_is_asked_again_and_blames_no_knife(query):
    lost = once(lambda last, _data: last == codec.realtime_query(query), lambda _data: b"")
    async with plugged_in(lost, has_asb=False) as (emulator, printer):
        emulator.fail(Fault.PAPER_NEAR_END)
        assert (await printer.print(slip())).outcome is PrintOutcome.PRINTED
        assert len(emulator.slips) == 1


async def test_an_answer_too_many_shifts_no_answer_to_the_next_question():
    doubled = once(lambda last, _data: last == codec.realtime_query(2), lambda data: data + b"\x1e")
    async with plugged_in(doubled, has_asb=False) as (_, printer):
        result = await printer.print(slip())
        assert (result.outcome, result.status.cutter_error) == (PrintOutcome.PRINTED, False)


@pytest.mark.parametrize("lost", range(7))
async def test_an_acknowledgement_that_lost_a_byte_is_asked_for_again(lost):
    cut_short = once(lambda _last, data: data.startswith(b"\x37"), lambda data: data[:lost] + data[lost + 1 :])
    async with plugged_in(cut_short, has_asb=False) as (emulator, printer):
        assert (await printer.print(slip())).outcome is PrintOutcome.PRINTED
        assert len(emulator.slips) == 1


@pytest.mark.parametrize("acknowledges", [Acknowledge.PROCESS_ID, Acknowledge.STATUS])
@pytest.mark.parametrize("flags", [COVER_OPEN, PAPER_OUT], ids=["cover", "paper"])
@pytest.mark.parametrize("lost", range(4))
async def test_a_push_that_lost_a_byte_is_never_an_acknowledgement(acknowledges, flags, lost):
    """The printer takes the slip, stops in the middle, pushes that, and answers neither turn nor cut."""
    ours, theirs = joined_pair()
    await theirs.open()
    state = {"flags": frozenset()}

    async def stops_in_the_middle():
        with contextlib.suppress(DeviceLostError):
            while data := await theirs.read_some(60):
                if codec.clear_buffer() in data:
                    await theirs.write(status.cleared_block())
                if (b"\x1d\x28\x48" in data or codec.processed_query() in data) and not state["flags"]:
                    state["flags"] = flags
                    packet = status.pushed_packet(flags)
                    await theirs.write(packet[:lost] + packet[lost + 1 :])
                for query in status.QUERIES:
                    if codec.realtime_query(query) in data:
                        await theirs.write(bytes((status.realtime_byte(query, state["flags"]),)))

    box = asyncio.create_task(stops_in_the_middle())
    printer = ReceiptPrinterDriver(ours, PaperProfile(acknowledges=acknowledges), patience=QUICK)
    await printer.open()
    result = await printer.print(slip())
    reason = "cover_open" if flags is COVER_OPEN else "paper_out"
    assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, reason)  # the cut was not sent
    await printer.close()
    theirs.cut()
    await box


async def test_noise_beside_a_gs_r_answer_makes_it_doubtful_and_the_slip_unknown():
    stray = once(lambda last, _data: last == codec.processed_query(), lambda data: b"\x00" + data)
    patience = Patience(answer_s=0.3, settle_s=0.05, look_s=0.05, print_s=3, slowest_bytes_s=20_000)
    async with plugged_in(stray, patience=patience, acknowledges=Acknowledge.STATUS) as (_, printer):
        assert (await printer.print(slip())).outcome is PrintOutcome.UNKNOWN


async def test_a_gs_r_answer_that_contradicts_the_paper_sensor_is_not_believed():
    def lies(last, data):
        return b"\x03" if last == codec.processed_query() else data

    patience = Patience(answer_s=0.3, settle_s=0.05, look_s=0.05, print_s=2, slowest_bytes_s=20_000)
    async with plugged_in(lies, patience=patience, acknowledges=Acknowledge.STATUS) as (_, printer):
        assert (await printer.print(slip())).outcome is PrintOutcome.UNKNOWN


async def test_a_printer_that_knows_only_gs_r_prints():
    async with plugged_in(acknowledges=Acknowledge.STATUS) as (emulator, printer):
        for job in "abc":
            assert (await printer.print(slip(job))).outcome is PrintOutcome.PRINTED
        assert len(emulator.slips) == 3


@pytest.mark.parametrize("acknowledges", [Acknowledge.PROCESS_ID, Acknowledge.STATUS])
async def test_a_late_acknowledgement_of_one_job_never_confirms_the_next(acknowledges):
    """The answers to job a are held back on the wire and come while job b, which the printer never cuts, waits."""
    held = []

    def hold(last, data):
        if last.startswith((b"\x1d\x28\x48", b"\x1d\x72")):
            held.append(data)
            return b""
        return data

    async with plugged_in(hold, patience=HASTY, has_asb=False, acknowledges=acknowledges) as (emulator, printer):
        assert (await printer.print(slip("a"))).outcome is PrintOutcome.UNKNOWN
        assert held
        emulator.fail(Fault.CUTTER)
        await printer.open()
        printer._transport.spoil = once(lambda _last, _data: True, lambda data: held[0] + data)
        printer._transport.armed = True
        assert (await printer.print(slip("b"))).outcome is not PrintOutcome.PRINTED
        assert len(emulator.slips) == 1


async def test_a_slip_is_printed_when_paper_ends_right_behind_the_cut():
    async with plugged_in() as (emulator, printer):
        cut = emulator.machine._cut

        def cut_and_end(command):
            return cut(command) + emulator.machine.switch_on(Fault.PAPER_OUT)

        emulator.machine._cut = cut_and_end
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.PRINTED, "paper_out")
        assert [each.outcome for each in emulator.slips] == [SlipOutcome.COMPLETE]


async def test_it_cannot_be_told_when_the_printer_does_not_say_that_it_threw_the_rest_away():
    def deaf(_last, data):
        return data.replace(status.cleared_block(), b"")

    async with plugged_in(deaf, always=True) as (emulator, printer):
        emulator.fail(Fault.PAPER_OUT, after_rows=300)
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.UNKNOWN, "paper_out")


async def test_nothing_of_a_slip_that_was_given_up_comes_out_for_the_next_person():
    async with plugged_in() as (emulator, printer):
        emulator.fail(Fault.MUTE, after_rows=100)
        emulator.fail(Fault.COVER_OPEN, after_rows=300)
        assert (await printer.print(slip("a"))).outcome is PrintOutcome.UNKNOWN
        with pytest.raises(DeviceLostError):  # broken off: the supervisor opens it again
            await printer.status()
        await printer.open()  # clears, though the printer is mute
        assert not (await printer.status()).answered
        emulator.heal()
        assert (await printer.status()).ready
        assert emulator.slips == []
        assert (await printer.print(slip("b"))).outcome is PrintOutcome.PRINTED
        assert [each.outcome for each in emulator.slips] == [SlipOutcome.PARTIAL, SlipOutcome.COMPLETE]


async def test_a_line_that_never_falls_quiet_is_a_protocol_error_and_no_hanging():
    def babble(_last, data):
        return data

    async with plugged_in(babble, always=True) as (_, printer):
        talk = printer._transport

        async def read_some(_timeout_s):
            await asyncio.sleep(0)
            return b"\x55" * 64

        talk.read_some = read_some
        with pytest.raises(DeviceProtocolError):
            await printer.status()
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "device_protocol")


async def test_a_printer_that_takes_its_time_answers_meanwhile_and_the_slip_is_printed():
    async with plugged_in(mm_per_s=150) as (emulator, printer):
        printing = asyncio.create_task(printer.print(slip()))
        while not emulator.machine.burnt_rows:
            await asyncio.sleep(0)
        assert emulator.machine.receive(codec.realtime_query(4)) == b"\x12"
        assert emulator.slips == []
        assert (await printing).outcome is PrintOutcome.PRINTED
        assert len(emulator.slips) == 1


async def test_paper_that_ends_in_a_slow_printer_is_known_before_the_cut():
    async with plugged_in(mm_per_s=150) as (emulator, printer):
        emulator.fail(Fault.PAPER_OUT, after_rows=800)
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "paper_out")
        emulator.heal()
        assert (await printer.status()).ready
        assert [each.outcome for each in emulator.slips] == [SlipOutcome.PARTIAL]


async def test_a_slip_has_one_deadline_and_without_its_cut_it_is_not_printed():
    patience = Patience(answer_s=0.3, look_s=0.02, print_s=0.4)
    async with plugged_in(mm_per_s=5, patience=patience) as (emulator, printer):
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "print_too_slow")
        assert emulator.slips == []


def test_the_deadline_of_a_slip_is_shorter_than_what_the_kiosk_waits():
    from kiosk.session.state import Rules

    patience = Patience()
    assert patience.body_s < patience.print_s
    assert patience.print_s + 3 * patience.answer_s < Rules().printer_s


async def test_a_connection_that_is_cancelled_at_the_end_of_the_loop_is_no_fault_of_the_program():
    faults = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: faults.append(context))
    async with plugged_in() as (emulator, _):
        guests = list(emulator._guests)
        assert len(guests) == 1
        for guest in guests:
            guest.cancel()
        await asyncio.gather(*guests, return_exceptions=True)
        await asyncio.sleep(0)
    assert faults == []


async def test_a_reset_wire_throws_away_what_was_not_sent_yet():
    """A peer that reads nothing: after close it finds a reset, not the rest of a slip."""
    taken = asyncio.Queue()

    async def guest(reader, writer):
        taken.put_nowait((reader, writer))

    server = await asyncio.start_server(guest, "127.0.0.1", 0, limit=1024)
    wire = open_transport(f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    await wire.open()
    reader, writer = await taken.get()
    await wire.write(b"half a slip")
    await wire.close()
    with pytest.raises(ConnectionResetError):
        await reader.read()
    writer.transport.abort()
    server.close()


@pytest.mark.parametrize("process_ids", [True, False])
async def test_the_driver_finds_out_how_the_printer_acknowledges(process_ids):
    async with plugged_in(process_ids=process_ids) as (emulator, printer):
        result = await printer.print(slip())
        assert (result.outcome, len(emulator.slips)) == (PrintOutcome.PRINTED, 1)


async def test_a_clone_without_process_ids_is_not_believed_when_the_paper_ends_in_the_slip():
    async with plugged_in(process_ids=False) as (emulator, printer):
        emulator.fail(Fault.PAPER_OUT, after_rows=300)
        assert (await printer.print(slip())).outcome is PrintOutcome.NOT_PRINTED
        assert [each.outcome for each in emulator.slips] == [SlipOutcome.PARTIAL]
