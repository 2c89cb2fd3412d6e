"""A box that dies, comes back, is used, is switched off; no wire, no clock."""

import asyncio
import contextlib

import pytest

from devices.code_scanner.simulator import SimulatedCodeScanner
from devices.errors import DeviceLostError, DeviceSilentError
from devices.id_card.simulator import SimulatedCardReader
from devices.supervisor import BackOff, Supervisor, health_of, watch_cards, watch_codes, watch_status
from devices.values.health import DeviceHealth, Health
from devices.values.id_card import CardEventKind, CardKind, IdCard
from devices.values.receipt_printer import Paper, PrinterStatus

CARD = IdCard(CardKind.RESIDENT, number="11010519491231002X", name="试")
FINE = PrinterStatus(answered=True, online=True, paper=Paper.OK)


class Healths:
    """Hears changes of health; `until` waits for one."""

    def __init__(self):
        self.all = []
        self._news = asyncio.Event()

    def hear(self, health):
        self.all.append(health)
        self._news.set()

    async def until(self, wanted):
        while not any(health.health is wanted for health in self.all):
            self._news.clear()
            await self._news.wait()
        found = next(health for health in self.all if health.health is wanted)
        self.all.clear()
        return found


class Pauses:
    """Stands in for sleep: notes how long, and sleeps until it is let go."""

    def __init__(self):
        self.lengths = []
        self.begun = asyncio.Semaphore(0)
        self._over = asyncio.Semaphore(0)

    async def sleep(self, seconds):
        self.lengths.append(seconds)
        self.begun.release()
        await self._over.acquire()

    def let_go(self):
        self._over.release()


