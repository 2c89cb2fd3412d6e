"""The supervisor over real ptys: a reader and a scanner that are pulled out and put back."""

import asyncio
import contextlib
from functools import partial

from devices.code_scanner.emulator import CodeScannerEmulator
from devices.id_card.codec import Command
from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import Fault, IdCardReaderEmulator
from devices.id_card.exchange import Timing
from devices.receipt_printer.emulator import ReceiptPrinterEmulator, SlipOutcome
from devices.registry.code_scanner import code_scanner
from devices.registry.receipt_printer import receipt_printer
from devices.supervisor import BackOff, Supervisor, watch_cards, watch_codes, watch_status
from devices.transports import open_transport
from devices.values.health import Health
from devices.values.id_card import CardEventKind
from devices.values.receipt_printer import Headline, PrintDocument, PrintOutcome, Span
from tests.contracts.test_id_card_reader import person
from tests.unit.devices.test_supervisor import Healths, running

SOON = BackOff(first_s=0.01, cap_s=0.02)


async def next_of(kind, events):
    while (event := await anext(events)).kind is not kind:
        pass
    return event


async def test_a_card_reader_that_is_unplugged_and_plugged_in_again_reads_on(tmp_path):
    box, healths = IdCardReaderEmulator(link=tmp_path / "card"), Healths()
    reader = SdtCardReader(open_transport(box.address), timing=Timing(poll_s=0.01))
    supervisor = Supervisor("id_card", reader, watch_cards, on_health=healths.hear, back_off=SOON)
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        assert (await healths.until(Health.FAULT)).reason == "device_lost"  # not there yet
        for number in (1, 2):
            await box.plug()
            await healths.until(Health.NORMAL)
            box.lay(person(number))
            assert (await next_of(CardEventKind.CARD, events)).card == person(number)
            await box.unplug()
            box.lift()
            await healths.until(Health.FAULT)
    assert supervisor.health.health is Health.FAULT


async def test_a_reader_that_falls_mute_is_a_fault_until_it_speaks_again(tmp_path):
    box, healths = IdCardReaderEmulator(link=tmp_path / "card"), Healths()
    timing = Timing(poll_s=0.01, short_s=0.05, quiet_s=0.01)
    reader = SdtCardReader(open_transport(box.address), timing=timing)
    supervisor = Supervisor("id_card", reader, watch_cards, on_health=healths.hear, back_off=SOON)
    await box.start()
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        await healths.until(Health.NORMAL)
        box.fail(Fault.MUTE, times=10_000)
        assert (await healths.until(Health.FAULT)).reason == "device_silent"
        box.heal()
        await healths.until(Health.NORMAL)
        box.lay(person())
        assert (await next_of(CardEventKind.CARD, events)).card == person()
    await box.stop()


async def test_a_scanner_that_is_unplugged_and_plugged_in_again_scans_on(tmp_path):
    box, healths = CodeScannerEmulator(link=tmp_path / "scanner"), Healths()
    scanner = code_scanner({"driver": "serial", "address": box.address})
    supervisor = Supervisor("code_scanner", scanner, watch_codes, on_health=healths.hear, back_off=SOON)
    await box.start()
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        for text in (b"first", b"second"):
            await healths.until(Health.NORMAL)
            await box.scan(text)
            assert (await anext(events)).data == text
            await box.stop()
            await healths.until(Health.FAULT)
            await box.start()
    await box.stop()


async def test_an_event_that_nobody_fetched_is_still_there_after_the_reader_was_lost(tmp_path):
    box, healths = IdCardReaderEmulator(link=tmp_path / "card"), Healths()
    reader = SdtCardReader(open_transport(box.address), timing=Timing(poll_s=0.01))
    supervisor = Supervisor("id_card", reader, watch_cards, on_health=healths.hear, back_off=SOON)
    await box.start()
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        await healths.until(Health.NORMAL)
        box.lay(person())
        await box.wait_until_heard(Command.READ_ADDRESS, 2)  # the second time only after CARD was told
        await box.unplug()
        await healths.until(Health.FAULT)
        assert (await next_of(CardEventKind.CARD, events)).card == person()


async def test_a_device_that_comes_back_under_another_name_is_found_behind_its_lasting_link(tmp_path):
    by_id, healths = tmp_path / "usb-Scanner_0001-if00", Healths()
    scanner = code_scanner({"driver": "serial", "address": str(by_id)})
    supervisor = Supervisor("code_scanner", scanner, watch_codes, on_health=healths.hear, back_off=SOON)
    boxes = [CodeScannerEmulator(link=tmp_path / name) for name in ("ttyUSB0", "ttyUSB1")]
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        await healths.until(Health.FAULT)  # it is plugged in after the kiosk was started
        for number, box in enumerate(boxes):
            await box.start()
            by_id.symlink_to(box.address)
            await healths.until(Health.NORMAL)
            await box.scan(b"code %d" % number)
            assert (await anext(events)).data == b"code %d" % number
            by_id.unlink()
            await box.stop()
            await healths.until(Health.FAULT)


def slip(job_id):
    return PrintDocument((Headline((Span("A001", 21, bold=True, digits=True),)),), job_id=job_id)


async def test_a_print_that_is_cancelled_has_no_result_and_the_next_one_comes_out_whole():
    box, healths = ReceiptPrinterEmulator(port=0, mm_per_s=100), Healths()
    await box.start()
    printer = receipt_printer({"driver": "escpos", "address": box.address})
    watch = partial(watch_status, device="receipt_printer", look_s=0.05)
    supervisor = Supervisor("receipt_printer", printer, watch, on_health=healths.hear, back_off=SOON)

    async def print_slip(job_id):
        async with supervisor.use() as open_printer:
            return await open_printer.print(slip(job_id))

    async with running(supervisor):
        await healths.until(Health.NORMAL)
        printing = asyncio.create_task(print_slip("first"))
        while not box.machine.burnt_rows:
            await asyncio.sleep(0.01)
        printing.cancel()
        await asyncio.gather(printing, return_exceptions=True)
        assert printing.cancelled()
        assert (await healths.until(Health.FAULT)).reason == "device_lost"  # the driver could not tell, and hung up
        await healths.until(Health.NORMAL)
        assert (await print_slip("second")).outcome is PrintOutcome.PRINTED
        assert (await print_slip("first")).outcome is PrintOutcome.UNKNOWN  # never done again by itself
        assert (await print_slip("second")).outcome is PrintOutcome.PRINTED  # the first answer again
    assert [each.outcome for each in box.slips].count(SlipOutcome.COMPLETE) == 1
    await box.stop()
