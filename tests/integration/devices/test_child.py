"""A worker in a process of its own: what it says arrives whole, and it ends when it should, whatever it is at."""

import asyncio
import gc
import os
import signal
import sys

import pytest

from devices.errors import DeviceLostError, DeviceProtocolError, DeviceSilentError
from devices.transports.child import ChildProcess

ECHO = """
import sys
from devices.transports.child import Parent
parent = Parent()
print("a library that prints")
for line in sys.stdin:
    parent.tell({"line": line.strip()}, line.encode() * 100000)
"""
DEAF = "import time, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
FORKED = "import os, time\nif os.fork() == 0: time.sleep(600)"  # what is left has the pipe
FLOOD = "import os\nwhile True: os.write(1, bytes(65536))"
TALKATIVE = """
from devices.transports.child import Parent
parent = Parent()
while True:
    parent.tell({}, bytes(1000000))
"""


def child(tmp_path, code, monkeypatch):
    """A worker whose module is this code."""
    (tmp_path / "kapok_test_worker.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return ChildProcess("kapok_test_worker", (), device="worker")


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_messages_arrive_whole_and_printing_does_not_disturb_them(tmp_path, monkeypatch):
    worker = child(tmp_path, ECHO, monkeypatch)
    await worker.start()
    for word in ("one", "two"):
        await worker.say(word)
        assert await worker.hear(20) == ({"line": word}, f"{word}\n".encode() * 100000)
    pid = worker.pid
    await worker.stop()
    assert not is_there(pid)


@pytest.mark.parametrize("code", [DEAF, TALKATIVE, ECHO, FORKED], ids=["deaf", "talkative", "waiting", "forked"])
async def test_a_worker_is_gone_after_stop_whatever_it_was_at(tmp_path, monkeypatch, code):
    worker = child(tmp_path, code, monkeypatch)
    await worker.start()
    pid = worker.pid
    await worker.stop()
    await worker.stop()
    assert not is_there(pid)
    assert worker.pid == 0


@pytest.mark.parametrize("loop_ends", [False, True], ids=["one cancel", "the loop ends"])
def test_a_stop_that_is_cancelled_leaves_neither_worker_nor_pipe(tmp_path, monkeypatch, loop_ends):
    worker, left = child(tmp_path, DEAF, monkeypatch), []
    monkeypatch.setattr(sys, "unraisablehook", lambda found: left.append(found.exc_value))

    async def main():
        await worker.start()
        pid = worker.pid
        stopping = asyncio.create_task(worker.stop())
        await asyncio.sleep(0.05)
        if not loop_ends:
            stopping.cancel()
            await asyncio.wait({stopping})
        return pid

    pid = asyncio.run(main())
    assert not is_there(pid)
    gc.collect()
    assert left == []


async def test_a_worker_that_is_killed_is_lost_and_can_be_started_again(tmp_path, monkeypatch):
    worker = child(tmp_path, ECHO, monkeypatch)
    await worker.start()
    os.kill(worker.pid, signal.SIGKILL)
    with pytest.raises(DeviceLostError):
        await worker.hear(20)
    await worker.start()
    await worker.say("again")
    assert (await worker.hear(20))[0] == {"line": "again"}
    await worker.stop()


async def test_a_worker_that_says_nothing_is_silent_and_may_answer_later(tmp_path, monkeypatch):
    worker = child(tmp_path, ECHO, monkeypatch)
    await worker.start()
    with pytest.raises(DeviceSilentError):
        await worker.hear(0.01)
    await worker.say("late")
    assert (await worker.hear(20))[0] == {"line": "late"}
    await worker.stop()


async def test_a_worker_that_floods_its_output_is_a_protocol_error(tmp_path, monkeypatch):
    worker = child(tmp_path, FLOOD.replace("bytes", "b'x' *"), monkeypatch)
    await worker.start()
    with pytest.raises(DeviceProtocolError):
        await worker.hear(20)
    await worker.stop()


async def test_stopping_wakes_who_was_waiting(tmp_path, monkeypatch):
    worker = child(tmp_path, ECHO, monkeypatch)
    await worker.start()
    waiting = asyncio.create_task(worker.hear(60))
    await asyncio.sleep(0)
    await worker.stop()
    with pytest.raises(DeviceLostError):
        await waiting
    with pytest.raises(DeviceLostError):
        await worker.say("nobody there")


async def test_a_worker_does_not_outlive_the_one_who_started_it(tmp_path, monkeypatch):
    child(tmp_path, ECHO, monkeypatch)
    owner = (
        "import asyncio\nfrom devices.transports.child import ChildProcess\n"
        "async def main():\n"
        " worker = ChildProcess('kapok_test_worker', (), device='worker')\n await worker.start()\n"
        " await worker.say('x')\n await worker.hear(20)\n print(worker.pid, flush=True)\n await asyncio.sleep(600)\n"
        "asyncio.run(main())"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", owner, stdout=asyncio.subprocess.PIPE)
    pid = int(await process.stdout.readline())
    process.kill()
    await process.wait()
    async with asyncio.timeout(20):
        while is_there(pid):
            await asyncio.sleep(0.01)
