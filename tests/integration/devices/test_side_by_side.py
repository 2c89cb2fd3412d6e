"""Work in processes of its own: all of it comes back, a death is told, and nothing is left behind."""

import contextlib
import math
import multiprocessing
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from devices.commands.side_by_side import SideBySide
from tests.integration.devices.test_device_commands import command


def test_what_each_process_gives_comes_back_with_its_job():
    assert set(SideBySide(math.isqrt, 2).run([4, 9, 16])) == {(4, 2), (9, 3), (16, 4)}


def test_a_process_that_dies_is_told_and_the_others_go_on():
    assert list(SideBySide(os._exit, 1).run([3, 5])) == [(3, None), (5, None)]


def test_whoever_stops_listening_leaves_no_process_behind():
    running = SideBySide(time.sleep, 2).run([0, 600])
    assert next(running) == (0, None)
    running.close()
    assert multiprocessing.active_children() == []


def alive_in(group):
    """Processes of a group that are not dead; a dead one may wait for somebody to look at it."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state not in "ZX":
                found.append(stat.parent.name)
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_drill_that_is_stopped_ends_its_processes_and_takes_its_folders_away(number, tmp_path):
    words = command("drill", "rating-pad", "caller", "led-strip", "--out", tmp_path / "drill.json")
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    ) as process:
        process.stdout.readline()  # rows are running now
        process.send_signal(number)  # to the first one alone: it has to tell the others
        said, _ = process.communicate(timeout=50)
    assert "Traceback" not in said
    assert process.returncode == 1
    while alive_in(process.pid):
        time.sleep(0.05)
    assert not list(tmp_path.glob("kapok-drill-*"))
    assert not (tmp_path / "drill.json").exists()
