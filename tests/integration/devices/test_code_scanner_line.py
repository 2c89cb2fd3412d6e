"""The scanner driver on a real pty: cut into pieces, without an end, too long, full of rubbish."""

import asyncio
import contextlib

import pytest

from devices.code_scanner.codec import MAX_CODE_BYTES
from devices.code_scanner.driver import SerialCodeScanner
from devices.code_scanner.emulator import CodeScannerEmulator
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
