"""The PC/SC daemon dies, comes back, stands still and goes on, under the supervisor; and what is shut in with it."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from devices.errors import DeviceConfigError, DeviceLostError
from devices.smart_card.driver import PcscCardReader, Timing
from devices.smart_card.emulator import Fault, SmartCardEmulator
from devices.transports.enclosed_pcscd import PORT, EnclosedDaemon
from devices.transports.pcsc import slot_at
from devices.values.health import Health
from devices.values.smart_card import SlotView
from tests.integration.devices.smart_card_desk import CARD, GONE, HOLDER, OTHER, READING, UNREADABLE, desk


async def test_a_daemon_that_dies_and_comes_back_is_found_again_and_a_card_that_stayed_in_is_told_once():
    async with desk() as hall:
        await hall.box.insert(HOLDER)
        await hall.next(READING, CARD)
        await hall.box.kill()
        assert (await hall.healths.until(Health.FAULT)).reason == "device_lost"
        await hall.box.revive()
        await hall.healths.until(Health.NORMAL)
        await hall.nothing_more()
        await hall.take_out()
        assert await hall.read(OTHER) == OTHER


async def test_a_daemon_that_dies_in_the_middle_of_a_card_leaves_nobody_waiting():
    async with desk() as hall:
        hearing = hall.box.wait_until_heard(3)
        hall.box._late_s = 0.3
        hall.box.fail(Fault.LATE, times=20, after=2)
        await hall.box.insert(HOLDER)
        await hearing
        await hall.box.kill()
        assert (await hall.next(READING, UNREADABLE)).reason == "device_lost"
        await hall.healths.until(Health.FAULT)
        hall.box.heal()
        await hall.box.pull()
        await hall.box.revive()
        await hall.healths.until(Health.NORMAL)
        await hall.next(GONE)
        assert await hall.read(OTHER) == OTHER


@pytest.mark.slow
async def test_a_daemon_that_stands_still_is_a_fault_until_it_goes_on():
    async with desk() as hall:
        await hall.healths.until(Health.NORMAL)
        await hall.box.daemon.freeze()
        assert (await hall.healths.until(Health.FAULT)).reason == "device_silent"
        await hall.box.daemon.thaw()
        await hall.healths.until(Health.NORMAL)
        assert await hall.read(HOLDER) == HOLDER


async def test_a_reader_is_chosen_by_a_part_of_its_name():
    box = SmartCardEmulator()
    await box.start()
    try:
        for name in ("virtual", "KAPOK"):
            slot = slot_at(box.address, reader=name)
            await slot.open()
            assert slot.name.startswith("Kapok Virtual Reader")
            await slot.close()
        with pytest.raises(DeviceLostError, match="Kapok Virtual Reader"):
            await slot_at(box.address, reader="another").open()
    finally:
        await box.stop()


async def test_one_process_talks_to_one_daemon():
    box = SmartCardEmulator()
    await box.start()
    try:
        slot = slot_at(box.address)
        await slot.open()
        await slot.close()
        with pytest.raises(DeviceConfigError, match="already"):
            await slot_at("pcsc:///somewhere/else.comm").open()
    finally:
        await box.stop()


async def test_a_card_that_another_program_holds_is_read_as_soon_as_it_lets_go():
    box = SmartCardEmulator()
    await box.start()
    other = slot_at(box.address)
    reader = PcscCardReader(slot_at(box.address), timing=Timing(busy_tries=1000, busy_pause_s=0.01))
    try:
        await other.open()
        await box.insert(HOLDER)
        view = SlotView()
        while not view.present:
            view = await other.change(view, 60)
        assert await other.connect(10) is None
        await reader.open()
        async with contextlib.aclosing(reader.events()) as events:
            assert (await anext(events)).kind is READING
            reading = asyncio.create_task(anext(events))
            await asyncio.sleep(0.1)
            assert not reading.done()
            await other.release()
            assert (await reading).card == HOLDER
    finally:
        await other.close()
        await reader.close()
        await box.stop()


async def test_nothing_of_the_virtual_reader_is_reachable_outside_and_nothing_is_left_of_it():
    daemon = EnclosedDaemon()
    await daemon.start()
    pid = daemon._process.pid
    (inside,) = _children(pid)
    below = _children(inside)
    assert _network(inside) != _network("self")
    assert not _listens_here(), "vpcd listens where others can reach it"
    await daemon.stop()
    assert not [one for one in (pid, inside, *below) if _alive(one)]
    assert not _there(daemon.path.parent)


@pytest.mark.slow
def test_whoever_starts_a_daemon_and_dies_of_it_leaves_nothing_behind():
    script = """
import asyncio, os, signal
from devices.transports.enclosed_pcscd import EnclosedDaemon

async def die():
    daemon = EnclosedDaemon()
    await daemon.start()
    print(daemon._process.pid, daemon.path.parent, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(die())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    pid, folder = done.stdout.split()
    ends = time.monotonic() + 30
    while (_alive(pid) or Path(folder).exists()) and time.monotonic() < ends:
        time.sleep(0.02)
    assert not _alive(pid)
    assert not Path(folder).exists()


def test_a_machine_that_permits_no_namespaces_says_so_in_one_sentence(tmp_path):
    """What `unshare` says is handed on; the one that comes first in this PATH is permitted nothing."""
    refusing = tmp_path / "unshare"
    refusing.write_text("#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2\nexit 1\n")
    refusing.chmod(0o755)
    command = [sys.executable, "-m", "kapok", "device", "emulate", "smart-card"]
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PATH": path})
    assert done.returncode == 1
    assert "root may make: unshare: unshare failed: Operation not permitted" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
async def test_a_reader_that_is_emulated_in_one_terminal_is_probed_in_another():
    kapok = [sys.executable, "-m", "kapok", "device"]
    box = await asyncio.create_subprocess_exec(
        *kapok, "emulate", "smart-card", "--json", stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        address = json.loads(await box.stdout.readline())["address"]
        box.stdin.write("insert 样本 11010119900307109X\n".encode())
        assert b"done" in await box.stdout.readline()
        probe = [*kapok, "probe", "smart-card", "--address", address, "--json"]
        seen = await asyncio.create_subprocess_exec(*probe, stdout=subprocess.PIPE)
        (said, _), code = await seen.communicate(), seen.returncode
        assert (code, json.loads(said)["health"]) == (0, "normal")
    finally:
        box.send_signal(signal.SIGINT)
        await box.communicate()
    assert box.returncode == 0
    assert not _there(urlsplit(address).path)


def _there(path):
    return Path(path).exists()


def _alive(pid):
    return Path("/proc", str(pid)).exists()


def _network(pid):
    return Path(f"/proc/{pid}/ns/net").readlink()


def _listens_here():
    rows = [row for table in ("tcp", "tcp6") for row in Path("/proc/net", table).read_text().splitlines()]
    return any(f":{PORT[2:]} " in row for row in rows)


def _children(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(word) for word in found.stdout.split()]
