"""A scanner that types, below the screen: the kernel's key events on a pty, whole, torn, hostile, and cut off."""

import asyncio
import contextlib

import pytest

from devices.code_scanner.typing_emulator import CONTROL, TypingScannerEmulator
from devices.errors import DeviceLostError
from devices.registry.code_scanner import code_scanner
from devices.transports.input_events import EV_SYN, SYN_DROPPED, SYN_REPORT, InputEvent

KEY_O, KEY_F4, ALT = 24, 62, 56


@pytest.fixture
async def box(tmp_path):
    emulator = TypingScannerEmulator(link=tmp_path / "keys")
    await emulator.start()
    yield emulator
    await emulator.stop()


@contextlib.asynccontextmanager
async def hearing(box):
    scanner = code_scanner({"driver": "evdev", "address": box.address})
    await scanner.open()
    try:
        async with contextlib.aclosing(scanner.codes()) as codes:
            yield scanner, codes
    finally:
        await scanner.close()


async def test_every_printable_character_arrives_and_a_code_without_enter_ends_with_the_pause(box):
    printable = bytes(range(0x20, 0x7F))
    async with hearing(box) as (_scanner, codes):
        code, _ = await asyncio.gather(anext(codes), box.scan(printable, enter=False))  # more than the line holds
        assert code.data == printable


@pytest.mark.parametrize("command", [(KEY_O, CONTROL), (KEY_F4, ALT), (KEY_F4,)])
async def test_a_code_that_presses_keys_is_dropped_and_counted(box, command):
    async with hearing(box) as (scanner, codes):
        await box.scan(b"AB", enter=False)
        await box.command(*command)
        await box.scan(b"GOOD")  # a second later, by the kernel's clock
        assert (await anext(codes)).data == b"GOOD"
        assert (await scanner.status()).dropped == 1


async def test_what_is_left_of_a_code_after_events_were_lost_is_none(box):
    async with hearing(box) as (scanner, codes):
        await box.scan(b"LOST", enter=False)
        await box.send(InputEvent(0, EV_SYN, SYN_DROPPED, 0), InputEvent(0, EV_SYN, SYN_REPORT, 0))
        await box.scan(b"TAIL")
        await box.scan(b"GOOD")
        assert (await anext(codes)).data == b"GOOD"
        assert (await scanner.status()).dropped == 1


async def test_fingers_on_a_scanner_are_dropped(box):
    async with hearing(box) as (scanner, codes):
        await box.scan(b"slow typing", key_s=0.2)
        await box.scan(b"GOOD")
        assert (await anext(codes)).data == b"GOOD"
        assert (await scanner.status()).dropped == len("slow typing\r")


async def test_a_cable_pulled_in_the_middle_of_a_code_ends_the_codes_and_half_a_code_is_none(box):
    async with hearing(box) as (scanner, codes):
        await box.scan(b"HALF", enter=False)
        await box.stop()
        with pytest.raises(DeviceLostError):
            await anext(codes)
        await box.start()
        await scanner.open()
        async with contextlib.aclosing(scanner.codes()) as again:
            await box.scan(b"WHOLE")
            assert (await anext(again)).data == b"WHOLE"


async def test_what_no_key_writes_cannot_be_typed(box):
    with pytest.raises(ValueError, match="no key writes"):
        await box.scan(b"\x01")
