"""The scanner driver on a real pty: cut into pieces, without an end, too long, full of rubbish."""

import asyncio
import contextlib

import pytest

from devices.code_scanner.codec import MAX_CODE_BYTES
from devices.code_scanner.console import obey
from devices.code_scanner.driver import SerialCodeScanner
from devices.code_scanner.emulator import NOISE, CodeScannerEmulator, Fault
from devices.transports import open_transport


@contextlib.asynccontextmanager
async def bench(end=b"\r"):
    box = CodeScannerEmulator(end=end)
    await box.start()
    scanner = SerialCodeScanner(open_transport(box.address))
    await scanner.open()
    try:
        async with contextlib.aclosing(scanner.codes()) as codes:
            yield box, codes
    finally:
        await scanner.close()
        await box.stop()


@pytest.mark.parametrize("pieces", [1, 2, 50])
async def test_a_code_in_pieces_is_one_code(pieces):
    async with bench() as (box, codes):
        await box.scan(b"KPT1:0123456789ABCDEFGHJKMNPQRS:L", pieces=pieces)
        assert (await anext(codes)).text == "KPT1:0123456789ABCDEFGHJKMNPQRS:L"


async def test_a_code_that_is_too_long_is_dropped_and_the_next_one_comes(caplog):
    async with bench() as (box, codes):
        await box.scan(b"9" * (MAX_CODE_BYTES // 2))
        assert len((await anext(codes)).data) == MAX_CODE_BYTES // 2
        sending = asyncio.create_task(box.scan(b"9" * (MAX_CODE_BYTES + 1), pieces=9))
        following = asyncio.create_task(anext(codes))
        await sending
        await box.scan(b"next")
        assert (await following).text == "next"
    assert "too long" in caplog.text
    assert "999" not in caplog.text


async def test_rubbish_is_a_code_like_any_other_and_keeps_its_bytes():
    rubbish = bytes(set(range(256)) - {10, 13})
    async with bench() as (box, codes):
        await box.scan(rubbish)
        code = await anext(codes)
        assert code.data == rubbish
        assert code.encoding == "latin-1"


@pytest.mark.parametrize("fault", [Fault.SPLIT, Fault.NO_END])
async def test_a_fault_that_is_switched_on_while_it_runs_costs_no_code(fault):
    async with bench() as (box, codes):
        assert await obey(box, f"fail {fault}") == "fail: done"
        await obey(box, "scan KPT1:ONE")
        assert (await anext(codes)).text == "KPT1:ONE"
        await obey(box, "heal")
        await obey(box, "scan-hex 4b505431")
        assert (await anext(codes)).text == "KPT1"


async def test_noise_is_a_code_of_its_own_and_a_mute_scanner_says_nothing():
    async with bench() as (box, codes):
        box.fail(Fault.NOISE)
        await box.scan(b"KPT1:ONE")
        assert (await anext(codes)).data == NOISE.strip()
        assert (await anext(codes)).text == "KPT1:ONE"
        box.heal()
        box.fail(Fault.MUTE)
        await box.scan(b"KPT1:LOST")
        box.heal()
        await box.scan(b"KPT1:TWO")
        assert (await anext(codes)).text == "KPT1:TWO"


@pytest.mark.parametrize("line", ["", "jump", "fail", "fail badly", "scan", "scan-hex zz"])
async def test_words_that_are_none_are_answered_and_change_nothing(line):
    async with bench() as (box, codes):
        with pytest.raises(ValueError):  # noqa: PT011 -- each with words of its own
            await obey(box, line)
        await box.scan(b"KPT1")
        assert (await anext(codes)).text == "KPT1"
