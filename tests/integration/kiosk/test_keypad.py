"""`kapok keypad` beside a served hall: a pad that speaks input events on a pty ends whole visits (UI-C4, C5)."""

from __future__ import annotations

import asyncio
import json
import stat
import subprocess
import sys
import time
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from devices.caller.emulator import KeypadEmulator
from devices.values.caller import CallerKey as K
from tests.children import ENDS_WITH_US
from tests.e2e.web.hall import ROOT, HallProcess
from tests.integration.hall_server.served import kapok

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

LOCK_S = 0.85


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path, no_show_lock_s=1)
    try:
        yield process.start()
    finally:
        process.stop()


class Pad:
    """The agent's process, and the pad it listens to."""

    def __init__(self, hall: HallProcess, folder: Path) -> None:
        self.box = KeypadEmulator(link=folder / "pad")
        self.key = folder / "pad.toml"
        self.hall = hall
        self.said: list[str] = []

    def with_secret(self) -> Pad:
        words = ("--role", "counter", "--name", "pad3", "--counter", "3", "--out", str(self.key))
        made = kapok("hall", "key", "new", "--data", str(self.hall.data), *words)
        assert made.returncode == 0, made.stderr
        return self

    def enrolled(self) -> str:
        """By a code, a fingerprint that somebody compares, and a key of its own; the key's id."""
        home = ("--data", str(self.hall.data))
        made = kapok("hall", "enrol", "new", *home, "--site", str(self.hall.site), "--counter", "3", "--json")
        code = json.loads(made.stdout)["code"]
        other = kapok("kiosk", "enrol", "--hall", self.hall.url, "--code", code, "--out", str(self.key))
        assert (other.returncode, "是给另一种机器的" in other.stderr) == (1, True)
        words = ("counter", "enrol", "--hall", self.hall.url, "--code", code, "--out", str(self.key))
        machine = subprocess.Popen(
            [*ENDS_WITH_US, sys.executable, "-u", "kapok.py", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert machine.stdout is not None
        assert "counter:3 (3 号窗口)" in machine.stdout.readline()
        shown = machine.stdout.readline().split()[-1]
        (waiting,) = json.loads(kapok("hall", "enrol", "list", *home, "--json").stdout)
        assert (waiting["kiosk"], waiting["state"], waiting["fingerprint"]) == ("counter:3", "waiting", shown)
        assert kapok("hall", "enrol", "approve", *home, waiting["key_id"], shown).returncode == 0
        assert machine.wait(20) == 0
        machine.stdout.close()
        return str(waiting["key_id"])

    async def start(self) -> None:
        await self.box.start()
        command = ("kapok.py", "keypad", "--key", str(self.key), "--counter", "3", "--server", self.hall.url)
        address = ("--address", self.box.address)
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *command, *address, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        self._reader = asyncio.create_task(self._read())
        await self.told("叫号器接上了")

    async def _read(self) -> None:
        assert self._process.stdout
        while line := await self._process.stdout.readline():
            self.said.append(line.decode().strip())

    async def told(self, words: str, within_s: float = 15) -> None:
        """Wait for a line with these words, and forget what was said up to it."""
        give_up = time.monotonic() + within_s
        while not any(words in line for line in self.said):
            assert time.monotonic() < give_up, f"not said: {words}; said: {self.said}"
            await asyncio.sleep(0.02)
        self.said.clear()

    async def press(self, key: K, words: str) -> None:
        await self.box.press(key)
        await self.told(words)
        await asyncio.sleep(LOCK_S)

    async def stop(self) -> int:
        self._process.terminate()
        code = await asyncio.wait_for(self._process.wait(), 10)
        await self._reader
        await self.box.stop()
        return code


@pytest.fixture
async def pad(hall: HallProcess, tmp_path: Path) -> AsyncIterator[Pad]:
    made = Pad(hall, tmp_path).with_secret()
    await made.start()
    yield made
    assert await made.stop() == 0


def _moves(hall: HallProcess) -> list[tuple[str, str]]:
    events = hall.ask("counter", "GET", "/events?after=0&limit=500")["events"]
    return [(one["move"], one["actor"]) for one in events if one["actor_kind"] == "clerk"]


def _state(hall: HallProcess, ticket: dict[str, Any]) -> dict[str, Any]:
    return dict(hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}"))


async def test_a_visit_is_called_served_and_ended_by_the_pad_as_the_clerk_who_sits_there(
    hall: HallProcess, pad: Pad
) -> None:
    first, second = hall.take("A"), hall.take("A")
    await pad.press(K.NEXT_STEP, "请先在叫号台登录")
    hall.sit(3, "0317")
    await pad.press(K.NEXT_STEP, f"叫到 {first['label']}")
    await pad.press(K.NEXT_STEP, f"在办 {first['label']}")
    await pad.press(K.NEXT_STEP, "办到这里")
    await pad.press(K.DIGIT_7, f"叫到 {second['label']}")
    assert _state(hall, first)["outcome"] == "consulted"
    await asyncio.sleep(LOCK_S)  # with the second after the press before: the lock of the no-show is over
    await pad.press(K.NO_SHOW, "空着")
    await pad.press(K.CLEAR, f"叫到 {second['label']}")
    assert _moves(hall) == [(move, "0317") for move in ("call", "serve", "complete", "call", "no_show", "undo")]


async def test_somebody_is_held_and_somebody_sent_on_and_the_counter_pauses_by_two_presses_each(
    hall: HallProcess, pad: Pad
) -> None:
    held, sent = hall.take("A"), hall.take("A")
    hall.sit(3, "0317")
    hall.sit(11, "0318")
    await pad.press(K.NEXT_STEP, f"叫到 {held['label']}")
    await pad.press(K.NEXT_STEP, f"在办 {held['label']}")
    await pad.press(K.HOLD, "1 去复印，2 补填表")
    assert _state(hall, held)["state"] == "serving"  # asked first
    await pad.press(K.DIGIT_1, "空着")
    assert _state(hall, held)["state"] == "held"
    await pad.press(K.NEXT_STEP, f"叫到 {sent['label']}")
    await pad.press(K.TRANSFER, "转到几号窗口")
    await pad.box.press(K.DIGIT_1, at_s=100.0)
    await pad.box.press(K.DIGIT_1, at_s=100.3)  # sooner than a press counts again elsewhere: it is a number
    await pad.told("转到 11 号窗口")
    await pad.press(K.NEXT_STEP, "空着")
    assert hall.call(11)["label"] == sent["label"]
    await pad.press(K.PAUSE, "1 去洗手间")
    await pad.press(K.NO_SHOW, "不办这一步")
    await pad.press(K.PAUSE, "1 去洗手间")
    await pad.press(K.DIGIT_5, "暂停")
    await pad.press(K.NEXT_STEP, "空着")


async def test_the_same_key_twice_within_a_tenth_of_a_second_makes_one_call(hall: HallProcess, pad: Pad) -> None:
    ticket = hall.take("A")
    hall.sit(3, "0317")
    for at_s in (1.0, 1.2):  # two presses by the pad's own clock, further apart than a worn contact
        await pad.box.press(K.NEXT_STEP, at_s=at_s)
    await pad.told(f"叫到 {ticket['label']}")
    await asyncio.sleep(LOCK_S)
    assert [move for move, _ in _moves(hall)] == ["call"]


async def test_a_press_without_the_hall_is_told_and_not_done_later(hall: HallProcess, pad: Pad) -> None:
    ticket = hall.take("A")
    hall.sit(3, "0317")
    hall.stop()
    await pad.press(K.NEXT_STEP, "连不上服务器")
    hall.start()
    await asyncio.sleep(LOCK_S)
    assert _state(hall, ticket)["state"] == "waiting"
    await pad.press(K.NEXT_STEP, f"叫到 {ticket['label']}")


async def test_a_pad_that_is_pulled_out_is_waited_for(hall: HallProcess, pad: Pad) -> None:
    hall.take("A")
    hall.sit(3, "0317")
    await pad.box.unplug()
    await pad.told("叫号器不在")
    await pad.box.plug()
    await pad.told("叫号器接上了")
    await pad.press(K.NEXT_STEP, "叫到 ")


async def test_cl_e14_a_pad_is_enrolled_as_a_kiosk_is_signs_each_press_and_once_revoked_calls_nobody(
    hall: HallProcess, tmp_path: Path
) -> None:
    made = Pad(hall, tmp_path)
    key_id = made.enrolled()
    credential = tomllib.loads(made.key.read_text(encoding="utf-8"))
    assert stat.S_IMODE(made.key.stat().st_mode) == 0o600
    assert credential["counter"] == 3
    assert not {"secret", "kiosk", "pseudonym_key"} & set(credential), "no more than a counter needs"
    elsewhere = ("keypad", "--key", str(made.key), "--counter", "4", "--address", "/dev/null", "--server", hall.url)
    assert "the credential was given to counter 3" in kapok(*elsewhere).stderr
    ticket = hall.take("A")
    hall.sit(3, "0317")
    await made.start()
    try:
        await made.press(K.NEXT_STEP, f"叫到 {ticket['label']}")
        assert _moves(hall) == [("call", "0317")]
        assert kapok("hall", "enrol", "revoke", "--data", str(hall.data), key_id).returncode == 0
        await made.press(K.NEXT_STEP, "大厅不认这台机器了")
        assert _state(hall, ticket)["state"] == "called"
    finally:
        assert await made.stop() == 0