@contextlib.asynccontextmanager
async def running(supervisor):
    task = asyncio.create_task(supervisor.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def supervised(box, watch=watch_cards, **options):
    healths, pauses = Healths(), Pauses()
    options = {"chance": lambda: 0.0, "clock": lambda: 0.0, "sleep": pauses.sleep} | options
    return Supervisor("id_card", box, watch, on_health=healths.hear, **options), healths, pauses


async def test_a_box_that_opens_is_well_and_its_events_come():
    reader = SimulatedCardReader()
    supervisor, healths, _ = supervised(reader)
    assert supervisor.health.health is Health.INIT
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        await healths.until(Health.NORMAL)
        reader.tap(CARD)
        assert [(await anext(events)).kind for _ in range(2)] == [CardEventKind.READING, CardEventKind.CARD]


async def test_events_survive_a_box_that_was_unplugged_in_between():
    scanner = SimulatedCodeScanner()
    supervisor, healths, pauses = supervised(scanner, watch_codes)
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        await healths.until(Health.NORMAL)
        scanner.scan(b"before")
        assert (await anext(events)).text == "before"
        scanner.unplug()
        assert await healths.until(Health.FAULT) == DeviceHealth("id_card", Health.FAULT, "device_lost", 1)
        scanner.plug()
        pauses.let_go()
        await healths.until(Health.NORMAL)
        scanner.scan(b"after")
        assert (await anext(events)).text == "after"


async def test_pauses_grow_to_the_cap_while_the_box_stays_away():
    reader = SimulatedCardReader()
    reader.unplug()
    supervisor, _, pauses = supervised(reader, back_off=BackOff(first_s=1, cap_s=5))
    async with running(supervisor):
        for _ in range(5):
            await pauses.begun.acquire()
            pauses.let_go()
    assert pauses.lengths[:5] == [1, 2, 4, 5, 5]
    assert supervisor.health.attempts >= 5


async def test_a_box_that_opens_and_dies_at_once_is_not_hammered_and_one_that_was_well_for_long_begins_anew():
    now = 0.0
    reader = SimulatedCardReader()
    supervisor, healths, pauses = supervised(reader, back_off=BackOff(first_s=1, settle_s=5), clock=lambda: now)
    async with running(supervisor):
        for lived_s in (0.0, 1.0, 100.0):
            await healths.until(Health.NORMAL)
            now += lived_s
            reader.unplug()
            await pauses.begun.acquire()
            reader.plug()
            pauses.let_go()
    assert pauses.lengths == [1, 2, 1]


def test_chance_shortens_a_pause_so_that_boxes_do_not_come_back_in_step():
    back_off = BackOff(first_s=1, cap_s=30, jitter=0.2)
    assert back_off.pause_s(1, 0.0) == 1
    assert back_off.pause_s(1, 0.5) == pytest.approx(0.9)
    assert back_off.pause_s(10_000, 0.0) == 30


async def test_one_more_attempt_in_vain_is_no_news():
    reader = SimulatedCardReader()
    reader.unplug()
    supervisor, healths, pauses = supervised(reader)
    async with running(supervisor):
        for _ in range(3):
            await pauses.begun.acquire()
            pauses.let_go()
        await pauses.begun.acquire()
    assert [health.attempts for health in healths.all] == [1]
    assert supervisor.health.attempts == 4


def test_no_pause_keeps_a_box_away_for_longer_than_it_may_take_to_recover():
    assert max(BackOff().pause_s(attempts, 0.0) for attempts in range(1, 100)) <= 4


async def test_cancelling_closes_the_box():
    reader = SimulatedCardReader()
    supervisor, healths, _ = supervised(reader)
    async with running(supervisor):
        await healths.until(Health.NORMAL)
    assert (await reader.status()).health is Health.FAULT


async def test_a_disabled_device_is_never_opened():
    reader = SimulatedCardReader()
    supervisor, healths, _ = supervised(reader, enabled=False)
    await supervisor.run()
    assert healths.all == [DeviceHealth("id_card", Health.DISABLED)]


async def test_a_stream_that_ends_by_itself_is_a_loss():
    async def nothing(_box):
        return
        yield

    supervisor, healths, _ = supervised(SimulatedCardReader(), nothing)
    async with running(supervisor):
        assert (await healths.until(Health.FAULT)).reason == "device_lost"


async def test_other_device_errors_keep_their_code():
    async def silent(_box):
        yield DeviceHealth("id_card", Health.WARNING, "late")
        raise DeviceSilentError("id_card")

    supervisor, healths, _ = supervised(SimulatedCardReader(), silent)
    async with running(supervisor):
        assert (await healths.until(Health.WARNING)).reason == "late"
        assert (await healths.until(Health.FAULT)).reason == "device_silent"


async def test_a_bug_in_a_driver_is_logged_and_takes_nothing_else_with_it(caplog):
    async def buggy(_box):
        yield DeviceHealth("id_card", Health.NORMAL)
        raise ZeroDivisionError

    supervisor, healths, pauses = supervised(SimulatedCardReader(), buggy)
    async with running(supervisor) as task:
        assert (await healths.until(Health.FAULT)).reason == "internal_error"
        pauses.let_go()
        await healths.until(Health.NORMAL)
        assert not task.done()
    assert "ZeroDivisionError" in caplog.text


class Printer:
    """A printer that only has a status."""

    def __init__(self, *statuses):
        self._statuses = list(statuses)

    async def open(self):
        pass

    async def close(self):
        pass

    async def status(self):
        if not self._statuses:
            raise DeviceLostError("receipt_printer")
        return self._statuses.pop(0)


async def test_a_printer_is_watched_by_its_paper():
    low = PrinterStatus(answered=True, online=True, paper=Paper.LOW)
    printer = Printer(FINE, low)
    supervisor, healths, _ = supervised(printer, lambda box: watch_status(box, device="p", look_s=0))
    async with running(supervisor):
        assert (await healths.until(Health.WARNING)).reason == "paper_low"
        assert (await healths.until(Health.FAULT)).reason == "device_lost"


@pytest.mark.parametrize(
    ("status", "health", "reason"),
    [
        (FINE, Health.NORMAL, ""),
        (PrinterStatus(answered=False), Health.FAULT, "device_silent"),
        (PrinterStatus(answered=True, online=True, paper=Paper.OUT), Health.FAULT, "paper_out"),
        (PrinterStatus(answered=True, online=False, paper=Paper.OK), Health.FAULT, "offline"),
        (PrinterStatus(answered=True, online=True, paper=Paper.LOW), Health.WARNING, "paper_low"),
    ],
)
def test_a_printer_s_status_is_a_health_of_the_hall(status, health, reason):
    assert health_of("p", status) == DeviceHealth("p", health, reason)
