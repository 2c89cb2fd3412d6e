"""What printers of both kinds keep about jobs: an id prints once, whatever comes twice (devices/ports/device.py).

A bench has the open-able `printer`, makes a `job`, and counts the jobs that `came_out` whole. Outcomes of both kinds
have the same words.
"""

import time

import pytest

from devices.errors import DeviceLostError

PRINTED, NOT_PRINTED = "printed", "not_printed"


class PrintRules:
    """To be inherited by a test class of a module that has the fixture `bench`."""

    async def test_the_same_job_prints_once_and_gives_the_first_result_when_asked_again(self, bench):
        await bench.printer.open()
        first = await bench.printer.print(bench.job("j1"))
        assert await bench.printer.print(bench.job("j1", other=True)) == first
        assert bench.came_out() == 1

    async def test_a_job_prints_again_when_a_person_wants_a_reprint(self, bench):
        await bench.printer.open()
        await bench.printer.print(bench.job("j1"))
        assert (await bench.printer.print(bench.job("j1", reprint=True))).outcome == PRINTED
        assert bench.came_out() == 2

    async def test_jobs_without_an_id_all_print(self, bench):
        await bench.printer.open()
        await bench.printer.print(bench.job())
        await bench.printer.print(bench.job())
        assert bench.came_out() == 2

    @pytest.mark.parametrize("late_s", [0.001, 3600])
    async def test_a_job_that_nobody_waits_for_any_more_is_not_begun_and_not_later_either(self, bench, late_s):
        await bench.printer.open()
        result = await bench.printer.print(bench.job("j1", good_until=time.monotonic() - late_s))
        assert (result.outcome, result.reason) == (NOT_PRINTED, "expired")
        assert await bench.printer.print(bench.job("j1")) == result
        assert bench.came_out() == 0

    async def test_a_job_within_its_deadline_prints(self, bench):
        await bench.printer.open()
        result = await bench.printer.print(bench.job("j1", good_until=time.monotonic() + 600))
        assert result.outcome == PRINTED

    async def test_a_closed_printer_prints_nothing_and_says_that_it_is_lost(self, bench):
        await bench.printer.open()
        await bench.printer.close()
        await bench.printer.close()
        result = await bench.printer.print(bench.job("j1"))
        assert (result.outcome, result.reason) == (NOT_PRINTED, "device_lost")
        with pytest.raises(DeviceLostError):
            await bench.printer.status()
