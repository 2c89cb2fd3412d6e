"""The drill of speakers: calls through a real player process; each sounds once or is honestly not known to."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.drill.bench import kept_alive
from devices.drill.box_line import OUT_S
from devices.drill.rows import Row, exempt
from devices.registry.speaker import speaker
from devices.speaker.codec import read_wav
from devices.speaker.emulator import SpeakerEmulator, SpeakerFault
from devices.speaker.verdict import fault_of
from devices.supervisor import watch_status
from devices.values.completion import End
from devices.values.health import Health
from devices.values.speaker import Chime, Urgency, Utterance

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.ports.speaker import Speaker
    from devices.values.health import DeviceHealth

LOOK_S = 0.5
SLACK_S = 1.0  # a player that is not done so long after its sound hangs


def _watch(box: Speaker) -> AsyncGenerator[DeviceHealth, None]:
    return watch_status(box, device="speaker", look_s=LOOK_S)


def _alive(bench: Bench, box: Speaker) -> contextlib.AbstractAsyncContextManager[Kept[Speaker, DeviceHealth]]:
    return kept_alive(bench, "speaker", box, _watch)


@dataclass(frozen=True, slots=True)
class _Desk:
    """A loudspeaker that keeps what sounded, and its driver under the supervisor."""

    bench: Bench
    sink: SpeakerEmulator
    kept: Kept[Speaker, DeviceHealth]

    async def call(self, number: int) -> None:
        """One call: what sounds is judged by its length, and counted."""
        asked = Utterance(f"请A{number:03d}号到{number + 1}号窗口", chime=Chime.CALL)
        self.bench.gave(number)
        before = len(self.sink.heard())
        async with self.kept.supervisor.use() as box:
            result = await box.say(asked)
        if result.end is End.DONE:
            self.bench.back()
        else:
            self.bench.reported(result.reason)
        for sound in self.sink.heard()[before:]:
            fault = fault_of(asked, sound)
            self.bench.got(fault or number)


@contextlib.asynccontextmanager
async def _desk(bench: Bench) -> AsyncIterator[_Desk]:
    sink = SpeakerEmulator(folder=bench.folder)
    await sink.start()
    box = speaker({"driver": "aplay", "address": sink.address, "slack_s": SLACK_S})
    try:
        async with _alive(bench, box) as kept:
            yield _Desk(bench, sink, kept)
    finally:
        await sink.stop()


async def _normal(bench: Bench) -> None:
    async with _desk(bench) as desk:
        for number in range(3):
            await desk.call(number)


async def _slow(bench: Bench) -> None:
    async with _desk(bench) as desk:
        desk.sink.fail(SpeakerFault.SLOW)
        await desk.call(1)
        desk.sink.heal()
        bench.over()
        await desk.call(2)


async def _merged(bench: Bench) -> None:
    async with _desk(bench) as desk:
        async with desk.kept.supervisor.use() as box:
            asked = [Utterance(f"请A{number:03d}号", urgency=Urgency.CALL) for number in range(4)]
            for number in range(4):
                bench.gave(number)
            results = await asyncio.gather(*map(box.say, asked))
        for number, (utterance, sound) in enumerate(zip(asked, desk.sink.heard(), strict=True)):
            bench.got(fault_of(utterance, sound) or number)
        bench.note(f"{sum(result.end is End.DONE for result in results)} calls at once sounded one after the other")
        bench.over()
        await desk.call(5)


async def _mute(bench: Bench) -> None:
    async with _desk(bench) as desk:
        desk.sink.fail(SpeakerFault.HUNG)
        await desk.call(1)  # the driver gives it up by itself
        await desk.kept.until(Health.FAULT)
        desk.sink.heal()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await desk.call(2)


async def _hushed(bench: Bench) -> None:
    async with _desk(bench) as desk:
        desk.sink.fail(SpeakerFault.HUNG)
        async with desk.kept.supervisor.use() as box:
            saying = asyncio.ensure_future(box.say(Utterance("请A001号")))
            await desk.sink.wait_until_playing()
            desk.sink.heal()
            await box.hush()
            bench.reported((await saying).reason)
        bench.over()
        await desk.call(2)


async def _unplug_replug(bench: Bench) -> None:
    async with _desk(bench) as desk:
        desk.sink.fail(SpeakerFault.HALF)
        await desk.call(1)  # the card goes in the middle of it
        await desk.sink.unplug()
        await desk.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        desk.sink.heal()
        await desk.sink.plug()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await desk.call(2)


async def _taken(bench: Bench) -> None:
    async with _desk(bench) as desk:
        desk.sink.fail(SpeakerFault.GONE)
        await desk.call(1)
        await desk.kept.until(Health.FAULT)
        desk.sink.heal()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await desk.call(2)


async def _kept_files(bench: Bench) -> None:
    box = speaker({"driver": "folder", "address": str(bench.folder)})
    async with _alive(bench, box) as kept:
        asked = Utterance("请A001号到三号窗口", chime=Chime.CALL)
        bench.gave(1)
        async with kept.supervisor.use() as open_box:
            await open_box.say(asked)
        for path in bench.folder.glob("*.wav"):
            bench.got(fault_of(asked, read_wav(path.read_bytes())) or 1)
        bench.back()


async def _folder_lost(bench: Bench) -> None:
    folder = bench.folder / "wavs"
    folder.mkdir()
    box = speaker({"driver": "folder", "address": str(folder)})
    async with _alive(bench, box) as kept:
        folder.rmdir()
        async with kept.supervisor.use() as open_box:
            bench.reported((await open_box.say(Utterance("请A001号"))).reason)
        await kept.until(Health.FAULT)
        folder.mkdir()
        bench.over()
        await kept.until(Health.NORMAL)
        bench.gave(2)
        async with kept.supervisor.use() as open_box:
            await open_box.say(Utterance("请A002号"))
        bench.back()
        for _ in folder.glob("*.wav"):
            bench.got(2)


ONE_WAY = "a sound card gets a WAV through a pipe of the system and says nothing back"
FILES = "files are written by the system, whole or not at all"

ROWS = (
    Row("aplay", "normal", _normal),
    Row("aplay", "slow", _slow),
    exempt("aplay", "split", ONE_WAY),
    Row("aplay", "merged", _merged),
    exempt("aplay", "noise", ONE_WAY),
    exempt("aplay", "wrong_checksum", ONE_WAY),
    Row("aplay", "mute", _mute),
    Row("aplay", "unplug_replug", _unplug_replug),
    Row("aplay", "card_taken", _taken),
    Row("aplay", "hushed", _hushed),
    Row("folder", "normal", _kept_files),
    *(exempt("folder", fault, FILES) for fault in ("slow", "split", "merged", "noise", "wrong_checksum", "mute")),
    Row("folder", "unplug_replug", _folder_lost),
)
