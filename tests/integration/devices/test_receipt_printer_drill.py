"""Rows of the drill, and drivers that are broken on purpose: the drill has to see it."""

import dataclasses
import time

import pytest

from devices.drill import Row, drill_rows, missing_rows
from devices.drill.receipt_printer import A_THIRD, ROWS, SerialPrinter
from devices.receipt_printer.emulator import Fault
from devices.registry import kind_of
from devices.registry.receipt_printer import receipt_printer
from devices.transports import open_transport
from devices.values.receipt_printer import PaperProfile, PrintOutcome
from tests.drills.slips.unsafe import TrustsSilence

FAST = PaperProfile(fast=True)


async def outcome_of(row):
    (outcome,) = [each async for each in drill_rows("receipt_printer", [row])]
    return outcome


def test_no_row_is_missing():
    assert missing_rows(kind_of("receipt_printer"), ROWS) == []


@pytest.mark.parametrize("fault", ["normal", "expired", "knife_jams", "normal_tcp", "normal_usb", "normal_node"])
async def test_the_driver_holds(fault):
    (row,) = [row for row in ROWS if row.fault == fault]
    outcome = await outcome_of(row)
    assert outcome.violation == ""
    assert (outcome.twice, outcome.wrong) == (0, 0)


async def test_a_driver_that_trusts_silence_is_seen():
    def make(address):
        return TrustsSilence(open_transport(address), FAST, time.monotonic)

    rows = SerialPrinter(make)
    row = Row("escpos", "mute", rows.fault(Fault.MUTE, PrintOutcome.UNKNOWN, after_rows=A_THIRD))
    assert "expected unknown" in (await outcome_of(row)).violation


async def test_a_driver_that_forgets_deadlines_is_seen():
    class Forgetful:
        def __init__(self, inner):
            self._inner = inner

        def __getattr__(self, name):
            return getattr(self._inner, name)

        async def print(self, document):
            return await self._inner.print(dataclasses.replace(document, good_until=None))

    def make(address):
        return Forgetful(receipt_printer({"driver": "escpos", "address": address, "fast": True}))

    outcome = await outcome_of(Row("escpos", "expired", SerialPrinter(make).expired))
    assert "deadline" in outcome.violation
